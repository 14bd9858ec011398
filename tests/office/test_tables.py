"""Tables that LibreOffice has saved: they give the grid of the workbook that they were made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.office.conftest import Run
from tests.sources.drawn import Drawn, cells_of, workbook

from shandong_econ.hookspecs import Source
from shandong_econ.sources.ods import Ods
from shandong_econ.sources.xlsx import Xlsx

pytestmark = pytest.mark.office
TABLE = Drawn(
    caption="表1 主要指标",
    unit="单位：亿元、%",
    heads=("2022年", "2021年", "增长（%）"),
    group="绝对量",
    names=(("出口", 0), ("其中：一般贸易", 1), ("进口", 0)),
    values=(("20,309.0", "17,582.7", "15.5"), ("1.50", "—", ""), ("3", "2", "-0.1")),
    note="注：本表为初步数。",
)


@pytest.mark.parametrize(("form", "source"), [("ods", Ods()), ("xlsx", Xlsx())])
def test_a_workbook_saved_by_an_office_has_its_grid(form: str, source: Source, office: Run, tmp_path: Path) -> None:
    """Merged cells, indents and the digits that are shown come through LibreOffice as they were."""
    made, out = tmp_path / "made.xlsx", tmp_path / "out"
    made.write_bytes(workbook(TABLE))
    out.mkdir()
    office(form, out, made)
    with (out / f"made.{form}").open("rb") as file:
        (document,) = source.read(file)
    (grid,) = document.tables
    assert cells_of(grid, document) == list(TABLE.cells())
    assert [span.cut(document.text) for span in (*grid.above, *grid.below)] == [TABLE.unit, TABLE.note]
