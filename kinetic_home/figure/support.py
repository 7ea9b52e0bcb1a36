"""Hands that hold on to a rail beside the body or to a worktop before it, as far as the arms reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import cos, radians, sin
from typing import NamedTuple

from kinetic_home.domain.fitting import free_hands
from kinetic_home.domain.knobs import Support
from kinetic_home.domain.motion import ArmPose, Key, Motion, Pose
from kinetic_home.domain.room import HandSpot, Prop, PropKind, Touch
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.skeleton import FOREARM_M, RANGE_OF_MOTION, UPPER_ARM_M
from kinetic_home.figure.space import Vec, length, sub

# A rail or worktop is so high; the rail stands so far to the side, the worktop is so deep and wide [M].
_TOP_M, _ASIDE_M = 0.92, 0.36
_RAIL_M = (0.9, 0.04)
_WORKTOP_M, _HANDS_APART_M = (0.5, 0.9), 0.17
# The hand lies so far in from the worktop's edge; nothing of the body comes nearer to it than this.
_FROM_EDGE_M, _CLEAR_M, _OVER_M = 0.055, 0.09, 0.14
# A wrist is over its palm and behind it, and never behind the shoulder, where the elbow would stick out.
_AHEAD_M = 0.04
_WRIST_BACK_M, _WRIST_OVER_M = 0.075, 0.03
_LONGEST_M, _SHORTEST_M, _EASY_M = 0.985 * (UPPER_ARM_M + FOREARM_M), 0.33, 0.46
_SAMPLES, _TRIED_M, _HEADROOM_M = 6, 0.01, 0.03
_TO_HOLD = {PropKind.RAIL, PropKind.WORKTOP}
_HOLDING = {Touch.RAIL, Touch.WORKTOP}
_ON_RAIL = ((1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (-0.6, -0.9, 0.5))
_ON_WORKTOP = ((1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (-0.6, -0.8, 0.5))
# Only the tips touch: the fingers point down, steeply or less so, the palm is by so much over them, and looks back.
_TIPS_DOWN_DEG, _PALM_TO_TIPS_M, _TIPS_ELBOW = (60.0, 40.0, 20.0), 0.098, (-0.4, -0.9, 0.5)
_EASY_BEND_DEG = {"shoulder_flexion": RANGE_OF_MOTION["shoulder_flexion"], "wrist_bend": (0.0, 65.0)}


class _Hand(NamedTuple):
    """A hand that looks for its place: how far from the mid-line, on which height, and how far over it the palm is."""

    name: str
    aside_m: float
    top_m: float
    over_m: float


def holding_on(motion: Motion, support: Support) -> Motion:
    """Return a motion in which the hands hold on like this, and nothing else; raises ValueError where none reaches."""
    work_free, other_free = free_hands(motion)
    bare = _let_go(motion)
    # Who stands on a step holds on to a rail that goes up with it.
    top_m = _TOP_M + max(motion.surface_m)
    if support is Support.NONE:
        return bare
    if support is Support.BOTH_HANDS:
        before = [_Hand(name, _HANDS_APART_M, top_m, 0.0) for name in ("work_arm", "other_arm")]
        beside = [_Hand(name, _ASIDE_M, top_m, 0.0) for name in ("work_arm", "other_arm")]
        held = _with_hands(bare, before, Touch.WORKTOP, _ON_WORKTOP) or _with_hands(bare, beside, Touch.RAIL, _ON_RAIL)
        return _found(held)
    if not (work_free or other_free):
        raise ValueError("no hand is free to hold on")
    # A leg that stands alone is relieved by the opposite hand.
    hand = _Hand("other_arm" if other_free else "work_arm", _ASIDE_M, top_m, 0.0)
    if support is Support.ONE_HAND:
        return _found(_with_hands(bare, [hand], Touch.RAIL, _ON_RAIL))
    tried = [_on_tips(bare, hand, down_deg) for down_deg in _TIPS_DOWN_DEG]
    return _found(next((held for held in tried if held is not None and _bends_easily(held)), tried[-1]))


def _on_tips(bare: Motion, hand: _Hand, down_deg: float) -> Motion | None:
    """Return a motion in which the tips of a hand's fingers touch a rail, pointing so far down."""
    ahead, down = cos(radians(down_deg)), sin(radians(down_deg))
    turned = ((ahead, -down, 0.0), (-down, -ahead, 0.0), _TIPS_ELBOW)
    return _with_hands(bare, [hand._replace(over_m=_PALM_TO_TIPS_M * down)], Touch.RAIL, turned)


