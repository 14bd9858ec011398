"""Adjectives that are made of a number and a noun and tell which things are meant: "two | 1,000-kilovolt | lines"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.account import Account
from shandong_econ.parsing.english.one_word import as_one_word
from shandong_econ.parsing.english.word_kinds import is_plain, word_set
from shandong_econ.parsing.finding.tokens import Token


def with_made_adjectives(account: Account, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence with each adjective right behind the number of those of which it tells as one word."""
    return as_one_word(account, tokens, _end_of_adjective, "class", glue="")


def _end_of_adjective(tokens: Sequence[Token], n: int) -> int:
    """Where an adjective ends that begins with the number at a piece, or that piece."""
    if not n or not _counts(tokens[n - 1]) or tokens[n].figure is None:
        return n
    if "-" in tokens[n].word:
        return n + 1  # "six | 100,000-ton | berths"
    end = n + 1
    while end + 1 < len(tokens) and tokens[end].word == "-" and _is_glued(tokens, end):
        end += 2
    return end if end > n + 1 else n


def _counts(token: Token) -> bool:
    """Whether a number can be that of the things that follow."""
    return (
        token.figure is not None and token.figure.unit is None and not token.figure.power and not token.figure.ordinal
    )


def _is_glued(tokens: Sequence[Token], n: int) -> bool:
    """Whether a hyphen joins the pieces on both sides of it, of which the second is a noun."""
    before, after = tokens[n - 1], tokens[n + 1]
    noun = is_plain(after, or_named=True) and after.word not in word_set("class.not_glued")
    return noun and before.end == tokens[n].start and tokens[n].end == after.start
