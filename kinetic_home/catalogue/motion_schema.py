"""What the `[motion]` table of an exercise file may hold, and the motion that it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kinetic_home.domain.motion import (
    ArmPose,
    Breath,
    Carrier,
    Contact,
    Flow,
    HandSpot,
    Key,
    LegPose,
    Motion,
    Pose,
    Prop,
    PropKind,
    Target,
    Touch,
    Triple,
)

Degrees = Annotated[float, Meta(ge=-180, le=180, description="an angle, in degrees; 0 is standing straight")]
Metres = Annotated[float, Meta(ge=-5, le=5, description="a length, in metres")]
Share = Annotated[float, Meta(ge=0, le=1)]
PoseName = Literal["A", "B"]
LegAngles = Annotated[tuple[Degrees, Degrees, Degrees], Meta(description="hip, knee and ankle, in degrees")]
LegTurn = Annotated[tuple[Degrees, Degrees], Meta(description="hip abduction and outward rotation, in degrees")]
ArmAngles = Annotated[tuple[Degrees, Degrees], Meta(description="shoulder flexion and elbow flexion, in degrees")]
ArmTurn = Annotated[tuple[Degrees, Degrees], Meta(description="shoulder abduction and outward rotation, in degrees")]
Point = Annotated[tuple[Metres, Metres, Metres], Meta(description="forward, up and right or outward, in metres")]


class HandTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a palm lies; what is left out is as usual for the thing it lies on."""

    on: Touch
    at: Point
    fingers: Point | None = None
    palm: Point | None = None
    elbow: Point | None = None


class PoseTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pose; between A and B, what is left out lies in proportion between them."""

    trunk: Degrees | None = None
    pelvic_tilt: Degrees | None = None
    lumbar: Degrees | None = None
    twist: Degrees | None = None
    neck: Degrees | None = None
    sway_m: Metres | None = None
    brace: Share | None = None
    glute: Share | None = None
    belly: Share | None = None
    work: LegAngles | None = None
    work_turn: LegTurn | None = None
    work_contact: Contact | None = None
    other: LegAngles | None = None
    other_turn: LegTurn | None = None
    other_contact: Contact | None = None
    work_arm: ArmAngles | None = None
    work_arm_turn: ArmTurn | None = None
    work_hand: HandTable | None = None
    other_arm: ArmAngles | None = None
    other_arm_turn: ArmTurn | None = None
    other_hand: HandTable | None = None


class KeyTable(PoseTable, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pose on the way, at a share of it."""

    at: Annotated[float, Meta(gt=0, lt=1, description="share of the way that has been passed")]


class PosesTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The two poses between which the exercise goes."""

    A: PoseTable
    B: PoseTable


class PropTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing in the room; what is left out is as usual for its kind."""

    kind: PropKind
    at: Point | None = None
    size: Point | None = None
    turn: Degrees = 0.0


class BreathTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A breath that shows while a pose is held."""

    in_s: Annotated[float, Meta(ge=1, le=20)]
    out_s: Annotated[float, Meta(ge=1, le=20)]
    belly: Share


class TargetTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A joint angle that the exercise names."""

    angle: Annotated[str, Meta(description="such as 'work_knee_flexion'")]
    pose: PoseName
    value: Degrees


class MotionFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole `[motion]` table."""

    poses: PosesTable
    out: list[KeyTable] = []
    back: list[KeyTable] = []
    mirror_back: Annotated[bool, Meta(description="the way back is the way out with left and right exchanged")] = False
    flow: Flow = Flow.EASE
    carrier: Carrier = Carrier.WORK_FOOT
    anchor: Annotated[PoseName, Meta(description="the pose in which the planted feet are placed")] = "A"
    alternate: Annotated[bool, Meta(description="every second repetition is done by the other side")] = False
    abduction: Literal["frontal", "horizontal"] = "frontal"
    stance_m: Annotated[tuple[Metres, Metres], Meta(description="working and other foot, from the mid-line")] | None = (
        None
    )
    lie_m: Annotated[tuple[Metres, Metres], Meta(description="height of the ankle of a lying leg")] = (0.0, 0.0)
    kneel_m: Annotated[Metres, Meta(description="height of the cushion under the knee")] = 0.0
    props: list[PropTable] = []
    breath: BreathTable | None = None
    targets: list[TargetTable] = []


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
    if file.carrier is Carrier.SEAT and all(prop.kind is not PropKind.CHAIR for prop in file.props):
        raise ValueError("a seated motion needs a chair among its props")
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
        props=tuple(_prop(prop) for prop in file.props),
        breath=breath
        and Breath(in_ms=round(breath.in_s * 1000), out_ms=round(breath.out_s * 1000), belly=breath.belly),
        targets=tuple(Target(angle=t.angle, pose=t.pose, value_deg=t.value) for t in file.targets),
    )


def _prop(table: PropTable) -> Prop:
    return Prop(
        kind=table.kind, at=table.at or (0.0, 0.0, 0.0), size=table.size or _SIZES[table.kind], turn_deg=table.turn
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
        twist_deg=_or(table.twist, given.twist_deg),
        neck_deg=_or(table.neck, given.neck_deg),
        sway_m=_or(table.sway_m, given.sway_m),
        brace=_or(table.brace, given.brace),
        glute=_or(table.glute, given.glute),
        belly=_or(table.belly, given.belly),
        work=_leg(table.work, table.work_turn, table.work_contact, given.work),
        other=_leg(table.other, table.other_turn, table.other_contact, given.other),
        work_arm=_arm(table.work_arm, table.work_arm_turn, table.work_hand, given.work_arm),
        other_arm=_arm(table.other_arm, table.other_arm_turn, table.other_hand, given.other_arm),
    )


def _leg(angles: LegAngles | None, turn: LegTurn | None, contact: Contact | None, given: LegPose) -> LegPose:
    hip, knee, ankle = angles or (given.hip_deg, given.knee_deg, given.ankle_deg)
    abduction, rotation = turn or (given.abduction_deg, given.rotation_deg)
    return LegPose(
        hip_deg=hip,
        knee_deg=knee,
        ankle_deg=ankle,
        abduction_deg=abduction,
        rotation_deg=rotation,
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
        grip=grip,
    )


def _between(start: Pose, end: Pose, share: float) -> Pose:
    """Return the pose in proportion between two; its contacts and hands are those that both have."""

    def mix(a: float, b: float) -> float:
        return a + (b - a) * share

    def leg(a: LegPose, b: LegPose) -> LegPose:
        return LegPose(
            hip_deg=mix(a.hip_deg, b.hip_deg),
            knee_deg=mix(a.knee_deg, b.knee_deg),
            ankle_deg=mix(a.ankle_deg, b.ankle_deg),
            abduction_deg=mix(a.abduction_deg, b.abduction_deg),
            rotation_deg=mix(a.rotation_deg, b.rotation_deg),
            contact=a.contact if a.contact is b.contact else Contact.FREE,
        )

    def arm(a: ArmPose, b: ArmPose) -> ArmPose:
        return ArmPose(
            flexion_deg=mix(a.flexion_deg, b.flexion_deg),
            elbow_deg=mix(a.elbow_deg, b.elbow_deg),
            abduction_deg=mix(a.abduction_deg, b.abduction_deg),
            rotation_deg=mix(a.rotation_deg, b.rotation_deg),
            hand=a.hand if a.hand == b.hand else None,
        )

    return Pose(
        trunk_deg=mix(start.trunk_deg, end.trunk_deg),
        pelvic_tilt_deg=mix(start.pelvic_tilt_deg, end.pelvic_tilt_deg),
        lumbar_deg=mix(start.lumbar_deg, end.lumbar_deg),
        twist_deg=mix(start.twist_deg, end.twist_deg),
        neck_deg=mix(start.neck_deg, end.neck_deg),
        sway_m=mix(start.sway_m, end.sway_m),
        brace=mix(start.brace, end.brace),
        glute=mix(start.glute, end.glute),
        belly=mix(start.belly, end.belly),
        work=leg(start.work, end.work),
        other=leg(start.other, end.other),
        work_arm=arm(start.work_arm, end.work_arm),
        other_arm=arm(start.other_arm, end.other_arm),
    )


def _exchanged(pose: Pose) -> Pose:
    """Return the pose with the working and the other side exchanged."""
    return Pose(
        trunk_deg=pose.trunk_deg,
        pelvic_tilt_deg=pose.pelvic_tilt_deg,
        lumbar_deg=pose.lumbar_deg,
        twist_deg=-pose.twist_deg,
        neck_deg=pose.neck_deg,
        sway_m=-pose.sway_m,
        brace=pose.brace,
        glute=pose.glute,
        belly=pose.belly,
        work=pose.other,
        other=pose.work,
        work_arm=pose.other_arm,
        other_arm=pose.work_arm,
    )


def _or(value: float | None, given: float) -> float:
    return given if value is None else value
