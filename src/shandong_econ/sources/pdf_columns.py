"""Lines of a page that stand below one another as the rows of a table without walls: columns are where they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from shandong_econ.grids import Entry
from shandong_econ.sources.pdf_heads import Column, in_order
from shandong_econ.sources.pdf_levels import levels_of_heads
from shandong_econ.sources.pdf_lines import NEAR, WRAPPED, Line, Segment, whole
from shandong_econ.sources.sheets import is_value

_SAME_PLACE = 2.5  # points between values that stand at one place
_TIGHT = 0.8  # times the usual distance of rows, below which a line is the rest of the row above it


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The cells of lines in the columns that they share; the rest of a cell is joined to what stands over it."""
    lines = _without_repeated_heads(lines)
    columns = _columns(lines)
    usual = _usual_distance(lines)
    rows: list[dict[int, Entry]] = []
    body = _end_of_heads(lines, columns)
    height, heads = levels_of_heads(lines[:body], columns) if len(columns) > 1 and body > 1 else (0, [])
    for n, line in enumerate(lines):
        if heads and n < body:
            continue
        placed = {entry.column: entry for entry in _placed(line, columns)}
        if rows and _is_rest(placed, rows[-1], lines[n - 1].bottom - line.bottom, usual, line.size):
            for column, entry in placed.items():
                above = rows[-1].get(column, entry)
                words = entry.words if above is entry else f"{above.words}\n{entry.words}"
                rows[-1][column] = attrs.evolve(above, words=words)
        else:
            rows.append(placed)
    return heads + [
        attrs.evolve(entry, row=n) for n, row in enumerate(rows, height) for _, entry in sorted(row.items())
    ]


def _end_of_heads(lines: Sequence[Line], columns: Sequence[Column]) -> int:
    """The line with which the first row begins: with values, with a name that they stand beside, or with a section."""
    end = next((n for n, line in enumerate(lines) if line.has_values), 0)
    while end > 1 and len(columns) > 1 and lines[end - 1].right < columns[1][0]:
        line = lines[end - 1]
        above, below = lines[end - 2].bottom - line.bottom, line.bottom - lines[end].bottom
        if 0 < above < NEAR * line.size and below >= NEAR * line.size:
            break
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
    found = [n for n, column in enumerate(columns) if _meets(segment, column)]
    if is_value(segment.text) and found:  # a number stands under one head, though it may be wider than others
        return [max(found, key=lambda n: min(segment.right, columns[n][1]) - max(segment.left, columns[n][0]))]
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
    if not body:
        return _shared([segment for line in lines for segment in line.segments])
    return found


def _with_values(body: Sequence[Line]) -> list[Column]:
    """The columns of rows with values: of values that end, begin or have their middle at one place, and of words."""
    rows = [[p for segment in line.segments for p in segment.pieces or (segment,)] for line in body]
    tried = (_aligned(rows, weight) for weight in (1.0, 0.5, 0.0))  # set right, in the middle, set left
    values = min((found for found in tried if found), key=len, default=[])
    words = [
        [
            each
            for n, each in enumerate(line.segments)
            if not (n and is_value(each.text)) and not any(_meets(each, column) for column in values)
        ]
        for line in body
    ]
    counts = Counter(map(len, words))
    most = max((count for count in counts if counts[count] > 1), default=max(counts, default=0))
    return sorted([*values, *_shared(each for row in words if len(row) >= most for each in row)])


def _aligned(rows: Sequence[Sequence[Segment]], weight: float) -> list[Column]:
    """From where to where the columns of values go if each stands at one place, none if two of a row stand there."""
    placed = sorted(
        (piece.left + weight * (piece.right - piece.left), n, piece)
        for n, row in enumerate(rows)
        for piece in row[1:]
        if is_value(piece.text)
    )
    columns: list[Column] = []
    taken: set[int] = set()
    last = -_SAME_PLACE
    for place, row, piece in placed:
        if place - last >= _SAME_PLACE:
            columns.append((piece.left, piece.right))
            taken = set()
        elif row in taken:
            return []
        columns[-1] = (min(columns[-1][0], piece.left), max(columns[-1][1], piece.right))
        taken.add(row)
        last = place
    return [(max(left, end), right) for (left, right), (_, end) in zip(columns, [(0.0, 0.0), *columns], strict=False)]


def _meets(segment: Segment, column: Column) -> bool:
    return segment.left < column[1] and column[0] < segment.right


def _shared(segments: Iterable[Segment]) -> list[Column]:
    edges: list[list[float]] = []
    for segment in sorted(segments, key=lambda segment: segment.left):
        if edges and (segment.left < edges[-1][1] or segment.left == edges[-1][0]):  # one may have no width
            edges[-1][1] = max(edges[-1][1], segment.right)
        else:
            edges.append([segment.left, segment.right])
    return [(left, right) for left, right in edges]
