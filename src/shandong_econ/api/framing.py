"""Reports as tables in memory, for the tools that work on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, overload

from shandong_econ.api.names import Backend, TableName
from shandong_econ.api.writing import as_reports
from shandong_econ.model import Report

if TYPE_CHECKING:
    import pandas  # late where they are used: only some have them
    import polars
    import pyarrow


def to_arrow(reports: Report | Iterable[Report], *, table: TableName = "observations") -> pyarrow.Table:
    """The figures of one report or many as an Arrow table, with the columns that files have.

    It has the columns of the csv. `obs_value` is a text with the digits as printed, and `amount` a decimal of 38
    digits, 10 of them after the point (null where that does not hold it exactly); `period_start` and `period_end` are
    dates, null where the year is open. `table` is observations, reports, statements or notes. MissingExtraError without
    pyarrow.
    """
    from shandong_econ import frames  # late, as `import shandong_econ` needs no tables

    return frames.to_arrow(as_reports(reports), table)


@overload
def to_frame(
    reports: Report | Iterable[Report],
    backend: Literal["pandas"] = "pandas",
    *,
    table: TableName = "observations",
    decimal: bool = False,
) -> pandas.DataFrame: ...
@overload
def to_frame(
    reports: Report | Iterable[Report],
    backend: Literal["polars"],
    *,
    table: TableName = "observations",
    decimal: bool = False,
) -> polars.DataFrame: ...
@overload
def to_frame(
    reports: Report | Iterable[Report],
    backend: Literal["pyarrow"],
    *,
    table: TableName = "observations",
    decimal: bool = False,
) -> pyarrow.Table: ...
def to_frame(
    reports: Report | Iterable[Report],
    backend: Backend = "pandas",
    *,
    table: TableName = "observations",
    decimal: bool = False,
) -> Any:
    """The figures of one report or many as a data frame of pandas, polars or pyarrow, to calculate with.

    `value` is the figure as a float in the unit of `unit_measure`, infinite or 0 where no float comes near it.
    `period_start`, `period_end` and `published` are days (in pandas datetime64, and so an index to resample), null
    where the year is open or nothing is known. `freq`, `is_single` and `is_so_far` tell a month from the year so far
    that ends with it: a first quarter, a first half and a year are both. Title, publisher and address of the report and
    the sentence of the figure stand beside the columns of `to_arrow`.

    With `decimal` the `value` is exact: Decimals in pandas; in polars and pyarrow decimals as those of `amount`, null
    where these do not hold it. In pandas `amount` is exact too. `table` may also be reports, statements or notes, with
    the columns of `to_arrow`. MissingExtraError names the extra of a backend that is not installed; UnknownFormatError
    a backend or a table that there is not.
    """
    from shandong_econ import frames  # late, as above

    return frames.to_frame(as_reports(reports), backend, table, decimal=decimal)