def _bends_easily(held: Motion) -> bool:
    """Tell whether no shoulder and no wrist is bent far."""
    angles = [figure.angles for figure in (*_figures(held, "A", "B"), *_figures(held, "B", "A"))]
    return all(
        low <= each[f"{side}_{name}"] <= high
        for each in angles
        for name, (low, high) in _EASY_BEND_DEG.items()
        for side in ("right", "left")
    )


def _found(held: Motion | None) -> Motion:
    if held is None:
        raise ValueError("a hand that holds on would not reach all the way; use less depth with it")
    return held


def _let_go(motion: Motion) -> Motion:
    def freed(arm: ArmPose) -> ArmPose:
        return replace(arm, hand=None) if arm.hand is not None and arm.hand.on in _HOLDING else arm

    def pose(given: Pose) -> Pose:
        return replace(given, work_arm=freed(given.work_arm), other_arm=freed(given.other_arm))

    props = tuple(prop for prop in motion.props if prop.kind not in _TO_HOLD)
    return _with_poses(replace(motion, props=props), [pose(each) for each in _poses(motion)])


def _with_hands(bare: Motion, hands: Sequence[_Hand], on: Touch, turned: tuple[Vec, Vec, Vec]) -> Motion | None:
    """Return a motion with hands on a thing that stands where they reach it; None where they do not all the way."""
    seen = [*_figures(bare, "A", "B"), *_figures(bare, "B", "A")]
    least = _edge_m(seen, hands[0].top_m) + _FROM_EDGE_M if on is Touch.WORKTOP else -_RAIL_M[0]
    at_once = _place(seen, hands, least)
    if at_once is not None:
        places = [at_once] * len(_poses(bare))
    else:
        # No one place is within reach all the way: the hand glides along.
        each = [_place([figure], hands, least) for figure in _key_figures(bare)]
        places = [place for place in each if place is not None]
        if len(places) < len(each):
            return None
    if on is Touch.WORKTOP and not _clears(seen, min(places) - _FROM_EDGE_M, hands[0].top_m):
        return None
    poses = [_held(pose, hands, on, turned, x_m) for pose, x_m in zip(_poses(bare), places, strict=True)]
    props = [_worktop(places, hands[0].top_m)] if on is Touch.WORKTOP else [_rail(places, hand) for hand in hands]
    return _with_poses(replace(bare, props=(*bare.props, *props)), poses)


def _worktop(places: Sequence[float], top_m: float) -> Prop:
    edge, (long, wide) = min(places) - _FROM_EDGE_M, _WORKTOP_M
    return Prop(kind=PropKind.WORKTOP, at=(round(edge + long / 2, 3), 0.0, 0.0), size=(long, top_m, wide))


def _rail(places: Sequence[float], hand: _Hand) -> Prop:
    long, deep = _RAIL_M
    aside = hand.aside_m if hand.name == "work_arm" else -hand.aside_m
    middle = round((min(places) + max(places)) / 2 - _WRIST_BACK_M, 3)
    return Prop(
        kind=PropKind.RAIL, at=(middle, 0.0, aside), size=(max(long, max(places) - min(places) + 0.4), hand.top_m, deep)
    )


def _held(pose: Pose, hands: Sequence[_Hand], on: Touch, turned: tuple[Vec, Vec, Vec], x_m: float) -> Pose:
    fingers, palm, elbow = turned
    arms: dict[str, ArmPose] = {"work_arm": pose.work_arm, "other_arm": pose.other_arm}
    for hand in hands:
        spot = HandSpot(
            on=on,
            at=(round(x_m, 3), hand.top_m + hand.over_m, hand.aside_m),
            fingers=fingers,
            palm=palm,
            elbow=elbow,
            grip=on is Touch.RAIL and hand.over_m == 0.0,
        )
        arms[hand.name] = replace(arms[hand.name], hand=spot)
    return replace(pose, work_arm=arms["work_arm"], other_arm=arms["other_arm"])


