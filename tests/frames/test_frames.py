"""Tables in memory: what the tools for them see, and that nothing of it is rounded."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shandong_econ as se
from shandong_econ.api import names
from shandong_econ.frames.columns import ADDED, header
from shandong_econ.plugins import registry
from shandong_econ.rows import OBSERVATIONS, REPORTS, TABLES, encode_cell, observation_rows, stored_text
from shandong_econ.rows import arrow as rows_as_arrow
from shandong_econ.rows.arrow import amount_of
from shandong_econ.testing import strategies

REPORT = se.Report(
    text="增长4.50%",
    published=date(2022, 6, 20),
    authors=("李明",),
    observations=(
        se.Observation(label="增加值", period=se.Period.parse("2022-01-01/P5M"), value=Decimal("4.50")),
        se.Observation(label="", period=se.Period.parse("XXXX-Q1"), value=Decimal("127.3"), unit_mult=8),
        se.Observation(value=Decimal("0.1234567890123"), unit_mult=-4),
    ),
)


def check(columns: dict[str, list[object]]) -> None:
    """The figures of REPORT, exact."""
    assert columns["obs_value"] == ["4.50", "127.3", "0.1234567890123"]
    assert columns["amount"][:2] == [Decimal("4.5"), Decimal("12730000000")]
    assert columns["amount"][2] in (None, Decimal("0.00001234567890123"))
    assert columns["value"] == [4.5, 12730000000.0, 0.00001234567890123]
    assert columns["freq"] == ["_O", "Q", None]
    assert columns["is_single"] == [False, True, False]
    assert columns["is_so_far"] == [True, True, False]
    assert columns["label"] == ["增加值", "", None]
    assert columns["period_start"] == [date(2022, 1, 1), None, None]
    assert columns["period_end"] == [date(2022, 5, 31), None, None]
    assert columns["report"] == [1, 1, 1]


def test_each_backend_has_exact_decimals_and_dates() -> None:
    """Decimals are decimals, dates are dates, '' is not None, and the columns are named as in the csv."""
    check(se.to_frame(REPORT, backend="pyarrow").to_pydict())
    check(se.to_frame(REPORT, backend="polars").to_dict(as_series=False))
    frame = se.to_frame(REPORT)
    assert isinstance(frame, pd.DataFrame)
    check({name: [_plain(value) for value in frame[name]] for name in frame})
    assert frame["amount"].sum() == Decimal("12730000004.50001234567890123")
    added = ["period_start", "period_end", *(column.name for column in ADDED)]
    assert [name for name in frame if name not in added] == list(OBSERVATIONS.header)
    assert tuple(frame) == header() == tuple(se.to_frame(REPORT, "polars").columns)


def _plain(value: object) -> object:
    """A cell of pandas as a value of Python."""
    if value is pd.NA or value is pd.NaT:
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def test_others_take_arrow_as_it_is() -> None:
    """DuckDB queries the table, and polars, pandas and pyarrow take it, through `__arrow_c_stream__`."""
    table = se.to_arrow([REPORT, REPORT])
    assert hasattr(table, "__arrow_c_stream__")
    assert pl.DataFrame(table).height == 6
    assert pa.table(table).num_rows == 6
    figures = table
    query = "SELECT report, sum(amount), min(period_start) FROM figures GROUP BY report ORDER BY report"
    whole = (Decimal("12730000004.5"), date(2022, 1, 1))
    assert duckdb.sql(query).fetchall() == [(1, *whole), (2, *whole)]
    assert figures.schema.field("label").metadata[b"description"].startswith(b"The words")


def test_every_table_is_to_be_had() -> None:
    """The reports, statements and notes are tables too; of no reports there is a table without rows."""
    (row,) = se.to_arrow(REPORT, table="reports").to_pylist()
    assert row["authors"] == ["李明"]
    assert row["published"] == date(2022, 6, 20)
    assert tuple(row) == REPORTS.header
    for name in ("reports", "observations", "statements", "notes"):
        table = se.to_arrow([], table=name)
        assert table.num_rows == 0
        assert table.schema == se.to_arrow(REPORT, table=name).schema


@given(strategies.corpora())
def test_law_the_frame_states_the_rows(reports: list[se.Report]) -> None:
    """For every report that the model can hold the columns say what the rows of the csv say, nothing rounded."""
    found = se.to_arrow(reports).to_pylist()
    right = [row for key, report in enumerate(reports, 1) for row in observation_rows(report, key)]
    for mine, row in zip(found, right, strict=True):
        for column, cell in zip(OBSERVATIONS.columns, row, strict=True):
            value = mine[column.name]
            if column.name == "amount":
                assert value is None or value == cell
            elif isinstance(cell, Decimal):
                assert value == encode_cell(column.kind, cell)
            else:
                assert (stored_text(value) if isinstance(value, str) else value) == cell
    for name in ("reports", "statements", "notes"):
        se.to_arrow(reports, table=name).validate(full=True)


@given(st.integers(-(10**38) + 1, 10**38 - 1))
def test_law_amounts_that_fit_are_exact(units: int) -> None:
    """Every amount of 28 digits before and 10 after the point comes through Arrow as it is."""
    amount = Decimal(f"{units}E-10")
    report = se.Report(observations=(se.Observation(value=amount),))
    assert se.to_arrow(report)["amount"].to_pylist() == [amount]


@pytest.mark.parametrize("value", ["1E-11", "1E+28", "1E+999999", "-1E-999999", "12345678901234567890123456789"])
def test_amounts_that_do_not_fit_are_null(value: str) -> None:
    """An amount is never rounded: what the type does not hold is null, and the digits stand in `obs_value`."""
    assert amount_of(Decimal(value)) is None


def test_many_reports_come_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are not held as Python objects for all reports at once."""
    monkeypatch.setattr(rows_as_arrow, "ROWS_A_BATCH", 4)
    table = se.to_arrow([REPORT] * 5)
    assert [len(batch) for batch in table.to_batches()] == [6, 6, 3]


