"""Listening to a bank."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voicebank.test_bank import bank, empty, say

check = pytest.importorskip("kinetic_home.voicebank.check", exc_type=ImportError)

words = st.lists(st.sampled_from(["sit", "to", "stand"]), max_size=6)


def heard_as(text: str, folder: Path):
    bank.update(folder, ["Sit to stand."], empty(), say)
    return check.check_bank(folder, lambda sound: text)


def test_a_bank_that_is_understood_is_good(tmp_path: Path):
    report = heard_as("sit to stand", tmp_path)
    assert report.good
    assert report.as_text() == "1 clips, 3 words, WER 0.00%"


def test_a_bank_that_is_misheard_is_not_good_and_says_how(tmp_path: Path):
    report = heard_as("sit a stand", tmp_path)
    assert not report.good
    assert report.word_error_rate == pytest.approx(1 / 3)
    assert "'Sit to stand.' heard as 'sit a stand'" in report.as_text()


def test_a_listener_is_given_some_quiet_around_the_phrase(tmp_path: Path):
    bank.update(tmp_path, ["Rest."], empty(), say)
    given_: list[np.ndarray] = []
    check.check_bank(tmp_path, lambda sound: given_.append(sound) or "rest")
    assert not given_[0][:8_000].any()
    assert not given_[0][-8_000:].any()


@given(words, words)
def test_the_words_that_are_wrong_are_the_fewest_that_have_to_be_changed(said: list[str], heard: list[str]):
    wrong = check.words_wrong(said, heard)
    assert abs(len(said) - len(heard)) <= wrong <= max(len(said), len(heard))
    assert (wrong == 0) == (said == heard)
    assert wrong == check.words_wrong(heard, said)
