"""What an index counts from, in brackets behind its reading: "124.2 (2005 = 100)" has no time of 2005."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.tokens import Token

LONGEST = 6  # pieces between the brackets


def without_index_bases(tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without such brackets."""
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        end = _end_of_base(tokens, n) if tokens[n].mark == "(" else 0
        if not end:
            kept.append(tokens[n])
        n = (end or n) + 1
    return kept


def _end_of_base(tokens: Sequence[Token], opening: int) -> int:
    """The place of the bracket that closes, if the one that opens here holds a time and what it is made equal to."""
    for n in range(opening + 1, min(opening + LONGEST, len(tokens))):
        if tokens[n].mark == ")":
            inside = tokens[opening + 1 : n]
            equals = any(token.word in word_set("index.equals") for token in inside)
            return n if equals and any(token.time is not None for token in inside) else 0
    return 0
