"""The camera with its place on the screen: from points in the room to pixels."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from kinetic_home.figure.camera import Camera
from kinetic_home.figure.scene import Frame
from kinetic_home.figure.space import Frame as Axes
from kinetic_home.figure.space import Vec, dot

_MARGIN = 0.03
_RESTS_AT = 0.56


class Lens:
    """Maps points in metres to pixels, y downwards. Painting in pixels is four times as fast as in scaled metres."""

    def __init__(self, camera: Camera, frame: Frame, rect: QRectF) -> None:
        wide, high = frame.right - frame.left, frame.top - frame.bottom
        self.right, self.up, self.towards = camera
        self.frame, self.rect = frame, rect
        self.scale = min(rect.width() / wide, rect.height() / high) * (1.0 - 2.0 * _MARGIN)
        spare = rect.height() - high * self.scale
        self._x = rect.center().x() - (frame.left + frame.right) / 2 * self.scale
        # Room to spare is left rather above than below, as a picture hangs.
        self._y = rect.top() + spare * _RESTS_AT + frame.top * self.scale

    def flat(self, point: Vec) -> tuple[float, float]:
        """Return where a point falls, in px."""
        r, u, scale = self.right, self.up, self.scale
        x, y, z = point
        return (
            self._x + (x * r[0] + y * r[1] + z * r[2]) * scale,
            self._y - (x * u[0] + y * u[1] + z * u[2]) * scale,
        )

    def step(self, vector: Vec) -> tuple[float, float]:
        """Return how far a step in the room goes on the screen, in px."""
        r, u, scale = self.right, self.up, self.scale
        x, y, z = vector
        return (x * r[0] + y * r[1] + z * r[2]) * scale, -(x * u[0] + y * u[1] + z * u[2]) * scale

    def seen(self, point: Vec) -> Vec:
        """Return where a point lies for the eye: to the right, up and towards it, in m."""
        r, u, t = self.right, self.up, self.towards
        x, y, z = point
        return (
            x * r[0] + y * r[1] + z * r[2],
            x * u[0] + y * u[1] + z * u[2],
            x * t[0] + y * t[1] + z * t[2],
        )

    def depth(self, point: Vec) -> float:
        """Return how near a point is to the eye, in m."""
        return dot(point, self.towards)

    def turned(self, frame: Axes) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
        """Return how far a metre along each axis of a turned frame goes on the screen, in px."""
        return self.step(frame[0]), self.step(frame[1]), self.step(frame[2])

    @property
    def middle_px(self) -> float:
        """Return the middle of what is shown, from the left."""
        return self._x + (self.frame.left + self.frame.right) / 2 * self.scale

    @property
    def edges_px(self) -> tuple[float, float]:
        """Return the left and the right edge of what is shown."""
        return self._x + self.frame.left * self.scale, self._x + self.frame.right * self.scale
