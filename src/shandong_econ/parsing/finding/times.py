"""Expressions of time found in a text. The rules are data (`periods.toml`): a form, and its pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import attrs

from shandong_econ.lexicon.words import time_begin, time_rules

Groups = Mapping[str, str | None]


@attrs.frozen
class Time:
    """An expression of time: where it stands, its form, and what its pattern caught."""

    start: int
    end: int
    form: str
    language: str
    groups: Groups

    @property
    def is_base_only(self) -> bool:
        """Whether it can only name what something is compared with."""
        return self.form in ("same_period", "start_of_year")

    @property
    def is_point(self) -> bool:
        """Whether it is a day at which stocks are counted."""
        return bool(self.groups.get("end")) or self.form in ("now", "start_of_year")

    @property
    def names_year(self) -> int | None:
        """The year that it names in figures."""
        year = self.groups.get("year") or (self.groups.get("year2") if self.form == "holiday" else None)
        return int(year) if year else None


@cache
def _rules(language: str) -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    rules = tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in time_rules(language))
    unnamed = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern) for _, rule in rules)
    branches = "|".join(f"(?:{pattern})()" for pattern in unnamed)  # a group behind it tells which of them matched
    return re.compile(f"{time_begin(language)}(?:{branches})", re.IGNORECASE), rules


_SPACED = re.compile(r"(?<=\d) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=\d)")


def _find_in_spaced(text: str, language: str, start: int, end: int, spaces: list[int]) -> Iterator[Time]:
    """The expressions of time in a text that sets spaces around its numbers: 4 月 7 日."""
    skipped = frozenset(spaces)
    at = [n for n in range(start, end) if n not in skipped]
    for time in _find("".join(text[n] for n in at), language, 0, len(at)):
        yield attrs.evolve(time, start=at[time.start], end=at[time.end - 1] + 1)


@lru_cache(maxsize=64)  # a title and an opening are looked over for home, year and heading before they are read
def find_times(text: str, language: str, start: int, end: int) -> tuple[Time, ...]:
    """The expressions of time in a stretch of cleaned text, from left to right."""
    return tuple(_find(text, language, start, end))


def _find(text: str, language: str, start: int, end: int) -> Iterator[Time]:
    spaces = [match.end() - 1 for match in _SPACED.finditer(text, start, end)] if language == "zh" else []
    if spaces:
        yield from _find_in_spaced(text, language, start, end, spaces)
        return
    finder, rules = _rules(language)
    for match in finder.finditer(text, start, end):
        assert match.lastindex is not None  # every branch of the pattern ends with one group
        form, rule = rules[match.lastindex - 1]
        caught = rule.match(text, match.start(), end)
        assert caught is not None  # the finder has just matched the same pattern here
        yield Time(match.start(), match.end(), form, language, caught.groupdict())
