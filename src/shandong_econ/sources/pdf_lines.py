"""The characters of a page into its lines, and a line into its segments: one in prose, a cell each in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from shandong_econ.sources.sheets import is_value

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef，。；：、（）《》“”]")
_WORD_GAP = 0.15  # of the size of the letters: from here on it is a space between words
_WIDE_GAP = 0.6  # the same beside a Chinese character, which a typesetter sets off from digits
_CELL_GAP = 0.85  # from here on it is another cell
_SPACED_CELL_GAP = 1.7  # the same where a space was written, which may be as wide as a character and stretched
NEAR = 0.95
"""Times the size of the letters, nearer than which lines of a table are of one row."""
WRAPPED = 1.8
"""Times the size of the letters, nearer than which lines of a cell, or of a heading, stand."""
_SAME_LINE = 0.5  # how far up or down letters of one line may stand

_STOP = re.compile("[，。；]")
_BRACKET = re.compile("[（(][^（()）]*[）)]")
_ROW = 2  # values that make a line with such a mark a row of a table


@attrs.frozen
class Glyph:
    """A character of a page: where it begins and ends, how high it stands, and its size."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


@attrs.frozen
class Segment:
    """Characters that stand together on a line, and the pieces that gaps part them into, narrow ones too."""

    text: str
    left: float
    right: float
    pieces: tuple[Segment, ...] = ()

    def meets(self, other: Segment) -> bool:
        """Whether one stands over some of the other."""
        return self.left < other.right and other.left < self.right


@attrs.frozen
class Line:
    """What stands at one height of a page."""

    segments: tuple[Segment, ...]
    bottom: float
    size: float

    @property
    def text(self) -> str:
        """All words of the line."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.segments[-1].right

    @property
    def has_values(self) -> bool:
        """Whether the line is a row of a table: behind its first cell there is a value."""
        return any(is_value(segment.text) for segment in self.segments[1:])


def lines_of_page(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page from top to bottom, those without words left out."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.bottom):
        if rows and rows[-1][-1].bottom - glyph.bottom < _SAME_LINE * min(rows[-1][-1].size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [line for row in rows if (line := _line(sorted(row, key=lambda glyph: glyph.left)))]


def _line(row: Sequence[Glyph]) -> Line | None:
    segments = tuple(_segments(row))
    if _is_sentence(segments):
        segments = (whole([p for each in segments for p in each.pieces or (each,)], row[0].size),)
    sizes = sorted(glyph.size for glyph in row)
    return Line(segments, row[0].bottom, sizes[len(sizes) // 2]) if segments else None


def _is_sentence(segments: Sequence[Segment]) -> bool:
    """Whether a line is prose though gaps part it, as they stand round numbers and notes in other letters.

    A comma or a stop outside of brackets stands behind the first of its segments, and it has hardly a value.
    """
    values = sum(is_value(segment.text) for segment in segments)
    return values < _ROW and any(_STOP.search(_BRACKET.sub("", segment.text)) for segment in segments[1:])


def _segments(row: Sequence[Glyph]) -> Iterator[Segment]:
    """The segments of the characters of a line, which stand in their order; spaces are found by their width."""
    pieces: list[Segment] = []
    right, spaced = 0.0, False
    for glyph in row:
        if glyph.text.isspace():
            spaced = True
            continue
        gap = (glyph.left - right) / max(glyph.size, 1)
        if pieces and gap > (_SPACED_CELL_GAP if spaced else _CELL_GAP):
            yield from _cells(pieces, glyph.size)
            pieces = []
        if pieces and gap <= _WORD_GAP:
            last = pieces[-1]
            pieces[-1] = Segment(last.text + glyph.text, last.left, glyph.right)
        else:
            pieces.append(Segment(glyph.text, glyph.left, glyph.right))
        right, spaced = glyph.right, False
    if pieces:
        yield from _cells(pieces, row[0].size)


def _cells(pieces: Sequence[Segment], size: float) -> Iterator[Segment]:
    """The pieces as one segment; but values at the end of it, if there are several, are no words of a sentence."""
    words = len(pieces)
    while words and is_value(pieces[words - 1].text):
        words -= 1
    if len(pieces) - words < 2:
        words = len(pieces)
    if words:
        yield whole(pieces[:words], size)
    yield from (whole([piece], size) for piece in pieces[words:])


def whole(pieces: Sequence[Segment], size: float) -> Segment:
    """The segment of pieces that stand beside one another, with a space where a word ends."""
    text = ""
    for piece, before in zip(pieces, [None, *pieces], strict=False):
        if before is not None and _is_space((piece.left - before.right) / max(size, 1), before.text, piece.text):
            text += " "
        text += piece.text
    return Segment(text, pieces[0].left, pieces[-1].right, tuple(pieces))


def _is_space(gap: float, before: str, after: str) -> bool:
    return gap > (_WIDE_GAP if _WIDE.match(after) or _WIDE.match(before[-1]) else _WORD_GAP)
