"""Parquet as pyarrow, pandas, polars and DuckDB open it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import given

import shandong_econ as se
from shandong_econ.exporters.parquet import Parquet
from shandong_econ.rows import arrow as rows_as_arrow
from shandong_econ.testing import strategies

REPORT = se.Report(
    text="增长4.50%",
    observations=(
        se.Observation(label="增加值", period=se.Period.parse("2022-01-01/P5M"), value=Decimal("4.50")),
        se.Observation(label="", period=se.Period.parse("XXXX-Q1"), value=Decimal("127.3"), unit_mult=8),
    ),
)


def test_programs_open_it(tmp_path: Path) -> None:
    """Opened without an option it has exact decimals, dates, Chinese, and '' apart from null."""
    path = tmp_path / "figures.parquet"
    se.export([REPORT, se.Report(), REPORT], path)
    found = {
        "pyarrow": pq.read_table(path).to_pydict(),
        "polars": pl.read_parquet(path).to_dict(as_series=False),
        "pandas": pd.read_parquet(path).to_dict("list"),
    }
    for name, columns in found.items():
        assert columns["report"] == [1, 1, 3, 3], name
        assert columns["label"] == ["增加值", ""] * 2, name
        assert columns["obs_value"] == ["4.50", "127.3"] * 2, name
        assert columns["amount"] == [Decimal("4.5"), Decimal("12730000000")] * 2, name
        assert columns["period_start"] == [date(2022, 1, 1), None] * 2, name
    query = f"SELECT sum(amount), max(period_end) FROM '{path}'"
    assert duckdb.sql(query).fetchall() == [(Decimal("25460000009"), date(2022, 5, 31))]
    assert duckdb.sql(f"SELECT * FROM '{path}' WHERE measure = 'level'").fetchall() != []


@given(strategies.corpora())
def test_law_the_file_is_the_table(reports: list[se.Report]) -> None:
    """For every report that the model can hold the file has the rows and the schema of `to_arrow`."""
    file = io.BytesIO()
    Parquet().write(reports, file)
    assert pq.read_table(io.BytesIO(file.getvalue())).equals(se.to_arrow(reports), check_metadata=False)


def test_reports_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are on their way to the file before the last report is asked for."""
    monkeypatch.setattr(rows_as_arrow, "ROWS_A_BATCH", 10)
    file = io.BytesIO()

    def many() -> Iterator[se.Report]:
        for number in range(100):
            assert number < 20 or len(file.getvalue()) > 1000
            yield REPORT

    se.export(many(), file, format="parquet")
    assert pq.ParquetFile(file).num_row_groups == 20


def test_it_is_not_read(tmp_path: Path) -> None:
    """Figures alone are no report: ReadError says what to read in its place."""
    se.export(REPORT, tmp_path / "a.parquet")
    with pytest.raises(se.ReadError, match=r"a\.parquet: the format parquet can be written and not read: read what it"):
        se.read(tmp_path / "a.parquet")


def test_without_pyarrow_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MissingExtraError names the line that installs it, and what stood at the path stands there still."""
    (tmp_path / "a.parquet").write_bytes(b"old")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "pyarrow.parquet")
    with pytest.raises(
        se.MissingExtraError, match=r"writing \.parquet needs pyarrow.*: pip install 'shandong-econ\[par"
    ):
        se.export(REPORT, tmp_path / "a.parquet")
    assert (tmp_path / "a.parquet").read_bytes() == b"old"
