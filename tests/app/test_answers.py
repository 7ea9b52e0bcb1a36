"""A file of answers: what it may hold, and every problem told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinetic_home.app.answers import Answers, checkin_of, load_answers
from kinetic_home.catalogue.problems import ContentError
from kinetic_home.domain.events import CheckinGiven
from kinetic_home.domain.scales import Aid, Nprs, Place, SkipReason, Swelling

WHOLE = """
schema = 1
[checkin]
pain = 3
places = ["left_knee_front", "right_heel"]
swelling = 1
sleep_h = 7.5
[default]
pain = 2
clean = true
aid = "mirror"
[[answers]]
question = "01-wu_march/pain"
pain = 4
[[answers]]
question = "02-act_clam/pelvis"
left = true
right = false
aid = "video"
[[actions]]
at_ms = 60000
do = "skip_set"
reason = "tired"
[[actions]]
at_ms = 90000
do = "pain"
pain = 7
[after]
effort = 5
pain = 2
note = "Fine."
"""


def load(tmp_path: Path, text: str) -> Answers:
    file = tmp_path / "answers.toml"
    file.write_text(text, encoding="utf-8")
    return load_answers(file)


def problems(tmp_path: Path, text: str) -> str:
    with pytest.raises(ContentError) as caught:
        load(tmp_path, text)
    return str(caught.value)


def test_a_whole_file_is_read_as_it_stands(tmp_path: Path):
    answers = load(tmp_path, WHOLE)
    assert (answers.default.pain, answers.default.clean, answers.default.aid) == (2, True, Aid.MIRROR)
    assert [(a.question, a.pain, a.left, a.right, a.aid) for a in answers.answers] == [
        ("01-wu_march/pain", 4, None, None, None),
        ("02-act_clam/pelvis", None, True, False, Aid.VIDEO),
    ]
    assert [(a.at_ms, a.do, a.reason, a.pain) for a in answers.actions] == [
        (60_000, "skip_set", SkipReason.TIRED, None),
        (90_000, "pain", SkipReason.OTHER, 7),
    ]
    assert (answers.after.effort, answers.after.pain, answers.after.note) == (5, 2, "Fine.")


def test_the_check_in_becomes_a_fact(tmp_path: Path):
    assert checkin_of(load(tmp_path, WHOLE)) == CheckinGiven(
        pain=Nprs(3), places=(Place.LEFT_KNEE_FRONT, Place.RIGHT_HEEL), swelling=Swelling.LITTLE, sleep_h=7.5
    )


def test_what_a_check_in_leaves_out_is_not_answered(tmp_path: Path):
    checkin = checkin_of(load(tmp_path, "[checkin]\n"))
    assert checkin == CheckinGiven(pain=None, places=(), swelling=None, sleep_h=None)


def test_a_file_without_a_check_in_has_none(tmp_path: Path):
    assert checkin_of(load(tmp_path, "schema = 1")) is None


def test_a_file_that_says_only_its_schema_answers_nothing(tmp_path: Path):
    assert load(tmp_path, "schema = 1") == Answers()


def test_an_empty_file_is_no_file_of_answers(tmp_path: Path):
    assert "is empty" in problems(tmp_path, "")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[checkin]\npain = 11", "checkin.pain"),
        ("[checkin]\nswelling = 3", "checkin.swelling"),
        ("[default]\npain = -1", "default.pain"),
        ("[after]\npain = 12", "after.pain"),
        ("[after]\neffort = 11", "after.effort"),
        ('[[answers]]\nquestion = "q"\npain = 99', "answers[1].pain"),
        ('[[actions]]\nat_ms = 0\ndo = "pain"\npain = 99', "actions[1].pain"),
        ('[[actions]]\nat_ms = 0\ndo = "pain"', "actions[1].pain"),
        ('[[actions]]\nat_ms = 0\ndo = "dance"', "actions[1].do"),
        ('[[actions]]\nat_ms = -1\ndo = "end"', "actions[1].at_ms"),
        ('[[actions]]\nat_ms = 0\ndo = "pain"\nat = 3', "actions[1].at"),
        ("answers = 3", "answers"),
        ('[checkin]\nplaces = ["left_elbow"]', "checkin.places[1]"),
        ("[default]\naid = 'telescope'", "default.aid"),
        ("[default]\npane = 3", "pane"),
        ("schema = 2", "schema"),
        ("[checkin", "answers.toml"),
    ],
)
def test_an_answer_outside_its_scale_is_told_with_file_and_place(text: str, place: str, tmp_path: Path):
    said = problems(tmp_path, text)
    assert "answers.toml" in said
    assert place in said


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path):
    said = problems(tmp_path, "[checkin]\npain = 11\n[after]\neffort = 12\n")
    assert len(said.splitlines()) == 2


def test_a_schema_that_fits_is_no_problem_beside_another_fault(tmp_path: Path):
    assert len(problems(tmp_path, 'schema = 1\n[[actions]]\nat_ms = 0\ndo = "dance"').splitlines()) == 1


def test_a_pain_action_without_a_score_says_what_to_write(tmp_path: Path):
    assert "write pain = 0 to 10" in problems(tmp_path, '[[actions]]\nat_ms = 0\ndo = "pain"')


def test_a_score_of_nothing_is_a_score(tmp_path: Path):
    checkin = checkin_of(load(tmp_path, "[checkin]\npain = 0\nswelling = 0\n"))
    assert checkin is not None
    assert (checkin.pain, checkin.swelling) == (Nprs(0), Swelling.NONE)
