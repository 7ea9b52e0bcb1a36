"""The player: a pure state machine over a score. Time is an argument; what happened is returned.

The position is derived from one anchor, never counted, so any pattern of heartbeats gives the same marks and facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kinetic_home.domain import events as ev
from kinetic_home.domain.scales import Nprs, PainMoment, SkipReason
from kinetic_home.score import amend, lookup
from kinetic_home.score.score import Gate, Mark, Score, Section, SpanKind

# Two heartbeats further apart than this mean that the machine slept.
CLOCK_GAP_MS = 2_000
# «Back» within this time of a set's start means the set before it.
_BACK_TO_PREVIOUS_MS = 3_000


class Status(StrEnum):
    """What the player is doing. Ready: in place, waiting for the sound to begin."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    AT_GATE = "at_gate"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The position `at_ms` of the score is heard when the monotonic clock shows `clock_ms`."""

    at_ms: int
    clock_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerState:
    """Where the player is. Everything before `at_ms` has happened; `gate` counts the gates behind it.

    `seen_ms` is the clock at the last heartbeat while running.
    """

    score: Score
    at_ms: int = 0
    status: Status = Status.READY
    gate: int = 0
    anchor: Anchor | None = None
    seen_ms: int = 0

    @property
    def open_gate(self) -> Gate | None:
        """Return the gate that waits for an answer now."""
        return self.score.gates[self.gate] if self.status is Status.AT_GATE else None

    @property
    def over(self) -> bool:
        """Tell whether the session has ended."""
        return self.status in {Status.FINISHED, Status.STOPPED}


Output = ev.Event | Mark
Step = tuple[PlayerState, tuple[Output, ...]]


def begin_at(score: Score, bout: ev.Bout | None = None) -> PlayerState:
    """Return a player in place at the lead-in of a bout, or at the very start."""
    section = lookup.section_of(score, bout) if bout is not None else None
    if section is None:
        return PlayerState(score=score)
    return PlayerState(score=score, at_ms=section.start_ms, gate=lookup.gates_before_item(score, section.bout.item))


def begin_at_gate(score: Score, gate: int) -> PlayerState:
    """Return a player at a gate that waits for its answer, or in place at the end where no gate is left."""
    if gate >= len(score.gates):
        return PlayerState(score=score, at_ms=score.length_ms, gate=gate)
    return PlayerState(score=score, at_ms=score.gates[gate].at_ms, gate=gate, status=Status.AT_GATE)


def advance(state: PlayerState, now_ms: int) -> Step:
    """Move to where the clock says, at most to the next gate, and return what happened on the way."""
    if state.status is not Status.RUNNING or state.anchor is None:
        return state, ()
    if now_ms - state.seen_ms > CLOCK_GAP_MS:
        slept = replace(state, status=Status.PAUSED, anchor=None)
        return slept, (ev.SessionPaused(reason="clock_gap"),)
    stop = lookup.stretch_end(state.score, state.gate)
    due = state.anchor.at_ms + max(now_ms - state.anchor.clock_ms, 0)
    to_ms = max(min(due, stop), state.at_ms)
    happened = tuple(_between(state.score, state.at_ms, to_ms))
    moved = replace(state, at_ms=to_ms, seen_ms=now_ms)
    if to_ms < stop:
        return moved, happened
    settled, ending = _settled(moved)
    return settled, happened + ending


def resume(state: PlayerState, now_ms: int, heard_in_ms: int = 0) -> Step:
    """Let the axis move from here; what is heard begins `heard_in_ms` from now."""
    if state.status not in {Status.READY, Status.PAUSED}:
        return state, ()
    anchor = Anchor(at_ms=state.at_ms, clock_ms=now_ms + heard_in_ms)
    facts = (ev.SessionResumed(),) if state.status is Status.PAUSED else ()
    return replace(state, status=Status.RUNNING, anchor=anchor, seen_ms=now_ms), facts


def pause(state: PlayerState, now_ms: int, reason: ev.PauseReason = "person") -> Step:
    """Stand still where the clock says; a closed gate stays closed."""
    moved, happened = advance(state, now_ms)
    if moved.status not in {Status.RUNNING, Status.READY}:
        return moved, happened
    return replace(moved, status=Status.PAUSED, anchor=None), (*happened, ev.SessionPaused(reason=reason))


