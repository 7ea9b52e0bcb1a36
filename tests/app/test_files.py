"""Files put into place whole or not at all."""

from pathlib import Path

import pytest

from kinetic_home.app.files import copy_into_place


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "source.toml"
    file.write_bytes(b"new")
    return file


def test_a_file_is_copied_into_a_folder_that_is_made_for_it(source: Path, tmp_path: Path):
    target = tmp_path / "data" / "plan.toml"
    assert copy_into_place(source, target) is None
    assert target.read_bytes() == b"new"
    assert [file.name for file in target.parent.iterdir()] == ["plan.toml"]


def test_what_stood_there_is_kept_under_the_next_free_number(source: Path, tmp_path: Path):
    target = tmp_path / "plan.toml"
    target.write_bytes(b"old")
    (tmp_path / "plan.1.toml").write_bytes(b"older")
    kept = copy_into_place(source, target)
    assert kept == tmp_path / "plan.2.toml"
    assert (target.read_bytes(), kept.read_bytes()) == (b"new", b"old")


def test_the_same_file_again_keeps_no_copy(source: Path, tmp_path: Path):
    target = tmp_path / "plan.toml"
    copy_into_place(source, target)
    assert copy_into_place(source, target) is None
    assert sorted(file.name for file in tmp_path.iterdir()) == ["plan.toml", "source.toml"]


def test_a_source_that_cannot_be_read_changes_nothing(tmp_path: Path):
    target = tmp_path / "plan.toml"
    target.write_bytes(b"old")
    with pytest.raises(FileNotFoundError):
        copy_into_place(tmp_path / "none.toml", target)
    assert target.read_bytes() == b"old"
