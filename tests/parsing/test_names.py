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
