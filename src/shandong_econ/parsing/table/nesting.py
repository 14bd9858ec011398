"""The heads beside each row: its own, and those of the rows that it is a part of, by indents, numbers and 其中."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.table.heads import UNNUMBERED, Head, head_of
from shandong_econ.parsing.table.matrix import EMPTY, Matrix
from shandong_econ.parsing.table.regions import FIGURES, STUB, Region


@attrs.frozen
class _Row:
    """A row as its neighbours see it."""

    head: Head
    indent: int
    has_figures: bool
    is_section: bool
    """Whether its one cell goes across the table."""


def paths(matrix: Matrix, region: Region, home: Area | None) -> Iterator[tuple[int, list[Head]]]:
    """Each row of a body that has figures, with the heads beside it, the outermost first."""
    stubs, figures = region.of_role(STUB), region.of_role(FIGURES)
    stack: list[_Row] = []
    outer: dict[int, Head] = {}
    for row in region.body:
        has_figures = any(
            matrix.kind(row, column) != EMPTY and not _reaches(matrix, row, column, stubs) for column in figures
        )
        told = [column for column in stubs if matrix.kind(row, column) != EMPTY]
        if not told and not stubs:
            yield row, []
            continue
        if not told:
            if has_figures:
                yield row, [outer[column] for column in stubs if column in outer]
            continue
        for column in told:
            cell = matrix.cells[matrix.rows[row][column]]
            outer[column] = head_of(matrix.text, cell.span.start, cell.span.end, matrix.language, home)
            for later in [one for one in stubs if one > column]:
                outer.pop(later, None)
        cell = matrix.cells[matrix.rows[row][told[-1]]]
        own = _Row(outer[told[-1]], cell.indent, has_figures, cell.columns > len(stubs) and not has_figures)
        if len(stubs) == 1 or own.is_section:
            _unwind(stack, own, matrix.language)
            stack.append(own)
            if has_figures:
                yield row, [one.head for one in stack]
        elif has_figures:
            sections = [one.head for one in stack if one.is_section]
            yield row, [*sections, *(outer[column] for column in stubs if column in outer)]


def _reaches(matrix: Matrix, row: int, column: int, stubs: Sequence[int]) -> bool:
    """Whether a place is covered by a cell of the columns of heads."""
    at = matrix.rows[row][column]
    return at >= 0 and matrix.cells[at].column in stubs


def _unwind(stack: list[_Row], new: _Row, language: str) -> None:
    """Leaves of the rows before only those that a new one is a part of."""
    if _only_groups(new.head, language):  # what was told apart in one way is now told apart in another
        group = next((n for n, one in enumerate(stack) if _only_groups(one.head, language)), len(stack))
        del stack[group:]
    while stack and not _holds(stack[-1], new, language):
        stack.pop()


def _holds(top: _Row, new: _Row, language: str) -> bool:
    one, other = top.head, new.head
    if top.is_section:
        return not new.is_section or one.depth < other.depth
    if new.is_section:
        return False
    if other.is_part and not one.is_part and top.indent <= new.indent:
        return True
    if one.is_part and not other.is_part and top.indent < new.indent:
        return False  # it stands in line with the word behind 其中
    if top.indent != new.indent:
        return top.indent < new.indent
    if one.depth < other.depth:
        return other.depth != UNNUMBERED or not one.is_part
    if one.depth != UNNUMBERED or other.depth != UNNUMBERED:
        return False
    if top.has_figures:
        return not new.has_figures and _only_groups(other, language)
    return new.has_figures


def _only_groups(head: Head, language: str) -> bool:
    """Whether a head only says by what those under it are told apart: 按经济类型分."""
    return _grouping(language).match(head.name) is not None


def grouped(head: Head, language: str) -> bool:
    """Whether a head adds nothing to the names of those under it."""
    return not head.name or _only_groups(head, language)


@cache
def _grouping(language: str) -> re.Pattern[str]:
    leads, ends = word_list(language, "table.grouped")
    return re.compile(rf"{either((leads,))}.*{re.escape(ends)}", re.I)
