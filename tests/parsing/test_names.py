"""The names that bulletins have for a series are read as its code, and those of narrower series as none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import shandong_econ as se

SENTENCES = {"en": "{} rose 5.2 percent year on year in 2022.", "zh": "2022年，全省{}同比增长5.2%。"}


def _names() -> list[tuple[str, str, str]]:
    found = []
    for language in SENTENCES:
        _, *lines = (Path(__file__).parent / f"names_{language}.tsv").read_text("utf-8").splitlines()
        found += [(language, *line.split("\t")) for line in lines]
    return found  # type: ignore[return-value]  # each line has two cells


@pytest.mark.parametrize(("language", "code", "name"), _names())
def test_a_series_is_known_by_its_names(language: str, code: str, name: str) -> None:
    """Whatever of its names is said to rise, its growth has the code; a narrower series has none."""
    report = se.parse(SENTENCES[language].format(name), published=date(2023, 1, 20), area="330000")
    assert [one.indicator and one.indicator.code for one in report.observations] == [code or None]
    assert report.observations[0].measure is se.Measure.GROWTH


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2023年，长三角地区出口8.1万亿元，长三角进口5万亿元。", ["长三角地区", "长三角"]),
        (
            "In 2023, the Yangtze River Delta region exported goods worth 8.1 trillion yuan.",
            ["Yangtze River Delta region"],
        ),
        ("2023年，山东出口1.9万亿元。", ["山东省"]),
    ],
)
def test_a_group_of_provinces_goes_by_the_name_that_the_text_gives_it(text: str, names: list[str]) -> None:
    """Its code stays one; a province has the name that is its by law."""
    found = [figure.area for figure in se.parse(text).observations]
    assert [area and (area.name if text.isascii() else area.name_zh) for area in found] == names
