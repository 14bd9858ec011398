"""Where the figures and sentences of a report stand on the other sheets, to which those made from them lead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeGuard

import attrs

from shandong_econ.digest import Figure, Sentence, sentence
from shandong_econ.exporters.xlsx.derived import Link, Look, Shown, plain
from shandong_econ.exporters.xlsx.sheets import ABOUT, FIGURES, LINES, Sheet
from shandong_econ.model import Report, Span

ARROW = "→"


@attrs.frozen
class Places:
    """The rows of a report on the other sheets: the row that is its own, those of its figures, those of its text."""

    about: int
    first_figure: int
    first_line: int
    starts: Sequence[int] = ()
    """Where in the text each of its rows begins."""

    def report(self) -> Link:
        """The row of the report itself."""
        return Link(ABOUT.title, _column(ABOUT, "title"), self.about)

    def figure(self, figure: Figure) -> Link:
        """The value of a figure."""
        return value_in(self.first_figure + figure.number)

    def sentence(self, told: Sentence) -> Link:
        """The row of the text in which the figure of a sentence stands."""
        row = bisect_right(self.starts, told.place.start + told.start) - 1
        return Link(LINES.title, _column(LINES, "text"), self.first_line + max(row, 0))


def value_in(row: int) -> Link:
    """The value of the figure that stands in a row of its sheet."""
    return Link(FIGURES.title, _column(FIGURES, "obs_value"), row)


NOWHERE = Places(1, 1, 1)
"""For lines that are made only to be compared with others: where they lead does not matter."""


def _column(sheet: Sheet, name: str) -> str:
    return chr(ord("A") + sheet.table.header.index(name))


def sentence_cells(report: Report, figures: Sequence[Figure], column: int, places: Places) -> Iterator[Shown]:
    """The sentence of the first of some figures, all of which stand out in it, and beside it what leads to the text.

    There is none for a figure without a sentence. The sentence itself leads nowhere: LibreOffice shows a text that does
    on one line, in one type.
    """
    told = sentence(report, figures[0].observation)
    if told is None or not told.text.strip():
        return
    before, after = "…" * told.cut_before, "…" * told.cut_after
    text = plain(f"{before}{told.text}{after}")
    shift = len(before) - told.place.start
    spans = [figure.observation.span for figure in figures]
    bold = {(span.start + shift, min(span.end, told.place.end) + shift) for span in spans if _within(span, told)}
    yield Shown(column, text, Look.SENTENCE, bold=tuple(sorted(bold)))
    yield Shown(column + 1, ARROW, Look.ARROW, link=places.sentence(told))


def _within(span: Span | None, told: Sentence) -> TypeGuard[Span]:
    return span is not None and told.place.start <= span.start < min(span.end, told.place.end)
