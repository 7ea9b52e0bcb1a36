"""Today pages computed ahead: the page depends on plan, log and date alone, so coming days' pages are known now.

As plain data they are read at the start in a moment, long before plan, log and exercises are.
"""

from __future__ import annotations

from typing import Any

from kinetic_home.domain.side import Side
from kinetic_home.workflow.day_views import (
    BlockExercise,
    DayMark,
    DayState,
    ResumeOffer,
    SessionBlock,
    SessionCard,
    TodayView,
)

Data = dict[str, Any]


def today_as_data(view: TodayView) -> Data:
    """Return a Today page as plain data, ready to be written as JSON."""
    return {
        **view._asdict(),
        "session": None if view.session is None else _card_data(view.session),
        "offered": [_card_data(card) for card in view.offered],
        "resume": None if view.resume is None else view.resume._asdict(),
        "strip": [day._asdict() for day in view.strip],
    }


def today_from_data(data: Data) -> TodayView:
    """Return the page that was made into data; raises KeyError, TypeError or ValueError for any other data."""
    session, resume = data["session"], data["resume"]
    fields: Data = {
        **data,
        "session": None if session is None else _card(session),
        "offered": tuple(map(_card, data["offered"])),
        "resume": None if resume is None else _offer(resume),
        "strip": tuple(map(_day, data["strip"])),
    }
    return TodayView(**fields)


def _card_data(card: SessionCard) -> Data:
    return {**card._asdict(), "blocks": [block._asdict() for block in card.blocks]}


def _offer(data: Data) -> ResumeOffer:
    fields: Data = {**data, "side": Side(data["side"])}
    return ResumeOffer(**fields)


def _card(data: Data) -> SessionCard:
    fields: Data = {**data, "blocks": tuple(map(_block, data["blocks"])), "equipment": tuple(data["equipment"])}
    return SessionCard(**fields)


def _block(data: Data) -> SessionBlock:
    fields: Data = {**data, "exercises": tuple(BlockExercise(*one) for one in data["exercises"])}
    return SessionBlock(**fields)


def _day(data: Data) -> DayMark:
    fields: Data = {**data, "state": DayState(data["state"])}
    return DayMark(**fields)
