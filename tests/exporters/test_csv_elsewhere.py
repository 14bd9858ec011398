"""CSV as other programs open it, without being told anything of it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from tests.exporters.test_csv import TEXT

from shandong_econ.exporters.csv import Csv
from shandong_econ.model import Observation, Period, Report, Span
from shandong_econ.rows import OBSERVATIONS


def figures(values: Iterable[str]) -> Report:
    """A report of figures with these values, in millions, with texts that readers stumble over."""
    labels = ("规模以上工业增加值", 'a "b", c', "\\", "=1+1", "two\nlines", "", None, "long " * 8000)
    return Report(
        text=TEXT,
        observations=tuple(
            Observation(
                label=labels[i % len(labels)],
                value=Decimal(value),
                unit_mult=6,
                period=Period.parse("XXXX-Q1" if i % 2 else "2022-01-01/P5M"),
                span=Span(0, 5),
            )
            for i, value in enumerate(values)
        ),
    )


LONG = [
    "12345678901234567890123456789012345678901234567890",
    "0.1234567890123456789012345678901234567890",
    "-1E+30",
    "-0",
]


@pytest.mark.parametrize(
    "values",
    [["4.50", "8000", *LONG], ["8000"] * 150 + ["4.5", *LONG], [*LONG, "1"], [LONG[0]], ["1"] * 101, ["8000"]],
    ids=["fractions", "fractions after many whole numbers", "long", "one long", "whole", "one"],
)
def test_pandas_polars_and_duckdb_open_it(values: list[str], tmp_path: Path) -> None:
    """Opened without an option it has all rows, its columns by name, numbers as numbers, and Chinese as Chinese."""
    path = tmp_path / "report.csv"
    with path.open("wb") as file:
        Csv().write([figures(values)], file)
    frames: dict[str, dict[str, list[Any]]] = {
        "pandas": pd.read_csv(path).to_dict("list"),
        "polars": pl.read_csv(path).to_dict(as_series=False),
        "duckdb": duckdb.sql(f"select * from '{path}'").df().to_dict("list"),
    }
    for name, columns in frames.items():
        assert list(columns) == [*OBSERVATIONS.header, "seal"], name
        assert all(isinstance(seal, str) for seal in columns["seal"]), name
        assert columns["label"][0] == "规模以上工业增加值", name
        assert columns["time_period"][0] == "2022-01-01/P5M", name
        assert [float(value) for value in columns["obs_value"]] == pytest.approx([float(v) for v in values]), name
        assert [float(value) for value in columns["amount"]] == pytest.approx([float(v) * 1e6 for v in values]), name
        assert not any(isinstance(value, str) for value in columns["unit_mult"]), name
