"""The pinned requirements agree with pyproject.toml, and name versions and hashes alone."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.architecture.checkout import ROOT

_FILES = ("run.txt", "test.txt")
_PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.+]*)(?: ; (?P<marker>[^\\]+?))? \\")
_HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}(?: \\)?")
_PYTHONS = ("3.11", "3.12", "3.13")


def _lines(name: str) -> list[str]:
    return (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()


def _pins(name: str, python: str) -> dict[str, Version]:
    """Return what a file pins for a version of Python on Linux."""
    environment = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "implementation_name": "cpython",
    }
    pins: dict[str, Version] = {}
    for line in _lines(name):
        pin = _PIN.fullmatch(line)
        if pin and (pin["marker"] is None or Marker(pin["marker"]).evaluate(environment)):
            assert pin["name"] not in pins, f"{name} pins {pin['name']} twice for Python {python}"
            pins[pin["name"]] = Version(pin["version"])
    return pins


def _wanted(*extras: str) -> list[Requirement]:
    document = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = document["project"]
    texts = [*project["dependencies"], *document["dependency-groups"]["build"]]
    for extra in extras:
        texts += project["optional-dependencies"][extra]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("name", _FILES)
def test_a_requirements_file_holds_pins_and_hashes_alone(name: str) -> None:
    lines = _lines(name)
    assert lines
    assert [line for line in lines if not _PIN.fullmatch(line) and not _HASH.fullmatch(line)] == []


@pytest.mark.parametrize("name", _FILES)
def test_every_pin_has_a_hash(name: str) -> None:
    lines = _lines(name)
    followed = [_HASH.fullmatch(after) for line, after in zip(lines, [*lines[1:], ""], strict=True) if _PIN.match(line)]
    assert followed
    assert all(followed)


@pytest.mark.parametrize("python", _PYTHONS)
@pytest.mark.parametrize(("name", "extras"), [("run.txt", ()), ("test.txt", ("test",))])
def test_the_pins_lie_within_the_ranges_of_pyproject(name: str, extras: tuple[str, ...], python: str) -> None:
    pins = _pins(name, python)
    environment = {"platform_system": "Linux", "python_version": python}
    for wanted in _wanted(*extras):
        if wanted.marker is None or wanted.marker.evaluate(environment):
            pinned = pins[canonicalize_name(wanted.name)]
            assert wanted.specifier.contains(pinned), f"{name}: {wanted.name} {pinned} is not {wanted.specifier}"


@pytest.mark.parametrize("python", _PYTHONS)
def test_the_tests_run_on_what_the_program_runs_on(python: str) -> None:
    run, test = _pins("run.txt", python), _pins("test.txt", python)
    assert {name: test.get(name) for name in run} == run


def test_the_build_backend_is_pinned_with_what_it_needs() -> None:
    document = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    backend = [Requirement(text) for text in document["build-system"]["requires"]]
    pins = _pins("run.txt", "3.11")
    assert all(wanted.specifier.contains(pins[canonicalize_name(wanted.name)]) for wanted in backend)


def test_the_folder_holds_no_other_file() -> None:
    assert sorted(path.name for path in Path(ROOT / "requirements").iterdir()) == sorted(_FILES)
