"""Strategies for every class of the model: all that it can hold, and often what files and readers stumble over."""

from __future__ import annotations

import functools
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from shandong_econ.errors import ModelError
from shandong_econ.model import (
    Area,
    Comparison,
    Indicator,
    Measure,
    Note,
    Observation,
    Period,
    Qualifier,
    Report,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Status,
    Unit,
)
from shandong_econ.model.period import OPEN_YEAR
from shandong_econ.model.span import LARGEST_END

Drawn = TypeVar("Drawn")

# fmt: off
PIECES = (
    "工业增加值", "同比增长4.5%", "GDP", "the first five months", "12.7 billion yuan", "亿", "，", " ", "  ",
    "\u3000", "\xa0",
    "\n", "\r", "\r\n", "\t", "\x0b", "\x0c", "\x1e", "\x85", "\u2028", "\u2029", "\0", "\x1b[31m", "\x7f", "\x9f",
    "\ud800", "\udc80", "\ud83d\ude00", "\U0001f600", "\ufeff", "\ufffe", "\uffff", "\ufdd0",
    "\U0010ffff", "\U0001fffe",
    "e\u0301", "é", "\u202e", "\u200b", "\U00020000", "\uf900", "ﷺ", "５００", "\u0665",
    "=1+1", "+1", "-1", "@SUM(1,1)", "＝1", "＋1", "－1", "＠", "=cmd|' /C calc'!A0", "'", "''=1", "{=1+1}", "x;=1+1",
    "_x0041_", "_x000D_", "_x005F_x0041_", "_X0041_", "_xD800_", "_x0041", "&amp;", "&#124;",
    "&#0;", "&nbsp;", "&", "<br/>",
    "0", "-0", "007", "12.50", "1.", "1e5", "1E+2", "0x1F", "1,234", "50%", "2022", "2022-05",
    "2022-05-31", "XXXX-Q1",
    "TRUE", "yes", "NaN", "inf", "-Infinity", "null", "None", "NA", "#N/A", "#REF!", "~", "\\e",
    "\\n", "\\u{0}", "\\", "\\\\",
    ",", ";", "; ", '"', '""', "\\\"", "|", "a | b", "\\|", "`", "``", "```", "*", "**a**",
    "__a__", "~~", "_", "#", "# h", "- x",
    "1. x", "> q", "---", ":--", "===", "    x", "<script>", "<!--", "-->", "[x](y)", "![",
    "[^1]", "[x]: y", "<http://e.invalid>",
    "http://e.invalid", "www.e.invalid", "$x$", "${7*7}", "{{", "%s", "- ", "---\n", "```\n",
    "|---|---|", ": ", "!!python",

)
# fmt: on
"""What files, spreadsheets, terminals and Markdown take for something else."""


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


@functools.cache
def indicators() -> st.SearchStrategy[Indicator]:
    """Indicators with any names."""
    return st.builds(Indicator, series_codes(), optional(texts()), optional(texts()))


@functools.cache
def units() -> st.SearchStrategy[Unit]:
    """Units with any names."""
    return st.builds(Unit, series_codes(), optional(texts()), optional(texts()))


@functools.cache
def areas() -> st.SearchStrategy[Area]:
    """Places with a code, a name, or both."""
    return st.one_of(
        st.builds(Area, area_codes(), optional(texts()), optional(texts())),
        st.builds(Area, st.none(), texts(), optional(texts())),
        st.builds(Area, st.none(), st.none(), texts()),
    )


@functools.cache
def speakers() -> st.SearchStrategy[Speaker]:
    """Speakers of whom at least one thing is known."""
    return st.one_of(
        st.builds(Speaker, texts(), optional(texts()), optional(texts())),
        st.builds(Speaker, st.none(), texts(), optional(texts())),
        st.builds(Speaker, st.none(), st.none(), texts()),
    )


@functools.cache
def spans() -> st.SearchStrategy[Span]:
    """Places in a text, and beyond its end: most texts of these strategies have a few characters."""
    near = st.integers(0, 12)
    anywhere = near | st.integers(0, 10**6) | st.sampled_from([2**31, 10**12, LARGEST_END])
    return st.one_of(*(st.tuples(ends, ends).map(sorted).map(lambda pair: Span(*pair)) for ends in (near, anywhere)))


@functools.cache
def observations() -> st.SearchStrategy[Observation]:
    """Figures of a report."""
    return st.builds(
        Observation,
        label=optional(texts()),
        indicator=optional(indicators()),
        area=optional(areas()),
        entity=optional(texts()),
        period=optional(periods()),
        measure=st.sampled_from(Measure),
        comparison=optional(st.sampled_from(Comparison)),
        base=optional(periods()),
        value=decimals(),
        unit=optional(units()),
        unit_mult=st.sampled_from([0, 0, 4, 8, 9, 12]) | st.integers(-100, 100),
        qualifier=st.sampled_from(Qualifier),
        status=st.sampled_from(Status),
        relative_to=optional(texts()),
        speaker=optional(speakers()),
        span=optional(spans()),
    )


@functools.cache
def statements() -> st.SearchStrategy[Statement]:
    """Statements of a report."""
    return st.builds(
        Statement,
        kind=st.sampled_from(StatementKind),
        speaker=optional(speakers()),
        text=texts(),
        span=optional(spans()),
    )


@functools.cache
def notes() -> st.SearchStrategy[Note]:
    """Notes on a report."""
    return st.builds(Note, texts(), texts(), optional(spans()))


@functools.cache
def reports() -> st.SearchStrategy[Report]:
    """Reports with and without figures, which may be alike in many fields, as those of one bulletin are."""
    return st.builds(
        Report,
        text=texts(),
        title=optional(texts()),
        language=st.sampled_from(["en", "zh", None]),
        published=optional(dates()),
        area=optional(areas()),
        authors=st.lists(texts(), max_size=3),
        publisher=optional(texts()),
        uri=optional(texts()),
        observations=st.lists(observations(), max_size=3),
        statements=st.lists(statements(), max_size=2),
        notes=st.lists(notes(), max_size=2),
    )


@functools.cache
def corpora() -> st.SearchStrategy[list[Report]]:
    """Several reports, one, or none."""
    return st.lists(reports(), max_size=3)
