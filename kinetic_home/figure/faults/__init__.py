"""Wrong versions: each fault that a check asks about, as one transform of the right motion, whatever the exercise."""

from kinetic_home.figure.faults.kinds import clearest_view, seen_from, wrong
from kinetic_home.figure.faults.posing import ImpossibleFaultError

__all__ = ["ImpossibleFaultError", "clearest_view", "seen_from", "wrong"]
