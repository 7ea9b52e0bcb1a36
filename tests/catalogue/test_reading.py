"""No file, however hostile, gets more than a clear refusal; and ordinary ones are read whatever wrote them."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.plans import load_plan
from kinetic_home.catalogue.problems import ContentError, Problem
from kinetic_home.catalogue.reading import LONGEST_LINE, MOST_ITEMS, Document, read_document

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files")
CATALOGUE = load_catalogue(shipped("resources"))
FOUNDATION = (shipped("resources") / "plans" / "foundation.toml").read_bytes()


def refusal(file: Path, name: str | None = "plan.toml") -> str:
    with pytest.raises(ContentError) as caught:
        read_document(file, name)
    return str(caught.value)


def written(folder: Path, data: bytes) -> Path:
    file = folder / "plan.toml"
    file.write_bytes(data)
    return file


def noticed(folder: Path, text: str) -> list[str]:
    document = read_document(written(folder, text.encode()), "plan.toml")
    return [str(problem) for problem in document.problems]


def test_a_file_is_read_with_its_name_and_digest(tmp_path: Path) -> None:
    data = b"a = 1\r\nb = [1.5, true]\r\n"
    assert read_document(written(tmp_path, data), "x") == Document(
        name="x", data={"a": 1, "b": [1.5, True]}, digest=hashlib.sha256(data).hexdigest(), problems=()
    )


def test_a_byte_order_mark_of_utf8_is_accepted(tmp_path: Path) -> None:
    assert read_document(written(tmp_path, b"\xef\xbb\xbfa = 'x'")).data == {"a": "x"}


def test_a_file_is_called_by_its_own_name_where_no_other_is_given(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.toml", None).startswith(f"{tmp_path / 'none.toml'}: whole file: there is no such")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    told = "plan.toml: whole file: there is no such file (check the name and the folder)"
    assert refusal(tmp_path / "none.toml") == told
    file = written(tmp_path, b"a = 1")
    assert refusal(file / "plan.toml") == told


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "whole file: is a folder, not a file" in refusal(tmp_path)


@posix
def test_a_file_without_the_right_to_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, b"a = 1")
    file.chmod(0)
    if os.geteuid() == 0:  # root may read everything: become somebody else for the moment

        def as_nobody(*args: object) -> int:
            os.seteuid(65534)
            try:
                return opened(*args)
            finally:
                os.seteuid(0)

        opened = os.open
        monkeypatch.setattr(os, "open", as_nobody)
    assert "whole file: may not be read by you (ask its owner" in refusal(file)


@posix
def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is a pipe, not a file" in refusal(tmp_path / "pipe")


@posix
def test_a_pipe_put_in_the_place_of_a_file_does_not_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    file = written(tmp_path, b"a = 1")
    look = file.stat()
    monkeypatch.setattr(Path, "stat", lambda self: look)
    assert "whole file: is empty" in refusal(tmp_path / "pipe")


@posix
def test_devices_and_sockets_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "is a device, not a file" in refusal(Path("/dev/zero"))
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert "is a socket, not a file" in refusal(tmp_path / "socket")


@posix
def test_a_link_that_leads_round_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "whole file: cannot be read: " in refusal(tmp_path / "a")


def test_names_that_no_file_can_have_are_refused(tmp_path: Path) -> None:
    assert "whole file: cannot be read: " in refusal(tmp_path / "a\0b")
    assert "whole file: cannot be read: " in refusal(tmp_path / ("x" * 5000))


def test_a_name_cannot_forge_a_second_message(tmp_path: Path) -> None:
    told = refusal(tmp_path / "a\nplan.toml: is fine\u202e", None)
    assert "\n" not in told
    assert "\u202e" not in told


def test_a_file_of_more_than_1_mb_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge"
    with file.open("wb") as stream:
        stream.truncate(10**12)
    started = time.perf_counter()
    assert "whole file: is larger than 1 MB" in refusal(file)
    assert time.perf_counter() - started < 2


def test_a_file_of_1_mb_is_read_in_seconds(tmp_path: Path) -> None:
    line = b"# " + b"x" * 97 + b"\n"
    assert read_document(written(tmp_path, line * 10_000)).data == {}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_and_utf32_are_named(tmp_path: Path, encoding: str) -> None:
    told = refusal(written(tmp_path, '[plan]\nid = "knee"\n'.encode(encoding)))
    assert told == (
        "plan.toml: whole file: is written as UTF-16 or UTF-32, not as UTF-8 "
        "(open it in a text editor and save it as UTF-8 plain text)"
    )


@pytest.mark.parametrize(
    ("start", "named"),
    [
        (b"PK\x03\x04\0\0", "a Word, LibreOffice or ZIP file"),
        (b"{\\rtf1", "a rich-text file"),
        (b"%PDF-1.7", "a PDF file"),
        (b"SQLite format 3\0", "a database"),
        (b"\x89PNG\r\n", "a picture"),
    ],
)
def test_files_of_other_programs_are_named(tmp_path: Path, start: bytes, named: str) -> None:
    assert f"whole file: is {named}, not plain text" in refusal(written(tmp_path, start))


def test_the_place_of_a_byte_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    told = refusal(written(tmp_path, b'a = "\xc3\xa9"\nb = "\xc3\xa9\xe9"\n'))
    assert told.startswith("plan.toml: line 2, column 7: is not UTF-8 text here: byte 0xE9")


def test_a_line_without_end_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    keys = ".".join("a" * 400_000)
    started = time.perf_counter()
    assert f"line 1: is longer than {LONGEST_LINE:,} characters" in refusal(written(tmp_path, f"{keys} = 1".encode()))
    assert time.perf_counter() - started < 2


def test_a_file_of_dotted_keys_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    assert "whole file: holds more than 10,000 dots" in refusal(written(tmp_path, b"a.a = 1\n" * 10_001))


@pytest.mark.parametrize("line", ["k{} = 1", "[k{}]", "[[sessions]]\nid = {}", "k{} = {{ a = [[]] }}"])
def test_the_worst_that_fits_into_1_mb_is_answered_in_seconds(tmp_path: Path, line: str) -> None:
    lines = (line.format(number) for number in range(1_000_000))
    data = "\n".join(lines).encode()[:999_000].rsplit(b"\n", 1)[0]
    started = time.perf_counter()
    with pytest.raises(ContentError) as caught:
        load_plan(written(tmp_path, data), CATALOGUE)
    assert any("entries, more than 2,000" in problem.cause for problem in caught.value.problems)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    "char", ["\u202e", "\u2066", "\u200b", "\u200f", "\u2028", "\ufeff", "\u00ad", "\x07", "\x7f", "\x9b", "\U000e0041"]
)
def test_hidden_and_control_characters_are_refused_wherever_they_stand(tmp_path: Path, char: str) -> None:
    named = f"holds a control or hidden character (U+{ord(char):04X})"
    told = refusal(written(tmp_path, f'a = 1\nb = "x"  # {char}'.encode()))
    assert told.startswith(f"plan.toml: line 2, column 12: {named}")
    assert named in noticed(tmp_path, f'b = "\\U{ord(char):08X}"')[0]


def test_a_lone_carriage_return_is_refused(tmp_path: Path) -> None:
    assert "line 1, column 6: holds a lone carriage return" in refusal(written(tmp_path, b"a = 1\rb = 2"))


def test_text_in_any_script_is_read(tmp_path: Path) -> None:
    text = 'a = "Ｋniegelenk – Übung № 1, колено, 膝, ركبة, ½ 😀"  # ☺'
    assert noticed(tmp_path, text) == []


def test_letters_of_private_use_are_not_taken_for_hidden_ones(tmp_path: Path) -> None:
    assert noticed(tmp_path, 'a = "\ue000"') == []


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e400"])
def test_what_is_no_finite_number_is_noticed(tmp_path: Path, number: str) -> None:
    assert "plan.toml: a: must be a number, not" in noticed(tmp_path, f"a = {number}")[0]


@pytest.mark.parametrize("number", ["9" * 20, "-" + "9" * 20, "0x" + "f" * 1500, "9e20"])
def test_huge_numbers_are_noticed(tmp_path: Path, number: str) -> None:
    assert noticed(tmp_path, f"a = {number}") == ["plan.toml: a: is a number far too large (write a smaller number)"]


def test_a_number_of_thousands_of_digits_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinetic_home.catalogue.reading.LONGEST_LINE", 10_000)
    assert "holds a number with far too many digits" in refusal(written(tmp_path, b"a = " + b"9" * 5_000))


def test_too_many_items_are_noticed(tmp_path: Path) -> None:
    many = "1,\n" * (MOST_ITEMS + 1)
    assert noticed(tmp_path, f"a = [{many}]") == ["plan.toml: a: holds 2,001 entries, more than 2,000 (take some out)"]
    keys = "\n".join(f"k{number} = 1" for number in range(MOST_ITEMS + 1))
    assert "plan.toml: t: holds 2,001 entries" in noticed(tmp_path, f"[t]\n{keys}")[0]


def test_long_texts_and_keys_are_noticed(tmp_path: Path) -> None:
    assert "a: holds text that is longer than 500 characters" in noticed(tmp_path, f'a = "{"x" * 501}"')[0]
    assert "holds a key that is longer than 500 characters" in noticed(tmp_path, f"{'k' * 501} = 1")[0]


@posix
def test_a_file_inside_an_archive_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plans.zip", "w") as archive:
        archive.writestr("plan.toml", "a = 1")
    with zipfile.ZipFile(tmp_path / "plans.zip") as archive:
        assert read_document(zipfile.Path(archive, "plan.toml"), "x").data == {"a": 1}


@settings(deadline=None, max_examples=150)
@given(data=st.binary(max_size=300))
def test_no_bytes_lead_to_anything_but_a_refusal_in_clear_words(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert_plan_or_clear_refusal(written(tmp_path_factory.getbasetemp(), data))


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return the shipped plan after a few cuts, insertions and changed bytes."""
    data = bytearray(FOUNDATION)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        new = draw(
            st.sampled_from([b"", b"-", b"9", b"nan", b'"', b"[", b"{", b"]", b"\n", b"=", b"1e9", b"\xff", b"x.y."])
        )
        data[at : at + draw(st.integers(0, 8))] = new
    return bytes(data)


