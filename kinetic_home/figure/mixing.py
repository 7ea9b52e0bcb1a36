"""A pose in proportion between two others."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from kinetic_home.domain.motion import ArmPose, Contact, LegPose, Pose
from kinetic_home.domain.room import HandSpot


def pose_between(start: Pose, end: Pose, share: float) -> Pose:
    """Return the pose at a share of the way; a leg that stands in both stands as in `end`, one that is set down hangs.

    Angles go in proportion, so a foot that is flat in both is flat in between (clinical source, 1.2).
    """
    values: dict[str, Any] = {}
    for field in fields(Pose):
        first, second = getattr(start, field.name), getattr(end, field.name)
        if isinstance(first, LegPose):
            values[field.name] = _leg(first, second, share)
        elif isinstance(first, ArmPose):
            values[field.name] = _arm(first, second, share)
        else:
            values[field.name] = first + (second - first) * share
    return Pose(**values)


def _leg(start: LegPose, end: LegPose, share: float) -> LegPose:
    contact = _contact(start.contact, end.contact)
    values: dict[str, Any] = {
        field.name: getattr(start, field.name) + (getattr(end, field.name) - getattr(start, field.name)) * share
        for field in fields(LegPose)
        if field.name != "contact"
    }
    return LegPose(**values, contact=contact)


def _contact(start: Contact, end: Contact) -> Contact:
    lasts = start is end or (start.on_foot and end.on_foot)
    return end if lasts else Contact.FREE


def _arm(start: ArmPose, end: ArmPose, share: float) -> ArmPose:
    return ArmPose(
        flexion_deg=start.flexion_deg + (end.flexion_deg - start.flexion_deg) * share,
        elbow_deg=start.elbow_deg + (end.elbow_deg - start.elbow_deg) * share,
        abduction_deg=start.abduction_deg + (end.abduction_deg - start.abduction_deg) * share,
        rotation_deg=start.rotation_deg + (end.rotation_deg - start.rotation_deg) * share,
        hand=_hand(start.hand, end.hand, share),
    )


def _hand(start: HandSpot | None, end: HandSpot | None, share: float) -> HandSpot | None:
    """Return where a hand lies on the way: it glides on one thing, and stays on the first of two until the end."""
    if start is None or end is None or start.on is not end.on:
        return end if share >= 1.0 else start
    x, y, z = (a + (b - a) * share for a, b in zip(start.at, end.at, strict=True))
    return HandSpot(on=end.on, at=(x, y, z), fingers=end.fingers, palm=end.palm, elbow=end.elbow, grip=end.grip)
