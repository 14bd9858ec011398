"""`shandong-econ series`: what it shows and writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.timeseries.bulletins import WEIFANG, bulletin, figure, level

import shandong_econ as se
from shandong_econ.cli import main
from shandong_econ.cli.columns import width


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


def test_each_series_has_a_row_and_each_revision_a_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A row has the course and the newest figure; below stands what was revised, and a file gets the figures."""
    out = tmp_path / "gdp.csv"
    assert main(["series", *map(str, WEIFANG), "--indicator", "GDP", "--place", "Weifang", "-o", str(out)]) == 0
    said = capsys.readouterr()
    assert "▁▃▆█" in said.out
    assert "3 derived" in said.out
    assert (
        "revised: GDP [GDP], 2023-S1: 382.6 billion yuan (2023-07-20), then 383.1 billion yuan (2023-10-20)" in said.out
    )
    assert said.err == ""
    found = se.series(out)
    assert {line.key.indicator for line in found} == {"GDP"}
    assert len(found.revisions()) == 2


def test_conflicts_and_what_is_left_out_are_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A point without a value has a question mark, its prints stand below, and figures without a year are counted."""
    told = [figure("6.2", "2022-Q1"), figure("6.1", "2022-Q1"), figure("1", None), figure("3.0", "2022-Q1", None)]
    se.export(bulletin("2022-04-20", *told), tmp_path / "a.json")
    assert main(["series", str(tmp_path / "a.json")]) == 0
    said = capsys.readouterr()
    assert "1 in conflict" in said.out
    assert "?" in said.out
    assert "in conflict: GDP [GDP], 2022-Q1: +6.1% (2022-04-20), or +6.2% (2022-04-20)" in said.out
    assert said.err == "shandong-econ: 1 figure has no period of a known year, and no series\n"
    assert main(["series", str(tmp_path / "a.json"), "--indicator", "FAI"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["series", str(tmp_path / "a.json"), "--indicator", "GDP", "--place", "Shandong"]) == 0
    assert capsys.readouterr().err == said.err


def test_entities_stand_in_their_own_letters(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A firm, and what a share is of, are shown as a bulletin writes them: only a key has them in small letters."""
    told = figure(
        "6.2", entity="Yushujing Coal Mine", measure="share", comparison=None, relative_to="the Yangtze Delta"
    )
    se.export(bulletin("2023-01-20", told), tmp_path / "a.json")
    assert main(["series", str(tmp_path / "a.json")]) == 0
    said = capsys.readouterr().out
    assert "Yushujing Coal Mine" in said
    assert "the Yangtze Delta" in said


def test_chinese_takes_two_columns(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows of Chinese bulletins are in Chinese, and fit the terminal."""
    monkeypatch.setenv("COLUMNS", "80")
    told = [level("20.0", "2022-Q1", "GRAIN_OUTPUT", "JIN"), level("50.0", "2022-S1", "GRAIN_OUTPUT", "JIN")]
    se.export(bulletin("2022-07-20", *told, language="zh"), tmp_path / "a.json")
    assert main(["series", str(tmp_path / "a.json")]) == 0
    said = capsys.readouterr().out
    assert "粮食总产量" in said
    assert "山东" in said
    assert max(map(width, said.splitlines())) <= 80


def test_what_is_known_of_texts_is_told_as_to_show(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The area and day that the texts themselves leave out may be given; `--place` shows the series of one area."""
    told = tmp_path / "a.txt"
    told.write_text("1—5月，规模以上工业增加值同比增长4.5%。", encoding="utf-8")
    known = ["--area", "370000", "--published", "2022-06-20", "--language", "zh"]
    assert main(["series", str(told), *known]) == 0
    assert "山东" in (shown := capsys.readouterr().out)
    assert main(["series", str(told), *known, "--place", "山东省"]) == 0
    assert capsys.readouterr().out == shown
    assert main(["series", str(told), *known, "--place", "Qingdao"]) == 2


def test_what_is_asked_for_in_vain_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    """An indicator that is none is a wrong call, told on standard error."""
    assert main(["series", str(WEIFANG[0]), "--indicator", "GPD"]) == 2
    assert "no series is of 'GPD'" in capsys.readouterr().err
