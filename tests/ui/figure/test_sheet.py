"""A contact sheet has a picture for every instant, and right and wrong at one scale."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from kinetic_home.domain.fault import FaultKind, OverlayKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import PLAIN
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.scene import framed
from kinetic_home.ui.figure.sheet import Strip, cell_size, contact_sheet, shared_frame
from tests.figure.shown import EXERCISES
from tests.ui.figure.colours import PALETTES


def strip(name: str, side: Side = Side.BOTH, fault: FaultKind | None = None) -> Strip:
    exercise = EXERCISES[name]
    motion = exercise.motion if fault is None else wrong(exercise.motion, fault)
    return Strip(exercise=exercise, motion=motion, side=side)


def sheet(name: str, frames: int, view: str = "side", theme: str = "light") -> QImage:
    return contact_sheet(strip(name), view=view, frames=frames, palette=PALETTES[theme])


@pytest.mark.parametrize("view", ["side", "front", "three-quarter", "top"])
def test_a_sheet_has_a_picture_for_every_frame(qapp, view: str) -> None:
    four, six = sheet("pat_gait", 4, view), sheet("pat_gait", 6, view)
    assert six.width() * 4 == four.width() * 6
    assert six.height() == four.height()


def test_many_frames_go_into_rows(qapp) -> None:
    assert sheet("act_bridge", 8, theme="dark").height() == 2 * sheet("act_bridge", 2, theme="dark").height()


def test_a_side_counts_only_where_an_exercise_is_done_side_by_side() -> None:
    assert strip("act_bridge", Side.LEFT).scene.side is Side.BOTH
    assert strip("act_clam", Side.LEFT).scene.side is Side.LEFT


def test_one_picture_is_no_repetition(qapp) -> None:
    with pytest.raises(ValueError, match="at least two"):
        sheet("act_bridge", 1)


def test_right_and_wrong_are_as_large_and_at_the_same_instants(qapp) -> None:
    right, bad = strip("pat_box_squat"), strip("pat_box_squat", fault=FaultKind.KNEE_IN)
    assert [picture.time_ms for picture in right.pictures(6)] == [picture.time_ms for picture in bad.pictures(6)]
    motions = (right.motion, bad.motion)
    for view in View:
        shared = shared_frame(motions, view, Side.BOTH)
        for motion in motions:
            own = framed(motion, view, Side.BOTH)
            assert shared.left <= own.left
            assert shared.top >= own.top
            assert shared.right >= own.right
            assert shared.bottom <= own.bottom


def test_a_cell_is_filled_within_its_limits() -> None:
    frame = shared_frame([EXERCISES["act_bridge"].motion], View.SIDE, Side.BOTH)
    size = cell_size(frame, 300.0, 200.0)
    assert size.width() <= 300.0
    assert size.height() <= 200.0
    assert size.width() == pytest.approx(300.0) or size.height() == pytest.approx(200.0)


def test_nothing_is_laid_over_a_picture_unless_it_is_asked_for() -> None:
    plain = strip("pat_box_squat")
    assert set(plain.emphases(plain.pictures(3))) == {PLAIN}


def test_muscles_are_tinted_while_they_work() -> None:
    shown = replace(strip("pat_box_squat"), muscles=True)
    efforts = [emphasis.effort for emphasis in shown.emphases(shown.pictures(6))]
    assert max(efforts) > 0.5


def test_an_overlay_on_a_wrong_version_knows_the_right_one() -> None:
    bad = replace(strip("pat_box_squat", fault=FaultKind.KNEE_IN), overlay=OverlayKind.KNEE_PLUMB)
    right = strip("pat_box_squat").pictures(3)
    for emphasis, picture in zip(bad.emphases(bad.pictures(3)), right, strict=True):
        assert emphasis.overlay is OverlayKind.KNEE_PLUMB
        assert emphasis.right == picture.figure


def test_a_wrong_version_looks_different(qapp) -> None:
    right = contact_sheet(strip("pat_box_squat"), view="front", frames=4, palette=PALETTES["light"])
    bad = contact_sheet(
        strip("pat_box_squat", fault=FaultKind.KNEE_IN), view="front", frames=4, palette=PALETTES["light"]
    )
    assert QColor(PALETTES["light"].ground) == QColor(bad.pixel(1, 1))
    assert right != bad
