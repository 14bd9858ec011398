"""The time of day, which is no time of a figure: "demand peaked at 35 GW | at 8:47 pm | on July 31"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.account import Account
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.tokens import Token

_PARTS = len(("at", "8", ":", "47"))


def without_clocks(account: Account, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence without the hours and minutes that they tell."""
    told = any(token.mark == ":" for token in tokens) or has_word(tokens, "clock.halves")
    if not told or has_word(tokens, "ratio.words"):
        return tokens  # "the ratio went from 1:25 to 1:18"
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        end = _end_of_clock(tokens, n)
        for token in tokens[n:end]:
            account.judge("clock", token)
        kept.extend(tokens[n : n + 1] if end == n else ())
        n = max(end, n + 1)
    return kept


def _end_of_clock(tokens: Sequence[Token], n: int) -> int:
    """Where the time of day ends that begins at a piece, or that piece."""
    part = tokens[n : n + _PARTS]
    hours = len(part) == _PARTS and part[0].word in word_set("clock.before") and part[1].figure is not None
    if hours and part[2].word in word_set("clock.halves"):
        return n + _PARTS - (part[3].mark != ".")  # "by | 5 p.m."
    if len(part) < _PARTS or part[0].word not in word_set("clock.before") or part[2].mark != ":":
        return n
    glued = part[1].end == part[2].start and part[2].end == part[3].start
    if not glued or part[1].figure is None or part[3].figure is None or part[3].end - part[3].start != len("47"):
        return n
    end = n + _PARTS
    while end < len(tokens) and tokens[end].word in word_set("clock.halves"):
        end += 1
    dotted = end < len(tokens) and tokens[end - 1].word in word_set("clock.dotted") and tokens[end].mark == "."
    return end + dotted
