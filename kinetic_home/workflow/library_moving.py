"""How an exercise moves on its page: one repetition at a chosen share of its own tempo, and its key poses."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from kinetic_home.domain.exercise import Exercise, First, Position, RepPhase
from kinetic_home.domain.fault import FaultKind, OverlayKind
from kinetic_home.domain.motion import Motion, Pose
from kinetic_home.domain.side import Side
from kinetic_home.figure import emphasis
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import EASE_MS, Emphasis
from kinetic_home.figure.faults import ImpossibleFaultError, wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.signs import opening_view
from kinetic_home.score.work import WorkPhase, work_phases

SLOWEST_PERCENT, FASTEST_PERCENT, OWN_PERCENT = 50, 150, 100
# A longer hold shows nothing more.
LONGEST_HOLD_SHOWN_MS = 3_000
_BREATHS_SHOWN = 2
# Less bend than this in trunk and legs together is standing.
_UPRIGHT_DEG = 20.0
# How far into its hold the far pose is looked at: by then a wrong version has given way, if it does.
_HELD = 0.6
_TEMPO_WORDS = {
    RepPhase.ECCENTRIC: "down",
    RepPhase.CONCENTRIC: "up",
    RepPhase.PAUSE: "hold",
    RepPhase.HOLD: "hold",
    RepPhase.MOVE: "out",
    RepPhase.RETURN: "back",
    RepPhase.JUMP: "jump",
    RepPhase.LAND: "land",
}


class Moment(NamedTuple):
    """A place in a repetition: how far on the way from one pose to the other, and in which phase."""

    pose_from: str
    pose_to: str
    fraction: float
    phase: RepPhase
    span_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPose:
    """A pose to look at in peace, with its name."""

    words: str
    moment: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """One repetition as it is shown again and again; lengths in ms, long holds shortened."""

    phases: tuple[WorkPhase, ...]
    lengths_ms: tuple[int, ...]

    @property
    def length_ms(self) -> int:
        """Return the length of one repetition, in ms."""
        return sum(self.lengths_ms)

    def same_place(self, other: Repetition, t_ms: int) -> int:
        """Return when this one, at another tempo, is where `other` is `t_ms` after it began."""
        before, index, into_ms = other._phase_at(t_ms)
        here = self.lengths_ms[index]
        gone = min(round(into_ms / other.lengths_ms[index] * here), here - 1)
        return before * self.length_ms + sum(self.lengths_ms[:index]) + gone

    def at(self, t_ms: int) -> tuple[int, Moment]:
        """Return the number of the repetition, from 1, and the place in it, `t_ms` after the first began."""
        before, index, into_ms = self._phase_at(t_ms)
        phase, length = self.phases[index], self.lengths_ms[index]
        return before + 1, Moment(phase.pose_from, phase.pose_to, into_ms / length, phase.phase, length)

    def _phase_at(self, t_ms: int) -> tuple[int, int, int]:
        """Return how many repetitions came before, the index of the phase, and how far into it that is, in ms."""
        before, within = divmod(t_ms, self.length_ms)
        ends = tuple(accumulate(self.lengths_ms))
        index = bisect_right(ends, within)
        return before, index, within - ends[index] + self.lengths_ms[index]


def repetition(exercise: Exercise, percent: int = OWN_PERCENT) -> Repetition:
    """Return a repetition at so many percent of the exercise's own tempo; more is faster."""
    phases = one_repetition(exercise)
    lengths = (_shown_ms(exercise, phase, percent) for phase in phases)
    return Repetition(phases=phases, lengths_ms=tuple(lengths))


def one_repetition(exercise: Exercise) -> tuple[WorkPhase, ...]:
    """Return the phases of the first repetition at the exercise's own dose."""
    return tuple(phase for phase in work_phases(exercise.first, exercise.dose) if phase.rep_no == 1)


def figure_in(motion: Motion, moment: Moment, *, side: Side, rep_no: int = 1) -> Figure:
    """Return the figure of a motion, right or wrong, at a place in a repetition."""
    return figure_at(
        motion,
        pose_from=moment.pose_from,
        pose_to=moment.pose_to,
        fraction=moment.fraction,
        rep_no=rep_no,
        side=side,
        span_ms=moment.span_ms,
        phase=moment.phase,
    )


def emphasis_in(exercise: Exercise, moment: Moment, *, overlay: OverlayKind | None = None) -> Emphasis:
    """Return the muscles that work at a place in a repetition, and the line to look at where there is one."""
    since = round(moment.fraction * moment.span_ms)
    at = emphasis.Moment(moment.phase, moment.pose_from, moment.pose_to, moment.fraction, max(since, EASE_MS))
    found = emphasis.emphasis_of(exercise, at)
    return emphasis.with_overlay(found, overlay, exercise.motion, working_side(exercise))


