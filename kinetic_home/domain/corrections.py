"""Which answers can be corrected later, and what a corrected answer may be; None always takes the answer back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kinetic_home.domain import events as ev
from kinetic_home.domain.scales import Aid, Effort, Nprs, Swelling

Answer = Nprs | Effort | Swelling | Aid | bool | int | float | str
Said = int | float | str | bool


def _flag(said: Said) -> bool:
    if not isinstance(said, bool):
        raise ValueError("the answer must be yes or no")
    return said


def _text(said: Said) -> str:
    if not isinstance(said, str):
        raise ValueError("the answer must be a text")
    return said


def _hours(said: Said) -> float:
    if isinstance(said, bool | str) or not 0 <= said <= 24:
        raise ValueError("the answer must be a number of hours from 0 to 24")
    return said


def _count(said: Said) -> int:
    if type(said) is not int or not 0 <= said <= 1_000:
        raise ValueError("the answer must be a whole number from 0 to 1000")
    return said


def _pain(said: Said) -> Nprs:
    return Nprs(said)  # pyright: ignore[reportArgumentType]  # Nprs refuses whatever is no whole number


def _effort(said: Said) -> Effort:
    return Effort(said)  # pyright: ignore[reportArgumentType]  # Effort refuses whatever is no whole number


def _swelling(said: Said) -> Swelling:
    if type(said) is not int:
        raise ValueError("swelling must be 0, 1 or 2")
    return Swelling(said)


# storage/sql/corrections.sql says the same in SQL; a test holds the two together.
_READERS: Mapping[tuple[type[ev.Event], str], Callable[[Said], Answer]] = {
    (ev.CheckinGiven, "pain"): _pain,
    (ev.CheckinGiven, "swelling"): _swelling,
    (ev.CheckinGiven, "sleep_h"): _hours,
    (ev.BoutEnded, "reps_done"): _count,
    (ev.PainReported, "pain"): _pain,
    (ev.CheckpointAnswered, "clean"): _flag,
    (ev.CheckpointAnswered, "aid"): Aid,
    (ev.EffortReported, "effort"): _effort,
    (ev.NoteWritten, "text"): _text,
}

CORRECTABLE: frozenset[tuple[type[ev.Event], str]] = frozenset(_READERS)


def corrected_answer(event: ev.Event, field: str, said: Said | None) -> Answer | None:
    """Return a later word on an event's field as a value of that field.

    Raises ValueError where that field cannot be corrected or the value lies outside its scale.
    """
    reader = _READERS.get((type(event), field))
    if reader is None:
        raise ValueError(f"«{field}» of {type(event).__name__} cannot be corrected")
    return None if said is None else reader(said)


def latest_corrections(facts: Iterable[ev.Stamped]) -> Mapping[tuple[str, str], Answer | None]:
    """Return the last fitting correction of each (event id, field); one that does not fit changes nothing.

    A correction counts only after the fact that it corrects.
    """
    said: dict[str, ev.Event] = {}
    latest: dict[tuple[str, str], Answer | None] = {}
    for fact in facts:
        said[fact.event_id] = fact.event
        if not isinstance(fact.event, ev.Corrected) or fact.event.of_event not in said:
            continue
        word = fact.event
        try:
            latest[word.of_event, word.field] = corrected_answer(said[word.of_event], word.field, word.value)
        except ValueError:
            continue
    return latest
