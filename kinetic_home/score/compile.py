"""From a session script to its score."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from kinetic_home.domain.events import Bout
from kinetic_home.domain.exercise import Position
from kinetic_home.domain.script import ScriptItem, SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.score.marks import FITTED_MS, after_marks, fitted_marks, lead_marks, prepare_marks, work_marks
from kinetic_home.score.score import Beat, Gate, GateKind, Mark, MarkKind, Score, Section, Span, SpanKind
from kinetic_home.score.work import WorkPhase, work_phases

# Getting into place takes a person with a sore leg this long; own modelling, to be widened by the rest before it.
FIRST_LEAD_IN_MS = 10_000
NEXT_SET_LEAD_IN_MS = 5_000
SETTLE_MS = 4_000
_SAME_PLACE_MS = 8_000
_STANDING_TO_CHAIR_MS = 12_000
_TO_OR_FROM_FLOOR_MS = 20_000
_ON_THE_FLOOR_MS = 12_000
_SWITCH_MS = {
    Position.STANDING: 7_000,
    Position.SEATED: 7_000,
    Position.SUPINE: 8_000,
    Position.SIDE_LYING: 15_000,
    Position.HALF_KNEELING: 15_000,
    Position.QUADRUPED: 8_000,
    Position.FLOOR_SITTING: 8_000,
    Position.LONG_SITTING: 8_000,
}
# Time for one announcement to be heard before the next begins.
_AFTER_NAME_MS = 2_500
_AFTER_SWITCH_MS = 2_000
_AFTER_CUE_AFTER_NEXT_MS = 4_000


def compile_score(script: SessionScript) -> Score:
    """Return the whole session on one axis of ms, beginning at 0."""
    return _Compiler(script).score()


def lead_in_ms(previous: Position | None, position: Position) -> int:
    """Return how long a person has to get from one exercise's position into the next one's, in ms."""
    if previous is None:
        return FIRST_LEAD_IN_MS if not position.on_floor else _TO_OR_FROM_FLOOR_MS
    if previous.on_floor != position.on_floor:
        return _TO_OR_FROM_FLOOR_MS
    if previous is position:
        return _SAME_PLACE_MS
    return _ON_THE_FLOOR_MS if position.on_floor else _STANDING_TO_CHAIR_MS


class _Compiler:
    """Lays span after span; `at_ms` is where the axis ends so far."""

    def __init__(self, script: SessionScript) -> None:
        self._script = script
        self._at_ms = 0
        self._spans: list[Span] = []
        self._marks: list[Mark] = []
        self._gates: list[Gate] = []
        self._sections: list[Section] = []
        self._work: tuple[WorkPhase, ...] = ()

    def score(self) -> Score:
        for number, item in enumerate(self._script.items):
            self._exercise(number, item)
        return Score(
            script=self._script,
            spans=tuple(self._spans),
            marks=tuple(sorted(self._marks, key=itemgetter(0))),
            gates=tuple(self._gates),
            sections=tuple(self._sections),
        )

    def _exercise(self, number: int, item: ScriptItem) -> None:
        bouts = list(_bouts(number, item, self._script.lead_side))
        self._work = work_phases(item.exercise.first, item.dose)
        for order, bout in enumerate(bouts):
            if order == 0:
                self._lead_into_exercise(number, item, bout)
            elif bout.set_no != bouts[order - 1].set_no:
                self._rest_before_set(item, bouts[order - 1], bout)
            else:
                self._switch_sides(item, bout)
            self._lay_work(item, bout)
        self._settle(item, bouts[-1])
        self._ask(number, item)

    def _lead_into_exercise(self, number: int, item: ScriptItem, bout: Bout) -> None:
        start = self._at_ms
        previous = self._script.items[number - 1] if number else None
        if previous is not None and previous.dose.rest_ms > 0:
            self._lay(SpanKind.REST, self._sections[-1].bout, previous.dose.rest_ms)
            self._marks.extend(after_marks(previous, start + _AFTER_CUE_AFTER_NEXT_MS, self._at_ms))
            self._say(start, item.exercise.id, MarkKind.NEXT)
        lead = self._at_ms
        self._say(lead, item.exercise.id, MarkKind.NEXT if lead == start else MarkKind.NAME)
        position = previous.exercise.position if previous else None
        self._lay(SpanKind.LEAD_IN, bout, lead_in_ms(position, item.exercise.position))
        side_at = lead + _AFTER_NAME_MS
        prepare_at = side_at + (_AFTER_NAME_MS if item.exercise.per_side else 0)
        self._open_section(bout, lead, side_at)
        fitted = list(fitted_marks(item, prepare_at, self._at_ms))
        self._marks += fitted
        self._marks.extend(prepare_marks(item, prepare_at + len(fitted) * FITTED_MS, self._at_ms))

    def _rest_before_set(self, item: ScriptItem, done: Bout, bout: Bout) -> None:
        if item.dose.rest_ms > 0:
            self._say(self._at_ms, "rest")
            self._lay(SpanKind.REST, done, item.dose.rest_ms)
        lead = self._at_ms
        self._lay(SpanKind.LEAD_IN, bout, NEXT_SET_LEAD_IN_MS)
        self._say(lead, "last_set" if bout.set_no == item.dose.sets else f"set_{bout.set_no}")
        self._open_section(bout, lead, None)

    def _switch_sides(self, item: ScriptItem, bout: Bout) -> None:
        start = self._at_ms
        self._say(start, "switch_sides", MarkKind.SWITCH_SIDES)
        self._lay(SpanKind.SWITCH, bout, _SWITCH_MS[item.exercise.position])
        self._open_section(bout, start, start + _AFTER_SWITCH_MS)

    def _open_section(self, bout: Bout, start: int, side_at: int | None) -> None:
        section = Section(bout=bout, start_ms=start, work_ms=self._at_ms, end_ms=self._at_ms + self._work[-1].end_ms)
        self._sections.append(section)
        self._marks.extend(lead_marks(section, announce_side_ms=side_at))

    def _lay_work(self, item: ScriptItem, bout: Bout) -> None:
        section, phases = self._sections[-1], self._work
        self._spans += [
            Span(
                section.work_ms + phase.start_ms,
                section.work_ms + phase.end_ms,
                SpanKind.WORK,
                bout,
                phase.rep_no,
                phase.phase,
                phase.pose_from,
                phase.pose_to,
            )
            for phase in phases
        ]
        self._marks.extend(work_marks(item, section, phases))
        self._at_ms = section.end_ms
        self._marks.append(Mark(at_ms=self._at_ms, kind=MarkKind.BEAT, ref=Beat.END))

    def _settle(self, item: ScriptItem, bout: Bout) -> None:
        self._say(self._at_ms, "answer")
        self._lay(SpanKind.REST, bout, SETTLE_MS)

    def _ask(self, number: int, item: ScriptItem) -> None:
        place = f"{number + 1:02d}-{item.exercise.id}"
        for check in item.checks:
            gate_id = f"{place}/{check.id}"
            self._gates.append(Gate(at_ms=self._at_ms, id=gate_id, kind=GateKind.CHECKPOINT, item=number, ref=check.id))
        self._gates.append(Gate(at_ms=self._at_ms, id=f"{place}/pain", kind=GateKind.PAIN, item=number))

    def _lay(self, kind: SpanKind, bout: Bout, length_ms: int) -> None:
        self._spans.append(Span(start_ms=self._at_ms, end_ms=self._at_ms + length_ms, kind=kind, bout=bout))
        self._at_ms += length_ms

    def _say(self, at_ms: int, ref: str, kind: MarkKind = MarkKind.SAY) -> None:
        self._marks.append(Mark(at_ms=at_ms, kind=kind, ref=ref))


def _bouts(number: int, item: ScriptItem, lead: Side) -> Iterator[Bout]:
    for set_no in range(1, item.dose.sets + 1):
        for side in item.sides(lead):
            yield Bout(item=number, exercise=item.exercise.id, set_no=set_no, side=side)
