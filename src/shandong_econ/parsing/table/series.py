"""What the whole path to a cell names: the heads beside its row and over its column, outermost first, by one function.

A code is given only if all of the path means it: a head that narrows what another names takes the code away, unless the
two together have one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.bags import bag_of
from shandong_econ.parsing.finding.names_english import by_bag
from shandong_econ.parsing.finding.series import NO_SERIES, Naming, Series, is_stock, is_total, kin, namings
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.naming import is_bare, named
from shandong_econ.parsing.told import Subject

PARTNER = "PARTNER:"
_BRACKET = re.compile(r" ?\([^()]*\)")
WHOLE, NARROWED, PART = "whole", "narrowed", "part"


def name_of(row: Sequence[str], column: Sequence[str], table: str, language: str) -> Subject | None:
    """The subject of a cell by the names beside it, over it and in the caption, None if none of them names any.

    >>> name_of(["粮食"], ["产量"], "", "zh").series.code, name_of(["旅游"], ["城市"], "居民消费价格", "zh").series.code
    ('GRAIN_OUTPUT', None)
    """
    return _name_of(tuple(row), tuple(column), table, language)


@lru_cache(maxsize=4096)
def kind_of(name: str, language: str) -> str:
    """Whether a name alone says all of what is measured, some of it, or a part of anything; "" if nothing known.

    >>> kind_of("进出口总值", "zh"), kind_of("住户存款", "zh"), kind_of("城镇居民", "zh"), kind_of("其他", "zh")
    ('whole', 'narrowed', 'part', '')
    """
    if not name:
        return ""
    series = _alone(name, None, language).series
    if _names_base(name, language):
        return WHOLE if _is_all(series) else NARROWED
    return PART if series.breakdown is not None and _naming(name, language) is not None else ""


@lru_cache(maxsize=4096)
def is_part_of(name: str, whole: str, language: str) -> bool:
    """Whether a name is known to be one of the parts of what another names as a whole.

    >>> is_part_of("住户存款", "各项存款", "zh"), is_part_of("水泥", "发电量", "zh")
    (True, False)
    """
    outer = _alone(whole, None, language).series
    if outer.base is None or kind_of(whole, language) != WHOLE:
        return False
    kind = kind_of(name, language)
    if kind == NARROWED:
        return _alone(name, None, language).series.base == outer.base
    part = _alone(name, outer.base, language).series
    is_of_it = part.code is not None and part.base in (outer.base, _VALUE_ADDED.get(outer.base))
    return kind == PART and (is_of_it or (part.breakdown or "").startswith("R:"))


_VALUE_ADDED = {"GDP": "VALUE_ADDED", "IVA": "VALUE_ADDED"}
"""What parts of a total are called whose own name is not theirs."""


@lru_cache(maxsize=4096)
def _name_of(row: tuple[str, ...], column: tuple[str, ...], table: str, language: str) -> Subject | None:
    beside = _folded(row, language)
    over = _folded(column, language)
    told = beside or over
    if beside is not None and over is not None:
        told = _crossed(beside, over, language)
    if told is None:
        return _alone(table, None, language) if table else None
    if not table or (told.series.code is not None and any(kind_of(one, language) == WHOLE for one in (*row, *column))):
        return told
    part = _part_of(told, _alone(table, None, language), language)
    if part is not None:
        return part
    return told if _is_whole(told, language) else _under_caption(told, table, language)


def _part_of(told: Subject, whole: Subject, language: str) -> Subject | None:
    """What a name that is only a part of anything names as a part of a whole: services, of consumer prices."""
    if whole.series.base is None or kind_of(told.label, language) != PART:
        return None
    part = _alone(told.label, whole.series.base, language)
    bases = (whole.series.base, _VALUE_ADDED.get(whole.series.base))
    is_of_it = part.series.code is not None and part.series.base in bases
    narrows = whole.series.breakdown in (None, "K", "X:PRODUCTS_TYPES") or is_total(whole.series.breakdown)
    return Subject(_label(told.label, whole.label, language), part.series) if is_of_it and narrows else None


def _folded(names: Sequence[str], language: str) -> Subject | None:
    """The subject of names one inside another."""
    told: Subject | None = None
    for name in names:
        told = _alone(name, None, language) if told is None else _inside(told, name, language)
    return told


def _alone(name: str, base: str | None, language: str) -> Subject:
    if language == "en":
        return Subject(name, name_series_english(name, base))
    return named(language, name, name, base) or Subject(name)


def _inside(outer: Subject, name: str, language: str) -> Subject:
    """What a name says as a part of what another names, which is not the whole again."""
    told = _as_part(outer, name, language)
    is_again = told.series.code is not None and told.series.code == outer.series.code
    if is_again and not _is_topic(outer.label, language) and not is_bare_name(name, language) and not _adds_nothing(name) and told.label != outer.label:
        return Subject(told.label, Series(None, told.series.base, None))
    return told


def _as_part(outer: Subject, name: str, language: str) -> Subject:
    inner = _alone(name, None, language)
    if _is_topic(outer.label, language):
        if _names_base(name, language) or (
            not is_bare_name(name, language)
            and inner.series.code is not None
            and outer.series.base is None
            and outer.series.breakdown is None
        ):
            return inner
        part = _alone(name, outer.series.base, language) if outer.series.base else inner
        return (
            part if part.series.code is not None and outer.series.base else _joined(outer, inner, language, topic=True)
        )
    if _has_words(name, outer.label, language) or _are_kinds_of_one(outer.series, inner.series):
        return inner
    if is_bare_name(name, language):
        return _joined(outer, inner, language, bare_last=True)
    series = outer.series
    if _is_kind(series.breakdown) and _is_kind(inner.series.breakdown) and series.base and inner.series.base is None:
        return _alone(name, series.base, language)
    if _is_all(series) and inner.series.base is not None and inner.series.base == series.base:
        return inner
    if series.code is not None and _is_all(series):
        part = _alone(name, series.base, language)
        if part.series.code is not None and _is_part(part.series, series.base, name, language):
            return part
    return _joined(outer, inner, language)


def _are_kinds_of_one(outer: Series, inner: Series) -> bool:
    """Whether a name says only what another was a kind of: wheat, under grain."""
    one, other = (series.breakdown or "" for series in (outer, inner))
    alone = outer.base is None and inner.base is None
    return alone and any(one.startswith(kind) and other.startswith(kind) for kind in ("P:", PARTNER))


def _is_kind(breakdown: str | None) -> bool:
    """Whether a part is a kind of goods, of which others are kinds: vegetables, of food."""
    return (breakdown or "").startswith("P:")


def _is_all(series: Series) -> bool:
    """Whether a series is no part: all of its concept, of a stock too."""
    return is_total(series.breakdown) or (series.breakdown == "K" and is_stock(series))


def _is_part(part: Series, base: str | None, name: str, language: str) -> bool:
    """Whether a series is a part of a concept, or one of its own that its name alone names."""
    if part.base == base or (part.base is not None and base is not None and kin(part.base, base) == base):
        return True
    if part.base is not None and part.base == _VALUE_ADDED.get(base or ""):
        return True
    return _names_base(name, language)


def _names_base(name: str, language: str) -> bool:
    """Whether a name alone names a series with what is measured, and not only a part of any."""
    own = _alone(name, None, language).series
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
    return name.lower() in _amounts(language) or (
        language == "en" and _naming(name, language) is not None and _is_of_parts(name)
    )


def _is_of_parts(name: str) -> bool:
    """Whether what a word names has no code as a whole: output, sales."""
    series = name_series_english(name, None)
    return series.base is not None and series.code is None and is_total(series.breakdown)


def _has_words(name: str, other: str, language: str) -> bool:
    return other.lower() in name.lower() and (language == "zh" or len(other) > 2)


def _crossed(row: Subject, column: Subject, language: str) -> Subject:
    """What a row and a column name together: grain and output, mechanical products and exports."""
    if _is_wider(row.series, column.series):
        return Subject(_label(column.label, row.label, language), column.series)
    if _is_wider(column.series, row.series):
        return Subject(_label(row.label, column.label, language), row.series)
    if _has_words(row.label, column.label, language):
        return row
    if _has_words(column.label, row.label, language):
        return column
    if is_bare_name(column.label, language):
        joined = _joined(row, column, language, bare_last=True)
        counts = column.label.lower() in _amounts(language) or column.series.base == "OUTPUT"
        if joined.series.code is None and row.series.code is not None and counts and _names_base(row.label, language):
            return row
        return joined
    if (row.series.breakdown or "").startswith(PARTNER) and (
        traded := _with_partner(row, column, language)
    ) is not None:
        return traded
    if (column.series.breakdown or "").startswith(PARTNER) and (
        traded := _with_partner(column, row, language)
    ) is not None:
        return traded
    if column.series.code is not None and _is_all(column.series):
        part = _alone(row.label, column.series.base, language)
        same = part.series.base == column.series.base
        narrows = part.series.code not in (None, column.series.code)
        if narrows and same and row.series.base in (None, column.series.base, "VALUE_ADDED"):
            return Subject(_label(row.label, column.label, language), part.series)
    names_part = column.series.base is None and column.series.breakdown is not None
    return _joined(row, column, language) if names_part or row.series.base else _joined(column, row, language)


def _is_wider(one: Series, other: Series) -> bool:
    """Whether a whole is one of which another is a side: all trade, of exports."""
    return is_total(one.breakdown) and is_total(other.breakdown) and one.base == _ALL_TRADE and other.base in _SIDES


_ALL_TRADE, _SIDES = "TRADE:IE", ("TRADE:E", "TRADE:I")


def _with_partner(partner: Subject, flow: Subject, language: str) -> Subject | None:
    """Trade with a partner, as prose tells it: 对美国出口, "exports to Japan"."""
    role = {"TRADE:E": "trade_out", "TRADE:I": "trade_in", "TRADE:IE": "trade_both"}.get(flow.series.base or "")
    if role is None or not is_total(flow.series.breakdown):
        return None
    lead, what = word_list(language, f"table.{role}")
    label = f"{lead}{partner.label}{what}" if language == "zh" else f"{lead} {partner.label}"
    told = _alone(label, None, language)
    return (
        told
        if (told.series.breakdown or "").startswith(PARTNER)
        else Subject(label, Series(None, flow.series.base, partner.series.breakdown))
    )


def _joined(outer: Subject, inner: Subject, language: str, *, topic: bool = False, bare_last: bool = False) -> Subject:
    """Two names as one, in the order in which they have a code, or else without one."""
    first, last = (outer.label, inner.label) if bare_last or topic else (inner.label, outer.label)
    label = _label(first, last, language)
    for one in dict.fromkeys((label, _label(last, first, language))):
        told = _alone(one, None, language)
        if told.series.code is not None and _means(told.series, outer, inner, language):
            return Subject(one, told.series)
    if topic and inner.series.code is None:
        return inner
    base = inner.series.base or outer.series.base
    return Subject(label, Series(None, base, None) if base else NO_SERIES)


def _means(series: Series, outer: Subject, inner: Subject, language: str) -> bool:
    """Whether a series found for both is not that of one of them, which the other narrows."""
    for one, other in ((outer, inner), (inner, outer)):
        if one.series.code == series.code and one.series.code is not None:
            says_more = other.series.breakdown not in (None, "_T", "K") or other.series.base is None
            if says_more and not _adds_nothing(other.label):
                return False
        known_part = one.series.code is None and one.series.base == series.base and one.series.base is not None
        if known_part and _is_all(series) and not is_bare_name(one.label, language):
            return False  # what is only a part has not the code of the whole
    return True


def _adds_nothing(label: str) -> bool:
    return label.lower() in _amounts("zh") or label.lower() in _amounts("en") or is_bare("zh", label)


def _label(first: str, last: str, language: str) -> str:
    return f"{first} {last}" if language == "en" else f"{first}{last}"


def _is_whole(told: Subject, language: str) -> bool:
    """Whether a subject says what is measured, so that the caption adds nothing."""
    if told.series.base is None:
        return False
    return told.series.code is None or _names_base(told.label, language) or not is_total(told.series.breakdown)


def _under_caption(told: Subject, table: str, language: str) -> Subject:
    """What the name in the caption and that of a cell say together."""
    whole = _alone(table, None, language)
    if whole.series.base is None or _has_words(told.label, table, language):
        return told
    crossed = _crossed(told, whole, language)
    if crossed.series.code is None and not (crossed.series.breakdown or "").startswith(PARTNER):
        return _joined(whole, told, language)
    return crossed


@cache
def _amounts(language: str) -> frozenset[str]:
    return frozenset(word_list(language, "table.amounts"))


def _is_topic(label: str, language: str) -> bool:
    return _BRACKET.sub("", label).lower() in _topics(language)


@cache
def _topics(language: str) -> frozenset[str]:
    return frozenset(word_list(language, "table.topics"))

