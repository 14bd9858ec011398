"""What a head says of time: a time, or one that is told by that of the table: 1-5月, 本月止累计."""

from __future__ import annotations

import re
from functools import cache

import attrs

from shandong_econ.lexicon.words import either, small_number, word_list
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.table.head.head import (
    AT_END,
    THIS_PERIOD,
    TO_DATE,
    WHOLE_YEAR,
    YEAR_BEFORE,
    YEAR_BEFORE_TO_DATE,
    Head,
)
from shandong_econ.parsing.table.head.words import HeadWords
from shandong_econ.parsing.table.names import is_bare_name
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Told

_SAID = (TO_DATE, YEAR_BEFORE, THIS_PERIOD, WHOLE_YEAR)
_Y, _SHORT, _FREE, _LAST = r"(?P<year>(?:19|20)\d\d)", r"(?P<short>[0-3]\d)", r"(?<![\d.])", r"(?=\W*\Z)"
_PRINTED = tuple(
    (form, re.compile(pattern))
    for form, pattern in (  # as programs and customs print them
        ("month", rf"\A\s*{_Y}[-/.M]?(?P<m>0[1-9]|1[0-2]|(?<=[-/M])[1-9])\s*\Z"),  # 202305
        ("month", rf"\A\s*(?P<m>[A-Z][a-z]{{2,8}})\.?(?:-| ?'){_SHORT}\s*\Z"),  # Mar-24, Mar '24
        ("quarter", rf"\A\s*(?:Q(?P<q2>[1-4])[-' ]{{0,2}}|(?P<q>[1-4])Q[-' ]{{0,2}}){_SHORT}\s*\Z"),  # Q1-24, 1Q24
        ("quarter", rf"\A\s*{_Y}[- /]?[Qq](?P<q2>[1-4])\s*\Z"),
        ("first_months", r"(?:\A|\bof\s)\s*1 ?(?:to|至) ?(?P<k>1[0-2]|[2-9])\s*\Z"),  # 1-9 may be so many persons
        ("months", rf"{_FREE}{_Y}\.(?P<m>[1-9])[-~—](?P<m2>1[0-2]|[2-9])月?{_LAST}"),  # 2023.1-9
        ("months", rf"{_FREE}(?P<m>[1-9])[-~—](?P<m2>1[0-2]|[2-9])\.{_Y}{_LAST}"),  # 1-9.2023
        ("month", rf"{_FREE}(?P<m>0?[1-9]|1[0-2])\.{_Y}{_LAST}"),  # Dalian, 10.2022
        ("month", rf"{_FREE}{_Y}\.(?P<m>0?[1-9]|1[0-2]){_LAST}"),  # Henan (2010.09)
    )
)
_DASHES = re.compile("--+|——")
_NO_TIMES = frozenset({"unknown", "years_back", "now", "week", "today", "years_ago", "holiday_days"})


def with_times(words: HeadWords, head: Head, language: str) -> Head:
    """The head with the times that its words tell, which are then blotted out."""
    text = words.left.replace("\0", " ")
    for form, pattern in _PRINTED:
        match = pattern.search(text)
        if match and (form != "month" or small_number(match["m"], language) is not None):
            words.take(*match.span())
            groups = match.groupdict()
            year = groups.get("year") or (f"20{groups['short']}" if "short" in groups else None)
            time = Time(*words.extent(*match.span()), form, language, groups, int(year) if year else None)
            return attrs.evolve(head, times=(*head.times, time))
    printed = _as_in_prose(text)
    for time in find_times(printed, "en" if text.isascii() else language, 0, len(text)):  # 2016-2020 in either language
        if time.form in _NO_TIMES or _is_in_name(text, time):
            continue
        start, end = words.extent(time.start, time.end)
        words.take(time.start, time.end)
        if time.form == "same_period":
            head = attrs.evolve(head, said=Told(YEAR_BEFORE, start, end))
        else:
            head = attrs.evolve(head, times=(*head.times, attrs.evolve(time, start=start, end=end)))
    return head


def _as_in_prose(text: str) -> str:
    """The words of a head as long as they were, months and dashes as prose has them: JAN-MAY, Jan.--Nov.2001."""
    told = text.title() if text.isupper() and text.isascii() else text
    return _DASHES.sub(lambda match: "-".center(len(match[0])), told)


def _is_in_name(text: str, time: Time) -> bool:
    """Whether a year without a number is a piece of what is named: value of the year, 本年到位资金."""
    bare = time.form == "year" and not time.names_year and not time.is_point
    if time.language == "zh":
        return bare and text[: time.start].strip() == "" and text[time.end : time.end + 1].isalpha()
    return bare and text[: time.start].strip() != ""


def with_said(words: HeadWords, head: Head, language: str) -> Head:
    """With a time that is told by that of the table, where all that is left tells one, or the last of it: 累计值."""
    both = _of_year_before_to_date(language).fullmatch(words.bare)
    what = next((one for one in _SAID if says(words.bare, one)), None if both is None else YEAR_BEFORE_TO_DATE)
    if what is None:
        return _with_end(words, head, language)
    at = words.whole
    words.take(0, len(words.left))
    if what == TO_DATE and any(time.form != "same_month" for time in head.times):
        return head  # 1-6月累计
    return attrs.evolve(head, said=Told(what, *at), times=())


@cache
def _of_year_before_to_date(language: str) -> re.Pattern[str]:
    """What says both, in either order: 上年同期累计; same period last year, cumulative; ytd of a year earlier."""
    before = either(word_list(language, "table.year_before"))
    to_date = either(word for role in ("to_date", "to_date_ends") for word in word_list(language, f"table.{role}"))
    order = rf"(?:{before})[ ,(]*(?:{to_date})|(?:{to_date})[ ,(]*(?:(?:of|for) (?:the )?)?(?:{before})"
    return re.compile(rf"(?:{order})\)?", re.I)


def _with_end(words: HeadWords, head: Head, language: str) -> Head:
    bare = words.bare.lower()
    for said, role in ((TO_DATE, "to_date_ends"), (THIS_PERIOD, "this_ends"), (AT_END, "at_end_ends")):
        ending = next((one for one in word_list(language, f"table.{role}") if bare.endswith(one) and bare != one), None)
        if ending is not None and (at := words.left.lower().rfind(ending)) > 0:
            words.take(at, at + len(ending))
            return attrs.evolve(head, said=head.said or Told(said, *words.extent(at, at + len(ending))))
    lead = next((one for one in word_list(language, "table.to_date_leads") if bare.startswith(one)), "")
    if lead and is_bare_name(bare.removeprefix(lead), language) and (at := words.left.lower().find(lead)) >= 0:
        words.take(at, at + len(lead))
        return attrs.evolve(head, said=None if head.times else Told(TO_DATE, *words.extent(at, at + len(lead))))
    return head
