"""The many ways in which Chinese says that something rose, what it reached, over what and when are read alike."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from tests.parsing.test_ways import growth, read

import shandong_econ as se

WAYS = tomllib.loads((Path(__file__).parent / "ways_zh.toml").read_text("utf-8"))
SIGNED = {
    kind: [(sign, words) for sign, name in ((1, up), (-1, down)) for words in WAYS[kind][name]]
    for kind, up, down in (("moved", "up", "down"), ("gap", "above", "below"), ("change", "more", "less"))
}
RETAIL = "5月份，全省社会消费品零售总额"


@pytest.mark.parametrize(("sign", "words"), SIGNED["moved"])
def test_a_verb_tells_the_sign(sign: int, words: str) -> None:
    """A growth has the sign that its verb gives it."""
    (one,) = read(f"{RETAIL}同比{words}4.7%。")
    assert growth(one) == ("RETAIL_SALES", sign * Decimal("4.7"), "year_on_year", "2023-05")


@pytest.mark.parametrize("words", WAYS["moved"]["reached"])
def test_a_level_is_what_is_reached(words: str) -> None:
    """An amount of money after the series is its level, however it got there."""
    (one,) = read(f"{RETAIL}{words}351.2亿元。")
    assert (one.measure, one.indicator and one.indicator.code) == ("level", "RETAIL_SALES")
    assert one.amount == Decimal("351.2e8")


@pytest.mark.parametrize(("comparison", "words"), [(over, one) for over, ways in WAYS["over"].items() for one in ways])
def test_a_growth_is_over_what_is_said(comparison: str, words: str) -> None:
    """A growth has the comparison that stands before its verb, at the head of a sentence and after an amount."""
    if comparison == "since_start_of_year":
        expected, head = ("LOANS", Decimal("4.7"), comparison, "2023-05-31"), "5月末，金融机构本外币贷款余额"
    else:
        expected, head = ("ELEC_CONSUMPTION", Decimal("4.7"), comparison, "2023-05"), "5月份，全社会用电量"
    (one,) = read(f"{head}{words}增长4.7%。")
    assert growth(one) == expected
    unit = "亿元" if comparison == "since_start_of_year" else "亿千瓦时"
    _, one = read(f"{head}351{unit}，{words}增长4.7%。")
    assert growth(one) == expected


@pytest.mark.parametrize(("period", "words"), [(period, one) for period, ways in WAYS["when"].items() for one in ways])
def test_a_time_is_told_anywhere_before_the_verb(period: str, words: str) -> None:
    """A figure has the time that stands before, inside or after its subject."""
    for text in (
        f"{words}，全省社会消费品零售总额",
        f"全省{words}社会消费品零售总额",
        f"全省社会消费品零售总额{words}",
    ):
        (one,) = read(f"{text}增长4.7%。")
        assert growth(one) == ("RETAIL_SALES", Decimal("4.7"), "year_on_year", period)


@pytest.mark.parametrize(("sign", "words"), SIGNED["gap"])
def test_a_gap_to_another_area(sign: int, words: str) -> None:
    """Points above or below another area's growth are a gap of the same series."""
    _, one = read(f"{RETAIL}增长4.7%，{words}。")
    assert (one.measure, one.value, one.indicator and one.indicator.code) == (
        "gap",
        sign * Decimal("2.1"),
        "RETAIL_SALES",
    )


@pytest.mark.parametrize(("sign", "words"), SIGNED["change"])
def test_a_change_of_a_rate(sign: int, words: str) -> None:
    """Points that a growth gained or lost over the month before are its change."""
    _, one = read(f"{RETAIL}增长4.7%，{words}。")
    assert (one.measure, one.value, one.comparison) == ("change", sign * Decimal("2.1"), se.Comparison.MONTH_ON_MONTH)


@pytest.mark.parametrize("words", WAYS["share"]["of"])
def test_a_share_is_of_the_part(words: str) -> None:
    """A share belongs to the part that was told before it."""
    _, one = read(f"5月份，餐饮收入100亿元，{words}。")
    assert (one.measure, one.indicator and one.indicator.code) == ("share", "RETAIL_CATERING")
