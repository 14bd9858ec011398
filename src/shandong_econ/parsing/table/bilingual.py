"""A table that says everything in Chinese and again in English: the Chinese is read, what translates it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from shandong_econ.grids import Cell, Grid
from shandong_econ.model import Span

_HAN = "\u3400-\u9fff"
_ENGLISH = rf"(?P<other>[^{_HAN}]*[A-Za-z]{{2}}[^{_HAN}]*)"
_ENGLISH_BEHIND = re.compile(
    rf"(?P<own>.*[{_HAN}](?:[^\sA-Za-z]|[A-Z]{{2,}}(?![a-z]))*(?:\s+\([^A-Za-z{_HAN}]*\))?)\s*{_ENGLISH}"
)
_ENGLISH_BEFORE = re.compile(rf"{_ENGLISH}\s(?P<own>\(?[{_HAN}][^A-Za-z]*)")
_WORDS = re.compile("[A-Za-z]{2}")
_CHINESE = re.compile(f"[{_HAN}]")


def without_translations(grid: Grid, text: str) -> tuple[Grid, Sequence[Span]]:
    """The table with the Chinese words alone where they are translated beside or below, and what was left out.

    English stands in the same cells, if it does in most of those with words, or in a column or a row of its own.
    """
    found = {n: halves for n, cell in enumerate(grid.cells) if (halves := _halves(cell.span, text))}
    chinese = sum(_is_chinese(cell, text) for cell in grid.cells)
    cells = list(grid.cells)
    left: list[Span] = []
    if len(found) > 1 and 2 * len(found) >= chinese:
        for n, (own, other) in found.items():
            cells[n] = attrs.evolve(cells[n], span=own)
            left.append(other)
    for n in {*_translating(cells, text, across=False), *_translating(cells, text, across=True)}:
        span = cells[n].span
        cells[n] = attrs.evolve(cells[n], span=Span(span.start, span.start))
        left.append(span)
    return (attrs.evolve(grid, cells=cells), left) if left else (grid, ())


def _halves(span: Span, text: str) -> tuple[Span, Span] | None:
    match = _ENGLISH_BEHIND.fullmatch(text, span.start, span.end) or _ENGLISH_BEFORE.fullmatch(
        text, span.start, span.end
    )
    return match and (Span(*match.span("own")), Span(*match.span("other")))


def _is_chinese(cell: Cell, text: str) -> bool:
    return _CHINESE.search(text, cell.span.start, cell.span.end) is not None


def _translating(cells: Sequence[Cell], text: str, *, across: bool) -> Iterator[int]:
    """The cells of columns, or of rows, that have nothing but words of English, each beside one of Chinese."""
    lines: dict[int, dict[tuple[int, int], int]] = {}
    for n, cell in enumerate(cells):
        if cell.span.start < cell.span.end:
            place = (cell.column, cell.columns) if across else (cell.row, cell.rows)
            lines.setdefault(cell.row if across else cell.column, {})[place] = n
    chinese = {at: {p for p, n in line.items() if _is_chinese(cells[n], text)} for at, line in lines.items()}
    for at, line in lines.items():
        spans = [cells[n].span for n in line.values()]
        if len(line) < 2 or chinese[at] or not all(_WORDS.search(text, span.start, span.end) for span in spans):
            continue
        beside = (at - 1, at + 1) if across else tuple(chinese)
        if any(line.keys() <= chinese.get(other, set()) for other in beside):
            yield from line.values()
