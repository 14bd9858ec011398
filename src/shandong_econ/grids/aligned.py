"""Columns of lines by where their words stand on paper: what blanks part in all rows stands in different columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from shandong_econ.grids.counted_heads import MOST_HEADS, Heads, grouped
from shandong_econ.grids.spaced_lines import MOST_COLUMNS, SpacedLine
from shandong_econ.model import Span

WIDTHS = (2, 1)
"""How wide a character of Chinese is: as it is printed, and as a program counts it."""
_NEAR = 1  # places by which what begins, ends or is centred together may differ
_Extent = tuple[int, int]
_Group = tuple[int, int]  # the first of some columns, and how many they are


@attrs.frozen
class Columns:
    """From which place to which each column stands on paper, and how wide a character of Chinese is there."""

    extents: Sequence[_Extent]
    width: int

    def cells(self, line: SpacedLine) -> tuple[tuple[Span, int], ...] | None:
        """The pieces of a line, each with its column; None where two that stand apart are of one, or one of two."""
        found: list[tuple[Span, int]] = []
        starts = [start for start, _ in self.extents]
        for span, (start, end) in zip(line.pieces, line.extents(line.pieces, self.width), strict=True):
            column = max(bisect_right(starts, start) - 1, 0)
            if end > ([*starts, end])[column + 1]:
                return None
            if not found or found[-1][1] != column:
                found.append((span, column))
            elif span.start - found[-1][0].end == 1:  # the number with which a name ends
                found[-1] = (Span(found[-1][0].start, span.end), column)
            else:
                return None
        return tuple(found)

    def raggedness(self, rows: Sequence[SpacedLine]) -> int:
        """By how many places what stands in one column neither begins, ends nor is centred together."""
        placed = [extent for row in rows for extent in row.extents(row.pieces, self.width)]
        apart = 0
        for begin, end in self.extents[1:]:
            sides = [(one, other, (one + other) // 2) for one, other in placed if begin <= one < end]
            apart += min(max(side) - min(side) for side in zip(*sides, strict=True))
        return apart


def columns_of(rows: Sequence[SpacedLine], width: int) -> Columns | None:
    """The columns in which the pieces of rows stand, None where they cannot be told."""
    columns = Columns(_merged(extent for row in rows for extent in row.extents(row.pieces, width)), width)
    return columns if 0 < len(columns.extents) <= MOST_COLUMNS and all(map(columns.cells, rows)) else None


def _merged(extents: Iterable[_Extent]) -> list[_Extent]:
    """Stretches that no blank parts, each as one."""
    found: list[_Extent] = []
    for start, end in sorted(extents):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def heads_aligned(
    lines: Sequence[SpacedLine], at: int, least: int, columns: Columns, text: str
) -> tuple[int, list[Heads]] | None:
    """Where the heads over a row begin, and their cells line by line; None if not all are clear, or a column has none.

    A word alone under heads is beside them, or a section of the rows.
    """
    beside, *over = columns.extents
    parts = [(extent, "") for extent in over]
    heads: list[Heads] = []
    corner: Heads = []
    bare = {*range(1, len(over) + 1)}
    begin = at
    while at > least and len(heads) < MOST_HEADS and lines[at - 1].may_be_of_table:
        at -= 1
        line = lines[at]
        placed = [*zip(line.fields, line.extents(line.fields, columns.width), strict=True)]
        names = [span for span, (start, _) in placed if start < beside[1]]
        told = [extent for _, extent in placed[len(names) :]]
        if names and not (told or corner) and (not heads or heads[0][0][1]):
            corner = [(Span(names[0].start, names[-1].end), 0, 1)]
            continue
        if not told:
            break
        groups = (_groups if heads else _each)(told, parts)
        if groups is None or len({span.cut(text).isascii() for span in names}) < len(names):
            if len(placed) > 1:
                return None
            break
        spans = [span for span, _ in placed[len(names) :]]
        own: Heads = [(Span(names[0].start, names[-1].end), 0, 1)] if names else []
        own += ((span, first + 1, count) for span, (first, count) in zip(spans, groups, strict=True))
        heads = [own, *([[*corner, *heads[0]]] if heads else [corner] if corner else []), *heads[1:]]
        corner, begin = [], at
        for span, extent, (first, count) in zip(spans, told, groups, strict=True):
            bare.difference_update(range(first + 1, first + count + 1))
            if count == 1:
                (start, end), _ = parts[first]
                parts[first] = (min(start, extent[0]), max(end, extent[1])), span.cut(text)
    return None if bare and heads else (begin, heads)


def _each(told: Sequence[_Extent], parts: Sequence[tuple[_Extent, str]]) -> list[_Group] | None:
    """Over which column each head of a line stands, the one that is nearest, None if that is not clear."""
    over = [extent for extent, _ in parts]
    near = {_nearest(extent, over) for extent in told}
    return [(n, 1) for n in sorted(near)] if len(near - {-1}) == len(told) else None


def _groups(told: Sequence[_Extent], parts: Sequence[tuple[_Extent, str]]) -> list[_Group] | None:
    """Over which columns each head of a line stands that has others under it, None if that is not clear.

    It begins or is centred with a group, or those under it are as those under the others; none comes twice in a group.
    One of a line over a part of the columns stands over all of its own.
    """
    over = [extent for extent, _ in parts]
    if len(told) >= len(over):
        return _each(told, parts)
    alike = grouped([words for _, words in parts], range(len(over) + 1))
    ways = [*_ways(told, over), *([_between(alike)] if len(alike) == len(told) + 1 else [])]
    ways = [way for way in ways if all(_differ([words for _, words in parts[one : one + n]]) for one, n in way)]
    return ways[-1] if ways and all(way == ways[-1] for way in ways) else None


def _ways(told: Sequence[_Extent], over: Sequence[_Extent]) -> Iterator[list[_Group]]:
    """The groups with which heads begin or are centred."""
    left = [next((n for n, one in enumerate(over) if abs(one[0] - start) <= _NEAR), -1) for start, _ in told]
    if left[0] == 0 and all(one < other for one, other in pairwise(left)):
        yield _between([*left, len(over)])
    if told[0][0] > over[0][1]:
        under = [[n for n, one in enumerate(over) if one[0] < end and start < one[1]] for start, end in told]
        if all(_fits(extent, [over[n] for n in each]) for extent, each in zip(told, under, strict=True)):
            yield [(each[0], len(each)) for each in under]
    centred = [0]
    for start, end in told:
        at = centred[-1]
        behind = (n for n in range(at, len(over)) if abs(over[at][0] + over[n][1] - start - end) <= 2 * _NEAR + 1)
        centred.append(next(behind, -1) + 1)
        if not centred[-1]:
            return
    if centred[-1] == len(over):
        yield _between(centred)


def _fits(extent: _Extent, under: Sequence[_Extent]) -> bool:
    """Whether words begin, end or are centred with all columns under them."""
    before, behind = (under[0][0] - extent[0], under[-1][1] - extent[1]) if under else (_NEAR + 1, _NEAR + 1)
    return min(abs(before), abs(behind), abs(before + behind) // 2) <= _NEAR


def _differ(words: Sequence[str]) -> bool:
    """Whether no two heads of a group are the same."""
    told = [*filter(None, words)]
    return len({*told}) == len(told)


def _between(starts: Sequence[int]) -> list[_Group]:
    return [(one, other - one) for one, other in pairwise(starts)]


def _nearest(extent: _Extent, over: Sequence[_Extent]) -> int:
    """The column to which words are nearest, -1 if they are so to two."""
    gaps = [max(start - extent[1], extent[0] - end, -1) for start, end in over]
    least = min(gaps)
    near = [n for n, gap in enumerate(gaps) if gap == least]
    return near[0] if len(near) == 1 else -1
