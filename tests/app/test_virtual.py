"""A session played in virtual time with answers from a file."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.app.answers import Answers
from kinetic_home.app.clock import VirtualClock
from kinetic_home.app.virtual import ANSWER_MS, VirtualPlay
from kinetic_home.domain import events as ev
from kinetic_home.domain.history import SessionRecord, fold
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, SkipReason
from kinetic_home.domain.side import Side
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import Mark
from kinetic_home.workflow.recover import go_on
from kinetic_home.workflow.session import RunningSession, start_session
from tests.builders import check, exercise, item, reps, script
from tests.fakes import FakeClock, FakeIds, ListLog
from tests.workflow.scene import catalogue_of, plan

KNEE, HIP = check("knee"), check("hip")
SCRIPT = script(
    item(exercise("one", per_side=True, checks=[KNEE]), reps(3, sets=2, rest_ms=20_000), [KNEE]),
    item(exercise("two", checks=[HIP]), reps(2, sets=1), [HIP]),
)
SCORE = compile_score(SCRIPT)
GATES = [gate.id for gate in SCORE.gates]
ALL = {"pain": 2, "clean": True}


class Play:
    """A virtual play on a log in memory."""

    def __init__(self, **answers: Any) -> None:
        self.clock = VirtualClock(FakeClock())
        self.log = ListLog()
        self.heard: list[Mark] = []
        self.session = start_session(
            plan=plan(), score=SCORE, checkin=None, log=self.log, clock=self.clock, ids=FakeIds()
        )
        self.answers = msgspec.convert(answers, Answers)

    def run(self, stop_after_ms: int | None = None, session: RunningSession | None = None) -> bool:
        play = VirtualPlay(session or self.session, self.clock, self.answers, self.heard.append)
        return play.run(stop_after_ms)

    @property
    def record(self) -> SessionRecord:
        return fold(self.log.read())[-1]

    def of(self, kind: type[ev.Event]) -> list[tuple[int | None, ev.Event]]:
        return [(fact.at_ms, fact.event) for fact in self.log.facts if isinstance(fact.event, kind)]


def played(**answers: Any) -> Play:
    play = Play(**answers)
    assert play.run()
    return play


def action(at_ms: int, do: str, **more: Any) -> dict[str, Any]:
    return {"at_ms": at_ms, "do": do, **more}


def test_a_session_is_played_to_its_end_with_every_mark_heard_once():
    play = played(default=ALL)
    assert play.heard == [mark for mark in SCORE.marks if mark.at_ms < SCORE.length_ms]
    assert play.record.ended == ev.SessionEnded(finished=True)
    assert play.record.bouts_done == 5


def test_virtual_time_is_that_of_the_score_and_of_the_answers():
    play = played(default=ALL)
    assert play.clock.monotonic_ms() == SCORE.length_ms + ANSWER_MS * len(GATES)


def test_playing_twice_gives_the_same_facts():
    assert [f.event for f in played(default=ALL).log.facts] == [f.event for f in played(default=ALL).log.facts]


def test_every_question_without_an_answer_is_passed_and_none_is_invented():
    play = played()
    assert [e.gate_id for _, e in play.of(ev.QuestionPassed) if isinstance(e, ev.QuestionPassed)] == GATES
    assert (play.record.pains, play.record.checks) == ((), ())


def test_the_default_answers_every_question_of_its_kind():
    play = played(default={"pain": 3, "clean": False, "aid": "mirror"})
    assert {(p.pain, p.moment) for p in play.record.pains} == {(Nprs(3), PainMoment.DURING)}
    assert [(c.check, c.side, c.clean, c.aid) for c in play.record.checks] == [
        ("knee", Side.LEFT, False, Aid.MIRROR),
        ("knee", Side.RIGHT, False, Aid.MIRROR),
        ("hip", Side.BOTH, False, Aid.MIRROR),
    ]


def test_a_default_for_pain_alone_passes_the_questions_about_form():
    play = played(default={"pain": 0})
    assert [p.pain for p in play.record.pains] == [Nprs(0), Nprs(0)]
    assert play.record.checks == ()


def test_a_questions_own_answer_comes_before_the_default():
    own = [
        {"question": GATES[0], "left": True, "right": False, "aid": "video"},
        {"question": GATES[1], "pain": 6},
        {"question": GATES[2], "clean": False},
    ]
    play = played(default=ALL, answers=own)
    assert [(c.side, c.clean, c.aid) for c in play.record.checks] == [
        (Side.LEFT, True, Aid.VIDEO),
        (Side.RIGHT, False, Aid.VIDEO),
        (Side.BOTH, False, None),
    ]
    assert [p.pain for p in play.record.pains] == [Nprs(6), Nprs(2)]


def test_a_side_that_an_answer_leaves_out_stays_missing():
    play = played(default=ALL, answers=[{"question": GATES[0], "right": True}])
    assert [(c.check, c.side) for c in play.record.checks] == [("knee", Side.RIGHT), ("hip", Side.BOTH)]


def test_one_answer_for_both_sides_can_be_changed_for_one_of_them():
    play = played(answers=[{"question": GATES[0], "clean": True, "left": False}])
    assert [(c.side, c.clean) for c in play.record.checks] == [(Side.LEFT, False), (Side.RIGHT, True)]


def test_a_question_named_without_an_answer_is_passed_even_where_there_is_a_default():
    play = played(default=ALL, answers=[{"question": GATES[1]}])
    assert play.of(ev.QuestionPassed) == [(SCORE.gates[1].at_ms, ev.QuestionPassed(gate_id=GATES[1]))]


def test_what_is_said_after_the_session_is_written_last():
    play = played(default=ALL, after={"pain": 1, "effort": 4, "note": "Fine."})
    assert [fact.event for fact in play.log.facts[-3:]] == [
        ev.PainReported(moment=PainMoment.AFTER, pain=Nprs(1)),
        ev.EffortReported(effort=Effort(4)),
        ev.NoteWritten(text="Fine."),
    ]


@pytest.mark.parametrize(
    ("do", "more", "kind"),
    [
        ("skip_set", {"reason": "tired"}, ev.BoutSkipped),
        ("skip_exercise", {"reason": "equipment"}, ev.BoutSkipped),
        ("pain", {"pain": 7}, ev.PainReported),
        ("back", {}, ev.WentBack),
        ("pause", {"ms": 30_000}, ev.SessionPaused),
        ("end", {"reason": "time"}, ev.SessionEnded),
    ],
)
def test_an_action_is_done_at_its_instant(do: str, more: dict[str, Any], kind: type[ev.Event]):
    play = played(default=ALL, actions=[action(20_030, do, **more)])
    assert play.of(kind)[0][0] == 20_030


@pytest.mark.parametrize(("do", "delta_ms"), [("rest", 15_000), ("skip_rest", -18_000)])
def test_an_action_changes_the_rest_that_it_falls_into(do: str, delta_ms: int):
    at_ms = SCORE.sections[1].end_ms + 2_000
    play = played(default=ALL, actions=[action(at_ms, do, ms=15_000)])
    assert play.of(ev.RestChanged) == [(at_ms, ev.RestChanged(delta_ms=delta_ms))]
    assert play.record.ended == ev.SessionEnded(finished=True)


def test_a_pause_takes_its_time_and_then_the_session_goes_on():
    play = played(default=ALL, actions=[action(20_000, "pause", ms=600_000)])
    assert play.clock.monotonic_ms() == SCORE.length_ms + ANSWER_MS * len(GATES) + 600_000
    assert [e for _, e in play.of(ev.SessionResumed)] == [ev.SessionResumed()]


def test_actions_are_done_in_order_of_time_whatever_their_order_in_the_file():
    play = played(default=ALL, actions=[action(60_000, "end", reason="time"), action(20_000, "skip_set")])
    assert [type(e) for e in (f.event for f in play.log.facts)][-1] is ev.SessionEnded
    assert play.of(ev.BoutSkipped)[0][0] == 20_000
    assert play.record.ended == ev.SessionEnded(finished=False, reason=SkipReason.TIME)


def test_actions_after_the_end_are_left_out():
    play = played(default=ALL, actions=[action(10_000_000, "end")])
    assert play.record.ended == ev.SessionEnded(finished=True)


def test_breaking_off_leaves_the_session_without_an_end_at_that_instant():
    play = Play(default=ALL, after={"effort": 3})
    assert not play.run(stop_after_ms=25_130)
    assert play.clock.monotonic_ms() == 25_130
    assert play.session.state.at_ms == 25_130
    assert (play.record.ended, play.record.effort) == (None, None)


def test_breaking_off_before_the_start_leaves_only_the_start():
    play = Play(default=ALL)
    assert not play.run(stop_after_ms=0)
    assert [type(fact.event) for fact in play.log.facts] == [ev.SessionStarted]
    assert play.heard == []


def test_breaking_off_while_a_question_is_read_leaves_it_without_an_answer():
    play = Play(default=ALL)
    assert not play.run(stop_after_ms=SCORE.gates[0].at_ms + ANSWER_MS - 1)
    assert play.session.state.open_gate == SCORE.gates[0]
    assert play.record.checks == ()
    assert play.clock.monotonic_ms() == SCORE.gates[0].at_ms + ANSWER_MS - 1


def test_breaking_off_in_a_pause_leaves_the_session_paused_until_then():
    play = Play(default=ALL, actions=[action(20_000, "pause", ms=600_000)])
    assert not play.run(stop_after_ms=50_000)
    assert play.log.facts[-1].event == ev.SessionPaused(reason="person")
    assert play.clock.monotonic_ms() == 50_000


@given(st.integers(0, SCORE.length_ms + 4 * ANSWER_MS - 1))
def test_wherever_a_play_breaks_off_the_next_one_finishes_it(stop_after_ms: int):
    play = Play(default=ALL)
    assert not play.run(stop_after_ms)
    session = go_on(play.record, catalogue=catalogue_of(SCRIPT), log=play.log, clock=play.clock)
    assert play.run(session=session)
    assert play.record.bouts_done == 5
    assert [p.pain for p in play.record.pains] == [Nprs(2), Nprs(2)]
    assert [(c.check, c.side) for c in play.record.checks] == [
        ("knee", Side.LEFT),
        ("knee", Side.RIGHT),
        ("hip", Side.BOTH),
    ]
