"""The shapes of a language: which of them stands where in a sentence, and what its slots bind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import attrs

from shandong_econ.lexicon.folders import read_toml
from shandong_econ.parsing.grammar.patterns import Compiler

MEASURES = frozenset(
    {
        "level", "growth", "change", "gap", "share", "contribution", "contribution_rate", "multiple", "rank", "streak",
        "achievement", "ratio", "percent",
    }
)  # fmt: skip
"""The slots that take figures, by what the figures measure; `percent` leaves that to the series."""


@attrs.frozen
class Shape:
    """A way in which figures are told: its name, the pattern of its slots, what marks it, and its example."""

    name: str
    pattern: re.Pattern[str]
    slots: tuple[str, ...]
    marks: frozenset[str]
    example: str
    gives: tuple[str, ...]


class Match(NamedTuple):
    """A shape where it stands in a sentence; `slots` gives the tokens that each slot takes, as (first, end)."""

    shape: Shape
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]


@attrs.frozen
class Grammar:
    """All shapes of a language, tried in their order at each token."""

    shapes: Sequence[Shape]
    finder: re.Pattern[str]

    def matches(self, classes: str) -> Iterator[Match]:
        """The shapes of a sentence from left to right, none overlapping another."""
        for found in self.finder.finditer(classes):
            shape = self.shapes[(found.lastindex or 1) - 1]
            bound = shape.pattern.match(classes, found.start())
            assert bound is not None  # the finder has just matched the same pattern here
            spans = {slot: bound.span(n + 1) for n, slot in enumerate(shape.slots)}
            yield Match(shape, *found.span(), {slot: at for slot, at in spans.items() if at[1] > at[0]})


@cache
def grammar(language: str, without: frozenset[str] = frozenset()) -> Grammar:
    """The grammar of a language (shapes.toml), but for the shapes that are named in `without`."""
    data = read_toml(f"{language}/shapes.toml")
    rows = [row for row in data["shape"] if row["name"] not in without]
    bare = Compiler(data["macro"])
    finder = "|".join(f"(?:{bare.compiled(row['pattern'])})()" for row in rows)
    return Grammar(tuple(_shape(row, data["macro"]) for row in rows), re.compile(finder))


def _shape(row: Mapping[str, Any], macros: Mapping[str, str]) -> Shape:
    slots: list[str] = []
    pattern = Compiler(macros, slots).compiled(row["pattern"])
    return Shape(
        row["name"],
        re.compile(pattern),
        tuple(slots),
        frozenset(row.get("marks", ())),
        row["example"],
        tuple(row["gives"]),
    )
