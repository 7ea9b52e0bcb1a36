"""The guide for those who write plans says what is so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from kinetic_home.catalogue.schema import (
    ExitTable,
    ItemTable,
    ModifyTable,
    PhaseTable,
    PlanFile,
    PlanTable,
    SessionTable,
)
from kinetic_home.domain.exercise import Catalogue, Exercise
from kinetic_home.domain.plan import Plan


@pytest.fixture(scope="module")
def guide(resources: Path) -> str:
    return (resources / "plans" / "README.md").read_text(encoding="utf-8")


def row(exercise: Exercise) -> str:
    """Return the guide's line about an exercise."""
    dose, limits = exercise.dose, exercise.limits
    parts = [
        ("sets", dose.sets, limits.sets, 1),
        ("reps", dose.reps, limits.reps, 1),
        ("hold_s", dose.hold_ms, limits.hold_ms, 1000),
        ("work_s", dose.work_ms, limits.work_ms, 1000),
    ]
    words = [f"{key} {value // scale}{span(pair, scale)}" for key, value, pair, scale in parts if value is not None]
    words += [f"tempo {dose.tempo}"] if dose.tempo else []
    words += [f"bpm {dose.bpm}"] if dose.bpm else []
    words.append(f"rest_s {dose.rest_ms // 1000}")
    words += [f"load_kg{span(limits.load_kg, 1)}"] if limits.load_kg and limits.load_kg[1] else []
    sides = "each side" if exercise.per_side else ""
    return f"| `{exercise.id}` | {exercise.name} | {sides} | {', '.join(words)} |"


def span(pair: tuple[float, float] | None, scale: int) -> str:
    if pair is None:
        return ""
    low, high = pair
    return f" ({low / scale:g}–{high / scale:g})" if high > low else f" ({low / scale:g})"


def test_every_exercise_stands_in_the_guide_with_its_dose(guide: str, catalogue: Catalogue) -> None:
    rows = {line for line in guide.splitlines() if line.startswith("| `") and line.count("|") == 5}
    assert rows == {row(exercise) for exercise in catalogue.exercises.values()}


@pytest.mark.parametrize("table", [PlanFile, PlanTable, PhaseTable, ExitTable, SessionTable, ItemTable, ModifyTable])
def test_every_key_stands_in_the_guide(guide: str, table: type[msgspec.Struct]) -> None:
    keys = {field.encode_name for field in msgspec.structs.fields(table)} - {"plan", "phases", "sessions"}
    assert [key for key in sorted(keys) if f"`{key}`" not in guide] == []


def test_every_plan_in_the_guide_is_sound(guide: str, plan_of: Callable[[str], Plan]) -> None:
    examples = [part.split("```", 1)[0] for part in guide.split("```toml\n")[1:]]
    assert len(examples) == 2
    for example in examples:
        assert plan_of(example).sessions


def test_the_message_in_the_guide_is_one_that_is_told(guide: str, complaints: Callable[[str], list[str]]) -> None:
    example = guide.split("```toml\n")[1].split("```", 1)[0]
    told = complaints(example.replace('"act_bridge"', '"wu_mach"'))
    assert [f"my_plan.toml: {line}" in guide for line in told] == [True]
