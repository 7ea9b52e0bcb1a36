"""The log as tidy tables: every observation once, what is missing empty, nothing that a spreadsheet would run."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinetic_home.domain import events as ev
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import CheckId, ExerciseId
from kinetic_home.domain.history import fold
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, Place, SkipReason, Swelling
from kinetic_home.domain.side import Side
from kinetic_home.domain.tempo import Tempo
from kinetic_home.export.csv_tables import Table, local_iso, tables_of, text_of
from kinetic_home.storage.event_log import raw_of
from tests.fact_strategies import TEXTS, Told, histories
from tests.fakes import FakeClock, ListLog

CLAM = ExerciseId("act_clam")
START = ev.SessionStarted(
    plan_id="foundation_2wk",
    plan_title="Foundation",
    plan_digest="abc",
    session=SessionId("F_A"),
    title="Foundation A",
    aim="Wake up.",
    lead_side=Side.RIGHT,
    training_day="2026-03-02",
    length_ms=600_000,
    prescription=(
        ev.Prescribed(
            item=0,
            exercise=CLAM,
            name="Clam",
            per_side=True,
            dose=Dose(sets=1, reps=8, tempo=Tempo.parse("2-0-2-0"), rest_ms=30_000, load_kg=1.5),
            checks=(),
        ),
        ev.Prescribed(
            item=1,
            exercise=ExerciseId("cd_walk"),
            name="Walk",
            per_side=False,
            dose=Dose(sets=1, work_ms=120_000, rest_ms=0),
            checks=(),
            note="Indoors.",
        ),
    ),
)
RIGHT = ev.Bout(item=0, exercise=CLAM, set_no=1, side=Side.RIGHT)
LEFT = ev.Bout(item=0, exercise=CLAM, set_no=1, side=Side.LEFT)


def logged(*events: ev.Event) -> tuple[ev.Stamped, ...]:
    clock = FakeClock(offset_min=-210)
    log = ListLog(clock)
    for event in events:
        log.append(session_ref="s1", at_ms=clock.monotonic_ms(), event=event)
        clock.advance(1_500)
    return log.read()


def tables(facts: tuple[ev.Stamped, ...]) -> dict[str, Table]:
    return {table.name: table for table in tables_of(facts, [raw_of(fact) for fact in facts])}


def rows(table: Table) -> list[dict[str, str]]:
    return [dict(zip([name for name, _ in table.columns], row, strict=True)) for row in table.rows]


def test_an_empty_log_gives_all_tables_without_rows() -> None:
    made = tables(())
    assert list(made) == [
        "sessions.csv",
        "prescribed.csv",
        "performed.csv",
        "pain.csv",
        "checkpoints.csv",
        "events.csv",
    ]
    assert all(table.rows == () for table in made.values())


def test_a_session_is_one_row_with_local_times_and_answers() -> None:
    facts = logged(
        START,
        ev.CheckinGiven(
            pain=Nprs(0),
            places=(Place.LEFT_KNEE_FRONT, Place.RIGHT_HEEL),
            swelling=Swelling.NONE,
            sleep_h=7.5,
        ),
        ev.SessionEnded(finished=False, reason=SkipReason.TIRED),
        ev.EffortReported(effort=Effort(0)),
        ev.NoteWritten(text='Warm, "but" fine,\nreally.'),
    )
    assert rows(tables(facts)["sessions.csv"]) == [
        {
            "session_ref": "s1",
            "training_day": "2026-03-02",
            "started": "2026-03-02T05:30:00.000-03:30",
            "ended": "2026-03-02T05:30:03.000-03:30",
            "finished": "no",
            "end_reason": "tired",
            "plan_id": "foundation_2wk",
            "plan_title": "Foundation",
            "plan_digest": "abc",
            "session_id": "F_A",
            "title": "Foundation A",
            "lead_side": "right",
            "planned_length_ms": "600000",
            "pain_before_0_10": "0",
            "pain_places": "left_knee_front right_heel",
            "swelling_0_2": "0",
            "sleep_h": "7.5",
            "effort_0_10": "0",
            "note": 'Warm, "but" fine,\nreally.',
        }
    ]


def test_what_was_not_answered_is_empty_and_not_zero() -> None:
    facts = logged(START, ev.CheckinGiven(pain=None, places=(), swelling=None, sleep_h=None))
    (session,) = rows(tables(facts)["sessions.csv"])
    unanswered = ["ended", "finished", "end_reason", "pain_before_0_10", "pain_places", "swelling_0_2", "sleep_h"]
    assert [session[name] for name in [*unanswered, "effort_0_10", "note"]] == [""] * 9


def test_what_was_asked_stands_there_for_each_side_of_each_set() -> None:
    asked = rows(tables(logged(START))["prescribed.csv"])
    assert [(row["exercise_id"], row["set_no"], row["side"]) for row in asked] == [
        ("act_clam", "1", "right"),
        ("act_clam", "1", "left"),
        ("cd_walk", "1", "both"),
    ]
    clam, _, walk = asked
    assert (clam["reps"], clam["tempo_s"], clam["load_kg"], clam["work_ms"], clam["note"]) == (
        "8",
        "2-0-2-0",
        "1.5",
        "",
        "",
    )
    assert (walk["reps"], walk["tempo_s"], walk["load_kg"], walk["work_ms"], walk["note"]) == (
        "",
        "",
        "",
        "120000",
        "Indoors.",
    )


def test_what_was_done_skipped_and_not_reached_stands_beside_it_and_sides_never_swap() -> None:
    facts = logged(
        START,
        ev.BoutStarted(bout=RIGHT),
        ev.BoutEnded(bout=RIGHT, reps_done=0, work_ms=900, complete=False, reason=SkipReason.PAIN),
        ev.BoutSkipped(bout=LEFT, reason=SkipReason.UNSURE),
    )
    done = [
        (row["side"], row["status"], row["reps_done"], row["work_ms"], row["reason"], row["event_ids"])
        for row in rows(tables(facts)["performed.csv"])
    ]
    assert done == [
        ("right", "part_done", "0", "900", "pain", "event-2 event-3"),
        ("left", "skipped", "", "", "unsure", "event-4"),
        ("both", "not_reached", "", "", "", ""),
    ]


def test_a_pain_score_stands_as_corrected_and_a_withdrawn_one_is_empty() -> None:
    facts = logged(
        START,
        ev.PainReported(moment=PainMoment.DURING, pain=Nprs(9), item=0, exercise=CLAM),
        ev.PainReported(moment=PainMoment.AFTER, pain=Nprs(5)),
        ev.Corrected(of_event="event-2", field="pain", value=0),
        ev.Corrected(of_event="event-3", field="pain", value=None),
    )
    told = [
        (row["event_id"], row["time"], row["moment"], row["pain_0_10"], row["item"], row["exercise_id"])
        for row in rows(tables(facts)["pain.csv"])
    ]
    assert told == [
        ("event-2", "2026-03-02T05:30:01.500-03:30", "during", "0", "0", "act_clam"),
        ("event-3", "2026-03-02T05:30:03.000-03:30", "after", "", "", ""),
    ]


def test_an_answer_about_form_is_yes_no_or_empty() -> None:
    answer = ev.CheckpointAnswered(
        item=0, exercise=CLAM, check=CheckId("pelvis_rolls"), side=Side.LEFT, clean=False, aid=Aid.FEEL
    )
    facts = logged(
        START,
        answer,
        replace(answer, clean=True, aid=None),
        ev.Corrected(of_event="event-3", field="clean", value=None),
    )
    told = [
        (row["check_id"], row["side"], row["clean"], row["seen_with"]) for row in rows(tables(facts)["checkpoints.csv"])
    ]
    assert told == [("pelvis_rolls", "left", "no", "feel"), ("pelvis_rolls", "left", "", "")]


def test_the_raw_facts_are_all_there_as_written() -> None:
    facts = logged(START, ev.SessionPaused(reason="person"), ev.NoteWritten(text="=1+1"))
    told = rows(tables(facts)["events.csv"])
    assert [row["kind"] for row in told] == ["session_started", "session_paused", "note_written"]
    assert told[2] == {
        "seq": "3",
        "event_id": "event-3",
        "session_ref": "s1",
        "utc": "2026-03-02T09:00:03.000Z",
        "local": "2026-03-02T05:30:03.000-03:30",
        "utc_offset_min": "-210",
        "at_ms": "3000",
        "kind": "note_written",
        "schema_version": "1",
        "payload": '{"text":"=1+1"}',
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "'=x", "'"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert text_of(text) == f"'{text}"


@pytest.mark.parametrize(
    ("cell", "text"), [(None, ""), (-3, "-3"), (0, "0"), (-0.5, "-0.5"), (True, "yes"), (False, "no"), ("", "")]
)
def test_numbers_stay_bare_and_yes_is_a_word(cell: float | str | None, text: str) -> None:
    assert text_of(cell) == text


@given(text=st.text(max_size=20))
def test_one_apostrophe_less_gives_the_text_as_it_was(text: str) -> None:
    assert text_of(text).removeprefix("'") == text
    assert not text_of(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize(
    ("offset_min", "local"),
    [
        (0, "2026-03-02T00:10:00.000+00:00"),
        (345, "2026-03-02T05:55:00.000+05:45"),
        (-30, "2026-03-01T23:40:00.000-00:30"),
    ],
)
def test_local_time_carries_its_offset(offset_min: int, local: str) -> None:
    assert local_iso("2026-03-02T00:10:00.000Z", offset_min) == local


@settings(deadline=None, max_examples=50)
@given(told=histories())
def test_each_observation_has_one_row(told: Told) -> None:
    log = ListLog()
    for session_ref, at_ms, event in told:
        log.append(session_ref=session_ref, at_ms=at_ms, event=event)
    made, records = tables(log.read()), fold(log.read())
    assert len(made["sessions.csv"].rows) == len(records)
    assert len(made["prescribed.csv"].rows) == len(made["performed.csv"].rows) == sum(len(r.bouts) for r in records)
    assert len(made["pain.csv"].rows) == sum(len(r.pains) for r in records)
    assert len(made["checkpoints.csv"].rows) == sum(len(r.checks) for r in records)
    assert len(made["events.csv"].rows) == len(told)


@given(note=TEXTS)
def test_no_note_can_reach_a_spreadsheet_as_a_formula(note: str) -> None:
    (session,) = rows(tables(logged(START, ev.NoteWritten(text=note)))["sessions.csv"])
    assert not session["note"].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert session["note"].removeprefix("'") == note
