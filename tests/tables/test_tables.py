"""The tables of real pages: what is true of every one, and how many cells are read right at least."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator

import pytest
from tests.parsing.table.marks import marked
from tests.tables.scoring import SETS, score

import shandong_econ as se
from shandong_econ import Language, Observation

AT_LEAST = {"zh": 0.93, "en": 0.81}
"""What part of the cells of the practice is right: one that was worked from, so that less means something broke."""


def _tables() -> Iterator[object]:
    for path in sorted(SETS.glob("tune/*.toml")):
        for name, table in tomllib.loads(path.read_text("utf-8")).items():
            yield pytest.param(path.stem, table, id=name)


def _key(one: Observation) -> tuple[object, ...]:
    said = one.indicator, one.measure, one.comparison, one.base, one.unit, one.status
    return *said, one.area, one.period, one.relative_to


@pytest.mark.parametrize(("language", "table"), [*_tables()])
def test_no_two_rows_of_a_table_are_one_series(language: Language, table: dict[str, str]) -> None:
    """Figures that differ have no code, place and time in common: a part of a whole has not the code of the whole."""
    told = defaultdict(set)
    for one in se.parse(table["text"].strip("\n"), language=language, area=table.get("area")).observations:
        if one.indicator is not None:
            told[_key(one)].add((one.label, one.value))
    assert [rows for rows in told.values() if all(len({*parts}) > 1 for parts in zip(*rows, strict=True))] == []


def test_a_row_whose_name_is_of_another_row_too_has_no_code() -> None:
    """Two names that both fit a series are not both the series: the first is, and the other is read without a code."""
    table = "指标 | 2025年\n--- | ---\n生产总值（亿元） | 1200\n地区生产总值（亿元） | 1100\n"
    one, other = se.parse("\n".join(f"| {line} |" for line in table.splitlines()), language="zh").observations
    assert one.indicator is not None
    assert (one.indicator.code, other.indicator) == ("GDP", None)
    assert (other.label, str(other.value)) == ("地区生产总值", "1100")


def test_what_a_line_of_marks_does_not_repeat_is_as_above() -> None:
    """An equals sign stands for what the line before has in its place, and a question mark stays one."""
    assert [*marked(["1 | a | ? ", "2 | = | ="])] == [("1", "a", "?"), ("2", "a", "?")]


@pytest.mark.parametrize("language", [*AT_LEAST])
def test_the_practice_is_read_as_well_as_before(language: Language) -> None:
    """The part of the cells that is right in all parts has not fallen."""
    told = score("tune", language)
    assert told.right / told.cells >= AT_LEAST[language]
