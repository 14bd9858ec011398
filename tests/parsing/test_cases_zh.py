"""The Chinese reader gives every figure of the corpus, with all that the words around it say of it."""

from __future__ import annotations

import pytest
from tests.parsing.corpus import Case, cases, name, read

FAMILIES = 101
UNREAD = {
    "ZH022": "a point over the whole year before is read as year on year",
    "ZH048": "some of the industries that were counted before a comma have no code",
    "ZH050": "a number with 大类 that heads a count of its parts is no figure",
    "ZH051": "some of those counted keep the code of them all",
    "ZH057": "a figure that several places have each is read as one of them together",
    "ZH086": "points ahead of the schedule are a change of nothing that was told",
    "ZH093": "projects above a size have no code",
    "ZH094": "a change after the share of it is told without the base that its growth has",
    "ZH097": "economic circles in a list are no places",
}
"""The families that are not read yet, and why; the case of each is one of the known wrongs."""


@pytest.mark.parametrize("case", cases("zh"), ids=name)
def test_case(case: Case) -> None:
    """A text gives its rows, in order, and no others, and the notes that it asks for."""
    rows, notes = read(case, "zh")
    assert rows == case["rows"]
    assert set(case.get("notes", ())) <= notes


def test_every_family_has_a_case() -> None:
    """Every pattern family of the domain tables has a case that is read; the others are named, and known wrongs."""
    read_yet = {case["pattern"] for case in cases("zh") if "pattern" in case}
    assert read_yet | UNREAD.keys() == {f"ZH{number:03}" for number in range(1, FAMILIES + 1)}
    assert not read_yet & UNREAD.keys()
    assert {case["pattern"] for case in cases("zh", "open") if "pattern" in case} == UNREAD.keys()
