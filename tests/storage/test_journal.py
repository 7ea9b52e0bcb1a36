"""The second copy: one fact a line, each with its sum."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.storage import journal
from kinetic_home.storage.journal import Copy, Journal, fact_of, line_of, read_facts, survey
from kinetic_home.workflow.ports import RawFact

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
FACTS = st.builds(
    RawFact,
    seq=st.integers(1, 2**53),
    event_id=TEXTS,
    session_ref=TEXTS,
    utc=TEXTS,
    utc_offset_min=st.integers(-840, 840),
    at_ms=st.none() | st.integers(0, 2**53),
    kind=TEXTS,
    schema_version=st.integers(1, 9),
    payload=TEXTS,
)


def fact(seq: int) -> RawFact:
    return RawFact(
        seq=seq,
        event_id=f"e{seq}",
        session_ref="s",
        utc="2026-03-02T09:00:00.000Z",
        utc_offset_min=60,
        at_ms=None,
        kind="note_written",
        schema_version=1,
        payload='{"text":"zwei\\nZeilen"}',
    )


def written(path: Path, count: int) -> bytes:
    book = Journal(path, last_seq=0, sound_bytes=0)
    book.append(map(fact, range(1, count + 1)))
    book.close()
    return path.read_bytes()


@given(raw=FACTS)
def test_a_line_holds_a_fact_whole_and_without_an_end_of_line_inside(raw: RawFact) -> None:
    line = line_of(raw)
    assert line.count(b"\n") == 1
    assert fact_of(line.rstrip(b"\n")) == raw


@given(raw=FACTS, where=st.integers(0, 10_000), change=st.integers(1, 255))
def test_a_line_with_any_one_byte_changed_is_known_as_damaged(raw: RawFact, where: int, change: int) -> None:
    line = bytearray(line_of(raw).rstrip(b"\n"))
    line[where % len(line)] ^= change
    assert fact_of(bytes(line)) is None


def test_an_absent_copy_holds_nothing(tmp_path: Path) -> None:
    assert survey(tmp_path / "none") == Copy(lines=0, damaged=0, last=None, sound_bytes=0)
    assert read_facts(tmp_path / "none") == ()


def test_a_survey_counts_lines_and_names_the_last_fact(tmp_path: Path) -> None:
    content = written(tmp_path / "copy", 3)
    assert survey(tmp_path / "copy") == Copy(lines=3, damaged=0, last=fact(3), sound_bytes=len(content))


def test_a_torn_last_line_is_no_damage_and_is_cut_off_before_the_next_write(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    content = written(path, 3)
    path.write_bytes(content[:-5])
    copy = survey(path)
    assert (copy.lines, copy.damaged, copy.last) == (2, 0, fact(2))
    book = Journal(path, last_seq=2, sound_bytes=copy.sound_bytes)
    book.append([fact(3)])
    book.close()
    assert path.read_bytes() == content


@pytest.mark.parametrize("spoiled", [b"\0" * 12, b"\n", b"hello", b"zzzzzzzz {}"])
def test_a_damaged_line_in_the_middle_is_counted_and_the_others_are_read(tmp_path: Path, spoiled: bytes) -> None:
    path = tmp_path / "copy"
    lines = written(path, 3).splitlines(keepends=True)
    path.write_bytes(lines[0] + spoiled + b"\n" + lines[2])
    assert survey(path).damaged >= 1
    assert read_facts(path) == (fact(1), fact(3))


def test_a_sound_line_that_is_no_fact_is_not_read(tmp_path: Path) -> None:
    body = b'{"seq":1}'
    assert fact_of(b"%08x %s" % (journal.crc32(body), body)) is None


class Reluctant:
    """A file that takes 70 bytes at a time, and no more than `room` in all."""

    def __init__(self, file: FileIO, room: int) -> None:
        self._file = file
        self._room = room

    def write(self, data: bytes) -> int:
        if self._room <= 0:
            raise OSError(28, "No space left on device")
        taken = self._file.write(data[: min(70, self._room)])
        self._room -= taken
        return taken

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


def test_a_write_that_fails_leaves_nothing_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    content = written(path, 2)
    book = Journal(path, last_seq=2, sound_bytes=len(content))
    real = book._file
    book._file = Reluctant(real, room=100)  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(OSError, match="No space"):
        book.append([fact(3)])
    assert path.read_bytes() == content
    assert book.last_seq == 2
    book._file = real
    book.append([fact(3)])
    book.close()
    assert read_facts(path) == (fact(1), fact(2), fact(3))


def test_a_write_that_the_disk_takes_in_parts_is_whole(tmp_path: Path) -> None:
    book = Journal(tmp_path / "copy", last_seq=0, sound_bytes=0)
    book._file = Reluctant(book._file, room=10_000)  # pyright: ignore[reportAttributeAccessIssue]
    book.append([fact(1), fact(2)])
    book.close()
    assert read_facts(tmp_path / "copy") == (fact(1), fact(2))


def test_only_its_owner_can_read_the_copy(tmp_path: Path) -> None:
    written(tmp_path / "copy", 1)
    assert os.name != "posix" or (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
