"""One repetition in time: which figure is shown when, for contact sheets and for records of the motion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypedDict

from kinetic_home.domain.exercise import RepPhase
from kinetic_home.domain.fault import Timing
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.emphasis import Moment
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.timing import BOUNCES_A_SECOND

# A still phase takes no more room on a sheet than this; its times stay true.
LONGEST_STILL_MS = 3_000


class RepSpan(Protocol):
    """A phase of a repetition, [start_ms, end_ms), as a score's work has it."""

    @property
    def start_ms(self) -> int: ...  # noqa: D102
    @property
    def end_ms(self) -> int: ...  # noqa: D102
    @property
    def rep_no(self) -> int: ...  # noqa: D102
    @property
    def phase(self) -> RepPhase: ...  # noqa: D102
    @property
    def pose_from(self) -> str: ...  # noqa: D102
    @property
    def pose_to(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class RepFrame:
    """One figure of a repetition, `time_ms` after the repetition began, and where the repetition stands then."""

    time_ms: int
    phase: RepPhase
    figure: Figure
    moment: Moment


class ContactRecord(TypedDict):
    """What bears on something, and where, in metres."""

    part: str
    on: str
    at_m: list[float]


class FrameRecord(TypedDict):
    """A frame as plain data."""

    time_ms: int
    phase: str
    joints_m: dict[str, list[float]]
    angles_deg: dict[str, float]
    contacts: list[ContactRecord]


def rep_frames(motion: Motion, spans: Sequence[RepSpan], count: int, side: Side) -> tuple[RepFrame, ...]:
    """Return figures of the first repetition, evenly spread, the first at its start and the last at its end.

    Long still phases get fewer figures than their time would give them. Raises ValueError for less than two figures.
    """
    if count < 2:
        raise ValueError("a repetition needs at least two figures, its start and its end")
    rep = [span for span in spans if span.rep_no == spans[0].rep_no]
    moving = sum(_length_ms(span) for span in rep if span.pose_from != span.pose_to)
    shown = [_shown_ms(span, moving) for span in rep]
    total = sum(shown)
    frames: list[RepFrame] = []
    for number in range(count):
        left = total * number / (count - 1)
        for span, length in zip(rep, shown, strict=True):
            if left <= length or span is rep[-1]:
                share = _caught(motion, span, min(left / length, 1.0), number)
                frames.append(_frame(motion, span, share, side, rep[0].start_ms))
                break
            left -= length
    return tuple(frames)


def frame_record(frame: RepFrame) -> FrameRecord:
    """Return a frame as plain data: metres and degrees, rounded to 0.1 mm and 0.01°."""
    figure = frame.figure
    return {
        "time_ms": frame.time_ms,
        "phase": frame.phase.value,
        "joints_m": {name: [round(x, 4) for x in point] for name, point in figure.joints.items()},
        "angles_deg": {name: round(angle, 2) for name, angle in figure.angles.items()},
        "contacts": [
            {"part": contact.part, "on": contact.on, "at_m": [round(x, 4) for x in contact.at]}
            for contact in figure.contacts
        ],
    }


def _shown_ms(span: RepSpan, moving_ms: int) -> int:
    """Return how much of a sheet a phase takes; one in which nothing moves takes no room from a quick movement."""
    length = _length_ms(span)
    if span.pose_from != span.pose_to or not moving_ms:
        return length
    return min(length, LONGEST_STILL_MS, moving_ms // 2)


def _caught(motion: Motion, span: RepSpan, share: float, number: int) -> float:
    """Return the share at which a phase is shown; a bounce is caught at one end of its swing and at the other."""
    if motion.timing is not Timing.BOUNCED or span.pose_from != span.pose_to:
        return share
    swings = max(1, round(BOUNCES_A_SECOND * _length_ms(span) / 1_000))
    return min((round(share * swings) + 0.5 * (number % 2)) / swings, 1.0)


def _length_ms(span: RepSpan) -> int:
    return span.end_ms - span.start_ms


def _frame(motion: Motion, span: RepSpan, share: float, side: Side, start_ms: int) -> RepFrame:
    length = _length_ms(span)
    figure = figure_at(
        motion,
        pose_from=span.pose_from,
        pose_to=span.pose_to,
        fraction=share,
        rep_no=span.rep_no,
        side=side,
        span_ms=length,
        phase=span.phase,
    )
    since_ms = round(share * length)
    return RepFrame(
        time_ms=span.start_ms - start_ms + since_ms,
        phase=span.phase,
        figure=figure,
        moment=Moment(span.phase, span.pose_from, span.pose_to, share, since_ms),
    )
