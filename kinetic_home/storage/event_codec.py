"""Facts to JSON and back: a kind names the class, a version its shape; stored bytes are never touched."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from kinetic_home.domain import events as ev
from kinetic_home.storage.errors import StorageBug

# The names are written to disk: a class may be renamed, its kind may not.
KINDS: Mapping[str, type[ev.Event]] = MappingProxyType(
    {
        "session_started": ev.SessionStarted,
        "checkin_given": ev.CheckinGiven,
        "bout_started": ev.BoutStarted,
        "bout_ended": ev.BoutEnded,
        "bout_skipped": ev.BoutSkipped,
        "pain_reported": ev.PainReported,
        "checkpoint_answered": ev.CheckpointAnswered,
        "question_passed": ev.QuestionPassed,
        "session_paused": ev.SessionPaused,
        "session_resumed": ev.SessionResumed,
        "rest_changed": ev.RestChanged,
        "went_back": ev.WentBack,
        "session_ended": ev.SessionEnded,
        "effort_reported": ev.EffortReported,
        "note_written": ev.NoteWritten,
        "corrected": ev.Corrected,
    }
)
_KIND_OF: Mapping[type[ev.Event], str] = {cls: kind for kind, cls in KINDS.items()}

Upgrader = Callable[[dict[str, object]], dict[str, object]]

# (kind, version) → how its payload becomes that of the next version. Add, never edit.
UPGRADERS: Mapping[tuple[str, int], Upgrader] = MappingProxyType({})


class Unreadable(Exception):
    """A stored fact that this version cannot read; its text says why."""


def kind_of(event: ev.Event) -> str:
    """Return the kind under which an event is stored."""
    return _KIND_OF[type(event)]


def current_version(kind: str, upgraders: Mapping[tuple[str, int], Upgrader] = UPGRADERS) -> int:
    """Return the version in which a kind is written now, counted from 1."""
    return max((version + 1 for known, version in upgraders if known == kind), default=1)


def encode(event: ev.Event) -> str:
    """Return an event's payload as JSON.

    Raises StorageBug where it would not read back as the same event: NaN, an infinity, a value of the wrong type.
    """
    try:
        payload = msgspec.json.encode(event).decode()
        same = _decoder(type(event)).decode(payload) == event
    except (msgspec.ValidationError, ValueError, TypeError) as error:
        raise StorageBug(f"{type(event).__name__} cannot be written down: {error}") from error
    if not same:
        raise StorageBug(f"{type(event).__name__} does not read back as it was: it holds a value that JSON cannot say")
    return payload


def decode(
    kind: str, version: int, payload: str, upgraders: Mapping[tuple[str, int], Upgrader] = UPGRADERS
) -> ev.Event:
    """Return the event of a stored payload, brought up to the current version first.

    Raises Unreadable, with the cause.
    """
    if kind not in KINDS:
        raise Unreadable(f"this version of Kinetic Home does not know the kind «{kind}»")
    newest = current_version(kind, upgraders)
    if not 1 <= version <= newest:
        raise Unreadable(
            f"version {version} of «{kind}» is newer than this version of Kinetic Home, which knows {newest}"
        )
    try:
        for step in range(version, newest):
            payload = json.dumps(upgraders[kind, step](json.loads(payload)))
        return _decoder(KINDS[kind]).decode(payload)
    except (msgspec.DecodeError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unreadable(f"the content of «{kind}» does not fit: {error}") from error


_DECODERS: dict[type[ev.Event], msgspec.json.Decoder[ev.Event]] = {}


def _decoder(cls: type[ev.Event]) -> msgspec.json.Decoder[ev.Event]:
    # Made at first use: a decoder costs 0.1 to 1 ms to build, and a start of the program needs few of them.
    if cls not in _DECODERS:
        _DECODERS[cls] = msgspec.json.Decoder(cls)
    return _DECODERS[cls]
