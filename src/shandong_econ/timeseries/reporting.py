"""Lines back to the bulletins that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from shandong_econ.model import Report
from shandong_econ.timeseries.lines import Line
from shandong_econ.timeseries.points import prints_of
from shandong_econ.timeseries.prints import Print


def reports_of(lines: Iterable[Line]) -> Iterator[Report]:
    """Each bulletin once, in the order in which it was given, with the figures of the lines in their order in it.

    What was derived is left out, and what it was derived from is there.
    """
    by_report: dict[int, dict[int, Print]] = {}
    for line in lines:
        for one in prints_of(line.points):
            by_report.setdefault(one.number, {})[one.index] = one
    for _, figures in sorted(by_report.items()):
        told = [figure for _, figure in sorted(figures.items())]
        yield attrs.evolve(told[0].report, observations=tuple(one.observation for one in told))
