"""The catalogue's files parsed ahead of time: reading them costs a tenth of parsing them at every start.

Each lies under the digest of the bytes that it was parsed from, so one that has changed since is simply not found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kinetic_home.catalogue.files import read_bytes
from kinetic_home.catalogue.problems import ContentError
from kinetic_home.catalogue.reading import NOTHING_PARSED, Parsed

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PARSED = "parsed.json"


def load_parsed(folder: Traversable) -> Parsed:
    """Return the data of a folder's files by digest; empty where there is none or it cannot be read."""
    try:
        return msgspec.json.decode(read_bytes(folder / PARSED, PARSED), type=dict[str, dict[str, object]])
    except (ContentError, msgspec.DecodeError):
        return NOTHING_PARSED