def _place(figures: Sequence[Figure], hands: Sequence[_Hand], least_m: float) -> float | None:
    """Return how far ahead the hands lie to be reached most easily by all figures; None where they cannot be."""
    shoulders = [
        (figure.joints["right_shoulder" if hand.name == "work_arm" else "left_shoulder"], hand)
        for figure in figures
        for hand in hands
    ]
    first = max(least_m, min(point[0] for point, _ in shoulders) - 0.3)
    last = max(point[0] for point, _ in shoulders) + 0.7
    best: tuple[float, float] | None = None
    for step in range(int((last - first) / _TRIED_M) + 1):
        x_m = first + step * _TRIED_M
        reaches = [_reach_m(point, hand, x_m) for point, hand in shoulders]
        ahead = all(x_m - _WRIST_BACK_M - point[0] >= _AHEAD_M for point, _ in shoulders)
        if ahead and min(reaches) >= _SHORTEST_M and max(reaches) <= _LONGEST_M:
            strain = max(abs(reach - _EASY_M) for reach in reaches)
            best = min(best or (strain, x_m), (strain, x_m))
    return None if best is None else best[1]


def _reach_m(shoulder: Vec, hand: _Hand, x_m: float) -> float:
    side = 1.0 if hand.name == "work_arm" else -1.0
    wrist = (x_m - _WRIST_BACK_M, hand.top_m + hand.over_m + _WRIST_OVER_M, side * hand.aside_m)
    return length(sub(wrist, shoulder))


def _edge_m(figures: Sequence[Figure], top_m: float) -> float:
    """Return how near to the body a worktop can begin."""
    low = [
        point[0]
        for figure in figures
        for name, point in figure.joints.items()
        if point[1] < top_m + _HEADROOM_M and not name.endswith(("wrist", "elbow", "knuckle", "fingertip", "thumb"))
    ]
    return max(low) + _CLEAR_M


def _clears(figures: Sequence[Figure], edge_m: float, top_m: float) -> bool:
    """Tell whether chest and face stay off the worktop that the body leans over."""
    names = ("neck", "chin", "nose", "right_shoulder", "left_shoulder")
    over = [figure.joints[name] for figure in figures for name in names if figure.joints[name][0] > edge_m - _CLEAR_M]
    return all(point[1] > top_m + _OVER_M for point in over)


def _figures(motion: Motion, start: str, end: str) -> list[Figure]:
    return [
        figure_at(motion, pose_from=start, pose_to=end, fraction=step / _SAMPLES, rep_no=1, side=Side.RIGHT)
        for step in range(_SAMPLES + 1)
    ]


def _key_figures(motion: Motion) -> list[Figure]:
    """Return the figures of the poses in the order of `_poses`."""

    def at(start: str, end: str, fraction: float) -> Figure:
        return figure_at(motion, pose_from=start, pose_to=end, fraction=fraction, rep_no=1, side=Side.RIGHT)

    return [
        at("A", "A", 0.0),
        at("B", "B", 0.0),
        *(at("A", "B", key.at) for key in motion.out),
        *(at("B", "A", key.at) for key in motion.back),
    ]


def _poses(motion: Motion) -> list[Pose]:
    return [motion.start, motion.end, *(key.pose for key in (*motion.out, *motion.back))]


def _with_poses(motion: Motion, poses: Sequence[Pose]) -> Motion:
    start, end, *between = poses
    out = tuple(Key(at=key.at, pose=pose) for key, pose in zip(motion.out, between, strict=False))
    back = tuple(Key(at=key.at, pose=pose) for key, pose in zip(motion.back, between[len(out) :], strict=True))
    return replace(motion, start=start, end=end, out=out, back=back)
