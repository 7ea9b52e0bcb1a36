"""The scales of answers: what can be said on them, and what cannot be made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.scales import Effort, Nprs, PainBand, Place

off_scale = st.one_of(
    st.integers(max_value=-1), st.integers(min_value=11), st.booleans(), st.floats(), st.text(), st.none()
)


@pytest.mark.parametrize("scale", [Nprs, Effort])
def test_every_whole_number_from_0_to_10_is_a_score(scale: type[Nprs] | type[Effort]):
    assert [scale(score).score for score in range(11)] == list(range(11))


@pytest.mark.parametrize(("scale", "word"), [(Nprs, "pain"), (Effort, "effort")])
@given(score=off_scale)
def test_nothing_else_is_a_score(scale: type[Nprs] | type[Effort], word: str, score: object):
    with pytest.raises(ValueError, match=f"{word} must be a whole number from 0 to 10"):
        scale(score)  # pyright: ignore[reportArgumentType]  # what is wrong on purpose


def test_pain_falls_into_the_bands_of_the_traffic_light():
    bands = [Nprs(score).band for score in range(11)]
    assert bands == [PainBand.SAFE] * 3 + [PainBand.ACCEPTABLE] * 3 + [PainBand.TOO_MUCH] * 5


def test_scores_are_ordered_so_that_the_worst_can_be_found():
    assert max(Nprs(3), Nprs(10), Nprs(0)) == Nprs(10)


def test_every_place_is_on_one_leg_and_the_legs_have_the_same_places():
    left = {place.value.removeprefix("left_") for place in Place if place.value.startswith("left_")}
    right = {place.value.removeprefix("right_") for place in Place if place.value.startswith("right_")}
    assert left == right
    assert len(Place) == 2 * len(left)
