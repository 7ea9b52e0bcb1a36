from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.motion import Contact, Flow, LegPose, Motion, Pose
from kinetic_home.figure.pose import END_AT, Curve, foot_pitch_deg, key_poses

angle = st.floats(-120, 120)
ways = st.lists(st.floats(0.02, 0.98), max_size=4, unique=True).map(sorted)


def curve(values: list[float], out: list[float], flow: Flow) -> Curve:
    places = [0.0, *(share * END_AT for share in out), END_AT, *(END_AT + share * END_AT for share in out)]
    return Curve.through(tuple((at, (value,)) for at, value in zip(places, values, strict=False)), flow)


@given(out=ways, data=st.data(), flow=st.sampled_from(list(Flow)))
def test_a_curve_goes_through_its_poses_and_stays_between_neighbours(out, data, flow) -> None:
    values = data.draw(st.lists(angle, min_size=2 * len(out) + 2, max_size=2 * len(out) + 2))
    line = curve(values, out, flow)
    for index in range(len(line.at)):
        here, there = line.rows[index][0], line.rows[(index + 1) % len(line.at)][0]
        assert line.values(index, 0.0)[0] == pytest.approx(here, abs=1e-9)
        for step in range(11):
            assert min(here, there) - 1e-6 <= line.values(index, step / 10)[0] <= max(here, there) + 1e-6


@given(out=ways, data=st.data())
def test_an_easing_curve_stands_still_in_both_poses(out, data) -> None:
    values = data.draw(st.lists(angle, min_size=2 * len(out) + 2, max_size=2 * len(out) + 2))
    line = curve(values, out, Flow.EASE)
    for place in (0.0, END_AT):
        assert line.slopes[line.at.index(place)] == (0.0,)


def test_half_way_in_time_is_half_way_in_angle() -> None:
    line = curve([0.0, 80.0], [], Flow.EASE)
    assert line.values(0, 0.5)[0] == pytest.approx(40.0)
    assert line.values(0, 0.1)[0] == pytest.approx(80.0 * 0.028)


@given(hip=st.floats(0, 60), knee=st.floats(0, 60), trunk=st.floats(0, 40), share=st.floats(0, 1))
def test_a_foot_that_is_flat_in_two_poses_is_flat_between_them(hip, knee, trunk, share) -> None:
    first = LegPose(hip_deg=hip, knee_deg=knee, ankle_deg=knee + trunk - hip)
    pose = Pose(
        trunk_deg=trunk * share,
        work=LegPose(hip_deg=hip * share, knee_deg=knee * share, ankle_deg=first.ankle_deg * share),
    )
    assert foot_pitch_deg(pose, pose.work) == pytest.approx(0.0, abs=1e-9)


def test_without_a_way_back_of_its_own_the_way_out_is_gone_back() -> None:
    from kinetic_home.domain.motion import Key

    motion = Motion(start=Pose(), end=Pose(trunk_deg=40), out=(Key(at=0.25, pose=Pose(trunk_deg=5)),))
    assert [at for at, _ in key_poses(motion)] == [0.0, 0.125, 0.5, 0.875]


def test_a_planted_foot_may_not_go_from_heel_to_ball_without_being_flat() -> None:
    from kinetic_home.figure.staging import staged

    heel = LegPose(hip_deg=20, contact=Contact.HEEL)
    toe = LegPose(hip_deg=-20, contact=Contact.TOE)
    with pytest.raises(ValueError, match="in which it is flat"):
        staged(Motion(start=Pose(work=heel), end=Pose(work=toe)))
