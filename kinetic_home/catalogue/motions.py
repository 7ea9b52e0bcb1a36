"""The motion that the `[motion]` table of an exercise file says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinetic_home.catalogue.motion_schema import (
    ArmAngles,
    ArmTurn,
    HandTable,
    KeyTable,
    LegAngles,
    LegTurn,
    MotionFile,
    PoseTable,
    PropTable,
)
from kinetic_home.domain.motion import ArmPose, Breath, Contact, Key, LegPose, Motion, Pose, Target
from kinetic_home.domain.room import HandSpot, Prop, PropKind, Touch, Triple
from kinetic_home.figure.mixing import pose_between

# How a hand lies on each thing unless the file says otherwise: fingers, palm, elbow, and whether it grips.
_HANDS: dict[Touch, tuple[Triple, Triple, Triple, bool]] = {
    Touch.FLOOR: ((1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (-0.3, 0.0, 1.0), False),
    Touch.CUSHION: ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, -0.6, 0.2), False),
    Touch.WALL: ((0.0, 1.0, 0.0), (1.0, 0.0, 0.0), (-0.3, -1.0, 0.45), False),
    Touch.RAIL: ((1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (-1.0, -0.4, 0.5), True),
    Touch.WORKTOP: ((1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (-1.0, -0.5, 0.5), False),
    Touch.STICK: ((0.0, 0.0, -1.0), (-1.0, 0.0, 0.0), (-0.4, 0.0, 1.0), True),
    Touch.STRAP: ((-0.8, -0.6, 0.0), (0.0, 0.0, -1.0), (-0.2, -0.3, 1.0), True),
    Touch.BELLY: ((0.0, -0.5, -1.0), (-1.0, 0.0, 0.0), (-0.5, -0.3, 1.0), False),
    Touch.HIP: ((0.8, -0.7, 0.0), (0.0, 0.0, -1.0), (-0.6, -0.1, 1.0), False),
    Touch.WORK_THIGH: ((0.0, -1.0, 0.0), (-1.0, 0.0, 0.0), (-0.6, -0.4, 1.0), False),
    Touch.CHAIR: ((1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (-1.0, -0.2, 0.6), False),
    Touch.CHEST: ((0.0, 1.0, -0.4), (0.0, 0.0, -1.0), (0.0, -1.0, 0.5), True),
    Touch.WORK_FOOT: ((0.0, -1.0, 0.0), (-1.0, 0.0, 0.0), (-0.4, 0.0, 1.0), True),
    Touch.OTHER_THIGH: ((0.0, -1.0, 0.0), (-1.0, 0.0, 0.0), (-0.6, -0.4, 1.0), False),
}

_SIZES: dict[PropKind, Triple] = {
    PropKind.MAT: (1.86, 0.012, 0.66),
    PropKind.CHAIR: (0.42, 0.44, 0.42),
    PropKind.WALL: (0.06, 1.9, 1.1),
    PropKind.WORKTOP: (0.5, 0.92, 0.9),
    PropKind.RAIL: (0.9, 0.92, 0.04),
    PropKind.CUSHION: (0.32, 0.07, 0.3),
    PropKind.STICK: (0.024, 1.1, 0.024),
    PropKind.STRAP: (0.05, 0.0, 0.0),
    PropKind.PATH: (3.2, 0.0, 0.9),
    PropKind.STEP: (0.34, 0.20, 0.6),
    PropKind.STAIRS: (0.28, 0.18, 0.9),
    PropKind.BAND_LOOP: (0.05, 0.0, 0.0),
    PropKind.BAND_LONG: (0.03, 0.0, 0.0),
    PropKind.TOWEL: (0.10, 0.08, 0.22),
    PropKind.FOAM: (0.42, 0.05, 0.36),
    PropKind.WEIGHT: (0.10, 0.22, 0.10),
    PropKind.BACKPACK: (0.16, 0.42, 0.28),
}


def motion_of(file: MotionFile) -> Motion:
    """Return the motion that a table says; raises ValueError with the cause where its parts do not fit together."""
    if file.back and file.mirror_back:
        raise ValueError("the way back is either given as `back` or mirrored by `mirror_back`, not both")
    start, end = _pose(file.poses.A, "A"), _pose(file.poses.B, "B")
    out = _keys(file.out, "out", start, end)
    back = _keys(file.back, "back", end, start)
    if file.mirror_back:
        back = tuple(Key(at=key.at, pose=_exchanged(key.pose)) for key in out)
    breath = file.breath
    return Motion(
        start=start,
        end=end,
        out=out,
        back=back,
        flow=file.flow,
        carrier=file.carrier,
        anchor=file.anchor,
        alternate=file.alternate,
        horizontal_abduction=file.abduction == "horizontal",
        stance_m=file.stance_m,
        lie_m=file.lie_m,
        kneel_m=file.kneel_m,
        surface_m=file.surface_m,
        travel_m=file.travel_m,
        props=tuple(_prop(prop) for prop in file.props),
        breath=breath
        and Breath(in_ms=round(breath.in_s * 1000), out_ms=round(breath.out_s * 1000), belly=breath.belly),
        targets=tuple(Target(angle=t.angle, pose=t.pose, value_deg=t.value) for t in file.targets),
    )


def _prop(table: PropTable) -> Prop:
    return Prop(
        kind=table.kind,
        at=table.at or (0.0, 0.0, 0.0),
        size=table.size or _SIZES[table.kind],
        turn_deg=table.turn,
        worn=table.worn,
    )


def _pose(table: PoseTable, name: str) -> Pose:
    if table.work is None or table.other is None or table.trunk is None:
        raise ValueError(f"pose {name} needs `trunk`, `work` and `other`")
    return _filled(table, Pose())


def _keys(tables: Sequence[KeyTable], name: str, start: Pose, end: Pose) -> tuple[Key, ...]:
    places = [table.at for table in tables]
    if sorted(set(places)) != places:
        raise ValueError(f"the poses in `{name}` must follow one another, each `at` above the one before")
    return tuple(Key(at=table.at, pose=_filled(table, _between(start, end, table.at))) for table in tables)


def _filled(table: PoseTable, given: Pose) -> Pose:
    """Return a pose with the table's parts, and the rest as given."""
    return Pose(
        trunk_deg=_or(table.trunk, given.trunk_deg),
        pelvic_tilt_deg=_or(table.pelvic_tilt, given.pelvic_tilt_deg),
        lumbar_deg=_or(table.lumbar, given.lumbar_deg),
        thoracic_deg=_or(table.thoracic, given.thoracic_deg),
        lean_deg=_or(table.lean, given.lean_deg),
        incline_deg=_or(table.incline, given.incline_deg),
        drop_deg=_or(table.drop, given.drop_deg),
        turn_deg=_or(table.turn, given.turn_deg),
        twist_deg=_or(table.twist, given.twist_deg),
        neck_deg=_or(table.neck, given.neck_deg),
        sway_m=_or(table.sway_m, given.sway_m),
        air_m=_or(table.air_m, given.air_m),
        brace=_or(table.brace, given.brace),
        glute=_or(table.glute, given.glute),
        belly=_or(table.belly, given.belly),
        shrug=_or(table.shrug, given.shrug),
        work=_leg(
            table.work,
            table.work_turn,
            (table.work_toes_out, table.work_toes_up, table.work_roll),
            table.work_contact,
            given.work,
        ),
        other=_leg(
            table.other,
            table.other_turn,
            (table.other_toes_out, table.other_toes_up, table.other_roll),
            table.other_contact,
            given.other,
        ),
        work_arm=_arm(table.work_arm, table.work_arm_turn, table.work_hand, given.work_arm),
        other_arm=_arm(table.other_arm, table.other_arm_turn, table.other_hand, given.other_arm),
    )


