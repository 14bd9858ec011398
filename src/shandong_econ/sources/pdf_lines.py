"""The characters of a page into its lines, and a line into its segments: one in prose, a cell each in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef，。；：、（）《》“”]")
_WORD_GAP = 0.15  # of the size of the letters: from here on it is a space between words
_WIDE_GAP = 0.6  # the same beside a Chinese character, which a typesetter sets off from digits
_CELL_GAP = 0.85  # from here on it is another cell
_SPACED_CELL_GAP = 1.7  # the same where a space was written, which may be as wide as a character and stretched
_SAME_LINE = 0.5  # how far up or down letters of one line may stand


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
    """Characters that stand together on a line."""

    text: str
    left: float
    right: float


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


def lines_of_page(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page from top to bottom, those without words left out."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.bottom):
        if rows and rows[-1][0].bottom - glyph.bottom < _SAME_LINE * min(rows[-1][0].size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [line for row in rows if (line := _line(sorted(row, key=lambda glyph: glyph.left)))]


def _line(row: Sequence[Glyph]) -> Line | None:
    segments = tuple(_segments(row))
    sizes = sorted(glyph.size for glyph in row)
    return Line(segments, row[0].bottom, sizes[len(sizes) // 2]) if segments else None


def _segments(row: Sequence[Glyph]) -> Iterator[Segment]:
    """The segments of the characters of a line, which stand in their order; spaces are found by their width."""
    text, left, right, spaced = "", 0.0, 0.0, False
    for glyph in row:
        if glyph.text.isspace():
            spaced = True
            continue
        gap = (glyph.left - right) / max(glyph.size, 1)
        if text and gap > (_SPACED_CELL_GAP if spaced else _CELL_GAP):
            yield Segment(text, left, right)
            text = ""
        if not text:
            left = glyph.left
        elif gap > (_WIDE_GAP if _WIDE.match(glyph.text) or _WIDE.match(text[-1]) else _WORD_GAP):
            text += " "
        text, right, spaced = text + glyph.text, glyph.right, False
    if text:
        yield Segment(text, left, right)
