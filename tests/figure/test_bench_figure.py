"""How long a figure takes to be found; run with --benchmark-enable."""

from __future__ import annotations

from itertools import count

import pytest

from kinetic_home.domain.side import Side
from kinetic_home.figure.motion import figure_at
from tests.figure.shown import motion_of


@pytest.mark.parametrize("name", ["pat_gait", "act_bridge", "mob_figure4", "wu_march"])
def test_a_figure_is_found(benchmark, name: str) -> None:
    motion, steps = motion_of(name), count()

    def one():
        return figure_at(motion, pose_from="A", pose_to="B", fraction=next(steps) % 100 / 100, rep_no=1, side=Side.LEFT)

    assert benchmark(one).joints