def test_what_there_is_not_is_named() -> None:
    """A backend or a table that there is not raises an error with those that there are."""
    with pytest.raises(se.UnknownFormatError, match="there is no backend 'R': give pandas or polars or pyarrow"):
        se.to_frame(REPORT, "R")  # type: ignore[call-overload]  # what is tested
    with pytest.raises(se.UnknownFormatError, match="there is no table 'figures': give reports or observations"):
        se.to_arrow(REPORT, table="figures")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(TypeError, match="give a Report"):
        se.to_frame("text")  # type: ignore[arg-type]  # what is tested


@pytest.mark.parametrize(("backend", "library"), [("pandas", "pandas"), ("polars", "polars"), ("pandas", "pyarrow")])
def test_a_library_that_is_missing_is_named(
    backend: Literal["pandas", "polars"], library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MissingExtraError is one sentence that names the library and the line that installs it."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(se.MissingExtraError, match=rf"needs {library}: pip install 'shandong-econ\[{backend}\]'"):
        se.to_frame(REPORT, backend)


def test_arrow_without_pyarrow_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same of pyarrow itself."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"a table of Arrow needs pyarrow: pip install 'shandong-econ\[arrow\]'"):
        se.to_arrow(REPORT)
    with pytest.raises(ImportError, match=r"a table of Arrow needs pyarrow: pip install 'shandong-econ\[arrow\]'"):
        se.to_frame(REPORT, "pyarrow")


def test_what_the_types_offer_is_what_there_is() -> None:
    """The names that type checkers and editors offer for an argument are those that the library takes by itself."""
    assert sorted(get_args(names.TableName)) == sorted(table.name for table in TABLES)
    assert [len(se.to_frame(REPORT, backend)) for backend in get_args(names.Backend)] == [3, 3, 3]
    known = registry()
    assert list(get_args(names.BuiltInFormat)) == [n for n, each in known.formats.items() if known.brings(each)]
    assert list(get_args(names.BuiltInSource)) == [n for n, each in known.kinds.items() if known.is_built_in(each)]
