"""The first sheet of a workbook, and the last, from which its charts are drawn: written when all reports are known.

Shown are the first dozen reports, each with its headline figures and charts; the first thousand are listed above them,
where there are several. More is not kept in memory, however many reports there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs
from openpyxl import Workbook

from shandong_econ import digest
from shandong_econ.exporters.xlsx import chart_data
from shandong_econ.exporters.xlsx.chart_data import Plot, lines_of_plots
from shandong_econ.exporters.xlsx.charts import Drawn, chart, rows_needed
from shandong_econ.exporters.xlsx.derived import Line, Link, Look, Shown
from shandong_econ.exporters.xlsx.overview_lines import (
    NAME,
    WIDTHS,
    heads_of_contents,
    line_of_contents,
    lines_of_report,
)
from shandong_econ.exporters.xlsx.overview_look import TYPEFACES, Page
from shandong_econ.exporters.xlsx.page import PageWriter, new_sheet
from shandong_econ.exporters.xlsx.places import Places
from shandong_econ.exporters.xlsx.series_charts import Curves, line_chart
from shandong_econ.exporters.xlsx.sheets import ABOUT, CHART_DATA, FIGURES, OVERVIEW, SERIES
from shandong_econ.model import Report

MOST_SHOWN = 12
"""Reports whose headline figures and charts are shown: the first."""
MOST_LISTED = 1_000
"""Reports that are listed above them."""

_ROWS_OF_CURVES = 11  # of the sheet, that a chart of series takes
_EDGES = (1, 4, 7)  # columns of the first sheet at which a chart begins or ends, counted from 0


@attrs.frozen
class _Block:
    """A report that is shown: its lines, and its charts with the lines that they are drawn from."""

    key: int
    lines: tuple[Line, ...]
    plots: list[tuple[Plot, list[Line]]]

    @property
    def bands(self) -> list[tuple[Plot, ...]]:
        """The charts that stand side by side: two, or one that is alone."""
        every = [plot for plot, _ in self.plots]
        return [tuple(every[n : n + 2]) for n in range(0, len(every), 2)]

    @property
    def rows(self) -> int:
        """How many rows of the sheet it takes; above each band of charts one is free."""
        return len(self.lines) + sum(1 + max(map(rows_needed, band)) for band in self.bands)


class Overview:
    """What is kept of the reports until the sheets can be written."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._worksheet = new_sheet(workbook, OVERVIEW, 0)
        self._language = "en"
        self._count = 0
        self._listed: list[Line] = []
        self._blocks: list[_Block] = []

    @property
    def shows_next(self) -> bool:
        """Whether the next report is one of those that are shown, so that all its places are needed."""
        return self._count < MOST_SHOWN

    def add(self, report: Report, key: int, places: Places) -> None:
        """Takes a report with the places of its figures and sentences on the other sheets."""
        if not self._count:
            self._language = digest.language_of(report)
        if self.shows_next:
            lines = tuple(lines_of_report(report, key, places))
            self._blocks.append(_Block(key, lines, lines_of_plots(report, key, places)))
        if self._count < MOST_LISTED:
            self._listed.append(line_of_contents(report, key, places.report()))
        self._count += 1

    def end(self, curves: Sequence[Curves] = ()) -> None:
        """Writes both sheets, with the charts of series of several reports; the last is there only if it has any."""
        typeface = TYPEFACES[self._language]
        drawn = self._write_data(typeface) if any(block.plots for block in self._blocks) else {}
        page = PageWriter(self._worksheet, Page(OVERVIEW, WIDTHS, typeface), frozen="A2")
        if self._count == 1:
            page.fit_on_one(self._blocks[0].lines, self._blocks[0].rows - len(self._blocks[0].lines))
        bands = [curves[n : n + 2] for n in range(0, len(curves) if self._count > 1 else 0, 2)]
        for line in self._contents(bands) if self._count != 1 else ():
            page.put(line)
        if bands:
            title = digest.words(self._language).get("over_time", "title")
            line = _wide(title, Look.SECTION, Link(SERIES, "B", 1))
            page.keep_together([line], len(bands) * (1 + _ROWS_OF_CURVES))
            page.put(line)
        for band in bands:
            _write_band(page, band)
        for block in self._blocks:
            if page.next > 1:
                page.break_here()
            _write_block(page, block, drawn.get(block.key, []))
        page.end()

    def _write_data(self, typeface: str) -> dict[int, list[Drawn]]:
        """Writes what the charts show, and gives for each report the charts with their rows there."""
        page = Page(CHART_DATA, chart_data.WIDTHS, typeface)
        writer = PageWriter(new_sheet(self._workbook, CHART_DATA, None), page, frozen="C2")
        writer.put(_wide(digest.words(self._language).get("heading", "derived")))
        drawn: dict[int, list[Drawn]] = {}
        for block in self._blocks:
            for plot, lines in block.plots:
                writer.keep_together(lines)
                drawn.setdefault(block.key, []).append(Drawn(plot, writer.next))
                for line in lines:
                    writer.put(line)
        writer.end()
        return drawn

    def _contents(self, bands: Sequence[Sequence[Curves]]) -> list[Line]:
        """The list of the reports: those that are shown lead to where they are, others to their row in Reports."""
        words = digest.words(self._language).get
        if not self._listed:
            return [_wide(words("heading", "no_reports"), Look.TITLE)]
        head = [_wide(words("heading", "reports"), Look.TITLE), _wide(words("heading", "derived"))]
        if self._count > (shown := len(self._blocks)):
            text = words("heading", "first_reports")
            head.append(_wide(text.format(shown=shown, count=f"{self._count:,}", sheet=FIGURES.title)))
        head.append(heads_of_contents(self._language))
        more = self._count - len(self._listed)
        text = words("heading", "more_reports").format(count=f"{more:,}", sheet=ABOUT.title)
        foot = [_wide(text, link=Link(ABOUT.title, "A", len(self._listed) + 2))] if more else []
        rows = len(head) + len(self._listed) + len(foot) + (1 + len(bands) * (1 + _ROWS_OF_CURVES) if bands else 0)
        return [*head, *self._leading(rows + 1), *foot]

    def _leading(self, row: int) -> list[Line]:
        """The lines of the list, those of the reports that are shown from that row on leading there."""
        lines = list(self._listed)
        for n, block in enumerate(self._blocks):
            *cells, arrow = lines[n].cells
            lines[n] = attrs.evolve(lines[n], cells=(*cells, attrs.evolve(arrow, link=Link(OVERVIEW, "B", row))))
            row += block.rows
        return lines


def _wide(text: str, look: Look = Look.REMARK, link: Link | None = None) -> Line:
    return Line((Shown(NAME, text, look, link=link),), wide=True)


def _write_band(page: PageWriter, band: Sequence[Curves]) -> None:
    """Draws one chart of series, or two side by side."""
    page.keep_together((), _ROWS_OF_CURVES + 1)
    page.space(1)
    for one, (left, right) in zip(band, pairwise(_EDGES), strict=False):
        rows = (page.next - 1, page.next - 1 + _ROWS_OF_CURVES)
        page.draw(line_chart(one, page.typeface, rows=rows, columns=(left, right)))
    page.space(_ROWS_OF_CURVES)


def _write_block(page: PageWriter, block: _Block, drawn: list[Drawn]) -> None:
    for line in block.lines:
        page.put(line)
    charts = iter(drawn)
    for band in block.bands:
        rows = max(map(rows_needed, band))
        page.keep_together((), rows + 1)
        page.space(1)
        for left, right in pairwise(_EDGES if len(band) == 2 else (_EDGES[0], _EDGES[-1])):
            span = (page.next - 1, page.next - 1 + rows)
            page.draw(chart(next(charts), page.typeface, rows=span, columns=(left, right)))
        page.space(rows)
