"""Open a file that anyone may have written, and get its text: never hang, never read without end, never guess."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kinetic_home.catalogue.problems import WHOLE_FILE, ContentError, Problem

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LARGEST_BYTES = 1_000_000

_AS_UTF8 = "open it in a text editor and save it as UTF-8 plain text"
_KNOWN_KINDS = {
    b"PK\x03\x04": "is a Word, LibreOffice or ZIP file",
    b"\xd0\xcf\x11\xe0": "is an old Word or Excel file",
    b"{\\rtf": "is a rich-text file",
    b"%PDF": "is a PDF file",
    b"SQLite format 3\0": "is a database",
    b"\x89PNG": "is a picture",
    b"\xff\xd8\xff": "is a picture",
}
_KINDS_OF_FILE: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, "is a pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def read_bytes(file: Path | Traversable, name: str) -> bytes:
    """Return the bytes of a regular file of at most 1 MB; raises ContentError with the one reason why not."""
    try:
        if isinstance(file, Path) and (cause := _not_regular(file)) is not None:
            raise _refusal(name, cause, "name the plan file itself")
        with _opened(file) as stream:
            data = stream.read(LARGEST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise _refusal(name, "there is no such file", "check the name and the folder") from None
    except PermissionError:
        raise _refusal(name, "may not be read by you", "ask its owner for the right to read it") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        cause = getattr(error, "strerror", None) or str(error)
        raise _refusal(name, f"cannot be read: {cause}", "copy it to this computer and try again") from None
    if len(data) > LARGEST_BYTES:
        raise _refusal(name, "is larger than 1 MB", "a content file has a few kilobytes; is this the right one?")
    return data


def text_of(data: bytes, name: str) -> str:
    """Return the text of UTF-8 bytes, with or without a byte order mark; raises ContentError for anything else."""
    if not data.strip():
        raise _refusal(name, "is empty", "take a new copy of it")
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or _looks_like_utf16(data):
        raise _refusal(name, "is written as UTF-16 or UTF-32, not as UTF-8", _AS_UTF8)
    for signature, cause in _KNOWN_KINDS.items():
        if data.startswith(signature):
            raise _refusal(name, f"{cause}, not plain text", "choose the plain text file that ends in .toml")
    if b"\0" in data:
        raise _refusal(name, "is a binary file, not plain text", "choose the plain text file that ends in .toml")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        cause = f"is not UTF-8 text here: byte 0x{data[error.start]:02X}"
        raise ContentError(
            [Problem(file=name, path=f"line {line}, column {column}", cause=cause, hint=_AS_UTF8)]
        ) from None


def _not_regular(file: Path) -> str | None:
    mode = file.stat().st_mode
    return next((cause for holds, cause in _KINDS_OF_FILE if holds(mode)), None)


def _opened(file: Path | Traversable) -> IO[bytes]:
    """Open without waiting: a pipe put in the file's place after the look at it would block an ordinary open."""
    if not isinstance(file, Path):
        return file.open("rb")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(file, flags), "rb")


def _looks_like_utf16(data: bytes) -> bool:
    """Tell UTF-16 without its mark: in Western text every second byte is 0."""
    quarter = len(data) // 4
    return len(data) > 3 and max(data[::2].count(0), data[1::2].count(0)) > quarter


def _refusal(name: str, cause: str, hint: str) -> ContentError:
    return ContentError([Problem(file=name, path=WHOLE_FILE, cause=cause, hint=hint)])
