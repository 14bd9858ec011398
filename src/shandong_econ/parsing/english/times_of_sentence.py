"""A time that a sentence tells once, or late, given to the figures before it and between the ends that it names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Period
from shandong_econ.parsing.english.plans import is_of_one_plan
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.role_classes import COMPARES, JOINS
from shandong_econ.parsing.english.shared_times import share_time
from shandong_econ.parsing.english.tenses import comes_after, had_been
from shandong_econ.parsing.english.times import (
    LONG_AGO,
    ends_of,
    looks_back,
    stands_still,
)
from shandong_econ.parsing.english.times_after import is_alike
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.lengths import QUARTER, YEAR
from shandong_econ.parsing.resolving.natures import adds_up
from shandong_econ.parsing.resolving.over import SHORT
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.reach_of_times import go_to, head_paragraph
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.several_years import is_of_years
from shandong_econ.parsing.resolving.within import is_year


def without_year_of_month(scene: Scene, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence without a "this year" beside a month's move, which only sets that beside last year's.

    "Fell by 0.4% this year, compared with 0.2% last year" are moves of the same month.
    """
    period, told = scene.times.period, scene.comparing.told(scene.base)
    if told not in SHORT or period is None or period.months not in (1, QUARTER) or not is_abroad(scene):
        return tokens
    this, last = Period.of(period.year), Period.of(period.first_year - 1)
    years = [_year_told(scene, token) for token in tokens]
    if this not in years:
        return tokens
    pieces = [_as_year_ago(token) if year == last else token for token, year in zip(tokens, years, strict=True)]
    return _set_against([token for token, year in zip(pieces, years, strict=True) if year != this])


def _set_against(tokens: list[Token]) -> list[Token]:
    """The pieces with what was then compared with what is: "rose by 0.7% this year | and | by 4.8% a year ago"."""
    figures = [n for n, token in enumerate(tokens) if token.figure is not None]
    links = [n for n in range(*figures[:_PAIR]) if not tokens[n].roles.isdisjoint(JOINS)] if figures[1:] else []
    then = figures[1] + 1 if figures[1:] else len(tokens)
    if len(figures) != _PAIR or not links or not has_role(tokens[then : then + 1], "recall.times"):
        return tokens
    compared = attrs.evolve(tokens[links[-1]], roles=COMPARES, word=word_list("en", "comparing.told")[0])
    return [*tokens[: links[-1]], compared, *tokens[links[-1] + 1 :]]


_PAIR = len(("now", "then"))


def _year_told(scene: Scene, token: Token) -> Period | None:
    is_year = token.time is not None and token.time.form == "year"
    return resolve(token.time, scene.times.calendar) if is_year and token.time is not None else None


def _as_year_ago(token: Token) -> Token:
    return attrs.evolve(token, time=None, roles=_YEAR_AGO)


_YEAR_AGO = frozenset({"comparison.year_on_year", "recall.times"})


def part_ends(sentence: Progress, clues: Clues, readings: list[Reading]) -> None:
    """Gives what a series goes from and to the first and last of the years: "from 2015 to 2019, from 36 to 81".

    What is told of a year, and what adds up from January on, goes from what it was then in the year before.
    """
    period = sentence.scene.times.period
    ends = ends_of(period, named=sentence.scene.times.sentence_names_years)
    flows = all(reading.measure is Measure.LEVEL and adds_up(reading.subject) for reading in readings)
    told = any(reading.period != period for reading in readings)
    of_year = is_year(period) and _is_of_pair(sentence, readings)
    if ends is None and not told and period and not period.year_is_open and (of_year or (flows and _is_so_far(period))):
        ends = (_began(sentence, period) or period.in_year(period.first_year - 1), period)
    if Says.FROM in clues.says and len(readings) > len(_ENDS) and readings[0].period != period:
        for reading in readings:
            reading.period = readings[0].period  # "to 4:40:56 from 5:40:55", of three things before
        return
    if ends is None or any(reading.measure not in _STANDS for reading in readings):
        return
    if len(readings) == 1 and clues.own_time is not None:
        return  # "over the past decade, from 36 | in 2015"
    if Says.FROM in clues.says:
        in_parts = len(readings) > len(ends)  # "from 5:40:55", of three things
        for reading, period in zip(readings, ends[:1] * len(readings) if in_parts else ends, strict=False):
            reading.period = period
    elif clues.is_to and sentence.scene.recent and sentence.scene.recent[-1].period == ends[0]:
        readings[0].period = ends[1]


def _began(sentence: Progress, end: Period) -> Period | None:
    """From when something else came that got here: "output rose from 3 tons in 2013 to 5 in 2018, and costs fell"."""
    pairs = (two for two in pairwise(sentence.done) if all(one.told for one in two) and _kind(two[0]) == _kind(two[1]))
    return next((first.period for first, last in pairs if last.period == end and first.period != end), None)


