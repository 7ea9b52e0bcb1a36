"""What the voice says and exactly when: no two phrases over each other, none cut off.

Every spoken mark has a window in which it still makes sense. The more important ones are placed first; what does
not fit is said in fewer words, and what still does not fit is left to the screen, where it is shown anyway.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kinetic_home.domain.phrases import Phrasebook
from kinetic_home.score.score import Beat, Mark, MarkKind, Score, Span, SpanKind
from kinetic_home.score.wordings import Wordings

# Silence between two phrases, in ms.
GAP_MS = 150
# How long a phrase may wait for its turn, in ms: a count belongs to its instant, an announcement may wait a little.
WINDOW_MS: Mapping[MarkKind, int] = {
    MarkKind.SWITCH_SIDES: 1_000,
    MarkKind.NEXT: 1_500,
    MarkKind.NAME: 1_500,
    MarkKind.SAY: 2_000,
    MarkKind.LAST_REP: 600,
    MarkKind.HALF_WAY: 1_500,
    MarkKind.COUNT: 250,
    MarkKind.CUE: 6_000,
    MarkKind.BREATH: 700,
}
# A cue or a breath said late must end with its phase, give or take this; one said at once may run on.
OVERHANG_MS = 600
_AT_ONCE_MS = 250
# The breath is shown in every repetition and said from time to time.
_BREATH_SAID_EVERY_MS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A phrase said from `at_ms` to `end_ms`; `mark` is what it is said for."""

    at_ms: int
    end_ms: int
    text: str
    mark: Mark


class _Placing(NamedTuple):
    """A mark in its span; `by_ms` is when its phrase must have ended."""

    mark: Mark
    span: Span
    by_ms: int


def arrange(score: Score, phrases: Phrasebook, length_of: Callable[[str], int | None]) -> tuple[Spoken, ...]:
    """Return everything that is said, in order of time.

    `length_of` gives a phrase's length in ms, or None where there is no recording of it.
    """
    timeline = _Timeline()
    speech = _Speech(score, Wordings(score, phrases), length_of)
    last_breath: dict[str, int] = {}
    for placing in sorted(speech.placings(), key=speech.rank):
        mark = placing.mark
        unpaced_breath = mark.kind is MarkKind.BREATH and not speech.paced(placing.span)
        if unpaced_breath and mark.at_ms - last_breath.get(mark.ref, -_BREATH_SAID_EVERY_MS) < _BREATH_SAID_EVERY_MS:
            continue
        if _place(placing, speech.choices(mark), timeline) and unpaced_breath:
            last_breath[mark.ref] = mark.at_ms
    return timeline.spoken()


class _Speech:
    """What there is to say: every mark with its span, its importance and its words with their lengths."""

    def __init__(self, score: Score, wordings: Wordings, length_of: Callable[[str], int | None]) -> None:
        self._score = score
        self._wordings = wordings
        self._length_of = length_of
        self._choices: dict[tuple[MarkKind, str], tuple[tuple[str, int], ...]] = {}

    def placings(self) -> list[_Placing]:
        """Return the spoken marks in order of time, each with its span and the instant by which it must have ended."""
        score = self._score
        gates = [*sorted({gate.at_ms for gate in score.gates}), score.length_ms, score.length_ms + 1]
        barriers = sorted({*gates, *_count_ins(score)})
        placings: list[_Placing] = []
        index = 0
        for mark in score.marks:
            while index < len(score.spans) - 1 and score.spans[index].end_ms <= mark.at_ms:
                index += 1
            if mark.kind is not MarkKind.BEAT:
                span = score.spans[index]
                stops = gates if mark.kind is MarkKind.COUNT else barriers
                by_ms = stops[bisect_right(stops, mark.at_ms)]
                if mark.kind is not MarkKind.COUNT and span.kind in {SpanKind.LEAD_IN, SpanKind.SWITCH}:
                    by_ms = min(by_ms, span.end_ms)
                placings.append(_Placing(mark, span, by_ms))
        return placings

    def rank(self, placing: _Placing) -> int:
        """Return how early a phrase is placed: first what cannot be moved or missed, last what is said in passing."""
        kind = placing.mark.kind
        if kind is MarkKind.COUNT and placing.span.kind is not SpanKind.WORK:
            return -2
        if kind is MarkKind.BREATH and self.paced(placing.span):
            return -1
        return _RANKS[kind]

    def paced(self, span: Span) -> bool:
        """Tell whether the breath itself is the exercise here, so that each one is said."""
        breathing = self._score.item(span.bout).exercise.breathing
        return span.kind is SpanKind.WORK and breathing.paced_ms is not None

    def choices(self, mark: Mark) -> tuple[tuple[str, int], ...]:
        """Return the recorded texts that can be said for a mark, each with its length in ms, the best first."""
        key = (mark.kind, mark.ref)
        if key not in self._choices:
            texts = self._wordings.of(mark)
            self._choices[key] = tuple((t, ms) for t in texts if (ms := self._length_of(t)) is not None)
        return self._choices[key]


