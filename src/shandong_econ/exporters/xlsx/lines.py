"""A text as rows of cells, and the way back: for the source text, and for any other that is too long for a cell.

Of the source text a row is a line, so that a person reads it as text. Its line ends are where the rows end: only a
carriage return shows, as an escape. A line that is long goes on in the next row, and then ends in a backslash, as in a
shell; no other cell can, because the codec doubles the backslashes of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shandong_econ.rows import decode_text, encode_text

LONGEST_CELL = 32_767  # UTF-16 code units that a cell can hold
LONGEST_LINE = 1_400  # characters of a line to a row: no row is higher than the 409 points that a row can be
_MOST_LINES = 200_000  # a text of more is cut like a long line, its line ends escapes: a sheet has no rows to waste
_PART = 15_000  # characters of a long text to a row, of which each may take two code units
_PIECE = re.compile(
    rf".{{1,{LONGEST_LINE}}}(?:\Z|(?=\s)|(?<=[,.;，。；：]))|.{{1,{LONGEST_LINE}}}", re.DOTALL
)  # up to the end, or a place between words or clauses, if there is one
_LONG = re.compile(r"\\long\{([0-9]{1,9})\}")
_INDENT = " \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_GOES_ON = "\\"


def cells_of_text(text: str) -> Iterator[str]:
    r"""The cells of a source text, one to a row.

    >>> list(cells_of_text("one\n\n  two\r\n"))
    ['one', '', '  two\\r', '']
    """
    for pieces in _pieces(text):
        for piece in pieces[:-1]:
            yield _shown(piece) + _GOES_ON
        yield _shown(pieces[-1])


def starts_of_cells(text: str) -> list[int]:
    r"""Where in the source text each of its cells begins.

    >>> starts_of_cells("one\n\n  two\r\n")
    [0, 4, 5, 12]
    """
    starts, start = [], 0
    for pieces in _pieces(text):
        for piece in pieces:
            starts.append(start)
            start += len(piece)
        start += 1
    return starts


def _pieces(text: str) -> Iterator[list[str]]:
    """The lines of a text, each in pieces of which a row holds one; a line that is blank has one, too."""
    if text:
        for line in text.split("\n") if text.count("\n") < _MOST_LINES else [text]:
            yield _PIECE.findall(line) or [""]


def text_of_cells(cells: Iterable[str]) -> str:
    r"""The source text of its cells.

    >>> text_of_cells(["one", "", "  two\\r", "", "three \\", "four"])
    'one\n\n  two\r\n\nthree four'
    """
    parts: list[str] = []
    for cell in cells:
        goes_on = (len(cell) - len(cell.rstrip(_GOES_ON))) % 2
        parts += (decode_text(cell[:-1] if goes_on else cell) or "", "" if goes_on else "\n")
    return "".join(parts[:-1])


def _shown(piece: str) -> str:
    """A workbook keeps space before a text, and an indent is easier to read than its escape."""
    rest = piece.lstrip(_INDENT)
    return piece[: len(piece) - len(rest)] + encode_text(rest) if rest else encode_text(piece or None)


def fits(cell: str) -> bool:
    """Whether a cell can hold the text."""
    return len(cell) <= LONGEST_CELL // 2 or len(cell.encode("utf-16-le")) <= 2 * LONGEST_CELL


def parts_of(cell: str) -> Iterator[str]:
    """The cells, each of which fits, of one that does not; each is encoded anew, since a cut may expose a sign."""
    for start in range(0, len(cell), _PART):
        yield encode_text(cell[start : start + _PART])


def whole_of(parts: Iterable[str]) -> str:
    """The cell whose parts these are."""
    return "".join(decode_text(part) or "" for part in parts)


def reference(number: int) -> str:
    """What stands in a cell for the long text of that number; no encoded text is like it."""
    return f"\\long{{{number}}}"


def referred(cell: str) -> int | None:
    """The number of the long text for which the cell stands, or None if it stands for itself."""
    match = _LONG.fullmatch(cell)
    return int(match[1]) if match else None
