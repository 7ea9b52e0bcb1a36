"""The work of one bout as phases: from a dose and what the exercise does first, to spans from 0 ms."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import First, RepPhase
from kinetic_home.domain.tempo import Tempo

# Into a hold and out of it (catalogue source, 1.1).
HOLD_MOVE_MS = 2_000
# Off the floor and back into a soft landing (catalogue source, 1.7, the jumps).
JUMP_MS, LAND_MS = 300, 400
_MINUTE_MS = 60_000


class WorkPhase(NamedTuple):
    """One phase of the work, [start_ms, end_ms) counted from the start of the bout's work."""

    start_ms: int
    end_ms: int
    rep_no: int
    phase: RepPhase
    pose_from: str
    pose_to: str


# A repetition's phases as (phase, length in ms, from pose, to pose).
_Rep = tuple[tuple[RepPhase, int, str, str], ...]


def work_phases(first: First, dose: Dose) -> tuple[WorkPhase, ...]:
    """Return the phases of one bout, without gaps; phases of no length are left out.

    Raises ValueError where the dose does not say what this kind of exercise needs.
    """
    if first is First.HOLD:
        hold_ms = dose.hold_ms or dose.work_ms
        if hold_ms is None:
            raise ValueError("a hold needs its length")
        return tuple(_repeated(_hold(hold_ms), dose.reps or 1))
    if dose.bpm is not None and dose.tempo is None:
        return _at_bpm(dose, dose.bpm)
    if dose.tempo is None:
        raise ValueError("repetitions need a tempo or a beat")
    rep = _by_tempo(first, dose.tempo)
    if dose.reps is not None:
        return tuple(_repeated(rep, dose.reps))
    return _for_time(rep, dose.work_ms or 0)


def _by_tempo(first: First, tempo: Tempo) -> _Rep:
    if first is First.CONCENTRIC:
        phases = (
            (RepPhase.CONCENTRIC, tempo.concentric_ms, "A", "B"),
            (RepPhase.PAUSE, tempo.pause_high_ms, "B", "B"),
            (RepPhase.ECCENTRIC, tempo.eccentric_ms, "B", "A"),
            (RepPhase.PAUSE, tempo.pause_low_ms, "A", "A"),
        )
    elif first is First.JUMP:
        # The landing is held for the low pause; the lowering is the time to get ready again.
        phases = (
            (RepPhase.JUMP, JUMP_MS, "A", "B"),
            (RepPhase.LAND, LAND_MS, "B", "A"),
            (RepPhase.HOLD, tempo.pause_low_ms, "A", "A"),
            (RepPhase.PAUSE, tempo.eccentric_ms, "A", "A"),
        )
    else:
        out, back = (
            (RepPhase.MOVE, RepPhase.RETURN) if first is First.CYCLIC else (RepPhase.ECCENTRIC, RepPhase.CONCENTRIC)
        )
        phases = (
            (out, tempo.eccentric_ms, "A", "B"),
            (RepPhase.PAUSE, tempo.pause_low_ms, "B", "B"),
            (back, tempo.concentric_ms, "B", "A"),
            (RepPhase.PAUSE, tempo.pause_high_ms, "A", "A"),
        )
    return tuple(phase for phase in phases if phase[1] > 0)


def _hold(hold_ms: int) -> _Rep:
    return (
        (RepPhase.MOVE, HOLD_MOVE_MS, "A", "B"),
        (RepPhase.HOLD, hold_ms, "B", "B"),
        (RepPhase.RETURN, HOLD_MOVE_MS, "B", "A"),
    )


def _repeated(rep: _Rep, times: int) -> list[WorkPhase]:
    phases: list[WorkPhase] = []
    at = 0
    for rep_no in range(1, times + 1):
        for phase, length, pose_from, pose_to in rep:
            phases.append(WorkPhase(at, at + length, rep_no, phase, pose_from, pose_to))
            at += length
    return phases


def _for_time(rep: _Rep, work_ms: int) -> tuple[WorkPhase, ...]:
    """Fill the time with whole repetitions; what is left over is a pause in the starting pose."""
    times = work_ms // sum(length for _, length, _, _ in rep)
    return _padded(_repeated(rep, times), work_ms)


def _at_bpm(dose: Dose, bpm: int) -> tuple[WorkPhase, ...]:
    """Give each half of a cycle one beat; beat k lies at k * 60,000 / bpm, rounded, so no error adds up."""
    cycles = dose.reps if dose.reps is not None else (dose.work_ms or 0) * bpm // (2 * _MINUTE_MS)
    edges = [(beat * _MINUTE_MS + bpm // 2) // bpm for beat in range(2 * cycles + 1)]
    phases: list[WorkPhase] = []
    for cycle in range(cycles):
        start, middle, end = edges[2 * cycle : 2 * cycle + 3]
        phases.append(WorkPhase(start, middle, cycle + 1, RepPhase.MOVE, "A", "B"))
        phases.append(WorkPhase(middle, end, cycle + 1, RepPhase.RETURN, "B", "A"))
    return _padded(phases, dose.work_ms or 0)


def _padded(phases: list[WorkPhase], work_ms: int) -> tuple[WorkPhase, ...]:
    end, rep_no = (phases[-1].end_ms, phases[-1].rep_no) if phases else (0, 1)
    if end < work_ms:
        phases.append(WorkPhase(end, work_ms, rep_no, RepPhase.PAUSE, "A", "A"))
    return tuple(phases)