_RANKS: Mapping[MarkKind, int] = {kind: rank for rank, kind in enumerate(WINDOW_MS)}


class _Timeline:
    """Phrases that do not touch each other, in order of time."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._spoken: list[Spoken] = []

    def spoken(self) -> tuple[Spoken, ...]:
        """Return the phrases in order of time."""
        return tuple(self._spoken)

    def free_start(self, at_ms: int, length_ms: int, *, over_counts: bool) -> int:
        """Return the first instant from `at_ms` on at which a phrase has room; `over_counts` does not see counts."""
        start = at_ms
        for index in range(max(bisect_right(self._starts, at_ms) - 1, 0), len(self._spoken)):
            other = self._spoken[index]
            if over_counts and _gives_way(other):
                continue
            if start + length_ms + GAP_MS <= other.at_ms:
                break
            start = max(start, other.end_ms + GAP_MS)
        return start

    def put(self, spoken: Spoken) -> None:
        """Add a phrase; counts in its way are left out."""
        first = max(bisect_right(self._starts, spoken.at_ms) - 1, 0)
        while first < len(self._spoken) and self._spoken[first].end_ms + GAP_MS <= spoken.at_ms:
            first += 1
        last = bisect_left(self._starts, spoken.end_ms + GAP_MS, first)
        self._starts[first:last] = [spoken.at_ms]
        self._spoken[first:last] = [spoken]


def _place(placing: _Placing, choices: tuple[tuple[str, int], ...], timeline: _Timeline) -> bool:
    """Put a phrase where it has room, in as few words as needed; a cue may take the place of counts."""
    mark = placing.mark
    for text, length in choices:
        for over_counts in (False, True) if mark.kind is MarkKind.CUE else (False,):
            start = timeline.free_start(mark.at_ms, length, over_counts=over_counts)
            if _makes_sense(placing, start, start + length):
                timeline.put(Spoken(at_ms=start, end_ms=start + length, text=text, mark=mark))
                return True
    return False


def _makes_sense(placing: _Placing, start_ms: int, end_ms: int) -> bool:
    mark, span, by_ms = placing
    if start_ms > mark.at_ms + WINDOW_MS[mark.kind] or end_ms > by_ms:
        return False
    if span.kind is not SpanKind.WORK or mark.kind not in {MarkKind.CUE, MarkKind.BREATH}:
        return True
    return start_ms <= mark.at_ms + _AT_ONCE_MS or end_ms <= span.end_ms + OVERHANG_MS


def _gives_way(spoken: Spoken) -> bool:
    return spoken.mark.kind is MarkKind.COUNT


def _count_ins(score: Score) -> list[int]:
    """Return where each count-in begins: from there on only its counts are said."""
    ready = [mark.at_ms for mark in score.marks if mark.kind is MarkKind.BEAT and mark.ref == Beat.READY]
    spans = [span for span in score.spans if span.kind in {SpanKind.LEAD_IN, SpanKind.SWITCH}]
    starts = (bisect_left(ready, span.start_ms) for span in spans)
    return [
        ready[index]
        for index, span in zip(starts, spans, strict=True)
        if index < len(ready) and ready[index] < span.end_ms
    ]