def back_from_before(sentence: Progress, told: Period | None) -> None:
    """Goes back to the time told of before a sentence that only tells what had been earlier: "growth had been 8%"."""
    times, now = sentence.scene.times, sentence.scene.times.period
    if told is None or now is None or told.year_is_open or now.year_is_open:
        return
    if not (had_been(sentence.tokens) or comes_after(sentence.tokens)):
        return
    if (
        now.last_day() < told.last_day() and sentence.tokens[-1].mark != ";"
    ):  # "...; it is now estimated at 1.2 percent"
        times.period = times.paragraph_period = told


_ENDS = ("from", "to")


def _is_of_pair(sentence: Progress, readings: list[Reading]) -> bool:
    """Whether figures are two of one series, in one group or "to 17.9 percent | from 16.4 percent"."""
    one, *rest = sentence.done[-2:]
    follows = bool(rest) and _kind(one) == _kind(rest[0])
    return follows or len(readings) > 1 or _goes_on_to(sentence.tokens, readings[-1].figure.end)


def _goes_on_to(tokens: Sequence[Token], end: int) -> bool:
    """Whether another figure follows behind a "to"."""
    behind = [token for token in tokens if token.start >= end][:2]
    return len(behind) > 1 and behind[0].word == "to" and behind[1].figure is not None


def _kind(reading: Reading) -> tuple[str | None, Measure, Subject]:
    return reading.unit, reading.measure, reading.subject


def _is_so_far(period: Period) -> bool:
    """Whether a period is the months of a year up to one of them, of which there are more than a quarter."""
    if period.months is None or not QUARTER < period.months < YEAR:
        return False
    return period == Period.of(period.year, 1, months=period.months)


_STANDS = frozenset({Measure.LEVEL, Measure.SHARE, Measure.RATIO})


def share_own_time(sentence: Progress, clues: Clues, count: int, lead: list[Token]) -> None:
    """Gives the figures before a group its time where the sentence tells that only once."""
    if clues.own_time is None or looks_back(clues) or clues.own_time.form == LONG_AGO:
        return
    if clues.of_them or is_of_one_plan(sentence.scene, sentence.done[-1].period):
        return  # "the guides numbered 412, 31 of them newly licensed in the year"
    if has_role(lead, "comparison.other_period"):
        return  # "a deficit of 24.6 billion, compared with a surplus of 16.3 billion in June 2021"
    first = sentence.done[0]
    before = [reading.period for reading in sentence.done]
    if share_time(sentence.done, count, lead) and first.period is not None:
        head_paragraph(sentence.scene, first.period, clues.own_time)
    for reading, period in zip(sentence.done, before, strict=True):
        if reading.period != period and reading.measure is Measure.CHANGE and not reading.told_base:
            reading.comparison = reading.base = None  # it was taken for one over the month before
        since = reading.comparison is Comparison.SINCE and reading.period == sentence.done[-1].period
        if since and reading.measure is Measure.GROWTH and not reading.told_base and not is_of_years(reading.period):
            reading.comparison = reading.base = None  # in a review of years, "grew by 8% to 46,254 yuan last year"
        same = reading.period == period and reading.comparison is not None
        if same or reading.measure is not Measure.GROWTH or reading.told_base:
            continue
        if reading.comparison is None or sentence.scene.comparing.by_preceding:
            reading.comparison = sentence.scene.usual_comparison()  # what had no time is no more without one


def date_late(sentence: Progress, rest: list[Token]) -> None:
    """Gives figures without time that which their sentence tells after them: "..., the city kept its lead in 2021"."""
    scene, untold = sentence.scene, [reading for reading in sentence.done if reading.period is None]
    if not untold or len(untold) < len(sentence.done):
        return
    begin = 0
    for n, token in enumerate(rest):
        begin = n if token.mark else begin
        if token.mark in _STOPS or token.word in word_set("clause.words"):
            return
        before = rest[n - 1].word if n else ""
        if token.time is None or before in word_set("base.before") or before in word_set("told.from"):
            continue
        clause = rest[begin:n]
        if has_role(clause, "comparison.than") or not any(map(is_verb, clause)) or is_alike(rest, n):
            return  # "nearly triple the number in 2015", "matching the growth in July"
        period = None if stands_still(token.time) else resolve(token.time, scene.times.calendar, scene.times.period)
        if period is not None:
            head_paragraph(scene, period, token.time)
            go_to(scene, period)
            for reading in untold:
                reading.period = period
            return


_STOPS = frozenset(';“"(')
