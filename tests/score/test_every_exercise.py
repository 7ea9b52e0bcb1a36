"""Every exercise of the catalogue as it is heard with its own dose and the recordings that ship."""

from __future__ import annotations

import pytest

from kinetic_home.app.paths import shipped
from kinetic_home.audio.manifest import read_manifest
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.domain.exercise import Breath, CueMoment, Exercise, ExerciseId, First, RepPhase
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import MarkKind, SpanKind
from kinetic_home.score.speech import arrange
from kinetic_home.score.work import work_phases
from tests.builders import item, script

CATALOGUE = load_catalogue(shipped("resources"))
EXERCISES = list(CATALOGUE.exercises.values())
BOOK = load_phrasebook(shipped("resources"))
LENGTHS = {clip.text: clip.length_ms for clip in read_manifest(shipped("assets") / "voice" / "en").clips}
NEXT = CATALOGUE[ExerciseId("cd_breathing")]

every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)


@every_exercise
def test_every_cue_is_said_within_its_own_dose(exercise: Exercise):
    follow_up = [item(NEXT)] if exercise is not NEXT else []
    spoken = arrange(compile_score(script(item(exercise), *follow_up)), BOOK, LENGTHS.get)
    said = {phrase.mark.ref for phrase in spoken if phrase.mark.kind is MarkKind.CUE}
    missed = [cue.text for index, cue in enumerate(exercise.cues) if f"{exercise.id}/{index}" not in said]
    assert missed == []


@every_exercise
def test_every_cue_that_is_said_at_work_is_said_in_the_phase_that_it_concerns(exercise: Exercise):
    score = compile_score(script(item(exercise)))
    for mark in score.marks:
        if mark.kind is MarkKind.CUE:
            span = next(span for span in score.spans if span.start_ms <= mark.at_ms < span.end_ms)
            cue = exercise.cues[int(mark.ref.rsplit("/", 1)[1])]
            if span.kind is SpanKind.WORK and (exercise.first is not First.HOLD or cue.moment is not CueMoment.MOVE):
                assert span.phase is not None
                assert cue.moment.value == span.phase.value


@every_exercise
def test_a_breath_is_told_only_in_phases_that_come(exercise: Exercise):
    phases = {phase.phase for phase in work_phases(exercise.first, exercise.dose)}
    assert set(exercise.breathing.by_phase) <= phases


@every_exercise
def test_one_breathes_out_with_the_effort_and_on_in_a_hold(exercise: Exercise):
    breath = exercise.breathing.by_phase
    if exercise.id == "act_dead_bug":
        # Its own cue says to breathe out while the leg reaches away.
        assert breath == {RepPhase.ECCENTRIC: Breath.OUT, RepPhase.CONCENTRIC: Breath.IN}
    elif exercise.id == "act_breath_brace":
        # Its own cues: in, then out while the belly tightens.
        assert breath == {RepPhase.MOVE: Breath.IN, RepPhase.HOLD: Breath.OUT}
    elif exercise.first in {First.ECCENTRIC, First.CONCENTRIC}:
        assert breath == {RepPhase.ECCENTRIC: Breath.IN, RepPhase.CONCENTRIC: Breath.OUT}
    elif exercise.first in {First.HOLD, First.JUMP} and exercise.breathing.paced_ms is None:
        assert breath == {RepPhase.HOLD: Breath.ON}
