"""The account of a text's numbers: each is a figure, has a reason why it is none, or is named in a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple, TypeAlias

import attrs

from shandong_econ.model import Note, Observation, Span

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
REMARKED = {
    "no_unit": "a number without a unit and without a thing that it counts",
    "endless": "a fraction, such as a third, that no decimal number states exactly",
    "vague": "a number that only says about how many there are, such as dozens, or seven or eight hundred",
    "threshold": "a number that tells only how large the things are that are counted",
    "no_measure": "a cell of a table whose heads do not say what it measures: a growth, a share or a rate",
    "no_series": "a cell of a table whose heads do not name what is measured",
    "unread": "a number of which the rules made nothing",
}
"""Why a number was not read, for those reasons that a reader of the report should hear of."""


class Traced(NamedTuple):
    """What a stretch of the text was taken for: a figure by a rule, a time, a name, or why a number was not read."""

    start: int
    end: int
    what: str


traced_of: Callable[[Iterable[Any]], Traced] = partial(tuple.__new__, Traced)
"""What was traced of its three parts, as `token_of` makes a token."""
Taken: TypeAlias = "tuple[int, int, str]"
"""What a stretch was taken for, as it is noted of every word while a text is read, and made Traced at the end."""


@attrs.define
class Account:
    """What was made of each stretch of a text while it was read, by where it begins, and what a reader should hear."""

    trace: dict[int, Taken] = attrs.field(factory=dict)
    remarks: list[Traced] = attrs.field(factory=list)

    def pass_over(self, start: int, end: int, what: str) -> None:
        """Remembers a stretch in which no figure is looked for."""
        self.trace[start] = start, end, what


def account_for(text: str, taken: Iterable[Taken]) -> list[Traced]:
    """All that was traced in a cleaned text, in order, with what is said of the numbers that no rule looked at.

    A number that touches a letter, as in 5G, is part of a name; any other that was passed over is unread.
    """
    known = sorted(taken)
    count = len(known)
    found: list[Taken] = []
    i, reach = 0, -1
    for match in NUMBER.finditer(text):
        start, end = match.span()
        while i < count and known[i][0] <= start:
            if known[i][1] > reach:
                reach = known[i][1]
            i += 1
        if start < reach or (i < count and known[i][0] < end):
            continue
        beside = (text[start - 1 : start], text[end : end + 1])
        found.append((start, end, "name" if any(c.isascii() and c.isalpha() for c in beside) else "unread"))
    return [*map(traced_of, sorted([*known, *found]))]


def notes_of(traced: Iterable[Traced], observations: Iterable[Observation]) -> list[Note]:
    """What could not be read, and what was read and is suspect, in the order of the text."""
    notes = [Note(one.what, REMARKED[one.what], Span(one.start, one.end)) for one in traced if one.what in REMARKED]
    for o in observations:
        if o.unit is not None and o.unit.code == "ACRE" and o.area is not None and o.area.code is not None:
            notes.append(Note("unit_suspect", "acres in a report about China are mostly mu (1/15 hectare)", o.span))
    return sorted(notes, key=lambda note: note.span or Span(0, 0))
