"""Signs of wrong versions: within the picture, one direction for one fault, beside the face, gone without a fault."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from math import hypot

import pytest

from kinetic_home.domain.exercise import RepPhase
from kinetic_home.domain.fault import FaultKind, Mark, Timing
from kinetic_home.domain.motion import Flow, Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View, camera_for
from kinetic_home.figure.emphasis import worked
from kinetic_home.figure.faults import clearest_view, seen_from, wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.muscles import REGIONS, region_middle
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.scene import framed
from kinetic_home.figure.sign_places import body_spots
from kinetic_home.figure.sign_shape import Arrow, Flat, Ghost, Line, Ring, Shape, reach_of
from kinetic_home.figure.sign_time import swing_ends
from kinetic_home.figure.sign_view import LEAST_FAULT, Seen, loaded_pair, samples, strength, view_of
from kinetic_home.figure.signs import opening_view, sign_reach, signs_of
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
    return motion, opening_view(motion, side, View.named(exercise.view)), figures


def signs(name: str, kind: FaultKind, side: Side, mark: Mark | None = None) -> list[tuple[Seen, tuple[Shape, ...]]]:
    motion, view, figures = shown(name, kind, side)
    camera = camera_for(view, motion, side)
    if mark is not None:
        motion = replace(motion, marks=(mark,))
    every = [Seen(figure, motion, side, camera) for figure in figures]
    return [(seen, signs_of(seen)) for seen in every]


def from_view(name: str, kind: FaultKind, view: View) -> list[tuple[Seen, tuple[Shape, ...]]]:
    motion, _, figures = shown(name, kind, Side.RIGHT)
    camera = camera_for(view, motion, Side.RIGHT)
    every = [Seen(figure, motion, Side.RIGHT, camera) for figure in figures]
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
def test_every_view_holds_every_sign(name: str, kind: FaultKind) -> None:
    exercise = EXERCISES[name]
    motion, side = wrong(exercise.motion, kind), Side.RIGHT if exercise.per_side else Side.BOTH
    _, stretched = worked(exercise)
    for view in View:
        camera, frame = camera_for(view, motion, side), framed(motion, view, side)
        for figure in samples(motion, side)[::2]:
            for x, y, size in reach_of(signs_of(Seen(figure, motion, side, camera), stretched)):
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


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_every_wrong_version_has_its_sign_in_the_view_that_it_opens_with(name: str, kind: FaultKind) -> None:
    exercise = EXERCISES[name]
    motion, side = wrong(exercise.motion, kind), Side.RIGHT if exercise.per_side else Side.BOTH
    view = opening_view(motion, side, View.named(exercise.view))
    camera = camera_for(view, motion, side)
    assert any(signs_of(Seen(figure, motion, side, camera)) for figure in samples(motion, side))


STRAINED = [pair for pair in PAIRS if pair[1] is FaultKind.OTHERS_WORK]


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize(("name", "kind"), STRAINED)
def test_a_strain_is_marked_where_the_muscle_is_seen(name: str, kind: FaultKind, view: View) -> None:
    region = REGIONS["hamstrings"][0]
    for seen, shapes in from_view(name, kind, view):
        if shapes:
            at = next(shape.at for shape in shapes if isinstance(shape, Ring))
            spots = [seen.camera.flat(region_middle(seen.figure, region, side)) for side in ("right", "left")]
            assert min(hypot(at[0] - x, at[1] - y) for x, y in spots) < 0.05


def test_a_clamshell_that_strains_opens_from_where_the_back_of_the_thigh_is_seen() -> None:
    motion = wrong(EXERCISES["act_clam"].motion, FaultKind.OTHERS_WORK)
    assert opening_view(motion, Side.RIGHT, View.THREE_QUARTER) is View.FRONT
    assert all(not shapes for _, shapes in from_view("act_clam", FaultKind.OTHERS_WORK, View.SIDE))


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


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_no_sign_is_drawn_where_its_fault_cannot_be_seen(name: str, kind: FaultKind) -> None:
    motion, best, _ = shown(name, kind, Side.RIGHT)
    assert any(seen_from(kind, mark, best) for mark in motion.marks)
    for view in View:
        if not any(seen_from(kind, mark, view) for mark in motion.marks):
            assert all(not shapes for _, shapes in from_view(name, kind, view))


@pytest.mark.parametrize("kind", list(FaultKind))
def test_a_fault_is_never_hidden_where_it_is_seen_best(kind: FaultKind) -> None:
    best = clearest_view(kind)
    if best is not None:
        assert any(seen_from(kind, mark, best) for mark in Mark)


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize("name", sorted(EXERCISES))
def test_the_view_of_a_camera_is_found_again(name: str, side: Side) -> None:
    motion = EXERCISES[name].motion
    for view in View:
        assert view_of(camera_for(view, motion, side), motion, side) is view


def test_what_is_hardly_seen_has_no_arrow() -> None:
    seen, _ = from_view("bal_sls", FaultKind.KNEE_IN, View.THREE_QUARTER)[0]
    towards, right = seen.camera.towards, seen.camera.right
    assert seen.way((towards[0] + 0.4 * right[0], towards[1], towards[2] + 0.4 * right[2])) is None
    assert seen.way((towards[0] + right[0], towards[1], towards[2] + right[2])) is not None


LEANS = [pair for pair in PAIRS if pair[1] in (FaultKind.TRUNK_LEANS, FaultKind.TRUNK_TIPS)]


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize(("name", "kind"), LEANS)
def test_the_dashed_line_of_a_trunk_is_the_right_version_at_that_instant(
    name: str, kind: FaultKind, side: Side
) -> None:
    motion, view, _ = shown(name, kind, side)
    camera = camera_for(view, motion, side)
    assert motion.right is not None
    for step in range(1, 10):
        bad, good = (
            figure_at(one, pose_from="A", pose_to="B", fraction=step / 10, rep_no=1, side=side)
            for one in (motion, motion.right)
        )
        guides = [
            shape
            for shape in signs_of(Seen(bad, motion, side, camera))
            if isinstance(shape, Line) and shape.tone is Tone.GUIDE
        ]
        for guide in guides:
            (ax, ay), (bx, by) = guide.points
            (lx, ly), (nx, ny) = (camera.flat(good.joints[joint]) for joint in ("pelvis", "neck"))
            sine = ((bx - ax) * (ny - ly) - (by - ay) * (nx - lx)) / (hypot(bx - ax, by - ay) * hypot(nx - lx, ny - ly))
            assert abs(sine) < 0.06


@pytest.mark.parametrize("name", ["act_sl_bridge", "bal_foam", "bal_sls", "pat_step_down"])
def test_the_arrow_of_a_pelvis_that_drops_is_at_the_side_that_sinks(name: str) -> None:
    arrows = 0
    for seen, shapes in signs(name, FaultKind.PELVIS_DROPS, Side.RIGHT):
        low, high = sorted(("work_hip", "other_hip"), key=lambda joint: seen.joint(joint)[1])
        for arrow in (one for one in shapes if isinstance(one, Arrow)):
            arrows += 1
            x = arrow.points[-1][0]
            assert abs(x - seen.flat(low)[0]) < abs(x - seen.flat(high)[0])
            assert direction(arrow)[1] < -0.9
    assert arrows


def test_a_foot_that_comes_down_behind_the_other_has_no_sign_and_one_beside_it_has() -> None:
    assert all(not shapes for _, shapes in from_view("bal_tandem", FaultKind.FOOT_DOWN, View.SIDE))
    assert any(shapes for _, shapes in from_view("bal_sls", FaultKind.FOOT_DOWN, View.SIDE))


RUSHED = [pair for pair in PAIRS if pair[1] is FaultKind.RUSHES]


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize(("name", "kind"), RUSHED)
def test_lines_of_speed_keep_off_the_head(name: str, kind: FaultKind, view: View) -> None:
    for seen, shapes in from_view(name, kind, view):
        hx, hy = seen.flat("skull")
        for shape in shapes:
            if isinstance(shape, Line):
                assert all(hypot(x - hx, y - hy) > FACE_M for x, y in places(shape))


BOUNCED = [pair for pair in PAIRS if pair[1] is FaultKind.BOUNCES]


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize(("name", "kind"), BOUNCED)
def test_the_arrow_of_a_bounce_is_at_the_limb_that_swings(name: str, kind: FaultKind, view: View) -> None:
    for _, shapes in from_view(name, kind, view):
        for ghost in (shape for shape in shapes if isinstance(shape, Ghost)):
            (arrow,) = (shape for shape in shapes if isinstance(shape, Arrow))
            (ax, ay), (bx, by) = arrow.points
            x, y = (ax + bx) / 2.0, (ay + by) / 2.0
            ways = [way for limb, _ in ghost.limbs for way in pairwise(limb)]
            spots = [(a[0] + (b[0] - a[0]) * n / 5, a[1] + (b[1] - a[1]) * n / 5) for a, b in ways for n in range(6)]
            assert min(hypot(px - x, py - y) for px, py in spots) < 0.50


@pytest.mark.parametrize("name", ["mob_gastroc", "mob_hip_flexor", "mob_soleus"])
def test_a_bounce_towards_the_eye_has_no_sign(name: str) -> None:
    assert all(not shapes for _, shapes in from_view(name, FaultKind.BOUNCES, View.FRONT))


@pytest.mark.parametrize("view", [View.FRONT, View.THREE_QUARTER])
def test_knees_that_touch_are_both_marked(view: View) -> None:
    told = [shapes for _, shapes in from_view("act_bridge", FaultKind.KNEES_TOGETHER, view) if shapes]
    assert any(sum(isinstance(one, Ring) for one in shapes) == 1 for shapes in told)
    assert all(sum(isinstance(one, Arrow) for one in shapes) == 2 for shapes in told)


HEELS = [pair for pair in PAIRS if pair[1] in (FaultKind.HEEL_LIFTS, FaultKind.HEEL_SINKS)]


@pytest.mark.parametrize(("name", "kind"), HEELS)
def test_the_arrow_of_a_heel_is_behind_the_foot(name: str, kind: FaultKind) -> None:
    for seen, shapes in from_view(name, kind, View.SIDE):
        assert not any(isinstance(shape, Ring) for shape in shapes)
        for arrow in (shape for shape in shapes if isinstance(shape, Arrow)):
            behind = [seen.flat(f"{side}_heel")[0] - arrow.points[0][0] for side in ("work", "other")]
            assert any(0.04 < gap < 0.10 for gap in behind)


TURNED_OUT = [pair for pair in PAIRS if pair[1] is FaultKind.TOES_TURN_OUT]


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize(("name", "kind"), TURNED_OUT)
def test_a_foot_that_turns_out_is_not_covered_by_its_sign(name: str, kind: FaultKind, side: Side) -> None:
    for seen, shapes in signs(name, kind, side):
        lines = [shape for shape in shapes if isinstance(shape, Line) and shape.tone is Tone.WRONG]
        for foot, line in zip(("work", "other"), lines, strict=False):
            (hx, hy), (tx, ty) = seen.flat(f"{foot}_heel"), seen.flat(f"{foot}_toe")
            assert all(hypot(x - hx, y - hy) > 0.95 * hypot(tx - hx, ty - hy) for x, y in line.points)


PELVES = [pair for pair in PAIRS if pair[1] in (FaultKind.PELVIS_DROPS, FaultKind.PELVIS_HIKES)]


@pytest.mark.parametrize("view", [View.FRONT, View.THREE_QUARTER])
@pytest.mark.parametrize(("name", "kind"), [pair for pair in PELVES if pair[0] != "act_sl_bridge"])
def test_a_level_pelvis_is_drawn_level_and_a_tilted_one_is_not(name: str, kind: FaultKind, view: View) -> None:
    for _, shapes in from_view(name, kind, view):
        lines = [shape for shape in shapes if isinstance(shape, Line)]
        for level, hips in zip(lines[::2], lines[1::2], strict=True):
            assert level.points[0][1] == pytest.approx(level.points[1][1])
            (ax, ay), (bx, by) = hips.points
            assert abs(by - ay) > 0.02 * abs(bx - ax)


def test_a_lying_pelvis_has_no_line_where_one_hip_hides_the_other() -> None:
    assert all(not shapes for _, shapes in from_view("act_sl_bridge", FaultKind.PELVIS_DROPS, View.THREE_QUARTER))
    assert any(shapes for _, shapes in from_view("act_sl_bridge", FaultKind.PELVIS_DROPS, View.FRONT))


ROUND = [pair for pair in PAIRS if pair[1] in (FaultKind.HIPS_ROLL, FaultKind.PELVIS_OPENS, FaultKind.TRUNK_TWISTS)]


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize(("name", "kind"), ROUND)
def test_an_arrow_round_the_trunk_is_bent_from_everywhere(name: str, kind: FaultKind, view: View) -> None:
    for _, shapes in from_view(name, kind, view):
        for arrow in (shape for shape in shapes if isinstance(shape, Arrow)):
            (ax, ay), (bx, by) = arrow.points[0], arrow.points[-1]
            chord = hypot(bx - ax, by - ay)
            off = max(abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / chord for x, y in arrow.points)
            assert off > 0.12 * chord


PULLED = [pair for pair in PAIRS if pair[1] is FaultKind.TOO_FAR]


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize(("name", "kind"), PULLED)
def test_flashes_of_pain_leave_the_muscle_in_sight(name: str, kind: FaultKind, view: View) -> None:
    motion, _, _ = shown(name, kind, Side.RIGHT)
    camera = camera_for(view, motion, Side.RIGHT)
    _, stretched = worked(EXERCISES[name])
    bad, _ = loaded_pair(motion, Side.RIGHT)
    flashes = signs_of(Seen(bad, motion, Side.RIGHT, camera), stretched)
    spot = camera.flat(region_middle(bad, REGIONS[stretched[0]][0], bad.working))
    far = [hypot(x - spot[0], y - spot[1]) for flash in flashes for x, y in places(flash)]
    assert 0.04 < min(far) < 0.40


def test_a_foot_behind_a_step_has_no_sign_on_the_step() -> None:
    for view in (View.FRONT, View.THREE_QUARTER):
        assert all(not shapes for _, shapes in from_view("pat_step_up", FaultKind.PUSHES_OFF, view))
    for side in (Side.RIGHT, Side.LEFT):
        assert any(shapes for _, shapes in signs("pat_step_up", FaultKind.PUSHES_OFF, side))


STRAIGHT = [
    pair for pair in PAIRS if pair[1] in (FaultKind.STIFF_LANDING, FaultKind.KNEE_BENDS, FaultKind.KNEE_CHANGES)
]


@pytest.mark.parametrize("view", [View.SIDE, View.THREE_QUARTER])
@pytest.mark.parametrize(("name", "kind"), STRAIGHT)
def test_the_arrow_of_a_knee_leaves_its_ring(name: str, kind: FaultKind, view: View) -> None:
    for seen, shapes in from_view(name, kind, view):
        kx, ky = seen.flat("work_knee")
        for arrow in (shape for shape in shapes if isinstance(shape, Arrow)):
            (ax, ay), (bx, by) = arrow.points
            assert hypot(ax - kx, ay - ky) < hypot(bx - kx, by - ky)


IN_TURN = [
    ("wu_march", FaultKind.TRUNK_TIPS, View.SIDE),
    ("act_clam", FaultKind.HIPS_ROLL, View.FRONT),
    ("mob_gastroc", FaultKind.TOES_TURN_OUT, View.FRONT),
]


@pytest.mark.parametrize(("name", "kind", "view"), IN_TURN)
def test_the_other_side_of_an_exercise_done_in_turn_has_its_signs_as_well(
    name: str, kind: FaultKind, view: View
) -> None:
    motion = wrong(replace(EXERCISES[name].motion, alternate=True), kind)
    camera = camera_for(view, motion, Side.BOTH)
    counts = [
        [
            len(signs_of(Seen(figure, motion, Side.BOTH, camera)))
            for figure in (
                figure_at(motion, pose_from="A", pose_to="B", fraction=step / 6, rep_no=rep_no, side=Side.BOTH)
                for step in range(7)
            )
        ]
        for rep_no in (1, 2)
    ]
    assert counts[0] == counts[1]
    assert any(counts[0])


def test_what_is_right_has_no_signs_to_hold() -> None:
    motion = EXERCISES["bal_sls"].motion
    assert sign_reach(motion, Side.RIGHT, camera_for(View.FRONT, motion, Side.RIGHT)) == ()


@pytest.mark.parametrize("name", ["ply_jump_stick", "ply_lateral_hop"])
def test_the_strokes_of_a_hard_landing_are_gone_soon_after_it(name: str) -> None:
    motion = wrong(EXERCISES[name].motion, FaultKind.STIFF_LANDING)
    camera = camera_for(View.SIDE, motion, Side.RIGHT)

    def strokes(since_ms: int, phase: RepPhase) -> list[float]:
        figure = figure_at(
            motion,
            pose_from="A",
            pose_to="A",
            fraction=since_ms / 2_000,
            rep_no=1,
            side=Side.RIGHT,
            span_ms=2_000,
            phase=phase,
        )
        shapes = signs_of(Seen(figure, motion, Side.RIGHT, camera))
        lines = [shape.points for shape in shapes if isinstance(shape, Line) and len(shape.points) == 2]
        return [hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in lines]

    fresh, half, late = (strokes(since_ms, RepPhase.HOLD) for since_ms in (0, 400, 900))
    assert fresh
    assert max(half) < max(fresh)
    assert not late
    assert not strokes(0, RepPhase.PAUSE)


@pytest.mark.parametrize("name", [name for name, kind in PAIRS if kind is FaultKind.KNEE_IN])
def test_the_ring_of_one_knee_does_not_reach_over_the_other(name: str) -> None:
    motion, _, _ = shown(name, FaultKind.KNEE_IN, Side.RIGHT)
    for seen, shapes in signs(name, FaultKind.KNEE_IN, Side.RIGHT):
        if len(motion.marks) == 1:
            (x, y), (ox, oy) = seen.flat("work_knee"), seen.flat("other_knee")
            for ring in (shape for shape in shapes if isinstance(shape, Ring)):
                assert ring.at == pytest.approx((x, y))
                assert ring.wide_m <= max(0.051, hypot(x - ox, y - oy) / 2.0)


@pytest.mark.parametrize("name", [name for name, kind in PAIRS if kind is FaultKind.SHIFTS_AWAY])
def test_a_plumb_line_comes_down_between_the_feet(name: str) -> None:
    for view in View:
        for seen, shapes in from_view(name, FaultKind.SHIFTS_AWAY, view):
            for line in (shape for shape in shapes if isinstance(shape, Line) and shape.tone is Tone.GUIDE):
                feet = sorted(seen.flat(f"{side}_ankle")[0] for side in ("work", "other"))
                assert feet[0] < line.points[0][0] < feet[1]


@pytest.mark.parametrize(("name", "kind"), [pair for pair in PAIRS if pair[1] is FaultKind.PUSHES_OFF])
def test_a_foot_that_pushes_off_is_not_marked_on_the_way_down(name: str, kind: FaultKind) -> None:
    motion, view, _ = shown(name, kind, Side.RIGHT)
    camera = camera_for(view, motion, Side.RIGHT)
    for step in range(STEPS + 1):
        figure = figure_at(motion, pose_from="B", pose_to="A", fraction=step / STEPS, rep_no=1, side=Side.RIGHT)
        assert not signs_of(Seen(figure, motion, Side.RIGHT, camera))


ROLLED = [pair for pair in PAIRS if pair[1] is FaultKind.FOOT_ROLLS_OUT]


@pytest.mark.parametrize("view", [View.FRONT, View.THREE_QUARTER])
@pytest.mark.parametrize(("name", "kind"), ROLLED)
def test_the_sign_of_a_rolled_foot_does_not_blink(name: str, kind: FaultKind, view: View) -> None:
    counts = {len(shapes) for seen, shapes in from_view(name, kind, view) if seen.figure.fault >= LEAST_FAULT}
    assert len(counts) == 1


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize(("name", "kind"), BOUNCED)
def test_where_a_bounced_limb_is_at_its_ghost_there_is_neither_ghost_nor_arrow(
    name: str, kind: FaultKind, view: View
) -> None:
    motion, _, _ = shown(name, kind, Side.RIGHT)
    back, last = swing_ends(motion, Side.RIGHT)
    camera = camera_for(view, motion, Side.RIGHT)
    assert signs_of(Seen(back, motion, Side.RIGHT, camera)) == ()
    if view is View.named(EXERCISES[name].view):
        assert signs_of(Seen(last, motion, Side.RIGHT, camera))


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("name", [name for name, kind in PAIRS if kind is FaultKind.TOO_FAR])
def test_flashes_stand_at_the_muscle_that_is_pulled(name: str, view: View) -> None:
    exercise = EXERCISES[name]
    motion, side = wrong(exercise.motion, FaultKind.TOO_FAR), Side.RIGHT if exercise.per_side else Side.BOTH
    figure, _ = loaded_pair(motion, side)
    _, stretched = worked(exercise)
    seen = Seen(figure, motion, side, camera_for(view, motion, side))
    x, y = seen.camera.flat(region_middle(figure, REGIONS[stretched[0]][0], "right"))
    spots = [spot for shape in signs_of(seen, stretched) for spot in places(shape)]
    assert min(hypot(px - x, py - y) for px, py in spots) < 0.22
