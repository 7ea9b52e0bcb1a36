"""kinetic-home decide: a list of inputs in, a list of decisions out, and every mistake told in a sentence."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.commands.conftest import Run

CLEAN: dict[str, Any] = {
    "pmax": 1, "d24": 0, "swell": 0, "trend": 0, "gap": 2, "comp": 1, "qual": 1.0, "crit": False, "tech": 0, "rir": 3,
    "streak": 2, "flares": 0, "deload": False, "capok": True, "attop": False, "pain_cap": 5, "allow_progress": True,
}  # fmt: skip
PROGRESS = {
    "decision": "PROGRESS",
    "rule": "P21",
    "message": "Well done. Pain was calm and form was clean. You move up one step.",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "inputs.json"


def written(file: Path, *inputs: dict[str, Any]) -> Path:
    file.write_text(json.dumps(inputs), encoding="utf-8")
    return file


def test_each_entry_is_decided_in_its_order(run: Run, file: Path):
    ran = run("decide", "--inputs", written(file, CLEAN, {**CLEAN, "swell": 2}, {**CLEAN, "pmax": 7}, CLEAN))
    assert (ran.code, ran.err) == (0, "")
    data = json.loads(ran.out)
    assert [(one["decision"], one["rule"]) for one in data] == [
        ("PROGRESS", "P21"),
        ("STOP_REVIEW", "P01"),
        ("STEP_BACK_VARIANT", "P02"),
        ("PROGRESS", "P21"),
    ]
    assert data[0] == PROGRESS


def test_null_and_left_out_both_are_missing(run: Run, file: Path):
    left_out = {name: value for name, value in CLEAN.items() if name != "d24"}
    data = json.loads(run("decide", "--inputs", written(file, {**CLEAN, "d24": None}, left_out)).out)
    assert data[0] == data[1]
    assert (data[0]["decision"], data[0]["rule"]) == ("HOLD", "P13")


def test_an_empty_list_has_no_decisions(run: Run, file: Path):
    assert json.loads(run("decide", "--inputs", written(file)).out) == []


def test_every_input_of_the_table_is_known(run: Run, file: Path):
    caps = {"max_weekly_increase_pct": 20, "max_lvl": 3, "deload_every": 4, "ladder_allowed": ["pat_box_squat"]}
    ran = run("decide", "--inputs", written(file, {**CLEAN, **caps, "sore": "none"}))
    assert json.loads(ran.out) == [PROGRESS]


def test_the_soreness_rules_are_chosen_by_their_name(run: Run, file: Path):
    written(file, {**CLEAN, "sore": "stayed"}, {**CLEAN, "sore": "none"}, CLEAN)
    assert [one["rule"] for one in json.loads(run("decide", "--inputs", file).out)] == ["P21"] * 3
    data = json.loads(run("decide", "--inputs", file, "--rules", "soreness").out)
    assert [one["rule"] for one in data] == ["S01", "P21", "S03"]


def test_a_dash_reads_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps([CLEAN]).encode())))
    assert json.loads(run("decide", "--inputs", "-").out) == [PROGRESS]


def test_a_mistake_in_standard_input_is_told_as_such(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"[")))
    ran = run("decide", "--inputs", "-")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("standard input: line 1, column 2: is not JSON: ")


MISSING = "(leave it out, or say null, where it is missing)"
A_LIST = '(write a list such as [{"pmax": 2, "d24": 0}])'
ONCE = "(write each input once, and numbers in digits)"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[{}, {"pmax": 11}]', f"[2].pmax: must be a whole number from 0 to 10, not 11 {MISSING}"),
        ('[{"d24": 0.5}]', f"[1].d24: must be a whole number from -10 to 10, not 0.5 {MISSING}"),
        ('[{"comp": 1.5}]', f"[1].comp: must be a number from 0 to 1, not 1.5 {MISSING}"),
        ('[{"crit": 1}]', f"[1].crit: must be true or false, not 1 {MISSING}"),
        ('[{"gap": -1}]', f"[1].gap: must be a whole number, 0 or more, not -1 {MISSING}"),
        ('[{"pain_cap": 6}]', f"[1].pain_cap: must be a whole number from 0 to 5, not 6 {MISSING}"),
        (
            '[{"deload_every": 2}]',
            f"[1].deload_every: must be 0 for never, or a whole number from 3 to 8, not 2 {MISSING}",
        ),
        ('[{"pmx": 1}]', "[1].pmx: unknown key 'pmx' (did you mean 'pmax'?)"),
        ('[{"sore": "staid"}]', "not 'staid' (did you mean 'stayed'?)"),
        ('{"pmax": 1}', f"whole file: must be a list, not a table {A_LIST}"),
        ("null", f"whole file: must be a list, not null {A_LIST}"),
        ("[null]", "[1]: must be a table, not null (its keys are pmax, "),
        ('[{"pmax": 1, "d24": 0, "pmax": 2}]', f"whole file: holds 'pmax' twice in one entry {ONCE}"),
        ('[{"comp": NaN}]', f"whole file: holds NaN, which is no number {ONCE}"),
        ('[\n{"pmax": }]', f"line 2, column 10: is not JSON: expecting value {A_LIST}"),
        ("", f"line 1, column 1: is not JSON: expecting value {A_LIST}"),
        ("[" * 200_000, f"whole file: is nested too deep {A_LIST}"),
    ],
)
def test_a_mistake_is_told_with_file_place_cause_and_way_out(run: Run, file: Path, text: str, told: str):
    file.write_text(text, encoding="utf-8")
    ran = run("decide", "--inputs", file)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{file}: ")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_every_mistake_of_a_file_is_told_at_once(run: Run, file: Path):
    ran = run("decide", "--inputs", written(file, {"pmax": -1, "rir": 5}, CLEAN, {"deload_every": 1, "max_lvl": 9}))
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == [
        "[1].pmax",
        "[1].rir",
        "[3].deload_every",
        "[3].max_lvl",
    ]


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(run: Run, tmp_path: Path):
    for name, cause in (("none.json", "No such file or directory"), ("", "Is a directory")):
        ran = run("decide", "--inputs", tmp_path / name)
        assert ran.code == 1
        assert ran.err == f"{tmp_path / name}: whole file: cannot be read: {cause} (check the name and the folder)\n"


def test_a_file_that_is_no_text_is_told_in_a_sentence(run: Run, file: Path):
    file.write_bytes(b'[\n{"pmax": 1, "\xff"}]')
    ran = run("decide", "--inputs", file)
    assert ran.code == 1
    assert ran.err == f"{file}: line 2: is not UTF-8 text here: byte 0xFF (save it as UTF-8 plain text)\n"


def test_an_unknown_rule_set_and_a_missing_option_are_usage_errors(run: Run, file: Path):
    ran = run("decide", "--inputs", written(file, CLEAN), "--rules", "sore")
    assert ran.code == 2
    assert "pain_bands" in ran.err
    assert run("decide").code == 2


def test_the_help_has_an_example(run: Run):
    assert "Example: kinetic-home decide --inputs" in run("decide", "--help").out
