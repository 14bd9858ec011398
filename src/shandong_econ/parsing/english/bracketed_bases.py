"""What something was at the time with which it is compared, told in brackets: "lower than a year earlier (4.4%)"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.parsing.english.role_classes import COMPARES
from shandong_econ.parsing.english.word_kinds import is_light, word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.over import MOVED
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import RATES


def compared_in_bracket(before: Sequence[Token], done: Sequence[Reading], unit: str | None) -> list[Token]:
    """The link and the time of such a comparison, where a figure opens a bracket behind these words, or nothing.

    "Rose by 3 percent compared with May (2 percent)" does not say of when the bracket is, "less than in May (2)" does.
    """
    if len(before) < _LEAST or before[-1].mark != "(" or not done:
        return []
    time, moved = before[-2], done[-1].measure in MOVED and unit in RATES
    if time.time is None and comparison_of(time) is None:
        return []
    if not COMPARES.isdisjoint(told := _told_with(time)):  # "than a year earlier" is one piece
        return [] if moved and "comparison.than" not in told else [attrs.evolve(time, roles=COMPARES), time]
    for token in reversed(before[:-2]):
        if not COMPARES.isdisjoint(token.roles) or token.word in word_set("base.before"):
            base_only = moved and "comparison.other_period" in token.roles
            return [] if base_only else [attrs.evolve(token, roles=token.roles | COMPARES), time]
        if not (is_light(token) or not _BETWEEN.isdisjoint(token.roles)):
            return []
    return []


def _told_with(comparison: Token) -> frozenset[str]:
    """The role of the word with which a piece begins that tells what something is compared with."""
    first, _, rest = comparison.word.partition(" ")
    if not rest or first not in word_set("comparison.than"):
        return frozenset()
    return COMPARES - ({"comparison.than"} if first in word_set("base.before") else frozenset())


_LEAST = len(("than", "in May", "("))
_BETWEEN = frozenset({"link.preposition", "link.that_of"})
