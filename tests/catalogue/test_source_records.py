"""Nothing of the clinical source was lost or changed on its way into the catalogue.

source_records.json holds the source's own records (without poses, which the figure's tests look after), in its words;
source_library.json its checks, stop notes, cautions and ladders. What differs is listed here, each with its reason.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kinetic_home.catalogue.library import Library, load_file, load_library
from kinetic_home.catalogue.reading import NOTHING_PARSED
from kinetic_home.catalogue.schema import ChecksFile
from kinetic_home.domain.exercise import Catalogue, Exercise, ExerciseId

_HERE = Path(__file__).parent
RECORDS: list[dict[str, Any]] = json.loads((_HERE / "source_records.json").read_text(encoding="utf-8"))
SOURCE: dict[str, Any] = json.loads((_HERE / "source_library.json").read_text(encoding="utf-8"))

FIRST = {"ecc": "eccentric", "con": "concentric", "hold": "hold", "cyc": "cyclic", "ply": "jump"}
ROOT = {"side": "side_lying", "half_kneel": "half_kneeling", "floor_sit": "floor_sitting", "long_sit": "long_sitting"}
VIEW = {"sag": "side"}
VARY = {"secs": "work_s", "load": "load_kg"}

# The source gives these a tempo (1 s a half) and a beat (1.2 s a half) that contradict each other; their phases
# follow the tempo, and so does the catalogue.
TEMPO_WITHOUT_BEAT = {"wu_leg_swing_front", "wu_leg_swing_side"}
# The source names cameras for a flat stick figure; ours turns in space, where these show the movement better.
OTHER_VIEW = {
    # Seen from the front or from the end a body lies behind its own knees.
    "act_clam": "three-quarter",
    # Our side view looks at the chest of a body that lies on its side: the lift is across the picture.
    "act_sl_abduction": "side",
    # From straight in front the forearm on the floor points at the eye and looks like a fist.
    "act_side_plank": "three-quarter",
    "act_side_plank_knee": "three-quarter",
    # From straight in front the lifted foot points at the eye and hardly leaves the other.
    "bal_sls": "three-quarter",
    "bal_foam": "three-quarter",
    # From the side the straight leg points at the camera.
    "mob_adductor_rock": "three-quarter",
    # From above a sitting body hides its own legs; from the front both knees roll across the picture.
    "mob_hip_90_90": "front",
    # From the side the circle that the toes draw is a line.
    "wu_ankle_pumps": "three-quarter",
}
# The person reads these as the name of a compensation: it is told without the source's blame («to cheat»).
OTHER_FAULT = {"trunk_still": "trunk leans or twists"}
# Where the source says how to look: a mirror in front, a side view, or a hand on the muscle; any for the others.
LOOK = {
    **dict.fromkeys(("knee_line", "pelvis_level", "weight_even"), "front"),
    **dict.fromkeys(("back_neutral", "depth_hit", "heel_down", "hinge_not_squat"), "side"),
    **dict.fromkeys(("glute_first", "over_big_toe", "breathe", "no_back_arch"), "feel"),
}


@pytest.fixture(scope="module")
def library(resources: Path) -> Library:
    return load_library(resources)


def seconds(milliseconds: int | None) -> int | None:
    return None if milliseconds is None else milliseconds // 1000


def pair(limits: tuple[float, float] | None, scale: int = 1) -> list[float] | None:
    return None if limits is None else [limit // scale for limit in limits]


def dose_of(exercise: Exercise) -> dict[str, Any]:
    dose = exercise.dose
    parts = {
        "sets": dose.sets,
        "reps": dose.reps,
        "hold_s": seconds(dose.hold_ms),
        "secs": seconds(dose.work_ms),
        "tempo": None if dose.tempo is None else str(dose.tempo),
        "bpm": dose.bpm,
        "rest_s": seconds(dose.rest_ms),
        "freq_wk": exercise.days_per_week,
    }
    return {key: value for key, value in parts.items() if value is not None}


def range_of(exercise: Exercise) -> dict[str, Any]:
    limits = exercise.limits
    parts = {
        "sets": pair(limits.sets),
        "reps": pair(limits.reps),
        "hold_s": pair(limits.hold_ms, 1000),
        "secs": pair(limits.work_ms, 1000),
        "load_kg": pair(limits.load_kg),
    }
    return {key: value for key, value in parts.items() if value is not None}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_an_exercise_says_what_its_source_says(record: dict[str, Any], catalogue: Catalogue, library: Library) -> None:
    exercise = catalogue[ExerciseId(record["id"])]
    meta, dose = record["meta"], dict(record["dose"])
    if exercise.id in TEMPO_WITHOUT_BEAT:
        del dose["bpm"]
    assert exercise.name == record["name"]
    assert exercise.category == meta["cat"]
    assert exercise.view == OTHER_VIEW.get(exercise.id, VIEW.get(meta["view"], meta["view"]))
    assert exercise.plane == meta["plane"]
    assert exercise.per_side is meta["uni"]
    assert exercise.level == meta["lvl"]
    assert exercise.position == ROOT.get(meta["root"], meta["root"])
    assert exercise.first == FIRST[meta["first"]]
    assert list(exercise.equipment) == record["equip"]
    assert list(exercise.targets) == record["target"]
    assert exercise.tissue == record["tissue"]
    assert dose_of(exercise) == dose
    assert range_of(exercise) == record["range"]
    assert list(exercise.vary) == [VARY.get(name, name) for name in record["vary"]]
    assert exercise.range_of_motion == record["rom"]
    assert [cue.text for cue in exercise.cues] == record["cues"]
    assert [check.id for check in exercise.checks] == record["checks"]
    assert list(exercise.easier) == record["easier"]
    assert list(exercise.harder) == record["harder"]
    assert list(exercise.stop_notes) == [library.stop_notes[name] for name in record["stop"]]
    assert list(exercise.cautions) == [library.cautions[name] for name in record["avoid"]]


def test_every_exercise_has_its_source_and_the_other_way_round(catalogue: Catalogue) -> None:
    assert len(RECORDS) == 60
    assert {record["id"] for record in RECORDS} == set(catalogue.exercises)


def test_every_view_that_differs_is_another_than_the_source_names() -> None:
    views = {record["id"]: VIEW.get(record["meta"]["view"], record["meta"]["view"]) for record in RECORDS}
    assert [name for name, view in OTHER_VIEW.items() if views[name] == view] == []


def test_the_checks_say_what_their_source_says(library: Library) -> None:
    told = {
        name: {"critical": int(check.critical), "fault": check.fault, "ask": check.ask, "fix": check.fix}
        for name, check in library.checks.items()
    }
    assert len(told) == 38
    faults = {name: {"fault": fault} for name, fault in OTHER_FAULT.items()}
    assert told == {name: {**check, **faults.get(name, {})} for name, check in SOURCE["checks"].items()}
    assert {name: check.look for name, check in library.checks.items()} == {
        name: LOOK.get(name, "any") for name in library.checks
    }


def test_the_notes_and_the_ladders_say_what_their_source_says(library: Library) -> None:
    assert dict(library.stop_notes) == SOURCE["stop"]
    assert dict(library.cautions) == SOURCE["avoid"]
    assert library.neighbours.ladders == SOURCE["ladders"]
    assert len(library.neighbours.ladders) == 11


def test_every_source_tag_has_its_citation_and_is_used(catalogue: Catalogue, resources: Path, library: Library) -> None:
    checks = load_file(resources / "catalogue" / "checks.toml", ChecksFile, NOTHING_PARSED).checks.values()
    used = {tag for record in (*catalogue.exercises.values(), *checks) for tag in record.sources}
    assert used == set(library.sources)
