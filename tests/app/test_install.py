"""Kinetic Home finds its own files however it is installed: wheel, wheel from the sdist, editable, bare checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from kinetic_home import __version__

ROOT = Path(__file__).resolve().parents[2]

_REPORT = """
from kinetic_home import __version__
from kinetic_home.app.paths import shipped
from kinetic_home.app.content import catalogue, plan_in_use
from pathlib import Path
plan = plan_in_use(catalogue(), Path("no-such-folder"))
voice = shipped("assets") / "voice" / "en" / "manifest.json"
font = shipped("assets") / "fonts" / "OFL.txt"
queries = list((Path(shipped.__code__.co_filename).parents[1] / "storage" / "sql").glob("*.sql"))
print(__version__, plan.id, voice.is_file(), font.is_file(), bool(queries), shipped("assets").name, sep="|")
"""


def _build(source: Path, target: Path, *kinds: str) -> None:
    """Build packages with the pinned backend; nothing is fetched."""
    wanted = [word for kind in kinds for word in ("-t", kind)]
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(target), *wanted]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr


def _report(path: Path, tmp_path: Path) -> list[str]:
    """Return what a program started in another folder, with this path first, finds."""
    environment = {**os.environ, "PYTHONPATH": str(path), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _REPORT],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().split("|")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    _build(ROOT, folder, "sdist", "wheel")
    return folder


def _unpacked_wheel(folder: Path, target: Path) -> Path:
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_an_installed_wheel_finds_its_files(built: Path, tmp_path: Path) -> None:
    wheel = _unpacked_wheel(built, tmp_path / "wheel")
    assert _report(wheel, tmp_path) == [__version__, "foundation_2wk", "True", "True", "True", "_assets"]


def test_a_wheel_built_from_the_source_package_holds_the_same_files(built: Path, tmp_path: Path) -> None:
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    _build(tmp_path / source.name.removesuffix(".tar.gz"), tmp_path / "again", "wheel")
    (again,) = (tmp_path / "again").glob("*.whl")
    (first,) = built.glob("*.whl")
    assert _contents(again) == _contents(first)


def _contents(wheel: Path) -> dict[str, int]:
    """Return the names and check sums of what a wheel holds."""
    with zipfile.ZipFile(wheel) as archive:
        return {entry.filename: entry.CRC for entry in archive.infolist()}


def test_a_wheel_holds_the_program_and_no_tests(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    tops = {name.split("/")[0] for name in _contents(wheel)}
    assert tops == {"kinetic_home", f"kinetic_home-{__version__}.dist-info"}


def test_the_wheel_carries_every_shipped_file(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    shipped = {
        f"kinetic_home/_{file.relative_to(ROOT).as_posix()}"
        for tree in ("assets", "resources")
        for file in (ROOT / tree).rglob("*")
        if file.is_file() and not file.name.startswith(".") and "__pycache__" not in file.parts
    }
    assert shipped
    assert shipped - set(_contents(wheel)) == set()


def test_an_editable_install_finds_the_checkouts_files(tmp_path: Path) -> None:
    editable = "from hatchling.builders.wheel import WheelBuilder; import sys; "
    editable += "print(next(WheelBuilder('.').build(directory=sys.argv[1], versions=['editable'])))"
    done = subprocess.run(
        [sys.executable, "-c", editable, str(tmp_path / "built")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    unpacked = _unpacked_wheel(tmp_path / "built", tmp_path / "wheel")
    (path_file,) = unpacked.glob("*.pth")
    checkout = Path(path_file.read_text(encoding="utf-8").strip())
    assert checkout == ROOT
    assert _report(checkout, tmp_path) == [__version__, "foundation_2wk", "True", "True", "True", "assets"]


def test_a_bare_checkout_runs_without_being_installed(tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    for tree in ("kinetic_home", "assets", "resources"):
        shutil.copytree(ROOT / tree, copy / tree, ignore=shutil.ignore_patterns("__pycache__"))
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    command = [sys.executable, "-m", "kinetic_home", "plan", "check", str(copy / "resources/plans/foundation.toml")]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "no problems" in done.stdout
