"""Expressions of time found in a text. The rules are data (`periods.toml`): a form, and its pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import attrs

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.words import time_begin, time_rules, unnamed

Groups = Mapping[str, str | None]
PARTS_OF_YEAR = frozenset({"month", "months", "first_months", "quarter", "first_quarters", "half"})
"""The forms of times that are parts of a year, and may name it."""


@attrs.frozen
class Time:
    """An expression of time: where it stands, its form, and what its pattern caught."""

    start: int
    end: int
    form: str
    language: str
    groups: Groups
    names_year: int | None
    """The year that it names in figures."""

    @property
    def is_base_only(self) -> bool:
        """Whether it can only name what something is compared with."""
        return self.form in ("same_period", "start_of_year")

    @property
    def is_point(self) -> bool:
        """Whether it is a day at which stocks are counted."""
        return bool(self.groups.get("end")) or self.form in ("now", "start_of_year")

    @property
    def is_run(self) -> bool:
        """Whether it is a run of days or months that names the first and the last."""
        return bool(self.groups.get("m2"))


@cache
def _finder(language: str) -> re.Pattern[str]:
    """Where any of the rules fits; which of them does is told by the number of the last group that matched."""
    branches = "|".join(f"(?:{unnamed(pattern)})()" for _, pattern in time_rules(language))
    try:
        return re.compile(f"{time_begin(language)}(?:{branches})", re.IGNORECASE)
    except re.error as error:
        near = str(error.pattern)[error.pos or 0 :][:SHOWN]
        raise LexiconError(f"{language}/periods.toml: {error}, at {near!r}: mend the pattern") from error


SHOWN = 40  # characters of a pattern that is no pattern


@cache
def _rule(pattern: str, form: str) -> tuple[re.Pattern[str], list[str]]:
    """A rule, compiled when it is first needed: few texts need them all; and those of its groups that name its year."""
    made, naming = re.compile(pattern, re.IGNORECASE), ("year2", "y1", "year") if form == "holiday" else ("y1", "year")
    return made, [name for name in naming if name in made.groupindex]


@lru_cache(maxsize=64)  # a title and an opening are looked over for home, year and heading before they are read
def find_times(text: str, language: str, start: int, end: int) -> tuple[Time, ...]:
    """The expressions of time in a stretch of cleaned text, from left to right.

    A Chinese text may set spaces around its numbers: 4 月 7 日.
    """
    may_space = language == "zh" and " " in text[start:end]
    spaces = {match.start() for match in _SPACED.finditer(text, start, end)} if may_space else ()
    if not spaces:
        return tuple([_time_of(match, text, end, language) for match in _finder(language).finditer(text, start, end)])
    at = [n for n in range(start, end) if n not in spaces]
    found = find_times("".join(text[n] for n in at), language, 0, len(at))
    return tuple(attrs.evolve(time, start=at[time.start], end=at[time.end - 1] + 1) for time in found)


_SPACED = re.compile(r"(?<=\d) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=\d)")


def time_at(text: str, at: int, end: int, language: str) -> Time | None:
    """The expression of time that begins at a place, if one does."""
    match = _finder(language).match(text, at, end)
    return None if match is None else _time_of(match, text, end, language)


def _time_of(match: re.Match[str], text: str, end: int, language: str) -> Time:
    assert match.lastindex is not None  # every branch of the pattern ends with one group
    form, pattern = time_rules(language)[match.lastindex - 1]
    first, stop = match.span()
    rule, years = _rule(pattern, form)
    caught = rule.match(text, first, end)
    assert caught is not None  # the finder has just matched the same pattern here
    groups, year = caught.groupdict(), None
    for name in years:
        year = groups[name] or year
    return Time(first, stop, form, language, groups, int(year) if year else None)
