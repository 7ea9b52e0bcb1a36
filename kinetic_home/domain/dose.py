"""How much of an exercise is done: sets, repetitions, holds, time, tempo, rest and load."""

from __future__ import annotations

from dataclasses import dataclass

from kinetic_home.domain.tempo import Tempo

MOST_SETS = 10
MOST_REPS = 100
LONGEST_HOLD_MS = 300_000
LONGEST_WORK_MS = 3_600_000
LONGEST_REST_MS = 600_000
SLOWEST_BPM, FASTEST_BPM = 20, 240
HEAVIEST_KG = 200.0
# Two seconds into a hold and two out of it (catalogue source, 1.1).
INTO_AND_OUT_OF_HOLD_MS = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """One exercise's amount of work; per side where the exercise is done one side at a time.

    The work of a set is either `reps` repetitions (each by `tempo`, at `bpm`, or held for `hold_ms`) or
    `work_ms` of continuous work. Raises ValueError where the parts do not fit together or leave their limits.
    """

    sets: int
    reps: int | None = None
    hold_ms: int | None = None
    work_ms: int | None = None
    tempo: Tempo | None = None
    bpm: int | None = None
    rest_ms: int
    load_kg: float | None = None

    def __post_init__(self) -> None:
        _within("sets", self.sets, 1, MOST_SETS)
        _within("reps", self.reps, 1, MOST_REPS)
        _within("hold", self.hold_ms, 1_000, LONGEST_HOLD_MS, " ms")
        _within("work", self.work_ms, 1_000, LONGEST_WORK_MS, " ms")
        _within("bpm", self.bpm, SLOWEST_BPM, FASTEST_BPM)
        _within("rest", self.rest_ms, 0, LONGEST_REST_MS, " ms")
        _within("load", self.load_kg, 0, HEAVIEST_KG, " kg")
        if (self.reps is None) == (self.work_ms is None):
            raise ValueError("a dose has either repetitions or a work time, not both and not neither")
        if self.work_ms is not None and self.hold_ms is not None:
            raise ValueError("a dose with a work time has no hold")

    @property
    def set_ms(self) -> int:
        """Return how long the work of one set of one side lasts, in ms."""
        if self.work_ms is not None:
            return self.work_ms
        reps = self.reps or 1
        if self.hold_ms is not None:
            return reps * (self.hold_ms + INTO_AND_OUT_OF_HOLD_MS)
        if self.tempo is not None:
            return reps * self.tempo.rep_ms
        return reps * 2 * 60_000 // (self.bpm or 60)


def _within(name: str, value: float | None, low: float, high: float, unit: str = "") -> None:
    # «not (low <= value <= high)» also refuses NaN, which compares false with everything.
    if value is not None and not low <= value <= high:
        raise ValueError(f"{name} must lie between {low:.7g} and {high:.7g}{unit}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRange:
    """The lowest and highest value that each part of a dose may take; None where it is not set."""

    sets: tuple[int, int]
    reps: tuple[int, int] | None = None
    hold_ms: tuple[int, int] | None = None
    work_ms: tuple[int, int] | None = None
    load_kg: tuple[float, float] | None = None

    def outside(self, dose: Dose) -> tuple[str, ...]:
        """Return the names of the dose's parts that lie outside this range."""
        pairs = (
            ("sets", dose.sets, self.sets),
            ("reps", dose.reps, self.reps),
            ("hold", dose.hold_ms, self.hold_ms),
            ("work", dose.work_ms, self.work_ms),
            ("load", dose.load_kg, self.load_kg),
        )
        return tuple(
            name
            for name, value, limits in pairs
            if value is not None and limits is not None and not limits[0] <= value <= limits[1]
        )
