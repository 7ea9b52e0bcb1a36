"""Modification knobs: what they may be turned to, how they are said, and what they do to a tempo."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import First
from kinetic_home.domain.knobs import AS_IT_IS, KNOBS, STANCES, Knobs, Support, dose_with, said_pair
from tests.builders import holds, reps

TURNED = st.builds(
    Knobs,
    depth_deg=st.none() | st.integers(-60, 150).map(float),
    stance_m=st.none() | st.sampled_from([*STANCES.values(), 0.05, 0.3, 0.6]),
    toes_out_deg=st.none() | st.integers(0, 15).map(float),
    pause_ms=st.none() | st.integers(5, 20).map(lambda tenths: tenths * 100),
    lower_ms=st.none() | st.integers(5, 30).map(lambda tenths: tenths * 100),
    support=st.none() | st.sampled_from(Support),
    step_m=st.none() | st.sampled_from([0.1, 0.15, 0.2]),
    seat_m=st.none() | st.integers(40, 60).map(lambda cm: cm / 100),
)


def test_every_field_has_its_knob():
    assert [knob.field for knob in KNOBS.values()] == [field.name for field in fields(Knobs)]


@given(TURNED)
def test_knobs_read_back_as_they_were_written(knobs: Knobs):
    assert Knobs.parse(str(knobs)) == knobs
    assert (str(knobs) == "") == (knobs == AS_IT_IS)


@given(TURNED)
def test_the_keys_are_those_of_the_knobs_that_are_turned(knobs: Knobs):
    assert [part.split("=")[0] for part in str(knobs).split()] == list(knobs.keys)
    assert knobs.without(*knobs.keys) == AS_IT_IS


def test_knobs_are_said_as_in_a_plan():
    said = Knobs.said({"depth": 60, "stance": "wide", "pause_s": 1.5, "support": "both_hands", "step_cm": 15})
    assert said == Knobs(depth_deg=60.0, stance_m=0.40, pause_ms=1_500, support=Support.BOTH_HANDS, step_m=0.15)
    assert str(said) == "depth=60 stance=wide pause_s=1.5 support=both_hands step_cm=15"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("depht=60", "no knob 'depht' (did you mean 'depth'?)"),
        ("xyz=1", "no knob 'xyz' (the knobs are depth, stance"),
        ("depth", "'depth' is not key=value (write it like depth=60)"),
        ("depth=", "'depth=' is not key=value"),
        ("depth=deep", "depth cannot be 'deep' (use -60 to 150 degrees)"),
        ("depth=nan", "depth cannot be nan"),
        ("stance=wied", "stance cannot be 'wied' (did you mean 'wide'?)"),
        ("stance=2", "stance cannot be 2 (use narrow, hip, wide, or 0.05 to 0.6 m)"),
        ("toes_out=20", "toes_out cannot be 20 (use 0 to 15 degrees)"),
        ("pause_s=9", "pause_s cannot be 9 (use 0.5 to 2 s)"),
        ("support=2", "support cannot be 2 (use none, fingertips, one_hand, both_hands)"),
        ("step_cm=12", "step_cm cannot be 12 (use 10 or 15 or 20 cm)"),
        ("seat_cm=39", "seat_cm cannot be 39 (use 40 to 60 cm)"),
    ],
)
def test_what_cannot_be_is_told_with_a_way_out(text: str, told: str):
    with pytest.raises(ValueError, match=r".") as caught:
        Knobs.parse(text)
    assert told in str(caught.value)


def test_a_value_beyond_its_limits_cannot_be_made_at_all():
    with pytest.raises(ValueError, match="toes_out cannot be 16"):
        Knobs(toes_out_deg=16.0)


def test_a_pair_is_a_number_where_it_can_be_one():
    assert (said_pair("stance=0.3"), said_pair("stance=hip")) == (("stance", 0.3), ("stance", "hip"))


@given(st.integers(500, 2_000), st.integers(500, 3_000), st.sampled_from(First))
def test_a_repetition_becomes_longer_by_exactly_what_is_added(pause_ms: int, lower_ms: int, first: First):
    dose = reps(tempo="3-1-2-0")
    longer = dose_with(dose, first, Knobs(pause_ms=pause_ms, lower_ms=lower_ms))
    assert dose.tempo is not None
    assert longer.tempo is not None
    assert longer.tempo.rep_ms == dose.tempo.rep_ms + pause_ms + lower_ms
    assert longer.tempo.eccentric_ms == dose.tempo.eccentric_ms + lower_ms
    assert replace(longer, tempo=dose.tempo) == dose


def test_the_pause_is_added_in_the_far_pose():
    down = dose_with(reps(tempo="3-1-2-0"), First.ECCENTRIC, Knobs(pause_ms=1_000))
    up = dose_with(reps(tempo="3-1-2-0"), First.CONCENTRIC, Knobs(pause_ms=1_000))
    assert (str(down.tempo), str(up.tempo)) == ("3-2-2-0", "3-1-2-1")


@given(TURNED)
def test_knobs_that_are_no_matter_of_time_leave_the_dose_as_it_is(knobs: Knobs):
    assert dose_with(holds(), First.HOLD, replace(knobs, pause_ms=None, lower_ms=None)) == holds()


def test_a_hold_has_no_tempo_to_add_to():
    with pytest.raises(ValueError, match="no tempo"):
        dose_with(holds(), First.HOLD, Knobs(pause_ms=1_000))
