"""What the words of a head say: the name of a thing, a time, a place, a measure, a comparison, a unit, or several."""

from __future__ import annotations

import re
from functools import cache

import attrs

from shandong_econ.lexicon.words import either, word_list
from shandong_econ.model import Area, Comparison
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT
from shandong_econ.parsing.table.areas import area_of
from shandong_econ.parsing.table.bases import hundred_in
from shandong_econ.parsing.table.head_units import units_in_head
from shandong_econ.parsing.table.head_words import EDGES, HeadWords
from shandong_econ.parsing.table.measures import GROWTH, SHARE, Moved, achieved_in, compared_in, measured_in
from shandong_econ.parsing.table.names import NARROWED, WHOLE, is_bare_name, kind_of
from shandong_econ.parsing.table.sizes import is_size
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Told

UNNUMBERED = 9
"""The depth of a head without a number before it."""
TO_DATE, YEAR_BEFORE, THIS_PERIOD, WHOLE_YEAR = "to_date", "year_before", "this_period", "whole_year"
YEAR_BEFORE_TO_DATE, AT_END = "year_before_to_date", "at_end"
_SAID = (TO_DATE, YEAR_BEFORE, THIS_PERIOD, WHOLE_YEAR)
_ADDING_NOTHING = ("grown", "relative", "level")  # to what is measured: nominal growth, 增速排名, 总量位次
_NUMBERINGS = (
    re.compile(r"[一二三四五六七八九十]{1,3} ?[、.．,，] ?|[IVX]{1,4}[.、] |[A-Z]、"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\) ?[、.]?"),
    re.compile(r"\d{1,2} ?(?:[、．]|\.(?!\d)) ?"),
    re.compile(r"\(\d{1,2}\) ?|[①②③④⑤⑥⑦⑧⑨⑩] ?|\d{1,2}\) ?|\d{1,2}(?:\.\d{1,2}){1,2}(?:[.、．] ?| )"),
)
_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*")
_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.M]?(?P<m>0[1-9]|1[0-2]|(?<=[-/M])[1-9])")  # 202305, 2023-05
_CUSTOMS_MONTH = re.compile(r"(?<![\d.])(?P<m>0?[1-9]|1[0-2])\.(?P<year>20\d\d)(?=\W*\Z)")  # Trade of Dalian, 10.2022
_QUARTER = re.compile(r"(?P<year>(?:19|20)\d\d)[- /]?Q(?P<q2>[1-4])", re.I)
_FIRST_MONTHS = re.compile(r"1 ?(?:to|至) ?(?P<k>1[0-2]|[2-9])")  # of customs; 1-9 may be so many persons
_LONG_PLAN = 4  # characters of a word that nothing but a plan begins with: 年度计划, but not 计划生育
_NO_TIMES = frozenset({"unknown", "years_back", "now", "week", "today", "years_ago", "holiday_days"})


@attrs.frozen
class Head:
    """What a head says, and where: its cell runs from `start` to `end`, the name that is left from `at` to `to`."""

    start: int
    end: int
    name: str = ""
    at: int = 0
    to: int = 0
    depth: int = UNNUMBERED
    is_part: bool = False
    times: tuple[Time, ...] = ()
    said: Told[str] | None = None
    """A time that is told by that of the table, one of _SAID: to_date, year_before, this_period."""
    area: Told[Area | None] | None = None
    """The area; of words such as 全省 one without a value, which is the table's own."""
    measure: Moved | None = None
    comparison: Told[Comparison] | None = None
    base: Time | None = None
    units: tuple[Measured, ...] = ()
    index: str = ""
    """What an index is of 100 in, as it is told: 上年."""
    is_plan: bool = False
    """Whether it says that its figures are planned: 全年预算."""

    @property
    def tells_time(self) -> bool:
        """Whether it tells a time, and not only with which one its figures are compared."""
        return bool(self.times) or (self.said is not None and self.base is None)

    @property
    def says_no_name(self) -> bool:
        """Whether it only says how something that another head names is measured."""
        measured = self.measure is not None or self.comparison is not None or bool(self.units)
        return measured and not self.name and self.area is None and not self.times and self.said is None