def answer(state: PlayerState, gate_id: str) -> Step:
    """Open the gate that waits; the answer itself is the caller's fact. Any other gate stays as it is."""
    gate = state.open_gate
    if gate is None or gate.id != gate_id:
        return state, ()
    return _settled(replace(state, gate=state.gate + 1, status=Status.READY))


def skip_rest(state: PlayerState, now_ms: int) -> Step:
    """End the current rest, or cut a lead-in down to its count-in."""
    state, happened = advance(state, now_ms)
    cut_ms = amend.longest_cut_ms(state.score, state.at_ms)
    if state.over or state.open_gate or cut_ms == 0:
        return state, happened
    return _changed_rest(state, -cut_ms, happened)


def change_rest(state: PlayerState, delta_ms: int, now_ms: int) -> Step:
    """Make the current rest, lead-in or side change longer or shorter; during work nothing changes."""
    state, happened = advance(state, now_ms)
    if state.over or state.open_gate or lookup.span_at(state.score, state.at_ms).kind is SpanKind.WORK:
        return state, happened
    allowed_ms = max(delta_ms, -amend.longest_cut_ms(state.score, state.at_ms))
    return _changed_rest(state, allowed_ms, happened) if allowed_ms else (state, happened)


def skip_set(state: PlayerState, reason: SkipReason, now_ms: int) -> Step:
    """Leave the current set, both sides of it; its questions are still asked."""
    state, happened = advance(state, now_ms)
    if state.over or state.open_gate or settling(state):
        return state, happened
    here = lookup.section_at(state.score, state.at_ms).bout
    of_set = [s for s in state.score.sections if (s.bout.item, s.bout.set_no) == (here.item, here.set_no)]
    left = [section for section in of_set if section.end_ms > state.at_ms]
    if not left:
        return state, happened
    facts = tuple(_left_out(state, left, reason))
    return _in_place(replace(state, at_ms=left[-1].end_ms)), happened + facts


def skip_exercise(state: PlayerState, reason: SkipReason, now_ms: int) -> Step:
    """Leave the rest of the current exercise and its questions; their answers are missing."""
    state, happened = advance(state, now_ms)
    if state.over:
        return state, happened
    item = item_now(state)
    left = [s for s in state.score.sections if s.bout.item == item and s.end_ms > state.at_ms]
    gates = lookup.gates_before_item(state.score, item + 1)
    passed = (ev.QuestionPassed(gate_id=gate.id) for gate in state.score.gates[state.gate : gates])
    facts = (*_left_out(state, left, reason), *passed)
    moved = replace(state, at_ms=state.score.gates[gates - 1].at_ms, gate=gates, status=_still(state))
    settled, ending = _settled(replace(moved, anchor=None))
    return settled, happened + facts + ending


def too_much_pain(state: PlayerState, pain: Nprs, now_ms: int) -> Step:
    """Note a pain that stops the exercise and leave the exercise. Source: traffic-light model [V1]."""
    state, happened = advance(state, now_ms)
    if state.over:
        return state, happened
    item = item_now(state)
    exercise = state.score.script.items[item].exercise.id
    said = ev.PainReported(moment=PainMoment.STOPPED, pain=pain, item=item, exercise=exercise)
    moved, facts = skip_exercise(state, SkipReason.PAIN, now_ms)
    return moved, (*happened, said, *facts)


def back(state: PlayerState, now_ms: int) -> Step:
    """Go back to the start of the current set, or of the one before it where this one has hardly begun."""
    state, happened = advance(state, now_ms)
    if state.over:
        return state, happened
    begun = [s for s in state.score.sections if s.work_ms + _BACK_TO_PREVIOUS_MS <= state.at_ms]
    target = begun[-1] if begun else state.score.sections[0]
    worked = lookup.worked_section(state.score, state.at_ms)
    ended = (_ended_early(state, worked, None),) if worked is not None else ()
    moved = begin_at(state.score, target.bout)
    return replace(moved, status=_still(state)), (*happened, *ended, ev.WentBack(to=target.bout))


