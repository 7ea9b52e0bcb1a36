"""Where the beats, counts, cues, breaths and announcements of one bout fall."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from kinetic_home.domain.exercise import Breath, Cue, CueMoment, First, RepPhase
from kinetic_home.domain.script import ScriptItem
from kinetic_home.score.score import BEAT_OF_PHASE, SIDE_WORDS, Beat, Mark, MarkKind, Section
from kinetic_home.score.work import WorkPhase

_SECOND_MS = 1_000
# Up to this length every second of a hold has its beat; longer ones are calmer.
_BEAT_EVERY_SECOND_UP_TO_MS = 10_000
_LONG_HOLD_BEAT_MS = 5_000
_FEWEST_REPS_WITH_HALF_WAY = 6
_SHORTEST_WORK_WITH_HALF_WAY_MS = 20_000
_SHORTEST_WORK_WITH_TEN_SECONDS_MS = 40_000
_TEN_SECONDS_MS = 10_000
_CUE_EVERY_MS = 15_000
_FIRST_CUE_MS = 3_000
_NO_CUE_BEFORE_END_MS = 12_000
_COUNT_IN = 3
_PHASE_OF_MOMENT = {moment: RepPhase(moment.value) for moment in CueMoment if moment.value in set(RepPhase)}
# Time for one announcement to be heard before the next begins; longer texts take a little longer.
_AFTER_ANNOUNCEMENT_MS = 2_000
# Time for one word on how the exercise is changed.
FITTED_MS = 2_500
_A_LETTER_MS = 60


def lead_marks(section: Section, *, announce_side_ms: int | None) -> Iterator[Mark]:
    """Yield what is heard in a lead-in or side change: the side, then a count-in as far as there is room."""
    if announce_side_ms is not None and section.bout.side in SIDE_WORDS:
        yield Mark(at_ms=announce_side_ms, kind=MarkKind.SAY, ref=SIDE_WORDS[section.bout.side])
    for left in range(_COUNT_IN, 0, -1):
        at = section.work_ms - left * _SECOND_MS
        if at >= section.start_ms:
            yield Mark(at_ms=at, kind=MarkKind.BEAT, ref=Beat.READY)
            yield Mark(at_ms=at, kind=MarkKind.COUNT, ref=str(left))


def fitted_marks(item: ScriptItem, from_ms: int, until_ms: int) -> Iterator[Mark]:
    """Yield how the exercise is changed for this person, knob by knob, as far as there is room before the count-in.

    The screen shows all of it, with the numbers.
    """
    at = from_ms
    for key in item.knobs.keys:
        if at + FITTED_MS > until_ms - _COUNT_IN * _SECOND_MS:
            return
        ref = f"knob_support_{item.knobs.support}" if key == "support" else f"knob_{key}"
        yield Mark(at_ms=at, kind=MarkKind.SAY, ref=ref)
        at += FITTED_MS


def prepare_marks(item: ScriptItem, from_ms: int, until_ms: int) -> Iterator[Mark]:
    """Yield the cues that prepare, one after the other, as long as they end before the count-in."""
    return _in_turn(item, CueMoment.PREPARE, from_ms, until_ms - _COUNT_IN * _SECOND_MS)


def after_marks(item: ScriptItem, from_ms: int, until_ms: int) -> Iterator[Mark]:
    """Yield the cues for the moment after the work, one after the other, as long as they end within the rest."""
    return _in_turn(item, CueMoment.AFTER, from_ms, until_ms)


def work_marks(item: ScriptItem, section: Section, phases: Sequence[WorkPhase]) -> Iterator[Mark]:
    """Yield everything heard during the work of one bout; the caller puts it in order of time."""
    yield from _beats(item, section, phases)
    yield from _counts(item, section, phases)
    yield from _breaths(item, section, phases)
    yield from _announcements(item, section)
    yield from _rep_cues(item, section, phases)
    yield from _timed_cues(item, section, phases)


def _in_turn(item: ScriptItem, moment: CueMoment, from_ms: int, until_ms: int) -> Iterator[Mark]:
    at = from_ms
    for index, cue in _cues(item, moment):
        if at + _AFTER_ANNOUNCEMENT_MS > until_ms:
            return
        yield _cue_mark(item, index, at)
        at += _AFTER_ANNOUNCEMENT_MS + _A_LETTER_MS * len(cue.text)


def _beats(item: ScriptItem, section: Section, phases: Sequence[WorkPhase]) -> list[Mark]:
    marks: list[Mark] = []
    last_rep = phases[-1].rep_no if _counts_reps(item) else 0
    first_of_last_at = phases[bisect_left(phases, last_rep, key=_rep_no)].start_ms if last_rep else -1
    paced = item.exercise.breathing.paced_ms is not None
    for phase in phases:
        if paced and phase.phase is RepPhase.HOLD:
            continue
        at, sound = section.work_ms + phase.start_ms, BEAT_OF_PHASE[phase.phase]
        marks += [Mark(at + offset, MarkKind.BEAT, sound) for offset in _beat_offsets(item, phase)]
        if phase.start_ms == first_of_last_at:
            marks[-len(_beat_offsets(item, phase))] = Mark(at, MarkKind.BEAT, Beat.LAST)
    return marks


def _beat_offsets(item: ScriptItem, phase: WorkPhase) -> Sequence[int]:
    length = phase.end_ms - phase.start_ms
    if item.dose.bpm is not None and item.dose.tempo is None:
        return (0,)
    seconds = range(0, length, _SECOND_MS)
    if phase.phase is not RepPhase.HOLD or length <= _BEAT_EVERY_SECOND_UP_TO_MS:
        return seconds
    counted_out = length - _COUNT_IN * _SECOND_MS
    return [offset for offset in seconds if offset % _LONG_HOLD_BEAT_MS == 0 or offset >= counted_out]


def _counts(item: ScriptItem, section: Section, phases: Sequence[WorkPhase]) -> Iterator[Mark]:
    reps = item.dose.reps
    if reps is None or reps == 1:
        return
    starts = _rep_starts(phases)
    for rep_no, start in starts.items():
        at = section.work_ms + start
        if rep_no == reps:
            yield Mark(at_ms=at, kind=MarkKind.LAST_REP, ref="last_rep")
        else:
            yield Mark(at_ms=at, kind=MarkKind.COUNT, ref=str(rep_no))
    if reps >= _FEWEST_REPS_WITH_HALF_WAY:
        yield Mark(at_ms=section.work_ms + starts[reps // 2 + 1], kind=MarkKind.HALF_WAY, ref="half_way")


def _breaths(item: ScriptItem, section: Section, phases: Sequence[WorkPhase]) -> Iterator[Mark]:
    breathing = item.exercise.breathing
    for phase in phases:
        start, end = section.work_ms + phase.start_ms, section.work_ms + phase.end_ms
        if phase.phase in breathing.by_phase:
            yield Mark(at_ms=start, kind=MarkKind.BREATH, ref=breathing.by_phase[phase.phase])
        if phase.phase is RepPhase.HOLD and breathing.paced_ms is not None:
            yield from _paced_breaths(*breathing.paced_ms, start, end)


def _paced_breaths(in_ms: int, out_ms: int, start: int, end: int) -> Iterator[Mark]:
    """Yield whole breaths only, each with a beat: nobody is left with half a breath."""
    while start + in_ms + out_ms <= end:
        for at, breath, beat in ((start, Breath.IN, Beat.MOVE), (start + in_ms, Breath.OUT, Beat.RETURN)):
            yield Mark(at_ms=at, kind=MarkKind.BREATH, ref=breath)
            yield Mark(at_ms=at, kind=MarkKind.BEAT, ref=beat)
        start += in_ms + out_ms


def _announcements(item: ScriptItem, section: Section) -> Iterator[Mark]:
    if _counts_reps(item):
        return
    length = section.end_ms - section.work_ms
    if length >= _SHORTEST_WORK_WITH_HALF_WAY_MS:
        yield Mark(at_ms=section.work_ms + length // 2, kind=MarkKind.HALF_WAY, ref="half_way")
    if length >= _SHORTEST_WORK_WITH_TEN_SECONDS_MS:
        yield Mark(at_ms=section.end_ms - _TEN_SECONDS_MS, kind=MarkKind.SAY, ref="ten_seconds")


def _rep_cues(item: ScriptItem, section: Section, phases: Sequence[WorkPhase]) -> Iterator[Mark]:
    """Yield one cue in every second repetition, in its phase; each later set begins with the next cue.

    A repetition that lasts as long as two cues are apart has its own, also the last one.
    """
    if not _counts_reps(item):
        return
    cues = _working_cues(item)
    last = phases[-1].rep_no
    long = phases[-1].end_ms >= last * _CUE_EVERY_MS
    reps_with_cue = range(1, last + 1) if long else range(1, last, 2)
    for turn, rep_no in enumerate(reps_with_cue if cues else (), section.bout.set_no - 1):
        index, cue = cues[turn % len(cues)]
        rep = phases[bisect_left(phases, rep_no, key=_rep_no) : bisect_left(phases, rep_no + 1, key=_rep_no)]
        wanted = _PHASE_OF_MOMENT[cue.moment]
        at = next((phase.start_ms for phase in rep if phase.phase is wanted), rep[0].start_ms)
        yield _cue_mark(item, index, section.work_ms + at)


def _timed_cues(item: ScriptItem, section: Section, phases: Sequence[WorkPhase]) -> Iterator[Mark]:
    """Yield the cues of one long hold or of work by time: one every 15 s, in its phase.

    What is said while a person moves into the hold comes first; each later set begins with the next of the others.
    """
    cues = _working_cues(item)
    if _counts_reps(item) or not cues:
        return
    sets_before = section.bout.set_no - 1
    if item.exercise.first is First.HOLD:
        into, hold = phases[0], phases[1]
        moving = [index for index, cue in cues if cue.moment is CueMoment.MOVE]
        if moving:
            yield _cue_mark(item, moving[0], section.work_ms + into.start_ms)
        order = [index for index, _ in cues if index not in moving[:1]] or [index for index, _ in cues]
        starts = range(hold.start_ms + _FIRST_CUE_MS, hold.end_ms - _NO_CUE_BEFORE_END_MS, _CUE_EVERY_MS)
        for turn, at in enumerate(starts, sets_before):
            yield _cue_mark(item, order[turn % len(order)], section.work_ms + at)
        return
    latest = phases[-1].end_ms - _NO_CUE_BEFORE_END_MS
    for turn, due in enumerate(range(_FIRST_CUE_MS, latest, _CUE_EVERY_MS), sets_before):
        index, cue = cues[turn % len(cues)]
        first = bisect_left(phases, due, key=_start)
        wanted = _PHASE_OF_MOMENT[cue.moment]
        at = next((phase.start_ms for phase in islice(phases, first, None) if phase.phase is wanted), latest)
        if at < latest:
            yield _cue_mark(item, index, section.work_ms + at)


def _counts_reps(item: ScriptItem) -> bool:
    return item.dose.reps is not None and item.dose.reps > 1


def _start(phase: WorkPhase) -> int:
    return phase.start_ms


def _rep_no(phase: WorkPhase) -> int:
    return phase.rep_no


def _rep_starts(phases: Sequence[WorkPhase]) -> dict[int, int]:
    starts: dict[int, int] = {}
    for phase in phases:
        starts.setdefault(phase.rep_no, phase.start_ms)
    return starts


def _cues(item: ScriptItem, moment: CueMoment) -> list[tuple[int, Cue]]:
    return [(index, cue) for index, cue in enumerate(item.exercise.cues) if cue.moment is moment]


def _working_cues(item: ScriptItem) -> list[tuple[int, Cue]]:
    outside = {CueMoment.PREPARE, CueMoment.AFTER}
    return [(index, cue) for index, cue in enumerate(item.exercise.cues) if cue.moment not in outside]


def _cue_mark(item: ScriptItem, index: int, at_ms: int) -> Mark:
    return Mark(at_ms=at_ms, kind=MarkKind.CUE, ref=f"{item.exercise.id}/{index}")
