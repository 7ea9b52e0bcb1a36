"""Every plan in bad/ is refused, with exactly the words in the text file beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kinetic_home.catalogue.plans import load_plan
from kinetic_home.catalogue.problems import ContentError
from kinetic_home.domain.exercise import Catalogue

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.toml"))


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_a_bad_plan_is_refused_with_all_its_problems(
    file: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE)
    with pytest.raises(ContentError) as caught:
        load_plan(file.relative_to(HERE), catalogue)
    assert f"{caught.value}\n" == file.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_every_problem_names_file_place_and_cause(file: Path) -> None:
    for line in file.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(rf"bad/{file.name}: [^:]+: \S.*", line)


def test_each_expected_message_has_its_plan() -> None:
    assert {file.stem for file in (HERE / "bad").glob("*.txt")} == {file.stem for file in BAD}
