"""Heads of a table without walls, several lines of them: which columns each stands over, and what one cell says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from shandong_econ.grids import Entry
from shandong_econ.sources.pdf_heads import Column
from shandong_econ.sources.pdf_lines import WRAPPED, Line, Segment, whole

_NEAR = 0.5  # of the size of the letters by which words may stand beside the middle of their cell
_OPENING, _CLOSING = "(（[", ")）]"
_TIGHT = 1.3  # of the size of the letters, below which one line goes on in the next
_AT_EDGE = 1.5  # points by which words that are set right, as numbers are, or left may miss the edge
_APART = 0.5  # the same for a gap that parts heads


@attrs.define
class _Head:
    """A head with its lines, lowest first, the columns from `first` to before `end`, and the heads below it."""

    lines: list[tuple[Segment, float]]
    first: int
    end: int
    below: Sequence[_Head] = ()

    @property
    def depth(self) -> int:
        """How many heads stand below one another in its columns, with it."""
        return bool(self.lines) + max((head.depth for head in self.below), default=0)


def levels_of_heads(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[int, list[Entry]]:
    """How many rows of heads there are, and their cells: each over the columns in whose middle it stands.

    From below: a head stands over one column, or over several that have heads; what comes right over a head of the
    same columns and is too near to it for a row is the beginning of its words.
    """
    edges = _edges(lines, columns)
    tops = [_Head([], n, n + 1) for n in range(len(columns))]
    for line in reversed(lines):
        segments = _apart(line)
        runs = _begun(segments, tops)
        for segment in () if runs else segments:
            others = [other for other in line.segments if not other.meets(segment)]
            run = _under(segment, others, tops, edges, (line, lines))
            if runs and runs[-1][1] == run:
                segment = whole([runs.pop()[0], segment], line.size)
            runs.append((segment, run))
        for segment, (first, end) in reversed(runs):
            under = tops[first:end]
            if len(under) == 1 and _goes_on(under[0], segment, line, lines):
                under[0].lines.append((segment, line.bottom))
            else:
                tops[first:end] = [_Head([(segment, line.bottom)], under[0].first, under[-1].end, under)]
    height = max(head.depth for head in tops)
    return height, sorted((entry for head in tops for entry in _entries(head, 0, height)), key=_place)


def _edges(heads: Sequence[Line], columns: Sequence[Column]) -> list[float]:
    """Where cells begin and end: at the right of numbers if these are set right, or halfway between two columns.

    It is as most heads have it, which stand in the middle, also of the first column of numbers.
    """
    rights = [right for _, right in columns]
    fullest = max(heads, key=lambda line: len(line.segments))
    end = columns[2][0] if len(columns) > 2 else rights[1] + 1
    over = [each for line in heads for each in line.segments if columns[1][0] < each.right < end]
    begins = min((each.left + each.right for each in over if each.left < rights[1]), default=0) - rights[1]
    set_right = [columns[0][0], max(rights[0], begins), *rights[1:]]
    gaps = [(one[1] + two[0]) / 2 for one, two in pairwise(columns)]
    halfway = [columns[0][0], *gaps, rights[-1] + columns[-1][0] - gaps[-1]]
    return min((set_right, halfway), key=lambda edges: sum(_off(each, edges) for each in fullest.segments))


def _off(segment: Segment, edges: Sequence[float]) -> float:
    """How far words are from the middle of the nearest cell."""
    return min(abs(one + two - segment.left - segment.right) / 2 for one, two in pairwise(edges))


def _apart(line: Line) -> list[Segment]:
    """The heads of a line: its segments, and their pieces between which there is more than between words."""
    found: list[list[Segment]] = []
    for segment in line.segments:
        found.append([])
        for piece in segment.pieces or (segment,):
            if found[-1] and piece.left - found[-1][-1].right >= _APART * line.size:
                found.append([])
            found[-1].append(piece)
    return [whole(pieces, line.size) for pieces in found]


def _begun(segments: Sequence[Segment], tops: Sequence[_Head]) -> list[tuple[Segment, tuple[int, int]]]:
    """Heads over groups that go over all columns, each set left over the first of its group; none if not so."""
    heads = [n for n, top in enumerate(tops) if n and top.lines]
    own = [each for each in segments if heads and each.right > tops[heads[0]].lines[-1][0].left]
    starts = [n for n in heads if any(abs(each.left - tops[n].lines[-1][0].left) < _AT_EDGE for each in own)]
    if not 1 < len(own) == len(starts) < len(heads) or len(own) < len(segments) or starts[0] != heads[0]:
        return []
    return [*zip(own, pairwise([*starts, heads[-1] + 1]), strict=True)]


def _under(
    segment: Segment,
    others: Sequence[Segment],
    tops: Sequence[_Head],
    edges: Sequence[float],
    place: tuple[Line, Sequence[Line]],
) -> tuple[int, int]:
    """Which of the heads a segment stands over: one that it goes on with, or most of those in whose middle it is."""
    runs: dict[tuple[int, int], float] = {}
    for first, head in enumerate(tops):
        for end in range(first + 1, len(tops) + 1):
            if end > first + 1 and not (head.lines and tops[end - 1].lines):
                break
            left, right = edges[head.first], edges[tops[end - 1].end]
            if not any(other.left < right and left < other.right for other in others) or end == first + 1:
                runs[first, end] = abs((left + right - segment.left - segment.right) / 2)
            begins = head.lines[-1][0].left if head.lines else segment.right
            if end == first + 1 and min(abs(right - segment.right), abs(begins - segment.left)) < _AT_EDGE:
                runs[first, end] = 0
    over = [n for n, top in enumerate(tops) if top.lines and top.lines[-1][0].meets(segment)]
    near = [run for run, off in runs.items() if off < _NEAR * place[0].size]
    single = [run for run in near if run[1] - run[0] == 1 and _goes_on(tops[run[0]], segment, *place, is_sure=True)]
    if single or near:
        return max(single or near, key=lambda run: run[1] - run[0])
    return (over[0], over[-1] + 1) if len(over) > 1 else min(runs, key=runs.__getitem__)


def _goes_on(head: _Head, segment: Segment, line: Line, lines: Sequence[Line], *, is_sure: bool = False) -> bool:
    """Whether a segment right over a head is the beginning of it: by brackets, by how near it is, or may be."""
    if not head.lines:
        return True
    last, bottom = head.lines[-1]
    apart = line.bottom - bottom
    is_open = sum(map(segment.text.count, _OPENING)) > sum(map(segment.text.count, _CLOSING))
    between = not is_sure and any(bottom < other.bottom < line.bottom for other in lines)
    return 0 < apart < WRAPPED * line.size and (
        between or is_open or last.text[0] in _OPENING or apart < _TIGHT * line.size
    )


def _entries(head: _Head, row: int, height: int) -> list[Entry]:
    words = "\n".join(segment.text for segment, _ in reversed(head.lines))
    inner = [entry for below in head.below for entry in _entries(below, row + 1, height)] if words else []
    rows = 1 if inner else height - row
    return [Entry(words, row, head.first, rows, head.end - head.first), *inner] if words else inner


def _place(entry: Entry) -> tuple[int, int]:
    return entry.row, entry.column
