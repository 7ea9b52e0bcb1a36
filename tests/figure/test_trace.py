"""The circle that is drawn over the figure is the one that the knee or the toes go."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from kinetic_home.domain.motion import Contact, Flow
from kinetic_home.domain.side import Side
from kinetic_home.figure.space import distance
from kinetic_home.figure.trace import trace_of
from tests.figure.shown import at, motion_of


@pytest.mark.parametrize(("name", "joint"), [("wu_hip_circles", "knee"), ("wu_ankle_pumps", "toe")])
@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_what_goes_round_is_on_its_trace_at_every_instant(name: str, joint: str, side: Side) -> None:
    way = trace_of(motion_of(name), side)
    assert way[0] == way[-1]
    for ends in ("AB", "BA"):
        for share in (0.1, 0.4, 0.7):
            spot = at(name, ends, share, side).joints[f"{side.value}_{joint}"]
            assert min(distance(spot, point) for point in way) < 0.03


@pytest.mark.parametrize("name", ["wu_leg_swing_front", "wu_march", "ply_pogo", "pat_gait", "str_lateral_band_walk"])
def test_a_swing_a_hop_and_a_walk_have_no_trace(name: str) -> None:
    assert trace_of(motion_of(name), Side.RIGHT) == ()


def test_a_leg_that_goes_back_the_way_it_came_has_no_trace() -> None:
    swing = motion_of("wu_leg_swing_front")
    to_and_fro = replace(swing, flow=Flow.CYCLE, out=(), back=())
    assert to_and_fro.start.work.contact is to_and_fro.end.work.contact is Contact.FREE
    assert trace_of(to_and_fro, Side.RIGHT) == ()


def test_the_knee_draws_a_round_circle_seen_from_the_front() -> None:
    way = trace_of(motion_of("wu_hip_circles"), Side.RIGHT)
    wide = max(z for _, _, z in way) - min(z for _, _, z in way)
    high = max(y for _, y, _ in way) - min(y for _, y, _ in way)
    area = abs(sum(y * c - b * z for (_, y, z), (_, b, c) in pairwise(way))) / 2
    assert 0.6 < high / wide < 1.2
    # A round shape fills more than two thirds of its frame; a swing fills nothing.
    assert area > 0.67 * wide * high
