"""The right and the wrong version that a question shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinetic_home.domain.exercise import CheckId
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View, camera_for
from kinetic_home.figure.sign_view import Seen, samples
from kinetic_home.figure.signs import signs_of
from kinetic_home.workflow.comparison import comparison
from kinetic_home.workflow.library_moving import view_for
from tests.figure.shown import EXERCISES, NAMES

STEP = EXERCISES["pat_step_down"]
KNEE = next(check for check in STEP.checks if check.id == "knee_line")


@pytest.mark.parametrize("name", NAMES)
def test_every_check_is_shown_right_and_wrong_and_the_wrong_one_shows_its_fault(name: str) -> None:
    exercise = EXERCISES[name]
    for check in exercise.checks:
        if check.id not in exercise.wrong:
            continue
        found = comparison(exercise, check, Side.LEFT, 0, still=True)
        assert found.wrong is not None, check.id
        assert found.right.figure.fault == 0.0
        assert found.wrong.figure.fault >= 0.5, check.id
        assert found.wrong.scene.motion.marks, check.id


@pytest.mark.parametrize("name", NAMES)
def test_the_wrong_version_has_its_signs_in_the_view_that_it_opens_with(name: str) -> None:
    exercise = EXERCISES[name]
    for check in exercise.checks:
        if check.id not in exercise.wrong:
            continue
        for side in (Side.RIGHT, Side.LEFT):
            found = comparison(exercise, check, side, 0, still=True)
            assert found.wrong is not None
            motion, works = found.wrong.scene.motion, found.wrong.scene.side
            camera = camera_for(found.view, motion, works)
            stretched = found.wrong.emphasis.stretched
            shown = signs_of(Seen(found.wrong.figure, motion, works, camera), stretched)
            every = [signs_of(Seen(figure, motion, works, camera), stretched) for figure in samples(motion, works)]
            # What only moves, as a walk does, is not marked in every instant of it.
            assert shown or any(every), check.id
            assert found.view is view_for(exercise, exercise.wrong[check.id]), check.id


def test_both_move_in_time_and_know_each_other() -> None:
    found = comparison(STEP, KNEE, Side.LEFT, 2_500)
    assert found.wrong is not None
    assert found.wrong.emphasis.right is found.right.figure
    assert found.right.emphasis.right is None
    assert found.right.figure.joints["left_heel"] == pytest.approx(found.wrong.figure.joints["left_heel"], abs=1e-3)
    assert found.right.figure != comparison(STEP, KNEE, Side.LEFT, 3_500).right.figure


def test_both_have_the_overlay_of_the_check() -> None:
    found = comparison(STEP, KNEE, Side.RIGHT, 0)
    assert found.wrong is not None
    assert found.right.emphasis.overlay is found.wrong.emphasis.overlay is KNEE.overlay


def test_it_is_seen_from_where_the_check_is_seen() -> None:
    assert comparison(STEP, KNEE, Side.RIGHT, 0).view is View.FRONT


def test_the_side_that_worked_is_shown() -> None:
    assert comparison(STEP, KNEE, Side.LEFT, 0).right.figure.working == "left"
    squat = EXERCISES["pat_box_squat"]
    assert comparison(squat, squat.checks[0], Side.LEFT, 0).right.scene.side is Side.BOTH


def test_a_check_without_a_wrong_version_shows_the_right_one_alone() -> None:
    other = replace(KNEE, id=CheckId("felt"))
    assert comparison(STEP, other, Side.RIGHT, 0).wrong is None


def test_what_stands_still_does_not_move() -> None:
    one, later = (comparison(STEP, KNEE, Side.RIGHT, t_ms, still=True) for t_ms in (0, 1_700))
    assert one == later
