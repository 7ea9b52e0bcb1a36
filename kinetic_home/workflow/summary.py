"""What a session came to, as the person sees it right after: done beside prescribed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kinetic_home.domain import events as ev
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.history import BoutRecord, BoutStatus, SessionRecord
from kinetic_home.domain.plan import Plan
from kinetic_home.domain.wording import dose_in_words, length_in_words
from kinetic_home.workflow.today import PlanCalendar
from kinetic_home.workflow.views import ExerciseSummary, SummaryView

NEXT_REASON = "Your plan sets this day and this dose. Nothing is changed without you."


def summary_view(
    record: SessionRecord, *, plan: Plan, catalogue: Catalogue, records: Sequence[SessionRecord], today: date
) -> SummaryView:
    """Return the Summary page of a session."""
    ahead = PlanCalendar(plan, records, today).next_after(today)
    return SummaryView(
        session_ref=record.ref,
        title=record.started.title,
        finished=record.ended is not None and record.ended.finished,
        active_ms=sum(bout.work_ms or 0 for bout in record.bouts),
        bouts_done=record.bouts_done,
        bouts=len(record.bouts),
        worst_pain=record.worst_pain,
        exercises=tuple(_exercise(record, asked, catalogue) for asked in record.started.prescription),
        next_session_date=ahead[0].isoformat() if ahead else None,
        next_session_title=ahead[1].title if ahead else None,
        next_reason=NEXT_REASON,
    )


def _exercise(record: SessionRecord, asked: ev.Prescribed, catalogue: Catalogue) -> ExerciseSummary:
    bouts = [bout for bout in record.bouts if bout.bout.item == asked.item]
    questions = {c.id: c.ask for c in catalogue[asked.exercise].checks} if asked.exercise in catalogue else {}
    pains = [pain.pain for pain in record.pains if pain.item == asked.item and pain.pain is not None]
    reasons = [bout.reason for bout in bouts if bout.reason is not None]
    # The latest answer stands where a set was done again.
    answers = {(check.check, check.side): check.clean for check in record.checks if check.item == asked.item}
    return ExerciseSummary(
        name=asked.name,
        prescribed=dose_in_words(asked.dose, per_side=asked.per_side),
        performed=performed_in_words(bouts),
        complete=all(bout.complete for bout in bouts),
        reason=reasons[-1].value if reasons else None,
        worst_pain=max(pains, default=None),
        checks=tuple((questions.get(check, check), side, clean) for (check, side), clean in answers.items()),
    )


def performed_in_words(bouts: Sequence[BoutRecord]) -> str:
    """Return what was done of an exercise: «all of it», «3 of 4 sides of sets» or how it stopped."""
    done = sum(1 for bout in bouts if bout.complete)
    if done == len(bouts):
        return "all of it"
    worked = [bout for bout in bouts if bout.status in {BoutStatus.DONE, BoutStatus.PART_DONE}]
    if not worked:
        return "left out" if any(bout.status is BoutStatus.SKIPPED for bout in bouts) else "not reached"
    if bouts[0].prescribed.dose.reps is not None:
        reps = sum(bout.reps_done or 0 for bout in worked)
        return f"{reps} of {bouts[0].prescribed.dose.reps * len(bouts)} repetitions"
    asked_ms = (bouts[0].prescribed.dose.work_ms or 0) * len(bouts)
    return f"{length_in_words(sum(bout.work_ms or 0 for bout in worked))} of {length_in_words(asked_ms)}"
