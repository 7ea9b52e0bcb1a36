from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kinetic_home.domain.fault import FaultKind, Mark
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.room import Prop, PropKind, Worn
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.detour import TREADS
from kinetic_home.figure.emphasis import PLAIN
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import Vec, between, scaled
from kinetic_home.figure.worn import long_band
from kinetic_home.ui.figure.body import Dresser
from kinetic_home.ui.figure.painter import lens_for, paint_figure
from kinetic_home.ui.figure.parts import Group
from kinetic_home.ui.figure.props import Room, paint_parts, touching_hands
from kinetic_home.ui.figure.props_boxes import pieces_of
from kinetic_home.ui.figure.shadow import Shadow
from kinetic_home.ui.figure.shapes import Shaper
from kinetic_home.ui.figure.tint import Tints
from kinetic_home.ui.figure.tones import toned
from kinetic_home.ui.figure.weights import weight_of, weight_parts
from tests.figure.shown import motion_of
from tests.ui.figure.colours import PALETTES

PX = 220
RECT = QRectF(0, 0, PX, PX)
BODY = ("trunk", *(f"{side}_{part}" for side in ("right", "left") for part in ("thigh", "shank", "forearm")))
DUMB_BELL = (0.10, 0.22, 0.10)
# Every kind of thing, with a motion that it is seen in.
THINGS: dict[PropKind, tuple[str, Prop]] = {
    PropKind.MAT: ("bal_sls", Prop(kind=PropKind.MAT, size=(1.0, 0.012, 0.66))),
    PropKind.CHAIR: ("bal_sls", Prop(kind=PropKind.CHAIR, at=(-0.5, 0.0, 0.0), size=(0.42, 0.44, 0.42))),
    PropKind.WALL: ("bal_sls", Prop(kind=PropKind.WALL, at=(0.5, 0.0, 0.0), size=(0.06, 1.9, 1.1))),
    PropKind.WORKTOP: ("bal_sls", Prop(kind=PropKind.WORKTOP, at=(0.55, 0.0, 0.0), size=(0.5, 0.92, 0.9))),
    PropKind.RAIL: ("bal_sls", Prop(kind=PropKind.RAIL, at=(0.0, 0.0, -0.4), size=(0.9, 0.92, 0.04))),
    PropKind.CUSHION: ("bal_sls", Prop(kind=PropKind.CUSHION, at=(0.4, 0.0, 0.0), size=(0.32, 0.07, 0.3))),
    PropKind.STICK: ("pat_hip_hinge", Prop(kind=PropKind.STICK)),
    PropKind.STRAP: ("mob_hamstring", Prop(kind=PropKind.STRAP)),
    PropKind.PATH: ("pat_gait", Prop(kind=PropKind.PATH)),
    PropKind.STEP: ("bal_sls", Prop(kind=PropKind.STEP, at=(0.4, 0.0, 0.0), size=(0.34, 0.2, 0.6))),
    PropKind.STAIRS: ("bal_sls", Prop(kind=PropKind.STAIRS, at=(0.4, 0.0, 0.0), size=(0.28, 0.18, 0.8))),
    PropKind.BAND_LOOP: ("wu_leg_swing_side", Prop(kind=PropKind.BAND_LOOP, worn=Worn.ANKLES)),
    PropKind.BAND_LONG: ("wu_ankle_pumps", Prop(kind=PropKind.BAND_LONG, worn=Worn.CHAIR_TO_WORK_ANKLE)),
    PropKind.TOWEL: ("act_bridge", Prop(kind=PropKind.TOWEL, size=(0.10, 0.08, 0.22), worn=Worn.UNDER_WORK_KNEE)),
    PropKind.FOAM: ("bal_sls", Prop(kind=PropKind.FOAM, at=(0.05, 0.0, 0.0), size=(0.42, 0.05, 0.36))),
    PropKind.WEIGHT: ("bal_sls", Prop(kind=PropKind.WEIGHT, size=DUMB_BELL, worn=Worn.WORK_HAND)),
    PropKind.BACKPACK: ("bal_sls", Prop(kind=PropKind.BACKPACK, size=(0.16, 0.42, 0.28), worn=Worn.BACK)),
}


