"""What an index counts from: "124.2 (2005 = 100)" has no time of 2005, nor ", taking last May as 100, was 124.2"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.tokens import Token

LONGEST = 7  # pieces between the marks
_CLOSING = {"(": ")", ",": ","}
_BASE = 100


def without_index_bases(tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without such brackets, and such clauses between commas or before the first."""
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        if not n and (end := _end_of_base(tokens, 0, ",")):
            n = end + 1
            continue
        end = _end_of_base(tokens, n + 1, _CLOSING[tokens[n].mark]) if tokens[n].mark in _CLOSING else 0
        if not end:
            kept.append(tokens[n])
        n = (end or n) + 1
    return kept


def _end_of_base(tokens: Sequence[Token], first: int, closing: str) -> int:
    """The place of the mark that closes, if what begins here holds a time and what it is made equal to, or 0."""
    for n in range(first, min(first + LONGEST, len(tokens))):
        if tokens[n].mark == closing:
            inside = tokens[first:n]
            return n if any(token.time is not None for token in inside) and _equals(inside) else 0
    return 0


def _equals(inside: Sequence[Token]) -> bool:
    """Whether something is made equal to a number: "2005 = 100", "with last May as 100"."""
    if has_word(inside, "index.equals"):
        return True
    last = inside[-1].figure
    return last is not None and last.value == _BASE and inside[-2].word in word_set("index.made")