@settings(deadline=None, max_examples=150)
@given(data=mutated())
def test_no_damaged_plan_leads_to_anything_but_a_refusal_in_clear_words(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert_plan_or_clear_refusal(written(tmp_path_factory.getbasetemp(), data))


toml_values = st.recursive(
    st.sampled_from(["1", "-1", "0", "1.5", "nan", "true", '"A"', '"wu_march"', '"3-1-2-0"', "2020-01-01", "12:00:00"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["id", "exercise", "items", "sets", "tempo", "mon"]), inner, max_size=3).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        ),
    ),
    max_leaves=6,
)


@settings(deadline=None, max_examples=150)
@given(
    places=st.dictionaries(
        st.sampled_from(
            [
                "schema",
                "plan",
                "phases",
                "sessions",
                "plan.days",
                "plan.weeks",
                "plan.id",
                "plan.title",
                "plan.pain_cap",
            ]
        ),
        toml_values,
        max_size=6,
    )
)
def test_no_odd_value_at_any_place_leads_to_anything_but_a_refusal_in_clear_words(
    places: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = "\n".join(f"{place} = {value}" for place, value in places.items())
    assert_plan_or_clear_refusal(written(tmp_path_factory.getbasetemp(), text.encode()))


def assert_plan_or_clear_refusal(file: Path) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        load_plan(file, CATALOGUE)
    except ContentError as error:
        problems = error.problems
        assert problems, "a refusal needs a reason"
    for problem in problems:
        assert problem.cause
        assert str(problem).isprintable()
        assert len(str(problem)) < 1_000


@posix
def test_reading_needs_no_window_and_no_sound() -> None:
    code = (
        "import sys, kinetic_home.catalogue.exercises, kinetic_home.catalogue.plans;"
        "print([name for name in sys.modules if name.split('.')[0] in {'PySide6', 'numpy', 'sqlite3', 'playsound3'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
