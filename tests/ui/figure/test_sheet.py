from __future__ import annotations

import pytest

from kinetic_home.domain.side import Side
from kinetic_home.ui.figure.sheet import contact_sheet, exercise_scene
from tests.figure.shown import EXERCISES
from tests.ui.figure.colours import PALETTES


@pytest.mark.parametrize("view", ["side", "front", "three-quarter", "top"])
def test_a_sheet_has_a_picture_for_every_frame(qapp, view: str) -> None:
    four = contact_sheet(EXERCISES["pat_gait"], view=view, side=Side.BOTH, frames=4, palette=PALETTES["light"])
    six = contact_sheet(EXERCISES["pat_gait"], view=view, side=Side.BOTH, frames=6, palette=PALETTES["light"])
    assert six.width() * 4 == four.width() * 6
    assert six.height() == four.height()


def test_many_frames_go_into_rows(qapp) -> None:
    sheet = contact_sheet(EXERCISES["act_bridge"], view="side", side=Side.BOTH, frames=8, palette=PALETTES["dark"])
    one = contact_sheet(EXERCISES["act_bridge"], view="side", side=Side.BOTH, frames=2, palette=PALETTES["dark"])
    assert sheet.height() == 2 * one.height()


def test_a_side_counts_only_where_an_exercise_is_done_side_by_side() -> None:
    assert exercise_scene(EXERCISES["act_bridge"], Side.LEFT).side is Side.BOTH
    assert exercise_scene(EXERCISES["act_clam"], Side.LEFT).side is Side.LEFT


def test_one_picture_is_no_repetition(qapp) -> None:
    with pytest.raises(ValueError, match="at least two"):
        contact_sheet(EXERCISES["act_bridge"], view="side", side=Side.BOTH, frames=1, palette=PALETTES["light"])
