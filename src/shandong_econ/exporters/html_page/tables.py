"""Tables of a text as tables of the page: what of each line stands in which cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import attrs

from shandong_econ.exporters.html_page.markup import element
from shandong_econ.grids import Cell, Grid, tables_in

OPENED, CLOSED = '<div class="table"><table><tbody>', "</tbody></table></div>"


@attrs.frozen
class Tables:
    """The tables in a text, in its order."""

    grids: Sequence[Grid]
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Tables:
        """Those that the lines of a text show to be such, as the reader of prose finds them."""
        grids = tables_in(text)
        return cls(grids, [grid.span.start for grid in grids])

    def cuts(self) -> Iterable[int]:
        """The places at which a cell begins or ends."""
        return (at for grid in self.grids for cell in grid.cells for at in (cell.span.start, cell.span.end))

    def around(self, start: int, end: int) -> Grid | None:
        """The table that a line of the text is a row of."""
        at = bisect_right(self.starts, end) - 1
        return self.grids[at] if at >= 0 and start < self.grids[at].span.end else None


def cells_of(grid: Grid, start: int, end: int) -> Sequence[Cell]:
    """The cells in a line of a table; none in one that only rules it off."""
    first = bisect_left(grid.cells, start, key=lambda cell: cell.span.start)
    return grid.cells[first : bisect_right(grid.cells, end, key=lambda cell: cell.span.end)]


def row(cells: Sequence[tuple[str, str, bool]], after: str) -> str:
    """A row of cells: what stands before each in its line, its words as HTML, and whether it is a value; and the rest.

    What only holds the cells of a line apart is there, but is not seen.

    >>> row([("| ", "出口", False), (" | ", "203", True)], " |")[:60]
    '<tr><td><span hidden>| </span>出口</td><td class="value"><span'
    """
    tag = "td" if any(is_value for *_, is_value in cells) else "th"
    shown = [(_unseen(before) + words, is_value) for before, words, is_value in cells] or [("", False)]
    shown[-1] = (shown[-1][0] + _unseen(after), shown[-1][1])
    content = (element(tag, words, class_="value" if is_value else None) for words, is_value in shown)
    return element("tr", "".join(content), hidden=not any(words for _, words, _ in cells))


def _unseen(between: str) -> str:
    return element("span", between, hidden=True) if between.strip() else between
