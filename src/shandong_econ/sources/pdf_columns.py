"""Lines of a page that stand below one another as the rows of a table without walls: columns are where they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from shandong_econ.grids import Entry
from shandong_econ.sources.pdf_lines import NEAR, Line, Segment, whole
from shandong_econ.sources.sheets import is_value

_Column = tuple[float, float]  # from where to where it goes
_HEAD_GAP = 0.5  # of the size of the letters, which parts heads but no words
_CLEARLY = 1.5  # times as wide are gaps between heads as those between their words
_TIGHT = 0.8  # times the usual distance of rows, below which a line is the rest of the row above it
_WRAPPED = 1.8  # times the size of the letters, below which lines of a cell stand


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The cells of lines in the columns that they share; the rest of a cell is joined to what stands over it."""
    lines = _without_repeated_heads(lines)
    columns = _columns(lines)
    usual = _usual_distance(lines)
    rows: list[dict[int, Entry]] = []
    for n, line in enumerate(lines):
        entries = [*_placed(line, columns)]
        if n + 1 < len(lines) and not has_values(line) and _tells_more(lines[n + 1], line):
            entries = _spread(entries, len(columns))
        placed = {entry.column: entry for entry in entries}
        if rows and _is_rest(placed, rows[-1], lines[n - 1].bottom - line.bottom, usual, line.size):
            for column, entry in placed.items():
                above = rows[-1].get(column, entry)
                words = entry.words if above is entry else f"{above.words}\n{entry.words}"
                rows[-1][column] = attrs.evolve(above, words=words)
        else:
            rows.append(placed)
    return [attrs.evolve(entry, row=n) for n, row in enumerate(rows) for _, entry in sorted(row.items())]


def _placed(line: Line, columns: Sequence[_Column]) -> Iterator[Entry]:
    """The cells of a line: each covers the columns that it stands over, and what begins in one column is one cell."""
    if (in_order := _in_order(line, columns)) is not None:
        yield from in_order
        return
    cells: list[tuple[list[Segment], int, int]] = []  # pieces, the first column, and the one after the last
    for segment in line.segments:
        for part in _parted(segment, columns, has_values=has_values(line)):
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


def _tells_more(below: Line, line: Line) -> bool:
    """Whether a line of heads has more of them than the one over it, which then go over several columns."""
    return not has_values(below) and len(below.segments) > len(line.segments)


def _spread(heads: Sequence[Entry], width: int) -> list[Entry]:
    """Heads over groups of columns, each as wide as its group: they stand in its middle, or where it begins.

    They stay as they are where neither makes groups that go over all columns behind the first.
    """
    corner = [head for head in heads if head.column == 0]
    over = [head for head in heads if head.column]
    begins = [head.column for head in over] + [width]
    ends, start = [1], 1
    for head in over:
        start = head.column + head.column + head.columns - start
        ends.append(start)
    fitting = [edges for edges in (ends, begins) if edges == sorted({*edges}) and edges[0] == 1 and edges[-1] == width]
    groups = min(fitting, key=_unevenness, default=None)
    if groups is None or not over:
        return [*heads]
    spread = zip(over, pairwise(groups), strict=True)
    return [*corner, *(attrs.evolve(head, column=first, columns=end - first) for head, (first, end) in spread)]


def _unevenness(edges: Sequence[int]) -> int:
    """By how many columns the widest group is wider than the narrowest."""
    widths = [two - one for one, two in pairwise(edges)]
    return max(widths, default=0) - min(widths, default=0)


def _in_order(line: Line, columns: Sequence[_Column]) -> list[Entry] | None:
    """The heads of a line that has one for each column, or for each but that of names: set left, numbers set right.

    None of a line with values, or of another number of heads: these belong to what stands below them.
    """
    if has_values(line):
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


def _parted(segment: Segment, columns: Sequence[_Column], *, has_values: bool) -> Sequence[Segment]:
    """The pieces of a segment over several columns: in a row with values, or if there is one for each of them."""
    over = _over(segment, columns)
    if len(over) < 2 or len(segment.pieces) < 2:
        return [segment]
    each = [_over(piece, columns) for piece in segment.pieces]
    return segment.pieces if has_values or each == [[column] for column in over] else [segment]


