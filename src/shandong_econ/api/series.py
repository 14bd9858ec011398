"""Reports as time series."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO, cast

from shandong_econ.api.reading import read_all
from shandong_econ.api.writing import as_reports
from shandong_econ.model import Report

if TYPE_CHECKING:
    from shandong_econ import timeseries  # late where it is used: it loads the lists of the lexicon


def series(
    source: str | os.PathLike[str] | BinaryIO | Report | Iterable[Report], *, query: str | None = None
) -> timeseries.Series:
    """The figures of bulletins as time series, in which each point keeps what every bulletin printed.

    `source` is reports, which are gone through once, or a path or binary file, which `read_all` reads; with `query`,
    such as a SELECT, those of an archive that it finds. `series["GDP", "370000"].growth().quarterly()` is a narrower
    collection, and `to_frame()` makes a table of any. A revision keeps the older prints, the newest first; figures of
    one bulletin that disagree are a conflict, and the point has no value. Errors: those of `read_all`; TypeError for
    what is no report.

    >>> from decimal import Decimal
    >>> from shandong_econ.model import Observation, Period
    >>> growth = [
    ...     Observation(label="output", measure="growth", value=Decimal(value), period=Period.parse(period))
    ...     for period, value in (("2022-Q1", "5.2"), ("2022-S1", "3.6"))
    ... ]
    >>> line = series(Report(observations=growth))["output"].line
    >>> [(str(point.period), point.value) for point in line]
    [('2022-Q1', Decimal('5.2')), ('2022-S1', Decimal('3.6'))]
    """
    from shandong_econ.timeseries import series_of

    if isinstance(source, str | bytes | os.PathLike) or hasattr(source, "read"):
        return series_of(read_all(cast("str | os.PathLike[str] | BinaryIO", source), query=query))
    if query is not None:
        raise TypeError("a query asks an archive: give its path, or choose among the reports yourself")
    return series_of(as_reports(source))
