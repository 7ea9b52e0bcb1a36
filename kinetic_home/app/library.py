"""The Library in the window: its page with all that it needs, and what is put on paper from it."""

from __future__ import annotations

from pathlib import Path

from kinetic_home.catalogue.library import load_library
from kinetic_home.catalogue.parsed import load_parsed
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.ui.library.page import LibraryPage
from kinetic_home.ui.library.printing import SheetPrinting
from kinetic_home.ui.theme.look import Look


def make_library(look: Look, catalogue: Catalogue, resources: Path) -> LibraryPage:
    """Return the Library page, whose sheets can be saved and printed."""
    page = LibraryPage(look, catalogue, citations(resources))
    SheetPrinting(look, catalogue, page)
    return page


def citations(resources: Path) -> dict[str, str]:
    """Return what each tag of a source stands for."""
    library = load_library(resources, load_parsed(resources / "catalogue"))
    return {tag: source.citation for tag, source in library.sources.items()}
