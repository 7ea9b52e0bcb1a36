"""The head: skull, jaw, hair, ear and a hint of a face, all seen from wherever the eye is."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QTransform

from kinetic_home.figure.space import Frame, Vec, dot, place, scaled
from kinetic_home.ui.figure.build import CRANIUM, EAR, EYE, HAIR_FROM, HAIR_TOWARDS, JAW, NOSE_BUMP
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import cap_of_sphere, ellipsoid
from kinetic_home.ui.figure.parts import LINE_M, inked
from kinetic_home.ui.figure.tones import LIGHT, plain, rounded, toned

_EYE_INK = 0.75
_SEEN = 0.12
_LIT_M = 0.105


class HeadPart:
    """The head on its neck."""

    def __init__(self, lens: Lens, neck: Vec, frame: Frame, skin: str, hair: str, line: str) -> None:
        self.depth = lens.depth(place(neck, frame, (0.0, CRANIUM[0][1], 0.0))) + 0.06
        self._lens, self._neck, self._frame = lens, neck, frame
        self._skin, self._hair, self._line = skin, hair, line

    def paint(self, painter: QPainter) -> None:
        """Paint the head."""
        skull = self._ball(*CRANIUM[0], CRANIUM[1])
        jaw = self._ball(*JAW[0], JAW[1])
        nose = self._ball(*NOSE_BUMP[0], NOSE_BUMP[1])
        seen_ahead = dot(self._frame[0], self._lens.towards)
        face = QPainterPath(skull)
        face.setFillRule(Qt.FillRule.WindingFill)
        face.addPath(jaw)
        if seen_ahead > -0.35:
            face.addPath(nose)
        around = QPainterPath(self._ball(*CRANIUM[0], CRANIUM[1], LINE_M))
        around.setFillRule(Qt.FillRule.WindingFill)
        around.addPath(self._ball(*JAW[0], JAW[1], LINE_M))
        if seen_ahead > -0.35:
            around.addPath(self._ball(*NOSE_BUMP[0], NOSE_BUMP[1], LINE_M))
        painter.fillPath(around, plain(inked(self._skin, self._line)))
        painter.fillPath(face, self._lit(rounded(self._skin, self._line)))
        if seen_ahead > 0.55:
            painter.fillPath(nose.translated(0.0, 0.004 * self._lens.scale), plain(toned(self._skin, self._line, 0.13)))
        self._paint_eyes(painter)
        self._paint_hair(painter)
        self._paint_ears(painter)

    def _ball(self, ahead: float, up: float, axes: tuple[float, float, float], grown: float = 0.0) -> QPainterPath:
        forward, upward, right = self._frame
        middle = place(self._neck, self._frame, (ahead, up, 0.0))
        (x, y), a, b, c = ellipsoid(
            self._lens,
            middle,
            (scaled(forward, axes[0] + grown), scaled(upward, axes[1] + grown), scaled(right, axes[2] + grown)),
        )
        return QTransform(a, b, 0.0, c, x, y).map(_circle())

    def _lit(self, brush: QBrush) -> QBrush:
        x, y = self._lens.flat(place(self._neck, self._frame, (0.0, 0.19, 0.0)))
        reach = _LIT_M * self._lens.scale
        laid = QBrush(brush)
        laid.setTransform(QTransform(LIGHT[0] * reach, LIGHT[1] * reach, -LIGHT[1] * reach, LIGHT[0] * reach, x, y))
        return laid

    def _paint_hair(self, painter: QPainter) -> None:
        (ahead, up), axes = CRANIUM
        forward, upward, right = self._frame
        grown = tuple(axis + 0.006 for axis in axes)
        middle = place(self._neck, self._frame, (ahead, up, 0.0))
        vectors = (scaled(forward, grown[0]), scaled(upward, grown[1]), scaled(right, grown[2]))
        (x, y), a, b, c = ellipsoid(self._lens, middle, vectors)
        # The plane's direction in the axes of the ball that the ellipsoid is, as the picture shows that ball.
        ball = [HAIR_TOWARDS[0], HAIR_TOWARDS[1], HAIR_TOWARDS[2]]
        flats = [self._lens.step(vector) for vector in vectors]
        px = sum(n * fx for n, (fx, _) in zip(ball, flats, strict=True)) / a
        raw_y = sum(n * fy for n, (_, fy) in zip(ball, flats, strict=True))
        py = (raw_y - b * px) / c
        towards = sum(n * dot(vector, self._lens.towards) for n, vector in zip(ball, vectors, strict=True))
        depth = sqrt(max(1.0 - px * px - py * py, 0.0))
        pz = depth if towards >= 0 else -depth
        points = cap_of_sphere((px, py, pz), HAIR_FROM)
        path = QPainterPath(QPointF(x + a * points[0][0], y + b * points[0][0] + c * points[0][1]))
        for u, v in points[1:]:
            path.lineTo(x + a * u, y + b * u + c * v)
        path.closeSubpath()
        painter.fillPath(path, self._lit(rounded(self._hair, self._line)))

    def _paint_ears(self, painter: QPainter) -> None:
        (ahead, up), out, (wide, high) = EAR
        for sign in (-1.0, 1.0):
            if sign * dot(self._frame[2], self._lens.towards) < _SEEN:
                continue
            x, y = self._lens.flat(place(self._neck, self._frame, (ahead, up, sign * out)))
            fx, fy = self._lens.step(scaled(self._frame[0], wide))
            ux, uy = self._lens.step(scaled(self._frame[1], high))
            edge = 1.0 + LINE_M / wide
            around = QTransform(fx * edge, fy * edge, ux * edge, uy * edge, x, y).map(_circle())
            painter.fillPath(around, plain(inked(self._skin, self._line)))
            ear = QTransform(fx, fy, ux, uy, x, y).map(_circle())
            painter.fillPath(ear, plain(toned(self._skin, self._line, 0.06)))

    def _paint_eyes(self, painter: QPainter) -> None:
        (ahead, up), out, (wide, high) = EYE
        forward, _, right = self._frame
        painter.setPen(Qt.PenStyle.NoPen)
        for sign in (-1.0, 1.0):
            looks = (0.86 * forward[0] + 0.5 * sign * right[0], 0.0, 0.86 * forward[2] + 0.5 * sign * right[2])
            looks = (looks[0], 0.86 * forward[1] + 0.5 * sign * right[1], looks[2])
            seen = dot(looks, self._lens.towards)
            if seen < _SEEN:
                continue
            x, y = self._lens.flat(place(self._neck, self._frame, (ahead, up, sign * out)))
            ux, uy = self._lens.step(self._frame[1])
            circle = QPainterPath()
            circle.addEllipse(QPointF(0.0, 0.0), wide * min(1.0, seen * 1.2), high)
            painter.fillPath(
                QTransform(uy, -ux, ux, uy, x, y).map(circle), plain(toned(self._skin, self._line, _EYE_INK))
            )


@lru_cache(maxsize=1)
def _circle() -> QPainterPath:
    circle = QPainterPath()
    circle.addEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
    return circle
