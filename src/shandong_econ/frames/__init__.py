"""Reports as tables in memory: Arrow, and the data frames that are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from shandong_econ.errors import UnknownFormatError
from shandong_econ.extras import extra
from shandong_econ.model import Report
from shandong_econ.rows import TABLES

if TYPE_CHECKING:
    import pyarrow  # late where it is used: only some have it

__all__ = ["to_arrow", "to_frame"]


def to_arrow(reports: Iterable[Report], table: str) -> pyarrow.Table:
    """The rows of one of the tables of reports, as an Arrow table."""
    chosen = next((each for each in TABLES if each.name == table), None)
    if chosen is None:
        raise UnknownFormatError(f"there is no table {table!r}: give {' or '.join(each.name for each in TABLES)}")
    with extra("arrow", "a table of Arrow"):
        import pyarrow

        from shandong_econ.rows.arrow import batches, schema_of
    return pyarrow.Table.from_batches(batches(reports, chosen), schema_of(chosen))


def to_frame(reports: Iterable[Report], backend: str, table: str) -> Any:
    """The same rows as a data frame of a library."""
    if backend not in _BACKENDS:
        raise UnknownFormatError(f"there is no backend {backend!r}: give {' or '.join(_BACKENDS)}")
    return _BACKENDS[backend](reports, table)


def _pandas(reports: Iterable[Report], table: str) -> Any:
    with extra("pandas", "a data frame of pandas"):
        import pandas
        import pyarrow  # noqa: F401  # which pandas needs for these columns: one extra names both
    return to_arrow(reports, table).to_pandas(types_mapper=pandas.ArrowDtype)


def _polars(reports: Iterable[Report], table: str) -> Any:
    with extra("polars", "a data frame of polars"):
        import polars
        import pyarrow  # noqa: F401  # which the columns are made by: one extra names both
    return polars.from_arrow(to_arrow(reports, table))


_BACKENDS: dict[str, Callable[[Iterable[Report], str], Any]] = {
    "pandas": _pandas,
    "polars": _polars,
    "pyarrow": to_arrow,
}
