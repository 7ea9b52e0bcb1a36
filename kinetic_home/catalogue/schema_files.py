"""Write the JSON Schemas by which an editor completes and checks content files.

Run `python -m kinetic_home.catalogue.schema_files` in a checkout after a change to schema.py.
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from kinetic_home.catalogue.schema import ExerciseFile, PlanFile

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "schema"
FILES: dict[str, type[msgspec.Struct]] = {"plan.schema.json": PlanFile, "exercise.schema.json": ExerciseFile}


def schema_text(kind: type[msgspec.Struct]) -> str:
    """Return the JSON Schema of a file's shape, as it is kept in resources/schema."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(kind)}
    return json.dumps(_without_null(schema), indent=2, ensure_ascii=False) + "\n"


def _without_null(part: object) -> object:
    """Return a schema without its nulls: a key may be left out, but TOML cannot say that it holds nothing."""
    if isinstance(part, list):
        return [_without_null(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _without_null(value) for key, value in part.items() if value is not None}
    alternatives = kept.get("anyOf")
    if isinstance(alternatives, list):
        alternatives = [inner for inner in alternatives if inner != {"type": "null"}]
        kept.pop("anyOf")
        return {**alternatives[0], **kept} if len(alternatives) == 1 else {**kept, "anyOf": alternatives}
    return kept


def main() -> None:
    """Write all schema files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, kind in FILES.items():
        (FOLDER / name).write_text(schema_text(kind), encoding="utf-8")


if __name__ == "__main__":
    main()
