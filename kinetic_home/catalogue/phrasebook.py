"""Load what the voice says besides cues and exercise names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kinetic_home.catalogue.convert import read_as
from kinetic_home.catalogue.problems import Findings, shown
from kinetic_home.catalogue.reading import read_document
from kinetic_home.catalogue.schema import PhrasesFile
from kinetic_home.domain.phrases import Phrasebook

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")


def load_phrasebook(root: Traversable) -> Phrasebook:
    """Return the phrases under a resources folder; raises ContentError with all their problems."""
    findings = Findings("catalogue/phrases.toml")
    table = read_as(read_document(root / "catalogue" / "phrases.toml", findings.file), PhrasesFile, findings)
    for key, phrase in table.say.items():
        for held in _PLACEHOLDER.findall(phrase):
            if held != "{name}":
                findings.add(f"say.{key}", f"{shown(held)} stands for nothing", "only {name} is filled in")
    findings.raise_any()
    return Phrasebook(say=dict(table.say))
