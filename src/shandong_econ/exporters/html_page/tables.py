"""Tables of a text as tables of the page: what of each line stands in which cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

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


class Shown(NamedTuple):
    """A cell as it is shown: what stands before it in its line, its words as HTML, and whether it is a value.

    So many columns before it are `empty`, and it covers so many.
    """

    before: str
    words: str
    is_value: bool
    empty: int = 0
    columns: int = 1


def row(cells: Sequence[Shown], after: str) -> str:
    """A row of cells, and the rest of its line. What only holds the cells apart is there, but is not seen.

    >>> row([Shown("", "出口", False), Shown(" | ", "203", True, empty=1)], "")
    '<tr><td>出口</td><td></td><td class="value"><span hidden> | </span>203</td></tr>'
    """
    tag = "td" if any(cell.is_value for cell in cells) else "th"
    shown = [cell._replace(words=_unseen(cell.before) + cell.words) for cell in cells] or [
        Shown("", "", is_value=False)
    ]
    shown[-1] = shown[-1]._replace(words=shown[-1].words + _unseen(after))
    content = "".join(element(tag, "") * cell.empty + _cell(tag, cell) for cell in shown)
    return element("tr", content, hidden=not any(cell.words for cell in cells))


def _cell(tag: str, cell: Shown) -> str:
    columns = cell.columns if cell.columns > 1 else None
    return element(tag, cell.words, class_="value" if cell.is_value else None, colspan=columns)


def _unseen(between: str) -> str:
    return element("span", between, hidden=True) if between.strip() else between