def with_things(name: str, *props: Prop, marks: tuple[Mark, ...] = ()) -> Motion:
    motion = motion_of(name)
    kept = tuple(prop for prop in motion.props if prop.kind is PropKind.CHAIR)
    wrong = replace(motion.start, fault=1.0) if marks else motion.start
    return replace(motion, props=kept + props, marks=marks, start=wrong)


def shown(motion: Motion, side: Side = Side.RIGHT, fraction: float = 0.0) -> Figure:
    return figure_at(motion, pose_from="A", pose_to="B", fraction=fraction, rep_no=1, side=side)


def painted(motion: Motion, view: View, side: Side = Side.RIGHT, fraction: float = 0.0) -> QImage:
    image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(PALETTES["light"].ground))
    painter = QPainter(image)
    scene = Scene(motion=motion, side=side)
    paint_figure(painter, RECT, shown(motion, side, fraction), scene, view, PALETTES["light"])
    painter.end()
    return image


def close(image: QImage, colour: str, within: int = 30) -> list[tuple[int, int]]:
    wanted = QColor(colour)
    found: list[tuple[int, int]] = []
    for x in range(PX):
        for y in range(PX):
            seen = image.pixelColor(x, y)
            off = abs(seen.red() - wanted.red()) + abs(seen.green() - wanted.green()) + abs(seen.blue() - wanted.blue())
            if off < within:
                found.append((x, y))
    return found


def room_of(motion: Motion, view: View, side: Side = Side.RIGHT) -> Room:
    scene = Scene(motion=motion, side=side)
    return Room(scene, lens_for(scene, view, RECT), PALETTES["light"])


def hidden(room: Room, *spots: Vec, name: str = "", touching: frozenset[tuple[str, str]] = frozenset()) -> bool:
    part = Group(0.0, (), name=name, spots=spots)
    return any(veil.hides(part, touching) for veil in room.veils)


@pytest.mark.parametrize("kind", list(PropKind))
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", list(View))
def test_every_kind_of_thing_is_seen_in_every_view_and_theme(qapp, kind: PropKind, theme: str, view: View) -> None:
    name, prop = THINGS[kind]
    motion = with_things(name, prop)
    motion = replace(motion, props=tuple(one for one in motion.props if one.kind is kind or kind is PropKind.BAND_LONG))
    scene = Scene(motion=motion, side=Side.RIGHT)
    lens = lens_for(scene, view, RECT)
    room, shadow = Room(scene, lens, PALETTES[theme]), Shadow(lens, PALETTES[theme].shadow, 1.0, scene)
    bare, seen = (drawn(room, shown(motion), theme, shadow if things else None) for things in (False, True))
    assert sum(bare.pixel(x, y) != seen.pixel(x, y) for x in range(PX) for y in range(PX)) > 25


def drawn(room: Room, figure: Figure, theme: str, shadow: Shadow | None) -> QImage:
    """Return the room without its figure; with its things where a shadow is given."""
    image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(PALETTES[theme].ground))
    painter = QPainter(image)
    room.paint_ground(painter)
    if shadow is not None:
        room.paint_behind(painter)
        if room.moves:
            room.paint_path(painter, figure)
        body = [Group(0.0, (), name=part) for part in BODY]
        paint_parts(painter, body, room, figure, shadow)
    painter.end()
    return image


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize("view", [View.SIDE, View.THREE_QUARTER])
def test_a_step_hides_a_foot_behind_it_and_not_one_that_stands_on_it(qapp, side: Side, view: View) -> None:
    beside = Prop(kind=PropKind.STEP, at=(0.0, 0.0, 0.4), size=(0.4, 0.2, 0.3))
    room = room_of(with_things("bal_sls", beside), view, side)
    near = 1.0 if side is Side.RIGHT else -1.0
    assert hidden(room, (-0.1, 0.0, near * 0.1), (0.1, 0.3, near * 0.1))
    assert not hidden(room, (-0.1, 0.2, near * 0.4), (0.1, 0.5, near * 0.4))
    assert not hidden(room, (-0.1, 0.0, near * 0.7), (0.1, 0.3, near * 0.7))


def test_a_step_before_a_foot_is_painted_over_it(qapp) -> None:
    beside = Prop(kind=PropKind.STEP, at=(0.0, 0.0, 0.5), size=(0.8, 0.3, 0.3))
    motion = with_things("bal_sls", beside)
    scene = Scene(motion=motion, side=Side.RIGHT)
    at = [lens_for(scene, View.SIDE, RECT).flat(shown(motion).joints[f"{side}_ball"]) for side in ("right", "left")]
    image = painted(motion, View.SIDE)
    shoe = QColor(PALETTES["light"].shoe).lightness()
    assert all(image.pixelColor(round(x), round(y)).lightness() < shoe - 10 for x, y in at)


