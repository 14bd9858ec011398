"""What the whole path to a cell names: the heads beside its row and over its column, outermost first, by one function.

A code is given only if all of the path means it: a head that narrows what another names takes the code away, unless the
two together have one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from shandong_econ.lexicon.concepts import MONEY
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.series import (
    ALL_TRADE,
    NO_SERIES,
    SIDES,
    Series,
    is_stock,
    is_total,
    kinds,
)
from shandong_econ.parsing.table.folding import folded, has_words, is_a_part, joined
from shandong_econ.parsing.table.names import (
    PART,
    VALUE_ADDED,
    WHOLE,
    alone,
    is_all,
    is_bare_name,
    is_of,
    is_with_partner,
    kind_of,
    label_of,
    names_base,
)
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
    whole = alone(table, None, language) if table else Subject()
    series = kinds().get(whole.series.code or "")
    if series is not None and series.unit == "IX":  # an index is one of any time, also on the average of it
        row = tuple(one for one in row if not says(one, "mean"))
    beside = folded(row, language)
    over = folded(column, language)
    told = beside or over
    if beside is None and over is not None and is_bare_name(over.label, language) and table.endswith(over.label):
        return alone(table, None, language)  # output, of that of cement
    if beside is not None and over is not None:
        told = _crossed(beside, over, language)
    if told is None:
        return whole if table else None
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
    is_whole = whole.series.breakdown in (None, "K", "X:PRODUCTS_TYPES", "X:GOODS") or is_total(whole.series.breakdown)
    if not is_whole or not is_of(part.series, whole.series.base):
        return None
    return Subject(label_of(told.label, whole.label, language), part.series)


def _crossed(row: Subject, column: Subject, language: str) -> Subject:
    """What a row and a column name together: grain and output, mechanical products and exports."""
    if row.series.code is not None and row.series == column.series:
        return row  # 居民消费价格, under 价格指数
    if says(column.label, "currencies") and not is_stock(row.series):
        return row  # 进出口, under 美元; but deposits in it are others
    both = ((row, column), (column, row))
    for one, other in both:
        if _is_all_trade_of(other.series, one.series):  # exports, over 进出口总值
            return Subject(label_of(one.label, other.label, language), one.series)
    for one, other in both:
        if has_words(one.label, other.label, language):
            return one
    added = VALUE_ADDED.get(row.series.base or "")
    if row.series.code is not None and is_all(row.series) and added and column.series == Series(None, added, "_T"):
        return row  # GDP, under value added
    if is_bare_name(column.label, language):
        told = joined(row, column, language, bare_last=True)
        counts = says(column.label, "amounts") or column.series.base == "OUTPUT"
        if told.series.code is None and row.series.code is not None and counts and names_base(row.label, language):
            return row
        return told
    for partner, flow in both:
        if is_with_partner(partner.series) and (trade := _with_partner(partner, flow, language)):
            return trade
    if row.series.code is not None and is_all(row.series) and (part := _part_of(column, row, language)) is not None:
        return part  # towns, over all of consumer prices
    names_part = column.series.base is None and column.series.breakdown is not None
    return joined(row, column, language) if names_part or row.series.base else joined(column, row, language)


def _is_whole(told: Subject, whole: Subject, language: str) -> bool:
    """Whether a subject says what is measured, so that the caption adds nothing.

    A branch alone, of which value added is told elsewhere, is of what the caption is: 采矿业, of investment.
    """
    if told.series.base is None:
        return False
    if told.series.code is None or names_base(told.label, language):
        return True
    return not is_total(told.series.breakdown) and is_a_part(told.series, whole.series.base, told.label, language)


def _under_caption(told: Subject, table: str, language: str) -> Subject:
    """What the name in the caption and that of a cell say together."""
    whole = alone(table, None, language)
    if whole.series.base is None or has_words(told.label, table, language):
        return told
    crossed = _crossed(told, whole, language)
    if crossed.series.code is None and not is_with_partner(crossed.series):
        return joined(whole, told, language)
    return crossed


def _is_all_trade_of(one: Series, other: Series) -> bool:
    """Whether a whole is all the trade of which another is a side: 进出口, of exports."""
    return is_total(one.breakdown) and is_total(other.breakdown) and one.base == ALL_TRADE and other.base in SIDES


def _with_partner(partner: Subject, flow: Subject, language: str) -> Subject | None:
    """Trade with a partner, as prose tells it: 对美国出口, "exports to Japan"."""
    role = {"TRADE:E": "trade_out", "TRADE:I": "trade_in", "TRADE:IE": "trade_both"}.get(flow.series.base or "")
    if role is None or not is_total(flow.series.breakdown):
        return None
    lead, what = word_list(language, f"table.{role}")
    label = f"{lead}{partner.label}{what}" if language == "zh" else f"{lead} {partner.label}"
    told = alone(label, None, language)
    if is_with_partner(told.series):
        return told
    return Subject(label, Series(None, flow.series.base, partner.series.breakdown))
