"""A session's exercises as their knobs change them: what the figure shows is what is done."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.script import ScriptItem, SessionScript


def as_modified(script: SessionScript) -> SessionScript:
    """Return a script whose exercises move as their knobs say; doses hold their part of it already.

    Everything that shows an exercise of the session reads it from its script, so it follows. Raises ValueError where
    no body can do it so; a plan that was loaded holds no such item.
    """
    return replace(script, items=tuple(map(item_as_modified, script.items)))


def item_as_modified(item: ScriptItem) -> ScriptItem:
    """Return an item whose exercise moves as its knobs say; raises ValueError where no body can do it so."""
    if not item.knobs.keys:
        return item
    from kinetic_home.figure.knobs import modified  # noqa: PLC0415 (few plans turn a knob, and no start waits for it)

    return replace(item, exercise=replace(item.exercise, motion=modified(item.exercise.motion, item.knobs)))
