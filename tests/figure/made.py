"""Motions made up for tests, with everything that a pose can say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from kinetic_home.domain.motion import Carrier, Contact, Key, LegPose, Motion, Pose
from kinetic_home.domain.room import Prop, PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.space import Vec

BENT = LegPose(hip_deg=55, knee_deg=60, ankle_deg=25)
SQUAT = Pose(trunk_deg=20, work=BENT, other=BENT)
STANDING = Pose()
UP = LegPose(hip_deg=4, knee_deg=4, ankle_deg=-35, contact=Contact.TOE)
AIR = LegPose(hip_deg=4, knee_deg=4, ankle_deg=-40, contact=Contact.FREE)
FREE_KNEE = LegPose(hip_deg=15, knee_deg=70, contact=Contact.FREE)

JUMP = Motion(
    start=SQUAT,
    end=Pose(air_m=0.12, work=AIR, other=AIR),
    out=(Key(at=0.4, pose=Pose(work=UP, other=UP)),),
)
HOP = Motion(
    start=replace(SQUAT, other=FREE_KNEE),
    end=Pose(air_m=0.08, work=AIR, other=FREE_KNEE),
    out=(Key(at=0.4, pose=Pose(work=UP, other=FREE_KNEE)),),
    travel_m=0.35,
)


def _apart(work_deg: float, other_deg: float, lifted: str = "") -> Pose:
    legs = {
        name: LegPose(
            hip_deg=40 if name == lifted else 35,
            knee_deg=42 if name == lifted else 30,
            ankle_deg=10,
            abduction_deg=angle,
            contact=Contact.FREE if name == lifted else Contact.FLAT,
        )
        for name, angle in (("work", work_deg), ("other", other_deg))
    }
    return Pose(trunk_deg=15, work=legs["work"], other=legs["other"])


SIDE_WALK = Motion(
    start=_apart(8, 8),
    end=_apart(20, 20),
    out=(Key(at=0.5, pose=_apart(18, 12, "work")),),
    back=(Key(at=0.5, pose=_apart(12, 14, "other")),),
    carrier=Carrier.SIDE_WALK,
)

LONG = LegPose(contact=Contact.LYING)
SIDE_PLANK = Motion(
    start=Pose(incline_deg=34, lean_deg=-6, work=LONG, other=LONG),
    end=Pose(incline_deg=17, work=LONG, other=LONG),
    carrier=Carrier.ELBOW,
    anchor="B",
    lie_m=(0.05, 0.14),
)
_KNELT = LegPose(knee_deg=90, ankle_deg=-50, contact=Contact.KNEEL)
KNEE_PLANK = Motion(
    start=Pose(incline_deg=38, work=_KNELT, other=_KNELT),
    end=Pose(incline_deg=27, work=_KNELT, other=_KNELT),
    carrier=Carrier.ELBOW,
    anchor="B",
    lie_m=(0.055, 0.16),
)
STEP = Prop(kind=PropKind.STEP, at=(0.06, 0.0, 0.0), size=(0.34, 0.20, 0.6))
STEP_UP = Motion(
    start=Pose(
        trunk_deg=15,
        work=LegPose(hip_deg=74, knee_deg=74, ankle_deg=15),
        other=LegPose(hip_deg=5, knee_deg=30, ankle_deg=15, contact=Contact.TOE),
    ),
    end=Pose(other=LegPose(hip_deg=20, knee_deg=30, contact=Contact.FREE)),
    surface_m=(0.2, 0.0),
    props=(STEP,),
)


def shown(motion: Motion, way: str, fraction: float, side: Side = Side.RIGHT, rep_no: int = 1) -> Figure:
    return figure_at(motion, pose_from=way[0], pose_to=way[1], fraction=fraction, rep_no=rep_no, side=side)


def frames(motion: Motion, side: Side = Side.RIGHT, steps: int = 40, rep_no: int = 1) -> list[Figure]:
    return [shown(motion, way, step / steps, side, rep_no) for way in ("AB", "BA") for step in range(steps + 1)]


def on_floor(figure: Figure, point: Vec) -> Vec:
    """Return a point as the floor under a walk sees it."""
    return (point[0] + figure.ground_m, point[1], point[2] - figure.ground_side_m)


_angle = st.floats


@st.composite
def stances(draw: st.DrawFn) -> Motion:
    """Return a motion on two planted feet in which trunk, pelvis and knees do anything they can."""
    toes = (draw(_angle(-10, 30)), draw(_angle(-10, 30)))

    def leg(out_deg: float, trunk_deg: float) -> LegPose:
        knee = draw(_angle(5, 80))
        ankle = knee * draw(_angle(0.25, 0.4))
        return LegPose(
            hip_deg=knee + trunk_deg - ankle,
            knee_deg=knee,
            ankle_deg=ankle,
            toes_out_deg=out_deg,
            knee_in_deg=draw(_angle(-15, 25)),
            roll_deg=draw(_angle(-12, 15)),
        )

    def pose() -> Pose:
        trunk = draw(_angle(0, 50))
        return Pose(
            trunk_deg=trunk,
            pelvic_tilt_deg=draw(_angle(-10, 12)),
            lumbar_deg=draw(_angle(-15, 30)),
            thoracic_deg=draw(_angle(-10, 30)),
            lean_deg=draw(_angle(-25, 25)),
            drop_deg=draw(_angle(-12, 12)),
            turn_deg=draw(_angle(-20, 20)),
            twist_deg=draw(_angle(-25, 25)),
            neck_deg=draw(_angle(-20, 20)),
            sway_m=draw(_angle(-0.06, 0.06)),
            shrug=draw(_angle(0, 1)),
            work=leg(toes[0], trunk),
            other=leg(toes[1], trunk),
        )

    return Motion(start=pose(), end=pose())
