"""The many ways to say that something rose or fell, over what and when, are read as the same figure."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import shandong_econ as se

WAYS = tomllib.loads((Path(__file__).parent / "ways_en.toml").read_text("utf-8"))
MOVED = [(sign, words) for sign, ways in ((1, WAYS["moved"]["up"]), (-1, WAYS["moved"]["down"])) for words in ways]
OVER = [(comparison, words) for comparison, ways in WAYS["over"].items() for words in ways]
WHEN = [(period, words) for period, ways in WAYS["when"].items() for words in ways]


def read(text: str) -> list[se.Observation]:
    """The figures of a text on Zhejiang of June 2023."""
    return list(se.parse(text, published=date(2023, 6, 20), area="330000").observations)


def growth(one: se.Observation) -> tuple[str | None, Decimal, se.Comparison | None, str]:
    """What a growth says."""
    assert one.measure is se.Measure.GROWTH
    code = None if one.indicator is None else one.indicator.code
    return code, one.value, one.comparison, str(one.period)


@pytest.mark.parametrize(("sign", "words"), MOVED)
def test_a_verb_tells_the_sign(sign: int, words: str) -> None:
    """A growth has the sign that its verb gives it."""
    (one,) = read(f"Retail sales {words} 4.7 percent year on year in May.")
    assert growth(one) == ("RETAIL_SALES", sign * Decimal("4.7"), "year_on_year", "2023-05")


@pytest.mark.parametrize(("comparison", "words"), OVER)
def test_a_growth_is_over_what_is_said(comparison: str, words: str) -> None:
    """A growth has the comparison that follows it, after a verb and after an amount."""
    if comparison == "since_start_of_year":
        expected = ("LOANS", Decimal("4.7"), comparison, "2023-05-31")
        alone, after = (
            "At the end of May, outstanding loans rose",
            "Outstanding loans were 351 billion yuan at the end of May, up",
        )
    else:
        expected = ("ELEC_CONSUMPTION", Decimal("4.7"), comparison, "2023-05")
        alone, after = "In May, power consumption rose", "Power consumption was 35.1 billion kWh in May, up"
    (one,) = read(f"{alone} 4.7 percent {words}.")
    assert growth(one) == expected
    _, one = read(f"{after} 4.7 percent {words}.")
    assert growth(one) == expected


@pytest.mark.parametrize(("period", "words"), WHEN)
def test_a_time_is_told_before_or_after(period: str, words: str) -> None:
    """A figure has the time that opens its sentence or ends it."""
    expected = ("RETAIL_SALES", Decimal("4.7"), "year_on_year", period)
    (one,) = read(f"{words}, retail sales rose 4.7 percent.")
    assert growth(one) == expected
    end = words if words[:3] in ("Jan", "May") else words[0].lower() + words[1:]
    (one,) = read(f"Retail sales rose 4.7 percent {end}.")
    assert growth(one) == expected
