"""What the tests of this room share: small scores, the shipped sounds, and a session from the shipped plan."""

from __future__ import annotations

import dataclasses
from functools import cache

from kinetic_home.app.paths import shipped
from kinetic_home.audio.bank import VoiceBank
from kinetic_home.audio.clips import Clips, load_beats
from kinetic_home.audio.render import BeatSounds
from kinetic_home.audio.start import shipped_voice
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.catalogue.plans import load_plan
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.script import script_of
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import Beat, Mark, MarkKind, Score
from kinetic_home.score.speech import Spoken, arrange
from kinetic_home.workflow.ports import Stretch
from tests.builders import script

ASSETS = shipped("assets")


@cache
def bank() -> VoiceBank:
    return shipped_voice(ASSETS)


@cache
def clips() -> Clips:
    return Clips(bank())


@cache
def beat_sounds() -> BeatSounds:
    return load_beats(ASSETS / "sounds")


@cache
def shipped_score(session: str, exercise: str = "") -> Score:
    """Return a session of the shipped plan, or one exercise of it."""
    resources = shipped("resources")
    catalogue = load_catalogue(resources)
    plan = load_plan(resources / "plans" / "foundation.toml", catalogue)
    planned = plan.sessions[SessionId(session)]
    items = tuple(item for item in planned.items if not exercise or item.exercise == exercise)
    return compile_score(script_of(plan, dataclasses.replace(planned, items=items), catalogue))


def spoken(score: Score) -> tuple[Spoken, ...]:
    return arrange(score, load_phrasebook(shipped("resources")), bank().length_of)


def stretch(*beats: tuple[int, Beat], said: tuple[Spoken, ...] = (), from_ms: int = 0, to_ms: int = 3_000) -> Stretch:
    """Return a stretch with these beats at these ms and nothing else in it."""
    whole = compile_score(script())
    marks = tuple(Mark(at_ms=at, kind=MarkKind.BEAT, ref=beat) for at, beat in beats)
    score = Score(script=whole.script, spans=whole.spans, marks=marks, gates=(), sections=())
    return Stretch(score=score, spoken=said, from_ms=from_ms, to_ms=to_ms)


def phrase(text: str, at_ms: int) -> Spoken:
    """Return a phrase of the shipped bank."""
    length = bank().length_of(text)
    assert length is not None, text
    mark = Mark(at_ms=at_ms, kind=MarkKind.SAY, ref="rest")
    return Spoken(at_ms=at_ms, end_ms=at_ms + length, text=text, mark=mark)
