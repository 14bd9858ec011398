"""Law 2 at the edges: the ends of the calendar, letters that pass for others, any decimal context, memory."""

from __future__ import annotations

import decimal
import re
import string
import tracemalloc
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.parsing.corpus import cases
from tests.parsing.test_times import LOOKS_AROUND, RULES

import shandong_econ as se
from shandong_econ.parsing.clean import clean

LANGUAGES: tuple[se.Language, ...] = ("en", "zh")
CASES = tuple(case["text"] for language in LANGUAGES for case in cases(language))
ENDS = st.dates(max_value=date(2, 1, 1)) | st.dates(min_value=date(9998, 12, 31))
TIMES = (
    "next week",
    "In the week to January 3",
    "上月",
    "下周",
    "去年以来",
    "两年平均",
    "上年同期",
    "last year",
    "比上月",
)


def forms(rule: tuple[str, str, str]) -> st.SearchStrategy[str]:
    """Expressions of time as one of the rules has them."""
    return st.from_regex(re.compile(LOOKS_AROUND.sub("", rule[2]), re.IGNORECASE | re.ASCII), fullmatch=True)


@example("去年以来", date.min, True)
@example("In the week to January 3", date.min, False)
@example("next week", date.max, False)
@example("上月", date.min, True)
@example("两年平均", date(1, 12, 31), True)
@given(st.sampled_from(TIMES) | st.sampled_from(RULES).flatmap(forms), ENDS, st.booleans())
def test_law_2_no_day_is_too_early_or_too_late(told: str, published: date, chinese: bool) -> None:
    """Whatever expression of time a text published at an end of the calendar has, it is read, and keeps its day."""
    text = f"{told}出口增长5%，{told}进口增长3%。" if chinese else f"{told}, exports rose 5 percent from {told}."
    table = f"指标\t{told}\t{told}增长\n出口\t5\t6%\n进口\t7\t8%\n"
    for one in (text, table):
        assert se.parse(one, published=published).published == published


@example(["12月", "1月"], None, True)
@example(["December", "January"], None, False)
@given(
    st.lists(st.sampled_from(TIMES) | st.sampled_from(RULES).flatmap(forms), min_size=2, max_size=4),
    st.none() | st.dates(),
    st.booleans(),
)
def test_law_2_times_may_be_told_in_any_order(told: list[str], published: date | None, chinese: bool) -> None:
    """Whatever expressions of time a text lists, one that is before another or long after it, it is taken."""
    text = f"出口{'、'.join(told)}增长5%。" if chinese else f"Exports in {' and '.join(told)} rose 5 percent."
    assert se.parse(text, published=published).text == text


@pytest.mark.parametrize("months", [1, 3, 12])
def test_nothing_is_before_the_first_period_and_nothing_after_the_last(months: int) -> None:
    """The periods at the ends of the calendar have no neighbour beyond."""
    with pytest.raises(se.ModelError):
        se.Period.of(date.min.year, 1, months=months).preceding()
    with pytest.raises(se.ModelError):
        se.Period.of(date.max.year, 13 - months, months=months).following()


UNICODE = "".join(map(chr, range(0x110000)))
GUISES = {char for char in re.findall("[a-z]", UNICODE, re.IGNORECASE) if not char.isascii()}


def test_a_letter_passes_for_none_but_itself() -> None:
    """What a pattern without case takes for a letter is that letter once cleaned, and its small form is as long."""
    assert GUISES
    assert all(clean(char).lower() in string.ascii_lowercase for char in GUISES)
    assert all(len(clean(char).lower()) == 1 for char in UNICODE if len(char.lower()) > 1)


@example("Output rose by 5 million yuan, or 5 tons of steel. Two thirds of firms.", frozenset("is"))
@example("Item\tytd i\t2022\nthis year\t5\t6 within\nthe season before\t7\t8\n", frozenset("i"))
@given(st.sampled_from(CASES), st.frozensets(st.sampled_from("iks"), min_size=1))
def test_law_2_letters_in_another_guise_are_read_as_themselves(text: str, letters: frozenset[str]) -> None:
    """A text some of whose letters are printed as others that pass for them has the same figures at the same places."""
    guises = str.maketrans({one: "ıKſ"["iks".index(one)] for one in letters} | ({"I": "İ"} if "i" in letters else {}))
    plain, odd = se.parse(text), se.parse(text.translate(guises))
    seen = [
        [(o.span, o.value, o.unit, o.measure, o.period, o.indicator) for o in one.observations] for one in (plain, odd)
    ]
    assert seen[0] == seen[1]


@pytest.mark.parametrize("name", ["İ ytd", "İ累计", "İİİİ at the end of the period"])
def test_a_letter_that_grows_moves_no_head(name: str) -> None:
    """A capital whose small form has two characters stands in a head as any other."""
    text = f"Item\t{name}\t2022\nExports (100 million yuan)\t5\t6\n"
    odd, plain = se.parse(text), se.parse(text.replace("İ", "I"))
    assert (odd.observations, odd.notes) == (plain.observations, plain.notes)


SIGNALS = (decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal, decimal.Clamped)
LONG = "1234567890123456789012345678901 billion 370 million"


@example("Output was 121 billion 370 million yuan.", 3, frozenset())
@example("三次产业比例为8.9:43.0:48.1。", 1, frozenset({decimal.Inexact}))
@example("全市生产总值逾5300亿\n2022年，全市生产总值5312.4亿元，增长5%。", 3, frozenset({decimal.Rounded}))
@given(st.sampled_from(CASES), st.integers(1, 6), st.frozensets(st.sampled_from(SIGNALS)))
def test_law_4_no_decimal_context_changes_a_value(text: str, prec: int, traps: frozenset[type]) -> None:
    """What is read is the same however few digits the caller reckons with, and whatever it traps."""
    told = se.parse(text)
    with decimal.localcontext(decimal.Context(prec=prec, traps=[*traps])):
        assert se.parse(text) == told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"Output was {LONG} yuan.", Decimal("1234567890123456789012345678901370")),
        (f"Prices fell {'1' * 30}.5 percent.", Decimal(f"-{'1' * 30}.5")),
    ],
)
def test_law_4_a_long_number_keeps_all_its_digits(text: str, value: Decimal) -> None:
    """A number has the digits that are printed, also where there are more of them than a caller reckons with."""
    assert [one.value for one in se.parse(text).observations] == [value]


def test_no_text_is_kept_once_it_is_read() -> None:
    """When its report is gone, nothing of a long text is left in memory."""
    text = "Jinan is in Shandong. " + "x" * 1_000_000
    se.parse(text)
    tracemalloc.start()
    se.parse(f"{text}!")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < len(text)