def _leg(
    angles: LegAngles | None,
    turn: LegTurn | None,
    foot: tuple[float | None, float | None, float | None],
    contact: Contact | None,
    given: LegPose,
) -> LegPose:
    hip, knee, ankle = angles or (given.hip_deg, given.knee_deg, given.ankle_deg)
    abduction, rotation = turn or (given.abduction_deg, given.rotation_deg)
    return LegPose(
        hip_deg=hip,
        knee_deg=knee,
        ankle_deg=ankle,
        abduction_deg=abduction,
        rotation_deg=rotation,
        toes_out_deg=_or(foot[0], given.toes_out_deg),
        toes_up_deg=_or(foot[1], given.toes_up_deg),
        roll_deg=_or(foot[2], given.roll_deg),
        contact=contact or given.contact,
    )


def _arm(angles: ArmAngles | None, turn: ArmTurn | None, hand: HandTable | None, given: ArmPose) -> ArmPose:
    flexion, elbow = angles or (given.flexion_deg, given.elbow_deg)
    abduction, rotation = turn or (given.abduction_deg, given.rotation_deg)
    return ArmPose(
        flexion_deg=flexion,
        elbow_deg=elbow,
        abduction_deg=abduction,
        rotation_deg=rotation,
        hand=_spot(hand) if hand else given.hand,
    )


def _spot(hand: HandTable) -> HandSpot:
    fingers, palm, elbow, grip = _HANDS[hand.on]
    return HandSpot(
        on=hand.on,
        at=hand.at,
        fingers=hand.fingers or fingers,
        palm=hand.palm or palm,
        elbow=hand.elbow or elbow,
        grip=grip if hand.grip is None else hand.grip,
    )


def _between(start: Pose, end: Pose, share: float) -> Pose:
    """Return the pose in proportion between two; its contacts and hands are those that both have."""

    def leg(mixed: LegPose, a: LegPose, b: LegPose) -> LegPose:
        return replace(mixed, contact=a.contact if a.contact is b.contact else Contact.FREE)

    def arm(mixed: ArmPose, a: ArmPose, b: ArmPose) -> ArmPose:
        return replace(mixed, hand=a.hand if a.hand == b.hand else None)

    mixed = pose_between(start, end, share)
    return replace(
        mixed,
        work=leg(mixed.work, start.work, end.work),
        other=leg(mixed.other, start.other, end.other),
        work_arm=arm(mixed.work_arm, start.work_arm, end.work_arm),
        other_arm=arm(mixed.other_arm, start.other_arm, end.other_arm),
    )


def _exchanged(pose: Pose) -> Pose:
    """Return the pose with the working and the other side exchanged."""
    return replace(
        pose,
        lean_deg=-pose.lean_deg,
        drop_deg=-pose.drop_deg,
        turn_deg=-pose.turn_deg,
        twist_deg=-pose.twist_deg,
        sway_m=-pose.sway_m,
        work=pose.other,
        other=pose.work,
        work_arm=pose.other_arm,
        other_arm=pose.work_arm,
    )


def _or(value: float | None, given: float) -> float:
    return given if value is None else value
