"""The files that follow from others follow them: JSON Schemas for editors, and the exercises parsed ahead."""

from __future__ import annotations

import hashlib
import json
import shutil
import tomllib
from pathlib import Path

import msgspec
import pytest

from kinetic_home.catalogue import generated, schema
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.parsed import load_parsed
from kinetic_home.domain.exercise import Catalogue, ExerciseId
from kinetic_home.domain.plan import Weekday

COMMAND = "run: python -m kinetic_home.catalogue.generated"


@pytest.mark.parametrize("name", list(generated.SCHEMAS))
def test_the_schema_file_is_up_to_date(name: str, resources: Path) -> None:
    text = (resources / "schema" / name).read_text(encoding="utf-8")
    assert text == generated.schema_text(generated.SCHEMAS[name]), COMMAND


def test_the_parsed_exercises_are_up_to_date(resources: Path) -> None:
    text = (resources / "catalogue" / "parsed.json").read_text(encoding="utf-8")
    assert text == generated.parsed_text(resources), COMMAND


def test_what_is_parsed_ahead_is_what_the_files_say(resources: Path) -> None:
    parsed = load_parsed(resources / "catalogue")
    files = [file.read_bytes() for file in (resources / "catalogue").rglob("*.toml")]
    assert parsed == {hashlib.sha256(data).hexdigest(): tomllib.loads(data.decode()) for data in files}


def test_the_catalogue_is_the_same_without_it(resources: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    shutil.copytree(resources / "catalogue", tmp_path / "catalogue")
    (tmp_path / "catalogue" / "parsed.json").unlink()
    assert load_catalogue(tmp_path) == catalogue


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff", b'{"a": 1}'])
def test_a_damaged_one_is_left_alone(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "parsed.json").write_bytes(damage)
    assert load_parsed(tmp_path) == {}


def test_a_file_that_has_changed_since_is_parsed_anew(resources: Path, tmp_path: Path) -> None:
    shutil.copytree(resources / "catalogue", tmp_path / "catalogue")
    file = tmp_path / "catalogue" / "exercises" / "act_bridge.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("rest_s = 45", "rest_s = 46"), encoding="utf-8")
    assert load_catalogue(tmp_path)[ExerciseId("act_bridge")].dose.rest_ms == 46_000


def test_all_are_written_where_they_are_asked_for(resources: Path, tmp_path: Path) -> None:
    shutil.copytree(resources / "catalogue", tmp_path / "catalogue")
    (tmp_path / "catalogue" / "parsed.json").unlink()
    generated.main(tmp_path)
    for name in ("catalogue/parsed.json", "schema/plan.schema.json", "schema/exercise.schema.json"):
        assert (tmp_path / name).read_bytes() == (resources / name).read_bytes()


def test_nothing_may_hold_null() -> None:
    class Both(msgspec.Struct):
        text_or_number: str | int | None = None

    found = json.loads(generated.schema_text(Both))["$defs"]["Both"]["properties"]["text_or_number"]
    assert found == {"anyOf": [{"type": "string"}, {"type": "integer"}]}
    assert all("null" not in generated.schema_text(kind) for kind in generated.SCHEMAS.values())


def test_an_editor_offers_exactly_the_keys_of_an_item() -> None:
    item = json.loads(generated.schema_text(schema.PlanFile))["$defs"]["ItemTable"]
    assert set(item["properties"]) == {
        *("exercise", "sets", "reps", "hold_s", "work_s", "tempo", "bpm", "rest_s", "load_kg", "note", "modify")
    }
    assert item["required"] == ["exercise"]
    assert item["additionalProperties"] is False


def test_the_days_are_those_of_the_calendar() -> None:
    days = json.loads(generated.schema_text(schema.PlanFile))["$defs"]["PhaseTable"]["properties"]["days"]
    assert days["propertyNames"]["enum"] == [day.name.lower() for day in Weekday]
