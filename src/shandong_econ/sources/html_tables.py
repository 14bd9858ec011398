"""The tables of a page with merged cells, heads, indents and captions, taken out before its main text is found."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from shandong_econ.grids import Entry, Table
from shandong_econ.grids.laying import blanks_before, check_size
from shandong_econ.grids.surroundings import is_caption

_MOST_COLUMNS = 1000  # that a cell may cover, as browsers have it
_AHEAD = re.compile(
    r"(?:padding-left|margin-left|text-indent)\s*:\s*(\d{1,4}(?:\.\d{1,4})?)\s*(em|px|pt|cm|mm|rem)", re.I
)
_IN_EMS = {"em": 1.0, "rem": 1.0, "px": 1 / 16, "pt": 1 / 12, "cm": 2.4, "mm": 0.24}
_BLOCKS = frozenset({"p", "div", "br", "li", "tr"})
_LINKS_OVER = 3  # right over a table, of which one may be its caption
_SPACES = re.compile(r"[ \t\r\n\f]+")


class Tables:
    """The tables of a page, each by the marks that stand round its words instead of it."""

    def __init__(self, tree: Any) -> None:
        page = "".join(tree.itertext())
        series = next(n for n in range(len(page) + 2) if f"⟦{n}." not in page)
        self._mark = re.compile(rf"⟦{series}\.(\d{{1,9}})⟧(?:[^⟦⟧]*⟦⟧)?")
        _free_captions(tree)
        self._tables = [_taken(table, f"⟦{series}.{n}⟧") for n, table in enumerate([*tree.iter("table")])]

    def within(self, words: str) -> Iterator[str | Table]:
        """The words, and in its place each table whose marks stand among them."""
        at = 0
        for match in self._mark.finditer(words):
            yield words[at : match.start()]
            yield self._tables[int(match[1])]
            at = match.end()
        yield words[at:]


def _free_captions(tree: Any) -> None:
    """Makes a caption over a table that is a link a text: a paragraph of links is taken for a menu."""
    over = deque[Any](maxlen=_LINKS_OVER)
    for element in [*tree.iter("a", "table")]:
        if element.tag == "a":
            over.append(element)
            continue
        for link in over:
            if is_caption("".join(link.itertext())):
                link.drop_tag()
        over.clear()


def _taken(table: Any, mark: str) -> Table:
    """Reads a table, and leaves a paragraph with the marks and all words, which tell how much of a page is text."""
    read = _table(table)
    words = " ".join("".join(table.itertext()).replace("⟦", "[").replace("⟧", "]").split())
    for child in [*table]:
        table.remove(child)
    table.tag, table.text = "p", f"{mark}{words}⟦⟧"  # a page of tables and little else is taken for a frame of one
    return read


def _table(table: Any) -> Table:
    caption = next((words for each in table.iterchildren("caption") if (words := _words(each).strip())), None)
    rows = [*_rows(table)]
    says = any(cell.tag == "th" for row, _ in rows for cell in row) or any(in_head for _, in_head in rows)
    entries: list[Entry] = []
    taken: set[tuple[int, int]] = set()
    widths = [sum(_number(cell, "colspan", _MOST_COLUMNS) for cell in row) for row, _ in rows]
    widest = max(widths, default=0)
    for r, (row, in_head) in enumerate(rows):
        column = 0
        is_over = widths[r] == widest == widths[min(r + 1, len(rows) - 1)]  # no cell of it can reach down
        for cell in row:
            while (r, column) in taken:
                column += 1
            height = 1 if is_over else min(_number(cell, "rowspan", len(rows)), len(rows) - r)
            width = _number(cell, "colspan", _MOST_COLUMNS)
            check_size(height, column + width, _words(rows[0][0][0]).strip() if rows[0][0] else "")
            while width > 1 and any((r, column + n) in taken for n in range(width)):
                width -= 1
            words = _words(cell)
            is_head = (in_head or cell.tag == "th") if says else None
            entries.append(Entry(words.strip(), r, column, height, width, _indent(cell, words), is_head))
            taken.update((r + n, column + m) for n in range(height) for m in range(width))
            column += width
    return Table(tuple(entries), caption)


def _rows(table: Any) -> Iterator[tuple[Sequence[Any], bool]]:
    """The cells of each row, and whether it stands in the head; the head goes first and the foot last."""
    order = {"thead": 0, "tfoot": 2}
    parts = sorted(table, key=lambda part: order.get(part.tag, 1) if isinstance(part.tag, str) else 1)
    for part in parts:
        if part.tag == "tr":
            yield _cells(part), False
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from ((_cells(row), part.tag == "thead") for row in part.iterchildren("tr"))


def _cells(row: Any) -> Sequence[Any]:
    return [*row.iterchildren("td", "th")]


def _number(cell: Any, name: str, most: int) -> int:
    value = (cell.get(name) or "").strip()
    return max(1, min(int(value), most)) if value.isascii() and value.isdecimal() and len(value) < 10 else 1


def _indent(cell: Any, words: str) -> float:
    """How far in the words of a cell begin, in characters: by blanks, or as a style says."""
    return blanks_before(words) + sum(_ahead(each) for each in [cell, *_openings(cell)])


def _openings(element: Any) -> Iterator[Any]:
    """The elements with which an element begins, each the first in the one before."""
    while len(element) and not (element.text or "").strip():
        element = element[0]
        if not isinstance(element.tag, str):
            return
        yield element


def _ahead(element: Any) -> float:
    found = _AHEAD.findall(element.get("style") or "")
    return sum(float(size) * _IN_EMS[unit.lower()] for size, unit in found)


def _words(element: Any) -> str:
    """The words of an element as a browser shows them: blanks that may not break stay, and a block is a line."""
    return re.sub(" ?\n ?", "\n", "".join(_pieces(element))).strip(" \n")


def _pieces(element: Any) -> Iterator[str]:
    yield _SPACES.sub(" ", element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in ("script", "style"):
            if child.tag in _BLOCKS:
                yield "\n"
            yield from _pieces(child)
            if child.tag in _BLOCKS:
                yield "\n"
        yield _SPACES.sub(" ", child.tail or "")
