"""What the `[motion]` table of an exercise file may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kinetic_home.domain.motion import Carrier, Contact, Flow
from kinetic_home.domain.room import PropKind, Touch, Worn

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
    grip: bool | None = None


class PoseTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pose; between A and B, what is left out lies in proportion between them."""

    trunk: Degrees | None = None
    pelvic_tilt: Degrees | None = None
    lumbar: Degrees | None = None
    thoracic: Degrees | None = None
    lean: Degrees | None = None
    incline: Degrees | None = None
    drop: Degrees | None = None
    turn: Degrees | None = None
    twist: Degrees | None = None
    neck: Degrees | None = None
    sway_m: Metres | None = None
    air_m: Metres | None = None
    brace: Share | None = None
    glute: Share | None = None
    belly: Share | None = None
    shrug: Share | None = None
    work: LegAngles | None = None
    work_turn: LegTurn | None = None
    work_toes_out: Degrees | None = None
    work_toes_up: Degrees | None = None
    work_roll: Degrees | None = None
    work_contact: Contact | None = None
    other: LegAngles | None = None
    other_turn: LegTurn | None = None
    other_toes_out: Degrees | None = None
    other_toes_up: Degrees | None = None
    other_roll: Degrees | None = None
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
    worn: Annotated[Worn | None, Meta(description="where on the body it is; what is worn has no place")] = None


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
    surface_m: Annotated[tuple[Metres, Metres], Meta(description="height of what is under each foot")] = (0.0, 0.0)
    travel_m: Annotated[Metres, Meta(description="how far a hop goes to the working side")] = 0.0
    props: list[PropTable] = []
    breath: BreathTable | None = None
    targets: list[TargetTable] = []
