"""What one name of a table names by itself: all of what is measured, some of it, or a part of anything."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from shandong_econ.lexicon.words import either, word_list
from shandong_econ.parsing.finding.bags import bag_of
from shandong_econ.parsing.finding.names_english import by_bag
from shandong_econ.parsing.finding.series import PARTNER, Naming, Series, is_stock, is_total, kin, namings
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.naming import is_bare, named
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Subject

WHOLE, NARROWED, PART = "whole", "narrowed", "part"
_AVERAGED = re.compile(r"\baverage annual\b|\bannual average\b", re.I)
_BRACKET = re.compile(r" ?\([^()]*\)")
INVESTMENT = "FAI"
"""The series of which what is invested in some projects is a part."""
BALANCES = frozenset({"DEPOSITS", "LOANS"})
"""The series of which what is in one currency is a part."""
VALUE_ADDED = {"GDP": "VALUE_ADDED", "IVA": "VALUE_ADDED"}
"""What the parts of a total are series of whose own name is not theirs."""


@lru_cache(maxsize=4096)
def kind_of(name: str, language: str) -> str:
    """Whether a name alone says all of what is measured, some of it, or a part of anything; "" if nothing known.

    >>> kind_of("进出口总值", "zh"), kind_of("住户存款", "zh"), kind_of("城镇居民", "zh"), kind_of("其他", "zh")
    ('whole', 'narrowed', 'part', '')
    """
    series = alone(name, None, language).series
    if names_base(name, language):
        return WHOLE if is_all(series) else NARROWED
    return PART if series.breakdown is not None and _naming(name, language) is not None else ""


@lru_cache(maxsize=4096)
def is_part_of(name: str, whole: str, language: str) -> bool:
    """Whether a name is known to be one of the parts of what another names as a whole.

    >>> is_part_of("住户存款", "各项存款", "zh"), is_part_of("水泥", "发电量", "zh")
    (True, False)
    """
    outer = alone(whole, None, language).series
    if outer.base is None or kind_of(whole, language) != WHOLE:
        return False
    kind = kind_of(name, language)
    if kind == NARROWED:
        return alone(name, None, language).series.base == outer.base
    part = alone(name, outer.base, language).series
    return kind == PART and (is_of(part, outer.base) or (part.breakdown or "").startswith("R:"))


def is_of(part: Series, base: str | None) -> bool:
    """Whether a series with a code is one of a base, or of the value added that the base sums up."""
    return part.code is not None and part.base in (base, VALUE_ADDED.get(base or ""))


def are_alike(one: str, other: str, language: str) -> bool:
    """Whether two names tell parts of anything apart in one way: by ownership, by goods, by mode of trade.

    >>> are_alike("一般贸易", "加工贸易", "zh"), are_alike("一般贸易", "机电产品", "zh")
    (True, False)
    """
    ways = [(alone(name, None, language).series.breakdown or "").partition(":")[:2] for name in (one, other)]
    return ways[0] == ways[1] and bool(ways[0][1]) and kind_of(one, language) == kind_of(other, language) == PART


def are_apart(one: str, other: str, language: str) -> bool:
    """Whether two names are those of wholes of two concepts, neither of which is a part of the other: GDP, deposits."""
    if not kind_of(one, language) == kind_of(other, language) == WHOLE:
        return False
    bases = [alone(name, None, language).series.base or "" for name in (one, other)]
    return kin(bases[1], bases[0]) != bases[0] and not is_part_of(other, one, language)


def alone(name: str, base: str | None, language: str) -> Subject:
    """The subject that a name names alone, or as a part of a base."""
    if language == "en":
        series = name_series_english(name, base)
        averaged = is_stock(series) and _AVERAGED.search(name) is not None  # no series at its end
        return Subject(name, Series(None, series.base, None) if averaged else series)
    if name[1:2] in word_list(language, "table.of") and name[0] in word_list(language, "place.ends"):
        return Subject(name)  # 市的零售额, beside 县的零售额
    return named(language, name, name, base) or Subject(name)


def is_all(series: Series) -> bool:
    """Whether a series is no part: all of its concept, of a stock too."""
    return is_total(series.breakdown) or (series.breakdown == "K" and is_stock(series))


def is_with_partner(series: Series) -> bool:
    """Whether a series is a part of trade, told apart by whom it is with."""
    return (series.breakdown or "").startswith(PARTNER)


def names_base(name: str, language: str) -> bool:
    """Whether a name alone names a series with what is measured, and not only a part of any."""
    own = alone(name, None, language).series
    if own.code is None and own.base is None:
        return False
    naming = _naming(name, language)
    return naming is None or naming.indicator is not None or naming.base is not None


def _naming(name: str, language: str) -> Naming | None:
    return by_bag().get(bag_of(name)) if language == "en" else namings("zh").get(name)


def is_bare_name(name: str, language: str) -> bool:
    """Whether a name only says what is measured of something that another names: 产量, 金额."""
    if language == "zh" and is_bare(language, name):
        return True
    return says(name, "amounts") or (language == "en" and _naming(name, language) is not None and _is_of_parts(name))


def _is_of_parts(name: str) -> bool:
    """Whether what a word names has no code as a whole: output, sales."""
    series = name_series_english(name, None)
    return series.base is not None and series.code is None and is_total(series.breakdown)


def of_branch(topic: str, told: Subject, language: str) -> Subject:
    """What a total is under the heading of one branch: investment, of 房地产开发.

    >>> of_branch("房地产开发", alone("投资额", None, "zh"), "zh").series.code
    'FAI_REAL_ESTATE'
    """
    if told.series.code is None or not is_total(told.series.breakdown) or kind_of(topic, language) != PART:
        return told
    if told.label.lower().startswith(word_list(language, "table.of_all")):
        return told
    part = Subject(label := label_of(topic, told.label, language), alone(label, None, language).series)
    is_narrower = part.series.base == told.series.base and part.series.code not in (None, told.series.code)
    return part if is_narrower else told


def label_of(first: str, last: str, language: str) -> str:
    """Two names as one, with what one ends and the other begins with once: 夏收粮食, of 粮食产量."""
    if language == "en":
        return f"{first} {last}"
    both = next((n for n in range(min(len(first), len(last)), 1, -1) if first.endswith(last[:n])), 0)
    return f"{first}{last[both:]}"


def is_grouping(name: str, language: str) -> bool:
    """Whether a name only says by what those under it are told apart: 按经济类型分, by industry."""
    return _grouping(language).fullmatch(name) is not None


@cache
def _grouping(language: str) -> re.Pattern[str]:
    leads, ends = word_list(language, "table.grouped")
    return re.compile(rf"{either((leads,))}.*{re.escape(ends)}", re.I)


def is_topic(label: str) -> bool:
    """Whether a name may be that of a section, which leaves nothing out of the series under it."""
    return says(_BRACKET.sub("", label), "topics")
