"""Which answers can be corrected, and to what."""

from __future__ import annotations

import pytest

from kinetic_home.domain import events as ev
from kinetic_home.domain.corrections import CORRECTABLE, corrected_answer, latest_corrections
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, Swelling
from kinetic_home.domain.side import Side
from tests.fakes import ListLog

PAIN = ev.PainReported(moment=PainMoment.DURING, pain=Nprs(7))
CHECKIN = ev.CheckinGiven(pain=None, places=(), swelling=None, sleep_h=None)
CHECK = ev.CheckpointAnswered(item=0, exercise="a", check="knee_in", side=Side.LEFT, clean=True, aid=None)  # pyright: ignore[reportArgumentType]
BOUT = ev.Bout(item=0, exercise="a", set_no=1, side=Side.LEFT)  # pyright: ignore[reportArgumentType]
ENDED = ev.BoutEnded(bout=BOUT, reps_done=8, work_ms=1_000, complete=True)
EFFORT = ev.EffortReported(effort=Effort(3))
NOTE = ev.NoteWritten(text="fine")


@pytest.mark.parametrize(
    ("event", "field", "said", "answer"),
    [
        (PAIN, "pain", 3, Nprs(3)),
        (PAIN, "pain", None, None),
        (CHECKIN, "pain", 0, Nprs(0)),
        (CHECKIN, "swelling", 2, Swelling.MUCH),
        (CHECKIN, "sleep_h", 7, 7),
        (CHECKIN, "sleep_h", 7.5, 7.5),
        (CHECK, "clean", False, False),
        (CHECK, "aid", "mirror", Aid.MIRROR),
        (ENDED, "reps_done", 6, 6),
        (EFFORT, "effort", 4, Effort(4)),
        (NOTE, "text", "better", "better"),
    ],
)
def test_a_fitting_word_becomes_a_value_of_its_field(event: ev.Event, field: str, said: object, answer: object) -> None:
    assert corrected_answer(event, field, said) == answer  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("event", "field", "said"),
    [
        (PAIN, "pain", 11),
        (PAIN, "pain", 4.0),
        (PAIN, "pain", True),
        (PAIN, "pain", "4"),
        (PAIN, "moment", "before"),
        (PAIN, "moment", None),
        (CHECKIN, "swelling", 3),
        (CHECKIN, "swelling", 1.0),
        (CHECKIN, "sleep_h", 25),
        (CHECKIN, "sleep_h", True),
        (CHECKIN, "sleep_h", float("nan")),
        (CHECK, "clean", 1),
        (CHECK, "aid", "telescope"),
        (ENDED, "reps_done", -1),
        (ENDED, "reps_done", 6.0),
        (ENDED, "complete", False),
        (EFFORT, "effort", 12),
        (NOTE, "text", 5),
    ],
)
def test_a_word_that_does_not_fit_is_refused(event: ev.Event, field: str, said: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each scale words it in its own way
        corrected_answer(event, field, said)  # pyright: ignore[reportArgumentType]


def test_every_correctable_field_is_a_field_of_its_event() -> None:
    assert all(field in event.__dataclass_fields__ for event, field in CORRECTABLE)


def test_the_latest_fitting_correction_wins() -> None:
    log = ListLog()
    log.append(session_ref="s", at_ms=None, event=PAIN)
    for said in (3, 5, 11):
        log.append(session_ref="s", at_ms=None, event=ev.Corrected(of_event="event-1", field="pain", value=said))
    assert latest_corrections(log.read()) == {("event-1", "pain"): Nprs(5)}


def test_a_correction_of_an_unknown_or_a_later_fact_changes_nothing() -> None:
    log = ListLog()
    log.append(session_ref="s", at_ms=None, event=ev.Corrected(of_event="event-2", field="pain", value=1))
    log.append(session_ref="s", at_ms=None, event=PAIN)
    log.append(session_ref="s", at_ms=None, event=ev.Corrected(of_event="gone", field="pain", value=1))
    assert latest_corrections(log.read()) == {}


def test_a_correction_cannot_be_corrected() -> None:
    log = ListLog()
    log.append(session_ref="s", at_ms=None, event=PAIN)
    log.append(session_ref="s", at_ms=None, event=ev.Corrected(of_event="event-1", field="pain", value=1))
    log.append(session_ref="s", at_ms=None, event=ev.Corrected(of_event="event-2", field="value", value=2))
    assert latest_corrections(log.read()) == {("event-1", "pain"): Nprs(1)}
