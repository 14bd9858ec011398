"""The times that trail a figure: when it was, or what it is compared with."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.model import Comparison
from shandong_econ.parsing.english.words import Words, is_verb, says_nothing, word_set
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.days import TAKES_UP
from shandong_econ.parsing.resolving.moves_between import MOVES, OVER_YEAR
from shandong_econ.parsing.resolving.periods import resolve


def take_time(clues: Clues, token: Token, *, than: bool) -> None:
    """Takes a time for the figure's own, or for what it is compared with after `than` and the like."""
    assert token.time is not None
    if token.time.groups.get("opening") and clues.verb and not clues.is_to:
        clues.comparison = clues.comparison or Comparison.SINCE_START_OF_YEAR
    elif token.time.form == OVER_YEAR and than:
        clues.base = clues.base or attrs.evolve(token.time, form="month")  # "faster than in the year to May"
    elif token.time.form in MOVES:
        clues.base = clues.own_time = token.time
    elif than or token.time.is_base_only:
        clues.bases.append(token.time)
        clues.base = clues.base or token.time
    elif clues.own_time is None or (clues.own_time.form in TAKES_UP and token.time.form == "days"):
        clues.own_time = token.time  # "during the holiday from Oct 1 to 7"


def is_own(words: Words, time: Time, *, moved: bool) -> bool:
    """Whether "over" a time is in it: nothing is measured against what ends no earlier than itself."""
    scene = words.scene
    period = resolve(time, scene.times.calendar, scene.times.period)
    if not moved or period is None or scene.times.period is None:
        return not moved
    return period.year_is_open is scene.times.period.year_is_open and period.last_day() >= scene.times.period.last_day()


def is_start(words: Words, time: Time, *, moved: bool) -> bool:
    """Whether months that end before those that are told of are where something moved from."""
    scene = words.scene
    period = resolve(time, scene.times.calendar, scene.times.period)
    if (
        not moved
        or period is None
        or scene.times.period is None
        or period.year_is_open
        or scene.times.period.year_is_open
    ):
        return False
    return period.months == scene.times.period.months and period < scene.times.period


def since_which(words: Words, time: Time) -> Time | None:
    """The year since which something moved, if what is told of is later."""
    period = words.scene.times.period
    if time.form != "since_year" or (period is not None and period.year_is_open):
        return None
    over = period is None or (time.names_year or period.first_year) < (period.year or period.first_year)
    return attrs.evolve(time, form="year") if over else None


def is_from(token: Token) -> bool:
    """Whether a word leads to where something came from: "from", "down from"."""
    return "from" in token.word.split()


def is_same_time(trail: Sequence[Token], n: int) -> bool:
    """Whether a time only says that another series is told of the same time."""
    time = trail[n].time
    if time is None or time.form != "same_period" or time.names_year is not None or time.groups.get("relative"):
        return False
    return n > 0 and trail[n - 1].word in word_set("base.in_time")


def is_alike(trail: Sequence[Token], n: int) -> bool:
    """Whether a time is only one at which a figure was as it is: "1.9 percent, the same as in May"."""
    before = {token.word for token in trail[max(0, n - NEAR_ALIKE) : n]}
    return word_set("base.alike").issubset(before)


NEAR_ALIKE = 3  # pieces of "same as in" before the time


def is_on(trail: Sequence[Token], n: int) -> bool:
    """Whether a time is only what something is up on: "9 percent on the first half of 2022", but not "on May 3"."""
    time = trail[n].time
    return n > 0 and time is not None and time.form not in _DAYS and trail[n - 1].word == "on"


_DAYS = frozenset({"day", "days", "unknown", "holiday", "holiday_days", "now"})


def look_past_comma(clues: Clues, tokens: Sequence[Token]) -> None:
    """Takes the time of a clause that goes on after an aside: "24, or 61.5 percent, expanded in the first half"."""
    if len(tokens) > 1 and tokens[0].mark == "," and is_verb(tokens[1]):
        stop = next((n for n, token in enumerate(tokens[1:], 1) if token.mark), len(tokens))
        for token in tokens[1:stop]:
            if token.time is not None and clues.own_time is None:
                take_time(clues, token, than=False)


def only_times(tokens: Sequence[Token]) -> bool:
    """Whether nothing follows but when it was and what it is compared with: ", compared with the first quarter"."""
    if not any(token.time is not None or comparison_of(token) is not None for token in tokens):
        return False
    return all(says_nothing(token) for token in tokens) and not any(token.mark in _BRACKETS for token in tokens)


_BRACKETS = frozenset("()[]")
