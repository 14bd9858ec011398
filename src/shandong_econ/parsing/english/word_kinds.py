"""What single words of an English sentence are to a figure: a verb, a change, a noun, or nothing."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.tokens import Token, comparison_of, has_role_of, qualifier_of

_MINOR = frozenset(
    {
        *(f"link.{link}" for link in ("filler", "preposition", "to", "by", "from", "but", "respectively", "of_which")),
        *("link.that_of", "status.target", "status.forecast", "area.home", "area.nation", "area.nation_total"),
        *("comparison.other_period", "comparison.than", "pronoun.these", "streak.word", "share.of"),
    }
)


_VERBS = frozenset(
    {
        *(f"{of}.verb" for of in ("level", "share", "contribution", "rank")),
        *(f"change.{how}" for how in ("up", "down", "narrow", "widen")),
    }
)


def is_change(token: Token) -> bool:
    """Whether the word tells of a rise or a fall."""
    return "change.up" in token.roles or "change.down" in token.roles


def sign_of(token: Token) -> int:
    """1 for a word that tells of a rise, -1 for one that tells of a fall, 0 for others."""
    return 1 if "change.up" in token.roles else -1 if "change.down" in token.roles else 0


def is_minor(token: Token) -> bool:
    """Whether a word says nothing of the subject where it stands at an end of a noun phrase."""
    return token.naming is None and not token.areas and not _MINOR.isdisjoint(token.roles)


def is_verb(token: Token) -> bool:
    """Whether the word can be the verb between a subject and its figure."""
    return token.naming is None and not token.areas and not _VERBS.isdisjoint(token.roles)


def tells(token: Token) -> bool:
    """Whether the word tells something of a subject: a verb or a change."""
    return is_verb(token) or is_change(token)


def is_predicate(token: Token) -> bool:
    """Whether the word begins what is said of a subject: a verb, a change, or a plan such as "are expected"."""
    return tells(token) or has_role_of(token, "status")


def is_plain(token: Token, *, or_named: bool = False) -> bool:
    """Whether the lexicon gives the word no part in a sentence, or only that of a name or a noun if `or_named`."""
    if token.mark or token.time is not None or token.figure is not None:
        return False
    return (not token.roles and not token.areas and token.naming is None) or (or_named and _names(token))


def _names(token: Token) -> bool:
    return (
        token.naming is not None or bool(token.areas) or "noun.words" in token.roles or "pronoun.these" in token.roles
    )


def is_light(token: Token) -> bool:
    """Whether a word may stand between "to" and a figure."""
    return qualifier_of(token) is not None or "link.filler" in token.roles


def says_nothing(token: Token) -> bool:
    """Whether a word may be left off at an end of a noun phrase."""
    return (
        bool(token.mark)
        or token.time is not None
        or "link.list" in token.roles
        or is_minor(token)
        or comparison_of(token) is not None
    )


@cache
def word_set(role: str) -> frozenset[str]:
    """The words of one list of the English lexicon, as a set."""
    return frozenset(word_list("en", role))
