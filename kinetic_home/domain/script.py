"""A session script: today's exercises in order, every dose decided, ready to be compiled into a score."""

from __future__ import annotations

from dataclasses import dataclass

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Catalogue, Category, Check, Exercise
from kinetic_home.domain.knob_words import knobs_in_words
from kinetic_home.domain.knobs import AS_IT_IS, Knobs, Support, dose_with
from kinetic_home.domain.plan import Plan, PlanSession, SessionId
from kinetic_home.domain.side import Side

# One question is enough where little is loaded; the critical ones come first (catalogue source, 1.4).
_CHECKS_WHERE_LITTLE_IS_LOADED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptItem:
    """One exercise of today with its dose and the checks that will be asked after its last set.

    The dose holds what `knobs` add to its tempo; `fitted` says the knobs in words.
    """

    exercise: Exercise
    dose: Dose
    checks: tuple[Check, ...]
    note: str = ""
    knobs: Knobs = AS_IT_IS
    fitted: tuple[str, ...] = ()

    @property
    def equipment(self) -> tuple[str, ...]:
        """Return what is needed as ids, with what the hands hold on to and a step of the height that is asked for."""
        needed = self.exercise.equipment
        if self.knobs.step_m is not None:
            step = f"step{self.knobs.step_m * 100:.0f}"
            needed = tuple(step if thing.startswith("step") else thing for thing in needed)
        if self.knobs.support in {None, Support.NONE} or not {"support", "rail"}.isdisjoint(needed):
            return needed
        return (*needed, "support")

    def sides(self, lead: Side) -> tuple[Side, ...]:
        """Return the sides in the order in which they are worked."""
        return (lead, lead.opposite) if self.exercise.per_side else (Side.BOTH,)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionScript:
    """Everything that a session consists of; `lead_side` is the side that starts."""

    session_id: SessionId
    title: str
    aim: str
    lead_side: Side
    items: tuple[ScriptItem, ...]


def script_of(plan: Plan, session: PlanSession, catalogue: Catalogue) -> SessionScript:
    """Resolve a plan's session against the catalogue; every exercise of a validated plan is there."""
    return SessionScript(
        session_id=session.id,
        title=session.title,
        aim=session.aim,
        lead_side=plan.lead_side,
        items=tuple(
            ScriptItem(
                exercise=catalogue[item.exercise],
                dose=dose_with(item.dose, catalogue[item.exercise].first, item.knobs),
                checks=checks_to_ask(catalogue[item.exercise], plan.checks_per_exercise),
                note=item.note,
                knobs=item.knobs,
                fitted=knobs_in_words(item.knobs, catalogue[item.exercise].motion),
            )
            for item in session.items
        ),
    )


def checks_to_ask(exercise: Exercise, most: int) -> tuple[Check, ...]:
    """Return at most `most` checks, critical ones first, fewer for warm-ups and cool-downs."""
    light = exercise.category in {Category.WARMUP, Category.COOLDOWN}
    count = min(most, _CHECKS_WHERE_LITTLE_IS_LOADED) if light else most
    return tuple(sorted(exercise.checks, key=lambda check: not check.critical))[:count]
