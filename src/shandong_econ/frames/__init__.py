"""Reports as tables in memory: Arrow, and the data frames that are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from shandong_econ.errors import UnknownFormatError
from shandong_econ.extras import extra
from shandong_econ.model import Report
from shandong_econ.rows import OBSERVATIONS, TABLES, Table

if TYPE_CHECKING:
    import pandas  # late where they are used: only some have them
    import polars
    import pyarrow

__all__ = ["to_arrow", "to_frame"]


def to_arrow(reports: Iterable[Report], table: str) -> pyarrow.Table:
    """The rows of one of the tables of reports, as files have them."""
    chosen = _named(table)
    with extra("arrow", "a table of Arrow"):
        import pyarrow

        from shandong_econ.rows.arrow import batches, schema_of
    return pyarrow.Table.from_batches(batches(reports, chosen), schema_of(chosen))


def to_frame(reports: Iterable[Report], backend: str, table: str, *, decimal: bool) -> Any:
    """The same rows as a data frame of a library; figures with the columns that one calculates with."""
    if backend not in _BACKENDS:
        raise UnknownFormatError(f"there is no backend {backend!r}: give {' or '.join(_BACKENDS)}")
    return _BACKENDS[backend](reports, _named(table), decimal)


def _named(name: str) -> Table:
    chosen = next((each for each in TABLES if each.name == name), None)
    if chosen is None:
        raise UnknownFormatError(f"there is no table {name!r}: give {' or '.join(each.name for each in TABLES)}")
    return chosen


def _pyarrow(reports: Iterable[Report], table: Table, decimal: bool) -> pyarrow.Table:  # noqa: FBT001  # private
    if table != OBSERVATIONS:
        return to_arrow(reports, table.name)
    with extra("arrow", "a table of Arrow"):
        import pyarrow  # noqa: F401  # which the module below is made of

        from shandong_econ.frames.figures import figures
    return figures(reports, decimal=decimal)


def _pandas(reports: Iterable[Report], table: Table, decimal: bool) -> pandas.DataFrame:  # noqa: FBT001  # private
    with extra("pandas", "a data frame of pandas"):
        import pandas  # noqa: F401  # which the module below is made of
        import pyarrow  # noqa: F401  # which the columns are made by: one extra names both

        from shandong_econ.frames.pandas import frame_of
    return frame_of(_pyarrow(reports, table, decimal), decimal=decimal)


def _polars(reports: Iterable[Report], table: Table, decimal: bool) -> polars.DataFrame:  # noqa: FBT001  # private
    with extra("polars", "a data frame of polars"):
        import polars
        import pyarrow  # noqa: F401  # which the columns are made by: one extra names both
    return polars.from_arrow(_pyarrow(reports, table, decimal))


_BACKENDS: dict[str, Callable[[Iterable[Report], Table, bool], Any]] = {
    "pandas": _pandas,
    "polars": _polars,
    "pyarrow": _pyarrow,
}
