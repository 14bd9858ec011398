"""Where a table has its heads and its body: rows of heads, columns of heads, and tables that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.table.matrix import EMPTY, MARK, VALUE, WORDS, YEAR, Matrix
from shandong_econ.parsing.table.units import Measured, unit_in_column, unit_of
from shandong_econ.parsing.table.words import are_numbers, says

STUB, UNIT, INDEX, FIGURES, REMARK = "stub", "unit", "index", "figures", "remark"

_LETTERED = re.compile(r"[A-Z]|[A-Z\d]{1,2} ?= ?[A-Z\d]{1,2}(?: ?[-+*/×÷] ?[A-Z\d]{1,3})*")


@attrs.frozen
class Region:
    """A part of a table with heads of its own: rows of heads, then rows of its body, in columns of each kind."""

    heads: tuple[int, ...]
    body: tuple[int, ...]
    columns: tuple[int, ...]
    roles: tuple[str, ...]

    def of_role(self, role: str) -> tuple[int, ...]:
        """The columns of a kind."""
        return tuple(column for column, own in zip(self.columns, self.roles, strict=True) if own == role)


def regions(matrix: Matrix) -> Iterator[Region]:
    """The parts of a table: one below another where rows of heads stand between, one beside another."""
    for heads, body in _blocks(matrix):
        roles = [_role(matrix, column, heads, body) for column in range(matrix.width)]
        roles = list(_without_remarks(matrix, heads, roles))
        for columns in _side_by_side(roles):
            yield Region(heads, body, columns, tuple(roles[column] for column in columns))


def units_of_rows(matrix: Matrix, region: Region) -> Mapping[int, tuple[Measured, ...]]:
    """The units of each row for which the columns of units give any; a mark says that it is that of the row above."""
    found: dict[int, tuple[Measured, ...]] = {}
    for column in region.of_role(UNIT):
        told: tuple[Measured, ...] = ()
        for row, at in enumerate(cells[column] for cells in matrix.rows):
            words = matrix.words(at)
            if not row or not says(words, "ditto"):
                told = unit_in_column(words, matrix.language)
            if told and matrix.kind(row, column) != MARK:
                found.setdefault(row, told)
    return found


def _blocks(matrix: Matrix) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    heads: list[int] = []
    body: list[int] = []
    height = len(matrix.rows)
    for row in range(height):
        if is_of_index(matrix, row) or not matrix.telling(row):
            continue
        if _is_head(matrix, row, heads, begins=not body):
            if body:
                yield tuple(heads), tuple(body)
                heads, body = [], []
            heads.append(row)
        else:
            body.append(row)
    if body:
        yield tuple(heads), tuple(body)


def _is_head(matrix: Matrix, row: int, above: Sequence[int], *, begins: bool) -> bool:
    """Whether a row heads columns: it has no value, and words over more than the first column."""
    told = matrix.telling(row)
    kinds = [matrix.kinds[at] for at in told]
    if begins and _is_of_months(matrix, told):
        return True
    if VALUE in kinds or MARK in kinds:
        return False
    first = matrix.rows[row][0]
    opens = first < 0 or matrix.kinds[first] == EMPTY or matrix.cells[first].row < row
    beyond = sum(matrix.cells[at].column > 0 for at in told)
    if begins:
        return not above or beyond > 0
    figures = sum(matrix.kind(row, column) in (WORDS, YEAR) for column in range(matrix.width))
    return beyond > 1 and (opens or figures * 2 >= matrix.width) and row < matrix.last_of_values


def _is_of_months(matrix: Matrix, told: Sequence[int]) -> bool:
    """Whether heads, with words or without, tell a month and those to it by numbers, as customs do: 4, 1 to 4."""
    months = {at: match for at in told if (match := _MONTH.fullmatch(matrix.words(at)))}
    if any(matrix.kinds[at] == VALUE for at in told if at not in months):
        return False
    return any(one["to"] for one in months.values()) and len({one["month"] for one in months.values()}) == 1


_MONTH = re.compile(r"(?P<to>1 ?(?:to|至) ?)?(?P<month>1[0-2]|[1-9])")


def is_of_index(matrix: Matrix, row: int) -> bool:
    """Whether a row only numbers the columns, or says by letters how they are reckoned: 甲 1 2 3, A=B+C B C."""
    words = [matrix.words(at) for at in matrix.telling(row)]
    if len(words) < matrix.width - 1:
        return False
    if row and len(words) > 2 and all(map(_LETTERED.fullmatch, words[1:])):
        return True
    return are_numbers([word for word in words if word.isdecimal() or len(word) > 1])


def _role(matrix: Matrix, column: int, heads: Sequence[int], body: Sequence[int]) -> str:
    kinds = [matrix.kind(row, column) for row in body]
    told = [kind for kind in kinds if kind not in (EMPTY, MARK)]
    bare = _bare_head(matrix, column, heads)
    if (named := next((role for role in (INDEX, UNIT, REMARK) if says(bare, role)), None)) is not None:
        return named
    if bare.endswith(tuple(word_list("zh", "table.codes") + word_list("en", "table.codes"))):
        return INDEX
    words = [matrix.words(matrix.rows[row][column]) for row in body if matrix.kind(row, column) not in (EMPTY, MARK)]
    if column and told and set(told) == {WORDS} and all(unit_of(word, matrix.language) for word in words):
        return UNIT
    if sum(kind == WORDS for kind in told) * 2 > len(told):
        return STUB
    is_named = (column == 0 and matrix.width > 1) or says(bare, "corner")
    if told and set(told) <= {YEAR, WORDS} and is_named:
        return STUB
    if column == 0 and not bare and are_numbers(words):
        return INDEX
    return FIGURES if told or MARK in kinds or (bare and column) else REMARK


def _without_remarks(matrix: Matrix, heads: Sequence[int], roles: Sequence[str]) -> Iterator[str]:
    """The roles, in which words behind figures are remarks on them, unless another table begins there.

    It does where its head is that of the first names, or that of any.
    """
    first = next((column for column, role in enumerate(roles) if role == STUB), 0)
    seen = False
    for column, role in enumerate(roles):
        begins = not seen or column < first or not heads
        own = _bare_head(matrix, column, heads)
        begins = begins or own == _bare_head(matrix, first, heads) or says(own, "corner")
        yield role if role != STUB or begins else REMARK
        seen = seen or (role == FIGURES and STUB in roles[: column + 1])


def _bare_head(matrix: Matrix, column: int, heads: Sequence[int]) -> str:
    told = (matrix.words(matrix.rows[row][column]) for row in reversed(heads) if matrix.kind(row, column) != EMPTY)
    return next(told, "").replace(" ", "").lower()


def _side_by_side(roles: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """The columns of each of the tables that stand side by side: each begins with a column of names."""
    columns: list[int] = []
    seen = False
    for column, role in enumerate(roles):
        begins = role == STUB and seen and STUB in roles[:column] and FIGURES in roles[column:]
        if begins and columns:
            yield tuple(columns)
            columns, seen = [], False
        columns.append(column)
        seen = seen or role == FIGURES
    yield tuple(columns)
