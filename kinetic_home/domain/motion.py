"""How an exercise moves: two key poses in anatomical angles, and what the body touches in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """The key poses of an exercise by name; angles in degrees, 0 is standing straight."""

    poses: Mapping[str, Mapping[str, object]]
