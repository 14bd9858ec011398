"""A clause of a contract, what it is held against, and how one that is broken is told."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Generic, NoReturn, TypeVar

import attrs

__all__ = ["Breach", "Clause", "ContractError", "breach", "broken", "where"]

Subject = TypeVar("Subject")


class ContractError(AssertionError):
    """A plugin that does not hold its contract: the message says which clause, what came of it, and what to do."""


class Breach(Exception):  # noqa: N818  # it is raised and caught within the kit, and never shown as it stands
    """What broke a clause: a line for what was done, for what came of it, and for what to do."""


@attrs.frozen(eq=False)
class Clause(Generic[Subject]):
    """One thing that is promised: a sentence whose subject is the plugin, and the check that raises Breach if not."""

    sentence: str
    check: Callable[[Subject], None]
    applies: Callable[[Subject], bool] = lambda _: True


def breach(*lines: str, remedy: str, cause: BaseException | None = None) -> NoReturn:
    """Raises the breach of a clause, with what happened line by line and what to do."""
    raise Breach("\n".join([*(f"  {line}" for line in lines), f"  what to do: {remedy}"])) from cause


def broken(name: str, clause: Clause[Subject], subject: Subject) -> ContractError | None:
    """The error in words if the subject breaks the clause; None if it holds it."""
    try:
        clause.check(subject)
    except Breach as found:
        error = ContractError(f'{name} breaks its contract: "it {clause.sentence}"\n{found}')
        error.__cause__ = found.__cause__
        return error
    return None


def where(error: BaseException) -> str:
    """Where an exception was raised: file, line, function and the line's text.

    >>> where(ValueError("never raised"))
    'no place is known'
    """
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "no place is known"
    last = frames[-1]
    return f"{Path(last.filename).name}, line {last.lineno}, in {last.name}: {last.line or '(no source)'}"