def wrong_motion(exercise: Exercise, kind: FaultKind | None) -> Motion | None:
    """Return how a fault looks in an exercise, or None where nothing of it can be seen there."""
    if kind is None:
        return None
    try:
        return wrong(exercise.motion, kind)
    except ImpossibleFaultError:
        return None


def view_for(exercise: Exercise, kind: FaultKind | None) -> View:
    """Return from where an exercise is seen best, or a fault in it."""
    own, motion = View.named(exercise.view), wrong_motion(exercise, kind)
    return own if motion is None else opening_view(motion, working_side(exercise), own)


def key_poses(exercise: Exercise) -> tuple[KeyPose, ...]:
    """Return the poses that say what the movement is: where it starts, half way, where it ends, and half way back.

    The way back is left out where it is the way out.
    """
    length = 1_000
    out = _phase_of(exercise, "A", "B")
    back = _phase_of(exercise, "B", "A")
    poses = [
        KeyPose(words="start", moment=Moment("A", "A", 0.0, out, length)),
        KeyPose(words="half way", moment=Moment("A", "B", 0.5, out, length)),
        KeyPose(words="end", moment=Moment("B", "B", _HELD, out, length)),
    ]
    if exercise.motion.back:
        poses.append(KeyPose(words="half way back", moment=Moment("B", "A", 0.5, back, length)))
    return tuple(poses)


def telling_pose(exercise: Exercise, kind: FaultKind | None) -> KeyPose:
    """Return the key pose in which most of a fault shows; without one the first."""
    poses, bad, side = key_poses(exercise), wrong_motion(exercise, kind), working_side(exercise)
    return poses[0] if bad is None else max(poses, key=lambda pose: figure_in(bad, pose.moment, side=side).fault)


def showing(exercise: Exercise) -> Moment:
    """Return the place in a repetition that shows best what the exercise is.

    That is its far pose, unless the person only stands there: then it is on the way.
    """
    start, end = exercise.motion.start, exercise.motion.end
    length = 1_000
    if exercise.position is Position.STANDING and _bend_deg(end) < _UPRIGHT_DEG and _bend_deg(start) > _bend_deg(end):
        return Moment("A", "B", 0.4, _phase_of(exercise, "A", "B"), length)
    return Moment("B", "B", 0.0, _phase_of(exercise, "A", "B"), length)


def _bend_deg(pose: Pose) -> float:
    legs = (pose.work, pose.other)
    return abs(pose.trunk_deg) + sum(abs(leg.hip_deg) + abs(leg.knee_deg) + abs(leg.ankle_deg) for leg in legs)


def tempo_in_words(exercise: Exercise, percent: int = OWN_PERCENT) -> str:
    """Return the tempo as «3 s down · 1 s hold · 2 s up», or its beat as «90 beats a minute»."""
    dose = exercise.dose
    if dose.bpm is not None and dose.tempo is None:
        return f"{round(dose.bpm * percent / 100)} beats a minute"
    phases = one_repetition(exercise)
    return " · ".join(f"{_seconds(_true_ms(exercise, phase, percent))} {_word(exercise, phase)}" for phase in phases)


def working_side(exercise: Exercise) -> Side:
    """Return the side with which an exercise is shown."""
    return Side.RIGHT if exercise.per_side else Side.BOTH


def _word(exercise: Exercise, phase: WorkPhase) -> str:
    # Between jumps the person gets ready for the next one.
    ready = exercise.first is First.JUMP and phase.phase is RepPhase.PAUSE
    return "get ready" if ready else _TEMPO_WORDS[phase.phase]


def _true_ms(exercise: Exercise, phase: WorkPhase, percent: int) -> int:
    length = phase.end_ms - phase.start_ms
    # How long a hold is held is a dose and no tempo.
    return length if exercise.first is First.HOLD and phase.phase is RepPhase.HOLD else round(length * 100 / percent)


def _shown_ms(exercise: Exercise, phase: WorkPhase, percent: int) -> int:
    length = _true_ms(exercise, phase, percent)
    if phase.pose_from != phase.pose_to:
        return max(1, length)
    breath = exercise.motion.breath
    # Where the body lies still and breathes, whole breaths are what there is to see.
    longest = LONGEST_HOLD_SHOWN_MS if breath is None else _BREATHS_SHOWN * (breath.in_ms + breath.out_ms)
    return max(1, min(length, longest))


def _phase_of(exercise: Exercise, pose_from: str, pose_to: str) -> RepPhase:
    phases = one_repetition(exercise)
    return next(
        (phase.phase for phase in phases if (phase.pose_from, phase.pose_to) == (pose_from, pose_to)), phases[0].phase
    )


def _seconds(ms: int) -> str:
    return f"{round(ms / 1000, 1):g} s"
