"""Ranges: 5%-6%, 3至4个百分点, whose two numbers are the least and the most that something is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Qualifier
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.readings import Reading

_LOOK_BACK = 4  # pieces


def range_end(clause: Clause, i: int) -> int | None:
    """Where the number stands that ends the range which the number at piece i begins, or None."""
    tokens = clause.tokens
    j = i + 1
    while j < len(tokens) and j <= i + 2 and joins_range(clause, tokens[j : j + 1]):
        j += 1
    if j == i + 1 or j >= len(tokens) or tokens[j].start != tokens[j - 1].end or tokens[i].end != tokens[i + 1].start:
        return None
    first, last = tokens[i].figure, tokens[j].figure
    if first is None or last is None or first.ordinal or last.ordinal or not last.unit:
        return None
    if first.unit not in (None, last.unit) and not (first.unit == "NUM" and last.unit == "PPT"):
        return None
    if has_role(tokens[max(0, i - _LOOK_BACK) : i], "link.from"):
        return None  # 由45天到20天 is a way, not a range
    return j


def joins_range(clause: Clause, inner: Sequence[Token]) -> bool:
    """Whether what stands between two numbers makes them a range."""
    return bool(inner) and all(clause.source[token.start : token.end] in _joints() for token in inner)


@cache
def _joints() -> frozenset[str]:
    return frozenset(word_list("zh", "range.joints"))


def bound(low: Reading, high: Reading) -> None:
    """Makes the two numbers of a range the least and the most."""
    if low.sign < 0:
        low, high = high, low
    if {low.qualifier, high.qualifier} <= {Qualifier.EQ, Qualifier.LE}:  # 控制在3%-4%
        low.qualifier, high.qualifier = Qualifier.GE, Qualifier.LE
