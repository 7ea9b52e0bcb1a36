"""The log as tidy tables, one observation a row: values in, rows out. What is missing is empty, never 0."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kinetic_home.domain.calendar import local_time
from kinetic_home.domain.events import Stamped
from kinetic_home.domain.history import BoutRecord, CheckRecord, PainRecord, SessionRecord, fold
from kinetic_home.workflow.ports import RawFact

Cell = str | int | float | bool | None
_R = TypeVar("_R")

# Spreadsheets run a text that begins like this as a formula.
_LOOKS_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


@dataclass(frozen=True, slots=True)
class Column(Generic[_R]):
    """One column: its name with the unit, what it means, and how a row's value is found."""

    name: str
    meaning: str
    of: Callable[[_R], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One file of the export: what a row is, the columns (name, meaning), and the rows as texts."""

    name: str
    row: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(facts: Iterable[Stamped], raw: Sequence[RawFact]) -> tuple[Table, ...]:
    """Return all tables: `facts` folded into sessions with corrections applied, `raw` as it was written."""
    records = fold(facts)
    bouts = [(record, bout) for record in records for bout in record.bouts]
    pains = [(record, pain) for record in records for pain in record.pains]
    checks = [(record, check) for record in records for check in record.checks]
    return (
        _table("sessions.csv", "one session that was started", _SESSION, records),
        _table("prescribed.csv", "one side of one set that was asked for", _ASKED, bouts),
        _table("performed.csv", "what became of one side of one set, also where it was not reached", _DONE, bouts),
        _table("pain.csv", "one pain score, as it stands after corrections", _PAIN, pains),
        _table("checkpoints.csv", "one answer about form, as it stands after corrections", _CHECK, checks),
        _table("events.csv", "one fact of the log, as it was written", _EVENT, raw),
    )


def text_of(cell: Cell) -> str:
    """Return a cell's text: numbers bare, yes or no, nothing for a missing value.

    A text that a spreadsheet would run as a formula, or that begins with an apostrophe, gets an apostrophe in front:
    taking one leading apostrophe away always gives the text as it was.
    """
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case str():
            return f"'{cell}" if cell.startswith(_LOOKS_LIKE_A_FORMULA) else str(cell)
        case _:
            return str(cell)


def local_iso(utc: str | None, offset_min: int) -> str | None:
    """Return a UTC moment as local time with its offset: 2026-03-02T10:00:00.000+01:00."""
    if utc is None:
        return None
    sign, hours, minutes = "-" if offset_min < 0 else "+", *divmod(abs(offset_min), 60)
    return f"{local_time(utc, offset_min).isoformat(timespec='milliseconds')}{sign}{hours:02}:{minutes:02}"


def _table(name: str, row: str, columns: tuple[Column[_R], ...], rows: Iterable[_R]) -> Table:
    return Table(
        name=name,
        row=row,
        columns=tuple((column.name, column.meaning) for column in columns),
        rows=tuple(tuple(text_of(column.of(each)) for column in columns) for each in rows),
    )


def _whose(of: Callable[[_R], SessionRecord]) -> Iterator[Column[_R]]:
    """Yield the columns by which every table names the session."""
    yield Column("session_ref", "id of the session", lambda row: of(row).ref)
    yield Column(
        "training_day", "local date; a training day ends at 4 in the morning", lambda row: of(row).started.training_day
    )


def _which(of: Callable[[_R], BoutRecord]) -> Iterator[Column[_R]]:
    """Yield the columns by which two tables name the same side of the same set."""
    yield Column("item", "place of the exercise in the session, from 0", lambda row: of(row).bout.item)
    yield Column("exercise_id", "id of the exercise in the catalogue", lambda row: of(row).bout.exercise)
    yield Column("exercise_name", "name of the exercise", lambda row: of(row).prescribed.name)
    yield Column("set_no", "number of the set, from 1", lambda row: of(row).bout.set_no)
    yield Column("side", "left, right, or both where it is not done one side at a time", lambda row: of(row).bout.side)


def _session(row: tuple[SessionRecord, object]) -> SessionRecord:
    return row[0]


def _bout(row: tuple[SessionRecord, BoutRecord]) -> BoutRecord:
    return row[1]


_SESSION: tuple[Column[SessionRecord], ...] = (
    *_whose(lambda row: row),
    Column("started", "start, local time with offset", lambda row: local_iso(row.started_utc, row.utc_offset_min)),
    Column(
        "ended",
        "end, local time with the offset of the start; empty where it has no end",
        lambda row: local_iso(row.ended_utc, row.utc_offset_min),
    ),
    Column(
        "finished", "yes: to the end; no: ended before; empty: no end", lambda row: row.ended and row.ended.finished
    ),
    Column("end_reason", "why it was ended before its end", lambda row: row.ended and row.ended.reason),
    Column("plan_id", "id of the plan", lambda row: row.started.plan_id),
    Column("plan_title", "title of the plan", lambda row: row.started.plan_title),
    Column("plan_digest", "check sum of the plan's file at that time", lambda row: row.started.plan_digest),
    Column("session_id", "id of the session in the plan", lambda row: row.started.session),
    Column("title", "title of the session", lambda row: row.started.title),
    Column("lead_side", "side that starts", lambda row: row.started.lead_side),
    Column(
        "planned_length_ms", "planned length in ms, without the time for answers", lambda row: row.started.length_ms
    ),
    Column(
        "pain_before_0_10",
        "pain at the check-in, 0 no pain to 10 worst",
        lambda row: row.checkin and row.checkin.pain and row.checkin.pain.score,
    ),
    Column(
        "pain_places",
        "where it hurt at the check-in, with spaces between; empty: none was named",
        lambda row: row.checkin and " ".join(row.checkin.places),
    ),
    Column(
        "swelling_0_2",
        "swelling at the check-in: 0 none, 1 a little, 2 a lot",
        lambda row: None if row.checkin is None or row.checkin.swelling is None else int(row.checkin.swelling),
    ),
    Column("sleep_h", "hours slept, as said at the check-in", lambda row: row.checkin and row.checkin.sleep_h),
    Column("effort_0_10", "effort of the whole session, 0 to 10", lambda row: row.effort and row.effort.score),
    Column("note", "the person's own words", lambda row: row.note),
)

_MODIFIED = "knobs that change the exercise, such as depth=60 pause_s=1; empty: done as in the catalogue"

_ASKED: tuple[Column[tuple[SessionRecord, BoutRecord]], ...] = (
    *_whose(_session),
    *_which(_bout),
    Column("reps", "repetitions asked for; empty for work by time", lambda row: row[1].prescribed.dose.reps),
    Column("hold_ms", "hold of each repetition in ms", lambda row: row[1].prescribed.dose.hold_ms),
    Column("work_ms", "work by time in ms; empty for repetitions", lambda row: row[1].prescribed.dose.work_ms),
    Column(
        "tempo_s",
        "lowering, pause, lifting, pause of one repetition in s, with hyphens between",
        lambda row: None if row[1].prescribed.dose.tempo is None else str(row[1].prescribed.dose.tempo),
    ),
    Column("bpm", "beats a minute", lambda row: row[1].prescribed.dose.bpm),
    Column("rest_ms", "rest after the set in ms", lambda row: row[1].prescribed.dose.rest_ms),
    Column("load_kg", "load in kg", lambda row: row[1].prescribed.dose.load_kg),
    Column("note", "the plan author's word to the person", lambda row: row[1].prescribed.note or None),
    Column("modified", _MODIFIED, lambda row: row[1].prescribed.modified or None),
)

_DONE: tuple[Column[tuple[SessionRecord, BoutRecord]], ...] = (
    *_whose(_session),
    *_which(_bout),
    Column(
        "status",
        "done, part_done, skipped, broken_off (began and has no end on record), not_reached",
        lambda row: row[1].status,
    ),
    Column("reps_done", "repetitions done; empty for work by time or no work", lambda row: row[1].reps_done),
    Column("work_ms", "time worked in ms; empty where no work is on record", lambda row: row[1].work_ms),
    Column(
        "reason",
        "why it was skipped or ended early: pain, tired, time, equipment, unsure, other",
        lambda row: row[1].reason,
    ),
    Column("modified", f"in the work: {_MODIFIED}", lambda row: row[1].modified or None),
    Column("event_ids", "facts that tell of it, with spaces between", lambda row: " ".join(row[1].evidence) or None),
)

_PAIN: tuple[Column[tuple[SessionRecord, PainRecord]], ...] = (
    *_whose(_session),
    Column("event_id", "the fact in events.csv", lambda row: row[1].event_id),
    Column("time", "local time with offset", lambda row: local_iso(row[1].utc, row[1].utc_offset_min)),
    Column("moment", "before, during, stopped (on ending early), after, morning", lambda row: row[1].moment),
    Column(
        "pain_0_10",
        "0 no pain to 10 worst; empty: the answer was taken back",
        lambda row: row[1].pain and row[1].pain.score,
    ),
    Column("item", "place of the exercise in the session, from 0", lambda row: row[1].item),
    Column("exercise_id", "id of the exercise in the catalogue", lambda row: row[1].exercise),
)

_CHECK: tuple[Column[tuple[SessionRecord, CheckRecord]], ...] = (
    *_whose(_session),
    Column("event_id", "the fact in events.csv", lambda row: row[1].event_id),
    Column("time", "local time with offset", lambda row: local_iso(row[1].utc, row[1].utc_offset_min)),
    Column("item", "place of the exercise in the session, from 0", lambda row: row[1].item),
    Column("exercise_id", "id of the exercise in the catalogue", lambda row: row[1].exercise),
    Column("check_id", "id of the question about form in the catalogue", lambda row: row[1].check),
    Column("side", "left, right or both", lambda row: row[1].side),
    Column("clean", "yes: good form; no: a fault; empty: the answer was taken back", lambda row: row[1].clean),
    Column("seen_with", "how they saw it: mirror, video, helper, feel", lambda row: row[1].aid),
)

_EVENT: tuple[Column[RawFact], ...] = (
    Column("seq", "place in the log, from 1", lambda row: row.seq),
    Column("event_id", "id of the fact", lambda row: row.event_id),
    Column("session_ref", "id of the session", lambda row: row.session_ref),
    Column("utc", "time in UTC", lambda row: row.utc),
    Column("local", "local time with offset", lambda row: local_iso(row.utc, row.utc_offset_min)),
    Column("utc_offset_min", "how far local time was ahead of UTC, in minutes", lambda row: row.utc_offset_min),
    Column("at_ms", "position in the session in ms; empty outside of it", lambda row: row.at_ms),
    Column("kind", "what kind of fact", lambda row: row.kind),
    Column("schema_version", "version of the kind's content", lambda row: row.schema_version),
    Column("payload", "content as JSON", lambda row: row.payload),
)
