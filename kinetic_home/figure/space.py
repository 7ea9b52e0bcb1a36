"""Points, directions and turned frames in three dimensions, as plain tuples.

A frame is its three axes as seen from outside: forward, up and right. Angles are in degrees.
"""

from __future__ import annotations

from math import cos, radians, sin, sqrt

Vec = tuple[float, float, float]
Frame = tuple[Vec, Vec, Vec]

ZERO: Vec = (0.0, 0.0, 0.0)
UPRIGHT: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def add(a: Vec, b: Vec) -> Vec:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """Return a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def along(a: Vec, direction: Vec, length: float) -> Vec:
    """Return the point that lies `length` from a in a direction."""
    return (a[0] + direction[0] * length, a[1] + direction[1] * length, a[2] + direction[2] * length)


def scaled(a: Vec, factor: float) -> Vec:
    """Return a, `factor` times as long."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """Return how long a is."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    """Return how far a and b are apart."""
    return length(sub(a, b))


def unit(a: Vec) -> Vec:
    """Return the direction of a; raises ZeroDivisionError where it has none."""
    x, y, z = a
    factor = 1.0 / sqrt(x * x + y * y + z * z)
    return (x * factor, y * factor, z * factor)


def between(a: Vec, b: Vec, share: float) -> Vec:
    """Return the point at a share of the way from a to b."""
    rest = 1.0 - share
    return (a[0] * rest + b[0] * share, a[1] * rest + b[1] * share, a[2] * rest + b[2] * share)


def flipped(a: Vec) -> Vec:
    """Return a as a mirror between left and right shows it."""
    return (a[0], a[1], -a[2])


def flipped_frame(frame: Frame) -> Frame:
    """Return a frame as a mirror shows it, its right axis still to the person's right."""
    forward, up, right = frame
    return (flipped(forward), flipped(up), (-right[0], -right[1], right[2]))


def place(origin: Vec, frame: Frame, local: Vec) -> Vec:
    """Return where a point given in a frame at `origin` lies."""
    (x, y, z), (f, u, r) = local, frame
    return (
        origin[0] + f[0] * x + u[0] * y + r[0] * z,
        origin[1] + f[1] * x + u[1] * y + r[1] * z,
        origin[2] + f[2] * x + u[2] * y + r[2] * z,
    )


def turned_about(a: Vec, axis: Vec, angle_deg: float) -> Vec:
    """Turn a direction about a unit axis, by the right hand's rule."""
    c, s = cos(radians(angle_deg)), sin(radians(angle_deg))
    return along(along(scaled(a, c), cross(axis, a), s), axis, dot(axis, a) * (1.0 - c))


def between_frames(a: Frame, b: Frame, share: float) -> Frame:
    """Return the frame at a share of the way from a to b, which are less than half a turn apart."""
    up = unit(between(a[1], b[1], share))
    ahead = between(a[0], b[0], share)
    ahead = unit(along(ahead, up, -dot(ahead, up)))
    return (ahead, up, cross(ahead, up))


def turn_z(frame: Frame, angle_deg: float) -> Frame:
    """Turn a frame about its own right axis: forward goes up."""
    if angle_deg == 0.0:
        return frame
    c, s = cos(radians(angle_deg)), sin(radians(angle_deg))
    x, y, z = frame
    return (
        (x[0] * c + y[0] * s, x[1] * c + y[1] * s, x[2] * c + y[2] * s),
        (y[0] * c - x[0] * s, y[1] * c - x[1] * s, y[2] * c - x[2] * s),
        z,
    )


def turn_x(frame: Frame, angle_deg: float) -> Frame:
    """Turn a frame about its own forward axis: up goes right."""
    if angle_deg == 0.0:
        return frame
    c, s = cos(radians(angle_deg)), sin(radians(angle_deg))
    x, y, z = frame
    return (
        x,
        (y[0] * c + z[0] * s, y[1] * c + z[1] * s, y[2] * c + z[2] * s),
        (z[0] * c - y[0] * s, z[1] * c - y[1] * s, z[2] * c - y[2] * s),
    )


def turn_y(frame: Frame, angle_deg: float) -> Frame:
    """Turn a frame about its own up axis: right goes forward."""
    if angle_deg == 0.0:
        return frame
    c, s = cos(radians(angle_deg)), sin(radians(angle_deg))
    x, y, z = frame
    return (
        (x[0] * c - z[0] * s, x[1] * c - z[1] * s, x[2] * c - z[2] * s),
        y,
        (z[0] * c + x[0] * s, z[1] * c + x[1] * s, z[2] * c + x[2] * s),
    )
