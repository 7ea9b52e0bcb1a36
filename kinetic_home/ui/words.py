"""Days, minutes, sides and scores in words, the same on every page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from kinetic_home.domain.scales import Aid, Nprs, PainBand, SkipReason
from kinetic_home.domain.side import Side
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.scale_picker import Band

_MINUTE_MS = 60_000
# The words of this version are English, whatever the computer's own language is.
_ENGLISH = QLocale(QLocale.Language.English)


def tr(text: str) -> str:
    """Return a text in the language of the program."""
    return QCoreApplication.translate("words", text)


def day_words(iso_date: str) -> str:
    """Return a date as "Monday, 2 March"."""
    return _ENGLISH.toString(QDate.fromString(iso_date, Qt.DateFormat.ISODate), "dddd, d MMMM")


def short_day_words(iso_date: str) -> str:
    """Return a date as "2 Mar"."""
    return _ENGLISH.toString(QDate.fromString(iso_date, Qt.DateFormat.ISODate), "d MMM")


def weekday_letter(iso_date: str) -> str:
    """Return the day of the week as one letter."""
    return _ENGLISH.toString(QDate.fromString(iso_date, Qt.DateFormat.ISODate), "dddd")[:1]


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


def pain_bands() -> tuple[Band, ...]:
    """Return the bands of the pain scale: 0-2, 3-5, 6-10. Source: Thomee 1997 and NEMEX [V1, V1b]."""
    return (
        Band(low=0, high=2, shape="disc", word=tr("safe"), role="done", soft="done_soft", text="done_text"),
        Band(low=3, high=5, shape="triangle", word=tr("acceptable"), role="look", soft="look_soft", text="look_text"),
        Band(low=6, high=10, shape="square", word=tr("too much"), role="stop", soft="stop_soft", text="stop_text"),
    )


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
