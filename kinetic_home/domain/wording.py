"""What the catalogue names by an id, doses and times, in the words that a person reads.

Words are in small letters and without an article, so that they stand in a list as well as in a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Category, Exercise, Position, RepPhase

PHASE_WORDS = {
    RepPhase.ECCENTRIC: "lower",
    RepPhase.CONCENTRIC: "lift",
    RepPhase.PAUSE: "hold",
    RepPhase.HOLD: "hold",
    RepPhase.MOVE: "go",
    RepPhase.RETURN: "back",
    RepPhase.JUMP: "up",
    RepPhase.LAND: "land",
}

EQUIPMENT_WORDS: Mapping[str, str] = {
    "mat": "mat",
    "chair": "firm chair",
    "wall": "wall",
    "support": "worktop or rail to hold",
    "rail": "rail to hold",
    "stairs": "stairs",
    "step10": "low step (10 cm)",
    "step20": "step (20 cm)",
    "band": "loop band",
    "band_loop": "loop band",
    "band_long": "long band",
    "strap": "strap",
    "towel": "towel",
    "cushion": "cushion",
    "foam": "firm cushion to stand on",
    "stick": "stick",
    "weight": "weight you can hold",
    "backpack": "backpack",
    "space": "room to move",
}
_OPTIONAL = "_opt"

MUSCLE_WORDS: Mapping[str, str] = {
    "glute_max": "buttock",
    "glute_med": "side of the hip",
    "glute_min": "side of the hip",
    "hip_flexors": "front of the hip",
    "hip_rotators": "deep hip muscles",
    "hip_capsule": "hip joint",
    "adductors": "inner thigh",
    "quads": "front of the thigh",
    "hamstrings": "back of the thigh",
    "knee_capsule": "knee joint",
    "calf": "calf",
    "gastroc": "calf",
    "soleus": "lower calf",
    "tib_ant": "front of the shin",
    "ankle_capsule": "ankle joint",
    "plantar_fascia": "sole of the foot",
    "foot_intrinsics": "small muscles of the foot",
    "toe_flexors": "toes",
    "core_deep": "deep belly muscles",
    "obliques": "side of the waist",
    "erectors": "lower back",
    "diaphragm": "breathing muscle",
    "grip": "hand and forearm",
    "whole_leg": "whole leg",
}

CATEGORY_WORDS: Mapping[Category, str] = {
    Category.WARMUP: "warm-up",
    Category.MOBILITY: "stretching",
    Category.ACTIVATION: "muscle control",
    Category.PATTERN: "everyday moves",
    Category.BALANCE: "balance",
    Category.STRENGTH: "strength",
    Category.PLYOMETRIC: "jumps",
    Category.COOLDOWN: "cool-down",
}

POSITION_WORDS: Mapping[Position, str] = {
    Position.STANDING: "standing",
    Position.SEATED: "sitting on a chair",
    Position.SUPINE: "lying on your back",
    Position.SIDE_LYING: "lying on your side",
    Position.HALF_KNEELING: "kneeling on one knee",
    Position.QUADRUPED: "on hands and knees",
    Position.FLOOR_SITTING: "sitting on the floor",
    Position.LONG_SITTING: "sitting with legs out straight",
}

LEVEL_WORDS: Mapping[int, str] = {1: "very easy", 2: "easy", 3: "medium", 4: "hard", 5: "very hard"}

TISSUE_WORDS: Mapping[str, str] = {
    "pfj": "front of the knee",
    "achilles": "heel cord",
    "plantar": "sole of the foot",
    "ham": "back of the thigh",
    "hip": "hip",
    "back": "lower back",
}

LOAD_WORDS: Mapping[int, str] = {0: "no load", 1: "light load", 2: "medium load", 3: "high load"}


class BodyPart(StrEnum):
    """A part of the body that a person looks for exercises for; the value is its word."""

    HIP = "hip"
    KNEE = "knee"
    ANKLE = "ankle"
    FOOT = "foot"
    BACK = "back and trunk"


_PARTS_OF_MUSCLE: Mapping[str, frozenset[BodyPart]] = {
    muscle: frozenset(parts)
    for parts, muscles in (
        ((BodyPart.HIP,), ("glute_max", "glute_med", "glute_min", "hip_flexors", "hip_rotators", "hip_capsule")),
        ((BodyPart.HIP,), ("adductors",)),
        ((BodyPart.HIP, BodyPart.KNEE), ("hamstrings",)),
        ((BodyPart.KNEE,), ("quads", "knee_capsule")),
        ((BodyPart.ANKLE,), ("calf", "gastroc", "soleus", "tib_ant", "ankle_capsule")),
        ((BodyPart.FOOT,), ("plantar_fascia", "foot_intrinsics", "toe_flexors")),
        ((BodyPart.BACK,), ("core_deep", "obliques", "erectors", "diaphragm")),
        ((BodyPart.HIP, BodyPart.KNEE, BodyPart.ANKLE), ("whole_leg",)),
    )
    for muscle in muscles
}
_PARTS_OF_TISSUE: Mapping[str, frozenset[BodyPart]] = {
    "pfj": frozenset({BodyPart.KNEE}),
    "achilles": frozenset({BodyPart.ANKLE}),
    "plantar": frozenset({BodyPart.FOOT}),
    "ham": _PARTS_OF_MUSCLE["hamstrings"],
    "hip": frozenset({BodyPart.HIP}),
    "back": frozenset({BodyPart.BACK}),
}
# From this load class on an exercise trains a tissue, and not only moves it (catalogue source, 1.3: 2 is moderate).
_TRAINING_LOAD = 2


def body_part_of(exercise: Exercise) -> tuple[BodyPart, ...]:
    """Return the parts of the body that an exercise is for, from hip to back: what it targets or loads well."""
    parts = {part for muscle in exercise.targets for part in _PARTS_OF_MUSCLE.get(muscle, ())}
    loaded = (tissue for tissue, load in exercise.tissue.items() if load >= _TRAINING_LOAD)
    parts.update(part for tissue in loaded for part in _PARTS_OF_TISSUE[tissue])
    return tuple(part for part in BodyPart if part in parts)


def muscle_in_words(muscle: str) -> str:
    """Return a target as a person calls it: «calf» for `gastroc`."""
    return MUSCLE_WORDS[muscle]


def targets_in_words(exercise: Exercise) -> tuple[str, ...]:
    """Return what an exercise works, the main target first, each word once."""
    return tuple(dict.fromkeys(muscle_in_words(muscle) for muscle in exercise.targets))


def equipment_in_words(equipment: str) -> str:
    """Return a piece of equipment as a person calls it, whether or not the exercise can do without."""
    return EQUIPMENT_WORDS[base_equipment(equipment)]


def base_equipment(equipment: str) -> str:
    """Return a piece of equipment without the mark that the exercise can do without it: `rail` for `rail_opt`."""
    return equipment.removesuffix(_OPTIONAL)


def is_optional(equipment: str) -> bool:
    """Tell whether an exercise can do without this piece of its equipment."""
    return equipment.endswith(_OPTIONAL)


def category_in_words(category: Category) -> str:
    """Return what an exercise is in a session: «warm-up», «everyday moves»."""
    return CATEGORY_WORDS[category]


def position_in_words(position: Position) -> str:
    """Return how the body is placed: «lying on your back»."""
    return POSITION_WORDS[position]


def level_in_words(level: int) -> str:
    """Return a level from 1 to 5 as «very easy» to «very hard»."""
    return LEVEL_WORDS[level]


def tissue_in_words(tissue: str) -> str:
    """Return a tissue group as a person calls it: «front of the knee» for `pfj`."""
    return TISSUE_WORDS[tissue]


def load_in_words(load: int) -> str:
    """Return a load class from 0 to 3 as «no load» to «high load»."""
    return LOAD_WORDS[load]


def dose_in_words(dose: Dose, *, per_side: bool) -> str:
    """Return a dose as a person says it: «2 sets of 10 on each side», «1 set of 30 seconds»."""
    sets = _count(dose.sets, "set")
    if dose.work_ms is not None:
        work = f"{sets} of {length_in_words(dose.work_ms)}"
    elif dose.hold_ms is not None:
        hold = length_in_words(dose.hold_ms)
        work = f"{sets} of {hold}" if dose.reps == 1 else f"{sets} of {dose.reps} × {hold}"
    else:
        work = f"{sets} of {dose.reps}"
    return f"{work} on each side" if per_side else work


def length_in_words(ms: int) -> str:
    """Return a length of time as «30 seconds», «1 minute», «2 minutes 30 seconds»."""
    minutes, seconds = divmod(round(ms / 1000), 60)
    parts = [_count(minutes, "minute")] if minutes else []
    if seconds or not parts:
        parts.append(_count(seconds, "second"))
    return " ".join(parts)


def minutes_in_words(ms: int) -> str:
    """Return a length rounded to whole minutes, at least one: «about 27 minutes» without the «about»."""
    return _count(max(1, round(ms / 60_000)), "minute")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
