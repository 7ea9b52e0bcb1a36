"""The head: skull, jaw, hair, ear and a hint of a face, all seen from wherever the eye is."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainterPath, QTransform

from kinetic_home.figure.space import ZERO, Frame, Vec, dot, place
from kinetic_home.ui.figure.build import (
    BROW_HALF_M,
    BROW_UP_M,
    CHEEK,
    CHEEK_M,
    CRANIUM,
    EAR,
    EYE,
    HAIR_BALL,
    HAIR_FROM,
    HAIR_TOWARDS,
    JAW,
    MOUTH,
    NOSE_BUMP,
    TIGHT_MOUTH_M,
)
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import Flat, cap_of_sphere, ellipse
from kinetic_home.ui.figure.parts import LINE_M, inked
from kinetic_home.ui.figure.paths import wound
from kinetic_home.ui.figure.placed import Fill
from kinetic_home.ui.figure.tones import LIGHT, plain, rounded, toned

_EYE_INK, _BROW_INK, _MOUTH_INK = 0.75, 0.35, 0.62
# How much the face curves back to its sides, in 1/m, and how far within a cheek its flush lies and how strong it is.
_BOW, _FLUSH_IN_M, _FLUSH, _SMILE_M = 7.0, 0.010, 0.36, 0.0022
_SEEN = 0.12
_LIT_M = 0.105
_HAIR_M = 0.006
_NOSE_SEEN, _NOSE_SHADED = -0.35, 0.55
_NOSE_LOW_M = 0.004
_KEPT = 4

# Forward, up and aside of its middle, and its half axes.
Ball = tuple[Vec, Vec]


@lru_cache(maxsize=_KEPT)
def head_fills(
    lens: Lens, frame: Frame, skin: str, hair: str, line: str, puff: float = 0.0, flush: str | None = None
) -> tuple[Fill, ...]:
    """Return what a head is painted of, in px from the base of its neck; a head that does not turn is made once.

    A held breath puffs out the cheeks, `puff` from 0 to 1, and flushes them with a colour.
    """
    return tuple(_Head(lens, frame, (skin, hair, line), puff, flush).fills())


class _Head:
    def __init__(self, lens: Lens, frame: Frame, tones: tuple[str, str, str], puff: float, flush: str | None) -> None:
        self._lens, self._frame = lens, frame
        self._flat = lens.turned(frame)
        self._skin, self._hair, self._line = tones
        self._puff, self._flush = puff, flush

    def fills(self) -> list[Fill]:
        lens, skin, line = self._lens, self._skin, self._line
        seen_ahead = dot(self._frame[0], lens.towards)
        balls: list[Ball] = [_middle(CRANIUM), _middle(JAW)]
        if seen_ahead > _NOSE_SEEN:
            balls.append(_middle(NOSE_BUMP))
        cheeks = self._cheeks()
        hair = [_middle(HAIR_BALL)]
        found = [
            (self._balls([*hair, *balls, *cheeks], LINE_M), plain(inked(skin, line))),
            (self._balls(hair, 0.0), self._lit(rounded(self._hair, line))),
            (self._balls([*balls, *cheeks], 0.0), self._lit(rounded(skin, line))),
        ]
        if cheeks and self._flush:
            found.append(
                (self._balls(self._seen_cheeks(cheeks), -_FLUSH_IN_M), plain(toned(skin, self._flush, _FLUSH)))
            )
        if seen_ahead > _NOSE_SHADED:
            nose = self._balls([_middle(NOSE_BUMP)], 0.0).translated(0.0, _NOSE_LOW_M * lens.scale)
            found.append((nose, plain(toned(skin, line, 0.13))))
        return [*found, *self._eyes(), *self._mouth(seen_ahead), self._hair_fill(), *self._ears()]

    def _cheeks(self) -> list[Ball]:
        if self._puff <= 0.0:
            return []
        ahead, up, aside = CHEEK
        size = CHEEK_M * (0.6 + 0.4 * self._puff)
        return [((ahead, up, sign * aside), (size, size, size)) for sign in (-1.0, 1.0)]

    def _seen_cheeks(self, cheeks: list[Ball]) -> list[Ball]:
        looks = [(0.7 * self._lens.depth(self._frame[0]), 0.7 * self._lens.depth(self._frame[2]))] * 2
        return [
            cheek
            for cheek, (ahead, right) in zip(cheeks, looks, strict=True)
            if ahead + right * (1.0 if cheek[0][2] > 0 else -1.0) > _SEEN
        ]

    def _mouth(self, seen_ahead: float) -> list[Fill]:
        """Return the closed mouth as a thin bow over the jaw; a held breath presses it together."""
        if seen_ahead < _SEEN:
            return []
        (ahead, up), half, thick = MOUTH
        half += (TIGHT_MOUTH_M - half) * self._puff
        steps = (-1.0, -0.5, 0.0, 0.5, 1.0)
        upper = [
            self._at(ahead - _BOW * (s * half) ** 2, up + thick * (1.0 - s * s) + _SMILE_M * s * s, s * half)
            for s in steps
        ]
        lower = [
            self._at(ahead - _BOW * (s * half) ** 2, up - thick * (1.0 - s * s) + _SMILE_M * s * s, s * half)
            for s in steps
        ]
        return [(_closed([*upper, *lower[::-1]]), plain(toned(self._skin, self._line, _MOUTH_INK)))]

    def _at(self, ahead: float, up: float, aside: float) -> Flat:
        (fx, fy), (ux, uy), (rx, ry) = self._flat
        return fx * ahead + ux * up + rx * aside, fy * ahead + uy * up + ry * aside

    def _axes(self, halves: tuple[float, float, float], grown: float) -> list[Flat]:
        return [(x * (half + grown), y * (half + grown)) for (x, y), half in zip(self._flat, halves, strict=True)]

    def _balls(self, balls: list[Ball], grown: float) -> QPainterPath:
        path = wound()
        for spot, halves in balls:
            a, b, c = ellipse(self._axes(halves, grown))
            path.addPath(QTransform(a, b, 0.0, c, *self._at(*spot)).map(_circle()))
        return path

    def _lit(self, brush: QBrush) -> QBrush:
        x, y = self._at(0.0, 0.19, 0.0)
        reach = _LIT_M * self._lens.scale
        laid = QBrush(brush)
        laid.setTransform(QTransform(LIGHT[0] * reach, LIGHT[1] * reach, -LIGHT[1] * reach, LIGHT[0] * reach, x, y))
        return laid

    def _hair_fill(self) -> Fill:
        (ahead, up), halves = CRANIUM
        flats = self._axes(halves, _HAIR_M)
        (x, y), (a, b, c) = self._at(ahead, up, 0.0), ellipse(flats)
        # The plane's direction in the axes of the ball that the ellipsoid is, as the picture shows that ball.
        px = sum(n * fx for n, (fx, _) in zip(HAIR_TOWARDS, flats, strict=True)) / a
        raw_y = sum(n * fy for n, (_, fy) in zip(HAIR_TOWARDS, flats, strict=True))
        py = (raw_y - b * px) / c
        grown = [n * (half + _HAIR_M) for n, half in zip(HAIR_TOWARDS, halves, strict=True)]
        towards = dot(place(ZERO, self._frame, (grown[0], grown[1], grown[2])), self._lens.towards)
        depth = sqrt(max(1.0 - px * px - py * py, 0.0))
        points = cap_of_sphere((px, py, depth if towards >= 0 else -depth), HAIR_FROM)
        path = QPainterPath(QPointF(x + a * points[0][0], y + b * points[0][0] + c * points[0][1]))
        for u, v in points[1:]:
            path.lineTo(x + a * u, y + b * u + c * v)
        path.closeSubpath()
        return path, self._lit(rounded(self._hair, self._line))

    def _ears(self) -> list[Fill]:
        (ahead, up), out, (wide, high) = EAR
        (fx, fy), (ux, uy), _ = self._flat
        edge = 1.0 + LINE_M / wide
        found: list[Fill] = []
        for sign in (-1.0, 1.0):
            if sign * dot(self._frame[2], self._lens.towards) < _SEEN:
                continue
            ear = QTransform(fx * wide, fy * wide, ux * high, uy * high, *self._at(ahead, up, sign * out))
            around = QTransform.fromScale(edge, edge) * ear
            found.append((around.map(_circle()), plain(inked(self._skin, self._line))))
            found.append((ear.map(_circle()), plain(toned(self._skin, self._line, 0.06))))
        return found

    def _eyes(self) -> list[Fill]:
        """Return eyes and brows; both eyes are one path, as filling is what takes its time."""
        (ahead, up), out, (wide, high) = EYE
        forward, _, right = self._frame
        _, (ux, uy), _ = self._flat
        eyes, brows = QPainterPath(), QPainterPath()
        for sign in (-1.0, 1.0):
            seen = 0.86 * dot(forward, self._lens.towards) + 0.5 * sign * dot(right, self._lens.towards)
            if seen < _SEEN:
                continue
            wider = wide * min(1.0, seen * 1.2)
            eye = QTransform(uy * wider, -ux * wider, ux * high, uy * high, *self._at(ahead, up, sign * out))
            eyes.addPath(eye.map(_circle()))
            brows.addPath(self._brow(ahead, up + BROW_UP_M, sign * out))
        if eyes.isEmpty():
            return []
        return [
            (eyes, plain(toned(self._skin, self._line, _EYE_INK))),
            (brows, plain(toned(self._hair, self._line, _BROW_INK))),
        ]

    def _brow(self, ahead: float, up: float, aside: float) -> QPainterPath:
        out = BROW_HALF_M if aside > 0 else -BROW_HALF_M
        inner, outer = aside - out, aside + out
        edge = ((inner, 0.002), (aside, 0.005), (outer, 0.001), (outer, -0.001), (aside, 0.001), (inner, -0.001))
        return _closed([self._at(ahead - _BOW * (z * z - aside * aside), up + y, z) for z, y in edge])


def _middle(ball: tuple[Flat, Vec]) -> Ball:
    (ahead, up), halves = ball
    return (ahead, up, 0.0), halves


def _closed(points: list[Flat]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    path.closeSubpath()
    return path


@lru_cache(maxsize=1)
def _circle() -> QPainterPath:
    circle = QPainterPath()
    circle.addEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
    return circle
