"""Values as the workflow hands them to the pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.domain.exercise import (
    Breath,
    Catalogue,
    Check,
    CheckId,
    Cue,
    CueMoment,
    CueRole,
    ExerciseId,
    RepPhase,
)
from kinetic_home.domain.scales import Nprs
from kinetic_home.domain.side import Side
from kinetic_home.workflow import day_views, views

ROOT = Path(__file__).resolve().parents[2]
TOO_LONG = "Half-kneeling hip flexor stretch with the back knee on a thick cushion"


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue(ROOT / "resources")


CARD = day_views.SessionCard(
    session_id="F_A",
    title="Foundation A: wake and move",
    aim="Wake the hips and the trunk, and move them with care.",
    length_ms=1_562_000,
    questions=14,
    blocks=(
        day_views.SessionBlock(
            title="Warm-up",
            exercises=(
                day_views.BlockExercise("wu_march", "March"),
                day_views.BlockExercise("wu_ankle_pumps", "Ankle pumps"),
            ),
            length_ms=240_000,
        ),
        day_views.SessionBlock(
            title="Activation",
            exercises=(
                day_views.BlockExercise("act_bridge", "Bridge"),
                day_views.BlockExercise("act_clam", "Clamshell"),
            ),
            length_ms=800_000,
        ),
    ),
    equipment=("mat", "chair"),
)
RECOVERY = day_views.SessionCard(
    session_id="REC",
    title="Recovery",
    aim="Keep moving without strain.",
    length_ms=700_000,
    questions=1,
    blocks=(),
    equipment=(),
)
RESUME = day_views.ResumeOffer(
    session_ref="ref-1",
    title=CARD.title,
    exercise="Bridge",
    set_no=2,
    sets=2,
    side=Side.BOTH,
    started_utc="2026-03-02T09:00:00.000Z",
    bouts_done=9,
    bouts=24,
)
_STATES = (
    day_views.DayState.OFF,
    day_views.DayState.DONE,
    day_views.DayState.NOT_DONE,
    day_views.DayState.PART_DONE,
    day_views.DayState.PLANNED,
    day_views.DayState.TODAY,
)


def strip() -> tuple[day_views.DayMark, ...]:
    """Two weeks with every state of a day."""
    first = date(2026, 2, 17)
    return tuple(
        day_views.DayMark(
            date=(first + timedelta(days=place)).isoformat(),
            weekday=(first + timedelta(days=place)).weekday(),
            state=_STATES[min(place, len(_STATES) - 1) if place < 5 else (5 if place == 13 else place % 4)],
            session_title=None,
        )
        for place in range(14)
    )


TODAY = day_views.TodayView(
    date="2026-03-02",
    plan_title="Foundation",
    plan_goal="Learn the moves.",
    week=1,
    weeks=2,
    session=CARD,
    done_today=False,
    next_session_date="2026-03-03",
    next_session_title="Foundation B: patterns",
    offered=(RECOVERY,),
    resume=None,
    strip=strip(),
)
DAY_OFF = TODAY._replace(session=None)
CHECKIN = views.CheckinView(session_title=CARD.title, usual_pain=Nprs(3), recovery_id="REC", recovery_title="Recovery")
CHECK = Check(
    id=CheckId("knee_line"),
    ask="Did your knee stay in line with your second toe?",
    fault="knee drifts inward",
    fix="Push the knee out a little.",
    critical=True,
    look="front",
)


def player(exercise: str = "act_clam", **changes: object) -> views.PlayerView:
    """A moment of work on the left side, in the middle of a set."""
    done = catalogue()[ExerciseId(exercise)]
    following = catalogue()[ExerciseId("act_bridge")]
    view = views.PlayerView(
        stage=views.Stage.WORK,
        at_ms=640_000,
        length_ms=1_560_000,
        exercise=done,
        side=Side.LEFT if done.per_side else Side.BOTH,
        set_no=2,
        sets=3,
        rep_no=10,
        reps=10,
        phase=RepPhase.ECCENTRIC,
        phase_word="lower",
        numeral="10",
        numeral_unit="of 10",
        seconds_left=3,
        fraction=0.4,
        last_rep=True,
        cue=Cue(text="Press through the heel", moment=CueMoment.CONCENTRIC, role=CueRole.FORM),
        breath=Breath.IN,
        note="Keep the chair against the wall. Go only as deep as feels safe.",
        next_up=views.NextUp(exercise=following, dose="2 sets of 8", side=Side.BOTH),
        sections=((0, "March"), (300_000, "Clamshell"), (900_000, "Bridge")),
    )
    return replace(view, **changes)


REST = {"stage": views.Stage.REST, "numeral": "38", "numeral_unit": "seconds", "phase": None, "phase_word": ""}


def question(**changes: object) -> views.Question:
    """A question about form, asked for each side."""
    asked = views.Question(
        gate_id="gate-7",
        kind=views.QuestionKind.CHECKPOINT,
        exercise=catalogue()[ExerciseId("act_clam")],
        check=CHECK,
        per_side=True,
        number=1,
        count=3,
    )
    return replace(asked, **changes)


def _answered(event_id: str, question: str, side: Side, clean: bool | None) -> views.AnswerSummary:
    return views.AnswerSummary(event_id=event_id, question=question, side=side, clean=clean)


SUMMARY = views.SummaryView(
    session_ref="ref-1",
    title=CARD.title,
    finished=True,
    active_ms=1_080_000,
    bouts_done=22,
    bouts=24,
    worst_pain=Nprs(4),
    effort_event=None,
    exercises=(
        views.ExerciseSummary(
            name="Bridge",
            prescribed="2 sets of 8",
            performed="all of it",
            begun=True,
            complete=True,
            reason=None,
            worst_pain=Nprs(4),
            worst_pain_event="pain-bridge",
            pain_scores=1,
            checks=(_answered("curve", "Did your lower back keep the same soft curve?", Side.BOTH, True),),
        ),
        views.ExerciseSummary(
            name="Clamshell",
            prescribed="2 sets of 10 on each side",
            performed="24 of 40 repetitions",
            begun=True,
            complete=False,
            reason="tired",
            worst_pain=None,
            worst_pain_event="pain-clamshell",
            pain_scores=0,
            checks=(
                _answered("stacked-left", "Did your hips stay stacked?", Side.LEFT, True),
                _answered("stacked-right", "Did your hips stay stacked?", Side.RIGHT, False),
                _answered("breathing", "Did you keep breathing?", Side.BOTH, None),
            ),
        ),
    ),
    next_session_date="2026-03-03",
    next_session_title="Foundation B: patterns",
    next_reason="Your plan sets this day and this dose. Nothing is changed without you.",
)


def _point(day: int, before: int | None, worst: int | None) -> views.PainPoint:
    return views.PainPoint(
        date=f"2026-02-{day:02d}",
        session_title=CARD.title,
        before=None if before is None else Nprs(before),
        worst=None if worst is None else Nprs(worst),
    )


PROGRESS = views.ProgressView(
    pain=(_point(2, 4, 5), _point(3, None, 6), _point(5, 3, None), _point(6, 2, 2)),
    pain_sentence="Your worst pain was 5 of 10 at first and 2 of 10 in your latest session.",
    weeks=(
        views.WeekDone(first_date="2026-02-02", planned=5, done=3, part_done=1),
        views.WeekDone(first_date="2026-02-09", planned=4, done=4, part_done=0),
    ),
    weeks_sentence="You did 7 of 9 planned sessions, and 1 in part.",
)
NO_PROGRESS = views.ProgressView(pain=(), pain_sentence="", weeks=(), weeks_sentence="")
