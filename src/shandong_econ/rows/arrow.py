"""Rows of the tables as Arrow columns, with one schema for every report; import it late, for it loads pyarrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import Any, TypeAlias

import pyarrow

from shandong_econ.model import Report
from shandong_econ.rows.cells import encode_decimal
from shandong_econ.rows.flatten import Row, note_rows, observation_rows, report_row, statement_rows
from shandong_econ.rows.tables import FORMAT_VERSION, OBSERVATIONS, REPORTS, STATEMENTS, Column, Kind, Table
from shandong_econ.rows.typed import store_text

PRECISION, SCALE = 38, 10  # digits of an amount in all, and after the point: as many as every reader of Arrow takes
ROWS_A_BATCH = 10_000
EXACT = pyarrow.decimal128(PRECISION, SCALE)
_TYPES = {
    Kind.TEXT: pyarrow.string(),
    Kind.CODE: pyarrow.string(),
    Kind.INTEGER: pyarrow.int64(),
    Kind.DECIMAL: pyarrow.string(),  # as printed: 4.50 is not 4.5, and a column of decimals has one scale
    Kind.DATE: pyarrow.date32(),
    Kind.LIST: pyarrow.list_(pyarrow.string()),
}
_DAYS = (
    Column(
        "period_start", Kind.DATE, "First day", "First day of the period; empty where its year is open", derived=True
    ),
    Column("period_end", Kind.DATE, "Last day", "Last day of the period; empty where its year is open", derived=True),
)


def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of a table in Arrow: after the period of a figure come its first and its last day."""
    if table != OBSERVATIONS:
        return table.columns
    after = table.header.index("time_period") + 1
    return (*table.columns[:after], *_DAYS, *table.columns[after:])


def schema_of(table: Table) -> pyarrow.Schema:
    """The schema of a table, each column with its description."""
    fields = [
        pyarrow.field(column.name, _type(column), metadata={"description": column.description})
        for column in columns_of(table)
    ]
    return pyarrow.schema(fields, metadata={"shandong_econ": f"{table.name} {FORMAT_VERSION}"})


Encoder: TypeAlias = Callable[[Sequence[Any]], Sequence[Any]]
"""What makes the cells of a column what Arrow takes."""


def batches(reports: Iterable[Report], table: Table) -> Iterator[pyarrow.RecordBatch]:
    """The rows of a table of reports, some thousands at a time; reports are numbered from 1."""
    parts = (rows_of(report, key, table) for key, report in enumerate(reports, 1))
    return in_batches(parts, schema_of(table), [encoder(column) for column in columns_of(table)])


def in_batches(
    parts: Iterable[Iterable[Row]], schema: pyarrow.Schema, encoders: Sequence[Encoder]
) -> Iterator[pyarrow.RecordBatch]:
    """Rows by reports, those of one in one batch, with what makes the cells of each column what Arrow takes."""
    rows = list[Row]()
    for part in parts:
        rows.extend(part)
        if len(rows) >= ROWS_A_BATCH:
            yield _batch(schema, encoders, rows)
            rows = []
    if rows:
        yield _batch(schema, encoders, rows)


def amount_of(value: Decimal) -> Decimal | None:
    """The amount as the column's type holds it exactly, or None where it does not.

    >>> amount_of(Decimal("1.50E+8")), amount_of(Decimal("1E-11")), amount_of(Decimal("1E+28"))
    (Decimal('150000000.0000000000'), None, None)
    """
    try:
        return _EXACTLY.quantize(value, _LAST_DIGIT)
    except (Inexact, InvalidOperation):
        return None


_EXACTLY = Context(prec=PRECISION, traps=[Inexact, InvalidOperation])
_LAST_DIGIT = Decimal(1).scaleb(-SCALE)


def _type(column: Column) -> pyarrow.DataType:
    return EXACT if column.name == "amount" else _TYPES[column.kind]


def rows_of(report: Report, key: int, table: Table) -> Iterator[Row]:
    """The rows of a report in a table, in the columns of Arrow."""
    if table == REPORTS:
        yield report_row(report, key)
    elif table == OBSERVATIONS:
        after = table.header.index("time_period") + 1
        for figure, row in zip(report.observations, observation_rows(report, key), strict=True):
            days = (None, None) if figure.period is None else (figure.period.first, figure.period.last)
            yield (*row[:after], *days, *row[after:])
    else:
        yield from (statement_rows if table == STATEMENTS else note_rows)(report, key)


def encoder(column: Column) -> Encoder:
    """What makes the cells of a column what Arrow takes."""
    return exact if column.name == "amount" else _ENCODERS.get(column.kind, as_they_are)


def _batch(schema: pyarrow.Schema, encoders: Sequence[Encoder], rows: list[Row]) -> pyarrow.RecordBatch:
    arrays = [
        pyarrow.array(encode(cells), type=field.type)
        for encode, field, cells in zip(encoders, schema, zip(*rows, strict=True), strict=True)
    ]
    return pyarrow.record_batch(arrays, schema=schema)


def exact(cells: Sequence[Decimal | None]) -> list[Decimal | None]:
    """The cells of a column of decimals, with None for each that its type does not hold exactly."""
    return [None if cell is None else amount_of(cell) for cell in cells]


def as_they_are(cells: Sequence[Any]) -> Sequence[Any]:
    """The cells of a column that Arrow takes as they are: numbers, days and flags."""
    return cells


def texts(cells: Sequence[str | None]) -> Sequence[str | None]:
    """The cells of a column of texts as UTF-8 holds them; of many that are alike each is looked at once."""
    escaped = {cell: stored for cell in set(cells) if cell is not None and (stored := store_text(cell)) != cell}
    return [escaped.get(cell, cell) if cell is not None else None for cell in cells] if escaped else cells


def _digits(cells: Sequence[Decimal | None]) -> list[str | None]:
    return [None if cell is None else encode_decimal(cell) for cell in cells]


def _lists(cells: Sequence[tuple[str, ...] | None]) -> list[list[str] | None]:
    return [None if cell is None else [store_text(text) for text in cell] for cell in cells]


_ENCODERS: dict[Kind, Encoder] = {Kind.TEXT: texts, Kind.CODE: texts, Kind.DECIMAL: _digits, Kind.LIST: _lists}
