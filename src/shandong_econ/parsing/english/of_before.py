"""A percentage of what there was at another time: "were back to 96 percent of the level of 2019"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.naming import is_rate
from shandong_econ.parsing.english.walk import Walk
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.over import is_year_before


def take_of_before(walk: Walk, n: int) -> bool:
    """Takes the level of another time for what a percentage is a ratio to; False for another "of"."""
    clues, rest = walk.clues, walk.rest(n)
    of = walk.trail[n].word
    if of not in word_set("share.of") and of not in word_set("back.of_it"):
        return False
    moved = bool(clues.verb or clues.noun) and not clues.is_to
    other = moved or bool(clues.side) or clues.article or clues.definite or Says.SHARE in clues.says
    then = None if other or is_rate(clues.words or walk.words.scene.subject.label) else _time_of_level(rest)
    if then is None or not (then.time is None or _is_before(walk, then.time)):
        return False
    clues.says.add(Says.OF_OTHER)
    clues.relative, clues.base = walk.words.until_break(rest), then.time
    return True


def _time_of_level(tokens: Sequence[Token]) -> Token | None:
    """The time of which words tell but a level: "of | the level | a year earlier", "of | 2019"."""
    for token in tokens[:LONGEST_LEVEL]:
        if token.time is not None or comparison_of(token) is not None:
            return token
        if token.mark or not _is_level(token):
            return None
    return None


LONGEST_LEVEL = 5  # pieces of "of the figure for the same" before its time


def _is_level(token: Token) -> bool:
    word = token.word
    return (
        "link.filler" in token.roles
        or "link.preposition" in token.roles
        or "link.that_of" in token.roles
        or word in word_set("base.levels")
    )


def _is_before(walk: Walk, time: Time) -> bool:
    """Whether a time is one before that of the figure: a year gone by, or the same time of another year."""
    year, now = time.names_year, walk.words.scene.times.calendar.year
    return time.is_base_only or is_year_before(time) or (year is not None and now is not None and year < now)