@pytest.mark.parametrize("view", list(View))
def test_who_sits_on_a_chair_is_not_hidden_by_it(qapp, view: View) -> None:
    motion = motion_of("pat_sit_to_stand")
    joints = shown(motion, Side.BOTH).joints
    room = room_of(motion, view, Side.BOTH)
    for side in ("right", "left"):
        assert not hidden(room, joints[f"{side}_hip"], joints[f"{side}_knee"])
        assert not hidden(room, joints[f"{side}_knee"], joints[f"{side}_ankle"], joints[f"{side}_toe"])


def test_a_wall_ahead_is_a_pane_and_the_hands_on_it_lie_behind_it(qapp) -> None:
    motion = motion_of("wu_ankle_rocks")
    figure = shown(motion)
    touching = touching_hands(figure)
    room = room_of(motion, View.FRONT)
    assert touching == {(f"{side}_{part}", "wall") for side in ("right", "left") for part in ("forearm", "hand")}
    assert hidden(room, figure.joints["pelvis"], name="trunk", touching=touching)
    assert hidden(room, figure.joints["right_wrist"], name="right_forearm", touching=touching)


def test_a_wall_ahead_never_pales_the_person_before_it(qapp) -> None:
    motion = motion_of("mob_gastroc")
    bare = replace(motion, props=tuple(one for one in motion.props if one.kind is not PropKind.WALL))
    figure, scene = shown(motion), Scene(motion=motion, side=Side.RIGHT)
    lens, palette = lens_for(scene, View.FRONT, RECT), PALETTES["light"]
    seen: list[QColor] = []
    for props in (motion, bare):
        image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(palette.ground))
        painter = QPainter(image)
        paint_figure(painter, RECT, figure, replace(scene, motion=props), View.FRONT, palette, frame=lens.frame)
        painter.end()
        x, y = lens.flat(figure.joints["ribs"])
        seen.append(image.pixelColor(round(x), round(y)))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("view", list(View))
def test_the_legs_of_a_worktop_stand_at_its_far_edge(qapp, view: View) -> None:
    _, prop = THINGS[PropKind.WORKTOP]
    scene = Scene(motion=with_things("bal_sls", prop), side=Side.RIGHT)
    (piece,) = pieces_of(prop, Side.RIGHT, PALETTES["light"], lens_for(scene, view, RECT))
    posts = [box for box in piece.boxes if box.low[1] < 0.5 < box.high[1]]
    assert len(posts) == 2
    assert all(box.low[0] > prop.at[0] + 0.1 for box in posts)


def test_a_step_ahead_hides_the_foot_behind_it(qapp) -> None:
    step = Prop(kind=PropKind.STEP, at=(0.5, 0.0, 0.0), size=(0.4, 0.5, 1.2))
    image = painted(with_things("bal_sls", step), View.FRONT)
    work = QColor(PALETTES["light"].work)
    assert len(close(image, work.name())) < 0.6 * len(close(painted(with_things("bal_sls"), View.FRONT), work.name()))


@pytest.mark.parametrize("view", [View.FRONT, View.THREE_QUARTER])
def test_a_step_hides_the_foot_behind_it_and_not_the_one_on_it(qapp, view: View) -> None:
    motion = motion_of("pat_step_up")
    joints, room = shown(motion).joints, room_of(motion, view)
    on_it, behind = (
        [joints[f"{side}_{name}"] for name in ("knee", "ankle", "heel", "ball", "toe")] for side in ("right", "left")
    )
    assert not hidden(room, *on_it)
    assert hidden(room, *behind)


@pytest.mark.parametrize("view", list(View))
def test_a_rail_never_hides_the_hand_that_holds_it(qapp, view: View) -> None:
    motion = motion_of("bal_sls_reach")
    figure = shown(motion)
    touching = touching_hands(figure)
    assert touching == {("right_forearm", "rail"), ("right_hand", "rail")}
    spots = [figure.joints[f"right_{name}"] for name in ("elbow", "wrist", "fingertip")]
    assert not hidden(room_of(motion, view), *spots, name="right_forearm", touching=touching)


