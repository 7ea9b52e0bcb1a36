"""Every question of every exercise with the fault that its «no» is shown as, right and wrong sampled alike."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from tests.figure.shown import EXERCISES, SIDES

# A whole repetition: out, held, back and waiting, 120 places in all.
WAYS = (("A", "B"), ("B", "B"), ("B", "A"), ("A", "A"))
STEPS = 30
SPAN_MS = 3_000


class Pair(NamedTuple):
    """An exercise, one of its questions, and the fault that shows its «no»."""

    exercise: str
    check: str
    kind: FaultKind

    @property
    def right(self) -> Motion:
        return EXERCISES[self.exercise].motion

    @property
    def wrong(self) -> Motion:
        return wrong(self.right, self.kind)

    def __str__(self) -> str:
        return f"{self.exercise}-{self.check}-{self.kind.value}"


PAIRS = [
    Pair(name, str(check.id), exercise.wrong[check.id])
    for name, exercise in sorted(EXERCISES.items())
    for check in exercise.checks
    if check.id in exercise.wrong
]
# Each motion with each fault that it is shown with, once.
SHOWN = list({(pair.exercise, pair.kind): pair for pair in PAIRS}.values())
BOTH_SIDES = SIDES


@lru_cache(maxsize=8)
def repetition(motion: Motion, side: Side) -> tuple[Figure, ...]:
    """Return the figures of a whole repetition, evenly spread over each of its stretches."""
    return tuple(
        figure_at(
            motion,
            pose_from=first,
            pose_to=last,
            fraction=step / (STEPS - 1),
            rep_no=1,
            side=side,
            span_ms=SPAN_MS,
        )
        for first, last in WAYS
        for step in range(STEPS)
    )
