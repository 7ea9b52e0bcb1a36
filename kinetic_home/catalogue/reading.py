"""Read a TOML file that anyone may have written into plain data, or say in clear sentences why not."""

from __future__ import annotations

import hashlib
import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kinetic_home.catalogue.files import read_bytes, text_of
from kinetic_home.catalogue.problems import Findings, Problem, shown

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

DEEPEST = 20
MOST_ITEMS = 2_000
LONGEST_TEXT = 500
LONGEST_LINE = 2_000
# The parser needs time by the square of the parts of a dotted key, and much for each part.
MOST_DOTS = 10_000
LARGEST_NUMBER = 10**12
_TOO_DEEP = f"is nested deeper than {DEEPEST} levels"

# Control characters, and those that reorder or hide text so that a file reads other than it is.
_HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
# The patterns are compiled where they are needed: a start without faults needs none of them.
_HIDDEN_IN_TEXT = f"[\x00-\x1f\x7f-\x9f{_HIDDEN}]"
_HIDDEN_IN_FILE = f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_HIDDEN}]"
_PLACE = r" ?\(at (line \d+, column \d+|end of document)\)$"
_BARE_KEY = "[A-Za-z0-9_-]{1,60}"
_PLAINER = {"Cannot overwrite a value": "this key has been written before"}


# Data by the SHA-256 of the file that they were parsed from, all without fault.
Parsed = Mapping[str, dict[str, object]]
NOTHING_PARSED: Parsed = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file's data, the name that messages call it by, the SHA-256 of its bytes in hex, and what is amiss in it."""

    name: str
    data: dict[str, object]
    digest: str
    problems: tuple[Problem, ...]


def read_document(file: Path | Traversable, name: str | None = None, parsed: Parsed = NOTHING_PARSED) -> Document:
    """Return the data of a TOML file; `problems` tells of values that no content file may hold.

    Raises ContentError where the file cannot be read as TOML at all.
    """
    name = str(file) if name is None else name
    data = read_bytes(file, name)
    digest = hashlib.sha256(data).hexdigest()
    if digest in parsed:
        return Document(name=name, data=parsed[digest], digest=digest, problems=())
    findings = Findings(name)
    content = parse(text_of(data, name), findings)
    return Document(name=name, data=content, digest=digest, problems=tuple(findings.problems))


def parse(text: str, findings: Findings) -> dict[str, object]:
    """Return TOML text as data, and note values that hide something, are no numbers or are beyond the limits.

    Raises ContentError for what is not TOML.
    """
    text = text.replace("\r\n", "\n")
    if text.count(".") > MOST_DOTS:
        findings.add("", f"holds more than {MOST_DOTS:,} dots", "is this really a plan?")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE or not line.isprintable():
            _check_line(line, f"line {number}", findings)
    findings.raise_any()
    data: dict[str, object] = {}
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _add_syntax_error(error, findings)
    except RecursionError:
        findings.add("", _TOO_DEEP, "take out the brackets that are too many")
    except ValueError:  # Python refuses to read numbers of more than 4,300 digits
        findings.add("", "holds a number with far too many digits", "write a shorter number")
    findings.raise_any()
    if not _plainly_within_limits(data, 1):
        for path, cause, hint in _beyond_limits(data, "", 1):
            findings.add(path, cause, hint)
    return data


def key_path(path: str, key: str) -> str:
    """Return the path of a table's key."""
    bare = key if re.fullmatch(_BARE_KEY, key) else shown(key)
    return f"{path}.{bare}" if path else bare


def item_path(path: str, index: int) -> str:
    """Return the path of a list's item; the first one has the number 1."""
    return f"{path}[{index + 1}]"


def _check_line(line: str, place: str, findings: Findings) -> None:
    if len(line) > LONGEST_LINE:
        findings.add(place, f"is longer than {LONGEST_LINE:,} characters", "break the line in two")
    if hidden := re.search(_HIDDEN_IN_FILE, line):
        findings.add(
            f"{place}, column {hidden.start() + 1}",
            f"holds {_named(hidden[0])}",
            "delete it; some editors can show what is hidden",
        )


def _add_syntax_error(error: tomllib.TOMLDecodeError, findings: Findings) -> None:
    message = str(error)
    place = re.search(_PLACE, message)
    cause = re.sub(_PLACE, "", message)
    cause = _PLAINER.get(cause, cause[:1].lower() + cause[1:])
    if place is None or place[1] == "end of document":
        findings.add("end of file", f"the file ends too soon: {cause}", "was it copied whole? Look at its last lines")
    else:
        findings.add(place[1], f"is not TOML: {cause}", "look at the quotes, brackets and commas up to here")


def _plainly_within_limits(value: object, depth: int) -> bool:
    """Tell quickly that nothing is amiss; where it cannot tell, `_beyond_limits` looks closely and says what it is."""
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT and value.isprintable()
    if isinstance(value, dict):
        inner = [*value, *value.values()]
    elif isinstance(value, list):
        inner = value
    else:
        return not isinstance(value, int | float) or -LARGEST_NUMBER <= value <= LARGEST_NUMBER
    within = depth <= DEEPEST and len(value) <= MOST_ITEMS
    return within and all(_plainly_within_limits(item, depth + 1) for item in inner)


def _beyond_limits(value: object, path: str, depth: int) -> Iterator[tuple[str, str, str]]:
    """Yield path, cause and hint of everything in the data that leaves the limits."""
    match value:
        case dict() | list() if depth > DEEPEST:
            yield path, _TOO_DEEP, "take out the brackets that are too many"
        case dict():
            yield from _too_many(len(value), path)
            for key, inner in value.items():
                yield from _text_beyond_limits(key, key_path(path, key), "a key that")
                yield from _beyond_limits(inner, key_path(path, key), depth + 1)
        case list():
            yield from _too_many(len(value), path)
            for index, inner in enumerate(value):
                yield from _beyond_limits(inner, item_path(path, index), depth + 1)
        case str():
            yield from _text_beyond_limits(value, path, "text that")
        case float() if not math.isfinite(value):
            yield path, f"must be a number, not {value}", "write the number in digits"
        case int() | float() if abs(value) > LARGEST_NUMBER:
            yield path, "is a number far too large", "write a smaller number"
        case _:
            pass


def _too_many(count: int, path: str) -> Iterator[tuple[str, str, str]]:
    if count > MOST_ITEMS:
        yield path, f"holds {count:,} entries, more than {MOST_ITEMS:,}", "take some out"


def _text_beyond_limits(text: str, path: str, what: str) -> Iterator[tuple[str, str, str]]:
    if len(text) > LONGEST_TEXT:
        yield path, f"holds {what} is longer than {LONGEST_TEXT} characters", "say it in fewer words"
    if hidden := re.search(_HIDDEN_IN_TEXT, text):
        yield path, f"holds {_named(hidden[0])}", "delete it; text stays on one line"


def _named(char: str) -> str:
    known = {"\n": "a line break", "\t": "a tab", "\r": "a lone carriage return"}
    return known.get(char, f"a control or hidden character (U+{ord(char):04X})")
