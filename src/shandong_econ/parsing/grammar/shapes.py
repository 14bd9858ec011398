"""The shapes of a language: which of them stands where in a sentence, and what its slots bind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from shandong_econ.lexicon.folders import read_toml
from shandong_econ.parsing.grammar.classes import CLASSES
from shandong_econ.parsing.grammar.patterns import Compiler

MEASURES = frozenset(
    {
        "level", "growth", "change", "gap", "share", "contribution", "contribution_rate", "multiple", "rank", "streak",
        "achievement", "ratio", "percent",
    }
)  # fmt: skip
"""The slots that take figures, by what the figures measure; `percent` leaves that to the series."""


class Shape(NamedTuple):
    """A way in which figures are told: its name, the pattern of its slots, what marks it, and its example."""

    name: str
    pattern: str
    slots: tuple[str, ...]
    measures: Mapping[str, tuple[str, str]]
    """For each slot that takes figures what they measure, and of which side, "" of most."""
    marks: frozenset[str]
    example: str
    gives: tuple[str, ...]


class Match(NamedTuple):
    """A shape where it stands in a sentence; `slots` gives the tokens that each slot takes, as (first, end).

    From `tail` up to `end` is what is told behind the figures: when, where, compared with what.
    """

    shape: Shape
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]
    tail: int


class Grammar(NamedTuple):
    """All shapes of a language, tried in their order at each token; its noun phrases, and what follows a figure.

    `nouns` are the classes with which a noun phrase can begin, `bases` those after which a time is what is compared
    with, `verbs` those with which a verb can begin; a language that parts its clauses otherwise has none of them.
    """

    shapes: Sequence[Shape]
    finder: re.Pattern[str]
    tail: re.Pattern[str] | None
    phrase: re.Pattern[str]
    nouns: frozenset[str]
    bases: frozenset[str]
    verbs: frozenset[str]

    def matches(self, classes: str) -> list[Match]:
        """The shapes of a sentence from left to right, none overlapping another."""
        found: list[Match] = []
        at = 0
        while (one := self.finder.search(classes, at)) is not None:
            shape = self.shapes[(one.lastindex or 1) - 1]
            start, stop = one.span()
            bound = _compiled(shape.pattern).match(classes, start)
            assert bound is not None  # the finder has just matched the same pattern here
            at = stop
            if self.tail is not None and (behind := self.tail.match(classes, stop)) is not None:
                at = behind.end()
            at += at == start  # a shape that takes nothing
            spans = zip(shape.slots, bound.regs[1:], strict=True)
            found.append(Match(shape, start, at, {slot: taken for slot, taken in spans if taken[1] > taken[0]}, stop))
        return found


@cache
def grammar(language: str, without: frozenset[str] = frozenset()) -> Grammar:
    """The grammar of a language (shapes.toml), but for the shapes that are named in `without`."""
    data = read_toml(f"{language}/shapes.toml")
    rows = [row for row in data["shape"] if row["name"] not in without]
    bare, known = Compiler(data["macro"]), dict[str, str]()
    finder = "|".join(f"(?:{bare.compiled(row['pattern'])})()" for row in rows)
    phrase = data.get("phrase", {})
    return Grammar(
        tuple(_shape(row, data["macro"], known) for row in rows),
        re.compile(finder),
        re.compile(bare.compiled(data["tail"])) if "tail" in data else None,
        re.compile(bare.compiled(phrase.get("pattern", ""))),
        *(frozenset(CLASSES[name] for name in phrase.get(part, ())) for part in ("begins", "bases", "verbs")),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern of a shape, compiled when it is first found: few texts have them all."""
    return re.compile(pattern)


def _shape(row: Mapping[str, Any], macros: Mapping[str, str], known: dict[str, str]) -> Shape:
    slots: list[str] = []
    pattern = Compiler(macros, slots, known).compiled(row["pattern"])
    return Shape(
        row["name"],
        pattern,
        tuple(slots),
        {slot: (measure, side) for slot in slots for measure, _, side in [slot.partition(".")] if measure in MEASURES},
        frozenset(row.get("marks", ())),
        row["example"],
        tuple(row["gives"]),
    )