def test_a_rail_never_hides_a_hand_that_slides_along_it(qapp) -> None:
    room, joints = room_of(motion_of("str_split_squat"), View.FRONT), shown(motion_of("str_split_squat")).joints
    elbow, wrist, tip = (joints[f"left_{name}"] for name in ("elbow", "wrist", "fingertip"))
    # An elbow that goes out beyond the rail, of a hand on it and of one that hangs beside it.
    out = (elbow[0], elbow[1] - 0.15, wrist[2] - 0.05)
    assert not hidden(room, out, wrist, tip, name="left_forearm")
    assert hidden(room, out, *((x, y - 0.2, z - 0.1) for x, y, z in (wrist, tip)), name="left_forearm")


class Told:
    """A part that tells when it is painted."""

    def __init__(self, name: str, told: list[str]) -> None:
        self._name, self._told = name, told

    def paint(self, painter: QPainter) -> None:
        """Tell of it."""
        self._told.append(self._name)


@pytest.mark.parametrize("leans", [False, True])
def test_a_leg_behind_a_shank_that_a_step_hides_is_not_painted_over_it(qapp, leans: bool) -> None:
    motion = motion_of("pat_stairs")
    motion = wrong(motion, FaultKind.TRUNK_LEANS) if leans else motion
    scene, palette = Scene(motion=motion, side=Side.RIGHT), PALETTES["light"]
    lens, painter_on = lens_for(scene, View.SIDE, RECT), QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
    shadow = Shadow(lens, palette.shadow, 1.0, scene)
    for step in range(41):
        figure, told = shown(motion, fraction=step / 40), list[str]()
        body = Dresser(figure, scene, lens, palette, Tints(figure, scene, lens, palette, PLAIN)).parts()
        parts = [Group(one.depth, (Told(one.name, told),), name=one.name, spots=one.spots) for one in body]
        painter = QPainter(painter_on)
        paint_parts(painter, parts, Room(scene, lens, palette), figure, shadow)
        painter.end()
        near, room = next(one for one in body if one.name == "right_shank"), Room(scene, lens, palette)
        for far in (one for one in body if one.name in ("left_shank", "left_thigh") and one.depth < near.depth):
            meets = room.reach(far.spots).intersects(room.reach(near.spots))
            assert not meets or told.index(far.name) < told.index(near.name)


@pytest.mark.parametrize("view", list(View))
def test_a_wall_behind_hides_nothing(qapp, view: View) -> None:
    wall = Prop(kind=PropKind.WALL, at=(-0.4, 0.0, 0.0), size=(0.06, 1.9, 1.1))
    room = room_of(with_things("bal_sls", wall), view)
    assert not any(veil.sheet for veil in room.veils)
    assert not hidden(room, (0.0, 0.0, 0.0), (0.0, 1.6, 0.0))


def test_a_worktop_hides_what_is_behind_its_edge_and_not_the_hands_on_it(qapp) -> None:
    motion = motion_of("str_calf_double")
    figure = shown(motion, Side.BOTH)
    room = room_of(motion, View.FRONT, Side.BOTH)
    assert hidden(room, figure.joints["right_hip"], figure.joints["right_knee"])
    assert not hidden(room, figure.joints["right_wrist"], figure.joints["right_fingertip"])


def test_a_rail_on_the_near_side_lies_before_the_body(qapp) -> None:
    rail = Prop(kind=PropKind.RAIL, at=(0.0, 0.0, 0.4), size=(0.9, 0.92, 0.04))
    room = room_of(with_things("bal_sls", rail), View.SIDE)
    assert hidden(room, (0.0, 0.9, 0.1), (0.0, 0.5, 0.1))
    far = room_of(with_things("bal_sls", replace(rail, at=(0.0, 0.0, -0.4))), View.SIDE)
    assert not hidden(far, (0.0, 0.9, 0.1), (0.0, 0.5, 0.1))


