"""Rows that only open a section of all that is told: 一、经济发展, over what is no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.table.head.head import UNNUMBERED, Head
from shandong_econ.parsing.table.head.reading import head_of
from shandong_econ.parsing.table.matrix import EMPTY, Matrix
from shandong_econ.parsing.table.names import NARROWED, WHOLE, is_topic, kind_of
from shandong_econ.parsing.table.regions import Region


def topics_of(matrix: Matrix, region: Region, stubs: Sequence[int], figures: Sequence[int]) -> frozenset[int]:
    """The cells of heads that nobody knows and that leave nothing out.

    They are numbered, stand in a column of their own, or are three at least.
    What stands under them is known by itself, and none of it is told again under another of them, as it would be if
    each were one of many that have the same: 国有企业 and 民营企业, each with its profits.
    """
    sections: list[int] = []
    under: list[str] = []
    is_marked = True
    for row in region.body:
        told = [column for column in stubs if matrix.kind(row, column) != EMPTY]
        if not told:
            continue
        at = matrix.rows[row][told[0]]
        last = _head(matrix, matrix.rows[row][told[-1]])
        has_figures = any(matrix.kind(row, column) != EMPTY for column in figures)
        if has_figures:
            under.append(last.name)
        if told[0] == stubs[0] and (len(told) > 1 or not has_figures) and at not in sections:
            sections.append(at)
            is_marked = is_marked and (len(told) > 1 or last.depth != UNNUMBERED)
    names = [_head(matrix, at).name for at in sections]
    unknown = [name for name in names if not kind_of(name, matrix.language) or is_topic(name)]
    known = [name for name in under if kind_of(name, matrix.language) in (WHOLE, NARROWED)]
    leaves_all = len(set(known)) == len(known) and 2 * len(known) > len(under)
    fewest = 2 if is_marked else 3
    return frozenset(sections if len(names) >= fewest and unknown == names and all(names) and leaves_all else ())


def _head(matrix: Matrix, at: int) -> Head:
    span = matrix.cells[at].span
    return head_of(matrix.text, span.start, span.end, matrix.language, None, is_beside=True)
