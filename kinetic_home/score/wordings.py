"""The words for a mark: what the voice says, from the whole sentence to its shortest form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kinetic_home.domain.exercise import Breath, Exercise
from kinetic_home.domain.phrases import Phrasebook
from kinetic_home.score.score import Mark, MarkKind, Score

# Every number up to this one has its recording.
MOST_COUNTED = 120
_BREATH_KEYS = {Breath.IN: "breathe_in", Breath.OUT: "breathe_out", Breath.ON: "breathe_on"}
_NAME_KEYS = {"next", "name"}


class Wordings:
    """Knows a score's exercises and a language's phrases, and finds the words for any mark of the score."""

    def __init__(self, score: Score, phrases: Phrasebook) -> None:
        self._exercises: dict[str, Exercise] = {item.exercise.id: item.exercise for item in score.script.items}
        self._phrases = phrases

    def of(self, mark: Mark) -> tuple[str, ...]:
        """Return what can be said for a mark, the best first; beats say nothing.

        Raises KeyError for a phrase that the book does not hold: phrases are checked when they are loaded.
        """
        match mark.kind:
            case MarkKind.BEAT:
                return ()
            case MarkKind.COUNT:
                return (mark.ref,)
            case MarkKind.CUE:
                exercise_id, index = mark.ref.rsplit("/", 1)
                return (cue_sentence(self._exercises[exercise_id].cues[int(index)].text),)
            case MarkKind.NEXT:
                name = self._exercises[mark.ref].name
                return (self._phrases.text("next", name=name), self._phrases.text("name", name=name))
            case MarkKind.NAME:
                return (self._phrases.text("name", name=self._exercises[mark.ref].name),)
            case MarkKind.BREATH:
                return (self._phrases.text(_BREATH_KEYS[Breath(mark.ref)]),)
            case _:
                return (self._phrases.text(mark.ref),)


def cue_sentence(text: str) -> str:
    """Return a cue as the sentence that the voice says."""
    return f"{text}."


def every_wording(names: Iterable[str], cues: Iterable[str], phrases: Phrasebook) -> Iterator[str]:
    """Yield every text that the voice may have to say for these exercise names and cues."""
    for name in names:
        yield phrases.text("next", name=name)
        yield phrases.text("name", name=name)
    for cue in cues:
        yield cue_sentence(cue)
    for key in phrases.say:
        if key not in _NAME_KEYS:
            yield phrases.text(key)
    yield from (str(number) for number in range(MOST_COUNTED + 1))
