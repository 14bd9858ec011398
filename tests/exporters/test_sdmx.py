"""SDMX-CSV 2.0 as pysdmx reads it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pysdmx.io import read_sdmx

import shandong_econ as se
from shandong_econ.exporters.sdmx import SdmxCsv
from shandong_econ.grids.records import records
from shandong_econ.testing import strategies

SHANDONG = se.Area("370000", "Shandong", "山东")
FIGURES = (
    se.Observation(
        label="规模以上制造业增加值",
        indicator=se.Indicator("IVA_ASD_MFG", "Value added of manufacturing above designated size"),
        area=SHANDONG,
        period=se.Period.parse("2022-01-01/P5M"),
        measure="growth",
        comparison="year_on_year",
        value=Decimal("4.50"),
        unit=se.Unit("PT"),
        span=se.Span(0, 4),
        grounds=se.Grounds(series=se.Ground("stated", se.Span(0, 4)), area=se.Ground("given")),
    ),
    se.Observation(
        indicator=se.Indicator("GDP"),
        area=SHANDONG,
        period=se.Period.parse("2021"),
        value=Decimal("83095.9"),
        unit=se.Unit("CNY"),
        unit_mult=8,
    ),
    se.Observation(
        label="a series of one's own",
        area=se.Area(None, "Somewhere"),
        period=se.Period.parse("XXXX-Q1"),
        measure="change",
        value=Decimal("-0.3"),
        unit=se.Unit("PPT"),
        status="T",
    ),
    se.Observation(value=Decimal(7), period=se.Period.parse("2022-05-31"), status="F", entity="=1+1\nfirm"),
    se.Observation(value=Decimal(7), indicator=se.Indicator("OF_A_PLUGIN")),
)
REPORT = se.Report(text="4.5%", published=date(2022, 6, 20), uri="https://e.invalid/1", observations=FIGURES)


def rows_of(*reports: se.Report) -> list[dict[str, str]]:
    file = io.BytesIO()
    SdmxCsv().write(reports, file)
    (_, header), *rows = records(io.StringIO(file.getvalue().decode(), newline=""))
    return [dict(zip(header, row, strict=True)) for _, row in rows]


def read_by_pysdmx(path: Path) -> Any:
    (dataset,) = read_sdmx(path, validate=False).data
    return dataset


def test_pysdmx_reads_it(tmp_path: Path) -> None:
    """What pysdmx finds is one dataset of our structure, and in it each figure with its dimensions and attributes."""
    path = tmp_path / "figures.sdmx.csv"
    se.export([REPORT, REPORT], path)
    dataset = read_by_pysdmx(path)
    assert dataset.short_urn == "DataStructure=SHANDONG_ECON:REPORTED_FIGURES(1.0)"
    data = dataset.data
    assert len(data) == 10
    first, second, third, fourth, fifth = data.to_dict("records")[:5]
    wanted: dict[str, str] = {
        "FIGURE": "1-1", "FREQ": "_O", "REF_AREA": "370000", "INDICATOR": "IVA_ASD_MFG", "ACTIVITY": "C",
        "MEASURE": "growth", "COMPARISON": "year_on_year", "TIME_PERIOD": "2022-01-01/P5M", "OBS_VALUE": "4.5",
        "UNIT_MEASURE": "PT", "UNIT_MULT": "0", "DECIMALS": "2", "OBS_STATUS": "A", "REPORTED_STATUS": "A",
        "QUALIFIER": "EQ", "QUOTE": "4.5%", "PUBLISHED": "2022-06-20", "SOURCE": "https://e.invalid/1",
        "SERIES_HOW": "stated", "AREA_HOW": "given", "PERIOD_HOW": "",
    }  # fmt: skip
    assert {name: first[name] for name in wanted} == wanted
    wanted = {"FREQ": "A", "ACTIVITY": "_T", "COMPARISON": "_Z", "TIME_PERIOD": "2021", "UNIT_MULT": "8"}
    assert {name: second[name] for name in wanted} == wanted
    wanted = {
        "REF_AREA": "_O", "REF_AREA_NAME": "Somewhere", "INDICATOR": "_O", "ACTIVITY": "_U", "UNIT_MEASURE": "PPT",
        "OBS_STATUS": "F", "REPORTED_STATUS": "T", "TIME_PERIOD": "", "FREQ": "Q", "REPORTED_PERIOD": "XXXX-Q1",
    }  # fmt: skip
    assert {name: third[name] for name in wanted} == wanted
    wanted = {"FREQ": "D", "REF_AREA": "_U", "INDICATOR": "_U", "UNIT_MEASURE": "_U", "ENTITY": "\\=1+1\\nfirm"}
    assert {name: fourth[name] for name in wanted} == wanted
    assert (fifth["FREQ"], fifth["ACTIVITY"]) == ("_U", "_U")
    keys = data[["FIGURE", "FREQ", "REF_AREA", "INDICATOR", "ACTIVITY", "MEASURE", "COMPARISON", "TIME_PERIOD"]]
    assert not keys.duplicated().any()


@settings(max_examples=settings().max_examples // 2)
@given(strategies.corpora())
def test_law_every_figure_is_a_row(reports: list[se.Report]) -> None:
    """For every report that the model can hold there is one row a figure, with its exact value and power of ten."""
    figures = [figure for report in reports for figure in report.observations]
    for row, figure in zip(rows_of(*reports), figures, strict=True):
        assert Decimal(row["OBS_VALUE"]).as_tuple() == figure.value.as_tuple()
        assert int(row["UNIT_MULT"]) == figure.unit_mult
        assert row["MEASURE"] == figure.measure
        assert row["TIME_PERIOD"] == "" or se.Period.parse(row["TIME_PERIOD"]) == figure.period
        assert all("\n" not in cell and not cell.startswith(("=", "+", "@")) for cell in row.values())


@given(st.lists(strategies.periods(), min_size=1, max_size=20))
@example([se.Period.parse("2022-W01")])
def test_law_the_frequency_is_that_of_frames(periods: list[se.Period]) -> None:
    """Whatever the period, a week too, the file and a frame call how often it comes alike."""
    report = se.Report(observations=[se.Observation(value=Decimal(1), period=period) for period in periods])
    assert [row["FREQ"] for row in rows_of(report)] == se.to_frame(report, "pyarrow")["freq"].to_pylist()


def test_reports_stream() -> None:
    """Rows are on their way to the file before the last report is asked for."""
    file = io.BytesIO()

    def many() -> Iterator[se.Report]:
        for number in range(200):
            assert number < 100 or len(file.getvalue()) > 1000
            yield REPORT

    SdmxCsv().write(many(), file)
    assert file.getvalue().count(b"\r\n") == 1001


def test_every_code_is_an_identifier_of_sdmx() -> None:
    """Whatever stands in a dimension is written in the characters that SDMX allows in a code."""
    allowed = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@$-")
    figures = [se.Observation(value=Decimal(1), indicator=code, area=SHANDONG) for code in se.indicators().values()]
    for row in rows_of(se.Report(observations=figures)):
        for name in ("FIGURE", "FREQ", "REF_AREA", "INDICATOR", "ACTIVITY", "MEASURE", "COMPARISON"):
            assert set(row[name]) <= allowed, row[name]
            assert row[name]


def test_it_is_not_read(tmp_path: Path) -> None:
    """Figures alone are no report: asked for by its name the format says so."""
    se.export(REPORT, tmp_path / "a.sdmx.csv")
    with pytest.raises(se.ReadError, match="the format sdmx-csv can be written and not read"):
        se.read(tmp_path / "a.sdmx.csv")
