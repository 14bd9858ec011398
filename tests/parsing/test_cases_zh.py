"""The Chinese reader gives every figure of the corpus, with all that the words around it say of it."""

from __future__ import annotations

import pytest
from tests.parsing.corpus import Case, cases, name, read

FAMILIES = 101


@pytest.mark.parametrize("case", cases("zh"), ids=name)
def test_case(case: Case) -> None:
    """A text gives its rows, in order, and no others, and the notes that it asks for."""
    rows, notes = read(case, "zh")
    assert rows == case["rows"]
    assert set(case.get("notes", ())) <= notes


def test_every_family_has_a_case() -> None:
    """Every pattern family of the domain tables has a case, be it one that is still open."""
    families = {case["pattern"] for which in ("cases", "open") for case in cases("zh", which) if "pattern" in case}
    assert families == {f"ZH{number:03}" for number in range(1, FAMILIES + 1)}
