"""Holds a subject to the clauses of a contract: each as a case of pytest, or all at once with one report in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from shandong_econ.extras import extra
from shandong_econ.testing.clause import Clause, ContractError, broken

__all__ = ["as_a_test", "hold_all"]


def as_a_test(name: str, clauses: Sequence[Clause[Any]], subject: Any) -> Callable[..., None]:
    """A test function for pytest with a case for each clause, whose failure is told in words alone."""
    with extra("testing", "a contract under pytest"):
        import pytest

    def test(clause: Clause[Any]) -> None:
        if error := broken(name, clause, subject):
            pytest.fail(str(error), pytrace=False)

    pytest.mark.parametrize("clause", clauses, ids=[clause.sentence for clause in clauses])(test)
    return test


def hold_all(name: str, clauses: Sequence[Clause[Any]], subject: Any) -> None:
    """ContractError with all that is broken, clause by clause, if anything is; if the first is, with that alone.

    What the host does not take cannot be asked for what it does.
    """
    errors: list[ContractError] = []
    for clause in clauses:
        if error := broken(name, clause, subject):
            errors.append(error)
        if errors and clause is clauses[0]:
            break
    if errors:
        raise ContractError("\n\n".join(map(str, errors))) from errors[0].__cause__
