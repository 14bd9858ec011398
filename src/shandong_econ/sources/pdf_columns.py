"""Lines of a page that stand below one another as the rows of a table without walls: columns are where they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from shandong_econ.grids import Entry
from shandong_econ.sources.pdf_centred import centred, stand_between
from shandong_econ.sources.pdf_heads import Column, in_order, spread, tells_more
from shandong_econ.sources.pdf_lines import NEAR, WRAPPED, Line, Segment, whole
from shandong_econ.sources.sheets import is_value

_TIGHT = 0.8  # times the usual distance of rows, below which a line is the rest of the row above it


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The cells of lines in the columns that they share; the rest of a cell is joined to what stands over it."""
    lines = _without_repeated_heads(lines)
    columns = _columns(lines)
    usual = _usual_distance(lines)
    rows: list[dict[int, Entry]] = []
    body = _end_of_heads(lines)
    height, heads = centred(lines[:body], columns) if stand_between(lines[:body]) else (0, [])
    for n, line in enumerate(lines):
        if heads and n < body:
            continue
        entries = [*_placed(line, columns)]
        if n + 1 < len(lines) and not line.has_values and tells_more(lines[n + 1], line):
            entries = spread(entries, len(columns))
        placed = {entry.column: entry for entry in entries}
        if rows and _is_rest(placed, rows[-1], lines[n - 1].bottom - line.bottom, usual, line.size):
            for column, entry in placed.items():
                above = rows[-1].get(column, entry)
                words = entry.words if above is entry else f"{above.words}\n{entry.words}"
                rows[-1][column] = attrs.evolve(above, words=words)
        else:
            rows.append(placed)
    return heads + [attrs.evolve(entry, row=n) for n, row in enumerate(rows, height) for _, entry in sorted(row.items())]


def _end_of_heads(lines: Sequence[Line]) -> int:
    """The line with which the first row begins: with values, or with a name that they stand beside."""
    end = next((n for n, line in enumerate(lines) if line.has_values), 0)
    while end and len(lines[end - 1].segments) == 1 and lines[end - 1].bottom - lines[end].bottom < NEAR * lines[end].size:
        end -= 1
    return end


def _placed(line: Line, columns: Sequence[Column]) -> Iterator[Entry]:
    """The cells of a line: each covers the columns that it stands over, and what begins in one column is one cell."""
    if (heads := in_order(line, columns)) is not None:
        yield from heads
        return
    cells: list[tuple[list[Segment], int, int]] = []  # pieces, the first column, and the one after the last
    for segment in line.segments:
        for part in _parted(segment, columns, has_values=line.has_values):
            over = _over(part, columns)
            first, end = over[0], over[-1] + 1
            pieces = [*part.pieces] or [part]
            if cells and first < cells[-1][2]:
                before, first, until = cells.pop()
                pieces, end = [*before, *pieces], max(end, until)
            cells.append((pieces, first, end))
    for pieces, first, end in cells:
        indent = round((pieces[0].left - columns[0][0]) / max(line.size, 1)) if first == 0 else 0
        yield Entry(whole(pieces, line.size).text, 0, first, 1, end - first, max(0, indent))


def _parted(segment: Segment, columns: Sequence[Column], *, has_values: bool) -> Sequence[Segment]:
    """The pieces of a segment over several columns: in a row with values, or if there is one for each of them."""
    over = _over(segment, columns)
    if len(over) < 2 or len(segment.pieces) < 2:
        return [segment]
    each = [_over(piece, columns) for piece in segment.pieces]
    return segment.pieces if has_values or each == [[column] for column in over] else [segment]


def _over(segment: Segment, columns: Sequence[Column]) -> list[int]:
    """The columns that a segment stands in or over; of one between columns, the nearest."""
    found = [n for n, (left, right) in enumerate(columns) if segment.left < right and left < segment.right]
    if found:
        return found
    middle = (segment.left + segment.right) / 2
    return [min(range(len(columns)), key=lambda n: min(abs(edge - middle) for edge in columns[n]))]


def _is_rest(
    placed: Mapping[int, Entry], above: Mapping[int, Entry], distance: float, usual: float | None, size: float
) -> bool:
    """Whether a line has the rest of the cells over it: it is nearer than a row, or has neither a name nor values."""
    if any(is_value(placed[column].words) and column in above for column in placed):
        return False
    if any(_cross(one, other) for one in placed.values() for other in above.values()):
        return False
    if not 0 < distance < WRAPPED * size:
        return False
    if distance < NEAR * size or (usual is not None and distance < _TIGHT * usual):
        return True
    return (
        0 not in placed
        and not any(is_value(entry.words) for entry in placed.values())
        and placed.keys() <= above.keys()
    )


def _cross(one: Entry, other: Entry) -> bool:
    """Whether two cells stand over the same column, though they do not begin in one."""
    is_apart = one.column + one.columns <= other.column or other.column + other.columns <= one.column
    return not is_apart and one.column != other.column


def _usual_distance(lines: Sequence[Line]) -> float | None:
    """How far apart rows with values are, if most are as far."""
    distances = Counter(
        round(one.bottom - other.bottom)
        for one, other in pairwise(lines)
        if one.bottom > other.bottom and one.has_values and other.has_values
    )
    return distances.most_common(1)[0][0] if distances else None


def _without_repeated_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines without those, first on later pages, that repeat the ones over the first row with values."""
    first = next((n for n, line in enumerate(lines) if line.has_values), len(lines))
    heads = {line.text for line in lines[: max(1, first)]}
    kept: list[Line] = []
    is_first = False
    for line, before in zip(lines, [None, *lines], strict=False):
        is_first = before is not None and (before.bottom <= line.bottom or is_first) and line.text in heads
        if not is_first:
            kept.append(line)
    return kept


def _columns(lines: Sequence[Line]) -> list[Column]:
    """From where to where each column goes: by the rows with values, over which a head may stand across several."""
    body = [line for line in lines if line.has_values]
    found = _with_values(body)
    if not body or max(len(line.segments) for line in lines) > len(found):
        return _shared([segment for line in lines for segment in line.segments])
    return found


def _with_values(body: Sequence[Line]) -> list[Column]:
    """The columns of rows with values: also a narrow gap parts them, if it has values on its right in most rows."""
    segments = [segment for line in body for segment in line.segments]
    pieces = [piece for segment in segments for piece in segment.pieces or [segment]]
    wide = _shared(segments)
    columns: list[Column] = []
    for column in _shared(pieces):
        own = [piece for piece in pieces if _is_in(piece, column)]
        starts = any(_is_in(Segment("", left, left), column) for left, _ in wide)
        if columns and not starts and 2 * sum(is_value(piece.text) for piece in own) < len(own):
            columns[-1] = (columns[-1][0], column[1])
        else:
            columns.append(column)
    return columns


def _is_in(segment: Segment, column: Column) -> bool:
    return column[0] <= segment.left <= column[1]


def _shared(segments: Iterable[Segment]) -> list[Column]:
    edges: list[list[float]] = []
    for segment in sorted(segments, key=lambda segment: segment.left):
        if edges and (segment.left < edges[-1][1] or segment.left == edges[-1][0]):  # one may have no width
            edges[-1][1] = max(edges[-1][1], segment.right)
        else:
            edges.append([segment.left, segment.right])
    return [(left, right) for left, right in edges]
