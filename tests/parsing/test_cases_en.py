"""The English reader gives every figure of the corpus, with all that the words around it say of it."""

from __future__ import annotations

import pytest
from tests.parsing.corpus import Case, cases, name, read

FAMILIES = 98
UNREAD = {
    "EN020": "industries counted in words have no code",
    "EN025": "percent that are points of a share are read as a growth",
    "EN029": "a gap to a rate in brackets is read as a change of the place that it is told of",
    "EN041": "some of the industries that were counted have the code of them all",
    "EN042": "some of the industries that were counted have no code",
    "EN047": "of a list with fewer names than figures all are given to the last name",
    "EN074": "what is a multiple of a year has the time of that year",
    "EN093": "what a size class is bound by is read as a figure",
    "EN097": "a mine that is not named has the code of the place",
}
"""The families that are not read yet, and why; the case of each is one of the known wrongs."""


@pytest.mark.parametrize("case", cases("en"), ids=name)
def test_case(case: Case) -> None:
    """A text gives its rows, in order, and no others, and the notes that it asks for."""
    rows, notes = read(case, "en")
    assert rows == case["rows"]
    assert set(case.get("notes", ())) <= notes


def test_every_family_has_a_case() -> None:
    """Every pattern family of the domain tables has a case that is read; the others are named, and known wrongs."""
    read_yet = {case["pattern"] for case in cases("en") if "pattern" in case}
    assert read_yet | UNREAD.keys() == {f"EN{number:03}" for number in range(1, FAMILIES + 1)}
    assert not read_yet & UNREAD.keys()
    assert {case["pattern"] for case in cases("en", "open") if "pattern" in case} == UNREAD.keys()
