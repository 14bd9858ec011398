"""What the words of a head say: the name of a thing, a time, a place, a measure, a comparison, a unit, or several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from shandong_econ.lexicon.words import either, word_list
from shandong_econ.model import Area, Comparison, Measure, Period, Status
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT
from shandong_econ.parsing.table.amounts import is_size
from shandong_econ.parsing.table.areas import area_of
from shandong_econ.parsing.table.head.compared import Compared, compared_in, hundred_in, turned_in
from shandong_econ.parsing.table.head.head import TO_DATE, UNNUMBERED, Head
from shandong_econ.parsing.table.head.measures import Moved, achieved_in, measured_in
from shandong_econ.parsing.table.head.times import with_said, with_times
from shandong_econ.parsing.table.head.units import units_in_head
from shandong_econ.parsing.table.head.words import EDGES, HeadWords
from shandong_econ.parsing.table.matrix import Matrix
from shandong_econ.parsing.table.names import kind_of, names_base
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Told

_NUMBERINGS = (
    re.compile(r"[一二三四五六七八九十]{1,3} ?[、.．,，] ?|[IVX]{1,4}[.、] |[A-Z]、"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\) ?[、.]?"),
    re.compile(r"\d{1,2} ?(?:[、．]|\.(?!\d)) ?"),
    re.compile(r"\(\d{1,2}\) ?|[①②③④⑤⑥⑦⑧⑨⑩] ?|\d{1,2}\) ?|\d{1,2}(?:\.\d{1,2}){1,2}(?:[.、．] ?| )"),
)
_LONG_PLAN = 4  # characters of a word that nothing but a plan begins with: 年度计划, but not 计划生育


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
    head = attrs.evolve(head, units=units, measure=Moved(Measure.GROWTH, is_bare=True) if signed else head.measure)
    goal = achieved_in(words.left, language)  # before times are: 占年初预算 tells none
    if goal is not None:
        words.take(goal.start, goal.end)
        head = attrs.evolve(head, measure=goal)
    elif says(words.bare, "plan"):
        return attrs.evolve(head, status=Status.T)
    head = with_said(words, head, language)
    head = _with_comparison(words, head, language)
    head = with_times(words, head, language)
    head = with_said(words, head, language)
    head = _with_area(words, head, language, home, is_place=is_place)
    is_level = says(words.bare, "level")  # indices and growth rates
    told = measured_in(words.left, language) if goal is None and not is_level else None
    if told is not None and told.what == Measure.GROWTH and _is_name(words, told, language):
        told = None
    if told is not None:
        words.take(told.start, told.end)
        head = with_said(words, attrs.evolve(head, measure=told), language)
        if head.area is None and told.what == Measure.GROWTH:  # growth in Anhui, of what another head names
            head = _with_area(words, head, language, home, is_place=is_place)
    elif goal is None and (head.comparison is not None or (signed and words.bare)):
        head = attrs.evolve(head, measure=Moved(Measure.GROWTH, is_bare=signed or not words.bare))
    bare = words.bare
    if says(bare, "plan") or says(bare, "forecast"):
        return attrs.evolve(head, status=Status.T if says(bare, "plan") else Status.F)
    if (planned := _planned(language).match(words.left)) is not None:
        words.take(*planned.span())
        head, bare = attrs.evolve(head, status=Status.T), words.bare
    is_of_worth = head.measure is not None and says(bare, "worth")  # and not of the quantities beside the values
    # to what is measured: nominal growth, 增速排名
    adds_nothing = says(bare, "level") or (head.measure is not None and (says(bare, "grown") or says(bare, "relative")))
    if (adds_nothing and not is_of_worth) or not (any(map(str.isalpha, bare)) or is_size(bare)):  # a number is no name
        return head
    at, to = words.whole
    return attrs.evolve(head, name=bare, at=at, to=to)


def head_at(matrix: Matrix, at: int, home: Area | None, *, is_place: bool = False, is_beside: bool = False) -> Head:
    """What a cell of a table says as a head."""
    span = matrix.cells[at].span
    return head_of(matrix.text, span.start, span.end, matrix.language, home, is_place=is_place, is_beside=is_beside)


def _is_level_of_year(words: HeadWords, told: Compared, units: Sequence[Measured], language: str) -> bool:
    """Whether words of a year are of what is named, and of no growth: annual average employed persons."""
    rest = f"{words.left[: told.start]} {words.left[told.end :]}"
    name = rest.replace("\0", " ").strip(EDGES)
    is_yearly = bool(units) and says(words.left[told.start : told.end], "yearly")
    adjective = told.comparison is Comparison.ANNUAL_AVERAGE or is_yearly
    is_percent = any(unit.code in IN_PERCENT for unit in units)
    return adjective and any(map(str.isalpha, name)) and not is_percent and measured_in(rest, language) is None


@cache
def _planned(language: str) -> re.Pattern[str]:
    """What a name begins with that is planned for the year: 年度计划投资."""
    long = tuple(word for word in word_list(language, "table.plan") if len(word) >= _LONG_PLAN)
    return re.compile(rf"(?:{either(long)})(?=\w)" if language == "zh" else r"(?!)")


def _is_name(words: HeadWords, told: Moved, language: str) -> bool:
    """Whether a word of growth is a piece of a name, without which nothing is named: 自然增长率."""
    rest = words.left[: told.start].replace("\0", "").strip(EDGES)
    return rest != "" and not says(rest, "grown") and not kind_of(rest, language) and names_base(words.bare, language)


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
    """With what is 100: the time that an index is of, each of the times, or the whole that the parts are shares of."""
    if (turned := turned_in(words.left)) is not None:
        words.take(*turned.span())
        year = Told(Period.of(int(turned["year"])), *words.extent(*turned.span("year")))
        return attrs.evolve(head, index=turned[0], turned=year)
    match = hundred_in(words.left)
    if match is None:
        return head
    words.take(*match.span())
    what = match["what"].strip()
    return attrs.evolve(head, measure=Moved(Measure.SHARE)) if says(what, "total") else attrs.evolve(head, index=what)


def _with_comparison(words: HeadWords, head: Head, language: str) -> Head:
    told = compared_in(words.left, language)
    if told is None or _is_level_of_year(words, told, head.units, language):
        return head
    words.take(told.start, told.end)
    comparison = Told(told.comparison, *words.extent(told.start, told.end))
    is_to_date = told.base is not None and told.base.form == "months"  # what is beside 1-7月 is of 1-8月
    said = Told(TO_DATE, comparison.start, comparison.end) if is_to_date else head.said
    return attrs.evolve(head, comparison=comparison, base=told.base, said=said)


def _with_area(words: HeadWords, head: Head, language: str, home: Area | None, *, is_place: bool) -> Head:
    area = area_of(words.bare, language, home, is_place=is_place) if words.bare else None
    if area is None:
        lead = next((one for one in word_list(language, "area.home") if words.left.startswith(one)), "")
        if lead and language == "zh" and names_base(words.bare.removeprefix(lead), language):
            words.take(0, len(lead))
            return attrs.evolve(head, area=Told(None, *words.extent(0, len(lead))))
        return head
    at = words.whole
    words.take(0, len(words.left))
    return attrs.evolve(head, area=Told(area.value, *at))
