"""The figure of a motion at any instant: what the score asks at every frame."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.exercise import RepPhase
from kinetic_home.domain.motion import Carrier, Flow, Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.assembly import assembled
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.staging import staged
from kinetic_home.figure.timing import jolt_left, timed

# One calm repetition for lead-ins, rests and cards: out, hold, back, and a pause before the next.
DEMO_OUT_MS, DEMO_HOLD_MS, DEMO_BACK_MS, DEMO_PAUSE_MS = 2_000, 1_000, 2_000, 1_000
DEMO_REP_MS = DEMO_OUT_MS + DEMO_HOLD_MS + DEMO_BACK_MS + DEMO_PAUSE_MS
# A motion that goes round without a stop is shown without one.
DEMO_STEP_MS = 700
_DEMO_TURN_MS = 2_000


def figure_at(
    motion: Motion,
    *,
    pose_from: str,
    pose_to: str,
    fraction: float,
    rep_no: int,
    side: Side,
    span_ms: int | None = None,
    phase: RepPhase | None = None,
) -> Figure:
    """Return the figure at a fraction (0 to 1) of the way from one pose to another.

    With the same pose twice the figure is still, but for its breath where the motion shows one; `span_ms`, the
    length of the whole stretch, paces that breath. A motion with a wrong timing takes the same time, but is elsewhere
    in it, and `phase` tells it what the stretch is. `rep_no` counts from 1; 0 is pose A before the first. Raises
    ValueError for other poses than A and B.
    """
    stage = staged(motion)
    share = min(max(fraction, 0.0), 1.0)
    moment = timed(motion, pose_from, pose_to, share, span_ms, phase)
    place, turns = moment.place, max(rep_no - 1, 0)
    if place >= 1.0:
        place, turns = 0.0, turns + 1
    elif pose_from == pose_to == "A" and rep_no > 0 and not place:
        # Held in A, a repetition is over; before the first one that pose is asked for with 0.
        turns += 1
    figure = assembled(
        stage,
        place,
        still=moment.still,
        turns=turns,
        mirrored=(side is Side.LEFT) != (motion.alternate and rep_no > 0 and rep_no % 2 == 0),
        belly=_breath(motion, share, span_ms) if pose_from == pose_to else 0.0,
    )
    jolt = jolt_left(motion, pose_from, pose_to, share, span_ms, phase)
    if moment.shows and jolt == 1.0:
        return figure
    return replace(figure, fault=figure.fault if moment.shows else 0.0, jolt=jolt)


def demo_at(motion: Motion, t_ms: int, side: Side) -> Figure:
    """Return the figure of a calm loop of the motion, `t_ms` after it began.

    Two seconds out, one held, two back and one of pause; a motion that goes round does so without a stop.
    """
    if motion.flow is Flow.CYCLE:
        half = DEMO_STEP_MS if motion.carrier is Carrier.WALK else _DEMO_TURN_MS
        rep, within = divmod(t_ms, 2 * half)
        way, inside = divmod(within, half)
        pose_from, pose_to = ("A", "B") if way == 0 else ("B", "A")
        return _demo(motion, pose_from, pose_to, inside / half, rep, side, half)
    rep, within = divmod(t_ms, DEMO_REP_MS)
    for pose_from, pose_to, length_ms in (
        ("A", "B", DEMO_OUT_MS),
        ("B", "B", DEMO_HOLD_MS),
        ("B", "A", DEMO_BACK_MS),
    ):
        if within < length_ms:
            return _demo(motion, pose_from, pose_to, within / length_ms, rep, side, length_ms)
        within -= length_ms
    return _demo(motion, "A", "A", within / DEMO_PAUSE_MS, rep, side, DEMO_PAUSE_MS)


def _demo(motion: Motion, pose_from: str, pose_to: str, fraction: float, rep: int, side: Side, span_ms: int) -> Figure:
    return figure_at(
        motion,
        pose_from=pose_from,
        pose_to=pose_to,
        fraction=fraction,
        rep_no=rep + 1,
        side=side,
        span_ms=span_ms,
    )


def _breath(motion: Motion, share: float, span_ms: int | None) -> float:
    """Return how far a breath has raised the belly; whole breaths fill the stretch, so that loops join."""
    breath = motion.breath
    if breath is None:
        return 0.0
    period = breath.in_ms + breath.out_ms
    count = 1.0 if span_ms is None else max(1.0, span_ms / period)
    within = (share * count) % 1.0
    inward = breath.in_ms / period
    raised = within / inward if within < inward else (1.0 - within) / (1.0 - inward)
    return breath.belly * raised * raised * (3.0 - 2.0 * raised)
