"""The Chinese reader gives every figure of the corpus, with all that the words around it say of it."""

from __future__ import annotations

import pytest
from tests.parsing.corpus import Case, cases, name, read

FAMILIES = 101
BEYOND = 5  # cases that the reader cannot do yet, at most


@pytest.mark.parametrize("case", [case for case in cases("zh") if "cannot" not in case], ids=name)
def test_case(case: Case) -> None:
    """A text gives its rows, in order, and no others, and the notes that it asks for."""
    rows, notes = read(case, "zh")
    assert rows == case["rows"]
    assert set(case.get("notes", ())) <= notes


@pytest.mark.parametrize("case", [case for case in cases("zh") if "cannot" in case], ids=name)
def test_what_cannot_be_read_yet(case: Case) -> None:
    """A case that is said to be beyond the reader is so still; once it is not, its `cannot` goes."""
    assert read(case, "zh")[0] != case["rows"]


def test_every_family_has_a_case() -> None:
    """Every pattern family of the domain tables has a case, and few are beyond the reader."""
    families = {case["pattern"] for case in cases("zh") if "pattern" in case}
    assert families == {f"ZH{number:03}" for number in range(1, FAMILIES + 1)}
    assert sum("cannot" in case for case in cases("zh")) <= BEYOND
