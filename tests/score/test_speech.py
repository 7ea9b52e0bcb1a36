"""When phrases are said: never over each other, never over a gate, each while it still makes sense."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.catalogue.plans import load_plan
from kinetic_home.domain.exercise import Breathing, CueMoment, First
from kinetic_home.domain.script import SessionScript, script_of
from kinetic_home.score import amend
from kinetic_home.score.compile import compile_score
from kinetic_home.score.lookup import span_at, stretches
from kinetic_home.score.score import MarkKind, Score, SpanKind
from kinetic_home.score.speech import GAP_MS, OVERHANG_MS, WINDOW_MS, Spoken, arrange
from tests.builders import exercise, holds, item, reps, script
from tests.score.strategies import scripts

BOOK = load_phrasebook(shipped("resources"))
CUES = [("Squeeze the buttocks", CueMoment.CONCENTRIC), ("Push your hips back", CueMoment.ECCENTRIC)]


def spoken_length(text: str) -> int:
    """Return about how long a voice takes, in ms."""
    return max(450, 300 + 47 * len(text))


def said(score: Score, kind: MarkKind) -> list[Spoken]:
    return [phrase for phrase in arrange(score, BOOK, spoken_length) if phrase.mark.kind is kind]


@given(scripts())
def test_no_two_phrases_are_closer_than_the_gap(made: SessionScript):
    phrases = arrange(compile_score(made), BOOK, spoken_length)
    assert all(a.end_ms + GAP_MS <= b.at_ms for a, b in pairwise(phrases))


@given(scripts())
def test_every_phrase_is_said_to_its_end_before_the_sound_stops(made: SessionScript):
    score = compile_score(made)
    for phrase in arrange(score, BOOK, spoken_length):
        assert any(begin <= phrase.at_ms and phrase.end_ms <= end for begin, end in stretches(score))
        assert phrase.end_ms - phrase.at_ms == spoken_length(phrase.text)


@given(scripts())
def test_every_phrase_begins_within_its_window(made: SessionScript):
    for phrase in arrange(compile_score(made), BOOK, spoken_length):
        assert phrase.mark.at_ms <= phrase.at_ms <= phrase.mark.at_ms + WINDOW_MS[phrase.mark.kind]


@given(scripts())
def test_a_cue_that_has_to_wait_ends_with_its_phase(made: SessionScript):
    score = compile_score(made)
    for phrase in arrange(score, BOOK, spoken_length):
        span = span_at(score, phrase.mark.at_ms)
        waited = phrase.at_ms - phrase.mark.at_ms > 250
        if phrase.mark.kind is MarkKind.CUE and span.kind is SpanKind.WORK and waited:
            assert phrase.end_ms <= span.end_ms + OVERHANG_MS


@given(scripts())
def test_the_whole_count_in_is_said_and_nothing_else_in_it(made: SessionScript):
    score = compile_score(made)
    phrases = arrange(score, BOOK, spoken_length)
    for section in score.sections:
        during = [p for p in phrases if p.end_ms > section.work_ms - 3_000 and p.at_ms < section.work_ms]
        assert [p.text for p in during if p.at_ms >= section.work_ms - 3_000] == ["3", "2", "1"]
        assert len(during) == 3


@given(scripts(), st.integers(0, 200_000), st.integers(-60_000, 60_000))
def test_a_score_changed_under_way_keeps_the_gaps_and_the_gates(made: SessionScript, at_ms: int, by_ms: int):
    score = compile_score(made)
    at_ms = min(at_ms, score.length_ms - 1)
    changed = (
        amend.with_time_put_in(score, at_ms, by_ms) if by_ms > 0 else amend.with_time_taken_out(score, at_ms, -by_ms)
    )
    phrases = arrange(changed, BOOK, spoken_length)
    assert all(a.end_ms + GAP_MS <= b.at_ms for a, b in pairwise(phrases))
    assert all(any(b <= p.at_ms and p.end_ms <= e for b, e in stretches(changed)) for p in phrases)


def test_the_last_repetition_is_announced_at_its_first_instant():
    score = compile_score(script(item(exercise(cues=CUES), reps(8, sets=1))))
    (last,) = said(score, MarkKind.LAST_REP)
    assert last.at_ms == last.mark.at_ms


def test_a_cue_follows_the_count_where_both_fit_into_the_phase():
    score = compile_score(script(item(exercise(cues=[CUES[1]]), reps(4, tempo="4-1-2-0", sets=1))))
    phrases = arrange(score, BOOK, spoken_length)
    first = score.sections[0].work_ms
    assert [p.text for p in phrases if first <= p.at_ms < first + 4_000] == ["1", "Push your hips back."]


def test_a_cue_takes_the_place_of_a_count_where_only_one_fits():
    score = compile_score(script(item(exercise(cues=[CUES[1]]), reps(4, tempo="1-0-1-0", sets=1))))
    phrases = arrange(score, BOOK, spoken_length)
    first = score.sections[0].work_ms
    assert [p.text for p in phrases if first <= p.at_ms < first + 1_000] == ["Push your hips back."]


def test_half_way_is_said_in_place_of_its_number():
    score = compile_score(script(item(exercise(cues=CUES), reps(8, sets=1))))
    texts = [p.text for p in arrange(score, BOOK, spoken_length)]
    assert "Half way." in texts
    assert "5" not in texts


def test_what_does_not_fit_whole_is_said_in_fewer_words():
    score = compile_score(script(item(exercise("hip_hinge", cues=CUES), reps(4, sets=1))))

    def slow(text: str) -> int:
        return 20_000 if text.startswith("Next") else spoken_length(text)

    assert arrange(score, BOOK, slow)[0].text == "Hip Hinge."


def test_what_was_never_recorded_is_left_to_the_screen():
    score = compile_score(script(item(exercise(cues=CUES), reps(4, sets=1))))
    assert arrange(score, BOOK, lambda text: None) == ()


def test_the_breath_is_said_from_time_to_time_and_not_in_every_repetition():
    score = compile_score(script(item(exercise(cues=CUES), reps(12, sets=1))))
    ins = [p for p in said(score, MarkKind.BREATH) if p.text == "Breathe in."]
    assert 2 <= len(ins) < 12
    assert all(b.mark.at_ms - a.mark.at_ms >= 20_000 for a, b in pairwise(ins))


def test_a_paced_breath_is_always_said():
    lying = exercise(
        first=First.HOLD, cues=[("Let it go", CueMoment.HOLD)], breathing=Breathing(paced_ms=(4_000, 6_000))
    )
    score = compile_score(script(item(lying, holds(hold_ms=60_000))))
    asked = [mark for mark in score.marks if mark.kind is MarkKind.BREATH]
    assert [p.mark for p in said(score, MarkKind.BREATH)] == asked
    assert len(asked) == 12


@pytest.fixture(scope="module")
def shipped_scores() -> list[Score]:
    resources = shipped("resources")
    catalogue = load_catalogue(resources)
    plan = load_plan(resources / "plans" / "foundation.toml", catalogue)
    return [compile_score(script_of(plan, session, catalogue)) for session in plan.sessions.values()]


def test_the_shipped_sessions_announce_everything_but_some_counts_and_breaths(shipped_scores: list[Score]):
    for score in shipped_scores:
        heard = {phrase.mark for phrase in arrange(score, BOOK, spoken_length)}
        missed = {mark.kind for mark in score.marks if mark.kind is not MarkKind.BEAT and mark not in heard}
        assert missed <= {MarkKind.COUNT, MarkKind.BREATH, MarkKind.CUE}
        cues = [mark for mark in score.marks if mark.kind is MarkKind.CUE]
        assert sum(mark in heard for mark in cues) >= 0.95 * len(cues)


def test_a_whole_session_is_arranged(shipped_scores: list[Score], benchmark):
    longest = max(shipped_scores, key=lambda score: len(score.marks))
    assert benchmark(arrange, longest, BOOK, spoken_length)
