from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.checkin import CheckinReason, CheckinResult, advise
from kinetic_home.domain.events import CheckinGiven
from kinetic_home.domain.scales import Nprs, Swelling

NOTHING = CheckinGiven(pain=None, places=(), swelling=None, sleep_h=None)
CALM = CheckinGiven(pain=Nprs(2), places=(), swelling=Swelling.NONE, sleep_h=8.0)

scores = st.none() | st.integers(0, 10).map(Nprs)
checkins = st.builds(
    CheckinGiven,
    pain=scores,
    places=st.just(()),
    swelling=st.none() | st.sampled_from(Swelling),
    sleep_h=st.none() | st.floats(0, 16),
)


def test_calm_answers_let_the_session_go_on_without_a_reason() -> None:
    advice = advise(CALM, Nprs(2))
    assert (advice.result, advice.reasons) == (CheckinResult.GO, ())


@pytest.mark.parametrize("score", [6, 7, 10])
def test_pain_of_six_or_more_allows_the_recovery_session_only(score: int) -> None:
    advice = advise(replace(CALM, pain=Nprs(score)), None)
    assert advice.result is CheckinResult.RECOVERY_ONLY
    assert advice.reasons == (CheckinReason.PAIN_TOO_MUCH,)


def test_pain_of_five_is_no_reason_by_itself() -> None:
    assert advise(replace(CALM, pain=Nprs(5)), Nprs(4)).result is CheckinResult.GO


def test_a_lot_of_swelling_allows_the_recovery_session_only() -> None:
    advice = advise(replace(CALM, swelling=Swelling.MUCH), None)
    assert advice.result is CheckinResult.RECOVERY_ONLY
    assert advice.reasons == (CheckinReason.SWELLING_MUCH,)


def test_a_little_swelling_means_go_easy() -> None:
    assert advise(replace(CALM, swelling=Swelling.LITTLE), None).result is CheckinResult.GO_EASY


@pytest.mark.parametrize(("usual", "result"), [(3, CheckinResult.GO_EASY), (4, CheckinResult.GO)])
def test_pain_two_above_usual_means_go_easy_and_one_above_does_not(usual: int, result: CheckinResult) -> None:
    assert advise(replace(CALM, pain=Nprs(5)), Nprs(usual)).result is result


def test_without_pain_as_usual_nothing_is_compared_with_it() -> None:
    assert CheckinReason.PAIN_ABOVE_USUAL not in advise(replace(CALM, pain=Nprs(5)), None).reasons


@pytest.mark.parametrize(("hours", "result"), [(4.5, CheckinResult.GO_EASY), (5.0, CheckinResult.GO)])
def test_under_five_hours_of_sleep_means_go_easy(hours: float, result: CheckinResult) -> None:
    assert advise(replace(CALM, sleep_h=hours), None).result is result


def test_no_answers_at_all_do_not_stop_a_session_and_are_not_taken_for_no_pain() -> None:
    advice = advise(NOTHING, Nprs(3))
    assert (advice.result, advice.reasons) == (CheckinResult.GO, (CheckinReason.NO_PAIN_SCORE,))


def test_the_gravest_reason_comes_first() -> None:
    advice = advise(CheckinGiven(pain=Nprs(8), places=(), swelling=Swelling.LITTLE, sleep_h=3.0), Nprs(2))
    assert advice.result is CheckinResult.RECOVERY_ONLY
    assert advice.reasons[0] is CheckinReason.PAIN_TOO_MUCH
    assert set(advice.reasons[1:]) == {
        CheckinReason.PAIN_ABOVE_USUAL,
        CheckinReason.SWELLING_LITTLE,
        CheckinReason.SHORT_SLEEP,
    }


@given(checkin=checkins, usual=scores, worse=st.integers(0, 10))
def test_more_pain_never_gives_a_bolder_answer(checkin: CheckinGiven, usual: Nprs | None, worse: int) -> None:
    if checkin.pain is not None and worse >= checkin.pain.score:
        assert advise(replace(checkin, pain=Nprs(worse)), usual).result >= advise(checkin, usual).result


@given(checkin=checkins, usual=scores)
def test_more_swelling_never_gives_a_bolder_answer(checkin: CheckinGiven, usual: Nprs | None) -> None:
    results = [advise(replace(checkin, swelling=swelling), usual).result for swelling in (None, *Swelling)]
    assert results == sorted(results)
