"""Brushes that are made once: plain colours, and the soft light across a round limb."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QRadialGradient

# Light comes from above, a little from the left of the picture.
LIGHT = (-0.42, -0.907)
# How much of the colour below a tint hides. Half a warm colour over a cold one is mud: only its narrow edge, and one
# that just comes or goes, lets more of it through.
_TINT, _COMES_FROM = 0.92, 0.20
# A tint's middle is lighter, as what glows is.
_CORE_LIGHT = 0.12


@lru_cache(maxsize=512)
def mixed(first: str, second: str, share: float) -> QColor:
    """Return the colour at a share of the way from one to another."""
    a, b = QColor(first), QColor(second)
    return QColor(
        round(a.red() + (b.red() - a.red()) * share),
        round(a.green() + (b.green() - a.green()) * share),
        round(a.blue() + (b.blue() - a.blue()) * share),
    )


@lru_cache(maxsize=512)
def toned(first: str, second: str, share: float) -> str:
    """Return the name of the colour at a share of the way from one to another."""
    return mixed(first, second, share).name() if share > 0.0 else first


@lru_cache(maxsize=256)
def plain(colour: str) -> QBrush:
    """Return a plain brush."""
    return QBrush(QColor(colour))


@lru_cache(maxsize=256)
def rounded(colour: str, line: str) -> QBrush:
    """Return a brush from shade at -1 to light at +1 along the first axis; the painter lays it across a limb."""
    gradient = QLinearGradient(QPointF(-1.0, 0.0), QPointF(1.0, 0.0))
    gradient.setColorAt(0.0, mixed(colour, line, 0.34))
    gradient.setColorAt(0.30, mixed(colour, line, 0.16))
    gradient.setColorAt(0.58, QColor(colour))
    gradient.setColorAt(0.82, mixed(colour, "#ffffff", 0.13))
    gradient.setColorAt(1.0, mixed(colour, "#ffffff", 0.05))
    return QBrush(gradient)


@lru_cache(maxsize=64)
def soft(colour: str, alpha: float) -> QBrush:
    """Return a brush that fades from the middle of a unit circle to its edge."""
    gradient = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    for at, share in ((0.0, 1.0), (0.35, 0.78), (0.65, 0.34), (0.85, 0.09), (1.0, 0.0)):
        tone = QColor(colour)
        tone.setAlphaF(alpha * share)
        gradient.setColorAt(at, tone)
    return QBrush(gradient)


@lru_cache(maxsize=256)
def belly_brush(colour: str, strength: float) -> QBrush:
    """Return a brush that fills most of a unit circle evenly and ends in a soft edge, as a muscle's tint does."""
    gradient = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    shown = _TINT * min(strength / _COMES_FROM, 1.0)
    for at, share, light in (
        (0.0, 1.0, _CORE_LIGHT),
        (0.48, 1.0, 0.0),
        (0.66, 0.96, 0.0),
        (0.86, 0.46, 0.0),
        (1.0, 0.0, 0.0),
    ):
        tone = QColor(mixed(colour, "#ffffff", light))
        tone.setAlphaF(shown * share)
        gradient.setColorAt(at, tone)
    return QBrush(gradient)
