"""Rows that only open a section of all that is told: 一、经济发展, over what is no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.table.heads import UNNUMBERED, Head, head_of
from shandong_econ.parsing.table.matrix import EMPTY, Matrix
from shandong_econ.parsing.table.names import NARROWED, WHOLE, is_topic, kind_of
from shandong_econ.parsing.table.regions import Region


def topics_of(matrix: Matrix, region: Region, stubs: Sequence[int], figures: Sequence[int]) -> frozenset[int]:
    """The cells of heads, numbered or in a column of their own, that nobody knows and that leave nothing out.

    What stands under them is known by itself, and none of it is told again under another of them, as it would be if
    each were one of many that have the same: 国有企业 and 民营企业, each with its profits.
    """
    sections: list[int] = []
    under: list[str] = []
    for row in region.body:
        told = [column for column in stubs if matrix.kind(row, column) != EMPTY]
        if not told:
            continue
        at = matrix.rows[row][told[0]]
        last = _head(matrix, matrix.rows[row][told[-1]])
        has_figures = any(matrix.kind(row, column) != EMPTY for column in figures)
        if has_figures:
            under.append(last.name)
        opens = told[0] == stubs[0] and (len(told) > 1 or (not has_figures and last.depth != UNNUMBERED))
        if opens and at not in sections:
            sections.append(at)
    names = [_head(matrix, at).name for at in sections]
    unknown = [name for name in names if not kind_of(name, matrix.language) or is_topic(name)]
    known = [name for name in under if kind_of(name, matrix.language) in (WHOLE, NARROWED)]
    leaves_all = len(set(known)) == len(known) and 2 * len(known) > len(under)
    return frozenset(sections if len(names) > 1 and unknown == names and all(names) and leaves_all else ())


def _head(matrix: Matrix, at: int) -> Head:
    span = matrix.cells[at].span
    return head_of(matrix.text, span.start, span.end, matrix.language, None, is_beside=True)
