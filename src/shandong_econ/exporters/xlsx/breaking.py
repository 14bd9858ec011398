"""How much room a text takes in a cell: a spreadsheet breaks its lines, but not all set the height of a row by them.

Widths are measured in the digits of eleven points by which a spreadsheet measures its columns.
"""

from __future__ import annotations

import re
import unicodedata

_PIECE = re.compile(r"[\x21-\x7e]+ *|.", re.DOTALL)  # what is not broken: a word, or a Chinese character
_LETTER, _CAPITAL, _DIGIT = 0.86, 1.16, 1.0  # of Calibri and its like
_WIDE, _AMONG_WIDE = 2.04, 1.08  # of Chinese typefaces, whose digits are wider, too


def lines_taken(text: str, room: float) -> int:
    """In how many lines of that width a text is broken, between words or Chinese characters.

    >>> lines_taken("one line", 10), lines_taken("one and another", 10), lines_taken("全省经济运行", 10)
    (1, 2, 2)
    """
    lines, at = 1, 0.0
    among_wide = not text.isascii()
    for piece in _PIECE.findall(text):
        width = _width(piece.rstrip(), among_wide=among_wide)
        if at and at + width > room:
            lines, at = lines + 1, 0.0
        at += width + _LETTER * (len(piece) - len(piece.rstrip()))
        lines, at = lines + int(at // room), at % room  # a word may be longer than a line
    return lines


def width_of(text: str) -> float:
    """The width of a text on one line."""
    return _width(text, among_wide=not text.isascii())


def _width(text: str, *, among_wide: bool) -> float:
    return sum(_width_of(char, among_wide=among_wide) for char in text)


def _width_of(char: str, *, among_wide: bool) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    if among_wide:
        return _AMONG_WIDE
    return _CAPITAL if char.isupper() else _DIGIT if char.isdigit() else _LETTER
