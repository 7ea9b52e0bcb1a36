"""Facts to JSON and back."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import HealthCheck, given, settings

from kinetic_home.domain import events as ev
from kinetic_home.domain.scales import Nprs, PainMoment
from kinetic_home.storage import event_codec
from kinetic_home.storage.errors import StorageBug
from kinetic_home.storage.event_codec import KINDS, Unreadable, current_version, decode, encode, kind_of
from tests.fact_strategies import ANY_EVENT, EVENTS

PAIN = ev.PainReported(moment=PainMoment.DURING, pain=Nprs(4))


def test_every_kind_of_event_has_a_name_and_a_strategy() -> None:
    assert set(KINDS.values()) == set(ev.Event.__args__) == set(EVENTS)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=300)
@given(event=ANY_EVENT)
def test_every_event_comes_back_as_it_was(event: ev.Event) -> None:
    assert decode(kind_of(event), current_version(kind_of(event)), encode(event)) == event


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(event=ANY_EVENT)
def test_the_same_event_gives_the_same_bytes(event: ev.Event) -> None:
    assert encode(decode(kind_of(event), 1, encode(event))) == encode(event)


def test_the_words_on_disk_are_the_ones_that_were_released() -> None:
    assert encode(PAIN) == '{"moment":"during","pain":{"score":4},"item":null,"exercise":null}'


@pytest.mark.parametrize(
    "event",
    [
        ev.CheckinGiven(pain=None, places=(), swelling=None, sleep_h=math.nan),
        ev.CheckinGiven(pain=None, places=(), swelling=None, sleep_h=math.inf),
        ev.Corrected(of_event="e", field="sleep_h", value=math.nan),
        ev.SessionPaused(reason="lunch"),  # pyright: ignore[reportArgumentType]
        ev.PainReported(moment=PainMoment.DURING, pain=4),  # pyright: ignore[reportArgumentType]
        ev.NoteWritten(text="half of a \ud800 letter"),
        ev.RestChanged(delta_ms=object()),  # pyright: ignore[reportArgumentType]
    ],
)
def test_what_would_not_read_back_is_refused_before_it_is_written(event: ev.Event) -> None:
    with pytest.raises(StorageBug, match=type(event).__name__):
        encode(event)


@pytest.mark.parametrize(
    ("kind", "version", "payload", "cause"),
    [
        ("mood_reported", 1, "{}", "does not know the kind «mood_reported»"),
        ("pain_reported", 2, "{}", "version 2 of «pain_reported» is newer"),
        ("pain_reported", 0, "{}", "version 0"),
        ("pain_reported", 1, '{"moment":"during","pain":{"score":11}}', "pain must be a whole number from 0 to 10"),
        ("pain_reported", 1, '{"moment":"during"}', "missing required field `pain`"),
        ("pain_reported", 1, '{"moment":"dur', "«pain_reported» does not fit"),
        ("note_written", 1, "[" * 100_000, "«note_written» does not fit"),
    ],
)
def test_what_cannot_be_read_says_why(kind: str, version: int, payload: str, cause: str) -> None:
    with pytest.raises(Unreadable, match=cause):
        decode(kind, version, payload)


def test_an_older_version_is_brought_up_step_by_step_and_its_bytes_stay() -> None:
    def named(old: dict[str, object]) -> dict[str, object]:
        return {"moment": old["when"], "nprs": old["nprs"]}

    def scored(old: dict[str, object]) -> dict[str, object]:
        return {"moment": old["moment"], "pain": {"score": old["nprs"]}}

    upgraders = {("pain_reported", 1): named, ("pain_reported", 2): scored}
    old = json.dumps({"when": "during", "nprs": 4})
    assert current_version("pain_reported", upgraders) == 3
    assert decode("pain_reported", 1, old, upgraders) == PAIN
    assert decode("pain_reported", 3, encode(PAIN), upgraders) == PAIN


def test_an_upgrade_that_misses_a_field_is_a_listed_problem() -> None:
    upgraders = {("pain_reported", 1): lambda old: {"pain": old["nprs"]}}
    with pytest.raises(Unreadable, match="nprs"):
        decode("pain_reported", 1, "{}", upgraders)


def test_no_upgrade_skips_a_version() -> None:
    for kind in KINDS:
        steps = sorted(version for known, version in event_codec.UPGRADERS if known == kind)
        assert steps == list(range(1, len(steps) + 1))
