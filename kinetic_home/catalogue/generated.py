"""Write the files in resources that follow from others: JSON Schemas for editors, and the exercises parsed ahead.

Run `python -m kinetic_home.catalogue.generated` in a checkout after a change to schema.py or to an exercise.
"""

from __future__ import annotations

import hashlib
import inspect
import json
from pathlib import Path

import msgspec

from kinetic_home.catalogue.parsed import PARSED
from kinetic_home.catalogue.problems import Findings
from kinetic_home.catalogue.reading import parse
from kinetic_home.catalogue.schema import ExerciseFile, PlanFile

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SCHEMAS: dict[str, type[msgspec.Struct]] = {"plan.schema.json": PlanFile, "exercise.schema.json": ExerciseFile}


def schema_text(kind: type[msgspec.Struct]) -> str:
    """Return the JSON Schema of a file's shape, as it is kept in resources/schema."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(kind)}
    return json.dumps(_without_null(schema), indent=2, ensure_ascii=False) + "\n"


def parsed_text(resources: Path) -> str:
    """Return the catalogue's files as JSON, each under the SHA-256 of its bytes; raises ContentError."""
    lines: list[str] = []
    for file in sorted((resources / "catalogue").rglob("*.toml")):
        findings = Findings(file.name)
        data = parse(file.read_text(encoding="utf-8"), findings)
        findings.raise_any()
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        lines.append(f'"{digest}": {json.dumps(data, ensure_ascii=False, separators=(",", ":"))}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _without_null(part: object) -> object:
    """Return a schema without its nulls: a key may be left out, but TOML cannot say that it holds nothing."""
    if isinstance(part, list):
        return [_without_null(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _without_null(value) for key, value in part.items() if value is not None}
    said = kept.get("description")
    if isinstance(said, str):
        # A docstring, which Python 3.13 strips of its indentation and earlier ones do not.
        kept["description"] = inspect.cleandoc(said)
    alternatives = kept.get("anyOf")
    if isinstance(alternatives, list):
        alternatives = [inner for inner in alternatives if inner != {"type": "null"}]
        kept.pop("anyOf")
        return {**alternatives[0], **kept} if len(alternatives) == 1 else {**kept, "anyOf": alternatives}
    return kept


def main(resources: Path = RESOURCES) -> None:
    """Write all generated files."""
    (resources / "schema").mkdir(parents=True, exist_ok=True)
    for name, kind in SCHEMAS.items():
        (resources / "schema" / name).write_text(schema_text(kind), encoding="utf-8")
    (resources / "catalogue" / PARSED).write_text(parsed_text(resources), encoding="utf-8")


if __name__ == "__main__":  # pragma: no cover
    main()
