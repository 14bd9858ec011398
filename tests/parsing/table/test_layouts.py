"""The law of tables: in any of its usual layouts and in any kind of document a table gives the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import attrs
from hypothesis import example, given
from hypothesis import strategies as st
from tests.sources.drawn import MERGED, PLAIN, Drawn

from shandong_econ.grids import laid, table_of
from shandong_econ.model import Observation
from shandong_econ.parsing import parse

KINDS = {**MERGED, **PLAIN}
VALUES = st.decimals(-99, 9999, places=1).map(lambda value: f"{value:,}") | st.sampled_from(["—", "…", "12", "3.90"])


def without_places(observations: Sequence[Observation]) -> list[Observation]:
    """The observations without their spans and grounds."""
    return [attrs.evolve(one, span=None, grounds=None) for one in observations]


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    heads = draw(
        st.sampled_from(
            [
                ("绝对量（亿元）", "增长（%）"),
                ("本月", "累计", "累计增长（%）"),
                ("2022年", "2021年", "比上年增长（%）"),
                ("金额", "同比±%", "位次"),
            ]
        )
    )
    names = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["出口", "其中：机电产品", "济南市", "地区生产总值", "第一产业"]), st.integers(0, 2)
            ),
            min_size=2,
            max_size=5,
        )
    )
    values = [tuple(draw(VALUES) for _ in heads) for _ in names]
    values[0] = ("1.5", *values[0][1:-1], "2.5")
    values[-1] = ("3", *values[-1][1:])
    return Drawn(
        caption=draw(st.sampled_from(["表1 2023年6月山东省主要指标", "2023年6月各市出口"])),
        unit="单位：亿元、%",
        heads=heads,
        group=draw(st.sampled_from([None, "绝对量", "出口", "本期"])),
        names=tuple(names),
        values=tuple(values),
        note=None,
    )


@given(table=drawn())
def test_every_kind_of_document_gives_the_same_figures(table: Drawn) -> None:
    """A table says the same in a page, a document, a workbook, a file of commas and a text."""
    read = {}
    for kind, (source, make) in KINDS.items():
        (document,) = source.read(BytesIO(make(table)))
        report = parse(document.text, tables=document.tables, area="370000")
        (grid,) = document.tables
        read[kind] = without_places(
            [
                one
                for one in report.observations
                if one.span is not None and one.span.start >= grid.span.start and one.span.end <= grid.span.end
            ]
        )
    for kind, observations in read.items():
        assert observations == read["html"], kind


SERIES = {
    "地区生产总值": "亿元",
    "社会消费品零售总额": "亿元",
    "一般公共预算收入": "亿元",
    "粮食产量": "万吨",
    "常住人口": "万人",
    "货运量": "万吨",
}
ENGLISH = {
    "GDP": "billion yuan",
    "Exports": "billion yuan",
    "General public budget revenue": "billion yuan",
    "Grain output": "million tons",
    "Resident population": "million people",
}


@st.composite
def facts(draw: st.DrawFn) -> tuple[bool, list[str], list[str], dict[tuple[str, str], str]]:
    """Whether in Chinese, the series, the years, and what is printed for each of both."""
    is_chinese = draw(st.booleans())
    names = draw(st.lists(st.sampled_from([*(SERIES if is_chinese else ENGLISH)]), min_size=2, max_size=4, unique=True))
    years = draw(st.lists(st.sampled_from(["2019", "2020", "2021", "2022"]), min_size=2, max_size=3, unique=True))
    number = st.decimals(1, 99999, places=1).map(str)
    return is_chinese, names, years, {(name, year): draw(number) for name in names for year in years}


def layouts(
    is_chinese: bool, names: list[str], years: list[str], of: dict[tuple[str, str], str]
) -> dict[str, list[list[str]]]:
    """The rows of the same facts in every layout."""
    units = SERIES if is_chinese else ENGLISH
    corner, unit = ("指标", "单位") if is_chinese else ("Item", "Unit")
    times = [f"{year}年" if is_chinese else year for year in years]
    united = [f"{name}（{units[name]}）" if is_chinese else f"{name} ({units[name]})" for name in names]
    between = "" if is_chinese else " "
    across = [[of[name, year] for year in years] for name in names]
    return {
        "units beside": [[corner, *times], *([one, *row] for one, row in zip(united, across, strict=True))],
        "units in heads, years down": [
            ["年份" if is_chinese else "Year", *united],
            *([year, *(of[name, year] for name in names)] for year in years),
        ],
        "units in a column": [
            [corner, unit, *times],
            *([name, units[name], *row] for name, row in zip(names, across, strict=True)),
        ],
        "units in cells": [
            [corner, *times],
            *(
                [name, *(f"{value}{between}{units[name]}" for value in row)]
                for name, row in zip(names, across, strict=True)
            ),
        ],
        "numbered": [
            ["序号" if is_chinese else "No.", corner, *times],
            *([str(n), one, *row] for n, (one, row) in enumerate(zip(united, across, strict=True), 1)),
        ],
        "in one section": [
            [corner, *times],
            ["综合" if is_chinese else "General", *("" for _ in times)],
            *([f"　{one}", *row] for one, row in zip(united, across, strict=True)),
        ],
    }


@given(fact=facts())
def test_every_layout_gives_the_same_figures(
    fact: tuple[bool, list[str], list[str], dict[tuple[str, str], str]],
) -> None:
    """Units beside, over, in a column or in the cells, years across or down: the same figures."""
    is_chinese, names, years, of = fact
    caption = "表1 青岛市主要指标" if is_chinese else "Table 1: Qingdao, main indicators"
    wanted = None
    for layout, rows in layouts(is_chinese, names, years, of).items():
        text, tables = laid([caption, table_of(rows)])
        report = parse(text, tables=tables)
        found = sorted(map(repr, without_places(report.observations)))
        assert len(found) == len(of), layout
        wanted = wanted or found
        assert found == wanted, layout


CELLS = st.decimals(-99, 99999, places=1).map(lambda value: f"{value:,}") | st.sampled_from(["—", "...", "12", ""])
CHARACTERS = st.sampled_from([2, 1])


@st.composite
def printed(draw: st.DrawFn) -> tuple[str, str]:
    """The text of one table with its cells apart by tabs, and the same with its columns in line by spaces."""
    is_chinese, names, years, of = draw(facts())
    for n, name in enumerate(names):  # no column and no row is without a value
        for m, year in enumerate(years):
            of[name, year] = of[name, year] if n % len(years) == m or m % len(names) == n else draw(CELLS)
    told = layouts(is_chinese, names, years, of)
    rows = told[draw(st.sampled_from([*told.keys() - {"units in cells"}]))]
    before, behind = (
        ("表1 青岛市主要指标", "注：初步数。") if is_chinese else ("Table 1: Qingdao, main indicators", "Note: new.")
    )
    of_chinese, gap = draw(CHARACTERS), draw(st.integers(2, 5))
    sides = ["<", *(draw(st.sampled_from("<>^")) for _ in rows[0][1:])]
    widths = [max(_width(row[n], of_chinese) for row in rows) for n in range(len(sides))]
    lines = [
        (" " * gap).join(
            f"{words:{side}{width - _width(words, of_chinese) + len(words)}}"
            for words, side, width in zip(row, sides, widths, strict=True)
        )
        for row in rows
    ]
    tabbed = ["\t".join(row) for row in rows]
    tabs, spaces = ("\n".join([before, *each, behind]) for each in (tabbed, map(str.rstrip, lines)))
    return tabs, spaces


def _width(words: str, of_chinese: int) -> int:
    return sum(1 if sign < "\u2e80" else of_chinese for sign in words)


WIDE = (  # two rows that stand under one another for any width of Chinese, but in line for one alone
    "表1 青岛市主要指标\n序号\t指标\t2019年\t2020年\n1\t货运量（万吨）\t1.0\t0.0\n"
    "2\t社会消费品零售总额（亿元）\t\t1.0\n注：初步数。",
    "表1 青岛市主要指标\n"
    "序号  指标                        2019年  2020年\n"
    "1     货运量（万吨）              1.0     0.0\n"
    "2     社会消费品零售总额（亿元）          1.0\n注：初步数。",
)


@example(texts=WIDE)
@given(texts=printed())
def test_columns_in_line_by_spaces_are_those_that_tabs_hold_apart(texts: tuple[str, str]) -> None:
    """A table whose columns spaces keep in line, with cells that are empty, says what it says with tabs."""
    tabs, spaces = (without_places(parse(text).observations) for text in texts)
    assert spaces == tabs
