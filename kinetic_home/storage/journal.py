"""The second copy: every fact as one line beside the database, so that the database can be put together again.

A line is «CRC-32 in hex, space, JSON». The database is written first, the copy second, both flushed to the disk:
a fact is acknowledged when both have it. A crash in between leaves the copy one write behind, and the next start
carries that over. The other way round, a line could name a fact that the database refused.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from zlib import crc32

import msgspec

from kinetic_home.workflow.ports import RawFact

_CRC_CHARS = 8
_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(RawFact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What the second copy holds: how many lines, how many of them damaged, the last one's fact, their bytes.

    A torn last line, which a crash in the middle of a write leaves behind, is not counted.
    """

    lines: int
    damaged: int
    last: RawFact | None
    sound_bytes: int


def line_of(fact: RawFact) -> bytes:
    """Return a fact as one line of the copy."""
    body = _ENCODER.encode(fact)
    return b"%08x %s\n" % (crc32(body), body)


def fact_of(line: bytes) -> RawFact | None:
    """Return the fact of one line without its end, or None where the line is damaged."""
    if not _is_sound(line):
        return None
    try:
        return _DECODER.decode(line[_CRC_CHARS + 1 :])
    except msgspec.DecodeError:
        return None


def _is_sound(line: bytes) -> bool:
    return line[: _CRC_CHARS + 1] == b"%08x " % crc32(line[_CRC_CHARS + 1 :])


def read_facts(path: Path) -> tuple[RawFact, ...]:
    """Return every fact of the copy that can be read, by seq; an absent file holds none."""
    if not path.exists():
        return ()
    facts = (fact_of(line) for line in path.read_bytes().split(b"\n"))
    by_seq = {fact.seq: fact for fact in facts if fact is not None}
    return tuple(by_seq[seq] for seq in sorted(by_seq))


def survey(path: Path) -> Copy:
    """Check every line's sum without reading what it says: about 1 µs a line."""
    content = path.read_bytes() if path.exists() else b""
    *lines, torn = content.split(b"\n")
    damaged = sum(1 for line in lines if not _is_sound(line))
    last = fact_of(lines[-1]) if lines else None
    return Copy(lines=len(lines), damaged=damaged, last=last, sound_bytes=len(content) - len(torn))


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class Journal:
    """The open second copy; it only ever grows."""

    def __init__(self, path: Path, *, last_seq: int, sound_bytes: int) -> None:
        """Open the copy for writing behind its `sound_bytes`; a torn line after them is cut off.

        Raises OSError.
        """
        self.path = path
        self.last_seq = last_seq
        is_new = not path.exists()
        self._file = FileIO(path, "ab", opener=_open_private)
        self._bytes = sound_bytes
        self._file.truncate(sound_bytes)
        if is_new:
            flush_folder(path.parent)

    def append(self, facts: Iterable[RawFact]) -> None:
        """Write facts and flush them to the disk; where that fails, nothing of them stays.

        Raises OSError.
        """
        facts = tuple(facts)
        lines = b"".join(map(line_of, facts))
        try:
            rest = lines
            while rest:
                rest = rest[self._file.write(rest) :]
            flush(self._file.fileno())
        except OSError:
            self._file.truncate(self._bytes)
            raise
        self._bytes += len(lines)
        self.last_seq = facts[-1].seq if facts else self.last_seq

    def close(self) -> None:
        """Close the file; closing it twice does no harm."""
        self._file.close()


def flush(file: int) -> None:
    """Return when a file's content is on the disk itself, not only on its way there."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - there is no such module on Windows

        fcntl.fcntl(file, fcntl.F_FULLFSYNC)
    else:
        os.fsync(file)


def flush_folder(folder: Path) -> None:
    """Return when a folder's list of names is on the disk; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
