"""What stands over a text: its title, its byline, where and when it was published, and headings between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.head.year_over import YEAR, year_over
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.split import language_of

LONGEST_HEADING, LONGEST_TITLE = 60, 180
_NUMBERING = re.compile(r"(?:\d{1,2}|[IVX]{1,5})\. ")
_STOPS = re.compile(r"[。！？!?；;]|[.](?=\s|$)")


def after_caption(text: str, start: int, end: int, language: str) -> int:
    """Where a line goes on after what makes it the caption of a chart or a table, "Figure 2: ", or where it begins."""
    label = _caption(language).match(text, start, end)
    return start if label is None else label.end()


@cache
def _caption(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_list(language, "heading.captions")))
    return re.compile(
        rf"(?:{words}) ?(?:\d{{1,2}}(?:[-—.]\d{{1,2}})?|[一二三四五六七八九十]{{1,3}})(?!\d)[:.、 ]*", re.IGNORECASE
    )


LOOKED_AT = 6  # paragraphs from the top in which the year and the area of a report are looked for


def find_calendar(text: str, spans: Sequence[tuple[int, int]], published: date | None) -> Calendar:
    """What the head of a text tells of the year.

    A communique on a whole year counts its words of time from that year. Else "this year" is the year of publication,
    or, where that is not given, the first year that the head names in figures, and not only to compare with it.
    """
    named: int | None = None
    is_work = False  # 2021年政府工作报告, which is given in that year
    for start, end in spans[:LOOKED_AT]:
        if YEAR.search(text, start, end) is None:
            continue
        language = language_of(text[start:end]) or "en"
        years = [
            year
            for time in find_times(text, language, start, end)
            if (year := time.names_year) is not None and not _is_base(text, language, start, time)
        ]
        if years and start == spans[0][0] and holds_any(text[start:end].lower(), language, "heading.yearly"):
            return Calendar(years[0], years[0], published)
        if named is None and years:
            named = max(years) if start == spans[0][0] else years[0]
            is_work = start == spans[0][0] and language == "zh" and holds_any(text[start:end], "zh", "heading.reports")
    if published is not None:
        return Calendar(published.year, None, published)
    if (over := year_over(text, spans)) is not None:
        return Calendar(over + 1, None, None)
    return Calendar(named, None if is_work else named, None)


def _is_base(text: str, language: str, start: int, time: Time) -> bool:
    """Whether a year is only what something is compared with, or is to reach: "3.5 times that of 2020", 比2019年."""
    before = text[max(start, time.start - _LONGEST_LEAD) : time.start].rstrip().lower()
    if language == "zh":
        return before.endswith(word_list("zh", "calendar.not_after"))
    leads = tuple(f" {word}" for word in word_list("en", "calendar.not_after"))
    return not time.is_run and f" {before}".endswith(leads)  # from January 1 to January 2, 1978


_LONGEST_LEAD = 24  # characters of what leads to a base
