"""What the player shows at a moment, read from the score at the player's position."""

from __future__ import annotations

from kinetic_home.domain.exercise import Breath, Cue, CueMoment, First
from kinetic_home.domain.script import ScriptItem
from kinetic_home.domain.wording import PHASE_WORDS, dose_in_words
from kinetic_home.score import lookup, player
from kinetic_home.score.player import PlayerState, Status
from kinetic_home.score.score import GateKind, MarkKind, Score, Section, Span, SpanKind
from kinetic_home.workflow.views import NextUp, PlayerView, Question, QuestionKind, Stage

# A hold this short is counted within its repetition; a longer one shows its seconds as the large number.
_SHORT_HOLD_MS = 10_000
_IN_WORK = set(CueMoment) - {CueMoment.PREPARE, CueMoment.AFTER}
_STAGE_OF_SPAN = {
    SpanKind.LEAD_IN: Stage.LEAD_IN,
    SpanKind.WORK: Stage.WORK,
    SpanKind.SWITCH: Stage.SWITCH,
    SpanKind.REST: Stage.REST,
}


def player_view(state: PlayerState) -> PlayerView:
    """Return everything that the player page shows now."""
    score, at_ms = state.score, state.at_ms
    # At a question the span before it has ended and the next one has not begun.
    span = lookup.span_at(score, at_ms if state.open_gate is None else at_ms - 1)
    section = section_shown(state)
    item = score.item(section.bout)
    numeral, unit = _numeral(score, span, section, at_ms)
    return PlayerView(
        stage=_stage(state, span),
        at_ms=at_ms,
        length_ms=score.length_ms,
        exercise=item.exercise,
        side=section.bout.side,
        set_no=section.bout.set_no,
        sets=item.dose.sets,
        rep_no=span.rep_no,
        reps=item.dose.reps,
        phase=span.phase,
        phase_word=_phase_word(item, span),
        numeral=numeral,
        numeral_unit=unit,
        seconds_left=_seconds(span.end_ms - at_ms),
        fraction=lookup.fraction_at(span, at_ms),
        last_rep=item.dose.reps not in {None, 1} and span.rep_no == item.dose.reps,
        cue=_cue(score, section, at_ms),
        breath=_breath(score, section, span, at_ms),
        note=_note(item),
        next_up=_next_up(score, section),
        sections=_exercise_starts(score),
    )


def question_view(state: PlayerState) -> Question | None:
    """Return the question that the open gate asks, or None where none is open."""
    gate = state.open_gate
    if gate is None:
        return None
    item = state.score.script.items[gate.item]
    here = [other for other in state.score.gates if other.item == gate.item]
    return Question(
        gate_id=gate.id,
        kind=QuestionKind.PAIN if gate.kind is GateKind.PAIN else QuestionKind.CHECKPOINT,
        exercise=item.exercise,
        check=next((check for check in item.checks if check.id == gate.ref), None),
        per_side=item.exercise.per_side,
        number=here.index(gate) + 1,
        count=len(here),
    )


def _note(item: ScriptItem) -> str:
    """Return how the exercise is changed for this person, and the plan's word on it."""
    fitted = [f"{words}." for words in item.fitted]
    return " ".join([*fitted, item.note] if item.note else fitted)


def _phase_word(item: ScriptItem, span: Span) -> str:
    """Return what the body does now in a word; at a beat two words in turn would come and go too fast to read."""
    if span.phase is None:
        return ""
    return "on the beat" if item.dose.bpm is not None and item.dose.tempo is None else PHASE_WORDS[span.phase]


def _stage(state: PlayerState, span: Span) -> Stage:
    if state.over:
        return Stage.OVER
    if state.status is Status.AT_GATE:
        return Stage.QUESTION
    if state.status is Status.PAUSED:
        return Stage.PAUSED
    if state.status is Status.READY and state.at_ms == 0:
        return Stage.READY
    return _STAGE_OF_SPAN[span.kind]


def section_shown(state: PlayerState) -> Section:
    """Return the bout that matters now: in a rest the coming one, at a question and before it the one just done."""
    section = lookup.section_at(state.score, state.at_ms)
    item = player.item_now(state)
    return section if section.bout.item == item else lookup.last_section_of(state.score, item)


def _numeral(score: Score, span: Span, section: Section, at_ms: int) -> tuple[str, str]:
    if span.kind is not SpanKind.WORK or span.phase is None:
        return _countdown(span.end_ms - at_ms)
    dose = score.item(section.bout).dose
    if dose.reps is not None and dose.reps > 1 and span.length_ms <= _SHORT_HOLD_MS:
        return str(span.rep_no), f"of {dose.reps}"
    by_time = dose.work_ms is not None and score.item(section.bout).exercise.first is not First.HOLD
    return _countdown((section.end_ms if by_time else span.end_ms) - at_ms)


def _countdown(ms: int) -> tuple[str, str]:
    """Return the seconds left and their unit: "1", "second"."""
    left = _seconds(ms)
    return str(left), "second" if left == 1 else "seconds"


def _seconds(ms: int) -> int:
    """Return whole seconds left, as a countdown is spoken: 3, 2, 1 and then nothing is left."""
    return max(0, -(-ms // 1000))


def _cue(score: Score, section: Section, at_ms: int) -> Cue | None:
    """Return the last cue given for this bout, or before the first one what to prepare; None where there is none."""
    cues = score.item(section.bout).exercise.cues
    # Where no cue belongs to the work, none needs to be looked for in all of its beats.
    until_ms = at_ms if any(cue.moment in _IN_WORK for cue in cues) else min(at_ms, section.work_ms)
    given = lookup.latest_mark(score, MarkKind.CUE, section.start_ms, until_ms)
    if given is not None:
        return cues[int(given.ref.rsplit("/", 1)[1])]
    return next((cue for cue in cues if cue.moment is CueMoment.PREPARE), cues[0] if cues else None)


def _breath(score: Score, section: Section, span: Span, at_ms: int) -> Breath | None:
    breathing = score.item(section.bout).exercise.breathing
    shown = breathing.by_phase or breathing.paced_ms
    if not shown or span.kind is not SpanKind.WORK or section.bout != span.bout:
        return None
    given = lookup.latest_mark(score, MarkKind.BREATH, section.work_ms, at_ms)
    return None if given is None else Breath(given.ref)


def _next_up(score: Score, section: Section) -> NextUp | None:
    """Return the next exercise after this one; between sets of one exercise the coming set is on the screen anyway."""
    items = score.script.items
    if section.bout.item + 1 >= len(items):
        return None
    item = items[section.bout.item + 1]
    side = item.sides(score.script.lead_side)[0]
    return NextUp(exercise=item.exercise, dose=_dose(item), side=side)


def _dose(item: ScriptItem) -> str:
    return dose_in_words(item.dose, per_side=item.exercise.per_side)


def _exercise_starts(score: Score) -> tuple[tuple[int, str], ...]:
    """Return where each exercise begins on the axis, in ms, with its name."""
    starts: dict[int, Section] = {}
    for section in score.sections:
        starts.setdefault(section.bout.item, section)
    return tuple((section.start_ms, score.item(section.bout).exercise.name) for section in starts.values())
