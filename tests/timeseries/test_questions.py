"""What a newcomer asks of a year of bulletins is one line each."""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import accumulate

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timeseries.bulletins import WEIFANG, bulletin, figure, level

import shandong_econ as se
from shandong_econ.timeseries import Key, Series
from shandong_econ.timeseries.framing import column_names


@pytest.fixture(scope="module")
def series() -> Series:
    """The series of twelve monthly bulletins, read from their texts."""
    return se.series(se.read(path) for path in WEIFANG)


def numbers(told: Series) -> list[str]:
    """The numbers of the only line."""
    return [str(point.value) for point in told.line]


def test_gdp_growth_by_quarter(series: Series) -> None:
    """GDP growth of a place by quarter."""
    assert numbers(series["GDP", "370700"].results().growth().quarterly()) == ["5.3", "5.9", "5.9", "6.0"]


def test_industry_in_single_months_against_the_year_so_far(series: Series) -> None:
    """Industrial value added, monthly: single months against the year so far."""
    frame = series["IVA_ASD"].growth().monthly().to_frame(wide=True)
    assert list(frame.columns) == ["IVA_ASD single", "IVA_ASD so_far"]
    assert frame.loc["2023-05-31"].tolist() == [5.8, 6.5]
    assert len(frame) == 11


def test_what_was_revised(series: Series) -> None:
    """What was revised between the bulletins."""
    told = [[str(one.observation.value) for one in p.prints] for line in series.revisions() for p in line]
    assert told == [["383.1", "382.6"], ["5.9", "5.8"]]


def test_targets_against_results(series: Series) -> None:
    """Targets against results."""
    frame = series.growth().annual().to_frame(wide=True)
    year = frame.loc["2023-12-31"]
    assert year["RETAIL_SALES"] - year["RETAIL_SALES target"] == pytest.approx(-0.2)
    assert year["GDP"] - year["GDP target"] == pytest.approx(0.5)


def test_months_that_nobody_printed(series: Series) -> None:
    """Retail sales by month, from what bulletins tell of the year so far."""
    months = series["RETAIL_SALES"].level().single().monthly().line
    so_far = series["RETAIL_SALES"].level().so_far().line
    values = [point.value for point in months if point.value is not None]
    assert list(accumulate(values)) == [point.value for point in so_far]
    assert [point.derived is not None for point in months] == [False, *[True] * 11]


def test_the_year_of_bulletins_is_read_whole(series: Series) -> None:
    """Every figure of the bulletins is in a series, and none disagrees with another of its bulletin."""
    assert (series.left_out, len(series.conflicts()), len(WEIFANG)) == ((), 0, 12)


# ---------------------------------------------------------------------- frames


def test_a_frame_is_one_that_pandas_calculates_with(series: Series) -> None:
    """Numbers are float64 and days datetimes, so that differences and resampling work."""
    frame = series["EXPORTS"].level().single().monthly().to_frame()
    assert frame["value"].dtype == "float64"
    quarters = frame.set_index("period_end")["value"].resample("QE").sum()
    assert quarters.iloc[0] == pytest.approx(48.9e9)
    assert frame["value"].diff().notna().sum() == 11
    assert ((frame["value_low"] <= frame["value"]) & (frame["value"] <= frame["value_high"])).all()
    assert isinstance(series.to_frame(wide=True).index, pd.DatetimeIndex)


def test_what_frames_of_figures_have_too_is_of_one_type(series: Series) -> None:
    """A frame of series joins with one of figures: columns of one name are of one type, and none has two names."""
    reports = [se.read(path) for path in WEIFANG]
    figures, points = se.to_frame(reports).dtypes, series.to_frame().dtypes
    both = [name for name in points.index if name in figures.index]
    assert {"obs_status", "comparison", "unit_measure", "freq", "published", "obs_value"} <= {*both}
    assert [name for name in both if figures[name] != points[name]] == ["unit_mult"]  # which nobody printed of some
    assert (figures["unit_mult"], points["unit_mult"]) == ("int64", "Int64")
    arrow, table = se.to_frame(reports, "pyarrow").schema, series.to_frame("pyarrow").schema
    assert [arrow.field(name).type for name in both] == [table.field(name).type for name in both]


