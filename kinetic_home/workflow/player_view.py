"""What the player shows at a moment, read from the score at the player's position."""

from __future__ import annotations

from kinetic_home.domain.exercise import Breath, Cue, CueMoment, RepPhase
from kinetic_home.domain.script import ScriptItem
from kinetic_home.domain.wording import PHASE_WORDS, dose_in_words
from kinetic_home.score import lookup
from kinetic_home.score.player import PlayerState, Status
from kinetic_home.score.score import GateKind, MarkKind, Score, Section, Span, SpanKind
from kinetic_home.workflow.views import NextUp, PlayerView, Question, QuestionKind, Stage

# A hold this short is counted within its repetition; a longer one shows its seconds as the large number.
_SHORT_HOLD_MS = 10_000
_STAGE_OF_SPAN = {
    SpanKind.LEAD_IN: Stage.LEAD_IN,
    SpanKind.WORK: Stage.WORK,
    SpanKind.SWITCH: Stage.SWITCH,
    SpanKind.REST: Stage.REST,
}


def player_view(state: PlayerState) -> PlayerView:
    """Return everything that the player page shows now."""
    score, at_ms = state.score, state.at_ms
    span = lookup.span_at(score, at_ms)
    section = _section_shown(score, at_ms, span)
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
        phase_word=PHASE_WORDS[span.phase] if span.phase is not None else "",
        numeral=numeral,
        numeral_unit=unit,
        seconds_left=_seconds(span.end_ms - at_ms),
        fraction=lookup.fraction_at(span, at_ms),
        last_rep=item.dose.reps not in {None, 1} and span.rep_no == item.dose.reps,
        cue=_cue(score, section, at_ms),
        breath=_breath(score, span, at_ms),
        note=item.note,
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


def _section_shown(score: Score, at_ms: int, span: Span) -> Section:
    """Return the bout that matters now: in a rest the coming one, while an exercise settles the one just done."""
    section = lookup.section_at(score, at_ms)
    settling = span.kind is SpanKind.REST and span.bout.item != section.bout.item and _before_gate(score, span)
    over = at_ms >= score.length_ms or section.end_ms <= at_ms
    return (lookup.section_of(score, span.bout) or section) if settling or over else section


def _before_gate(score: Score, span: Span) -> bool:
    gates = lookup.gates_before_item(score, span.bout.item)
    return gates < len(score.gates) and score.gates[gates].at_ms == span.end_ms


def _numeral(score: Score, span: Span, section: Section, at_ms: int) -> tuple[str, str]:
    if span.kind is not SpanKind.WORK or span.phase is None:
        return str(_seconds(span.end_ms - at_ms)), "seconds"
    dose = score.item(section.bout).dose
    if dose.reps is not None and dose.reps > 1 and span.length_ms <= _SHORT_HOLD_MS:
        return str(span.rep_no), f"of {dose.reps}"
    if span.phase is RepPhase.HOLD:
        return str(_seconds(span.end_ms - at_ms)), "seconds"
    end = section.end_ms if dose.work_ms is not None else span.end_ms
    return str(_seconds(end - at_ms)), "seconds"


def _seconds(ms: int) -> int:
    """Return whole seconds left, as a countdown is spoken: 3, 2, 1 and then nothing is left."""
    return max(0, -(-ms // 1000))


def _cue(score: Score, section: Section, at_ms: int) -> Cue | None:
    """Return the last cue given for this bout, or before the first one what to prepare."""
    item = score.item(section.bout)
    given = [m for m in lookup.marks_between(score, section.start_ms, at_ms + 1) if m.kind is MarkKind.CUE]
    if given:
        return item.exercise.cues[int(given[-1].ref.rsplit("/", 1)[1])]
    prepare = [cue for cue in item.exercise.cues if cue.moment is CueMoment.PREPARE]
    return (prepare or [*item.exercise.cues])[0]


def _breath(score: Score, span: Span, at_ms: int) -> Breath | None:
    if span.kind is not SpanKind.WORK:
        return None
    section = lookup.section_at(score, at_ms)
    given = [m for m in lookup.marks_between(score, section.work_ms, at_ms + 1) if m.kind is MarkKind.BREATH]
    return Breath(given[-1].ref) if given else None


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
