"""Two deeds that follow an amount, of which only the second has a figure: ", setting a record and rising by 12%"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.gaps import gap_of
from shandong_econ.parsing.english.word_kinds import is_verb, tells
from shandong_econ.parsing.finding.tokens import Token

SHORTEST = 3  # pieces of ", setting records", which "and" follows


def without_first_deeds(lead: list[Token]) -> list[Token]:
    """The words that lead to a figure without what was done first: ", overtaking imports | and making up"."""
    if len(lead) <= SHORTEST or lead[0].mark != "," or not _does(lead[1]):
        return lead
    following = (n for n, (one, two) in enumerate(pairwise(lead)) if n >= SHORTEST and _goes_on(one, two))
    last = max(following, default=0)
    return [lead[0], *lead[last + 1 :]] if last and not _tells(lead[2:last]) else lead


def _does(token: Token) -> bool:
    """Whether a word is the form of a verb in which a clause tells what was done besides: "setting", "rising"."""
    plain = token.naming is None and not token.areas and not any(role.startswith("link.") for role in token.roles)
    return plain and token.word.partition(" ")[0].endswith(word_list("en", "acting.present"))


def _goes_on(one: Token, two: Token) -> bool:
    return (bool(one.mark) or "link.list" in one.roles) and _does(two) and bool(tells(two) or gap_of(two))


def _tells(tokens: Sequence[Token]) -> bool:
    """Whether a clause of its own begins among words."""
    return any(is_verb(token) and not _does(token) for token in tokens)
