"""What the check-in before a session knows of a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kinetic_home.domain import events as ev
from kinetic_home.domain.history import SessionRecord
from kinetic_home.domain.scales import Nprs
from kinetic_home.workflow.checkin_view import checkin_view, usual_pain
from tests.workflow.scene import A, B, past, plan


def sessions(*scores: int | None) -> list[SessionRecord]:
    return [
        past(
            date(2026, 3, 2) + timedelta(days=n),
            checkin=ev.CheckinGiven(
                pain=None if score is None else Nprs(score), places=(), swelling=None, sleep_h=None
            ),
        )
        for n, score in enumerate(scores)
    ]


@pytest.mark.parametrize(
    ("scores", "usual"),
    [
        ((), None),
        ((4, 4), None),
        ((4, None, 4), None),
        ((1, 5, 3), 3),
        ((2, 3, 3, 4), 3),
        ((2, 2, 3, 3), 2),
        ((0, 0, 0), 0),
        ((9, 9, 9, 1, 2, 3, 4, 5, 6, 7), 4),
    ],
)
def test_pain_as_usual_is_the_median_of_the_last_seven_scores_of_three_at_least(
    scores: tuple[int | None, ...], usual: int | None
):
    assert usual_pain(sessions(*scores)) == (None if usual is None else Nprs(usual))


def test_a_session_without_a_check_in_says_nothing_about_pain_as_usual():
    assert usual_pain([past(date(2026, 3, 1)), *sessions(2, 2, 2)]) == Nprs(2)


def test_the_check_in_names_the_session_and_the_recovery_session():
    own = replace(plan(), recovery=B)
    view = checkin_view(own, own.sessions[A], sessions(3, 3, 3))
    assert (view.session_title, view.usual_pain) == ("Session A", Nprs(3))
    assert (view.recovery_id, view.recovery_title) == (B, "Session B")


def test_a_plan_without_a_recovery_session_offers_none():
    view = checkin_view(plan(), plan().sessions[A], [])
    assert (view.usual_pain, view.recovery_id, view.recovery_title) == (None, None, None)
