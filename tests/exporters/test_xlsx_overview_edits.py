"""What is made from the facts of a workbook, after an edit there or of the facts: these hold, the cell is named."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from openpyxl import Workbook
from tests.digest.bulletins import BULLETIN
from tests.exporters.workbooks import REPORT, edited, read, typing, with_cells, written


@pytest.mark.parametrize(
    ("sheet", "cells", "message"),
    [
        ("Overview", {"C6": 20000}, "Overview!C6 says '20000', and the facts give '19926.8', which holds"),
        ("Overview", {"B1": "山东"}, "Overview!B1 says '山东', and the facts give no such line"),
        ("Overview", {"B6": "GDP"}, "Overview!B6 says 'GDP', and the facts give '地区生产总值', which holds"),
        ("Chart data", {"C4": "6.5"}, "Chart data!C4 says '6.5', and the facts give '6.4', which holds"),
        ("Overview", {"C7": 3}, "Overview!C7 says '3', and the facts give no such cell"),
    ],
)
def test_an_edit_there_is_named(sheet: str, cells: dict[str, object], message: str) -> None:
    """Who edits what is made from the facts gets the facts, and a note that names the cell."""
    (report,) = read(edited(written(BULLETIN), typing(sheet, **cells)))
    assert [note.message for note in report.notes[len(BULLETIN.notes) :]] == [message]
    assert attrs.evolve(report, notes=BULLETIN.notes) == BULLETIN


def test_facts_that_it_no_longer_follows_from() -> None:
    """A fact is read as edited, and every cell made from it that still says the old is named."""
    (report,) = read(edited(written(BULLETIN), typing("Observations", N3=5.3, S3="")))
    assert report.observations[1].value == Decimal("5.3")
    assert [note.message.partition(",")[0] for note in report.notes[len(BULLETIN.notes) :]] == [
        "Overview!D6 says '5.2'",
        "Chart data!C5 says '5.2'",
    ]


def test_a_line_of_nothing() -> None:
    """A line of a figure that has been taken out is named once."""

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Observations"]
        sheet.delete_rows(2, 2)

    (report,) = read(edited(written(attrs.evolve(REPORT, title=None, text="")), edit))
    assert report.observations == ()
    assert any(note.message.startswith("Overview!B6 says ") for note in report.notes)


def test_what_may_be_done_there() -> None:
    """Lines may be moved, taken out or cleared, others written between and beside them, and both sheets thrown away."""

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Overview"]
        sheet.delete_rows(7)
        sheet.insert_rows(6)
        sheet["B6"].value, sheet["C6"].value, sheet["K7"].value = "mine", 7, "mine too"
        sheet["F7"].value = None
        sheet["B2"].value = "=1+1"
        sheet["A2"].value = None

    assert read(edited(written(BULLETIN), edit)) == [BULLETIN]
    assert read(with_cells(written(BULLETIN), "Reports")) == [BULLETIN]


def test_very_many_lines_that_disagree() -> None:
    """Of very many lines that disagree the first are named, and it is said how many there are beside them."""

    def edit(workbook: Workbook) -> None:
        for _ in range(600):
            workbook["Overview"].append([1, "x"])

    (report,) = read(edited(written(BULLETIN), edit))
    notes = [note.message for note in report.notes[len(BULLETIN.notes) :]]
    assert len(notes) == 501
    assert notes[-1] == "Overview has 100 more lines that disagree with the facts, which hold"
