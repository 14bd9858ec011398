"""Rows of the four tables as a report again: the way back of `flatten`.

What a person has edited is what is read. A derived cell that then disagrees gives the report a Note that names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from shandong_econ.errors import ModelError, ReadError
from shandong_econ.model import (
    Area,
    Ground,
    Grounds,
    Indicator,
    Note,
    Observation,
    Period,
    Report,
    Span,
    Speaker,
    Statement,
    Unit,
)
from shandong_econ.model.grounds import PARTS
from shandong_econ.rows.cells import Cell, decode_cell, encode_cell
from shandong_econ.rows.tables import Column, Table

Cells = Mapping[str, Cell]
"""The cells of a row that was read, by the name of their column."""
Place = str | Callable[[Column], str]
"""Where a row stands, such as "line 5"; or, where each cell has an address of its own, what gives that of a column."""
Coded = TypeVar("Coded", Area, Indicator, Unit)
Made = TypeVar("Made")


def _at(place: Place, column: Column) -> str:
    return f"{place}, column {column.name}" if isinstance(place, str) else place(column)


def decode_row(table: Table, texts: Mapping[str, str], place: Place) -> dict[str, Cell]:
    """The cells of a row from their texts, by column name; ReadError names the place and the column.

    A column that the file lacks is None in every row; a column that the table does not know is left alone.
    """
    cells: dict[str, Cell] = {}
    for column in table.columns:
        text = texts.get(column.name)
        try:
            cells[column.name] = decode_cell(column.kind, text) if text else None
        except ValueError as error:
            raise ReadError(f"{_at(place, column)}: {error}") from None
    return cells


def encode_row(table: Table, row: Sequence[Cell]) -> list[str]:
    """The texts of a row, in the order of the table's columns."""
    return [
        encode_cell(column.kind, cell, derived=column.derived) for column, cell in zip(table.columns, row, strict=True)
    ]


def build(
    make: Callable[[Cells], Made],
    cells: Cells,
    place: str,
    table: Table | None = None,
    address: Callable[[Column], str] | None = None,
) -> Made:
    """Makes a part of a report from its cells; ReadError names the place of what the model refuses.

    With the table it names the column, too, by `address` where each cell has one of its own.
    """
    try:
        return make(cells)
    except ModelError as error:
        message = str(error)
    for column in () if table is None else table.columns[1:]:  # the first is the number of the report
        if column.required and cells.get(column.name) is None:
            raise ReadError(f"{_at(address or place, column)}: it is empty, and no row is without it: fill it in")
        if cells.get(column.name) is not None and _is_well(make, {**cells, column.name: None}):
            raise ReadError(f"{_at(address or place, column)}: {message}")
    raise ReadError(f"{place}: {message}")


def _is_well(make: Callable[[Cells], object], cells: Cells) -> bool:
    try:
        make(cells)
    except ModelError:
        return False
    return True


def _coded(kind: type[Coded], cells: Cells, column: str) -> Coded | None:
    code, name, name_zh = (cells.get(column + end) for end in ("", "_name", "_name_zh"))
    if code is None and name is None and name_zh is None:
        return None
    return kind(code, name, name_zh)  # type: ignore[arg-type]  # the model checks what a cell holds


def _unit(cells: Cells) -> Unit | None:
    code, name, name_zh = (cells.get(column) for column in ("unit_measure", "unit_name", "unit_name_zh"))
    if code is None and name is None and name_zh is None:
        return None
    return Unit(code, name, name_zh)  # type: ignore[arg-type]  # the model checks what a cell holds


def _speaker(cells: Cells) -> Speaker | None:
    known: Any = [cells.get(column) for column in ("speaker_name", "speaker_role", "speaker_organisation")]
    return None if known == [None, None, None] else Speaker(*known)


def _span(cells: Cells, before: str = "") -> Span | None:
    start, end = cells.get(f"{before}start"), cells.get(f"{before}end")
    if start is None and end is None:
        return None
    return Span(start, end)  # type: ignore[arg-type]  # the model checks what a cell holds


def _ground(cells: Cells, part: str) -> Ground | None:
    how, span = cells.get(f"{part}_how"), _span(cells, f"{part}_how_")
    if how is None and span is None:
        return None
    return Ground(how, span)  # type: ignore[arg-type]  # the model checks what a cell holds


def _grounds(cells: Cells) -> Grounds:
    return Grounds(**{part: _ground(cells, part) for part in PARTS})


def _period(cells: Cells, column: str) -> Period | None:
    text: Any = cells.get(column)
    return None if text is None else Period.parse(text)


def observation_of(cells: Cells) -> Observation:
    """The figure of a row of OBSERVATIONS; ModelError if it holds none."""
    given: Any = cells
    return Observation(
        label=given.get("label"),
        indicator=_coded(Indicator, cells, "indicator"),
        area=_coded(Area, cells, "ref_area"),
        entity=given.get("entity"),
        period=_period(cells, "time_period"),
        measure=given.get("measure") or "level",
        comparison=given.get("comparison"),
        base=_period(cells, "base_period"),
        value=given.get("obs_value"),
        unit=_unit(cells),
        unit_mult=given.get("unit_mult") or 0,
        qualifier=given.get("qualifier") or "EQ",
        status=given.get("obs_status") or "A",
        relative_to=given.get("relative_to"),
        speaker=_speaker(cells),
        span=_span(cells),
        grounds=_grounds(cells),
    )


def statement_of(cells: Cells) -> Statement:
    """The statement of a row of STATEMENTS; ModelError if it holds none."""
    given: Any = cells
    return Statement(kind=given.get("kind"), speaker=_speaker(cells), text=given.get("text"), span=_span(cells))


def note_of(cells: Cells) -> Note:
    """The note of a row of NOTES; ModelError if it holds none."""
    given: Any = cells
    return Note(given.get("code"), given.get("message"), _span(cells))


def report_of(
    cells: Cells,
    observations: Iterable[Observation] = (),
    statements: Iterable[Statement] = (),
    notes: Iterable[Note] = (),
) -> Report:
    """The report of a row of REPORTS, with its parts; ModelError if it holds none."""
    given: Any = cells
    return Report(
        text=given.get("text") or "",
        title=given.get("title"),
        language=given.get("language"),
        published=given.get("published"),
        area=_coded(Area, cells, "ref_area"),
        authors=given.get("authors") or (),
        publisher=given.get("publisher"),
        uri=given.get("uri"),
        observations=observations,
        statements=statements,
        notes=notes,
    )


def disagreements(table: Table, cells: Cells, row: Sequence[Cell], place: Place) -> Iterator[Note]:
    """A Note for each derived cell that says other than what the facts give; an empty one is no disagreement.

    `cells` is what the file says and `row` the same row flattened anew from what was read.
    """
    for column, right in zip(table.columns, row, strict=True):
        found = cells.get(column.name)
        if column.derived and found is not None and found != right:
            said, gives = (encode_cell(column.kind, cell, derived=True) for cell in (found, right))
            message = f"{_at(place, column)} says {said!r}, and the facts beside it give {gives!r}, which holds"
            yield Note("derived_disagrees", message)
