"""Which exceptions are a person's or a computer's problem, told in sentences, and not a bug of ours."""

from __future__ import annotations

from kinetic_home.app.content import NoSuchSession
from kinetic_home.catalogue.problems import ContentError
from kinetic_home.workflow.ports import EnvironmentProblem
from kinetic_home.workflow.recover import CannotGoOn


def told(problem: BaseException) -> str | None:
    """Return what to tell the person; None where it is a bug, which must show itself."""
    if isinstance(problem, ContentError | EnvironmentProblem | NoSuchSession | CannotGoOn):
        return str(problem)
    if isinstance(problem, OSError) and problem.filename is not None:
        return f"{problem.filename}: {problem.strerror or 'cannot be used'} (choose another place with --data or --out)"
    return None
