"""What decisions do to doses: the invariants of the source (3.4) for every exercise, both sides and all caps."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import Position
from kinetic_home.domain.fitting import main_angle, refusals
from kinetic_home.domain.progression.decision import Decision
from kinetic_home.domain.progression.dose_steps import Decided, DoseStep, Lasts, decide_dose, step_of
from kinetic_home.domain.progression.inputs import Inputs
from kinetic_home.domain.progression.prescription import Prescription, StepLimits, lightest_band, work
from kinetic_home.domain.progression.rule_sets import SORENESS
from kinetic_home.domain.progression.step_up import step_up
from kinetic_home.domain.side import Side
from tests.domain.progression.doses import CATALOGUE, JUMPS, OPEN, asked, scenes, the
from tests.domain.progression.table import given as inputs

Scene = tuple[Prescription, StepLimits]
any_decision = st.sampled_from(Decision)
any_streak = st.none() | st.integers(0, 5)


def told(decision: Decision, now: Prescription, limits: StepLimits = OPEN, **more: object) -> DoseStep:
    return step_of(decision, now, CATALOGUE, limits, **more)  # pyright: ignore[reportArgumentType]


def after(decision: Decision, now: Prescription, limits: StepLimits = OPEN, **more: object) -> Prescription:
    found = told(decision, now, limits, **more).after
    assert found is not None
    return found


def work_of(asked_for: Prescription) -> float:
    return work(CATALOGUE[asked_for.exercise], asked_for)


def left_of_range(asked_for: Prescription) -> tuple[float, float, float]:
    """Return how much range is left: share of the depth, height of the step, depth of the seat."""
    angle = main_angle(CATALOGUE[asked_for.exercise].motion)
    knobs = asked_for.knobs
    depth = 1.0 if angle is None or knobs.depth_deg is None else angle.share(knobs.depth_deg)
    return depth, knobs.step_m or 1.0, -(knobs.seat_m or 0.44)


# --- The invariants of the source, by their numbers ------------------------------------------------------------------


@given(scene=scenes(), decision=any_decision, clean=any_streak)
def test_invariant_1_the_same_decision_does_the_same_to_the_same_dose(scene: Scene, decision: Decision, clean: int):
    now, limits = scene
    assert told(decision, now, limits, clean_sessions=clean) == told(decision, now, limits, clean_sessions=clean)


@given(scene=scenes(), decision=any_decision, clean=any_streak)
def test_invariant_5_what_is_asked_for_lies_within_the_range_and_is_taken_by_the_exercise(
    scene: Scene, decision: Decision, clean: int | None
):
    now, limits = scene
    then = told(decision, now, limits, clean_sessions=clean).after
    if then is None:
        return
    exercise = CATALOGUE[then.exercise]
    # A light week may have fewer sets than the range for that one week; never more.
    lowered = {"sets"} if decision is Decision.DELOAD and then.dose.sets < exercise.limits.sets[0] else set[str]()
    assert set(exercise.limits.outside(then.dose)) == lowered
    assert refusals(exercise, then.dose, then.knobs) == ()
    assert then.band is None or 1 <= then.band <= 3
    assert then.side is Side.BOTH or exercise.per_side


@given(scene=scenes(), decision=any_decision, clean=any_streak)
def test_invariant_5_no_step_goes_beyond_the_knobs_of_the_plan(scene: Scene, decision: Decision, clean: int | None):
    now, limits = scene
    then = told(decision, now, limits, clean_sessions=clean).after
    if then is None or then.exercise != now.exercise:
        return
    planned = replace(now, knobs=limits.knobs)
    assert all(left <= most + 1e-9 for left, most in zip(left_of_range(then), left_of_range(planned), strict=True))
    assert then.knobs.support == limits.knobs.support


@given(scene=scenes(), clean=any_streak)
def test_invariant_5_a_step_up_stays_within_the_caps_of_the_clinician(scene: Scene, clean: int | None):
    now, limits = scene
    then = after(Decision.PROGRESS, now, replace(limits, plyo_gate=True, plyo_switch=True), clean_sessions=clean)
    if then.exercise == now.exercise:
        return
    exercise = CATALOGUE[then.exercise]
    assert limits.max_lvl is not None
    assert exercise.level <= limits.max_lvl
    assert limits.ladder_allowed is not None
    assert then.exercise in limits.ladder_allowed
    assert then.knobs == limits.knobs
    rungs = (pair for ladder in CATALOGUE.ladders.values() for pair in pairwise(ladder))
    assert (now.exercise, then.exercise) in set(rungs)


@given(scene=scenes(), clean=any_streak)
def test_invariant_5_a_load_grows_by_2_to_10_percent_or_by_one_smallest_increment(scene: Scene, clean: int | None):
    now, limits = scene
    then = told(Decision.PROGRESS, now, limits, clean_sessions=clean).after
    if then is None or then.exercise != now.exercise or then.dose.load_kg == now.dose.load_kg:
        return
    before, more = now.dose.load_kg, then.dose.load_kg
    assert more is not None
    if not before:
        assert more == (the(now.exercise).limits.load_kg or (0.0,))[0] or more == limits.increment_kg
    elif not 0.02 - 1e-6 <= (more - before) / before <= 0.10 + 1e-6:
        assert more - before == pytest.approx(limits.increment_kg)
        assert (clean or 0) >= 3


@given(scene=scenes())
def test_invariant_6_a_cut_strictly_lowers_the_work_or_changes_the_variant(scene: Scene):
    now, limits = scene
    then = told(Decision.STEP_BACK_DOSE, now, limits).after
    if then is None or then == now:
        return
    if then.exercise != now.exercise:
        assert CATALOGUE[then.exercise].level <= CATALOGUE[now.exercise].level
    elif then.band == now.band and then.knobs == now.knobs:
        assert work_of(then) < work_of(now)
    else:
        assert work_of(then) <= work_of(now)
        assert left_of_range(then) < left_of_range(now) or (then.band or 0) < (now.band or 0)


@given(scene=scenes())
def test_invariant_6_repeated_cuts_reach_a_floor_that_stays(scene: Scene):
    now, limits = scene
    limits = replace(limits, plyo_gate=True, plyo_switch=True)
    for _ in range(120):
        then = after(Decision.STEP_BACK_DOSE, now, limits)
        if then == now:
            break
        now = then
    assert not told(Decision.STEP_BACK_DOSE, now, limits).changed
    assert not told(Decision.STEP_BACK_VARIANT, now, limits).changed


@given(scene=scenes(), clean=any_streak)
def test_invariant_7_a_step_up_and_a_cut_never_end_above_the_beginning(scene: Scene, clean: int | None):
    start, limits = scene
    limits = replace(limits, plyo_gate=True, plyo_switch=True)
    up = after(Decision.PROGRESS, start, limits, clean_sessions=clean)
    down = after(Decision.STEP_BACK_DOSE, up, limits, settled=start)
    assert work_of(down) <= work_of(start)
    if down.exercise == start.exercise:
        assert all(left <= most + 1e-9 for left, most in zip(left_of_range(down), left_of_range(start), strict=True))
        assert (down.band or 0) <= (start.band or lightest_band(CATALOGUE[start.exercise]) or 0)
        assert (down.dose.bpm or 0) <= (start.dose.bpm or 0)


@given(scene=scenes(), decision=any_decision, clean=any_streak)
def test_invariant_9_a_jump_is_asked_for_only_with_its_gate_passed_and_switched_on(
    scene: Scene, decision: Decision, clean: int | None
):
    now, limits = scene
    then = told(decision, now, limits, clean_sessions=clean).after
    if then is not None and then.exercise in JUMPS:
        assert limits.plyo_gate
        assert limits.plyo_switch


@pytest.mark.parametrize("jump", sorted(JUMPS))
@pytest.mark.parametrize("decision", Decision)
@pytest.mark.parametrize(("gate", "switch"), [(True, False), (False, True), (False, False)])
def test_invariant_9_a_jump_whose_gate_is_shut_is_left_out_or_stepped_back_from(
    jump: str, decision: Decision, gate: bool, switch: bool
):
    step = told(decision, asked(jump), replace(OPEN, plyo_gate=gate, plyo_switch=switch))
    if step.after is None:
        assert step.lasts in {Lasts.UNTIL_CLEARED, Lasts.WEEK_AND_CLEARED}
    else:
        assert step.after.exercise not in JUMPS
        assert decision in {Decision.STEP_BACK_VARIANT, Decision.STEP_BACK_DOSE, Decision.RESTART_LOW}


# --- Hazards of the source (7.6) that concern the engine -------------------------------------------------------------


@given(scene=scenes(), decision=any_decision.filter(lambda one: one is not Decision.PROGRESS), clean=any_streak)
def test_hazard_rule_bug_raises_dose_nothing_but_progress_asks_for_more(
    scene: Scene, decision: Decision, clean: int | None
):
    now, limits = scene
    then = told(decision, now, limits, clean_sessions=clean).after
    if then is None or then.exercise != now.exercise:
        return
    assert then.dose.sets <= now.dose.sets
    assert (then.dose.reps or 0) <= (now.dose.reps or 0)
    assert (then.dose.hold_ms or 0) <= (now.dose.hold_ms or 0)
    assert (then.dose.work_ms or 0) <= (now.dose.work_ms or 0)
    assert (then.dose.load_kg or 0) <= (now.dose.load_kg or 0)
    assert (then.band or 0) <= (now.band or 0)


@given(scene=scenes(), clean=any_streak)
def test_hazard_rule_bug_raises_dose_progress_changes_one_thing_by_one_step(scene: Scene, clean: int | None):
    now, limits = scene
    then = told(Decision.PROGRESS, now, limits, clean_sessions=clean).after
    if then is None or then.exercise != now.exercise:
        return
    rises = [
        then.dose.sets == now.dose.sets + 1,
        (then.dose.reps or 0) > (now.dose.reps or 0),
        (then.dose.hold_ms or 0) > (now.dose.hold_ms or 0),
        (then.dose.work_ms or 0) > (now.dose.work_ms or 0),
        (then.dose.load_kg or 0) > (now.dose.load_kg or 0),
        (then.dose.bpm or 0) > (now.dose.bpm or 0),
        then.dose.tempo != now.dose.tempo,
        then.band != now.band,
        then.knobs != now.knobs,
    ]
    assert sum(rises) == (0 if then == now else 1)
    assert then.dose.rest_ms == now.dose.rest_ms


@given(scene=scenes(), decision=any_decision, clean=any_streak)
def test_hazard_wrong_side_the_two_sides_are_treated_alike_and_never_swapped(
    scene: Scene, decision: Decision, clean: int | None
):
    now, limits = scene
    assume(CATALOGUE[now.exercise].per_side)
    left = told(decision, replace(now, side=Side.LEFT), limits, clean_sessions=clean).after
    right = told(decision, replace(now, side=Side.RIGHT), limits, clean_sessions=clean).after
    if left is None or right is None:
        assert left is right
        return
    assert left.side == (Side.LEFT if CATALOGUE[left.exercise].per_side else Side.BOTH)
    assert right == replace(left, side=left.side.opposite)


@given(scene=scenes(), decision=any_decision)
def test_hazard_fall_support_that_the_plan_asks_for_stays_while_one_stands(scene: Scene, decision: Decision):
    now, limits = scene
    then = told(decision, now, limits).after
    if then is not None and now.knobs.support is not None:
        assert then.knobs.support == now.knobs.support or CATALOGUE[then.exercise].position is not Position.STANDING


def test_hazard_clinician_misreads_log_a_decision_reads_back_as_it_was_written():
    decided = decide_dose(inputs(swell=1, rir=None), asked("str_goblet_squat", load_kg=10), CATALOGUE, OPEN)
    assert msgspec.json.decode(msgspec.json.encode(decided), type=Decided) == decided
    assert (decided.verdict.rule, decided.verdict.rule_set, decided.verdict.version) == ("P05", "pain_bands", 1)
    assert decided.inputs.swell == 1
    assert decided.step.before.dose.load_kg == 10
    assert decided.step.after is not None
    assert decided.step.after.dose.load_kg == 8


# --- Each decision, by example ---------------------------------------------------------------------------------------


def test_a_hold_changes_nothing():
    now = asked("pat_box_squat")
    assert told(Decision.HOLD, now) == DoseStep(before=now, after=now)
    assert not told(Decision.HOLD, now).changed


def test_a_review_takes_an_exercise_away_until_it_is_cleared_and_a_pause_for_a_week_at_least():
    now = asked("pat_box_squat")
    assert told(Decision.STOP_REVIEW, now) == DoseStep(before=now, after=None, lasts=Lasts.UNTIL_CLEARED)
    assert told(Decision.PAUSE_EXERCISE, now) == DoseStep(before=now, after=None, lasts=Lasts.WEEK_AND_CLEARED)


@pytest.mark.parametrize(("sets", "light"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 4), (10, 6)])
def test_a_light_week_keeps_six_tenths_of_the_sets_and_all_else(sets: int, light: int):
    now = asked("str_calf_fascia", sets=sets, load_kg=10)
    step = told(Decision.DELOAD, now)
    assert step == DoseStep(before=now, after=asked("str_calf_fascia", sets=light, load_kg=10), lasts=Lasts.WEEK)


def test_for_form_the_next_session_is_slower_pauses_and_carries_a_tenth_less():
    now = asked("str_goblet_squat", load_kg=10)
    step = told(Decision.HOLD_TECHNIQUE, now)
    assert step.after == asked("str_goblet_squat", load_kg=9, knobs="pause_s=1 lower_s=1")
    assert step.lasts is Lasts.NEXT_SESSION
    assert step.changed
    assert not step.retest


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (asked("str_goblet_squat", load_kg=2), asked("str_goblet_squat", load_kg=2, knobs="pause_s=1 lower_s=1")),
        (asked("str_calf_iso"), asked("str_calf_iso")),
        (asked("str_calf_iso", load_kg=19), asked("str_calf_iso", load_kg=17)),
        (asked("mob_adductor_rock"), asked("mob_adductor_rock", knobs="pause_s=1")),
        (
            asked("pat_box_squat", knobs="depth=60 pause_s=1.5 lower_s=3"),
            asked("pat_box_squat", knobs="depth=60 pause_s=2 lower_s=3"),
        ),
    ],
)
def test_for_form_an_exercise_is_slowed_as_far_as_it_takes_it(now: Prescription, then: Prescription):
    assert after(Decision.HOLD_TECHNIQUE, now) == then


def test_after_a_long_break_one_begins_at_the_lowest_dose_one_rung_down_and_tests_again():
    step = told(Decision.RESTART_LOW, asked("str_goblet_squat", sets=4, reps=12, load_kg=10))
    assert step.after == asked("pat_box_squat", sets=2, reps=6)
    assert step.retest
    assert after(Decision.RESTART_LOW, asked("pat_sit_to_stand")) == asked("pat_sit_to_stand", sets=1, reps=5)


def test_where_there_is_no_step_up_progress_changes_nothing():
    top = asked("bal_foam", hold_s=40)
    assert step_up(top, CATALOGUE, OPEN, 5) is None
    assert not told(Decision.PROGRESS, top, clean_sessions=5).changed


def test_a_whole_decision_takes_the_streak_from_its_inputs_and_the_rules_that_it_is_given():
    now = asked("str_sl_deadlift", sets=4, reps=12, load_kg=2)
    heavier = decide_dose(inputs(streak=3), now, CATALOGUE, OPEN).step.after
    assert heavier is not None
    assert heavier.dose.load_kg == 2.5
    assert not decide_dose(inputs(streak=2), now, CATALOGUE, OPEN).step.changed
    decided = decide_dose(replace(inputs(), sore=None), now, CATALOGUE, OPEN, rule_set=SORENESS)
    assert (decided.verdict.rule, decided.verdict.rule_set) == ("S03", "soreness")
    cut = decide_dose(inputs(d24=2), asked("pat_hip_hinge"), CATALOGUE, OPEN, settled=asked("pat_hip_hinge", reps=8))
    assert cut.step.after == asked("pat_hip_hinge", reps=8)


def test_nothing_known_changes_nothing_but_the_pace():
    now = asked("pat_box_squat")
    decided = decide_dose(Inputs(), now, CATALOGUE, StepLimits())
    assert decided.verdict.decision is Decision.HOLD_TECHNIQUE
    assert decided.step.after == asked("pat_box_squat", knobs="pause_s=1 lower_s=1")


def test_a_smallest_increment_is_a_weight():
    for wrong in (0, -1.0, float("inf"), float("nan")):
        with pytest.raises(ValueError, match="the smallest increment must be a weight above 0 kg"):
            StepLimits(increment_kg=wrong)


@pytest.mark.parametrize(
    ("name", "dose", "minutes"),
    [
        ("pat_hip_hinge", {"sets": 2, "reps": 10}, 2 * 10 * 6 / 60 * 2),
        ("str_goblet_squat", {"sets": 3, "reps": 8, "load_kg": 10.0}, 3 * 8 * 6 / 60 * 1.5 * 3),
        ("bal_sls", {"sets": 2, "reps": 2, "hold_s": 20}, 2 * 2 * 24 / 60 * 2 * 2),
        ("str_carry", {"sets": 2, "work_s": 60}, 2 * 1 * 2 * 3),
        ("ply_pogo", {"sets": 2, "reps": 10}, 2 * 10 / 60 * 4),
        ("pat_hip_hinge", {"sets": 1, "reps": 10, "knobs": "lower_s=1"}, 10 * 7 / 60 * 2),
    ],
)
def test_work_is_sets_by_time_by_sides_by_load_by_level(name: str, dose: dict[str, object], minutes: float):
    assert work_of(asked(name, **dose)) / 60_000 == pytest.approx(minutes)  # pyright: ignore[reportArgumentType]


def test_one_side_is_half_the_work_of_two():
    assert work_of(asked("bal_sls", side=Side.LEFT)) * 2 == work_of(asked("bal_sls"))
