"""What the tools for tables do with a frame as it is: arithmetic, changes, descriptions, periods, wide tables."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given

import shandong_econ as se
from shandong_econ.frames.columns import ADDED
from shandong_econ.rows.arrow import amount_of
from shandong_econ.testing import strategies
from shandong_econ.timeseries import TimeSpan, keys_of

SINGLE = ["4.5", "5.0", "5.2", "4.8", "6.1", "6.3"]
SO_FAR = ["4.5", "4.7", "4.9", "4.8", "5.1", "5.3"]


def _bulletin(month: int, single: str, so_far: str) -> se.Report:
    """The month alone and the year so far, which in January are one figure."""
    told = [(month, 1, single), (1, month, so_far)][: 1 if month == 1 else 2]
    figures = [
        se.Observation(
            label="用电量", period=se.Period.of(2022, first, months=months), value=Decimal(value), unit_mult=8
        )
        for first, months, value in told
    ]
    return se.Report(published=date(2022, month, 28), publisher="统计局", title=f"{month}月", observations=figures)


BULLETINS = [_bulletin(month, *values) for month, values in enumerate(zip(SINGLE, SO_FAR, strict=True), 1)]
YI = 1e8
"""A hundred million, 亿."""


def months() -> pd.DataFrame:
    """The single months, by the day on which each ends."""
    frame = se.to_frame(BULLETINS)
    return frame[frame["freq"] == "M"].set_index("period_end")


def test_pandas_calculates() -> None:
    """`*2`, `diff`, `pct_change`, `describe` and comparisons of `value` work as of any column of floats."""
    value = months()["value"]
    assert value.dtype == "float64"
    assert (value * 2).tolist() == pytest.approx([float(each) * 2 * YI for each in SINGLE])
    assert value.diff().iloc[1] == pytest.approx(0.5 * YI)
    assert value.pct_change().iloc[1] == pytest.approx(0.5 / 4.5)
    assert value.describe()["max"] == 6.3 * YI
    assert len(value[value > 5 * YI]) == 3


def test_pandas_resamples_and_pivots() -> None:
    """The days are an index that pandas resamples by, and the year so far and its months become two columns."""
    quarters = months()["value"].resample("QE").sum()
    assert quarters.index.tolist() == [pd.Timestamp("2022-03-31"), pd.Timestamp("2022-06-30")]
    assert quarters.tolist() == pytest.approx([14.7 * YI, 17.2 * YI])
    assert months().loc["2022-05", "obs_value"].tolist() == ["6.1"]
    frame = se.to_frame(BULLETINS)
    so_far = frame[frame["is_so_far"]].pivot(index="label", columns="period_end", values="value")
    assert so_far.loc["用电量"].tolist() == pytest.approx([float(each) * YI for each in SO_FAR])
    wide = frame[frame["freq"].isin(["M", "_O"])].pivot_table(index="period_end", columns="is_so_far", values="value")
    assert (wide[True] - wide[False]).dropna().tolist() == pytest.approx([-0.3 * YI, 0, -YI])


def test_pandas_takes_the_whole_frame() -> None:
    """A frame as a whole is described, averaged by groups, resampled and joined; exact amounts are not in the way."""
    frame = se.to_frame(BULLETINS)
    assert frame.describe().loc["count", "value"] == 11
    assert frame.describe(include="all").shape[1] == frame.shape[1]
    assert frame.groupby("freq").mean(numeric_only=True).loc["M", "value"] > 0
    assert frame.set_index("period_end").resample("ME").mean(numeric_only=True)["value"].notna().all()
    texts = se.to_frame(BULLETINS, table="reports")
    assert frame.merge(texts, on="report")["title_x"].tolist() == [
        f"{m}月" for m in (1, *(m for m in range(2, 7) for _ in range(2)))
    ]
    assert texts["published"].dt.month.tolist() == [1, 2, 3, 4, 5, 6]


def test_pandas_calculates_exactly_with_decimals() -> None:
    """With `decimal` the values are Decimals of Python, and so is what is calculated with them."""
    value = se.to_frame(BULLETINS, decimal=True)["value"]
    assert (value * 2).iloc[0] == Decimal("900000000")
    assert value.diff().iloc[1] == Decimal("50000000")
    assert value.sum() == sum(map(Decimal, [*SINGLE, *SO_FAR[1:]])) * 10**8
    assert value.pct_change().iloc[1] == Decimal("5.0") / Decimal("4.5") - 1
    huge = se.Report(observations=[se.Observation(value=Decimal("1E+1000000")), se.Observation(value=Decimal(1) / 3)])
    assert se.to_frame(huge, decimal=True)["value"].tolist() == [one.amount for one in huge.observations]


def test_polars_calculates() -> None:
    """Arithmetic, changes, windows of time and wide tables, in floats and in decimals."""
    frame = se.to_frame(BULLETINS, "polars").filter(pl.col("freq") == "M")
    assert frame.schema["value"] == pl.Float64
    assert frame.schema["period_end"] == pl.Date
    changes = frame.select(double=pl.col("value") * 2, diff=pl.col("value").diff(), pct=pl.col("value").pct_change())
    assert changes.row(1) == pytest.approx((10 * YI, 0.5 * YI, 0.5 / 4.5))
    quarters = frame.group_by_dynamic("period_start", every="1q").agg(pl.col("value").sum())
    assert quarters["value"].to_list() == pytest.approx([14.7 * YI, 17.2 * YI])
    assert frame.pivot("period_end", index="label", values="value").width == 7
    exact = se.to_frame(BULLETINS, "polars", decimal=True)
    assert exact.select((pl.col("value") * 2).sum()).item() == sum(map(Decimal, [*SINGLE, *SO_FAR[1:]])) * 2 * 10**8


def test_duckdb_calculates() -> None:
    """SQL takes the table: aggregates, windows and parts of days, in floats and in decimals."""
    figures = se.to_frame(BULLETINS, "pyarrow")  # which DuckDB finds by its name
    query = """
        SELECT quarter(period_end), sum(value), max(change) FROM (
            SELECT *, value - lag(value) OVER (ORDER BY period_end) AS change FROM figures WHERE freq = 'M'
        ) GROUP BY ALL ORDER BY ALL
    """
    first, second = duckdb.sql(query).fetchall()
    assert first == pytest.approx((1, 14.7 * YI, 0.5 * YI))
    assert second == pytest.approx((2, 17.2 * YI, 1.3 * YI))
    figures = se.to_frame(BULLETINS, "pyarrow", decimal=True)
    assert figures.num_rows == 11
    total = sum(map(Decimal, [*SINGLE, *SO_FAR[1:]])) * 10**8
    assert duckdb.sql("SELECT sum(value * 2) FROM figures").fetchall() == [(total * 2,)]


def test_pyarrow_calculates() -> None:
    """The functions of Arrow take `value`, and sums of decimals are exact."""
    table = se.to_frame(BULLETINS, "pyarrow")
    assert pc.sum(pc.multiply(table["value"], 2)).as_py() == pytest.approx(2 * 56.7 * YI)
    assert table.group_by("freq").aggregate([("value", "max")]).num_rows == 4
    assert pc.year(table["period_end"]).to_pylist() == [2022] * 11
    exact = se.to_frame(BULLETINS, "pyarrow", decimal=True)["value"]
    assert pc.sum(exact).as_py() == Decimal("56.7") * 10**8
    assert pc.add(exact.cast(pa.decimal256(38, 10)), 1)[0].as_py() == Decimal("450000001")


def test_statsmodels_takes_the_frame() -> None:
    """A trend by a formula over columns of texts and numbers, and a decomposition of a series with a frequency."""
    formulas: Any = pytest.importorskip("statsmodels.formula.api")
    seasonal: Any = pytest.importorskip("statsmodels.tsa.seasonal")
    figures = [
        se.Observation(label=label, period=se.Period.of(year, month, months=1), value=Decimal(slope * year + month))
        for label, slope in (("用电量", 10), ("发电量", 20))
        for year in (2020, 2021, 2022)
        for month in range(1, 13)
    ]
    frame = se.to_frame(se.Report(observations=figures))
    frame = frame.assign(since=frame["period_end"].dt.year - 2020, month=frame["period_end"].dt.month)
    trend = formulas.ols("value ~ C(label, levels=['用电量', '发电量']) * since + C(month)", frame).fit()
    assert trend.params["since"] == pytest.approx(10)
    assert formulas.ols("value ~ C(unit_mult) - 1", frame).fit().nobs == 72
    series = frame[frame["label"] == "用电量"].set_index("period_end")["value"].asfreq("ME")
    assert seasonal.seasonal_decompose(series).trend.dropna().diff().dropna().mean() == pytest.approx(10 / 12)


PERIODS = {
    "2022-05": ("M", True, False),
    "2022-01-01/P5M": ("_O", False, True),
    "2022-01": ("M", True, True),
    "2022-Q1": ("Q", True, True),
    "2022-Q2": ("Q", True, False),
    "2022-S1": ("S", True, True),
    "2022": ("A", True, True),
    "2022-05-31": ("D", True, False),
    "2022-W20": ("W", True, False),
    "2021-01-01/P2Y": ("_O", True, False),
    "XXXX-01-01/P5M": ("_O", False, True),
    "XXXX-Q2": ("Q", True, False),
}


@pytest.mark.parametrize("period", PERIODS)
def test_periods_have_their_frequency_and_span(period: str) -> None:
    """May and January to May end on one day and are told apart; a first quarter and a year are both spans."""
    (row,) = se.to_frame(_of(period), "pyarrow").to_pylist()
    assert (row["freq"], row["is_single"], row["is_so_far"]) == PERIODS[period]
    assert (row["period_end"] is None) is period.startswith("XXXX")


def test_a_stock_is_counted_on_a_day() -> None:
    """What stands at the end of a period is never told of the year so far."""
    stock = se.indicators()["DEPOSITS"]
    (row,) = se.to_frame(_of("2022-01-01/P5M", indicator=stock), "pyarrow").to_pylist()
    assert (row["is_single"], row["is_so_far"]) == (True, False)


def _of(period: str, indicator: se.Indicator | None = None) -> se.Report:
    one = se.Observation(label="x", indicator=indicator, period=se.Period.parse(period), value=Decimal(1))
    return se.Report(observations=[one])


def test_each_figure_has_its_sentence_and_its_report() -> None:
    """The sentence in which the figure stands, and what is known of the bulletin, stand in its row."""
    text = "2022年5月，山东省工业增加值增长4.5%。1-5月，进出口下降2.1%。"
    report = se.parse(text, published=date(2022, 6, 20))
    rows = se.to_frame(report, "pyarrow").to_pylist()
    assert [row["sentence"] for row in rows] == ["2022年5月，山东省工业增加值增长4.5%。", "1-5月，进出口下降2.1%。"]
    assert {row["published"] for row in rows} == {date(2022, 6, 20)}
    assert [row["area_how"] for row in rows] == ["stated", "carried"]


@pytest.mark.parametrize(
    ("value", "number"), [("1E+1000000", math.inf), ("-1E+400", -math.inf), ("1E-1000000", 0.0), ("0.1", 0.1)]
)
def test_what_no_float_comes_near_is_infinite_or_nothing(value: str, number: float) -> None:
    """A huge number becomes infinite and a tiny one 0, without an error; its digits stand in `obs_value`."""
    report = se.Report(observations=[se.Observation(value=Decimal(value))])
    assert se.to_frame(report)["value"].tolist() == [number]
    assert se.to_frame(report, "polars")["value"].to_list() == [number]


@pytest.mark.parametrize("decimal", [False, True])
def test_without_figures_a_frame_has_its_types(decimal: bool) -> None:
    """Of no reports, and of one without figures, there is a frame without rows that has all columns and types."""
    nothing: list[list[se.Report]] = [[], [se.Report(text="无")]]
    for none in nothing:
        pandas, polars = se.to_frame(none, decimal=decimal), se.to_frame(none, "polars", decimal=decimal)
        assert pandas.empty
        assert pandas.dtypes.equals(se.to_frame(BULLETINS, decimal=decimal).dtypes)
        assert polars.is_empty()
        assert polars.schema == se.to_frame(BULLETINS, "polars", decimal=decimal).schema
        assert (pandas["value"] * 2).empty
        assert pandas.set_index("period_end").resample("ME")["is_single"].sum().empty


@given(strategies.corpora())
def test_law_a_frame_holds_the_reports(reports: list[se.Report]) -> None:
    """Columns of files are in a frame as in `to_arrow`; `value` is the float of the amount, or the amount itself."""
    figures = [(report, figure) for report in reports for figure in report.observations]
    table, exact = se.to_frame(reports, "pyarrow"), se.to_frame(reports, "pyarrow", decimal=True)
    table.validate(full=True)
    assert table.drop_columns([column.name for column in ADDED]).equals(se.to_arrow(reports))
    assert table["value"].to_pylist() == [float(figure.amount) for _, figure in figures]
    assert exact["value"].to_pylist() == [amount_of(figure.amount) for _, figure in figures]
    assert table["published"].to_pylist() == [report.published for report, _ in figures]
    for row, (_, figure) in zip(table.to_pylist(), figures, strict=True):
        spans = {key.span for key in keys_of(figure)}
        if spans:
            assert (row["is_single"], row["is_so_far"]) == (TimeSpan.SINGLE in spans, TimeSpan.SO_FAR in spans)
    pandas = se.to_frame(reports, decimal=True)
    for name in ("value", "amount"):
        assert [each.as_tuple() for each in pandas[name]] == [figure.amount.as_tuple() for _, figure in figures]
    assert pandas["period_end"].isna().tolist() == [day is None for day in table["period_end"].to_pylist()]
