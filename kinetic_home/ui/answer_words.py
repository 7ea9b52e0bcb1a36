"""What a person can answer in words: pain, reasons and how they saw their form, the same on every page."""

from __future__ import annotations

from kinetic_home.domain.scales import Aid, Nprs, PainBand, SkipReason
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.words import tr


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
