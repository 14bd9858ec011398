"""What a cell says beside its number: that it is hedged, that something moved, by how much it grew."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shandong_econ.lexicon.words import word_list, word_lists
from shandong_econ.model import Comparison, Measure, Qualifier, Status
from shandong_econ.parsing import parse
from shandong_econ.parsing.table.amounts import amounts_in
from shandong_econ.parsing.table.units import unit_in_column

NUMBERS = st.decimals(0, 999, places=1).map(str)
BEHIND = {"zh": ("左右", "以上", "以内"), "en": (" or so", " or more", " or less")}
BEFORE = {"zh": ("约", "不低于", "≥"), "en": ("around ", "at least ", "≥", "above ")}


@given(
    number=NUMBERS, language=st.sampled_from(["zh", "en"]), percent=st.sampled_from(["", "%"]), which=st.integers(0, 9)
)
@example(number="5.0", language="en", percent="%", which=5)
def test_a_hedge_before_or_behind_is_the_qualifier(number: str, language: str, percent: str, which: int) -> None:
    """The number is as printed whatever hedges it, and the hedge is told."""
    hedges = [(word, "") for word in BEFORE[language]] + [("", word) for word in BEHIND[language]]
    before, behind = hedges[which % len(hedges)]
    cell = f"{before}{number}{percent}{behind}"
    (amount,) = amounts_in(cell, 0, len(cell), language)
    assert amount.value == Decimal(number)
    assert amount.qualifier is not Qualifier.EQ
    assert cell[amount.start :].startswith(number)


@pytest.mark.parametrize("cell", ["6", "6%", "500万元以上", "65岁以上", "6-7", "above"])
def test_what_is_no_number_with_a_hedge_is_none(cell: str) -> None:
    """A plain number, a size class, an age and a range are no hedged numbers."""
    assert {amount.qualifier for amount in amounts_in(cell, 0, len(cell), "zh")} <= {Qualifier.EQ}


def test_every_hedge_of_the_signs_is_a_qualifier() -> None:
    """Each list of signs is named by a qualifier."""
    assert {*word_lists("en", "table_hedges")} < {one.value for one in Qualifier}


@given(number=NUMBERS, growth=NUMBERS, falls=st.booleans())
def test_a_growth_in_brackets_has_the_sign_of_its_word(number: str, growth: str, *, falls: bool) -> None:
    """A value with its growth behind it in brackets gives both."""
    for language, words in (("en", ("up ", "down ")), ("zh", ("增长", "下降"))):
        cell = f"{number}{' billion yuan ' if language == 'en' else '亿元'}({words[falls]}{growth}%)"
        told, grown = amounts_in(cell, 0, len(cell), language)
        assert told.value == Decimal(number)
        assert grown.value == (-Decimal(growth) if falls else Decimal(growth))


@pytest.mark.parametrize(
    "table",
    [
        "Targets of Chongqing for 2024\nIndicator\tUnit\t2023 actual\t2024 target\nGDP growth\t%\t6.1\taround 6\n",
        "重庆市2024年预期目标\n指标\t单位\t2023年实际\t2024年预期目标\n地区生产总值增速\t%\t6.1\t6左右\n",
    ],
)
def test_a_goal_is_a_target_and_hedged(table: str) -> None:
    """What a plan aims at is a target of its year, about as much as it says."""
    told, goal = parse(table).observations
    assert (told.status, goal.status, goal.qualifier) == (Status.A, Status.T, Qualifier.ABOUT)
    assert (str(told.period), str(goal.period)) == ("2023", "2024")


@pytest.mark.parametrize(
    "table",
    [
        "Industrial firms of Hebei, January-May 2024\nItem\tUnit\tValue\tCompared with last year\n"
        "Debt ratio\t%\t56.9\tup 0.4 percentage points\nTotal profits\t100 million yuan\t80.2\tdown 3.1%\n",
        "河北省规模以上工业企业主要指标（2024年1-5月）\n指标\t单位\t数值\t同比\n"
        "资产负债率\t%\t56.9\t上升0.4个百分点\n利润总额\t亿元\t80.2\t下降3.1%\n",
    ],
)
def test_a_cell_tells_by_a_word_that_something_moved(table: str) -> None:
    """Points are a change and percent a growth, with the sign of the word."""
    _, change, _, growth = parse(table).observations
    assert (change.value, change.measure) == (Decimal("0.4"), Measure.CHANGE)
    assert (growth.value, growth.measure) == (Decimal("-3.1"), Measure.GROWTH)
    assert {change.comparison, growth.comparison} == {Comparison.YEAR_ON_YEAR}


def test_a_unit_may_be_a_power_of_ten_alone() -> None:
    """A column of units may say 10,000 and no more: so many jobs."""
    assert [one.power for one in unit_in_column("10,000", "en")] == [4]


def test_a_second_line_of_figures_without_a_name_is_noted() -> None:
    """What stands under a row without a name of its own may be anything: nothing is made of it, and nothing lost."""
    table = "Trade of Fujian, April 2024 (US$ million)\nItem\tExports\tImports\nTotal\t9,874\t6,011\n\t-3.7\t5.4\n"
    report = parse(table)
    assert [str(one.value) for one in report.observations] == ["9874", "6011"]
    assert [note.span.cut(report.text) for note in report.notes if note.span] == ["3.7", "5.4"]


def test_the_words_that_move_a_cell_do_not_overlap() -> None:
    """No word says both that something rose and that it fell."""
    for language in ("zh", "en"):
        assert not {*word_list(language, "table.grew")} & {*word_list(language, "table.fell")}
