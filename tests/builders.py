"""Small real-shaped exercises, doses and scripts for tests of the core."""

from __future__ import annotations

from collections.abc import Sequence

from kinetic_home.domain.dose import Dose, DoseRange
from kinetic_home.domain.exercise import (
    Breath,
    Breathing,
    Category,
    Check,
    CheckId,
    Cue,
    CueMoment,
    CueRole,
    Exercise,
    ExerciseId,
    First,
    Position,
    RepPhase,
)
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.script import ScriptItem, SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.domain.tempo import Tempo

EFFORT = Breathing(by_phase={RepPhase.ECCENTRIC: Breath.IN, RepPhase.CONCENTRIC: Breath.OUT})


def check(check_id: str = "knee_line", *, critical: bool = True) -> Check:
    return Check(
        id=CheckId(check_id),
        ask="Did your knee stay in line with your second toe?",
        fault="knee drifts inward",
        fix="Push the knee out a little.",
        critical=critical,
        look="front",
    )


def reps(count: int = 8, *, tempo: str = "3-1-2-0", sets: int = 2, rest_ms: int = 45_000) -> Dose:
    return Dose(sets=sets, reps=count, tempo=Tempo.parse(tempo), rest_ms=rest_ms)


def holds(count: int = 1, *, hold_ms: int = 30_000, sets: int = 1, rest_ms: int = 10_000) -> Dose:
    return Dose(sets=sets, reps=count, hold_ms=hold_ms, rest_ms=rest_ms)


def timed(work_ms: int = 90_000, *, bpm: int | None = 90, tempo: str | None = None, rest_ms: int = 15_000) -> Dose:
    parsed = Tempo.parse(tempo) if tempo else None
    return Dose(sets=1, work_ms=work_ms, bpm=bpm, tempo=parsed, rest_ms=rest_ms)


def exercise(
    exercise_id: str = "pat_hip_hinge",
    *,
    first: First = First.ECCENTRIC,
    per_side: bool = False,
    position: Position = Position.STANDING,
    category: Category = Category.PATTERN,
    cues: Sequence[tuple[str, CueMoment]] = (
        ("Push your hips back", CueMoment.ECCENTRIC),
        ("Squeeze the buttocks to stand", CueMoment.CONCENTRIC),
    ),
    breathing: Breathing = EFFORT,
    checks: Sequence[Check] = (),
    dose: Dose | None = None,
) -> Exercise:
    return Exercise(
        id=ExerciseId(exercise_id),
        name=exercise_id.replace("_", " ").title(),
        category=category,
        position=position,
        per_side=per_side,
        level=1,
        first=first,
        view="side",
        plane="sagittal",
        equipment=(),
        targets=("glute_max",),
        tissue={},
        dose=dose or reps(),
        days_per_week=3,
        limits=DoseRange(sets=(1, 4)),
        vary=("reps",),
        range_of_motion="hip 0-80",
        cues=tuple(Cue(text=text, moment=moment, role=CueRole.FORM) for text, moment in cues),
        breathing=breathing,
        checks=tuple(checks),
        easier=(),
        harder=(),
        stop_notes=(),
        cautions=(),
        sources=(),
        motion=None,  # pyright: ignore[reportArgumentType]  # the core of the score never looks at it
    )


def item(exercise_: Exercise | None = None, dose: Dose | None = None, checks: Sequence[Check] = ()) -> ScriptItem:
    made = exercise_ or exercise()
    return ScriptItem(exercise=made, dose=dose or made.dose, checks=tuple(checks))


def script(*items: ScriptItem, lead: Side = Side.LEFT) -> SessionScript:
    return SessionScript(
        session_id=SessionId("S"), title="Session", aim="Move.", lead_side=lead, items=items or (item(),)
    )