def test_stairs_rise_by_their_height_with_every_tread(qapp) -> None:
    _, stairs = THINGS[PropKind.STAIRS]
    room = room_of(with_things("bal_sls", stairs), View.SIDE)
    high = stairs.size[1] * TREADS
    last = 0.4 + stairs.size[0] * (TREADS - 1)
    assert not hidden(room, (last, high, 0.0))
    assert hidden(room, (last, high - 0.1, -0.6))
    assert not hidden(room, (last, high + 0.1, -0.6))


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("fraction", [0.0, 0.4, 0.8])
def test_a_bag_hangs_plumb_from_the_fist(qapp, view: View, fraction: float) -> None:
    bag = Prop(kind=PropKind.WEIGHT, size=DUMB_BELL, worn=Worn.WORK_HAND)
    motion = replace(motion_of("pat_gait"), props=(Prop(kind=PropKind.PATH), bag))
    scene = Scene(motion=motion, side=Side.RIGHT)
    figure = shown(motion, fraction=fraction)
    image, palette = painted(motion, view, fraction=fraction), PALETTES["light"]
    # Its flat side, and its end in the shade.
    faces = (palette.cushion, toned(palette.cushion, palette.line, 0.24))
    spots = [spot for face in faces for spot in close(image, face, 12)]
    middle = sum(x for x, _ in spots) / len(spots)
    grip, _ = lens_for(scene, view, RECT).flat(figure.joints["right_knuckle"])
    assert abs(middle - grip) < 0.06 * PX


def test_a_wrong_version_has_brick_legs_and_no_teal_ones(qapp) -> None:
    palette = PALETTES["light"]
    right = painted(with_things("bal_sls"), View.FRONT, side=Side.BOTH)
    wrong = painted(with_things("bal_sls", marks=(Mark.MOUTH,)), View.FRONT, side=Side.BOTH)
    assert len(close(right, palette.work)) > 100
    assert not close(right, palette.wrong)
    assert len(close(wrong, palette.wrong)) > 100
    assert not close(wrong, palette.work)


def test_a_foot_sinks_into_foam(qapp) -> None:
    _, foam = THINGS[PropKind.FOAM]
    motion = with_things("bal_sls", foam)
    body = [Group(0.0, (), name=f"{side}_shank") for side in ("right", "left")]
    lifted = room_of(replace(motion, props=(replace(foam, at=(2.0, 0.0, 0.0)),)), View.SIDE)
    assert room_of(motion, View.SIDE).held(shown(motion), body)
    assert not lifted.held(shown(motion), body)


@pytest.mark.parametrize("bent", [False, True])
def test_a_backpack_lies_behind_an_upright_back_and_upon_a_bent_one(qapp, bent: bool) -> None:
    _, backpack = THINGS[PropKind.BACKPACK]
    motion = with_things("bal_sls", backpack)
    motion = replace(motion, start=replace(motion.start, trunk_deg=100.0 if bent else 0.0))
    body = [Group(0.0, (), name=part) for part in BODY]
    bag, *_straps = room_of(motion, View.FRONT).held(shown(motion), body)
    assert (bag.depth > 0.0) == bent


def test_the_nearer_head_of_a_dumb_bell_is_painted_last(qapp) -> None:
    _, weight = THINGS[PropKind.WEIGHT]
    motion = with_things("bal_sls", weight)
    scene = Scene(motion=motion, side=Side.RIGHT)
    shaper = Shaper(lens_for(scene, View.FRONT, RECT), PALETTES["light"])
    found = weight_of(scene, shown(motion), weight)
    images: list[QImage] = []
    for axis in (found.axis, scaled(found.axis, -1.0)):
        image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(PALETTES["light"].ground))
        painter = QPainter(image)
        for part in weight_parts(found._replace(axis=axis), shaper):
            part.paint(painter)
        painter.end()
        images.append(image)
    # Turned end for end it is the same dumb-bell.
    assert images[0] == images[1]


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_a_long_band_runs_behind_the_near_leg_of_the_chair(qapp, side: Side) -> None:
    motion = motion_of("str_knee_ext")
    chair = next(prop for prop in motion.props if prop.kind is PropKind.CHAIR)
    scene = Scene(motion=motion, side=side)
    lens = lens_for(scene, View.SIDE, RECT)
    (x, _, _), (long, _, deep) = chair.at, chair.size
    near = deep / 2 if side is Side.RIGHT else -deep / 2
    places = [lens.flat((x + long / 2 - 0.018, 0.02 + 0.01 * step, near)) for step in range(25)]
    image = painted(motion, View.SIDE, side)
    band, leg = QColor(PALETTES["light"].band), 0
    for at_x, at_y in places:
        seen = image.pixelColor(round(at_x), round(at_y))
        leg += seen.red() > seen.blue() + 25
        assert abs(seen.hue() - band.hue()) > 25
    assert leg > 15


