"""Days, minutes, sides and scores in words, the same on every page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from kinetic_home.domain.scales import Aid, Nprs, PainBand, SkipReason
from kinetic_home.domain.side import Side
from kinetic_home.ui.theme.tokens import Role

_MINUTE_MS = 60_000
# The words of this version are English, whatever the computer's own language is. QLocale would say the same, but
# its languages and countries alone take a tenth of the start.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def tr(text: str) -> str:
    """Return a text in the language of the program."""
    return QCoreApplication.translate("words", text)


def day_words(iso_date: str) -> str:
    """Return a date as "Monday, 2 March"."""
    day = date.fromisoformat(iso_date)
    return f"{tr(_DAYS[day.weekday()])}, {day.day} {tr(_MONTHS[day.month - 1])}"


def short_day_words(iso_date: str) -> str:
    """Return a date as "2 Mar"."""
    day = date.fromisoformat(iso_date)
    return f"{day.day} {tr(_MONTHS[day.month - 1])[:3]}"


def weekday_letter(iso_date: str) -> str:
    """Return the day of the week as one letter."""
    return tr(_DAYS[date.fromisoformat(iso_date).weekday()])[:1]


def minutes_words(length_ms: int) -> str:
    """Return a length as "24 minutes", rounded up: no plan is ready earlier than it says."""
    minutes = max(1, -(-length_ms // _MINUTE_MS))
    return tr("1 minute") if minutes == 1 else tr("{n} minutes").format(n=minutes)


def questions_words(count: int) -> str:
    """Return a number of questions in words."""
    return tr("1 short question") if count == 1 else tr("{n} short questions").format(n=count)


def side_words(side: Side) -> str:
    """Return a side as "left side", or nothing where both work."""
    return {Side.LEFT: tr("left side"), Side.RIGHT: tr("right side"), Side.BOTH: ""}[side]


def set_words(set_no: int, sets: int, side: Side) -> str:
    """Return "Set 2 of 3 · left side"."""
    words = tr("Set {n} of {all}").format(n=set_no, all=sets)
    return f"{words} · {side_words(side)}" if side is not Side.BOTH else words


def pain_words(pain: Nprs | None) -> str:
    """Return a score as "3 of 10, acceptable"; a missing one is "not answered"."""
    if pain is None:
        return tr("not answered")
    return tr("{n} of 10, {band}").format(n=pain.score, band=band_word(pain.band))


def band_word(band: PainBand) -> str:
    """Return the word of a band of pain."""
    return {
        PainBand.SAFE: tr("safe"),
        PainBand.ACCEPTABLE: tr("acceptable"),
        PainBand.TOO_MUCH: tr("too much"),
    }[band]


def band_mark(band: PainBand) -> tuple[str, Role]:
    """Return the shape of a band of pain and the role of its colour."""
    marks: dict[PainBand, tuple[str, Role]] = {
        PainBand.SAFE: ("disc", "done_text"),
        PainBand.ACCEPTABLE: ("triangle", "look_text"),
        PainBand.TOO_MUCH: ("square", "stop_text"),
    }
    return marks[band]


def reason_words(reason: SkipReason) -> str:
    """Return why work was left out, as an answer."""
    return {
        SkipReason.PAIN: tr("Too much pain"),
        SkipReason.TIRED: tr("Too tired"),
        SkipReason.TIME: tr("No time"),
        SkipReason.EQUIPMENT: tr("Something I need is missing"),
        SkipReason.UNSURE: tr("Not sure how to do it"),
        SkipReason.OTHER: tr("Another reason"),
    }[reason]


def reasons() -> tuple[tuple[object, str, str], ...]:
    """Return every reason as an answer with its key, 1 to 6."""
    return tuple((reason, reason_words(reason), str(number)) for number, reason in enumerate(SkipReason, start=1))


def aid_words(aid: Aid) -> str:
    """Return how the person saw their form."""
    return {
        Aid.MIRROR: tr("Mirror"),
        Aid.VIDEO: tr("Video"),
        Aid.HELPER: tr("Helper"),
        Aid.FEEL: tr("By feel"),
    }[aid]
