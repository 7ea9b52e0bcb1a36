"""Shipped files are found in an installed package, in a checkout, and their lack is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinetic_home.app import paths


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert (paths.shipped("resources") / "plans" / "foundation.toml").is_file()


def test_an_installed_package_has_its_resources_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kinetic_home" / "_resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "kinetic_home")
    assert paths.shipped("resources") == tmp_path / "kinetic_home" / "_resources"


def test_a_broken_installation_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    with pytest.raises(FileNotFoundError, match="no folder _assets in it and no assets beside it"):
        paths.shipped("assets")