def _over(segment: Segment, columns: Sequence[_Column]) -> list[int]:
    """The columns that a segment stands in or over; of one between columns, the nearest."""
    found = [n for n, (left, right) in enumerate(columns) if segment.left < right and left < segment.right]
    if found:
        return found
    middle = (segment.left + segment.right) / 2
    return [min(range(len(columns)), key=lambda n: min(abs(edge - middle) for edge in columns[n]))]


def parted_as(line: Line, row: Line) -> Line:
    """A line whose pieces stand over the values of a row, each as a cell, if the gaps are wider than between words."""
    segments: list[Segment] = []
    for segment in line.segments:
        groups: list[tuple[int | None, list[Segment]]] = []
        for piece in segment.pieces or (segment,):
            column = next((n for n, cell in enumerate(row.segments) if _meets(piece, cell)), None)
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


def _meets(one: Segment, other: Segment) -> bool:
    return one.left < other.right and other.left < one.right


def _is_rest(
    placed: Mapping[int, Entry], above: Mapping[int, Entry], distance: float, usual: float | None, size: float
) -> bool:
    """Whether a line has the rest of the cells over it: it is nearer than a row, or has neither a name nor values."""
    if any(is_value(placed[column].words) and column in above for column in placed):
        return False
    if any(_cross(one, other) for one in placed.values() for other in above.values()):
        return False
    if not 0 < distance < _WRAPPED * size:
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
        if one.bottom > other.bottom and has_values(one) and has_values(other)
    )
    return distances.most_common(1)[0][0] if distances else None


def has_values(line: Line) -> bool:
    """Whether a line is a row of a table: behind its first cell there is a value."""
    return any(is_value(segment.text) for segment in line.segments[1:])


def _without_repeated_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines without those, first on later pages, that repeat the ones over the first row with values."""
    first = next((n for n, line in enumerate(lines) if has_values(line)), len(lines))
    heads = {line.text for line in lines[: max(1, first)]}
    kept: list[Line] = []
    is_first = False
    for line, before in zip(lines, [None, *lines], strict=False):
        is_first = before is not None and (before.bottom <= line.bottom or is_first) and line.text in heads
        if not is_first:
            kept.append(line)
    return kept


def _columns(lines: Sequence[Line]) -> list[_Column]:
    """From where to where each column goes: by the rows with values, over which a head may stand across several."""
    body = [line for line in lines if has_values(line)]
    found = _with_values(body)
    if not body or max(len(line.segments) for line in lines) > len(found):
        return _shared([segment for line in lines for segment in line.segments])
    return found


def _with_values(body: Sequence[Line]) -> list[_Column]:
    """The columns of rows with values: also a narrow gap parts them, if it has values on its right in most rows."""
    segments = [segment for line in body for segment in line.segments]
    pieces = [piece for segment in segments for piece in segment.pieces or [segment]]
    wide = _shared(segments)
    columns: list[_Column] = []
    for column in _shared(pieces):
        own = [piece for piece in pieces if _is_in(piece, column)]
        starts = any(_is_in(Segment("", left, left), column) for left, _ in wide)
        if columns and not starts and 2 * sum(is_value(piece.text) for piece in own) < len(own):
            columns[-1] = (columns[-1][0], column[1])
        else:
            columns.append(column)
    return columns


def _is_in(segment: Segment, column: _Column) -> bool:
    return column[0] <= segment.left <= column[1]


def _shared(segments: Iterable[Segment]) -> list[_Column]:
    edges: list[list[float]] = []
    for segment in sorted(segments, key=lambda segment: segment.left):
        if edges and (segment.left < edges[-1][1] or segment.left == edges[-1][0]):  # one may have no width
            edges[-1][1] = max(edges[-1][1], segment.right)
        else:
            edges.append([segment.left, segment.right])
    return [(left, right) for left, right in edges]
