"""Signs of wrong versions: within the picture, one direction for one fault, beside the face, gone without a fault."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import hypot

import pytest

from kinetic_home.domain.fault import FaultKind, Mark, Timing
from kinetic_home.domain.motion import Flow, Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View, camera_for
from kinetic_home.figure.faults import clearest_view, wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.scene import framed
from kinetic_home.figure.sign_places import body_spots
from kinetic_home.figure.sign_shape import Arrow, Flat, Ghost, Line, Ring, Shape, reach_of
from kinetic_home.figure.sign_view import LEAST_FAULT, Seen, strength
from kinetic_home.figure.signs import signs_of
from tests.figure.shown import EXERCISES

PAIRS = sorted(
    {(name, kind) for name, exercise in EXERCISES.items() for kind in exercise.wrong.values()}, key=lambda pair: pair
)
STEPS = 12
# The face and the hair, without the edge of the head.
FACE_M = 0.085
# A lens leaves this much around what it frames.
SPARE_M = 0.03


@lru_cache(maxsize=8)
def shown(name: str, kind: FaultKind, side: Side) -> tuple[Motion, View, tuple[Figure, ...]]:
    exercise = EXERCISES[name]
    motion = wrong(exercise.motion, kind)
    ways = ["AB", "BB"] + (["BA"] if motion.flow is Flow.CYCLE or motion.back or motion.timing != "right" else [])
    figures = tuple(
        figure_at(motion, pose_from=way[0], pose_to=way[1], fraction=step / STEPS, rep_no=1, side=side)
        for way in ways
        for step in range(STEPS + 1)
    )
    return motion, clearest_view(kind) or View.named(exercise.view), figures


def signs(name: str, kind: FaultKind, side: Side, mark: Mark | None = None) -> list[tuple[Seen, tuple[Shape, ...]]]:
    motion, view, figures = shown(name, kind, side)
    camera = camera_for(view, motion, side)
    if mark is not None:
        motion = replace(motion, marks=(mark,))
    every = [Seen(figure, motion, side, camera) for figure in figures]
    return [(seen, signs_of(seen)) for seen in every]


def direction(arrow: Arrow) -> Flat:
    (ax, ay), (bx, by) = arrow.points[0], arrow.points[-1]
    size = hypot(bx - ax, by - ay) or 1.0
    return (bx - ax) / size, (by - ay) / size


def places(shape: Shape) -> list[Flat]:
    match shape:
        case Ring():
            turns = ((1, 0), (0, 1), (-1, 0), (0, -1))
            return [(shape.at[0] + x * shape.wide_m, shape.at[1] + y * shape.high_m) for x, y in turns]
        case Ghost():
            return []
        case _:
            ends = zip(shape.points, shape.points[1:], strict=False)
            return [
                ((a[0] * (4 - i) + b[0] * i) / 4, (a[1] * (4 - i) + b[1] * i) / 4) for a, b in ends for i in range(5)
            ]


# The left side is the mirror of the right one: some of its pairs are enough.
@pytest.mark.parametrize(
    ("name", "kind", "side"),
    [(*pair, Side.RIGHT) for pair in PAIRS] + [(*pair, Side.LEFT) for pair in PAIRS[::7]],
)
def test_the_picture_holds_every_sign(name: str, kind: FaultKind, side: Side) -> None:
    motion, view, _ = shown(name, kind, side)
    frame = framed(motion, view, side)
    for _, shapes in signs(name, kind, side):
        for x, y, size in reach_of(shapes):
            assert frame.left - SPARE_M <= x - size
            assert x + size <= frame.right + SPARE_M
            assert frame.bottom - SPARE_M <= y - size
            assert y + size <= frame.top + SPARE_M


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_the_arrow_of_a_fault_never_turns(name: str, kind: FaultKind) -> None:
    motion, _, _ = shown(name, kind, Side.RIGHT)
    for mark in motion.marks:
        arrows = [
            direction(shape)
            for _, shapes in signs(name, kind, Side.RIGHT, mark)
            for shape in shapes
            if isinstance(shape, Arrow) and not shape.both
        ]
        for way in arrows:
            assert way[0] * arrows[0][0] + way[1] * arrows[0][1] > 0.5


@pytest.mark.parametrize(("name", "kind"), [pair for pair in PAIRS if pair[1] is not FaultKind.HOLDS_BREATH])
def test_no_sign_lies_on_the_face(name: str, kind: FaultKind) -> None:
    for seen, shapes in signs(name, kind, Side.RIGHT):
        hx, hy = seen.flat("skull")
        for shape in shapes:
            assert all(hypot(x - hx, y - hy) > FACE_M for x, y in places(shape)), shape


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_every_fault_has_a_sign_and_only_while_it_shows(name: str, kind: FaultKind) -> None:
    told = signs(name, kind, Side.RIGHT)
    assert any(shapes for _, shapes in told)
    assert all(not shapes for seen, shapes in told if seen.figure.fault < LEAST_FAULT)


TIMED = [pair for pair in PAIRS if wrong(EXERCISES[pair[0]].motion, pair[1]).timing in (Timing.RUSHED, Timing.STOPPED)]


@pytest.mark.parametrize(("name", "kind"), TIMED)
def test_the_clock_stands_in_one_place_beside_the_body(name: str, kind: FaultKind) -> None:
    clocks = {
        (shape.at, shape.wide_m): None
        for _, shapes in signs(name, kind, Side.RIGHT)
        for shape in shapes
        if isinstance(shape, Ring)
    }
    assert len(clocks) == 1
    ((cx, cy), size) = next(iter(clocks))
    for seen, _ in signs(name, kind, Side.RIGHT):
        for x, y, flesh in body_spots(seen.figure, seen.camera):
            assert hypot(x - cx, y - cy) > size + flesh - 0.06


@pytest.mark.parametrize(("name", "kind"), [pair for pair in PAIRS if pair[1] is FaultKind.HOLDS_BREATH])
def test_a_held_breath_is_beside_the_head_and_stays_there(name: str, kind: FaultKind) -> None:
    steps: set[tuple[float, float]] = set()
    for seen, shapes in signs(name, kind, Side.RIGHT):
        for shape in shapes:
            if isinstance(shape, Ring):
                hx, hy = seen.flat("skull")
                steps.add((round(shape.at[0] - hx, 6), round(shape.at[1] - hy, 6)))
                assert hypot(shape.at[0] - hx, shape.at[1] - hy) > FACE_M + shape.wide_m
    assert len(steps) == 1


def test_both_knees_that_fall_in_are_marked_from_outside() -> None:
    told = [shapes for _, shapes in signs("str_goblet_squat", FaultKind.KNEE_IN, Side.BOTH) if shapes]
    for shapes in told:
        (first, second) = sorted((one for one in shapes if isinstance(one, Ring)), key=lambda ring: ring.at[0])
        assert hypot(first.at[0] - second.at[0], first.at[1] - second.at[1]) > first.wide_m + second.wide_m
        left, right = sorted((one for one in shapes if isinstance(one, Arrow)), key=lambda arrow: arrow.points[0][0])
        assert direction(left)[0] > 0.9
        assert direction(right)[0] < -0.9
        assert left.points[-1][0] < first.at[0]
        assert right.points[-1][0] > second.at[0]


def test_one_foot_is_marked_at_a_time_in_a_walk() -> None:
    for kind in (FaultKind.FLAT_STEP, FaultKind.WEAK_PUSH):
        counts = [sum(isinstance(shape, Arrow) for shape in shapes) for _, shapes in signs("pat_gait", kind, Side.BOTH)]
        assert max(counts) == 1
        assert min(counts) == 0


def test_a_foot_that_comes_down_is_all_that_is_marked_of_a_lost_balance() -> None:
    for _, shapes in signs("bal_sls", FaultKind.FOOT_DOWN, Side.RIGHT):
        assert not any(isinstance(shape, Arrow) for shape in shapes)
        assert sum(isinstance(shape, Ring) for shape in shapes) <= 1


def test_a_slight_fault_has_no_sign_and_a_plain_one_all_of_it() -> None:
    assert strength(LEAST_FAULT) == 0.0
    assert strength(0.5) == 1.0


def test_a_bounce_shows_the_other_end_of_its_swing() -> None:
    told = [shapes for _, shapes in signs("mob_gastroc", FaultKind.BOUNCES, Side.RIGHT) if shapes]
    assert told
    for shapes in told:
        ghosts = [shape for shape in shapes if isinstance(shape, Ghost)]
        assert len(ghosts) == 1
        assert ghosts[0].limbs
        assert sum(isinstance(shape, Arrow) and shape.both for shape in shapes) == 1


def test_a_foot_that_rolls_shows_its_slope_against_the_level() -> None:
    for _, shapes in signs("str_calf_single", FaultKind.FOOT_ROLLS_OUT, Side.RIGHT):
        if shapes:
            level, slope = (shape for shape in shapes if isinstance(shape, Line))
            rises = [abs(one.points[1][1] - one.points[0][1]) for one in (level, slope)]
            assert rises[1] > rises[0] + 0.01
