from __future__ import annotations

import json

import pytest

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.space import distance
from kinetic_home.figure.timeline import frame_record, rep_frames
from kinetic_home.score.work import work_phases
from tests.figure.shown import EXERCISES, NAMES


@pytest.mark.parametrize("name", NAMES)
def test_frames_run_from_the_start_of_a_repetition_to_its_end(name: str) -> None:
    exercise = EXERCISES[name]
    spans = work_phases(exercise.first, exercise.dose)
    frames = rep_frames(exercise.motion, spans, 9, Side.RIGHT)
    times = [frame.time_ms for frame in frames]
    assert len(frames) == 9
    assert times[0] == 0
    assert times == sorted(times)
    assert times[-1] == max(span.end_ms for span in spans if span.rep_no == 1)


def test_a_long_hold_gets_few_frames_and_keeps_its_time() -> None:
    exercise = EXERCISES["mob_gastroc"]
    frames = rep_frames(exercise.motion, work_phases(exercise.first, exercise.dose), 8, Side.LEFT)
    assert frames[-1].time_ms == 34_000
    assert sum(frame.phase.value == "hold" for frame in frames) <= 4


def test_a_record_is_plain_data_in_metres_and_degrees() -> None:
    exercise = EXERCISES["pat_hip_hinge"]
    frames = rep_frames(exercise.motion, work_phases(exercise.first, exercise.dose), 3, Side.BOTH)
    record = json.loads(json.dumps([frame_record(frame) for frame in frames]))[1]
    assert record["phase"] in {"eccentric", "pause", "concentric"}
    assert len(record["joints_m"]["right_knee"]) == 3
    assert 0.0 <= record["angles_deg"]["trunk_lean"] <= 60.0
    assert {"part": "right_heel", "on": "floor"}.items() <= record["contacts"][0].items()


def test_a_repetition_needs_two_frames() -> None:
    exercise = EXERCISES["pat_hip_hinge"]
    with pytest.raises(ValueError, match="at least two"):
        rep_frames(exercise.motion, work_phases(exercise.first, exercise.dose), 1, Side.BOTH)


def test_a_quick_jump_is_not_lost_beside_its_long_hold() -> None:
    exercise = EXERCISES["ply_jump_stick"]
    frames = rep_frames(exercise.motion, work_phases(exercise.first, exercise.dose), 6, Side.BOTH)
    assert sum(frame.phase in {"jump", "land"} for frame in frames) >= 3
    assert frames[-1].time_ms == work_phases(exercise.first, exercise.dose)[-1].end_ms // exercise.dose.reps


def test_a_bounce_is_caught_at_both_ends_of_its_swing() -> None:
    exercise = EXERCISES["mob_gastroc"]
    phases = work_phases(exercise.first, exercise.dose)
    bounced = rep_frames(wrong(exercise.motion, FaultKind.BOUNCES), phases, 6, Side.RIGHT)
    held = [frame.figure.joints["pelvis"] for frame in bounced if frame.phase == "hold"]
    assert max(distance(one, other) for one in held for other in held) > 0.02
