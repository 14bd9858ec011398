"""Tables whose heads stand in Chinese and in English: both say the same, and the Chinese is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shandong_econ.grids import Cell, Grid
from shandong_econ.parsing.table.units import units_of

_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z][a-z]")  # what is all in capitals has no other name: GDP, R&D
_LETTER = re.compile(r"[A-Za-z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEGINS = re.compile(r"[\s/]|(?=[A-Z][a-z])")
_GOES_ON = re.compile(r"[^(#]*")
_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff] )[A-Z][a-z]+(?: [A-Za-z]+)* ?(?=\([^()a-z]*[\u4e00-\u9fff])")
_BRACKET = re.compile(r"\(([^()]*)\)")


def in_chinese(grid: Grid, text: str) -> str | None:
    """The text with blanks where a table in two languages says in English what it says in Chinese; None of any other.

    A unit and the base of an index that only the English tells are left.
    """
    chinese = [cell for cell in grid.cells if _HAN.search(text, cell.span.start, cell.span.end)]
    english = [cell for cell in grid.cells if _WORD.search(text, cell.span.start, cell.span.end)]
    if not english or not len(chinese) <= 2 * len(english) <= 4 * len(chinese):
        return None
    kept, at = list[str](), 0
    for start, end in sorted({*_apart(grid, text), *(place for cell in chinese for place in _beside(text, cell))}):
        kept += [text[at:start], " " * (end - max(start, at))]
        at = max(at, end)
    return "".join((*kept, text[at:]))


def _apart(grid: Grid, text: str) -> Iterator[tuple[int, int]]:
    """Where the cells stand of rows and columns that are in English alone, but for units, years and marks."""
    lines: dict[tuple[str, int], list[Cell]] = {}
    for cell in grid.cells:
        lines.setdefault(("row", cell.row), []).append(cell)
        lines.setdefault(("column", cell.column), []).append(cell)
    for cells in lines.values():
        words = [cell.span.cut(text) for cell in cells]
        if any(map(_HAN.search, words)) or not any(map(_WORD.search, words)):
            continue
        if all(_LETTER.search(word) or _YEAR.fullmatch(word) or not any(map(str.isalnum, word)) for word in words):
            told = (cell for cell in cells if not _tells_both(cell.span.cut(text)))
            yield from ((cell.span.start, cell.span.end) for cell in told)


def _tells_both(words: str) -> bool:
    """Whether words say something in either tongue: a year, or a unit that is all of one."""
    if _YEAR.fullmatch(words):
        return True
    return words.count("(") == words.count(")") and bool(units_of(words, "en"))


def _beside(text: str, cell: Cell) -> Iterator[tuple[int, int]]:
    """Where the English words of a cell with Chinese ones stand, before or behind them."""
    words, start = cell.span.cut(text), cell.span.start
    for first, end in _stretches(words):
        at, own = first, words[:first] + words[end:]
        for bracket in _BRACKET.finditer(words, first, end):
            if "(" not in own and ("100" in bracket[1] or units_of(bracket[1], "en")):
                yield start + at, start + bracket.start()
                at = bracket.end()
        yield start + at, start + end


def _stretches(words: str) -> Iterator[tuple[int, int]]:
    """Where English words stand before the first Chinese character, between a name and its bracket, behind the last."""
    han = [match.start() for match in _HAN.finditer(words)]
    leading = [match.end() for match in _WORD.finditer(words, 0, han[0])]
    if leading:
        yield 0, next(_GOES_ON.finditer(words, leading[-1], han[0])).end()
    yield from (between.span() for between in _BETWEEN.finditer(words))
    begins = _BEGINS.search(words, han[-1] + 1)
    if begins is not None and _WORD.search(words, begins.start()):
        yield begins.start(), len(words)
