"""What a session came to, as the person sees it right after: done beside prescribed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kinetic_home.domain import events as ev
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.history import BoutRecord, BoutStatus, CheckRecord, PainRecord, SessionRecord
from kinetic_home.domain.knob_words import knobs_in_words
from kinetic_home.domain.knobs import Knobs
from kinetic_home.domain.plan import Plan
from kinetic_home.domain.wording import dose_in_words, length_in_words
from kinetic_home.score.work import HOLD_MOVE_MS
from kinetic_home.workflow.today import PlanCalendar, is_finished
from kinetic_home.workflow.views import AnswerSummary, ExerciseSummary, SummaryView

NEXT_REASON = "Your plan sets this day and this dose. Nothing is changed without you."

_NOTHING_DONE = {BoutStatus.SKIPPED, BoutStatus.NOT_REACHED}


def summary_view(
    record: SessionRecord, *, plan: Plan, catalogue: Catalogue, records: Sequence[SessionRecord], today: date
) -> SummaryView:
    """Return the Summary page of a session."""
    ahead = PlanCalendar(plan, records, today).next_after(today)
    return SummaryView(
        session_ref=record.ref,
        title=record.started.title,
        finished=is_finished(record),
        active_ms=sum(bout.work_ms or 0 for bout in record.bouts),
        bouts_done=record.bouts_done,
        bouts=len(record.bouts),
        worst_pain=record.worst_pain,
        effort_event=record.effort_event,
        exercises=tuple(_exercise(record, asked, catalogue) for asked in record.started.prescription),
        next_session_date=ahead[0].isoformat() if ahead else None,
        next_session_title=ahead[1].title if ahead else None,
        next_reason=NEXT_REASON if ahead else "",
    )


def _exercise(record: SessionRecord, asked: ev.Prescribed, catalogue: Catalogue) -> ExerciseSummary:
    bouts = [bout for bout in record.bouts if bout.bout.item == asked.item]
    questions = {c.id: c.ask for c in catalogue[asked.exercise].checks} if asked.exercise in catalogue else {}
    pains = [pain for pain in record.pains if pain.item == asked.item]
    worst = _worst(pains)
    reasons = [bout.reason for bout in bouts if bout.reason is not None]
    # The latest answer stands where a set was done again.
    answers = {(check.check, check.side): check for check in record.checks if check.item == asked.item}
    return ExerciseSummary(
        name=asked.name,
        prescribed=prescribed_in_words(asked, catalogue),
        performed=performed_in_words(bouts),
        begun=any(bout.status not in _NOTHING_DONE for bout in bouts),
        complete=all(_whole(bout) for bout in bouts),
        reason=reasons[-1].value if reasons else None,
        worst_pain=worst and worst.pain,
        worst_pain_event=worst and worst.event_id,
        pain_scores=sum(pain.pain is not None for pain in pains),
        checks=tuple(_answer(answer, questions.get(answer.check, answer.check)) for answer in answers.values()),
    )


def prescribed_in_words(asked: ev.Prescribed, catalogue: Catalogue) -> str:
    """Return what was asked for, with how it was changed: «2 sets of 8, only as deep as 60°»."""
    dose = dose_in_words(asked.dose, per_side=asked.per_side)
    if not asked.modified or asked.exercise not in catalogue:
        return dose
    try:
        fitted = knobs_in_words(Knobs.parse(asked.modified), catalogue[asked.exercise].motion)
    except ValueError:
        fitted = (asked.modified,)  # another version knows these knobs; better as they were written than not at all
    return ", ".join([dose, *(words[:1].lower() + words[1:] for words in fitted)])


def _worst(pains: Sequence[PainRecord]) -> PainRecord | None:
    """Return the highest score that stands, the latest of equals; where all were taken back, the latest of all."""
    return max(reversed(pains), key=lambda pain: -1 if pain.pain is None else pain.pain.score, default=None)


def _answer(answer: CheckRecord, question: str) -> AnswerSummary:
    return AnswerSummary(event_id=answer.event_id, question=question, side=answer.side, clean=answer.clean)


def performed_in_words(bouts: Sequence[BoutRecord]) -> str:
    """Return what was done of an exercise: «all of it», «6 of 16 repetitions», «1 minute of 2 minutes», «left out»."""
    if all(_whole(bout) for bout in bouts):
        return "all of it"
    worked = [bout for bout in bouts if bout.status in {BoutStatus.DONE, BoutStatus.PART_DONE}]
    if not worked:
        statuses = {bout.status for bout in bouts}
        begun = BoutStatus.BROKEN_OFF in statuses
        return "started, not finished" if begun else "left out" if BoutStatus.SKIPPED in statuses else "not reached"
    dose = bouts[0].prescribed.dose
    if dose.reps is None or (dose.reps == 1 and dose.hold_ms is not None):
        done_ms = sum(_worked_ms(bout) for bout in worked)
        return f"{length_in_words(done_ms)} of {length_in_words(_asked_ms(dose) * len(bouts))}"
    if any(bout.reps_done is None for bout in worked):
        return "part of it"
    done, asked = sum(bout.reps_done or 0 for bout in worked), dose.reps * len(bouts)
    thing = "repetition" if dose.hold_ms is None else "hold"
    return f"{done} of {asked} {thing}{'' if asked == 1 else 's'}"


def _whole(bout: BoutRecord) -> bool:
    """Tell whether a bout was done to its end with all of its repetitions, as they stand after corrections."""
    reps = bout.prescribed.dose.reps
    return bout.complete and (reps is None or bout.reps_done is None or bout.reps_done >= reps)


def _asked_ms(dose: Dose) -> int:
    return dose.work_ms or dose.hold_ms or 0


def _worked_ms(bout: BoutRecord) -> int:
    """Return the time that counts towards what was asked: the way into a hold and out of it does not."""
    dose = bout.prescribed.dose
    way_in_ms = 0 if dose.hold_ms is None else HOLD_MOVE_MS
    return min(max((bout.work_ms or 0) - way_in_ms, 0), _asked_ms(dose))
