"""The heads over the columns of a table without walls: one for each, several that stand close, one over a group."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from shandong_econ.grids import Entry
from shandong_econ.sources.pdf_lines import Line, Segment, whole

Column = tuple[float, float]
"""From where to where a column goes."""
_HEAD_GAP = 0.5  # of the size of the letters, which parts heads but no words
_CLEARLY = 1.5  # times as wide are gaps between heads as those between their words


def parted_as(line: Line, row: Line) -> Line:
    """A line whose pieces stand over the values of a row, each as a cell, if the gaps are wider than between words."""
    segments: list[Segment] = []
    for segment in line.segments:
        groups: list[tuple[int | None, list[Segment]]] = []
        for piece in segment.pieces or (segment,):
            column = next((n for n, cell in enumerate(row.segments) if piece.meets(cell)), None)
            near = groups and piece.left - groups[-1][1][-1].right < _HEAD_GAP * line.size
            if near and groups:
                groups[-1][1].append(piece)
            else:
                groups.append((column, [piece]))
        columns = [column for column, _ in groups]
        if len(groups) > 1 and None not in columns and len(set(columns)) == len(columns):
            segments += [whole(pieces, line.size) for _, pieces in groups]
        else:
            segments.append(segment)
    return attrs.evolve(line, segments=tuple(segments))


def in_order(line: Line, columns: Sequence[Column]) -> list[Entry] | None:
    """The heads of a line that has one for each column, or for each but that of names: set left, numbers set right.

    None of a line with values, or of another number of heads: these belong to what stands below them.
    """
    if line.has_values:
        return None
    first = 1 if line.left > columns[0][1] else 0
    heads = _by_widest_gaps(line, len(columns) - first)
    return None if heads is None else [Entry(head.text, 0, column) for column, head in enumerate(heads, first)]


def _by_widest_gaps(line: Line, count: int) -> Sequence[Segment] | None:
    """So many heads as a line has: its cells, or what the widest gaps in it part, if they are clearly wider."""
    if len(line.segments) == count:
        return line.segments
    pieces = [piece for segment in line.segments for piece in segment.pieces or (segment,)]
    gaps = sorted((two.left - one.right for one, two in pairwise(pieces)), reverse=True)
    if not 1 < count <= len(gaps) or gaps[count - 2] < _CLEARLY * gaps[count - 1]:
        return None
    heads: list[list[Segment]] = [[pieces[0]]]
    for one, two in pairwise(pieces):
        if two.left - one.right >= gaps[count - 2]:
            heads.append([])
        heads[-1].append(two)
    return [whole(head, line.size) for head in heads]
