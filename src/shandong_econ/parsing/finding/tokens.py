"""The pieces of a sentence: times, figures, words with a role, places, series, and the words between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import attrs

from shandong_econ.lexicon.words import Roles
from shandong_econ.model import Comparison, Qualifier
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.lexis import NOTHING
from shandong_econ.parsing.finding.series import Naming
from shandong_econ.parsing.finding.times import Time


@attrs.define
class Token:
    """A piece of a sentence; exactly what it is decides which of the fields are set.

    `roles` are those of a function word, `areas` the codes of the places of that name, `naming` what series it can
    name, `time` and `figure` what was found there. A token with none of them is a run of other words.
    `stands_for` is the full form of what is printed in short: 第一 in 第一、二、三产业 is 第一产业.
    `word` is what stands there in lower case, of English pieces alone.
    """

    start: int
    end: int
    roles: Roles = NOTHING
    areas: tuple[str, ...] = ()
    naming: Naming | None = None
    time: Time | None = None
    figure: Figure | None = None
    is_name: bool = False
    mark: str = ""
    stands_for: str = ""
    word: str = ""

    @property
    def is_words(self) -> bool:
        """Whether it can be part of a noun phrase: a series, a name or words without a role."""
        if self.mark or self.time is not None or self.figure is not None or self.areas:
            return False
        return self.naming is not None or not self.roles or self.is_name or "noun.words" in self.roles


def is_plain(token: Token) -> bool:
    """Whether it is a run of words of which nothing is known."""
    return not (token.roles or token.areas or token.naming or token.time or token.figure or token.mark or token.is_name)


def comparison_of(token: Token) -> Comparison | None:
    """The comparison that a word such as 同比 or "year on year" makes."""
    return _comparison(token.roles) if token.roles else None


def qualifier_of(token: Token) -> Qualifier | None:
    """The qualifier that a word such as 超过 or "more than" is."""
    return _qualifier(token.roles) if token.roles else None


@cache
def _comparison(roles: Roles) -> Comparison | None:
    return next((code for code in Comparison if f"comparison.{code.value}" in roles), None)


@cache
def _qualifier(roles: Roles) -> Qualifier | None:
    return next((code for code in Qualifier if f"qualifier.{code.value}" in roles), None)


def is_of_place(token: Token) -> bool:
    """Whether a word names a place or points at one: "Hunan", "the province"."""
    return bool(token.areas) or has_role_of(token, "area")


def index_of(tokens: Sequence[Token], token: Token | None, missing: int = 0) -> int:
    """The place of a piece among others, or another number where it is none of them."""
    return next((n for n, piece in enumerate(tokens) if piece is token), missing)


def has_role(tokens: Iterable[Token], role: str) -> bool:
    """Whether any of the pieces has a role."""
    return any(role in token.roles for token in tokens)


def has_role_of(token: Token, *sections: str) -> bool:
    """Whether a word has a role of one of these sections of the lexicon: "per", "status"."""
    return bool(token.roles) and _has_role_of(token.roles, sections)


@cache
def _has_role_of(roles: Roles, sections: tuple[str, ...]) -> bool:
    return any(role.partition(".")[0] in sections for role in roles)