def stop(state: PlayerState, reason: SkipReason, now_ms: int) -> Step:
    """End the session here for a reason."""
    state, happened = advance(state, now_ms)
    if state.over:
        return state, happened
    worked = lookup.worked_section(state.score, state.at_ms)
    ended = (_ended_early(state, worked, reason),) if worked is not None else ()
    over = replace(state, status=Status.STOPPED, anchor=None)
    return over, (*happened, *ended, ev.SessionEnded(finished=False, reason=reason))


def item_now(state: PlayerState) -> int:
    """Return the exercise that is asked about, settled from, worked or led into: its place in the script, from 0."""
    gate = state.open_gate
    if gate is not None:
        return gate.item
    if settling(state):
        return lookup.span_at(state.score, state.at_ms).bout.item
    return lookup.section_at(state.score, state.at_ms).bout.item


def settling(state: PlayerState) -> bool:
    """Tell whether the work of an exercise is over but its questions have not been reached."""
    if state.gate >= len(state.score.gates):
        return False
    span, gate = lookup.span_at(state.score, state.at_ms), state.score.gates[state.gate]
    return span.kind is SpanKind.REST and span.end_ms == gate.at_ms and span.bout.item == gate.item


def _between(score: Score, from_ms: int, to_ms: int) -> Iterator[Output]:
    """Yield the marks in [from, to) with the starts of work there and its ends in (from, to], in order of time."""
    timed: list[tuple[int, int, Output]] = [(m.at_ms, 2, m) for m in lookup.marks_between(score, from_ms, to_ms)]
    for section in score.sections:
        if from_ms <= section.work_ms < to_ms:
            timed.append((section.work_ms, 1, ev.BoutStarted(bout=section.bout)))
        if from_ms < section.end_ms <= to_ms:
            timed.append((section.end_ms, 0, _ended_whole(score, section)))
    timed.sort(key=lambda entry: entry[:2])
    for _, _, output in timed:
        yield output


def _settled(state: PlayerState) -> Step:
    """Come to rest at a gate or at the end where the position has reached it."""
    if state.at_ms < lookup.stretch_end(state.score, state.gate):
        return state, ()
    if state.gate < len(state.score.gates):
        return replace(state, status=Status.AT_GATE, anchor=None), ()
    return replace(state, status=Status.FINISHED, anchor=None), (ev.SessionEnded(finished=True),)


def _changed_rest(state: PlayerState, delta_ms: int, happened: tuple[Output, ...]) -> Step:
    if delta_ms > 0:
        score = amend.with_time_put_in(state.score, state.at_ms, delta_ms)
    else:
        score = amend.with_time_taken_out(state.score, state.at_ms, -delta_ms)
    moved, ending = _settled(_in_place(replace(state, score=score)))
    return moved, (*happened, ev.RestChanged(delta_ms=delta_ms), *ending)


def _in_place(state: PlayerState) -> PlayerState:
    return replace(state, status=_still(state), anchor=None)


def _still(state: PlayerState) -> Status:
    """A paused player stays paused when it is moved; any other waits for its sound."""
    return Status.PAUSED if state.status is Status.PAUSED else Status.READY


def _left_out(state: PlayerState, sections: list[Section], reason: SkipReason) -> Iterator[ev.Event]:
    for section in sections:
        if section.work_ms < state.at_ms < section.end_ms:
            yield _ended_early(state, section, reason)
        else:
            yield ev.BoutSkipped(bout=section.bout, reason=reason)


def _ended_whole(score: Score, section: Section) -> ev.BoutEnded:
    return ev.BoutEnded(
        bout=section.bout,
        reps_done=score.item(section.bout).dose.reps,
        work_ms=section.end_ms - section.work_ms,
        complete=True,
        modified=str(score.item(section.bout).knobs),
    )


def _ended_early(state: PlayerState, section: Section, reason: SkipReason | None) -> ev.BoutEnded:
    return ev.BoutEnded(
        bout=section.bout,
        reps_done=lookup.reps_finished(state.score, section, state.at_ms),
        work_ms=state.at_ms - section.work_ms,
        complete=False,
        reason=reason,
        modified=str(state.score.item(section.bout).knobs),
    )
