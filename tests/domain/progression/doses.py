"""The shipped exercises, and anything that may be asked for in them, for tests of what a decision does to a dose."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Category, Exercise, ExerciseId
from kinetic_home.domain.fitting import main_angle, refusals
from kinetic_home.domain.knobs import AS_IT_IS, Knobs, Support
from kinetic_home.domain.progression.prescription import Prescription, StepLimits, own_dose
from kinetic_home.domain.side import Side
from kinetic_home.domain.tempo import Tempo

CATALOGUE = load_catalogue(shipped("resources"))
IDS = tuple(CATALOGUE.exercises)
JUMPS = {each.id for each in CATALOGUE.exercises.values() if each.category is Category.PLYOMETRIC}
# The clinician lets everything.
OPEN = StepLimits(max_lvl=5, ladder_allowed=IDS, plyo_gate=True, plyo_switch=True)


def the(name: str) -> Exercise:
    return CATALOGUE[ExerciseId(name)]


def asked(
    name: str,
    *,
    sets: int | None = None,
    reps: int | None = None,
    hold_s: int | None = None,
    work_s: int | None = None,
    load_kg: float | None = None,
    bpm: int | None = None,
    tempo: str | None = None,
    knobs: str = "",
    band: int | None = None,
    side: Side = Side.BOTH,
) -> Prescription:
    """Return an exercise at its own dose with some of it changed."""
    own = own_dose(the(name), side, Knobs.parse(knobs))
    dose = replace(
        own.dose,
        sets=sets or own.dose.sets,
        reps=reps or own.dose.reps,
        hold_ms=hold_s * 1000 if hold_s else own.dose.hold_ms,
        work_ms=work_s * 1000 if work_s else own.dose.work_ms,
        load_kg=load_kg,
        bpm=bpm or own.dose.bpm,
        tempo=Tempo.parse(tempo) if tempo else own.dose.tempo,
    )
    return replace(own, dose=dose, band=band or own.band)


def planned_knobs(exercise: Exercise) -> list[Knobs]:
    """Return knobs that a plan may turn in an exercise, none among them."""
    angle = main_angle(exercise.motion)
    depths = [angle.start_deg + (angle.end_deg - angle.start_deg) * share for share in (0.3, 0.5, 0.8)] if angle else []
    wanted = [
        *(Knobs(depth_deg=depth) for depth in depths),
        Knobs(support=Support.BOTH_HANDS),
        Knobs(seat_m=0.50),
        Knobs(step_m=0.15),
        Knobs(pause_ms=1_000, lower_ms=1_000),
        Knobs(lower_ms=3_000),
    ]
    return [AS_IT_IS, *(knobs for knobs in wanted if not refusals(exercise, exercise.dose, knobs))]


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Prescription, StepLimits]:
    """Draw an exercise at any dose within its range, with the clinician's caps and the knobs of the plan."""
    exercise = CATALOGUE[draw(st.sampled_from(IDS))]
    knobs = draw(st.sampled_from(planned_knobs(exercise)))
    side = draw(st.sampled_from([Side.BOTH, Side.LEFT, Side.RIGHT])) if exercise.per_side else Side.BOTH
    now = replace(own_dose(exercise, side, knobs), dose=draw(doses(exercise)))
    if "band" in exercise.vary:
        now = replace(now, band=draw(st.none() | st.integers(1, 3)))
    limits = StepLimits(
        max_lvl=draw(st.none() | st.integers(1, 5)),
        ladder_allowed=draw(st.none() | st.just(IDS) | st.lists(st.sampled_from(IDS), max_size=30).map(tuple)),
        plyo_gate=draw(st.booleans()),
        plyo_switch=draw(st.booleans()),
        knobs=knobs,
        increment_kg=draw(st.sampled_from([0.5, 1.0, 1.25, 2.5])),
    )
    return now, limits


@st.composite
def doses(draw: st.DrawFn, exercise: Exercise) -> Dose:
    own, limits = exercise.dose, exercise.limits
    dose = replace(own, sets=draw(st.integers(*limits.sets)))
    if own.reps is not None and limits.reps is not None:
        dose = replace(dose, reps=draw(st.integers(*limits.reps)))
    if own.hold_ms is not None and limits.hold_ms is not None:
        dose = replace(dose, hold_ms=draw(st.integers(*limits.hold_ms)))
    if own.work_ms is not None and limits.work_ms is not None:
        dose = replace(dose, work_ms=draw(st.integers(*limits.work_ms)))
    if limits.load_kg is not None and limits.load_kg[1] > 0:
        dose = replace(dose, load_kg=draw(st.none() | st.floats(*limits.load_kg).map(lambda load: round(load, 2))))
    if own.tempo is not None:
        dose = replace(dose, tempo=draw(st.sampled_from([own.tempo, Tempo.parse("4-1-2-0")])))
    return dose
