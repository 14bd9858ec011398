"""What the words of a head say: the name of a thing, a time, a place, a measure, a comparison, a unit, or several."""

from __future__ import annotations

import re
from functools import cache

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Comparison
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.table.areas import area_of
from shandong_econ.parsing.table.measures import Moved, compared_in, measured_in
from shandong_econ.parsing.table.units import Measured, units_of
from shandong_econ.parsing.told import Told

UNNUMBERED = 9
"""The depth of a head without a number before it."""
TO_DATE, YEAR_BEFORE, THIS_PERIOD, WHOLE_YEAR = "to_date", "year_before", "this_period", "whole_year"
_NUMBERINGS = (
    re.compile(r"[一二三四五六七八九十]{1,3} ?[、.．,，] ?|[IVX]{1,4}[.、] "),
    re.compile(r"\([一二三四五六七八九十]{1,3}\) ?[、.]?"),
    re.compile(r"\d{1,2} ?(?:[、．]|\.(?!\d)) ?"),
    re.compile(r"\(\d{1,2}\) ?|[①②③④⑤⑥⑦⑧⑨⑩] ?|\d{1,2}\) ?|\d{1,2}\.\d{1,2} "),
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_HUNDRED = re.compile(r"\(?([^()=,]{2,40}?) ?= ?100(?:\.0)? ?%?\)?")
_PERCENT = re.compile(r"[±+\-/ ]*([±]?)[ +\-/]*([%‰])\s*\Z")
_PLUS_MINUS = re.compile(r"[±]|\+/?-")
_AFTER_COMMA = re.compile(r"[,，:、/]\s*([^,，:、/]+)\s*\Z")
_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*")
_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_EDGES = " \0,，:;；、/-—.·*#"
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
    """A time that is told by that of the table: to_date, year_before, this_period, whole_year."""
    area: Told[Area | None] | None = None
    """The area; of words such as 全省 one without a value, which is the table's own."""
    measure: Moved | None = None
    comparison: Told[Comparison] | None = None
    base: Time | None = None
    units: tuple[Measured, ...] = ()
    index: str = ""
    """What an index is of 100 in, as it is told: 上年."""
    index_at: tuple[int, int] = (0, 0)


class _Words:
    """The words of a head, of which those that have been read are blotted out."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.left = start, text[start:end]

    def take(self, start: int, end: int) -> None:
        self.left = self.left[:start] + "\0" * (end - start) + self.left[end:]

    @property
    def bare(self) -> str:
        return _HAN_GAP.sub("", " ".join(self.left.replace("\0", " ").strip(_EDGES).split()))


def head_of(text: str, start: int, end: int, language: str, home: Area | None) -> Head:
    """What the words of a cell of cleaned text say as a head."""
    words = _Words(text, start, end)
    depth, is_part = _lead(words, language)
    found: dict[str, object] = {"depth": depth, "is_part": is_part}
    _take_index(words, found)
    plus = _take_units(words, found, language)
    _take_said(words, found, language)
    _take_comparison(words, found, language)
    _take_times(words, found, language)
    _take_said(words, found, language)
    _take_area(words, found, language, home)
    _take_measure(words, found, language)
    bare = words.bare
    if found.get("measure") is None and (plus or (found.get("comparison") is not None and not bare)):
        found["measure"] = Moved("growth", is_bare=plus or not bare)
    if bare.lower() in _lower(language, "table.level"):
        bare = ""
    at, to = _extent(words)
    return Head(start, end, name=bare, at=at if bare else start, to=to if bare else end, **found)  # type: ignore[arg-type]  # each by its name


def _lead(words: _Words, language: str) -> tuple[int, bool]:
    """How deep the number of a head says that it lies, and whether it says that it is a part of one above."""
    depth, is_part, at = UNNUMBERED, False, 0
    for n, pattern in enumerate(_NUMBERINGS):
        match = pattern.match(words.left)
        if match is not None and match.end() < len(words.left):
            depth, at = n, match.end()
            break
    lead = _parts(language).match(words.left, at)
    if lead is not None:
        is_part, at = True, lead.end()
    words.take(0, at)
    return depth, is_part


@cache
def _parts(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{either(word_list(language, 'table.part'))})[\s:]*", re.I)


def _take_index(words: _Words, found: dict[str, object]) -> None:
    match = _HUNDRED.search(words.left)
    if match is not None:
        found["index"] = match[1].strip(" (（")
        found["index_at"] = (words.start + match.start(1), words.start + match.end(1))
        words.take(*match.span())


def _take_units(words: _Words, found: dict[str, object], language: str) -> bool:
    """Takes the units in brackets, behind a comma or as a sign; whether a plus and a minus stand there too."""
    plus = False
    for match in list(_BRACKET.finditer(words.left)):
        signed = _PLUS_MINUS.search(match[1]) is not None
        units = units_of(_PLUS_MINUS.sub("", match[1]), language)
        if units:
            found["units"], plus = units, plus or signed
            words.take(*match.span())
        elif signed and not match[1].strip("±+-/ "):
            plus = True
            words.take(*match.span())
    if "units" not in found and (match := _PERCENT.search(words.left)):
        found["units"] = units_of(match[2], language)
        plus = plus or _PLUS_MINUS.search(match[0]) is not None
        words.take(*match.span())
    if "units" not in found and (match := _AFTER_COMMA.search(words.left)) and (units := units_of(match[1], language)):
        found["units"] = units
        words.take(*match.span())
    if (
        "units" not in found
        and words.bare
        and (units := units_of(words.bare, language))
        and not _YEAR.fullmatch(words.bare)
    ):
        found["units"] = units
        words.take(0, len(words.left))
    return plus


def _take_comparison(words: _Words, found: dict[str, object], language: str) -> None:
    told = compared_in(words.left, language)
    if told is None:
        return
    found["comparison"] = Told(told.comparison, words.start + told.start, words.start + told.end)
    found["base"] = told.base
    words.take(told.start, told.end)


def _take_times(words: _Words, found: dict[str, object], language: str) -> None:
    text = words.left.replace("\0", " ")
    if match := _YEAR.fullmatch(text):
        time = Time(words.start + match.start(1), words.start + match.end(1), "year", language, {"year": match[1]})
        found["times"] = (time,)
        words.take(0, len(text))
        return
    taken = []
    for time in find_times(text, language, 0, len(text)):
        if time.form in _NO_TIMES or _is_in_name(text, time, language):
            continue
        if time.form == "same_period":
            found["said"] = Told(YEAR_BEFORE, words.start + time.start, words.start + time.end)
        else:
            taken.append(attrs.evolve(time, start=words.start + time.start, end=words.start + time.end))
        words.take(time.start, time.end)
    found["times"] = (*found.get("times", ()), *taken)  # type: ignore[misc]  # a tuple of times


def _is_in_name(text: str, time: Time, language: str) -> bool:
    """Whether a time is a piece of a name and none of the figures: 当月 is one, "the year" is none."""
    return language == "en" and time.form == "year" and time.names_year is None and text[: time.start].strip() != ""


def _take_said(words: _Words, found: dict[str, object], language: str) -> None:
    bare = words.bare.lower()
    for what in (TO_DATE, YEAR_BEFORE, THIS_PERIOD, WHOLE_YEAR):
        if bare and bare in _lower(language, f"table.{what}"):
            if not (
                what == TO_DATE and found.get("times") and any(time.form != "same_month" for time in found["times"])
            ):  # type: ignore[attr-defined]  # a tuple of times
                found["said"] = Told(what, *_extent(words))
                found["times"] = ()
            words.take(0, len(words.left))
            return


def _take_area(words: _Words, found: dict[str, object], language: str, home: Area | None) -> None:
    name = words.bare
    if not name:
        return
    area = area_of(name, language, home)
    if area is not None:
        found["area"] = Told(area.value, *_extent(words))
        words.take(0, len(words.left))


def _take_measure(words: _Words, found: dict[str, object], language: str) -> None:
    told = measured_in(words.left, words.bare, language)
    if told is not None:
        found["measure"] = told
        words.take(told.start, told.end)


def _extent(words: _Words) -> tuple[int, int]:
    """Where what is left begins and ends."""
    left = words.left
    first = len(left) - len(left.lstrip(_EDGES))
    return words.start + first, words.start + max(first, len(left.rstrip(_EDGES)))


@cache
def _lower(language: str, role: str) -> frozenset[str]:
    return frozenset(word.lower() for word in word_list(language, role))
