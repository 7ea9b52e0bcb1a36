"""The words for each kind of mark, and the list of all words that may be needed."""

import pytest

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.domain.exercise import Breath, CueMoment
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import Beat, Mark, MarkKind
from kinetic_home.score.wordings import MOST_COUNTED, Wordings, every_wording
from tests.builders import exercise, item, script

BOOK = load_phrasebook(shipped("resources"))
HINGE = exercise("hip_hinge", cues=[("Push your hips back", CueMoment.ECCENTRIC)])


def words(kind: MarkKind, ref: str) -> tuple[str, ...]:
    score = compile_score(script(item(HINGE)))
    return Wordings(score, BOOK).of(Mark(at_ms=0, kind=kind, ref=ref))


def test_a_beat_says_nothing():
    assert words(MarkKind.BEAT, Beat.LIFT) == ()


def test_a_count_is_the_number_itself():
    assert words(MarkKind.COUNT, "7") == ("7",)


def test_a_cue_is_said_as_a_sentence():
    assert words(MarkKind.CUE, "hip_hinge/0") == ("Push your hips back.",)


def test_what_comes_next_is_said_whole_or_by_its_name_alone():
    assert words(MarkKind.NEXT, "hip_hinge") == ("Next: Hip Hinge.", "Hip Hinge.")


def test_a_breath_is_said_by_what_the_breath_does():
    assert words(MarkKind.BREATH, Breath.OUT) == (BOOK.text("breathe_out"),)


def test_a_phrase_that_the_book_does_not_hold_is_an_error():
    with pytest.raises(KeyError):
        words(MarkKind.SAY, "set_99")


def test_every_text_that_a_score_may_need_is_listed():
    score = compile_score(script(item(HINGE)))
    listed = set(every_wording([HINGE.name], [cue.text for cue in HINGE.cues], BOOK))
    wordings = Wordings(score, BOOK)
    assert {text for mark in score.marks for text in wordings.of(mark)} <= listed


def test_every_number_up_to_the_most_counted_is_listed():
    assert {str(number) for number in range(MOST_COUNTED + 1)} <= set(every_wording([], [], BOOK))
