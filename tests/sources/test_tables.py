"""Laws of tables: a row reads as a sentence does, each value with its own unit, and no cell is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shandong_econ.sources import tables
from shandong_econ.sources.lines import text_of
from shandong_econ.sources.tables import lines_of

CASES: list[tuple[list[list[str]], list[str]]] = [
    ([["姓名", "职务"], ["李明", "局长"]], ["姓名 职务", "李明 局长"]),
    ([["表1 各市"], ["市", "增速（%）"], ["济南市", "3.1"]], ["表1 各市", "济南市，增速3.1%。"]),
    ([["单位：亿元"], ["指标", "5月", "1-5月"], ["出口", "127", "580"]], ["出口，5月127亿元，1-5月580亿元。"]),
    ([["指标", "绝对量", "增长（%）"], ["投资（亿元）", "58", "-2.1"]], ["投资，58亿元，增长-2.1%。"]),
    ([["指标", "总量", "增长"], ["投资（亿元）", "58", "2.1"]], ["投资，58亿元，增长2.1。"]),
    ([["指标", "总量", "比上年±%"], ["其中：工业", "—", "3.9%"]], ["其中：工业，比上年3.9%。"]),
    ([["指标", "单位", "数值"], ["一、农业", "", ""], ["粮食", "万吨", "5"]], ["一、农业", "粮食，5万吨。"]),
    ([["Item", "Unit", "2022"], ["Exports", "billion yuan", "745"]], ["Exports: 745 billion yuan in 2022."]),
    ([["Item", "GDP (yuan)", "Note"], ["Jinan", "1,200", "revised"]], ["Jinan: GDP 1,200 yuan, note revised."]),
    ([["（单位：亿元、%）"], ["指标", "数值"], ["出口", "3"]], ["（单位：亿元、%）", "出口，3。"]),
    ([["", "一"], ["", "3"]], ["一3。"]),
    ([], []),
]


@pytest.mark.parametrize(("grid", "lines"), CASES)
def test_a_row_reads_as_a_sentence(grid: list[list[str]], lines: list[str]) -> None:
    """The words over a value stand before it and its unit after it, wherever the table states it."""
    assert list(lines_of(grid)) == lines


def test_a_unit_over_a_table_goes_into_its_rows() -> None:
    """A line that only gives the unit is no line of the text where a table follows, and stays where none does."""
    grid = [["指标", "数值"], ["出口", "3"]]
    assert text_of(["单位：亿元", grid]) == "出口，3亿元。\n"
    assert text_of(["单位：亿元", "完", "单位：吨"]) == "单位：亿元\n\n完\n\n单位：吨\n"


def test_a_table_that_is_too_large_stands_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table over the limit is not put in order."""
    monkeypatch.setattr(tables, "_LARGEST", 3)
    assert list(lines_of([["指标", "数值"], ["出口", "3"]])) == ["指标 数值", "出口 3"]


@given(st.lists(st.lists(st.text(st.sampled_from("山东ab 1.(%)（）—"), max_size=6), max_size=5), max_size=5))
def test_no_value_of_any_table_is_lost(grid: list[list[str]]) -> None:
    """Every number of a table stands in its lines."""
    text = " ".join(lines_of(grid))
    for row in grid:
        for cell in row:
            assert not tables._is_number(" ".join(cell.split())) or " ".join(cell.split()) in text
