"""How hard a text is to read: at most sixth grade, and no sentence that one loses the thread of.

Formula and limits of the catalogue source, 7.5: Flesch-Kincaid with a syllable for each group of vowels.
"""

from __future__ import annotations

import re

HIGHEST_GRADE = 6.0
MOST_WORDS = 15
# The formula says nothing about shorter texts.
_FEWEST_WORDS = 6

_WORD = re.compile(r"[A-Za-z0-9'’-]+")
_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE_END = re.compile(r"[.!?]+(?:\s|$)")
# A reader rests at these as well, but they do not begin a new thought.
_REST = re.compile(r"[.!?:;]+(?:\s|$)")


def too_hard(text: str) -> str:
    """Return why a text is too hard to read, to follow «it»; nothing where it is plain."""
    longest = max(map(_word_count, _REST.split(text)))
    if longest > MOST_WORDS:
        return f"has a sentence of {longest} words"
    if _word_count(text) >= _FEWEST_WORDS and (level := grade(text)) > HIGHEST_GRADE:
        return f"reads at grade {level:.1f}"
    return ""


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text: the years of school that it takes to read it with ease."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Return how many syllables a word has: its groups of vowels, at least one, without a silent e at its end."""
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    silent = lower.endswith("e") and not lower.endswith("le")
    return max(1, groups - silent)


def _word_count(text: str) -> int:
    return len(_WORD.findall(text))
