"""What the head of a column says of time."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shandong_econ import Comparison, Language, Measure
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing import parse
from shandong_econ.parsing.table.head.head import YEAR_BEFORE_TO_DATE
from shandong_econ.parsing.table.head.reading import head_of

JOINED = {"zh": ("{before}{to_date}", "{before}({to_date})"), "en": ("{before}, {to_date}", "{to_date} of {before}")}


@given(language=st.sampled_from(["zh", "en"]), which=st.integers(0, 99), data=st.data())
def test_words_for_the_year_before_and_to_date_say_both(language: str, which: int, data: st.DataObject) -> None:
    """Any word for the same months of the year before with any for those since January is of the two together."""
    before = data.draw(st.sampled_from(word_list(language, "table.year_before")))
    to_date = data.draw(st.sampled_from(word_list(language, "table.to_date")))
    text = JOINED[language][which % 2].format(before=before, to_date=to_date)
    head = head_of(text, 0, len(text), language, None)
    assert head.said is not None
    assert (head.said.value, head.name) == (YEAR_BEFORE_TO_DATE, "")


@pytest.mark.parametrize("head", ["Same period last year cumulative", "Cumulative (same period last year)"])
def test_the_months_to_date_of_the_year_before_are_dated(head: str) -> None:
    """Beside the figures of a month, those of the year before up to that month have their own period."""
    table = f"Foreign trade of Hainan, March 2023\nItem\tThis period\t{head}\nExports (100 million yuan)\t120\t340\n"
    assert [str(one.period) for one in parse(table).observations] == ["2023-03", "2022-Q1"]


@pytest.mark.parametrize(("head", "period"), [("1 to 9", "2023-01-01/P9M"), ("1-9", "2023")])
def test_a_hyphen_alone_makes_no_months(head: str, period: str) -> None:
    """Customs head the months since January as 1 to 9; 1-9 may as well be a class of so many persons."""
    table = f"Trade of Hainan, 2023\nUnit: 100 million yuan\nItem\t{head}\nExports\t120\nImports\t99\n"
    assert {str(one.period) for one in parse(table).observations} == {period}


@pytest.mark.parametrize(("head", "period"), [("2024年3月", "2024-03"), ("12月", "2022-12"), ("3月", "2023-03")])
def test_a_year_in_a_head_is_the_year(head: str, period: str) -> None:
    """A month without a year is none to come after what the table is of; one with a year is that month."""
    (told,) = parse(f"2023年5月河南省外贸\n单位：亿元\n指标\t{head}\n出口\t8.5\nx\t-\n").observations
    assert str(told.period) == period


@pytest.mark.parametrize("head", ["Retail sales, % m/m", "Retail sales (%, m/m)", "% m/m"])
def test_what_stands_beside_percent_is_compared_with(head: str) -> None:
    """A percent takes no comparison with it: what is said to be on the month is not on the year."""
    table = f"Retail sales of Hainan, May 2023\nItem\t{head}\nRetail sales\t3.2\nRetail sales of goods\t3.4\n"
    assert {one.comparison for one in parse(table).observations} == {Comparison.MONTH_ON_MONTH}


CONTRIBUTIONS = [
    ("zh", "最终消费支出", "对经济增长贡献率(%)", Measure.CONTRIBUTION_RATE, "经济"),
    ("zh", "最终消费支出", "对经济增长的贡献率(%)", Measure.CONTRIBUTION_RATE, "经济"),
    ("zh", "最终消费支出", "拉动经济增长(百分点)", Measure.CONTRIBUTION, None),
    ("en", "Final consumption", "Contribution to GDP growth (%)", Measure.CONTRIBUTION_RATE, "GDP"),
    ("en", "Final consumption", "Contribution to GDP growth (percentage points)", Measure.CONTRIBUTION, None),
    ("en", "Final consumption", "Points contributed to GDP growth", Measure.CONTRIBUTION, None),
]


@pytest.mark.parametrize(("language", "name", "head", "measure", "whole"), CONTRIBUTIONS)
def test_a_head_says_to_what_parts_contribute(
    language: Language, name: str, head: str, measure: Measure, whole: str | None
) -> None:
    """A contribution is a part of the growth of a whole, which is named in full, or points of it."""
    (told,) = parse(f"Hainan, 2023\nItem\t{head}\n{name}\t5.1\nx\t-\n", language=language).observations
    assert (told.measure, told.relative_to) == (measure, whole)


SIZES = (
    "{a}-{b}",
    "{a}–{b}",
    "{a}～{b}",
    "{b}+",
    "≥{b}",
    "<{a}",
    "under {a}",
    "{a} to {b} employees",
    "{a}人以下",
    "{a}-{b}岁",
)


@given(
    language=st.sampled_from(["zh", "en"]), form=st.sampled_from(SIZES), a=st.integers(13, 99), b=st.integers(100, 999)
)
def test_a_class_of_size_has_not_the_code_of_the_whole(language: Language, form: str, a: int, b: int) -> None:
    """A figure under a head that tells a class by its bounds is named by it, and only the total has the code."""
    name, unit, total = ("出口额", "亿元", "合计") if language == "zh" else ("Exports", "100 million yuan", "Total")
    head = form.format(a=a, b=b)
    down = f"Hainan, 2023\nItem\t{name} ({unit})\n{head}\t12.5\n{total}\t90\n"
    across = f"Hainan, 2023\nItem\t{head}\t{total}\n{name} ({unit})\t12.5\t90\n"
    for table in (across, down):
        part, whole = parse(table, language=language).observations
        assert (str(part.value), part.indicator) == ("12.5", None), table
        assert whole.indicator is not None
        assert whole.indicator.code == "EXPORTS"
        assert set(re.findall(r"\d+", head)) <= set(re.findall(r"\d+", part.label or ""))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_years_are_no_class_of_size(language: Language) -> None:
    """Two years are a time in either language."""
    table = "Exports of Hainan\nItem\t2016-2020\nExports (100 million yuan)\t120\nImports (100 million yuan)\t99\n"
    assert {str(one.period) for one in parse(table, language=language).observations} == {"2016-01-01/P5Y"}


def test_this_month_beside_months_has_no_number() -> None:
    """A head that tells the month of the text, and none by its name, gives no year to those beside it."""
    table = "Industry of Jinan\nItem\tThis month\tJan-May\nCement (10,000 tons)\t5\t6\nSteel (10,000 tons)\t7\t8\n"
    told = [str(one.period) for one in parse(table, published=date(2022, 6, 20)).observations]
    assert told == ["2022-06", "2022-01-01/P5M"] * 2
