"""The side of the body that a piece of work is done with."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """Left, right, or both where an exercise is not done one side at a time."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def opposite(self) -> Side:
        """Return the other side; both stays both."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}[self]
