"""What a plan file says becomes the plan, with the defaults that the README promises."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kinetic_home.catalogue.plans import WEEKS_IF_UNSAID, load_plan
from kinetic_home.catalogue.problems import ContentError
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Catalogue, ExerciseId
from kinetic_home.domain.plan import ExitCriteria, Plan, SessionId, Weekday
from kinetic_home.domain.script import script_of
from kinetic_home.domain.side import Side
from kinetic_home.domain.tempo import Tempo
from kinetic_home.score.compile import compile_score

PlanOf = Callable[[str], Plan]

MINIMAL = """
[plan]
id = "mine"
title = "Mine"

[[sessions]]
id = "A"
title = "Every day"
items = [{ exercise = "wu_march" }]
"""


def dose_in(plan_of: PlanOf, item: str) -> Dose:
    plan = plan_of(MINIMAL.replace('{ exercise = "wu_march" }', item))
    return plan.sessions[SessionId("A")].items[0].dose


def test_the_shortest_plan_takes_everything_else_from_the_defaults(plan_of: PlanOf, catalogue: Catalogue) -> None:
    plan = plan_of(MINIMAL)
    assert (plan.goal, plan.author, plan.lead_side, plan.pain_cap, plan.checks_per_exercise) == (
        "",
        "",
        Side.LEFT,
        5,
        2,
    )
    assert plan.weeks == WEEKS_IF_UNSAID
    assert plan.sessions[SessionId("A")].aim == ""
    item = plan.sessions[SessionId("A")].items[0]
    assert item.dose == catalogue[ExerciseId("wu_march")].dose
    assert item.note == ""


def test_a_plan_names_its_recovery_session(plan_of: PlanOf) -> None:
    plan = plan_of(MINIMAL.replace("[plan]", '[plan]\nrecovery = "A"'))
    assert plan.recovery == "A"
    assert plan_of(MINIMAL).recovery is None


def test_a_recovery_session_that_is_not_there_is_a_problem(plan_of: PlanOf) -> None:
    with pytest.raises(ContentError, match="recovery: no session 'B'"):
        plan_of(MINIMAL.replace("[plan]", '[plan]\nrecovery = "B"'))


def test_a_plan_without_days_has_its_sessions_on_no_fixed_day(plan_of: PlanOf) -> None:
    plan = plan_of(MINIMAL)
    assert len(plan.phases) == 1
    assert all(plan.session_on(week, day) is None for week in (1, 4, 60) for day in Weekday)


def test_days_may_stand_in_the_plan_itself(plan_of: PlanOf) -> None:
    plan = plan_of(MINIMAL.replace("[[sessions]]", 'weeks = 6\ndays = { mon = "A", sun = "A" }\n\n[[sessions]]'))
    phase = plan.phases[0]
    assert (phase.id, phase.title, phase.first_week, phase.last_week) == ("mine", "Mine", 1, 6)
    assert phase.days == {Weekday.MON: "A", Weekday.SUN: "A"}
    assert phase.exit == ExitCriteria()


def test_the_phases_say_how_long_a_plan_is(plan_of: PlanOf) -> None:
    phases = '[[phases]]\nid = "1"\ntitle = "One"\nweeks = [1, 2]\ndays = {}\n'
    phases += '[[phases]]\nid = "2"\ntitle = "Two"\nweeks = [3, 7]\ndays = { tue = "A" }\n'
    phases += "exit = { swelling_days_last7 = 0 }\n"
    plan = plan_of(MINIMAL + phases)
    assert plan.weeks == 7
    assert plan.session_on(2, Weekday.TUE) is None
    assert plan.session_on(3, Weekday.TUE) == plan.sessions[SessionId("A")]
    assert plan.phases[1].exit == ExitCriteria(swelling_days_last7=0)


def test_the_digest_is_that_of_the_bytes_of_the_file(tmp_path: Path, catalogue: Catalogue) -> None:
    file = tmp_path / "plan.toml"
    file.write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode())
    assert load_plan(file, catalogue).digest == hashlib.sha256(file.read_bytes()).hexdigest()


def test_an_item_changes_only_what_it_names(plan_of: PlanOf, catalogue: Catalogue) -> None:
    dose = dose_in(plan_of, '{ exercise = "act_bridge", reps = 8, rest_s = 0, load_kg = 2.5 }')
    own = catalogue[ExerciseId("act_bridge")].dose
    assert (dose.reps, dose.rest_ms, dose.load_kg) == (8, 0, 2.5)
    assert (dose.sets, dose.tempo) == (own.sets, own.tempo)


def test_a_tempo_of_ones_own_is_kept(plan_of: PlanOf) -> None:
    dose = dose_in(plan_of, '{ exercise = "act_bridge", tempo = "4-1-2-1.5" }')
    assert dose.tempo == Tempo(eccentric_ms=4000, pause_low_ms=1000, concentric_ms=2000, pause_high_ms=1500)


def test_times_are_given_in_seconds(plan_of: PlanOf) -> None:
    assert dose_in(plan_of, '{ exercise = "mob_gastroc", hold_s = 45 }').hold_ms == 45_000
    assert dose_in(plan_of, '{ exercise = "wu_march", work_s = 90 }').work_ms == 90_000


def test_a_beat_takes_the_place_of_a_tempo_and_the_other_way_round(plan_of: PlanOf) -> None:
    by_beat = dose_in(plan_of, '{ exercise = "wu_ankle_rocks", bpm = 60 }')
    assert (by_beat.bpm, by_beat.tempo) == (60, None)
    by_tempo = dose_in(plan_of, '{ exercise = "wu_march", tempo = "1-0-1-0" }')
    assert (by_tempo.bpm, str(by_tempo.tempo)) == (None, "1-0-1-0")


def test_a_note_goes_with_its_exercise(plan_of: PlanOf) -> None:
    plan = plan_of(MINIMAL.replace('"wu_march"', '"wu_march", note = "Hold the rail."'))
    assert plan.sessions[SessionId("A")].items[0].note == "Hold the rail."


def test_a_set_by_the_beat_must_not_last_for_ever(complaints: Callable[[str], list[str]]) -> None:
    item = '{ exercise = "wu_ankle_rocks", reps = 20, bpm = 20 }'
    assert complaints(MINIMAL.replace('{ exercise = "wu_march" }', f"{item}, 3"))[0].startswith("sessions[1].items[2]")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("Mon", "plan.days.Mon: unknown key 'Mon' (did you mean 'mon'?)"),
        ("montag", "plan.days.montag: unknown key 'montag' (did you mean 'mon'?)"),
    ],
)
def test_a_weekday_that_does_not_exist_is_told(complaints: Callable[[str], list[str]], day: str, told: str) -> None:
    assert complaints(MINIMAL.replace("[[sessions]]", f'days = {{ {day} = "A" }}\n[[sessions]]')) == [told]


def test_weeks_may_be_wrong_while_the_rest_is_checked(complaints: Callable[[str], list[str]]) -> None:
    text = MINIMAL + '[[phases]]\nid = "1"\ntitle = ""\nweeks = 2\ndays = { mon = "B" }\n'
    assert complaints(text) == [
        "phases[1].days.mon: no session 'B' (the sessions are A)",
        "phases[1].title: must be text of 1 to 80 characters, not ''",
        "phases[1].weeks: must be a pair such as [1, 4], each a whole number from 1 to 52, not 2",
    ]


def test_an_item_after_the_ninth_is_told_after_it(complaints: Callable[[str], list[str]]) -> None:
    items = ", ".join(['{ exercise = "x" }'] * 11)
    told = complaints(MINIMAL.replace('{ exercise = "wu_march" }', items))
    assert [line.split(":")[0] for line in told] == [f"sessions[1].items[{number}].exercise" for number in range(1, 12)]


def test_a_flood_of_problems_ends_at_a_hundred(complaints: Callable[[str], list[str]]) -> None:
    items = ",\n".join(['{ exercise = "x" }'] * 500)
    told = complaints(MINIMAL.replace('{ exercise = "wu_march" }', items))
    assert len(told) == 101
    assert "whole file: holds 100 problems or more (put these right first)" in told


def test_every_shipped_plan_is_sound_and_compiles(resources: Path, catalogue: Catalogue) -> None:
    files = sorted((resources / "plans").glob("*.toml"))
    assert {"foundation.toml", "short_days.toml"} <= {file.name for file in files}
    for file in files:
        plan = load_plan(file, catalogue)
        for session in plan.sessions.values():
            assert compile_score(script_of(plan, session, catalogue)).spans


def test_foundation_is_what_its_source_says(resources: Path, catalogue: Catalogue) -> None:
    plan = load_plan(resources / "plans" / "foundation.toml", catalogue)
    assert (plan.id, plan.title, plan.weeks, plan.pain_cap) == ("foundation_2wk", "Foundation", 2, 5)
    planned = [session and session.id for day in Weekday for session in [plan.session_on(1, day)]]
    assert planned == ["F_A", "F_B", None, "F_A", "F_B", "REC", None]
    assert plan.phases[0].exit == ExitCriteria(
        sessions_done_pct=75,
        check_pass_last4=0.80,
        pmax_median_last4_max=3,
        d24_last3_max=1,
        swelling_days_last7=0,
    )
    assert [len(session.items) for session in plan.sessions.values()] == [12, 12, 7]
    assert plan.sessions[SessionId("F_A")].items[0].dose.work_ms == 90_000
