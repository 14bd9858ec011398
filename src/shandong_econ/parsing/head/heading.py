"""What stands over a text: its title, its byline, where and when it was published, and headings between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

import attrs

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Area, Comparison
from shandong_econ.parsing.finding.lexis import lexis
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.finding.tokenise import tokenise
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.head.year_over import YEAR, year_over
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.split import language_of

LONGEST_HEADING, LONGEST_TITLE = 60, 180
_NUMBERING = re.compile(r"(?:\d{1,2}|[IVX]{1,5})\. ")
_STOPS = re.compile(r"[。！？!?；;]|[.](?=\s|$)")


@attrs.frozen
class Heading:
    """A line that heads what follows: the time that it names, whether it is about a plan, the place that opens it.

    `comparison` is what it says that the figures under it are compared with: (二)环比看, `looks_back` whether it says
    that they are results: 2023年主要工作回顾, `is_report` whether it is the title of a report on work,
    `names_more` whether it names another time besides: "Output: May and Quarter 2".
    """

    time: Time | None
    is_plan: bool
    place: str | None = None
    comparison: Comparison | None = None
    looks_back: bool = False
    is_report: bool = False
    names_more: bool = False


def heading(text: str, start: int, end: int, language: str, *, is_title: bool = False) -> Heading | None:
    """The heading that a paragraph is, or None where it is a paragraph of sentences; English titles may be long."""
    after = after_numbering(text, start, end)
    if (
        end - start > (LONGEST_TITLE if is_title and language == "en" else LONGEST_HEADING)
        or _STOPS.search(text, after, end - 1)
        or text[end - 1] in "。.;；，,"
    ):
        return None
    found = (time for time in find_times(text, language, start, end) if time.form not in ("unknown", "day", "today"))
    times = [time for time in found if not _is_base(text, language, start, time)]
    line = text[start:end].lower()
    looks_back = language == "zh" and holds_any(line, "zh", "heading.review")
    is_plan = not looks_back and holds_any(line, language, "heading.plan")
    time = times[0] if times else None
    if language != "zh":
        return Heading(time, is_plan, names_more=len(times) > 1)
    sets_out = time is not None and not looks_back and text[end - 1] in "：:"
    is_plan |= sets_out and holds_any(line, "zh", "heading.sets_out")
    is_report = holds_any(line, "zh", "heading.reports")
    tokens = tokenise(text, start, end, lexis("zh"))
    return Heading(time, is_plan, _place(tokens), _comparison(tokens), looks_back, is_report)


def without_release(text: str, end: int, head: Heading) -> Heading:
    """The heading of a release without the month in which that came out, where all it tells is of other months."""
    if head.time is None or head.time.form != "month" or head.names_more:
        return head
    named = _months().findall(text, end)
    own = (head.time.groups.get("m") or "")[:3].capitalize()
    return attrs.evolve(head, time=None) if named and own not in {name[:3] for name in named} else head


@cache
def _months() -> re.Pattern[str]:
    """A month, but not that of a day: "in May", not "20 May"."""
    return re.compile(rf"(?<!\d )\b({'|'.join(name.capitalize() for name in speech_words('en', 'date.months'))})\b")


def goals_run_in(text: str, start: int, end: int, language: str) -> Heading | None:
    """The heading of plans that runs into an English paragraph and names their year: "Goals for 2023. We shall ..."."""
    stop = text.find(". ", start, min(end, start + LONGEST_RUN_IN))
    if language != "en" or stop < 0:
        return None
    head = heading(text, start, stop, language)
    ends = head is not None and head.is_plan and head.time is not None and head.time.end == stop
    return head if ends and len(text[start:stop].split()) <= MOST_WORDS else None


LONGEST_RUN_IN = 40  # characters of a heading that runs into its paragraph
MOST_WORDS = 6  # as in "Our main goals for 2023"


def after_numbering(text: str, start: int, end: int) -> int:
    """Where a line goes on after its number, "1. ", or where it begins."""
    numbered = _NUMBERING.match(text, start, end)
    return start if numbered is None else numbered.end()


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


def _comparison(tokens: Sequence[Token]) -> Comparison | None:
    """The one comparison that a heading without a figure names."""
    named = {comparison for token in tokens if (comparison := comparison_of(token)) is not None}
    return named.pop() if len(named) == 1 and not any(t.figure and t.figure.unit for t in tokens) else None


def _place(tokens: Sequence[Token]) -> str | None:
    """The code of the place that a heading names before a colon, or alone: 唐山:守住大盘, 二、黄骅."""
    n = next((n for n, token in enumerate(tokens) if token.areas), None)
    if n is None or any(token.is_words for token in tokens[:n]):
        return None
    last = n
    while last + 1 < len(tokens) and tokens[last + 1].areas:
        last += 1
    ends = last + 1 == len(tokens) or tokens[last + 1].mark in _AFTER_PLACE
    return tokens[last].areas[0] if ends else None


_AFTER_PLACE = frozenset(":—】|")


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
    return f" {before}".endswith(tuple(f" {word}" for word in word_list("en", "calendar.not_after")))


_LONGEST_LEAD = 24  # characters of what leads to a base


def counts_from_preceding(lower: str, home: Area | None) -> bool:
    """Whether a text measures growth over the quarter or month before, as bulletins of adjusted figures do.

    Those of Chinese statistics measure it over the year before.
    """
    if home is not None and home.code is not None:
        return False
    return holds_any(lower, "en", "habit.preceding")


def may_count_from_preceding(lower: str, home: Area | None) -> bool:
    """Whether a text on another country tells adjusted figures, of which growth is over the month or quarter before.

    Unless the first growth that tells its base is over the year.
    """
    abroad = home is not None and home.name in word_list("en", "abroad.countries")
    return abroad and holds_any(lower, "en", "habit.adjusted")
