"""The cells of a sheet as tables and lines: what empty rows and columns set apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import attrs

from shandong_econ.grids import Entry, Table
from shandong_econ.grids.surroundings import gives_unit, is_caption, is_note

_NUMBER = re.compile(r"[+\-−－]?\s?\d[\d,，]*(?:\.\d+)?\s?[%％‰]?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _in_order(numbers: Iterable[int]) -> list[int]:
    return sorted(numbers)


@attrs.frozen
class Shown:
    """The rows, or the columns, of a sheet that are shown: all but those that are hidden.

    >>> columns = Shown({1, 2})
    >>> columns.before(3), columns.within(0, 4)
    (1, 2)
    """

    hidden: Sequence[int] = attrs.field(converter=_in_order)

    def before(self, number: int) -> int:
        """How many are shown before that one."""
        return number - bisect_left(self.hidden, number)

    def within(self, start: int, count: int = 1) -> int:
        """How many are shown of so many."""
        return self.before(start + count) - self.before(start)


def blocks_of_sheet(entries: Sequence[Entry]) -> Iterator[str | Table]:
    """The lines and the tables of the cells of a sheet, from top to bottom, and those side by side from the left.

    Rows that an empty one sets apart go on with the table over them, if they have values and no heads of their own.
    """
    table: list[Entry] = []
    left = right = 0  # where the table begins and ends
    waiting: list[list[Entry]] = []  # groups of single cells, of which it is not known yet whether the table goes on
    for group in _groups([entry for entry in entries if entry.words.strip()]):
        if all(len(row) == 1 for row in _rows(group)):
            waiting.append(group)
            continue
        if table and _goes_on(group, left, right) and not any(map(_ends_a_table, waiting)):
            added = [entry for each in [*waiting, group] for entry in each]
            table += added
            left, right = min(left, _left(added)), max(right, _right(added))
        else:
            yield from _parts(table)
            yield from (entry.words for each in waiting for entry in each)
            table, left, right = group, _left(group), _right(group)
        waiting = []
    yield from _parts(table)
    yield from (entry.words for each in waiting for entry in each)


def _rows(entries: Sequence[Entry]) -> list[list[Entry]]:
    rows: dict[int, list[Entry]] = {}
    for entry in entries:
        rows.setdefault(entry.row, []).append(entry)
    return [rows[number] for number in sorted(rows)]


def _groups(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The cells between empty rows."""
    group: list[Entry] = []
    end = 0
    for row in _rows(entries):
        if group and row[0].row > end:
            yield group
            group = []
        group += row
        end = max([end, *(entry.row + entry.rows for entry in row)])
    if group:
        yield group


def _ends_a_table(group: Sequence[Entry]) -> bool:
    return any(is_caption(entry.words) or is_note(entry.words) or gives_unit(entry.words) for entry in group)


def _goes_on(group: Sequence[Entry], left: int, right: int) -> bool:
    """Whether the first row of several cells has a value, and all stand under a table between these columns."""
    first = next(row for row in _rows(group) if len(row) > 1)
    return (
        any(is_value(entry.words) for entry in first[1:])
        and left <= _left(group)
        and max(entry.column for entry in group) <= right
    )


def _left(entries: Sequence[Entry]) -> int:
    return min(entry.column for entry in entries)


def _right(entries: Sequence[Entry]) -> int:
    return max(entry.column + entry.columns for entry in entries)


def is_value(words: str) -> bool:
    """Whether a cell holds a number, which a year alone is not."""
    words = words.strip()
    return _NUMBER.fullmatch(words) is not None and _YEAR.fullmatch(words) is None


def _parts(entries: Sequence[Entry]) -> Iterator[Table]:
    """The tables that stand side by side with an empty column between, each with names on its left and values."""
    if not entries:
        return
    body = [entry for row in _rows(entries) if len(row) > 1 for entry in row]
    covered = sorted({column for entry in body for column in range(entry.column, entry.column + entry.columns)})
    starts = [column for n, column in enumerate(covered) if n == 0 or covered[n - 1] < column - 1]
    parts = [
        [entry for entry in entries if start <= entry.column < end or (n == 0 and entry.column < start)]
        for n, (start, end) in enumerate(zip(starts, [*starts[1:], 1 << 30], strict=True))
    ]
    for part in parts if len(parts) > 1 and all(map(_stands_alone, parts)) else [list(entries)]:
        yield Table(tuple(part))


def _stands_alone(part: Sequence[Entry]) -> bool:
    left = _left(part)
    names = [entry for entry in part if entry.column == left]
    values = [entry for entry in part if entry.column > left and is_value(entry.words)]
    return bool(values) and 2 * sum(is_value(entry.words) for entry in names) < len(names)
