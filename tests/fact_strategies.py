"""Hypothesis strategies for facts: every kind of event, and whole histories with repeats, breaks and corrections."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from kinetic_home.domain import events as ev
from kinetic_home.domain.corrections import CORRECTABLE
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, Place, SkipReason, Swelling
from kinetic_home.domain.side import Side
from kinetic_home.domain.tempo import Tempo

# SQLite's json_extract ends a text at U+0000, which no keyboard types.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
EXERCISES = st.sampled_from(["act_bridge", "act_bridge", "act_clam"])
PAINS = st.integers(0, 10).map(Nprs)
REASONS = st.sampled_from(SkipReason)
LEADS = st.sampled_from([Side.LEFT, Side.RIGHT])
TEMPOS = st.builds(
    Tempo,
    eccentric_ms=st.integers(1, 5_000),
    pause_low_ms=st.integers(0, 5_000),
    concentric_ms=st.integers(0, 5_000),
    pause_high_ms=st.integers(0, 5_000),
)
LOADS = st.none() | st.floats(0, 200, allow_nan=False)
RESTS = st.integers(0, 600_000)
DOSES = st.one_of(
    st.builds(
        Dose,
        sets=st.integers(1, 4),
        reps=st.integers(1, 100),
        hold_ms=st.none() | st.integers(1_000, 300_000),
        tempo=st.none() | TEMPOS,
        bpm=st.none() | st.integers(20, 240),
        rest_ms=RESTS,
        load_kg=LOADS,
    ),
    st.builds(Dose, sets=st.integers(1, 4), work_ms=st.integers(1_000, 3_600_000), rest_ms=RESTS, load_kg=LOADS),
)
# Few of them, so that a history tells of the same bout more than once.
BOUTS = st.builds(
    ev.Bout,
    item=st.integers(0, 1),
    exercise=st.just("act_bridge"),
    set_no=st.integers(1, 2),
    side=st.sampled_from(Side),
)
PRESCRIBED = st.builds(
    ev.Prescribed,
    item=st.just(0),
    exercise=EXERCISES,
    name=TEXTS,
    per_side=st.booleans(),
    dose=DOSES,
    checks=st.lists(st.sampled_from(["knee_in", "pelvis_level"]), max_size=2).map(tuple),
    note=TEXTS,
    modified=TEXTS,
)
PRESCRIPTIONS = st.lists(PRESCRIBED, max_size=4).map(
    lambda items: tuple(replace(asked, item=place) for place, asked in enumerate(items))
)
STARTS = st.builds(
    ev.SessionStarted,
    plan_id=TEXTS,
    plan_title=TEXTS,
    plan_digest=TEXTS,
    session=st.sampled_from(["F_A", "F_B"]),
    title=TEXTS,
    aim=TEXTS,
    lead_side=LEADS,
    training_day=st.dates().map(lambda day: day.isoformat()),
    length_ms=st.integers(0, 7_200_000),
    prescription=PRESCRIPTIONS,
)
CHECKINS = st.builds(
    ev.CheckinGiven,
    pain=st.none() | PAINS,
    places=st.lists(st.sampled_from(Place), max_size=3, unique=True).map(tuple),
    swelling=st.none() | st.sampled_from(Swelling),
    sleep_h=st.none() | st.floats(0, 24, allow_nan=False),
)
BOUT_ENDS = st.builds(
    ev.BoutEnded,
    bout=BOUTS,
    reps_done=st.none() | st.integers(0, 100),
    work_ms=st.integers(0, 3_600_000),
    complete=st.booleans(),
    reason=st.none() | REASONS,
    modified=TEXTS,
)
PAIN_REPORTS = st.builds(
    ev.PainReported,
    moment=st.sampled_from(PainMoment),
    pain=PAINS,
    item=st.none() | st.integers(0, 3),
    exercise=st.none() | EXERCISES,
)
CHECK_ANSWERS = st.builds(
    ev.CheckpointAnswered,
    item=st.integers(0, 3),
    exercise=EXERCISES,
    check=st.sampled_from(["knee_in", "pelvis_level"]),
    side=st.sampled_from(Side),
    clean=st.booleans(),
    aid=st.none() | st.sampled_from(Aid),
)
# The ends of every scale, both sides of them, and the right number in the wrong type.
SAID = st.sampled_from([None, True, False, -1, 0, 1, 2, 3, 9, 10, 11, 24, 25, 7.5, 24.5, 4.0, "mirror", "feel", "x"])
FIELDS = st.sampled_from(["pain", "swelling", "sleep_h", "reps_done", "clean", "aid", "effort", "text", "places"])
CORRECTIONS = st.builds(
    ev.Corrected,
    of_event=st.integers(1, 40).map(lambda n: f"event-{n}"),
    field=FIELDS,
    value=SAID | TEXTS | st.floats(allow_nan=False, allow_infinity=False),
)
EVENTS: dict[type[ev.Event], st.SearchStrategy[ev.Event]] = {
    ev.SessionStarted: STARTS,
    ev.CheckinGiven: CHECKINS,
    ev.BoutStarted: st.builds(ev.BoutStarted, bout=BOUTS),
    ev.BoutEnded: BOUT_ENDS,
    ev.BoutSkipped: st.builds(ev.BoutSkipped, bout=BOUTS, reason=REASONS),
    ev.PainReported: PAIN_REPORTS,
    ev.CheckpointAnswered: CHECK_ANSWERS,
    ev.QuestionPassed: st.builds(ev.QuestionPassed, gate_id=TEXTS),
    ev.SessionPaused: st.builds(ev.SessionPaused, reason=st.sampled_from(["person", "clock_gap", "interrupted"])),
    ev.SessionResumed: st.builds(ev.SessionResumed),
    ev.RestChanged: st.builds(ev.RestChanged, delta_ms=st.integers(-60_000, 60_000)),
    ev.WentBack: st.builds(ev.WentBack, to=BOUTS),
    ev.SessionEnded: st.builds(ev.SessionEnded, finished=st.booleans(), reason=st.none() | REASONS),
    ev.EffortReported: st.builds(ev.EffortReported, effort=st.integers(0, 10).map(Effort)),
    ev.NoteWritten: st.builds(ev.NoteWritten, text=TEXTS),
    ev.Corrected: CORRECTIONS,
}
ANY_EVENT = st.one_of(*EVENTS.values())
Told = list[tuple[str, int | None, ev.Event]]

_HOLD = Dose(sets=2, reps=8, rest_ms=0)
_WALK = Dose(sets=1, work_ms=60_000, rest_ms=0)
_TWO_EXERCISES = tuple(
    ev.Prescribed(item=item, exercise=ExerciseId("act_bridge"), name="", per_side=per_side, dose=dose, checks=())
    for item, per_side, dose in ((0, True, _HOLD), (1, False, _WALK))
)
_STARTS_ALIKE = STARTS.map(lambda start: replace(start, prescription=_TWO_EXERCISES))
_TELLING = st.one_of(
    _STARTS_ALIKE,
    CHECKINS,
    EVENTS[ev.BoutStarted],
    BOUT_ENDS,
    EVENTS[ev.BoutSkipped],
    PAIN_REPORTS,
    CHECK_ANSWERS,
    EVENTS[ev.SessionEnded],
    EVENTS[ev.EffortReported],
    EVENTS[ev.NoteWritten],
    ANY_EVENT,
)


@st.composite
def histories(draw: st.DrawFn) -> Told:
    """Return facts of two sessions; many correct a field of an earlier fact, some aim at nothing or at the future."""
    told: Told = [("s1", 0, draw(STARTS | _STARTS_ALIKE))]
    for _ in range(draw(st.integers(5, 30))):
        if draw(st.booleans()):
            event = draw(_TELLING)
        else:
            aims = [
                n for n, (_, _, fact) in enumerate(told, start=1) if any(type(fact) is kind for kind, _ in CORRECTABLE)
            ]
            aim = draw(st.sampled_from([*aims, len(told) + 2]))
            fields = sorted(field for kind, field in CORRECTABLE if aim <= len(told) and type(told[aim - 1][2]) is kind)
            field = draw(st.sampled_from([*fields, *fields, "pain"]))
            event = ev.Corrected(of_event=f"event-{aim}", field=field, value=draw(SAID))
        told.append((draw(st.sampled_from(["s1", "s1", "s2"])), draw(st.none() | st.integers(0, 7_200_000)), event))
    return told
