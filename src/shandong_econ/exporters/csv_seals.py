"""The column `seal` of a csv: it tells of each row whether it is as it was written, and no row before it is gone.

The seal of a row is of its facts and the seal of the row before. One full stop after it marks the last row of a report,
and two the last row of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import itemgetter
from typing import NamedTuple

from shandong_econ.errors import ReadError
from shandong_econ.model import Note
from shandong_econ.rows import OBSERVATIONS, Column, Kind, Placed, Table, encode_cell, seal_broken, seal_of

END = "."
SEAL = Column("seal", Kind.CODE, "Seal", "Letters that follow from this row and the rows before it", derived=True)
COLUMNS = Table(OBSERVATIONS.name, (*OBSERVATIONS.columns, SEAL))
"""What stands in a csv."""
_FACTS = [column for column in OBSERVATIONS.columns if not column.derived]
_NAMES = [column.name for column in _FACTS]
_of_facts = itemgetter(*map(OBSERVATIONS.columns.index, _FACTS))
_SHOWN = 5  # rows that a note names, of all that it is about


class Sealed(NamedTuple):
    """A row that was read, the texts of its facts, their seal after the row before, and whether the row bears it."""

    row: Placed
    facts: Sequence[str]
    seal: str
    holds: bool


def seal_after(before: str, cells: Sequence[str]) -> str:
    """The seal of a row's cells, after that of the row before."""
    return seal_of(_of_facts(cells), after=before)


def with_seals(rows: Iterator[tuple[Placed, Mapping[str, str]]]) -> Iterator[Sealed]:
    """The rows of a file, of each its cells and their texts, with what its seal says of it."""
    before = ""
    ahead = next(rows, None)
    while ahead is not None:
        (row, texts), ahead = ahead, next(rows, None)
        ends = 2 if ahead is None else int(ahead[0].cells["report"] != row.cells["report"])
        sealed = _as_it_stands(row, texts, before, ends)
        yield sealed if sealed.holds else _as_we_write_it(row, before, ends)
        before = _seal(row).rstrip(END)


def _as_it_stands(row: Placed, texts: Mapping[str, str], before: str, ends: int) -> Sealed:
    return _sealed(row, [texts.get(name, "") for name in _NAMES], before, ends)


def _as_we_write_it(row: Placed, before: str, ends: int) -> Sealed:
    """The row in our own words: another program may write 8 as 8.0, which is no change."""
    facts = [encode_cell(column.kind, row.cells[column.name]) for column in _FACTS]
    return _sealed(row, facts, before, ends)


def _sealed(row: Placed, facts: Sequence[str], before: str, ends: int) -> Sealed:
    seal = seal_of(facts, after=before)
    return Sealed(row, facts, seal, holds=_seal(row) == seal + END * ends)


def are_sealed(rows: Iterable[Sealed]) -> bool:
    """Whether any of the rows has a seal, which people may have taken out."""
    return any(_seal(row.row) for row in rows)


def edits(rows: Iterable[Sealed]) -> Iterator[Note]:
    """A Note that names the rows whose seals don't hold, if there are any."""
    places = [row.row.place for row in rows if not row.holds]
    if places:
        more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        yield seal_broken(f"{', '.join(places[:_SHOWN])}{more}, or rows beside that are gone")


def edits_beside(key: int, rows: Sequence[Sealed], *, recorded: str | None, before: str) -> Iterator[Note]:
    """The same, by what a companion has recorded of the rows of a report, and of those of the reports before it.

    ReadError if the rows are as they were written, and the companion was written with others.
    """
    whole = all(row.holds for row in rows)
    if recorded == (rows[-1].seal if rows and whole else reduce(_seal_on, rows, before)):
        return
    if rows and whole:
        remedy = "export again, or move the companion away to read the rows alone"
        raise ReadError(f"{rows[0].row.place}: the companion was not written with the rows of report {key}: {remedy}")
    if not rows and recorded is not None:
        yield seal_broken(f"report {key}, all rows of which are gone")
    elif are_sealed(rows):
        yield from edits(rows)
    elif recorded is not None:
        yield seal_broken(f"{rows[0].row.place}, or others of the rows of report {key}")


def _seal_on(before: str, row: Sealed) -> str:
    return seal_of(row.facts, after=before)


def _seal(row: Placed) -> str:
    return str(row.cells[SEAL.name] or "")
