"""Strategies for what the model's fields hold: texts, numbers, days, periods and codes."""

from __future__ import annotations

import functools
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from shandong_econ.errors import ModelError
from shandong_econ.model import Period
from shandong_econ.model.months import OPEN_YEAR
from shandong_econ.testing.hostile import PIECES

__all__ = ["area_codes", "dates", "decimals", "long_texts", "optional", "periods", "series_codes", "texts"]

Drawn = TypeVar("Drawn")


def optional(drawn: st.SearchStrategy[Drawn]) -> st.SearchStrategy[Drawn | None]:
    """None as often as not."""
    return st.none() | drawn


@functools.cache
def texts() -> st.SearchStrategy[str]:
    """Any str: every code point, lone surrogates too; the empty one; and now and then one that no cell holds."""
    characters = st.characters(exclude_categories=())
    short = st.one_of(
        st.sampled_from(PIECES),
        st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
        st.text(characters, max_size=12),
        st.lists(st.sampled_from(PIECES) | characters, max_size=8).map("".join),
    )
    return st.integers(0, 99).flatmap(lambda n: long_texts() if n == 99 else short)


@functools.cache
def long_texts() -> st.SearchStrategy[str]:
    """Texts past what a cell of a workbook holds (32,767) or the csv module takes by default (131,072)."""
    return st.builds(
        lambda piece, length, tail: piece * (length // len(piece)) + tail,
        st.sampled_from(["x", "山", "😀", 'a,"\n', "| ", "\\", "&", "_x0041_"]),
        st.sampled_from([32_766, 32_768, 40_000, 131_080]),
        st.sampled_from(PIECES),
    )


@functools.cache
def decimals() -> st.SearchStrategy[Decimal]:
    """Every finite Decimal: plain ones, long ones, some with zeros at either end, and the smallest and the largest."""
    digits = st.lists(st.integers(0, 9), min_size=1, max_size=45).map(tuple)
    plain = st.builds(lambda n, places: Decimal((int(n < 0), _digits(abs(n)), -places)), _INTEGERS, st.integers(0, 6))
    any_digits = st.builds(lambda s, d, e: Decimal((s, d, e)), st.integers(0, 1), digits, st.integers(-400, 400))
    extreme = st.builds(
        lambda s, d, e: Decimal((s, (d,), e)), st.integers(0, 1), st.integers(0, 9), st.sampled_from(_EXTREME_EXPONENTS)
    )
    known = st.sampled_from(
        ["-0", "0.0", "-0.00", "0E+3", "92068.70", "1E+2", "9007199254740993", "0.30000000000000004"]
    )
    return st.one_of(
        plain, plain, any_digits, extreme, known.map(Decimal), st.decimals(allow_nan=False, allow_infinity=False)
    )


_INTEGERS = st.integers(-(10**7), 10**7)
_EXTREME_EXPONENTS = (999_999, -999_999, 10**18 - 200, -(10**18), -(10**18) * 2 + 200)  # unit_mult has room beside them


def _digits(number: int) -> tuple[int, ...]:
    return tuple(map(int, str(number)))


@functools.cache
def dates() -> st.SearchStrategy[date]:
    """Every day, and often one of our time."""
    return st.dates(date(1949, 10, 1), date(2035, 12, 31)) | st.dates()


@functools.cache
def periods() -> st.SearchStrategy[Period]:
    """Every stretch of days; often the usual parts of a year; often of a year that is not known."""

    def open_year(first: date, last: date) -> Period:
        shift = OPEN_YEAR - first.year
        try:
            return Period(first.replace(year=OPEN_YEAR), last.replace(year=last.year + shift), year_is_open=True)
        except (ValueError, ModelError):  # such a day is not in that year, or beyond the last year
            return Period.of(None, first.month, months=1)

    ends = st.tuples(dates(), dates()).map(sorted)
    near = st.dates(date(OPEN_YEAR, 1, 1), date(OPEN_YEAR, 12, 31))
    usual = st.builds(
        lambda year, part: Period.of(year, part[0], months=part[1]),
        optional(st.integers(1978, 2035)),
        st.sampled_from(
            [(1, 12), (1, 6), (7, 6), (1, 3), (10, 3), (5, 1), (12, 1), (1, 5), (1, 11), (4, 3), (3, 4), (1, 60)]
        ),
    )
    return st.one_of(
        usual,
        usual,
        ends.map(lambda pair: Period(pair[0], pair[1])),
        ends.map(lambda pair: open_year(pair[0], pair[1])),
        st.tuples(near, near).map(sorted).map(lambda pair: open_year(pair[0], pair[1])),
        dates().map(lambda day: Period.of(day.year, day.month, day.day)),
    )


@functools.cache
def series_codes() -> st.SearchStrategy[str]:
    """Codes of indicators and units."""
    part = st.text("ABCXYZ0123456789", min_size=1, max_size=4)
    first = st.builds(str.__add__, st.sampled_from("ABEINTX"), st.text("ABCXYZ0123456789", max_size=3))
    made = st.builds(lambda head, tail: "_".join([head, *tail]), first, st.lists(part, max_size=2))
    return made | st.sampled_from(["IVA_ASD", "PT", "CNY", "TRUE", "NAN", "E5", "INF", "X0041"])


@functools.cache
def area_codes() -> st.SearchStrategy[str]:
    """Six digits, or a group's own code."""
    digits = st.text("0123456789", min_size=6, max_size=6)
    return digits | st.sampled_from(["370000", "100000", "000000", "X-EAST", "X-1E5", "X-A-0"])
