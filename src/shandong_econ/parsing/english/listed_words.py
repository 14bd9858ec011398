"""Which words the pieces of a sentence are: those of a list, "respectively", and whose something is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.tokens import Token, has_role

NEAR = 7  # pieces behind the last of the figures


def told_in_turn(behind: Sequence[Token]) -> bool:
    """Whether "respectively" stands near at the head of what follows figures."""
    return has_role(behind[:NEAR], "link.respectively")


def owns(word: str) -> bool:
    """Whether a word is one of whose something is: "the city's", "the firms'"."""
    return word.replace("’", "'").endswith(word_list("en", "reference.owns"))


def noun_of(word: str) -> str:
    """The noun of which a possessive is, in lower case."""
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


def has_word(tokens: Iterable[Token], role: str) -> bool:
    """Whether any of the pieces is a word of a list."""
    known = word_set(role)
    for token in tokens:  # noqa: SIM110  # asked more often than anything else, and any() takes twice the time
        if token.word in known:
            return True
    return False


def places_of(tokens: Iterable[Token], role: str) -> list[int]:
    """The places of the pieces that are words of a list, in order."""
    known = word_set(role)
    return [n for n, token in enumerate(tokens) if token.word in known]


def joins_items(token: Token) -> bool:
    """Whether a piece stands between the items of a list: a comma, "and"."""
    return token.mark == "," or "link.list" in token.roles


JOINS = re.compile(r",? and |, ")


def split_list(phrase: str) -> list[str]:
    """The items of a list; one that tells between whom something is has an "and" of its own."""
    at = phrase.find(f" {word_list('en', 'in_turn.spans')[0]} ")
    own = JOINS.search(phrase, at) if at > 0 else None
    begin = 0 if own is None else own.end()
    first, *rest = JOINS.split(phrase[begin:])
    return [phrase[:begin] + first, *rest]