def head_of(
    text: str,
    start: int,
    end: int,
    language: str,
    home: Area | None,
    *,
    is_place: bool = False,
    is_beside: bool = False,
) -> Head:
    """What the words of a cell of cleaned text say as a head; one that `is_place` stands among places.

    Beside a row a word for things counted is a name: households.
    """
    words = HeadWords(text, start, end)
    head = _with_hundred(words, _with_lead(words, Head(start, end), language))
    units, signed = units_in_head(words, language, is_beside=is_beside)
    head = attrs.evolve(head, units=units, measure=Moved(GROWTH, is_bare=True) if signed else head.measure)
    goal = achieved_in(words.left, language)  # before times are: 占年初预算 tells none
    if goal is not None:
        words.take(goal.start, goal.end)
        head = attrs.evolve(head, measure=goal)
    elif says(words.bare, "plan"):
        return attrs.evolve(head, at=start, to=end, is_plan=True)
    head = _with_said(words, head, language)
    head = _with_comparison(words, head, language)
    head = _with_times(words, head, language)
    head = _with_said(words, head, language)
    head = _with_area(words, head, language, home, is_place=is_place)
    told = measured_in(words.left, words.bare, language) if goal is None else None
    if told is not None and told.what == GROWTH and _is_name(words, told, language):
        told = None
    if told is not None:
        words.take(told.start, told.end)
        head = _with_said(words, attrs.evolve(head, measure=told), language)
    elif _is_average_level(head, words):
        head = attrs.evolve(head, comparison=None)
    elif goal is None and (head.comparison is not None or (signed and words.bare)):
        head = attrs.evolve(head, measure=Moved("growth", is_bare=signed or not words.bare))
    bare = words.bare
    if says(bare, "plan"):
        return attrs.evolve(head, at=start, to=end, is_plan=True)
    if (planned := _planned(language).match(words.left)) is not None:
        words.take(*planned.span())
        head, bare = attrs.evolve(head, is_plan=True), words.bare
    at, to = _extent(words)
    if head.measure is not None and says(bare, "worth"):  # a growth of the values, not of the quantities beside them
        return attrs.evolve(head, name=bare, at=at, to=to)
    adds_nothing = head.measure is not None and any(says(bare, role) for role in _ADDING_NOTHING)
    if adds_nothing or says(bare, "level") or not (any(map(str.isalpha, bare)) or is_size(bare)):  # a number is no name
        return attrs.evolve(head, at=start, to=end)
    return attrs.evolve(head, name=bare, at=at, to=to)


def _is_average_level(head: Head, words: HeadWords) -> bool:
    """Whether the average of a year is one of what is named, and no growth: annual average employed persons."""
    averaged = head.comparison is not None and head.comparison.value is Comparison.ANNUAL_AVERAGE
    return averaged and bool(words.bare) and not any(unit.code in IN_PERCENT for unit in head.units)


@cache
def _planned(language: str) -> re.Pattern[str]:
    """What a name begins with that is planned for the year: 年度计划投资."""
    long = tuple(word for word in word_list(language, "table.plan") if len(word) >= _LONG_PLAN)
    return re.compile(rf"(?:{either(long)})(?=\w)" if language == "zh" else r"(?!)")


def _is_name(words: HeadWords, told: Moved, language: str) -> bool:
    """Whether a word of growth is a piece of a name, without which nothing is named: 自然增长率."""
    rest = words.left[: told.start].replace("\0", "").strip(EDGES)
    return (
        rest != ""
        and not says(rest, "grown")
        and not kind_of(rest, language)
        and kind_of(words.bare, language) in (WHOLE, NARROWED)
    )


def _with_lead(words: HeadWords, head: Head, language: str) -> Head:
    """With how deep its number says that it lies, and whether it says that it is a part of one above."""
    depth, at = UNNUMBERED, 0
    for n, pattern in enumerate(_NUMBERINGS):
        match = pattern.match(words.left)
        if match is not None and match.end() < len(words.left):
            depth, at = n, match.end()
            break
    lead = _parts(language).match(words.left, at)
    words.take(0, at if lead is None else lead.end())
    return attrs.evolve(head, depth=depth, is_part=lead is not None)


@cache
def _parts(language: str) -> re.Pattern[str]:
    return re.compile(rf"[\s–—-]*(?:{either(word_list(language, 'table.part'))})[\s:]*", re.I)


