"""A whole report out of the rows of its tables, with a Note for each derived cell that disagrees with the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import attrs

from shandong_econ.model import Note, Report
from shandong_econ.rows.flatten import Row, note_rows, observation_rows
from shandong_econ.rows.gather import (
    Cells,
    build,
    disagreements,
    note_of,
    observation_of,
    report_of,
    statement_of,
)
from shandong_econ.rows.tables import NOTES, OBSERVATIONS, REPORTS, STATEMENTS, Column, Table

Made = TypeVar("Made")


class Placed(NamedTuple):
    """The cells of a row and where it stands; `address` gives that of a column, where each cell has one of its own."""

    place: str
    """Where the row stands, for people: a line, or a sheet and a row."""
    cells: Cells
    """What it says, by column."""
    address: Callable[[Column], str] | None = None
    """Gives the place of the cell of a column, where each has one of its own."""


def assemble(
    about: Placed, figures: Sequence[Placed], statements: Sequence[Placed], notes: Sequence[Placed], *, number: int = 1
) -> Report:
    """The report of a row of REPORTS with those of its parts; `number` is the one that they call it by.

    ReadError names the place of what the model refuses.
    """
    observations = _built(observation_of, OBSERVATIONS, figures)
    said = _built(statement_of, STATEMENTS, statements)
    remarks = _built(note_of, NOTES, notes)
    (report,) = _built(lambda cells: report_of(cells, observations, said, remarks), REPORTS, [about])
    told = _disagreeing(OBSERVATIONS, figures, observation_rows(report, number))
    return noted(report, [*told, *_disagreeing(NOTES, notes, note_rows(report, number))])


def with_figures(report: Report, figures: Sequence[Placed], *, number: int) -> Report:
    """A report that has its facts from elsewhere, with the figures of rows of OBSERVATIONS."""
    whole = attrs.evolve(report, observations=_built(observation_of, OBSERVATIONS, figures))
    return noted(whole, _disagreeing(OBSERVATIONS, figures, observation_rows(whole, number)))


def noted(report: Report, notes: Iterable[Note]) -> Report:
    """The report with what reading has to tell of it, if anything, after its own notes."""
    told = tuple(notes)
    return attrs.evolve(report, notes=report.notes + told) if told else report


def _built(make: Callable[[Cells], Made], table: Table, rows: Sequence[Placed]) -> list[Made]:
    return [build(make, row.cells, row.place, table, row.address) for row in rows]


def _disagreeing(table: Table, placed: Sequence[Placed], rows: Iterator[Row]) -> Iterator[Note]:
    for given, row in zip(placed, rows, strict=True):
        yield from disagreements(table, given.cells, row, given.address or given.place)
