"""Whole sessions made at random, within what a plan may hold."""

from hypothesis import strategies as st

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Breathing, Category, CueMoment, First, Position
from kinetic_home.domain.script import ScriptItem, SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.domain.tempo import Tempo
from tests.builders import EFFORT, check, exercise, item, script

rests = st.sampled_from([0, 1_000, 5_000, 20_000])
sets = st.integers(1, 3)
tempos = st.sampled_from(["3-1-2-0", "3-0-2-2", "1-0-1-0", "1.5-0-1-0.25", "0-0-2-0"]).map(Tempo.parse)

doses_by_first = {
    First.ECCENTRIC: st.builds(
        lambda s, r, t, rest: Dose(sets=s, reps=r, tempo=t, rest_ms=rest), sets, st.integers(1, 9), tempos, rests
    ),
    First.HOLD: st.one_of(
        st.builds(
            lambda s, r, h, rest: Dose(sets=s, reps=r, hold_ms=h, rest_ms=rest),
            sets,
            st.integers(1, 4),
            st.integers(1_000, 60_000),
            rests,
        ),
        st.builds(lambda w, rest: Dose(sets=1, work_ms=w, rest_ms=rest), st.integers(1_000, 90_000), rests),
    ),
    First.CYCLIC: st.one_of(
        st.builds(
            lambda w, b, rest: Dose(sets=1, work_ms=w, bpm=b, rest_ms=rest),
            st.integers(1_000, 90_000),
            st.integers(20, 240),
            rests,
        ),
        st.builds(
            lambda s, r, t, rest: Dose(sets=s, reps=r, tempo=t, rest_ms=rest), sets, st.integers(1, 9), tempos, rests
        ),
    ),
}
doses_by_first[First.CONCENTRIC] = doses_by_first[First.JUMP] = doses_by_first[First.ECCENTRIC]

moments = st.lists(st.sampled_from(list(CueMoment)), min_size=2, max_size=4)


@st.composite
def items(draw: st.DrawFn) -> ScriptItem:
    first = draw(st.sampled_from(list(First)))
    number = draw(st.integers(0, 99))
    breathing = draw(st.sampled_from([EFFORT, Breathing(), Breathing(paced_ms=(4_000, 6_000))]))
    made = exercise(
        f"made_{number}",
        first=first,
        per_side=draw(st.booleans()),
        position=draw(st.sampled_from(list(Position))),
        category=draw(st.sampled_from(list(Category))),
        cues=[(f"Cue number {n}", moment) for n, moment in enumerate(draw(moments))],
        breathing=breathing,
    )
    asked = draw(st.integers(0, 3))
    return item(made, draw(doses_by_first[first]), [check(f"check_{n}") for n in range(asked)])


def _id(made: ScriptItem) -> str:
    """One id stands for one exercise, as in a catalogue."""
    return made.exercise.id


@st.composite
def scripts(draw: st.DrawFn) -> SessionScript:
    return script(
        *draw(st.lists(items(), min_size=1, max_size=4, unique_by=_id)),
        lead=draw(st.sampled_from([Side.LEFT, Side.RIGHT])),
    )