def test_the_stripe_of_a_bag_lies_on_it(qapp) -> None:
    bag = Prop(kind=PropKind.WEIGHT, size=DUMB_BELL, worn=Worn.WORK_HAND)
    motion = replace(motion_of("pat_gait"), props=(Prop(kind=PropKind.PATH), bag))
    palette = PALETTES["light"]
    cloth = close(painted(motion, View.SIDE), palette.cushion, 12)
    stripe = close(painted(motion, View.SIDE), toned(palette.cushion, palette.strap, 0.7), 12)
    assert len(stripe) > 20
    (low, high), rows = (min(y for _, y in cloth), max(y for _, y in cloth)), [y for _, y in stripe]
    assert low < min(rows) <= max(rows) < high


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize("view", [View.SIDE, View.THREE_QUARTER])
def test_a_long_band_runs_before_the_resting_leg_to_the_ankle_that_it_pulls(qapp, side: Side, view: View) -> None:
    motion = motion_of("str_knee_ext")
    figure, scene = shown(motion, side, 1.0), Scene(motion=motion, side=side)
    lens, band = lens_for(scene, view, RECT), QColor(PALETTES["light"].band)
    knot, ring = long_band(figure, next(prop for prop in motion.props if prop.kind is PropKind.CHAIR))
    resting = figure.joints["left_ankle" if side is Side.RIGHT else "right_ankle"]
    (ax, _), (bx, _) = lens.flat(ring.centre), lens.flat(knot)
    # Where the band passes the resting shank on the picture.
    share = (lens.flat(resting)[0] - ax) / (bx - ax)
    at_x, at_y = lens.flat(between(ring.centre, knot, share))
    column = [painted(motion, view, side, 1.0).pixelColor(round(at_x), round(at_y) + step) for step in range(-6, 7)]
    assert any(abs(seen.hue() - band.hue()) < 15 and seen.saturation() > 60 for seen in column)


def test_a_rail_on_the_far_side_is_farther_than_stairs_however_high_its_bar_is(qapp) -> None:
    veils = room_of(motion_of("pat_stairs"), View.FRONT).veils
    assert veils[0].kind is PropKind.RAIL
    assert {veil.kind for veil in veils[1:]} == {PropKind.STAIRS}


@pytest.mark.parametrize("view", list(View))
def test_the_marks_of_a_walk_lie_on_the_floor_that_is_shown(qapp, view: View) -> None:
    motion = motion_of("pat_gait")
    scene, figure = Scene(motion=motion, side=Side.RIGHT), shown(motion, fraction=0.5)
    room = Room(scene, lens_for(scene, view, QRectF(0, 0, 400, 400)), PALETTES["light"])
    images: list[QImage] = []
    for marked in (False, True):
        image = QImage(400, 400, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(PALETTES["light"].ground))
        painter = QPainter(image)
        room.paint_ground(painter)
        if marked:
            room.paint_path(painter, figure)
        painter.end()
        images.append(image)
    ground, spots = QColor(PALETTES["light"].ground).rgb(), [(x, y) for x in range(400) for y in range(400)]
    changed = [spot for spot in spots if images[0].pixel(*spot) != images[1].pixel(*spot)]
    assert len(changed) > 40
    assert sum(images[0].pixel(*spot) == ground for spot in changed) < len(changed) / 20


def test_the_legs_of_a_chair_have_one_tone_from_the_seat_to_the_floor(qapp) -> None:
    motion = motion_of("cd_breathing")
    chair = next(prop for prop in motion.props if prop.kind is PropKind.CHAIR)
    scene = Scene(motion=motion, side=Side.BOTH)
    lens, image = lens_for(scene, View.FRONT, RECT), painted(motion, View.FRONT, Side.BOTH)
    (x, _, z), (long, high, deep) = chair.at, chair.size
    for at_x, at_z in ((x - long / 2, z + deep / 2 - 0.018), (x + long / 2, z + deep / 2 - 0.018)):
        face = (at_x + (0.036 if at_x < x else 0.0), at_z)
        spots = [lens.flat((face[0], high * share, face[1])) for share in (0.15, 0.3, 0.45, 0.6, 0.75)]
        tones = [image.pixelColor(round(px), round(py)).lightness() for px, py in spots]
        assert max(tones) - min(tones) <= 6
