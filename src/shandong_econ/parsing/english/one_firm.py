"""A firm that a sentence is about and does not name: "the mill produced 4 million tons", not all that there are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import noun_of, owns
from shandong_econ.parsing.english.word_kinds import is_plain, word_set
from shandong_econ.parsing.finding.tokens import Token

LONGEST = 4  # pieces of "a local maker of"


def is_of_one(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with one firm or plant, but for a time and what leads to that."""
    begin = next((n for n, token in enumerate(tokens) if not _frames(token)), len(tokens))
    if begin == len(tokens) or tokens[begin].word not in word_set("one_firm.articles"):
        return False
    for n, token in enumerate(tokens[begin + 1 : begin + 1 + LONGEST], begin + 1):
        if _is_firm(token.word):
            return owns(token.word) or not (n + 1 < len(tokens) and is_plain(tokens[n + 1], or_named=True))
        if not is_plain(token, or_named=True):
            return False
    return False


def _frames(token: Token) -> bool:
    return token.time is not None or token.mark == "," or "link.preposition" in token.roles


def _is_firm(word: str) -> bool:
    noun = noun_of(word)
    return noun in _firms() or noun.endswith(word_list("en", "one_firm.ends"))


@cache
def _firms() -> frozenset[str]:
    known = word_set("entity.any") | word_set("entity.kinds") | word_set("facility.words") | word_set("one_firm.words")
    return known - word_set("one_firm.never")
