"""What the keys of each content file may hold: the shapes that files are read into before they become values.

Descriptions end up in the JSON Schemas that editors show; `wanted` is how a message names what it expected. The
annotations are real types, not text: msgspec reads them at every start, and text would have to be compiled for it.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kinetic_home.catalogue.motion_schema import MotionFile
from kinetic_home.domain.dose import (
    FASTEST_BPM,
    HEAVIEST_KG,
    LONGEST_HOLD_MS,
    LONGEST_REST_MS,
    LONGEST_WORK_MS,
    MOST_REPS,
    MOST_SETS,
    SLOWEST_BPM,
)
from kinetic_home.domain.exercise import Breath, Category, CueMoment, CueRole, First, Position, RepPhase
from kinetic_home.domain.fault import FaultKind, OverlayKind

_SMALL_NAME = {"wanted": "small letters, digits and _, such as 'knee_10wk'"}
_SESSION_NAME = {"wanted": "letters, digits, _ and -, such as 'A' or 'REC'"}

SmallName = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,39}$", extra=_SMALL_NAME)]
SessionName = Annotated[str, Meta(pattern="^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", extra=_SESSION_NAME)]
Title = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S", extra={"wanted": "text of 1 to 80 characters"})]
Sentence = Annotated[
    str, Meta(min_length=1, max_length=200, pattern=r"\S", extra={"wanted": "text of 1 to 200 characters"})
]
Why = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=200,
        pattern=r"\S",
        description="what it is good for in daily life, and for which joint: one or two plain sentences",
        extra={"wanted": "text of 1 to 200 characters"},
    ),
]

Sets = Annotated[int, Meta(ge=1, le=MOST_SETS, description="sets; per side where a side is worked at a time")]
Reps = Annotated[int, Meta(ge=1, le=MOST_REPS, description="repetitions of a set")]
HoldS = Annotated[int, Meta(ge=1, le=LONGEST_HOLD_MS // 1000, description="how long each repetition is held, in s")]
WorkS = Annotated[int, Meta(ge=1, le=LONGEST_WORK_MS // 1000, description="how long a set lasts, in s")]
RestS = Annotated[int, Meta(ge=0, le=LONGEST_REST_MS // 1000, description="rest after each set, in s")]
Bpm = Annotated[int, Meta(ge=SLOWEST_BPM, le=FASTEST_BPM, description="beats per minute, one for each half of a cycle")]
LoadKg = Annotated[float, Meta(ge=0, le=HEAVIEST_KG, description="load, in kg")]
TempoText = Annotated[str, Meta(max_length=40, description='"lowering-pause-lifting-pause" in s, such as "3-1-2-0"')]
Week = Annotated[int, Meta(ge=1, le=52)]
Weeks = Annotated[tuple[Week, Week], Meta(description="first and last week, both counted, such as [1, 2]")]
# The names of domain.plan.Weekday in small letters; a test keeps the two together.
DayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Day = Annotated[DayName, Meta(extra={"wanted": "mon, tue, wed, thu, fri, sat or sun"})]
Days = Annotated[
    dict[Day, SessionName],
    Meta(
        description="the session of each training day",
        extra_json_schema={"propertyNames": {"enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}},
    ),
]
Schema = Annotated[int, Meta(ge=1, description="the version of this file's format")]

# Limits and words of domain.knobs; a test keeps the two together.
Depth = Annotated[float, Meta(ge=-60, le=150, description="how far it goes at most, in degrees of its main angle")]
_STANCE = {"wanted": "narrow, hip, wide, or 0.05 to 0.6 m"}
StanceM = Annotated[float, Meta(ge=0.05, le=0.6)]
StanceWord = Annotated[
    Literal["narrow", "hip", "wide"], Meta(description="how far apart the feet stand; a number is in m", extra=_STANCE)
]
ToesOut = Annotated[float, Meta(ge=0, le=15, description="how far the toes turn out, in degrees")]
PauseS = Annotated[float, Meta(ge=0.5, le=2, description="pause that is added in the far pose, in s")]
LowerS = Annotated[float, Meta(ge=0.5, le=3, description="time that is added to the lowering, in s")]
SupportWord = Annotated[
    Literal["none", "fingertips", "one_hand", "both_hands"], Meta(description="how the hands hold on")
]
StepCm = Annotated[Literal[10, 15, 20], Meta(description="height of the step, in cm")]
SeatCm = Annotated[float, Meta(ge=40, le=60, description="height of the seat, in cm")]

TissueGroup = Literal["pfj", "achilles", "plantar", "ham", "hip", "back"]
LoadClass = Annotated[int, Meta(ge=0, le=3, description="0 none, 1 low, 2 moderate, 3 high")]
Variable = Literal[
    "reps", "sets", "hold_s", "work_s", "load_kg", "band", "tempo", "depth", "seat_lower", "bpm"
]  # what is raised first
Look = Literal["front", "side", "feel", "any"]


class DoseKeys(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The parts of a dose that a plan may set; what is left out comes from the catalogue."""

    sets: Sets | None = None
    reps: Reps | None = None
    hold_s: HoldS | None = None
    work_s: WorkS | None = None
    tempo: TempoText | None = None
    bpm: Bpm | None = None
    rest_s: RestS | None = None
    load_kg: LoadKg | None = None


class ModifyTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What makes an exercise fit a sore joint; which of it an exercise takes depends on what it is."""

    depth: Depth | None = None
    stance: StanceWord | StanceM | None = None
    toes_out: ToesOut | None = None
    pause_s: PauseS | None = None
    lower_s: LowerS | None = None
    support: SupportWord | None = None
    step_cm: StepCm | None = None
    seat_cm: SeatCm | None = None


class ItemTable(DoseKeys, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One exercise of a session."""

    exercise: Annotated[
        str,
        Meta(min_length=1, description="the exercise's id", extra={"wanted": "an exercise's id, such as 'wu_march'"}),
    ]
    note: Annotated[str, Meta(max_length=200, description="your word to the person, shown with the exercise")] = ""
    modify: ModifyTable = ModifyTable()


class SessionTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One session."""

    id: SessionName
    title: Title
    aim: Annotated[str, Meta(max_length=200, description="what the session is for, in one sentence")] = ""
    items: Annotated[
        list[ItemTable],
        Meta(
            max_length=60, description="the exercises in their order", extra={"wanted": "a list of up to 60 exercises"}
        ),
    ]


class ExitTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What must hold at the end of a phase; what is left out is not asked."""

    sessions_done_pct: Annotated[int, Meta(ge=0, le=100, description="planned sessions done, in percent")] | None = None
    check_pass_last4: (
        Annotated[float, Meta(ge=0, le=1, description="share of clean form answers in the last 4 sessions")] | None
    ) = None
    pmax_median_last4_max: (
        Annotated[int, Meta(ge=0, le=10, description="highest median of the worst pain of the last 4 sessions")] | None
    ) = None
    d24_last3_max: (
        Annotated[int, Meta(ge=0, le=10, description="highest rise of pain a day later, last 3 sessions")] | None
    ) = None
    swelling_days_last7: (
        Annotated[int, Meta(ge=0, le=7, description="most days with swelling in the last 7")] | None
    ) = None


class PhaseTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A run of weeks with the same sessions on the same days."""

    id: SessionName
    title: Title
    weeks: Weeks
    days: Days
    exit: ExitTable = ExitTable()


class PlanTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What concerns the whole plan."""

    id: SmallName
    title: Title
    goal: Annotated[str, Meta(max_length=200, description="what the person wants to reach")] = ""
    author: Annotated[str, Meta(max_length=80, description="who wrote the plan")] = ""
    weeks: Annotated[Week, Meta(description="length; without it the phases' last week, or 4")] | None = None
    lead_side: Annotated[Literal["left", "right"], Meta(description="the side that starts")] = "left"
    pain_cap: Annotated[int, Meta(ge=0, le=5, description="highest pain that still counts as acceptable")] = 5
    checks_per_exercise: Annotated[int, Meta(ge=0, le=3, description="questions about form after an exercise")] = 2
    recovery: Annotated[SessionName, Meta(description="the session for a day too bad for any other")] | None = None
    days: Annotated[Days, Meta(description="the days of a plan that has no phases")] | None = None


class PlanFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plan for a person, as a clinician writes it."""

    schema: Schema = 1
    plan: PlanTable
    phases: Annotated[list[PhaseTable], Meta(max_length=52, extra={"wanted": "up to 52 [[phases]] tables"})] = []
    sessions: Annotated[
        list[SessionTable], Meta(min_length=1, max_length=60, extra={"wanted": "1 to 60 [[sessions]] tables"})
    ]


class CatalogueDose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exercise's own dose; which of its parts it needs depends on what kind of exercise it is."""

    sets: Sets
    reps: Reps | None = None
    hold_s: HoldS | None = None
    work_s: WorkS | None = None
    tempo: TempoText | None = None
    bpm: Bpm | None = None
    rest_s: RestS
    days_per_week: Annotated[int, Meta(ge=1, le=7)]


class RangeTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lowest and highest value of each part of the dose."""

    sets: tuple[Sets, Sets]
    reps: tuple[Reps, Reps] | None = None
    hold_s: tuple[HoldS, HoldS] | None = None
    work_s: tuple[WorkS, WorkS] | None = None
    load_kg: tuple[LoadKg, LoadKg] | None = None


class CueTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cue of at most eight words."""

    text: Title
    moment: CueMoment
    role: CueRole


class BreathingTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to breathe: by phase, or paced by the clock."""

    by_phase: dict[RepPhase, Breath] = {}
    in_s: Annotated[float, Meta(ge=1, le=20)] | None = None
    out_s: Annotated[float, Meta(ge=1, le=20)] | None = None


class ExerciseFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One exercise of the catalogue."""

    schema: Schema
    id: SmallName
    name: Title
    why: Why
    category: Category
    position: Position
    per_side: bool
    level: Annotated[int, Meta(ge=1, le=5)]
    first: First
    view: Literal["side", "front", "top", "end", "three-quarter"]
    plane: Literal["sagittal", "frontal", "transverse"]
    equipment: list[SmallName]
    targets: list[SmallName]
    tissue: dict[TissueGroup, LoadClass]
    range_of_motion: Sentence
    vary: list[Variable]
    checks: Annotated[list[str], Meta(min_length=1)]
    easier: list[str]
    harder: list[str]
    stop_notes: list[str]
    cautions: list[str]
    sources: list[str]
    dose: CatalogueDose
    range: RangeTable
    cues: Annotated[list[CueTable], Meta(min_length=2, max_length=4)]
    breathing: BreathingTable = BreathingTable()
    wrong: Annotated[
        dict[SmallName, FaultKind],
        Meta(description="by check, the fault that a «no» looks like here, where it is not the check's first"),
    ] = {}
    motion: MotionFile


class CheckTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question about form; yes means clean."""

    ask: Sentence
    fault: Sentence
    fix: Sentence
    critical: bool
    look: Look
    faults: Annotated[list[FaultKind], Meta(description="what a «no» can look like, the most usual first")] = []
    overlay: OverlayKind | None = None
    sources: list[str] = []


class ChecksFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The questions about form, by id."""

    schema: Schema
    checks: dict[SmallName, CheckTable]


class NotesFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When to stop, and who takes care, by id."""

    schema: Schema
    stop: dict[SmallName, Sentence]
    caution: dict[SmallName, Sentence]


class PhrasesFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the voice says besides cues and exercise names, by key."""

    schema: Schema
    say: dict[SmallName, Title]


class SourceTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source: what it is, and what of it was read."""

    citation: Sentence
    kind: Title


class SourcesFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The sources of the catalogue's numbers, by tag."""

    schema: Schema
    sources: dict[
        Annotated[str, Meta(pattern="^[A-Z][A-Za-z0-9]{0,11}$", extra={"wanted": "a tag such as 'V31b' or 'CHOP'"})],
        SourceTable,
    ]


class NeighboursFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The ladders of difficulty, by name: each from its easiest exercise to its hardest."""

    schema: Schema
    ladders: dict[SmallName, Annotated[list[SmallName], Meta(min_length=2)]]
