"""The sides of the body."""

import pytest

from kinetic_home.domain.side import Side


@pytest.mark.parametrize(
    ("side", "opposite"), [(Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT), (Side.BOTH, Side.BOTH)]
)
def test_each_side_has_its_opposite_and_both_has_none(side: Side, opposite: Side):
    assert side.opposite is opposite
