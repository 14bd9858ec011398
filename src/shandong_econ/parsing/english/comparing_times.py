"""Two times that somebody compares: "comparing the estimates for May with those for April" is May, against April."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.role_classes import COMPARES
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of

LONGEST = 5  # pieces before a time: "comparing the estimates for | May"


def with_compared_times(tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence in which the first of two such times is left, and the other it is compared with."""
    tokens = _without_looking(tokens)
    at = next(iter(places_of(tokens, "comparing.verbs")), None)
    if at is None:
        return tokens
    first = _next_time(tokens, at + 1)
    link = first + 1
    if not first or link >= len(tokens) or tokens[link].word not in word_set("comparing.links"):
        return tokens
    other = _next_time(tokens, link + 1)
    if not other:
        return tokens
    begin = at - (at > 0 and tokens[at - 1].word in word_set("comparing.when"))
    compared = attrs.evolve(tokens[link], roles=COMPARES, word=word_list("en", "comparing.told")[0])
    return [*tokens[:begin], tokens[first], compared, *tokens[other:]]


def _without_looking(tokens: list[Token]) -> list[Token]:
    """The pieces without what only leads to the time that is told of: ", when looking at | May"."""
    for n in places_of(tokens, "comparing.looking"):
        end = n + len(("looking", "at"))
        begin = n - (n > 0 and tokens[n - 1].word in word_set("comparing.when"))
        if begin and tokens[begin - 1].mark == "," and end < len(tokens) and tokens[end].time is not None:
            return [*tokens[:begin], *tokens[end:]]
    return tokens


def without_dates(tokens: list[Token]) -> list[Token]:
    """The pieces without a bracket that only dates the time before it: "the previous three months (June to August)"."""
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        dates = tokens[n].mark == "(" and n + 2 < len(tokens) and tokens[n + 1].time is not None
        if dates and tokens[n + 2].mark == ")" and n and (tokens[n - 1].time or comparison_of(tokens[n - 1])):
            n += 3
            continue
        kept.append(tokens[n])
        n += 1
    return kept


def _next_time(tokens: Sequence[Token], begin: int) -> int:
    """The place of the next time, or of the words for one, behind nothing but what is of it; or 0."""
    for n in range(begin, min(begin + LONGEST, len(tokens))):
        if tokens[n].time is not None or comparison_of(tokens[n]) is not None:
            return n
        if tokens[n].mark or tokens[n].figure is not None:
            return 0
    return 0
