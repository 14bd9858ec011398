"""The figures of the first reports of a workbook as time series, and where each of them stands on the other sheets."""

from __future__ import annotations

import hashlib

import attrs

from shandong_econ import digest
from shandong_econ.exporters.xlsx.derived import Link
from shandong_econ.exporters.xlsx.places import value_in
from shandong_econ.model import Report
from shandong_econ.timeseries import Line, Print, series_of

MOST_FIGURES = 20_000
"""Figures that are kept until the series can be written: those of the first reports that have no more together."""


class KeptFigures:
    """Takes reports as they come, and keeps what series are made of; of the texts digests only."""

    def __init__(self) -> None:
        self.language = "en"
        """That of the first report."""
        self.count = 0
        """How many reports were given."""
        self._reports: list[Report] = []
        self._bulletins: dict[Report, int] = {}
        self._places: list[list[tuple[int, int]]] = []  # of each bulletin its figures, which may come in parts
        self._figures = 0

    @property
    def taken(self) -> int:
        """How many of the reports are kept."""
        return len(self._reports)

    def add(self, report: Report, key: int, first_figure: int) -> None:
        """Takes a report with its number and the row of its first figure; after one that is too many, none is kept."""
        if not self.count:
            self.language = digest.language_of(report)
        here = len(report.observations)
        if self.taken == self.count and self._figures + here <= MOST_FIGURES:
            text = hashlib.sha256(report.text.encode(errors="surrogatepass")).hexdigest()
            head = attrs.evolve(report, text=text, observations=(), statements=(), notes=())
            number = self._bulletins.setdefault(head, len(self._bulletins))
            if number == len(self._places):
                self._places.append([])
            self._places[number].extend((key, first_figure + n) for n in range(here))
            self._reports.append(attrs.evolve(head, observations=report.observations))
            self._figures += here
        self.count += 1

    def lines(self) -> tuple[Line, ...]:
        """The series of all that is kept."""
        return series_of(self._reports).lines

    def report(self, one: Print) -> int:
        """The number of the report that printed a figure."""
        return self._places[one.number][one.index][0]

    def link(self, one: Print) -> Link:
        """The row of the figure."""
        return value_in(self._places[one.number][one.index][1])
