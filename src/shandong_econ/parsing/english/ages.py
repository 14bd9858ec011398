"""How old people are, which is a part of what they are called and measures nothing: "people aged from 16 to 64"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.account import Account
from shandong_econ.parsing.english.counts import opens_end
from shandong_econ.parsing.english.one_word import as_one_word
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.tokens import Token

DASHES = frozenset("-–")


def with_ages(account: Account, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence with each age that they tell as one word."""
    if (word_set("age.before") | word_set("age.old")).isdisjoint(token.word for token in tokens):
        return tokens
    return as_one_word(account, tokens, _end_of_age, "span")


def _end_of_age(tokens: Sequence[Token], n: int) -> int:
    """Where an age ends that begins at a piece, or that piece: "aged 65 years and over", "46-year-old"."""
    if tokens[n].figure is not None:
        old = next((k for k in (n + 1, n + 2) if k < len(tokens) and tokens[k].word in word_set("age.old")), n)
        return old + 1 if old > n and all(one.word in DASHES for one in tokens[n + 1 : old]) else n
    if tokens[n].word not in word_set("age.before"):
        return n
    first = n + 1
    first += first < len(tokens) and tokens[first].word in word_set("age.from")
    if first >= len(tokens) or tokens[first].figure is None:
        return n
    last = first + 2
    if last < len(tokens) and tokens[first + 1].word in word_set("age.joins") and tokens[last].figure is not None:
        first = last
    first += first + 1 < len(tokens) and tokens[first + 1].word in word_set("age.units")
    return first + len(("", "and", "over")) if opens_end(tokens[first + 1 :]) else first + 1
