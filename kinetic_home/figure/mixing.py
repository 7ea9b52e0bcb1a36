"""A pose in proportion between two others."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from kinetic_home.domain.motion import ArmPose, Contact, LegPose, Pose
from kinetic_home.domain.room import HandSpot


def _numbers(of: type[Pose | LegPose | ArmPose]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of) if isinstance(field.default, float))


_POSE, _LEG, _ARM = _numbers(Pose), _numbers(LegPose), _numbers(ArmPose)


def pose_between(start: Pose, end: Pose, share: float) -> Pose:
    """Return the pose at a share of the way; a leg that stands in both stands as in `end`, one that is set down hangs.

    Angles go in proportion, so a foot that is flat in both is flat in between (clinical source, 1.2).
    """
    return Pose(
        **_mixed(_POSE, start, end, share),
        work=_leg(start.work, end.work, share),
        other=_leg(start.other, end.other, share),
        work_arm=_arm(start.work_arm, end.work_arm, share),
        other_arm=_arm(start.other_arm, end.other_arm, share),
    )


def _mixed(names: tuple[str, ...], start: object, end: object, share: float) -> dict[str, Any]:
    mixed: dict[str, Any] = {}
    for name in names:
        first = getattr(start, name)
        mixed[name] = first + (getattr(end, name) - first) * share
    return mixed


def _leg(start: LegPose, end: LegPose, share: float) -> LegPose:
    return LegPose(**_mixed(_LEG, start, end, share), contact=_contact(start.contact, end.contact))


def _contact(start: Contact, end: Contact) -> Contact:
    lasts = start is end or (start.on_foot and end.on_foot)
    return end if lasts else Contact.FREE


def _arm(start: ArmPose, end: ArmPose, share: float) -> ArmPose:
    return ArmPose(**_mixed(_ARM, start, end, share), hand=_hand(start.hand, end.hand, share))


def _hand(start: HandSpot | None, end: HandSpot | None, share: float) -> HandSpot | None:
    """Return where a hand lies on the way: it glides on one thing, and stays on the first of two until the end.

    Its elbow goes along; how the hand is turned does not.
    """
    if start is None or end is None or start.on is not end.on:
        return end if share >= 1.0 else start
    x, y, z = (a + (b - a) * share for a, b in zip(start.at, end.at, strict=True))
    out, up, aside = (a + (b - a) * share for a, b in zip(start.elbow, end.elbow, strict=True))
    return replace(end, at=(x, y, z), elbow=(out, up, aside))
