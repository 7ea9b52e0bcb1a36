"""The shipped catalogue holds together, and a catalogue that does not is refused with every reason."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from kinetic_home.catalogue.exercises import MOST_CUE_WORDS, load_catalogue
from kinetic_home.catalogue.library import load_library
from kinetic_home.catalogue.problems import ContentError
from kinetic_home.domain.exercise import Catalogue, ExerciseId, First, RepPhase
from kinetic_home.domain.wording import (
    EQUIPMENT_WORDS,
    MUSCLE_WORDS,
    base_equipment,
    body_part_of,
    equipment_in_words,
    targets_in_words,
    tissue_in_words,
)

Edit = Callable[[str, str, str], None]

# Promises, blame and words that frighten (catalogue source, 7.3).
NEVER_SAID = {
    *("cure", "cures", "heal", "heals", "fix", "fixes", "prevent", "prevents", "recover", "recovery", "guarantee"),
    *("always", "never", "must", "weak", "bad", "wrong", "failed", "abnormal"),
    *("damage", "wear", "worn", "crumbling", "unstable", "risk", "injury", "disease", "treat", "arthritis"),
}


@pytest.fixture
def content(resources: Path, tmp_path: Path) -> Path:
    """Return a copy of the shipped resources that a test may spoil."""
    shutil.copytree(resources / "catalogue", tmp_path / "catalogue")
    return tmp_path


@pytest.fixture
def edit(content: Path) -> Edit:
    """Return a function that replaces a text, which must be there, in a file of the copied catalogue."""

    def replace(name: str, old: str, new: str) -> None:
        file = content / "catalogue" / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def reached(start: ExerciseId, leads: Callable[[ExerciseId], Iterable[ExerciseId]]) -> set[ExerciseId]:
    """Return everything that one comes to from an exercise."""
    found: set[ExerciseId] = set()
    left = [start]
    while left:
        new = set(leads(left.pop())) - found
        found |= new
        left += new
    return found


def refusal(content: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_catalogue(content)
    return [str(problem) for problem in caught.value.problems]


def test_all_exercises_are_loaded_by_the_name_of_their_file(catalogue: Catalogue, resources: Path) -> None:
    files = {file.stem for file in (resources / "catalogue" / "exercises").glob("*.toml")}
    assert len(files) == 60
    assert set(catalogue.exercises) == files
    assert all(catalogue[name].id == name for name in catalogue.exercises)


def test_cues_are_few_and_short(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        assert 2 <= len(exercise.cues) <= 4
        assert all(len(cue.text.split()) <= MOST_CUE_WORDS for cue in exercise.cues)


def test_every_own_dose_lies_inside_its_range_and_fits_its_kind(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        dose = exercise.dose
        assert exercise.limits.outside(dose) == ()
        match exercise.first:
            case First.HOLD:
                assert dose.tempo is None
                assert (dose.hold_ms is None) == (dose.work_ms is not None)
            case First.CYCLIC:
                assert (dose.tempo is None) == (dose.bpm is not None)
            case First.ECCENTRIC | First.CONCENTRIC | First.JUMP:
                assert dose.reps is not None
                assert dose.tempo is not None


def test_every_note_is_said_in_full(catalogue: Catalogue) -> None:
    assert catalogue[ExerciseId("pat_sit_to_stand")].stop_notes == (
        "The knee locks, catches or gives way.",
        "You feel dizzy or faint. Sit down.",
    )
    assert catalogue[ExerciseId("bal_tandem")].cautions == (
        "A fall in the past year or poor balance: only with firm support or a helper.",
    )


def test_the_breath_of_the_last_exercise_is_paced(catalogue: Catalogue) -> None:
    assert catalogue[ExerciseId("cd_breathing")].breathing.paced_ms == (4_000, 6_000)
    assert RepPhase.HOLD in catalogue[ExerciseId("bal_tandem")].breathing.by_phase


def test_every_check_and_note_of_the_library_is_used(catalogue: Catalogue, resources: Path) -> None:
    library = load_library(resources)
    exercises = catalogue.exercises.values()
    assert set(library.checks) == {check.id for exercise in exercises for check in exercise.checks}
    assert set(library.stop_notes.values()) == {note for exercise in exercises for note in exercise.stop_notes}
    assert set(library.cautions.values()) == {note for exercise in exercises for note in exercise.cautions}


def test_it_never_gets_easier_on_the_way_to_harder_ones(catalogue: Catalogue, resources: Path) -> None:
    exercises = catalogue.exercises
    for exercise in exercises.values():
        assert all(exercises[name].level >= exercise.level for name in exercise.harder), exercise.id
        assert all(exercises[name].level <= exercise.level for name in exercise.easier), exercise.id
    for rungs in load_library(resources).neighbours.ladders.values():
        levels = [exercises[ExerciseId(name)].level for name in rungs]
        assert levels == sorted(levels)


def test_nothing_is_at_once_easier_and_harder_than_another_however_long_the_way(catalogue: Catalogue) -> None:
    exercises = catalogue.exercises
    harder = {name: reached(name, lambda here: exercises[here].harder) for name in exercises}
    easier = {name: reached(name, lambda here: exercises[here].easier) for name in exercises}
    assert [name for name in exercises if name in harder[name] or name in easier[name]] == []
    assert [name for name in exercises if harder[name] & easier[name]] == []


def test_every_step_up_a_ladder_has_its_way_back(catalogue: Catalogue, resources: Path) -> None:
    ladders = load_library(resources).neighbours.ladders
    steps = [(ExerciseId(low), ExerciseId(high)) for rungs in ladders.values() for low, high in pairwise(rungs)]
    assert [step for step in steps if step[1] not in catalogue[step[0]].harder] == []
    assert [step for step in steps if step[0] not in catalogue[step[1]].easier] == []


def test_every_exercise_says_what_it_is_good_for(catalogue: Catalogue) -> None:
    whys = [exercise.why for exercise in catalogue.exercises.values()]
    assert all(why.endswith(".") and 1 <= why.count(". ") + 1 <= 2 for why in whys)
    assert len(set(whys)) == len(whys)


def test_no_reason_promises_a_cure_blames_or_frightens(catalogue: Catalogue) -> None:
    words = {word for exercise in catalogue.exercises.values() for word in re.findall(r"[a-z]+", exercise.why.lower())}
    assert words & NEVER_SAID == set()


def test_every_thing_and_target_and_tissue_has_its_word(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        assert all(map(equipment_in_words, exercise.equipment))
        assert targets_in_words(exercise)
        assert all(map(tissue_in_words, exercise.tissue))
        assert body_part_of(exercise), exercise.id
    used = {base_equipment(name) for exercise in catalogue.exercises.values() for name in exercise.equipment}
    assert set(EQUIPMENT_WORDS) == used
    assert set(MUSCLE_WORDS) == {name for exercise in catalogue.exercises.values() for name in exercise.targets}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "act_bridge"', 'id = "act_brigde"', "id: 'act_brigde' is not the name of its file"),
        ('"glute_first"', '"glute_fist"', "checks[1]: unknown check 'glute_fist' (did you mean 'glute_first'?)"),
        ('"tempo_ok"', '"glute_first"', "checks[4]: 'glute_first' is named twice (leave one out)"),
        ('"s_back"', '"s_bask"', "stop_notes[2]: unknown stop note 's_bask' (did you mean 's_back'?)"),
        ("cautions = []", 'cautions = ["x"]', "cautions[1]: unknown caution 'x' (there is no caution of this id)"),
        ('"V35"', '"V99"', "sources[2]: unknown source 'V99'"),
        ("reps = 10", "reps = 20", "dose.reps: 20 is outside the range of this exercise (8 to 15)"),
        ("reps = [8, 15]", "reps = [15, 8]", "range.reps: the lowest value 15 is above the highest 8"),
        ('tempo = "3-0-2-2"', 'tempo = "0-1-0-1"', "dose.tempo: '0-1-0-1' is no tempo: lowering and lifting"),
        ('tempo = "3-0-2-2"', "bpm = 60", "dose.tempo: is missing; a dose with first = 'concentric' needs reps and"),
        ("reps = 10", "reps = 10\nhold_s = 5", "dose.hold_s: is too much; a dose with first = 'concentric' needs only"),
        (
            '"Lift to a straight line"',
            '"a b c d e f g h i"',
            "cues[3].text: has 9 words (at most 8 can be said in time)",
        ),
        ('moment = "concentric"', 'moment = "hold"', "cues[1].moment: 'hold' never comes in an exercise with first ="),
        ('eccentric = "in"', 'move = "in"', "breathing.by_phase.move: 'move' never comes in an exercise with first"),
        ("[breathing]", "[breathing]\nin_s = 4", "breathing: in_s and out_s belong together (write both or neither)"),
        ('["act_glute_squeeze", ', '["act_glute_sqeeze", ', "easier[1]: no exercise 'act_glute_sqeeze' (did you mean"),
        ('["act_sl_bridge", ', '["swimming", ', "harder[1]: no exercise 'swimming' (write the exercise"),
        ('["act_sl_bridge", ', '["act_glute_squeeze", ', "harder[1]: 'act_glute_squeeze' is named as easier too"),
        ('["act_glute_squeeze", ', '["act_side_plank", ', "easier[1]: 'act_side_plank' is of level 4, above"),
        ('"band_opt"', '"bamd_opt"', "equipment[2]: unknown equipment 'bamd' (did you mean 'band'?)"),
        ('"hamstrings"', '"hamstring"', "targets[2]: unknown target 'hamstring' (did you mean 'hamstrings'?)"),
        ("why = ", "wy = ", "why: is missing"),
        ('["act_sl_bridge", ', '["wu_march", ', "harder[1]: 'wu_march' is of level 1, below this one's 2"),
        ("level = 2", "level = 6", "level: must be a whole number from 1 to 5, not 6"),
        ('category = "activation"', 'category = "aktivation"', "not 'aktivation' (did you mean 'activation'?)"),
        ("schema = 1", "", "schema: is missing"),
        ("schema = 1", "schema = [", "is not TOML"),
    ],
)
def test_an_exercise_that_does_not_fit_is_refused(content: Path, edit: Edit, old: str, new: str, told: str) -> None:
    edit("exercises/act_bridge.toml", old, new)
    problems = refusal(content)
    assert any(told in problem for problem in problems), problems
    files = (
        "catalogue/exercises/act_bridge.toml: ",
        "catalogue/exercises: harder: leads round in a circle",
        "catalogue/neighbours.toml: ladders.bridge: ",
    )
    assert all(problem.startswith(files) for problem in problems)


def test_the_problems_of_all_files_are_told_together(content: Path, edit: Edit) -> None:
    edit("exercises/act_bridge.toml", "level = 2", "level = 0")
    edit("exercises/wu_march.toml", "bpm = 90", "bpm = 9000")
    (content / "catalogue" / "exercises" / "zz.toml").write_bytes(b"\xff")
    assert [problem.split(": ")[0] for problem in refusal(content)] == [
        "catalogue/exercises/act_bridge.toml",
        "catalogue/exercises/wu_march.toml",
        "catalogue/exercises/zz.toml",
    ]


def test_a_beat_beside_a_tempo_is_refused(content: Path, edit: Edit) -> None:
    edit("exercises/wu_ankle_rocks.toml", 'tempo = "1-0-1-0"', 'tempo = "1-0-1-0"\nbpm = 60')
    assert "dose.tempo: is too much" in refusal(content)[0]


def test_a_hold_without_its_length_is_refused(content: Path, edit: Edit) -> None:
    edit("exercises/mob_gastroc.toml", "hold_s = 30\n", "")
    assert "dose.hold_s: is missing; a dose with first = 'hold' needs hold_s and reps" in refusal(content)[0]
    edit("exercises/cd_breathing.toml", "work_s = 180\n", "")
    assert any("dose.work_s: is missing" in problem for problem in refusal(content))


def test_a_repetition_too_short_to_follow_is_refused(content: Path, edit: Edit) -> None:
    edit("exercises/wu_ankle_rocks.toml", 'tempo = "1-0-1-0"', 'tempo = "0.2-0-0.2-0"')
    assert "dose.tempo: a repetition is too short to follow (at least 0.5 s in all)" in refusal(content)[0]


def test_a_motion_whose_parts_do_not_fit_is_refused(content: Path, edit: Edit) -> None:
    edit("exercises/act_bridge.toml", "[motion]", "[motion]\nmirror_back = true\nback = [{ at = 0.5 }]")
    assert refusal(content) == [
        "catalogue/exercises/act_bridge.toml: motion: "
        "the way back is either given as `back` or mirrored by `mirror_back`, not both"
    ]


def test_a_pose_of_a_wrong_kind_is_told_by_its_place(content: Path, edit: Edit) -> None:
    edit("exercises/act_bridge.toml", "trunk = -90", "trunk = 900")
    assert "motion.poses.A.trunk: must be a number from -180 to 180, not 900" in refusal(content)[0]


def test_a_circle_of_neighbours_is_refused(content: Path, edit: Edit) -> None:
    edit("exercises/wu_leg_swing_front.toml", "harder = []", 'harder = ["mob_hip_flexor"]')
    edit("exercises/mob_hip_flexor.toml", 'harder = ["str_split_squat"]', 'harder = ["wu_leg_swing_front"]')
    assert refusal(content)[0].startswith("catalogue/exercises: harder: leads round in a circle: ")


def test_a_ladder_of_unknown_or_falling_rungs_is_refused(content: Path, edit: Edit) -> None:
    edit("neighbours.toml", '["wu_march", "pat_gait", "pat_stairs"]', '["pat_hip_hinge", "pat_gait", "pat_stair"]')
    assert refusal(content) == [
        "catalogue/neighbours.toml: ladders.gait[3]: no exercise 'pat_stair' (did you mean 'pat_stairs'?)",
        "catalogue/neighbours.toml: ladders.gait: goes down in level from 'pat_hip_hinge' to 'pat_gait'",
        "catalogue/neighbours.toml: ladders.gait: 'pat_hip_hinge' does not name 'pat_gait' as harder (add it there)",
        "catalogue/neighbours.toml: ladders.gait: 'pat_gait' does not name 'pat_hip_hinge' as easier (add it there)",
    ]


def test_a_check_with_an_unknown_source_is_refused(content: Path, edit: Edit) -> None:
    edit("checks.toml", '"V15"]', '"V1"]')
    assert "catalogue/checks.toml: checks.knee_line.sources[2]: unknown source 'V1'" in refusal(content)[0]


def test_notes_of_a_wrong_kind_are_refused(content: Path, edit: Edit) -> None:
    edit("notes.toml", 's_dizzy = "', 'S-dizzy = "')
    assert refusal(content)[0].startswith(
        "catalogue/notes.toml: stop.S-dizzy: unknown key 'S-dizzy' (use small letters"
    )


def test_a_missing_file_of_the_library_is_told(content: Path) -> None:
    (content / "catalogue" / "sources.toml").unlink()
    assert refusal(content) == [
        "catalogue/sources.toml: whole file: there is no such file (check the name and the folder)"
    ]


def test_other_files_beside_the_exercises_are_left_alone(content: Path) -> None:
    (content / "catalogue" / "exercises" / "notes.txt").write_text("not an exercise")
    assert len(load_catalogue(content).exercises) == 60
