"""Reports as tables in memory, for the tools that work on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from shandong_econ.api.writing import as_reports
from shandong_econ.model import Report

if TYPE_CHECKING:
    import pyarrow  # late where it is used: only some have it


def to_arrow(reports: Report | Iterable[Report], *, table: str = "observations") -> pyarrow.Table:
    """The figures of one report or many as an Arrow table, which polars, DuckDB and pyarrow take as it is.

    It has the columns of the csv. `obs_value` is a text with the digits as printed, and `amount` a decimal of 38
    digits, 10 of them after the point (null where that does not hold it exactly); `period_start` and `period_end` are
    dates, null where the year is open. `table` is observations, reports, statements or notes. MissingExtraError without
    pyarrow.
    """
    from shandong_econ import frames  # late, as `import shandong_econ` needs no tables

    return frames.to_arrow(as_reports(reports), table)


def to_frame(reports: Report | Iterable[Report], backend: str = "pandas", *, table: str = "observations") -> Any:
    """The figures of one report or many as a data frame of pandas, polars or pyarrow, with the columns of `to_arrow`.

    In pandas all columns are Arrow's (`pandas.ArrowDtype`), so that decimals and dates stay exact, and None is `NA`.
    MissingExtraError names the extra of a backend that is not installed; UnknownFormatError one that there is not.
    """
    from shandong_econ import frames  # late, as above

    return frames.to_frame(as_reports(reports), backend, table)
