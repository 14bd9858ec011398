"""Text in the columns of a terminal, where a Chinese character takes two and some characters take none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

GAP = "  "
NARROWEST = 4
"""How few columns a cell is squeezed to before the table becomes wider than the terminal."""
_LONGEST_WORD = 24  # columns of a word that is broken only if there is no room for it at all
_SAMPLED = 64  # of so many rows it is tried how the widths do
_PIECE = re.compile(r"[^\s\u2e80-\uffff]+|\s+|.", re.DOTALL)  # what is not to be broken: a word, or a Chinese character


def shown(text: str) -> str:
    r"""The text on one line, with nothing in it that a terminal would obey.

    >>> shown("a\r\n\u3000b\x1b[31mred")
    'a b\\x1b[31mred'
    """
    line = re.sub(r"\s+", " ", text).strip()
    return line if line.isprintable() else "".join(map(_printable, line))


def _printable(char: str) -> str:
    return char if char.isprintable() else char.encode("unicode_escape").decode("ascii")


def width(text: str) -> int:
    """How many columns a line takes.

    >>> width("4.5%"), width("百分之")
    (4, 6)
    """
    return len(text) if text.isascii() else sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, broken between words, or within a word that is longer.

    >>> wrap("value added of 规模以上工业", 12)
    ['value added', 'of 规模以上', '工业']
    """
    if width(text) <= columns:
        return [text]
    lines, line, taken = [], "", 0
    for piece in _PIECE.findall(text):
        for part in [piece] if width(piece) <= columns else piece:
            needed = width(part)
            if line and taken + needed > columns:
                lines.append(line.rstrip())
                line, taken = "", 0
            if line or not part.isspace():
                line, taken = line + part, taken + needed
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def table(header: Sequence[str], rows: Iterable[Sequence[str]], columns: int) -> Iterator[str]:
    """The lines of a table that is no wider than so many columns: what is too long for a cell is wrapped within it.

    The first line is the header's. A row whose cells are all short is one line.
    """
    cells = [[shown(cell) for cell in row] for row in (header, *rows)]
    widths = _fitted(cells, columns)
    for row in cells:
        wrapped = [wrap(cell, most) for cell, most in zip(row, widths, strict=True)]
        for i in range(max(map(len, wrapped))):
            parts = (lines[i] if i < len(lines) else "" for lines in wrapped)
            yield GAP.join(part + " " * (most - width(part)) for part, most in zip(parts, widths, strict=True)).rstrip()


def _natural(cells: Sequence[str]) -> tuple[int, int]:
    """How wide a column must be for its words not to be broken, and how wide for its cells to be one line."""
    words = max((width(piece) for cell in cells for piece in _PIECE.findall(cell)), default=0)
    return words, max(map(width, cells))


def _fitted(cells: Sequence[Sequence[str]], columns: int) -> list[int]:
    """The widths of the columns that let the rows be as low as they can, with words broken only if they must be."""
    naturals = [_natural(column) for column in zip(*cells, strict=True)]
    room = max(columns - len(GAP) * (len(naturals) - 1), NARROWEST * len(naturals))
    if sum(most for _, most in naturals) <= room:
        return [most for _, most in naturals]
    sample = [[width(cell) for cell in row] for row in cells[:: 1 + len(cells) // _SAMPLED]]
    widths = _unbroken([least for least, _ in naturals], room)
    for _ in range(room - sum(widths)):
        wider = [i for i, (_, most) in enumerate(naturals) if widths[i] < most]
        if not wider:
            break
        widths[min(wider, key=lambda i: _height(sample, [*widths[:i], widths[i] + 1, *widths[i + 1 :]]))] += 1
    return widths


def _unbroken(words: list[int], room: int) -> list[int]:
    """The widths that break no word, or where the room is too little for that, only the longest ones."""
    kept = _LONGEST_WORD
    while kept > NARROWEST and sum(min(word, kept) for word in words) > room:
        kept -= 1
    return [max(1, min(word, kept)) for word in words]


def _height(sample: Sequence[Sequence[int]], widths: Sequence[int]) -> float:
    """How many lines rows take whose cells are so wide, roughly: words leave room at the end of a line."""
    return sum(max(cell / most for cell, most in zip(row, widths, strict=True)) for row in sample)
