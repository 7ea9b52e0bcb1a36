"""The sheet of an exercise holds the right version and every wrong one, from three sides each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinetic_home.domain.side import Side
from kinetic_home.ui.figure.exercise_sheet import exercise_sheet
from tests.figure.shown import EXERCISES
from tests.ui.figure.colours import PALETTES


@pytest.mark.parametrize("name", ["pat_box_squat", "act_clam"])
def test_bare_sheets_have_no_room_for_letters(qapp, name: str) -> None:
    exercise, palette = EXERCISES[name], PALETTES["light"]
    bare = exercise_sheet(exercise, side=Side.RIGHT, palette=palette, bare=True)
    lettered = exercise_sheet(exercise, side=Side.RIGHT, palette=palette)
    assert bare.width() < lettered.width()
    assert bare.height() < lettered.height()


def test_every_wrong_version_has_its_rows(qapp) -> None:
    exercise, palette = EXERCISES["act_bridge"], PALETTES["dark"]
    checks = exercise.checks
    heights: list[int] = []
    for count in (0, 1, 2):
        asked = {check.id: exercise.wrong[check.id] for check in checks[:count]}
        shown = exercise_sheet(
            replace(exercise, wrong=asked), side=Side.RIGHT, palette=palette, bare=True, overlay=True
        )
        heights.append(shown.height())
    assert heights[0] < heights[1] < heights[2]
