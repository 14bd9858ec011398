"""Which places are only told in passing: what something comes about by, and where the place lies that is told of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.clauses import Clause
from shandong_econ.parsing.grammar.classes import AREA, COMMA, DOES
from shandong_econ.parsing.grammar.patterns import Compiler
from shandong_econ.parsing.told import Told

Where = Told[Area]
LATIN = "\x7f"
"""The last character of English, in which a place that opens a sentence holds for that alone."""


def is_circumstance(text: str, clause: Clause) -> bool:
    """Whether a clause only tells with what, by whom or at what that comes about of which the next one tells.

    Led by Ningbo; at a fair held in Shanghai; 在全国外贸承压的背景下.
    """
    if clause.mark and text.endswith(word_list("zh", "area.circumstances"), clause.start, clause.end):
        return True
    return clause.mark == COMMA and _CAUSE.match(clause.classes) is not None


_CAUSE = re.compile(Compiler({}).compiled("(TIME/COMMA)* (WITH/BY/PULL/THAN|IS/VERB BY|IN (NAME/WORD)+ VERB/ING)"))


def lies_in(text: str, inner: Where, around: Area, start: int) -> bool:
    """Whether a wider place is only where the one before it lies: Jinan in East China's Shandong."""
    between = text[inner.end : start] if is_wider(around.code or "", inner.value.code or "") else ","
    return " in " in f"{between} " and "," not in between


def says_where(text: str, inner: Where, clause: Clause, told: Sequence[Where]) -> bool:
    """Whether a clause only says where the place lies behind which it stands: Zouping, a city under Binzhou."""
    code = inner.value.code
    within = (code is not None and is_wider(one.value.code or "", code) for one in told if one.value != inner.value)
    between = text[inner.end : clause.start] if 0 <= clause.start - inner.end <= len(", the ") else None
    return bool(told) and between in _ASIDE and all(within)


_ASIDE = frozenset((", ", ", the ", ", a ", " ("))


def opens_with(text: str, clause: Clause, told: Where) -> bool:
    """Whether a paragraph is on the place that it opens with: in English, on one that is told before any verb."""
    return text[told.start] > LATIN or DOES.isdisjoint(clause.classes.partition(AREA)[0])