def test_backends_say_the_same(series: Series) -> None:
    """pandas, polars and pyarrow have the same columns and rows, long and wide."""
    for wide in (False, True):
        table, frame = series.to_frame("pyarrow", wide=wide), series.to_frame("polars", wide=wide)
        assert isinstance(table, pa.Table)
        assert isinstance(frame, pl.DataFrame)
        assert table.column_names == frame.columns
        assert table.num_rows == len(frame) == len(series.to_frame(wide=wide))
    with pytest.raises(se.UnknownFormatError, match="no backend 'excel'"):
        series.to_frame("excel")  # type: ignore[call-overload]  # that is the case


def test_rows_say_what_points_do() -> None:
    """A conflict has no number, a derived point no bulletin, and a revision says how many prints there are."""
    told = [level("10", "2022-Q1"), level("30", "2022-S1"), figure("5", "2022-Q1"), figure("6", "2022-Q1")]
    rows = (
        se.series([bulletin("2022-07-20", *told, title="a"), bulletin("2022-08-20", level("31", "2022-S1"), title="b")])
        .to_frame("pyarrow")
        .to_pylist()
    )
    found = {(row["measure"], row["span"], row["time_period"]): row for row in rows}
    derived = found["level", "single", "2022-Q2"]
    assert (derived["value"], derived["derived"], derived["n_prints"], derived["title"]) == (2.1e9, True, 0, None)
    revised = found["level", "so_far", "2022-S1"]
    assert (revised["value"], revised["revised"], revised["n_prints"], revised["title"]) == (3.1e9, True, 2, "b")
    conflict = found["growth", "single", "2022-Q1"]
    assert (conflict["value"], conflict["conflict"], conflict["n_prints"], conflict["title"]) == (None, True, 2, "a")


@pytest.mark.parametrize(("sign", "end"), [("", math.inf), ("-", -math.inf)])
def test_what_no_float_comes_near_is_infinite_in_frames_of_figures_and_of_series(sign: str, end: float) -> None:
    """A number beyond all floats, and the ends of what it stands for, are infinite, as in `se.to_frame`."""
    report = bulletin(None, figure(f"{sign}9E+299", unit_mult=9))
    (row,) = se.series(report).to_frame("pyarrow").to_pylist()
    assert (row["value"], row["value_low"], row["value_high"]) == (end, end, end)
    assert se.to_frame(report, "pyarrow")["value"].to_pylist() == [end]


@pytest.mark.parametrize("wide", [False, True])
def test_no_series_is_an_empty_frame(wide: bool) -> None:
    """Without a figure there is a frame without rows."""
    assert len(se.series([]).to_frame(wide=wide)) == 0
    assert len(se.series(bulletin(None, figure("1")))["FAI"].to_frame("polars", wide=wide)) == 0


def test_columns_are_named_by_what_tells_them_apart() -> None:
    """A name has the parts of a key that others do not share, and no more."""
    keys = [Key(indicator="GDP", area="370000", unit="CNY"), Key(indicator="GDP", area="320000", unit="CNY")]
    assert column_names(keys[:1]) == ["GDP"]
    assert column_names(keys) == ["GDP 370000", "GDP 320000"]
    assert column_names([Key(label="output", status=se.Status.T), Key(label="output")]) == ["output target", "output"]
    assert column_names([Key(label="output", unit=unit) for unit in "FT"]) == ["output F", "output T"]
    assert column_names([Key()]) == ["unnamed"]


_WORDS = st.sampled_from([None, "GDP", "GDP 2", "period_end", "forecast", "370000"])


@given(st.lists(st.builds(Key, indicator=_WORDS, label=_WORDS, area=_WORDS, status=st.sampled_from(se.Status))))
def test_no_two_columns_have_one_name(keys: list[Key]) -> None:
    """Whatever words keys have, each has a name that no other has, nor the days: polars takes no other table."""
    names = column_names(keys)
    assert len({"period_end", *names}) == 1 + len(keys)


def test_an_indicator_and_words_that_are_its_code_are_two_columns() -> None:
    """A label GDP and the indicator GDP are two series."""
    told = [figure("5"), figure("6", code=None, label="GDP"), figure("7", code=None, label="period_end")]
    frame = se.series(bulletin(None, *told)).to_frame("polars", wide=True)
    assert frame.columns == ["period_end", "GDP", "GDP 2", "period_end 2"]


def test_numbers_are_exact() -> None:
    """A point has all digits of what was printed, however many."""
    (point,) = se.series(bulletin(None, level("0.123456789012345678901234567890", "2022-Q2"))).line.points
    assert point.value == Decimal("12345678.9012345678901234567890")
