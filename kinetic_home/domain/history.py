"""What a session came to: prescribed beside performed, folded from its facts; missing stays missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from kinetic_home.domain import events as ev
from kinetic_home.domain.corrections import Answer, latest_corrections
from kinetic_home.domain.exercise import CheckId
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, SkipReason, Swelling
from kinetic_home.domain.side import Side


class BoutStatus(StrEnum):
    """What became of one side of one set; «broken off» began and has no end on record."""

    DONE = "done"
    PART_DONE = "part_done"
    SKIPPED = "skipped"
    BROKEN_OFF = "broken_off"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoutRecord:
    """One side of one set: what was asked of it and what came of it.

    `reps_done` is None for work by time; `work_ms` is None where nothing was done. `modified` are the knobs that were
    active in the work, None where there was none. Facts are named by their event id in `evidence`, oldest first.
    """

    bout: ev.Bout
    prescribed: ev.Prescribed
    status: BoutStatus = BoutStatus.NOT_REACHED
    reps_done: int | None = None
    work_ms: int | None = None
    reason: SkipReason | None = None
    modified: str | None = None
    evidence: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Tell whether it was done to the end."""
        return self.status is BoutStatus.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class PainRecord:
    """A pain score as it stands after corrections; `pain` is None where the answer was taken back."""

    event_id: str
    utc: str
    utc_offset_min: int
    moment: PainMoment
    pain: Nprs | None
    item: int | None
    exercise: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecord:
    """An answer about form as it stands after corrections; `clean` is None where it was taken back."""

    event_id: str
    utc: str
    utc_offset_min: int
    item: int
    exercise: str
    check: CheckId
    side: Side
    clean: bool | None
    aid: Aid | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One session from its first fact to its last; `ended` is None while it is unfinished.

    `last_at_ms` is the last known position on the score; `coming` is the bout that was next then, None after the last.
    """

    ref: str
    started: ev.SessionStarted
    started_utc: str
    utc_offset_min: int
    ended: ev.SessionEnded | None = None
    ended_utc: str | None = None
    last_utc: str
    last_at_ms: int = 0
    checkin: ev.CheckinGiven | None = None
    bouts: tuple[BoutRecord, ...] = ()
    coming: ev.Bout | None = None
    pains: tuple[PainRecord, ...] = ()
    checks: tuple[CheckRecord, ...] = ()
    effort: Effort | None = None
    effort_event: str | None = None
    note: str | None = None

    @property
    def worst_pain(self) -> Nprs | None:
        """Return the highest score given during or right after the work; None where none was given."""
        outside = {PainMoment.BEFORE, PainMoment.MORNING}
        scores = [p.pain for p in self.pains if p.pain is not None and p.moment not in outside]
        return max(scores, default=None)

    @property
    def bouts_done(self) -> int:
        """Return how many sides of sets were done to the end."""
        return sum(1 for record in self.bouts if record.complete)


def fold(facts: Iterable[ev.Stamped]) -> tuple[SessionRecord, ...]:
    """Return what each session came to, oldest first, from facts in the order in which they were written.

    Corrections are applied, the latest fitting one wins. Facts of a session that never started stay in the log only.
    """
    in_order = tuple(facts)
    words = latest_corrections(in_order)
    by_session: dict[str, list[ev.Stamped]] = {}
    for fact in in_order:
        by_session.setdefault(fact.session_ref, []).append(fact)
    starts = [fact for fact in in_order if isinstance(fact.event, ev.SessionStarted)]
    refs = dict.fromkeys(fact.session_ref for fact in starts)
    return tuple(_session(by_session[ref], words) for ref in refs)


_Words = Mapping[tuple[str, str], Answer | None]
_E = TypeVar("_E")
_A = TypeVar("_A", bound=Answer)


def _of(facts: Iterable[ev.Stamped], kind: type[_E]) -> Iterator[tuple[ev.Stamped, _E]]:
    return ((fact, fact.event) for fact in facts if isinstance(fact.event, kind))


def _last(facts: Sequence[ev.Stamped], kind: type[_E]) -> tuple[ev.Stamped, _E] | None:
    return next(_of(reversed(facts), kind), None)


def _stands(words: _Words, fact: ev.Stamped, field: str, kind: type[_A], answer: _A | None) -> _A | None:
    """Return an answer as it stands: as corrected where there is a correction, else as given."""
    said = words.get((fact.event_id, field), answer)
    return said if isinstance(said, kind) else None


def _session(facts: Sequence[ev.Stamped], words: _Words) -> SessionRecord:
    first, started = next(_of(facts, ev.SessionStarted))
    end = _last(facts, ev.SessionEnded)
    effort = _last(facts, ev.EffortReported)
    note = _last(facts, ev.NoteWritten)
    return SessionRecord(
        ref=first.session_ref,
        started=started,
        started_utc=first.utc,
        utc_offset_min=first.utc_offset_min,
        ended=end and end[1],
        ended_utc=end and end[0].utc,
        last_utc=facts[-1].utc,
        last_at_ms=next((fact.at_ms for fact in reversed(facts) if fact.at_ms is not None), 0),
        checkin=_checkin(facts, words),
        bouts=_bouts(started, facts, words),
        coming=_coming(started, facts),
        pains=tuple(_pain(fact, event, words) for fact, event in _of(facts, ev.PainReported)),
        checks=tuple(_check(fact, event, words) for fact, event in _of(facts, ev.CheckpointAnswered)),
        effort=effort and _stands(words, effort[0], "effort", Effort, effort[1].effort),
        effort_event=effort and effort[0].event_id,
        note=note and _stands(words, note[0], "text", str, note[1].text),
    )


def _checkin(facts: Sequence[ev.Stamped], words: _Words) -> ev.CheckinGiven | None:
    given = _last(facts, ev.CheckinGiven)
    if given is None:
        return None
    fact, checkin = given
    # An IntEnum is an int, so hours are told apart from a swelling by their field, not by their type.
    hours = words.get((fact.event_id, "sleep_h"), checkin.sleep_h)
    return replace(
        checkin,
        pain=_stands(words, fact, "pain", Nprs, checkin.pain),
        swelling=_stands(words, fact, "swelling", Swelling, checkin.swelling),
        sleep_h=hours if isinstance(hours, int | float) else None,
    )


def _pain(fact: ev.Stamped, event: ev.PainReported, words: _Words) -> PainRecord:
    return PainRecord(
        event_id=fact.event_id,
        utc=fact.utc,
        utc_offset_min=fact.utc_offset_min,
        moment=event.moment,
        pain=_stands(words, fact, "pain", Nprs, event.pain),
        item=event.item,
        exercise=event.exercise,
    )


def _check(fact: ev.Stamped, event: ev.CheckpointAnswered, words: _Words) -> CheckRecord:
    return CheckRecord(
        event_id=fact.event_id,
        utc=fact.utc,
        utc_offset_min=fact.utc_offset_min,
        item=event.item,
        exercise=event.exercise,
        check=event.check,
        side=event.side,
        clean=_stands(words, fact, "clean", bool, event.clean),
        aid=_stands(words, fact, "aid", Aid, event.aid),
    )


def _asked(started: ev.SessionStarted) -> Iterator[tuple[ev.Bout, ev.Prescribed]]:
    """Yield every bout that was asked for: item by item, set by set, the leading side first."""
    lead = started.lead_side
    for asked in started.prescription:
        sides = (lead, lead.opposite) if asked.per_side else (Side.BOTH,)
        for set_no in range(1, asked.dose.sets + 1):
            for side in sides:
                yield ev.Bout(item=asked.item, exercise=asked.exercise, set_no=set_no, side=side), asked


_BoutFact = ev.BoutStarted | ev.BoutEnded | ev.BoutSkipped


def _bouts(started: ev.SessionStarted, facts: Sequence[ev.Stamped], words: _Words) -> tuple[BoutRecord, ...]:
    told: dict[ev.Bout, list[ev.Stamped]] = {}
    for fact in facts:
        if isinstance(fact.event, _BoutFact):
            told.setdefault(fact.event.bout, []).append(fact)
    return tuple(_bout(bout, asked, told.get(bout, ()), words) for bout, asked in _asked(started))


def _coming(started: ev.SessionStarted, facts: Sequence[ev.Stamped]) -> ev.Bout | None:
    """Return the bout after the last one that ended or was left out, or the one that was gone back to since."""
    order = [bout for bout, _ in _asked(started)]
    places = {bout: place for place, bout in enumerate(order)}
    coming = 0
    for fact in facts:
        event = fact.event
        if isinstance(event, ev.WentBack):
            coming = places.get(event.to, coming)
        elif isinstance(event, ev.BoutEnded | ev.BoutSkipped) and event.bout in places:
            coming = places[event.bout] + 1
    return order[coming] if coming < len(order) else None


def _bout(bout: ev.Bout, asked: ev.Prescribed, facts: Sequence[ev.Stamped], words: _Words) -> BoutRecord:
    """Return a bout's outcome: the last work on record, or else the skip; a repeat that was skipped undoes no work."""
    record = BoutRecord(bout=bout, prescribed=asked, evidence=tuple(fact.event_id for fact in facts))
    worked = _last(facts, ev.BoutEnded)
    skipped = _last(facts, ev.BoutSkipped)
    if worked is not None:
        fact, end = worked
        return replace(
            record,
            status=BoutStatus.DONE if end.complete else BoutStatus.PART_DONE,
            reps_done=_stands(words, fact, "reps_done", int, end.reps_done),
            work_ms=end.work_ms,
            reason=end.reason,
            modified=end.modified,
        )
    if skipped is not None:
        return replace(record, status=BoutStatus.SKIPPED, reason=skipped[1].reason)
    return replace(record, status=BoutStatus.BROKEN_OFF) if facts else record
