"""Numbers as words: what the voice reads and what a listener writes down mean the same."""

from __future__ import annotations

import re

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MOST = 999
# Words that sound the same, or are one word to some and two to others: no listener can tell them apart.
_ONE_SOUND = {
    "caff": "calf",
    "caffe": "calf",
    "clam shell": "clamshell",
    "gate": "gait",
    "halfway": "half way",
    "he'll": "heel",
    "heal": "heel",
    "neal": "kneel",
    "planter": "plantar",
    "stare": "stair",
    "sync": "sink",
    "too": "to",
    "two": "to",
    "wait": "weight",
}


def number_words(number: int) -> str:
    """Return a whole number from 0 to 999 in American English words."""
    if not 0 <= number <= _MOST:
        raise ValueError(f"{number} is not between 0 and {_MOST}")
    if number < len(_SMALL):
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" {_SMALL[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_SMALL[hundreds]} hundred" + (f" {number_words(rest)}" if rest else "")


def plain_words(text: str) -> list[str]:
    """Return a text's words as they sound: small letters, no punctuation, digits as words, one spelling a sound."""
    text = re.sub(r"\d{1,3}", lambda digits: f" {number_words(int(digits.group()))} ", text.lower())
    text = " ".join(re.sub(r"[^a-z' ]+", " ", text.replace("’", "'")).split())
    for heard, meant in _ONE_SOUND.items():
        text = re.sub(rf"\b{heard}\b", meant, text)
    return text.split()
