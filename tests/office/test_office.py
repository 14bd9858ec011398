"""A workbook in the hands of a person with LibreOffice: it opens, is printed whole, and comes back when it is saved."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.office.conftest import Printed, Run, squeezed

import shandong_econ as se
from shandong_econ import digest

pytestmark = pytest.mark.office
ROOT = Path(__file__).parents[2]
EXAMPLES = {language: ROOT / "examples" / f"shandong-2022-05.{language}.txt" for language in ("en", "zh")}
YEAR = ROOT / "examples" / "weifang-2023"
PICTURES = ROOT / "docs" / "pictures"
BLUE = (0x1F, 0x4E, 0x79)
YELLOW = (0xFF, 0xF2, 0xB3)  # of what was revised
A3_INCHES = 11.69  # how high a page of it is
Print = Callable[[Path], Printed]


@pytest.fixture(scope="session")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The workbooks of the examples by their language, one of both, one of a year, and one of what has no end."""
    folder = tmp_path_factory.mktemp("workbooks")
    reports = {language: se.parse(path.read_text("utf-8")) for language, path in EXAMPLES.items()}
    endless = [se.Observation(label=f"n{n}", value=Decimal(10) ** n, unit=se.units()["SQM"]) for n in range(0, 33, 3)]
    long = se.Report(title="山东" * 20_000, observations=endless, text="word " * 20_000)
    year = [se.parse(path.read_text("utf-8")) for path in sorted(YEAR.glob("*.txt"))]
    made = {"en": [reports["en"]], "zh": [reports["zh"]], "both": list(reports.values()), "year": year, "long": [long]}
    for name, several in made.items():
        se.export(several, folder / f"{name}.xlsx")
    return {name: folder / f"{name}.xlsx" for name in made}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_headlines_are_printed(language: str, workbooks: dict[str, Path], printed: Print) -> None:
    """Title, names, amounts, periods and sentences of all headlines stand on the first one or two pages."""
    report = se.read(workbooks[language])
    pages = printed(workbooks[language])
    assert pages.of("Overview") == [1]
    text = pages.text_of("Overview")
    assert squeezed(digest.report_title(report)) in text
    for one in digest.headlines(report):
        words = [digest.indicator_name(one.observation, language)]
        words += [str(digest.amount(one.level.observation, language))] if one.level else []
        words += [str(digest.change(one.growth.observation, language))] if one.growth else []
        words += [digest.period_in_words(one.observation.period, language)] if one.observation.period else []
        for word in words:
            assert squeezed(word) in text, word
        told = digest.sentence(report, one.observation)
        assert told is not None
        assert squeezed(told.text[told.start : told.end]) in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_charts_are_drawn(language: str, workbooks: dict[str, Path], printed: Print) -> None:
    """Bars and parts stand on the page with their names and values, in their colour."""
    report, pages = se.read(workbooks[language]), printed(workbooks[language])
    bars = digest.growth(report)
    assert bars is not None
    text = pages.text_of("Overview")
    for figure in bars.figures:
        assert f"+{figure.observation.value:.1f}" in text
    for whole in digest.shares(report):
        assert all(f"{share.percent:.1f}" in text for share in whole.shares)
    dots = list(pages.pixels(pages.of("Overview")[-1]))
    ink = sum(all(abs(a - b) < 12 for a, b in zip(dot, BLUE, strict=True)) for dot in dots)
    assert ink > len(dots) / 100


def test_nothing_is_cut_off(workbooks: dict[str, Path], printed: Print) -> None:
    """No number is too wide for its cell, whatever its size, and a title of any length ends on the page."""
    pages = printed(workbooks["long"])
    text = pages.text_of("Overview")
    assert "###" not in text
    assert squeezed(f"{10**30:,} square meters") in text
    assert "…" in text


def test_several_reports_have_pages_of_their_own(workbooks: dict[str, Path], printed: Print) -> None:
    """The list of reports is the first page, and each begins on another."""
    pages = printed(workbooks["both"])
    titles = [squeezed(digest.report_title(report)) for report in se.read_all(workbooks["both"])]
    first, *others = pages.of("Overview")
    assert all(title in pages.pages[first - 1] for title in titles)
    starts = [next(page for page in others if title in pages.pages[page - 1]) for title in titles]
    assert len(set(starts)) == len(titles)


def test_a_year_of_series_is_one_page(workbooks: dict[str, Path], printed: Print) -> None:
    """Twelve months of series are printed side by side on one page, whole, and what was revised is yellow."""
    pages = printed(workbooks["year"])
    (page,) = pages.of("Series")
    text = pages.pages[page - 1]
    assert "###" not in text
    for line in se.series(se.read_all(workbooks["year"]))["IVA_ASD"].growth():
        for point in line:
            assert str(point.value) in text
    assert "Jan2023" in text
    assert "Dec2023" in text
    assert YELLOW in set(pages.pixels(page))


@pytest.mark.parametrize("name", ["en", "zh", "both", "year", "long"])
def test_what_it_saves_is_read_the_same(name: str, workbooks: dict[str, Path], office: Run, tmp_path: Path) -> None:
    """A person who opens a workbook and saves it loses no fact, no chart and no link to a figure."""
    office("xlsx:Calc MS Excel 2007 XML", tmp_path, workbooks[name])
    saved = tmp_path / f"{name}.xlsx"
    assert list(se.read_all(saved)) == list(se.read_all(workbooks[name]))
    before, after = (for_people(path) for path in (workbooks[name], saved))
    assert after == before


def for_people(path: Path) -> list[Any]:
    """How many charts the sheets Overview and Series have, where their cells lead, and what stands in notes at them."""
    found: list[Any] = []
    workbook = load_workbook(path)
    for title in ("Overview", "Series"):
        sheet: Any = workbook[title] if title in workbook.sheetnames else None
        cells = [cell for row in sheet.iter_rows() for cell in row] if sheet else []
        links = {cell.coordinate: cell.hyperlink.location for cell in cells if cell.hyperlink}
        notes = {cell.coordinate: cell.comment.text for cell in cells if cell.comment}
        found.append((len(sheet._charts) if sheet else None, links, notes))
    return found


@pytest.mark.parametrize(
    ("picture", "name", "sheet", "nth", "part"),
    [
        ("workbook-overview-en", "en", "Overview", 0, 1),
        ("workbook-overview-zh", "zh", "Overview", 0, 1),
        ("workbook-series", "year", "Series", 0, 0.63),
        ("workbook-charts", "year", "Overview", 1, 0.9),
        ("workbook-figures", "en", "Observations", 0, 0.3),
    ],
)
def test_the_pictures(
    picture: str,
    name: str,
    sheet: str,
    nth: int,
    part: float,
    workbooks: dict[str, Path],
    printed: Print,
    request: pytest.FixtureRequest,
) -> None:
    """The pictures of the documentation are there, small, and of what is printed."""
    path = PICTURES / f"{picture}.png"
    if request.config.getoption("--pictures", default=False):
        pages = printed(workbooks[name])
        draw(pages, pages.of(sheet)[nth], path, part)
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 150_000


def draw(pages: Printed, number: int, path: Path, part: float) -> None:
    """Draws a page, or the upper part of it."""
    page, dots = str(number), 90
    crop = [] if part == 1 else ["-W", "0", "-H", str(round(part * dots * A3_INCHES)), "-x", "0", "-y", "0"]
    command = ["pdftoppm", "-png", "-r", str(dots), "-f", page, "-l", page, "-singlefile", *crop, str(pages.pdf)]
    subprocess.run([*command, str(path.with_suffix(""))], check=True)
