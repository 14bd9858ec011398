"""The views of an archive: made from the tables, the same as `se.series`, and never in the way of anyone's own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.archives import changed
from tests.exporters.yearbook import YEAR, bulletin, growth

import shandong_econ as se
from shandong_econ.errors import ReadError
from shandong_econ.model import Report

TEXT = "2022年1—5月，山东省规模以上工业增加值同比增长4.5%。出口额7387.5亿元，同比增长18.6%。"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def views_of(path: Path) -> list[str]:
    return [name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]


def test_figures_with_their_report_and_sentence(path: Path) -> None:
    """Each figure stands once, with the day, title, publisher and address of its report, and its sentence."""
    report = attrs.evolve(se.parse(TEXT), published=date(2022, 6, 20), publisher="统计局", uri="https://e.invalid/1")
    se.export([report, *YEAR], path)
    told = "published, publisher, uri, indicator, amount, sentence"
    assert rows(path, f"SELECT {told} FROM figures WHERE report = 1 AND indicator = 'IVA_ASD'") == [
        ("2022-06-20", "统计局", "https://e.invalid/1", "IVA_ASD", 4.5, TEXT[: TEXT.index("。") + 1])
    ]
    assert rows(path, "SELECT count(*) FROM figures") == rows(path, "SELECT count(*) FROM observations")
    assert list(se.read_all(path)) == [report, *YEAR]


def agrees(path: Path, reports: list[Report]) -> None:
    """Checks that the view has the points of the series."""
    series = se.series(reports)
    expected = {
        (line.key.indicator, line.key.measure.value, line.key.status.value, str(point.period)): (
            point.value and float(point.value),
            len({one.number for one in point.prints}),
            len({one.observation.amount for one in point.prints}),
        )
        for line in series.all_lines
        for point in line
        if point.prints
    }
    query = "SELECT indicator, measure, obs_status, time_period, amount, n_prints, n_values FROM series"
    found = {row[:4]: row[4:] for row in rows(path, query)}
    assert found.keys() == expected.keys()
    for key, (amount, prints, values) in found.items():
        value, *counts = expected[key]
        assert [prints, values] == counts
        assert value is None or value == amount


def test_points_of_the_year(path: Path) -> None:
    """A row of the view is a key and a period: the newest number, how many reports print it, and how many numbers."""
    se.export(YEAR, path)
    agrees(path, list(YEAR))
    query = "SELECT time_period, amount, published, n_prints FROM series WHERE n_values > 1 ORDER BY time_period"
    assert rows(path, query) == [("2023-01-01/P4M", 4.9, "2023-06-20", 2), ("2023-06", 6.8, "2023-07-20", 1)]


MONTHS = st.dictionaries(st.integers(1, 12), st.integers(-20, 20), min_size=1, max_size=3)


@given(st.lists(MONTHS, min_size=1, max_size=5), st.booleans(), st.randoms(use_true_random=False))
def test_it_agrees_with_the_series(
    tmp_path_factory: pytest.TempPathFactory, printed: list[dict[int, int]], dated: bool, random: Any
) -> None:
    """Whatever bulletins print, and in whatever order they come, the view says what `se.series` does."""
    reports = [
        attrs.evolve(bulletin(None, *(growth(f"2023-{m:02}", f"{value}.0") for m, value in of.items())), title=title)
        for title, of in zip("abcde", printed, strict=False)
    ]
    if dated:
        reports = [attrs.evolve(each, published=date(2024, 1, 1) + timedelta(n)) for n, each in enumerate(reports)]
    random.shuffle(reports)
    path = tmp_path_factory.mktemp("archive") / "archive.sqlite"
    se.export(reports, path)
    agrees(path, reports)


def test_what_has_no_known_time_is_no_point(path: Path) -> None:
    """A figure without a period, or of an open year, stands in the view of figures alone."""
    figures = (attrs.evolve(growth("2022", "1"), period=None), growth("XXXX-05", "1"))
    se.export(bulletin(None, *figures), path)
    assert rows(path, "SELECT count(*) FROM series") == [(0,)]
    assert rows(path, "SELECT count(*) FROM figures") == [(2,)]


def test_a_query_may_name_them(path: Path) -> None:
    """They are our own, so a query for reports may ask them."""
    se.export(YEAR, path)
    for query in ("SELECT report FROM figures WHERE amount = -5.6", "SELECT report FROM series WHERE amount = -5.6"):
        assert list(se.read_all(path, query=query)) == [YEAR[2]]


def test_one_of_another_is_not_run(path: Path) -> None:
    """A view that has the name of ours and says otherwise is a stranger's: it is not run, and it stays."""
    se.export(YEAR, path)
    changed(path, "DROP VIEW figures", "CREATE VIEW figures AS SELECT 1 AS report")
    with pytest.raises(ReadError, match="the view figures comes with the file and is not run"):
        list(se.read_all(path, query="SELECT report FROM figures"))
    se.export(YEAR[0], path)
    assert rows(path, "SELECT * FROM figures") == [(1,)]
    assert list(se.read_all(path)) == list(YEAR)


def test_an_archive_that_has_none(path: Path) -> None:
    """An archive of before, or one whose views were dropped, is read as it is, and an export makes them."""
    se.export(YEAR[:4], path)
    changed(
        path,
        "DROP VIEW figures",
        "DROP VIEW series",
        "CREATE VIEW series AS -- made by shandong_econ, and made anew by an export\nSELECT 1",
    )
    assert list(se.read_all(path)) == list(YEAR[:4])
    se.export(YEAR[4], path)
    assert views_of(path) == ["figures", "series"]
    agrees(path, list(YEAR))


def test_a_table_of_that_name_stays(tmp_path: Path) -> None:
    """Where a database has a table of its own called series, the archive is made beside it without that view."""
    path = tmp_path / "mine.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE Series (mine)")
        database.commit()
    se.export(YEAR, path)
    assert views_of(path) == ["figures"]
    assert rows(path, "SELECT count(*) FROM series") == [(0,)]
    assert list(se.read_all(path)) == list(YEAR)


def test_they_are_not_sealed(path: Path) -> None:
    """Who drops a view has changed no report."""
    se.export(YEAR, path)
    changed(path, "DROP VIEW series")
    assert rows(path, "SELECT count(*) FROM reports WHERE seal = 'edited'") == [(0,)]
    assert Decimal(str(rows(path, "SELECT max(amount) FROM figures WHERE measure = 'growth'")[0][0])) == Decimal("6.8")