def _with_hundred(words: HeadWords, head: Head) -> Head:
    """With what is 100: the time that an index is of, or the whole that the parts are shares of."""
    match = hundred_in(words.left)
    if match is None:
        return head
    words.take(*match.span())
    what = match["what"].strip()
    return attrs.evolve(head, measure=Moved(SHARE)) if says(what, "total") else attrs.evolve(head, index=what)


def _with_comparison(words: HeadWords, head: Head, language: str) -> Head:
    told = compared_in(words.left, language)
    if told is None:
        return head
    words.take(told.start, told.end)
    comparison = Told(told.comparison, *words.extent(told.start, told.end))
    is_to_date = told.base is not None and told.base.form == "months"  # what is beside 1-7月 is of 1-8月
    said = Told(TO_DATE, comparison.start, comparison.end) if is_to_date else head.said
    return attrs.evolve(head, comparison=comparison, base=told.base, said=said)


def _with_times(words: HeadWords, head: Head, language: str) -> Head:
    text = words.left.replace("\0", " ")
    if match := _YEAR.fullmatch(text):
        time = Time(*words.extent(*match.span(1)), "year", language, {"year": match[1]}, int(match[1]))
        words.take(0, len(text))
        return attrs.evolve(head, times=(*head.times, time))
    for form, pattern in (("month", _MONTH), ("quarter", _QUARTER), ("first_months", _FIRST_MONTHS)):
        if match := pattern.fullmatch(text.strip()):
            words.take(0, len(text))
            groups = match.groupdict()
            year = int(groups["year"]) if "year" in groups else None
            time = Time(*words.extent(0, len(text)), form, language, groups, year)
            return attrs.evolve(head, times=(*head.times, time))
    if (match := _CUSTOMS_MONTH.search(text)) is not None:
        start, end = words.extent(*match.span())
        words.take(*match.span())
        time = Time(start, end, "month", language, match.groupdict(), int(match["year"]))
        return attrs.evolve(head, times=(*head.times, time))
    for time in find_times(text, "en" if text.isascii() else language, 0, len(text)):  # 2016-2020 in either language
        if time.form in _NO_TIMES or _is_in_name(text, time):
            continue
        start, end = words.extent(time.start, time.end)
        words.take(time.start, time.end)
        if time.form == "same_period":
            head = attrs.evolve(head, said=Told(YEAR_BEFORE, start, end))
        else:
            head = attrs.evolve(head, times=(*head.times, attrs.evolve(time, start=start, end=end)))
    return head


def _is_in_name(text: str, time: Time) -> bool:
    """Whether an English "year" is a piece of what is named: "value of the year"."""
    bare = time.form == "year" and not time.names_year and not time.is_point
    return time.language == "en" and bare and text[: time.start].strip() != ""


def _with_said(words: HeadWords, head: Head, language: str) -> Head:
    """With a time that is told by that of the table, where all that is left tells one, or the last of it: 累计值."""
    both = _of_year_before_to_date(language).fullmatch(words.bare)
    what = next((one for one in _SAID if says(words.bare, one)), None if both is None else YEAR_BEFORE_TO_DATE)
    if what is None:
        return _with_end(words, head, language)
    at = _extent(words)
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


def _with_area(words: HeadWords, head: Head, language: str, home: Area | None, *, is_place: bool) -> Head:
    area = area_of(words.bare, language, home, is_place=is_place) if words.bare else None
    if area is None:
        lead = next((one for one in word_list(language, "area.home") if words.left.startswith(one)), "")
        of_any = len(lead) == 1 and words.left.startswith(word_list("zh", "table.of"), 1)  # 市的零售额, 县的零售额
        if (
            lead
            and not of_any
            and language == "zh"
            and kind_of(words.bare.removeprefix(lead), language) in (WHOLE, NARROWED)
        ):
            words.take(0, len(lead))
            return attrs.evolve(head, area=Told(None, *words.extent(0, len(lead))))
        return head
    at = _extent(words)
    words.take(0, len(words.left))
    return attrs.evolve(head, area=Told(area.value, *at))


def _extent(words: HeadWords) -> tuple[int, int]:
    """Where what is left begins and ends."""
    left = words.left
    first = len(left) - len(left.lstrip(EDGES))
    return words.extent(first, max(first, len(left.rstrip(EDGES))))
