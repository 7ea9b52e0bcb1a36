"""The shipped content, loaded once, and a way to write a plan and hear what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.plans import load_plan
from kinetic_home.catalogue.problems import ContentError
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.plan import Plan


@pytest.fixture(scope="session")
def resources() -> Path:
    return shipped("resources")


@pytest.fixture(scope="session")
def catalogue(resources: Path) -> Catalogue:
    return load_catalogue(resources)


@pytest.fixture
def plan_of(tmp_path: Path, catalogue: Catalogue) -> Callable[[str], Plan]:
    """Return a function that writes a plan's text to a file and loads it."""

    def load(text: str) -> Plan:
        file = tmp_path / "plan.toml"
        file.write_text(text, encoding="utf-8")
        return load_plan(file, catalogue)

    return load


@pytest.fixture
def complaints(plan_of: Callable[[str], Plan]) -> Callable[[str], list[str]]:
    """Return a function that loads a plan's text and returns its problems, without the file's name."""

    def load(text: str) -> list[str]:
        with pytest.raises(ContentError) as caught:
            plan_of(text)
        return [str(problem).split("plan.toml: ", 1)[1] for problem in caught.value.problems]

    return load
