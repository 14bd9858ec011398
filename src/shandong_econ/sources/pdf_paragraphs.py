"""The lines of pages into paragraphs and tables, without running heads and the numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from shandong_econ.grids import Table, table_of
from shandong_econ.sources.pdf_lines import Line

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—·\s]*\d{1,4}[-–—·\s]*")
_LATIN_END = re.compile(r"(?<![A-Za-z])[A-Za-z]+-\Z")
_NARROW = re.compile("[\x21-\u2e7f]")
_EDGE = 2  # lines at the top and the bottom of a page among which running heads stand
_SHORT = 2.5  # letters that a full line may lack
_INDENT = 0.8  # letters by which a paragraph begins further in
_WRAPPED = 1.8  # times the size of the letters, below which lines of a cell, or of a heading, stand
_LOOSE = 1.35  # times the usual distance of lines: from here on a paragraph ends


@attrs.frozen
class _Setting:
    """How most of the text is set: its size, its edges and the distance of its lines."""

    size: float
    left: float
    right: float
    pitch: float


def blocks_of(pages: Sequence[Sequence[Line]]) -> Iterator[str | Table]:
    """The paragraphs and the tables of all pages, in their order; a paragraph may go on from page to page."""
    lines = [line for page in _without_running_heads(pages) for line in page]
    if not lines:
        return
    setting = _setting(lines)
    words = Counter(re.findall(r"[A-Za-z]{4,}", " ".join(line.text for line in lines)))
    paragraph = ""
    last: Line | None = None
    rows: list[Line] = []
    for line in lines:
        if len(line.segments) > 1 or (rows and _is_in_table(line, rows[-1])):
            if paragraph:
                yield paragraph
            paragraph, last = "", None
            rows.append(line)
            continue
        if rows:
            yield _grid(rows)
            rows = []
        if last is not None and _goes_on(last, line, setting):
            paragraph = _joined(paragraph, line.text, words)
        else:
            if paragraph:
                yield paragraph
            paragraph = line.text
        last = line
    yield _grid(rows) if rows else paragraph


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """The pages without the lines at their edges that only count pages, or stand on several at the same height."""
    edges = Counter(key for page in pages for key in {_key(line) for line in [*page[:_EDGE], *page[-_EDGE:]]})
    for page in pages:
        at_edge = {*page[:_EDGE], *page[-_EDGE:]}
        counted = {*page[:1], *page[-1:]}
        yield [
            line
            for line in page
            if not (line in counted and _PAGE_NUMBER.fullmatch(line.text))
            and not (line in at_edge and len(pages) > 1 and edges[_key(line)] > max(1, len(pages) // 3))
        ]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.bottom / 4)


def _setting(lines: Sequence[Line]) -> _Setting:
    prose = [line for line in lines if len(line.segments) == 1] or list(lines)
    letters: Counter[float] = Counter()
    for line in prose:
        letters[round(line.size)] += len(line.text)
    size = letters.most_common(1)[0][0]
    body = [line for line in prose if round(line.size) == size]
    distances = [round(one.bottom - other.bottom, 1) for one, other in pairwise(body) if one.bottom > other.bottom]
    usual = Counter(distances).most_common(1)
    return _Setting(
        size=max(size, 1),
        left=min(Counter(round(line.left) for line in body).most_common(2), key=lambda found: found[0])[0],
        right=max(line.right for line in body),
        pitch=min(usual[0][0], 3 * size) if usual else 1.5 * size,
    )


def _goes_on(line: Line, following: Line, setting: _Setting) -> bool:
    """Whether a line ends because there is no more room, and what follows is the same paragraph."""
    if abs(line.size - following.size) > 0.1 * setting.size:
        return False
    distance = line.bottom - following.bottom  # below zero where the next page begins
    if line.size > 1.1 * setting.size:  # a heading of several lines
        return 0 < distance < _WRAPPED * line.size
    if distance > _LOOSE * setting.pitch or following.left > setting.left + _INDENT * setting.size:
        return False
    narrow = _NARROW.match(following.text) is not None
    first_word = len(following.text.split(" ", 1)[0]) * 0.6 * setting.size if narrow else 0.0
    return line.right + max(_SHORT * setting.size, first_word + setting.size) > setting.right


def _is_in_table(line: Line, row: Line) -> bool:
    """Whether a line of one segment is the rest of a cell of the row above it, other than its first."""
    near = 0 < row.bottom - line.bottom < _WRAPPED * line.size
    return (
        near
        and line.left > row.segments[0].right
        and any(line.left < cell.right and cell.left < line.right for cell in row.segments[1:])
    )


def _joined(paragraph: str, line: str, words: Counter[str]) -> str:
    """The paragraph with one more line: a space between words, none between Chinese characters.

    A hyphen at the end of a line stays, unless the word stands without it elsewhere: year-on-year, but not indus-try.
    """
    if match := _LATIN_END.search(paragraph):
        whole = match[0][:-1] + re.match(r"[A-Za-z]*", line)[0]  # type: ignore[index]  # it matches any line
        return paragraph[:-1] + line if words[whole] else paragraph + line
    spaced = _NARROW.match(paragraph[-1]) and _NARROW.match(line)
    return f"{paragraph} {line}" if spaced else paragraph + line


def _grid(rows: Sequence[Line]) -> Table:
    """The cells of lines that stand below one another, in the columns that they share."""
    edges: list[list[float]] = []
    for segment in sorted((segment for row in rows for segment in row.segments), key=lambda segment: segment.left):
        if edges and (segment.left < edges[-1][1] or segment.left == edges[-1][0]):  # one may have no width
            edges[-1][1] = max(edges[-1][1], segment.right)
        else:
            edges.append([segment.left, segment.right])
    grid = [[""] * len(edges) for _ in rows]
    for cells, row in zip(grid, rows, strict=True):
        for segment in row.segments:
            column = sum(left <= segment.left for left, _ in edges) - 1  # a segment may have no width of its own
            cells[column] = f"{cells[column]} {segment.text}".strip()
    return table_of(cells for n, cells in enumerate(grid) if n == 0 or cells != grid[0])  # the head stands on each page
