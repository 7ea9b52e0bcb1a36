"""Which texts the shipped catalogue and phrasebook need, how the model reads them, and their files' names."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.score.wordings import every_wording
from kinetic_home.voicebank.words import number_words

# Texts that were taken for others when read as they stand; a pause or a full vowel makes them clear.
READINGS: Mapping[str, str] = {
    "90/90 hip switches.": "Ninety ninety hip switches.",
    "Back flat on the wall.": "Back, flat on the wall.",
    "Bag in one hand.": "Bag, in one hand.",
    "Calf raise, bent knee.": "Calf raise. Bent knee.",
    "Calf raise, two legs.": "Calf raise. Two legs.",
    "Chest stays square.": "Chest stays, square.",
    "Go only as far as is easy.": "Go only as far as, is easy.",
    "Heel-to-toe stance.": "Heel to toe, stance.",
    "Heels far from your seat.": "Heels, far from your seat.",
    "Heels stay touching.": "Heels, stay touching.",
    "Hips level, knee in line.": "Hips, level, knee [in](/ˈɪn/) line.",
    "Hips stay level.": "Hips, stay, level.",
    "Knee-to-wall ankle stretch.": "Knee to wall, ankle stretch.",
    "Kneeling adductor rock-back.": "Kneeling [adductor](/ˈædˈʌktəɹ/), rock back.",
    "Land soft and quiet.": "Land, soft and quiet.",
    "Land soft, hold two.": "Land, soft, hold two.",
    "Leg straight out to the side.": "Leg, straight out to the side.",
    "Leg swings, side to side.": "Leg, swings, side to side.",
    "Legs stay soft.": "Legs, stay soft.",
    "Lift up and a bit back.": "Lift up, and a bit back.",
    "Loaded hip hinge.": "Loaded, hip hinge.",
    "Lying figure-four stretch.": "Lying figure four, stretch.",
    "Next: 90/90 hip switches.": "Next: Ninety ninety hip switches.",
    "Next: Bridge.": "Next, bridge.",
    "Next: Knee-to-wall ankle stretch.": "Next, knee, [to](/tˈu/) wall, ankle stretch.",
    "Next: Kneeling adductor rock-back.": "Next: Kneeling add-uctor, rock back.",
    "Next: Loaded hip hinge.": "Next: Loaded, hip hinge.",
    "Next: Lying figure-four stretch.": "Next: Lying, figure four, stretch.",
    "Next: Seated knee extension, 90 to 45.": "Next: Seated knee extension, 90, to 45.",
    "Next: Sit to stand.": "Next: Sit [to](/tˈu/) stand.",
    "Next: Split squat.": "Next, split squat.",
    "Pause at the top.": "Pause, at the top.",
    "Plantar fascia stretch.": "Plantar, fascia stretch.",
    "Ribs stay down.": "Ribs, stay down.",
    "Seated knee extension, 90 to 45.": "Seated, knee extension, 90 to 45.",
    "Set two.": "Set, two.",
    "Squat to a box.": "Squat, to a box.",
    "Stand tall on one leg.": "Stand tall, on one leg.",
    "Suitcase carry.": "Suitcase, carry.",
}
_LONGEST_NAME = 60


def texts_of(resources: Path) -> tuple[str, ...]:
    """Return every text that the voice may have to say, each once, in order; raises ContentError for bad content."""
    exercises = load_catalogue(resources).exercises.values()
    names = [exercise.name for exercise in exercises]
    cues = [cue.text for exercise in exercises for cue in exercise.cues]
    return tuple(sorted(set(every_wording(names, cues, load_phrasebook(resources)))))


def reading_of(text: str) -> str:
    """Return what the model is given to read: numbers as words, some texts with a pause or with their phonemes."""
    if text.isdecimal():
        return f"{number_words(int(text)).capitalize()}."
    return READINGS.get(text, text)


def file_names(texts: Iterable[str]) -> dict[str, str]:
    """Return a readable file name for each text; texts that would share one get a part of their hash each."""
    slugs = {text: _slug(text) for text in texts}
    count = Counter(slugs.values())
    return {
        text: f"{slug}.ogg" if count[slug] == 1 else f"{slug}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.ogg"
        for text, slug in slugs.items()
    }


def _slug(text: str) -> str:
    if text.isdecimal():
        return f"number-{int(text):03d}"
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].rstrip("-") or "clip"
