"""The account of a text's numbers: each is a figure, has a reason why it is none, or is named in a note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

import attrs

from shandong_econ.model import Note, Observation, Span

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
REMARKED = {
    "no_unit": "a number without a unit and without a thing that it counts",
    "endless": "a fraction, such as a third, that no decimal number states exactly",
    "threshold": "a number that tells only how large the things are that are counted",
    "no_measure": "a cell of a table whose heads do not say what it measures: a growth, a share or a rate",
    "no_series": "a cell of a table whose heads do not name what is measured",
    "unread": "a number of which the rules made nothing",
    "list_mismatch": "a list whose names and numbers are not as many: no number was given to a name",
}
"""Why a number was not read, for those reasons that a reader of the report should hear of."""


class Traced(NamedTuple):
    """What a stretch of the text was taken for: a figure by a rule, a time, a name, or why a number was not read."""

    start: int
    end: int
    what: str


@attrs.define
class Account:
    """What was made of each stretch of a text while it was read, by where it begins, and what a reader should hear."""

    trace: dict[int, Traced] = attrs.field(factory=dict)
    remarks: list[Traced] = attrs.field(factory=list)

    def pass_over(self, start: int, end: int, what: str) -> None:
        """Remembers a stretch in which no figure is looked for."""
        self.trace[start] = Traced(start, end, what)


def account_for(text: str, traced: Iterable[Traced]) -> list[Traced]:
    """All that was traced in a cleaned text, in order, with what is said of the numbers that no rule looked at.

    A number that touches a letter, as in 5G, is part of a name; any other that was passed over is unread.
    """
    known = sorted(traced, key=_IN_ORDER)
    count = len(known)
    found: list[Traced] = []
    i, reach = 0, -1
    for match in NUMBER.finditer(text):
        start, end = match.span()
        while i < count and known[i].start <= start:
            if known[i].end > reach:
                reach = known[i].end
            i += 1
        if start < reach or (i < count and known[i].start < end):
            continue
        beside = (text[start - 1 : start], text[end : end + 1])
        found.append(Traced(start, end, "name" if any(c.isascii() and c.isalpha() for c in beside) else "unread"))
    return sorted([*known, *found], key=_IN_ORDER)


_IN_ORDER = attrgetter("start", "end")


def notes_of(traced: Iterable[Traced], observations: Iterable[Observation]) -> list[Note]:
    """What could not be read, and what was read and is suspect, in the order of the text."""
    notes = [Note(one.what, REMARKED[one.what], Span(one.start, one.end)) for one in traced if one.what in REMARKED]
    for o in observations:
        if o.unit is not None and o.unit.code == "ACRE" and o.area is not None and o.area.code is not None:
            notes.append(Note("unit_suspect", "acres in a report about China are mostly mu (1/15 hectare)", o.span))
    return sorted(notes, key=lambda note: note.span or Span(0, 0))
