"""What the whole path to a cell names: the heads beside its row and over its column, outermost first, by one function.

A code is given only if all of the path means it: a head that narrows what another names takes the code away, unless the
two together have one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from shandong_econ.parsing.finding.series import (
    ALL_TRADE,
    NO_SERIES,
    PARTNER,
    SIDES,
    Series,
    is_stock,
    is_total,
    kin,
    kinds,
    put_together,
)
from shandong_econ.parsing.naming import is_bare
from shandong_econ.parsing.resolving.unit_classes import MONEY
from shandong_econ.parsing.table.names import (
    PART,
    VALUE_ADDED,
    WHOLE,
    alone,
    is_all,
    is_bare_name,
    is_of,
    is_topic,
    kind_of,
    label_of,
    names_base,
    of_branch,
)
from shandong_econ.parsing.table.trade import is_wider, with_partner
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Subject


def name_of(row: Sequence[str], column: Sequence[str], table: str, language: str) -> Subject | None:
    """The subject of a cell by the names beside it, over it and in the caption, None if none of them names any.

    >>> name_of(["粮食"], ["产量"], "", "zh").series.code, name_of(["旅游"], ["城市"], "居民消费价格", "zh").series.code
    ('GRAIN_OUTPUT', None)
    """
    return _name_of(tuple(row), tuple(column), table, language)


@lru_cache(maxsize=4096)
def _name_of(row: tuple[str, ...], column: tuple[str, ...], table: str, language: str) -> Subject | None:
    beside = _folded(row, language)
    over = _folded(column, language)
    told = beside or over
    if beside is None and over is not None and is_bare_name(over.label, language) and table.endswith(over.label):
        return alone(table, None, language)  # output, of that of cement
    if beside is not None and over is not None:
        told = _crossed(beside, over, language)
    if told is None:
        return alone(table, None, language) if table else None
    whole = alone(table, None, language) if table else Subject()
    if beside is not None and _is_short_for(row[:1], whole, language):  # total value added, of that of industry
        if len(row) == 1:
            return told if over is not None else beside._replace(series=whole.series)
        return _name_of(row[1:], column, table, language)
    if _is_short_for(column, whole, language) and beside is not None:
        return _part_of(beside, whole, language) or _under_caption(beside, table, language)
    if not table or (told.series.code is not None and any(kind_of(one, language) == WHOLE for one in (*row, *column))):
        return told
    part = _part_of(told, whole, language)
    if part is not None:
        return part
    rest = tuple(one for one in column if not _says_how_much(one))
    if told.series.code is None and rest != column:  # the number or the worth of what the caption names
        bare = _name_of(row, rest, table, language)
        is_counted = any(says(one, "count") for one in column)
        series = kinds().get((bare and bare.series.code) or "")
        if bare is None or series is None or is_counted == (series.unit in MONEY):
            return told
        return told._replace(series=bare.series)
    return told if _is_whole(told, whole, language) else _under_caption(told, table, language)


def _is_short_for(column: Sequence[str], whole: Subject, language: str) -> bool:
    """Whether a column only says again in short what the caption names: 增加值, of 规模以上工业增加值."""
    own = alone(column[0], None, language).series if len(column) == 1 else NO_SERIES
    is_whole = own.base is not None and own.code is None and is_total(own.breakdown)
    return is_whole and own.base == VALUE_ADDED.get(whole.series.base or "")


def _says_how_much(name: str) -> bool:
    return says(name, "count") or says(name, "worth")


def _part_of(told: Subject, whole: Subject, language: str) -> Subject | None:
    """What a name that is only a part of anything names as a part of a whole: services, of consumer prices."""
    if whole.series.base is None or kind_of(told.label, language) != PART:
        return None
    part = alone(told.label, whole.series.base, language)
    is_of_it = part.series.code is not None and is_of(part.series, whole.series.base)
    narrows = whole.series.breakdown in (None, "K", "X:PRODUCTS_TYPES", "X:GOODS") or is_total(whole.series.breakdown)
    return Subject(label_of(told.label, whole.label, language), part.series) if is_of_it and narrows else None


def _folded(names: Sequence[str], language: str) -> Subject | None:
    """The subject of names one inside another."""
    told: Subject | None = None
    for name in names:
        told = alone(name, None, language) if told is None else _inside(told, name, language)
    return told


def _inside(outer: Subject, name: str, language: str) -> Subject:
    """What a name says as a part of what another names, which is not the whole again."""
    if language == "zh" and not kind_of(name, language) and _repeats(name, outer.label):
        return outer
    told = _as_part(outer, name, language)
    adds_nothing = is_topic(outer.label) or is_bare_name(name, language) or _adds_nothing(name)
    if told.series.code is None or told.label == outer.label or adds_nothing:
        return told
    says_which = told.series.breakdown == alone(name, None, language).series.breakdown  # grain, under its sown area
    again = told.series.code == outer.series.code and not says_which
    return Subject(told.label, Series(None, told.series.base, None)) if again else told


def _repeats(name: str, label: str) -> bool:
    """Whether a name only says in short what a label does: 消费量, of 能源消费总量."""
    rest = iter(label)
    return len(name) > 1 and all(char in rest for char in name)


def _as_part(outer: Subject, name: str, language: str) -> Subject:
    inner = alone(name, None, language)
    if is_topic(outer.label):
        inner = of_branch(outer.label, inner, language)
        if names_base(name, language) or (
            not is_bare_name(name, language)
            and inner.series.code is not None
            and outer.series.base is None
            and outer.series.breakdown is None
        ):
            return inner
        part = alone(name, outer.series.base, language) if outer.series.base else inner
        return (
            part if part.series.code is not None and outer.series.base else _joined(outer, inner, language, topic=True)
        )
    if _has_words(name, outer.label, language) or _are_kinds_of_one(outer.series, inner.series):
        return inner
    if is_bare_name(name, language):
        return _joined(outer, inner, language, bare_last=True)
    series = outer.series
    if series.base in SIDES and inner.series.base == ALL_TRADE and not is_total(inner.series.breakdown):
        return Subject(label_of(name, outer.label, language), put_together(series.base, inner.series.breakdown or ""))
    is_part = inner.series.base is None or kind_of(name, language) == PART
    if _holds_kinds(series.breakdown, inner.series.breakdown) and series.base and is_part:
        return alone(name, series.base, language)
    if is_all(series) and inner.series.base is not None and inner.series.base == series.base:
        return inner
    if series.code is not None and is_all(series):
        part = alone(name, series.base, language)
        if part.series.code is not None and _is_part(part.series, series.base, name, language):
            return part
    return _joined(outer, inner, language)


def _are_kinds_of_one(outer: Series, inner: Series) -> bool:
    """Whether a name says only what another was a kind of, or is beside it: wheat under grain, rural under urban."""
    one, other = (series.breakdown or "" for series in (outer, inner))
    alike = outer.base == inner.base
    return alike and any(one.startswith(kind) and other.startswith(kind) for kind in ("P:", "R:", PARTNER))


def _holds_kinds(outer: str | None, inner: str | None) -> bool:
    """Whether a part is a kind of goods or a sector, of which another is a kind: fruit, of food; banks, of services."""
    if outer in _SECTORS:
        return inner is not None and _BRANCH.fullmatch(inner) is not None
    return (outer or "").startswith("P:") and (inner or "").startswith("P:")


_SECTORS = ("PRIM", "SEC", "TERT")
_BRANCH = re.compile(r"[A-U]\d{0,4}|BTE")


def _is_part(part: Series, base: str | None, name: str, language: str) -> bool:
    """Whether a series is a part of a concept, or one of its own that its name alone names."""
    return kin(part.base or "", base) == base or is_of(part, base) or names_base(name, language)


def _has_words(name: str, other: str, language: str) -> bool:
    return other.lower() in name.lower() and (language == "zh" or len(other) > 2)


def _crossed(row: Subject, column: Subject, language: str) -> Subject:
    """What a row and a column name together: grain and output, mechanical products and exports."""
    if row.series.code is not None and row.series == column.series:
        return row  # 居民消费价格, under 价格指数
    if says(column.label, "currencies") and not is_stock(row.series):
        return row  # 进出口, under 美元; but deposits in it are others
    both = ((row, column), (column, row))
    for one, other in both:
        if is_wider(other.series, one.series):  # exports, over 进出口总值
            return Subject(label_of(one.label, other.label, language), one.series)
    for one, other in both:
        if _has_words(one.label, other.label, language):
            return one
    added = VALUE_ADDED.get(row.series.base or "")
    if row.series.code is not None and is_all(row.series) and added and column.series == Series(None, added, "_T"):
        return row  # GDP, under value added
    if is_bare_name(column.label, language):
        joined = _joined(row, column, language, bare_last=True)
        counts = says(column.label, "amounts") or column.series.base == "OUTPUT"
        if joined.series.code is None and row.series.code is not None and counts and names_base(row.label, language):
            return row
        return joined
    for partner, flow in both:
        if (partner.series.breakdown or "").startswith(PARTNER) and (told := with_partner(partner, flow, language)):
            return told
    if row.series.code is not None and is_all(row.series) and kind_of(column.label, language) == PART:
        part = alone(column.label, row.series.base, language)  # towns, over all of consumer prices
        if part.series.code is not None and part.series.base == row.series.base:
            return Subject(label_of(column.label, row.label, language), part.series)
    names_part = column.series.base is None and column.series.breakdown is not None
    return _joined(row, column, language) if names_part or row.series.base else _joined(column, row, language)


def _joined(outer: Subject, inner: Subject, language: str, *, topic: bool = False, bare_last: bool = False) -> Subject:
    """Two names as one, in the order in which they have a code, or else without one."""
    first, last = (outer.label, inner.label) if bare_last or topic else (inner.label, outer.label)
    label = label_of(first, last, language)
    if says(inner.label, "amounts") and kind_of(outer.label, language) == PART:
        return Subject(label)  # how many, or how much, of what in a branch?
    for one in dict.fromkeys((label, label_of(last, first, language))):
        told = alone(one, None, language)
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
        if known_part and is_all(series) and not is_bare_name(one.label, language):
            return False  # what is only a part has not the code of the whole
    return True


def _adds_nothing(label: str) -> bool:
    return says(label, "amounts") or is_bare("zh", label)


def _is_whole(told: Subject, whole: Subject, language: str) -> bool:
    """Whether a subject says what is measured, so that the caption adds nothing.

    A branch alone, of which value added is told elsewhere, is of what the caption is: 采矿业, of investment.
    """
    if told.series.base is None:
        return False
    if told.series.code is None or names_base(told.label, language):
        return True
    return not is_total(told.series.breakdown) and _is_part(told.series, whole.series.base, told.label, language)


def _under_caption(told: Subject, table: str, language: str) -> Subject:
    """What the name in the caption and that of a cell say together."""
    whole = alone(table, None, language)
    if whole.series.base is None or _has_words(told.label, table, language):
        return told
    crossed = _crossed(told, whole, language)
    if crossed.series.code is None and not (crossed.series.breakdown or "").startswith(PARTNER):
        return _joined(whole, told, language)
    return crossed
