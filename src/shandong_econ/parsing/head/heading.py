"""What stands over a text: its title, its byline, where and when it was published, and headings between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from shandong_econ.lexicon.words import either, holds_any, word_list
from shandong_econ.parsing.finding.times import PARTS_OF_YEAR, Time, find_times
from shandong_econ.parsing.head.year_over import is_ahead, year_over
from shandong_econ.parsing.resolving.calendar import Calendar, number_in
from shandong_econ.parsing.split import Paragraph


def after_caption(text: str, start: int, end: int, language: str) -> int:
    """Where a line goes on after what makes it the caption of a chart or a table, "Figure 2: ", or where it begins."""
    label = _caption(language).match(text, start, end)
    return start if label is None else label.end()


@cache
def _caption(language: str) -> re.Pattern[str]:
    words = either(word_list(language, "heading.captions"))
    return re.compile(
        rf"(?:{words}) ?(?:(?:\d{{1,2}}(?:[-—.]\d{{1,2}})?|[一二三四五六七八九十]{{1,3}})(?!\d)[:.、 ]*|[-:—] ?(?=\w))",
        re.IGNORECASE,
    )


LOOKED_AT = 6  # paragraphs from the top in which the year and the area of a report are looked for


def find_calendar(text: str, lines: Sequence[Paragraph], published: date | None) -> Calendar:
    """What the head of a text tells of the year.

    A communique on a whole year counts its words of time from that year. Else "this year" is the year of publication,
    or, where that is not given, the first year that the head names in figures, and not only to compare with it.
    """
    named: int | None = None
    is_undated = False  # a time went without its year: whole years told after it are others, of plans and events
    is_work = False  # 2021年政府工作报告, which is given in that year
    for start, end, language in lines[:LOOKED_AT]:
        times = find_times(text, language, start, end)
        bare: dict[tuple[str, str | None], int] = {}
        for time in times:
            if time.names_year is None and not time.groups.get("relative"):
                bare.setdefault(_month_of(time), time.start)
        years = [
            year + before
            for time in times
            if not (is_undated := is_undated or _is_undated(time)) or time.form not in _WHOLE[language]
            if (year := time.names_year) is not None
            if (before := _is_year_before(time, bare)) or not _is_base(text, language, start, time)
            if language == "zh" or not is_ahead(text, time, start)
        ]
        if years and start == lines[0][0] and holds_any(text[start:end].lower(), language, "heading.yearly"):
            return Calendar(years[0], is_report=True, published=published)
        if named is None and years:
            named = max(years) if start == lines[0][0] else years[0]
            is_work = start == lines[0][0] and language == "zh" and holds_any(text[start:end], "zh", "heading.reports")
    if published is not None:
        return Calendar(published.year, published=published)
    season = _season(text, lines) if _CROP_YEAR.search(text) else None
    if (over := year_over(text, lines)) is not None:
        return Calendar(over + 1, season=season)
    return Calendar(named, is_report=named is not None and not is_work, season=season)


def _is_undated(time: Time) -> bool:
    """Whether it goes without its year, or tells it by a word: in the first half; in Chinese 去年 too."""
    relative = time.groups.get("relative")
    return time.names_year is None and (time.language == "zh" if relative else time.form in _PARTS)


_WHOLE = {"zh": ("year", "years", "same_period"), "en": ("year",)}
"""The forms of whole years, which crop years and bases in English are not."""
_PARTS = PARTS_OF_YEAR | {"day", "days"}


_CROP_YEAR = re.compile(r"[12]\d{3}/\d\d\b")


def _season(text: str, lines: Sequence[Paragraph]) -> tuple[int, int] | None:
    """The months of the crop years of a text, as it tells them first: 1986/87 (September-August)."""
    for start, end, _ in lines:
        for year, months in pairwise(find_times(text, "en", start, end)):
            between = text[year.end : months.start]
            near = year.groups.get("year3") and len(between) <= _LONGEST_LEAD and between.endswith("(")
            if near and months.form == "months":
                return number_in(months, "m"), number_in(months, "m2")
    return None


def _is_year_before(time: Time, bare: Mapping[tuple[str, str | None], int]) -> bool:
    """Whether a time of a year is the base of the same told before without one: in January, from 5 in January 1986."""
    alike = bare.get(_month_of(time), time.start) < time.start and time.groups.get("m") is not None
    return time.language == "en" and (time.form == "same_period" or alike)


def _month_of(time: Time) -> tuple[str, str | None]:
    return time.form, time.groups.get("m")


def _is_base(text: str, language: str, start: int, time: Time) -> bool:
    """Whether a year is only what something is compared with, or is to reach: "3.5 times that of 2020", 比2019年."""
    before = text[max(start, time.start - _LONGEST_LEAD) : time.start].rstrip().lower()
    if language == "en" and time.form in _SINCE:
        return True  # the highest since August 1984
    if language == "zh":
        return before.endswith(word_list("zh", "calendar.not_after"))
    leads = tuple(f" {word}" for word in word_list("en", "calendar.not_after"))
    return not time.is_run and f" {before}".endswith(leads)  # from January 1 to January 2, 1978


_SINCE = ("since_month", "since_year")
_LONGEST_LEAD = 24  # characters of what leads to a base
