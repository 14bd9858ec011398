"""Figures, bulletins and strategies that make a series."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

import shandong_econ as se
from shandong_econ.testing import strategies

WEIFANG = sorted((Path(__file__).parents[2] / "examples" / "weifang-2023").glob("*.txt"))
"""Twelve monthly bulletins of one year."""
SHANDONG = se.areas()["370000"]


def figure(value: str, period: str | None = "2022", code: str | None = "GDP", **facts: object) -> se.Observation:
    """A figure of Shandong: growth year on year in percent, unless told otherwise."""
    known: dict[str, object] = {
        "indicator": None if code is None else se.indicators()[code],
        "area": SHANDONG,
        "period": period and se.Period.parse(period),
        "measure": "growth",
        "comparison": "year_on_year",
        "value": Decimal(value),
        "unit": se.units()["PT"],
    }
    return se.Observation(**(known | facts))  # type: ignore[arg-type]  # fields by name


def level(value: str, period: str = "2022", code: str = "GDP", unit: str = "CNY", **facts: object) -> se.Observation:
    """An amount, in 亿 unless told otherwise."""
    told = {"measure": "level", "comparison": None, "unit": se.units()[unit], "unit_mult": 8}
    return figure(value, period, code, **(told | facts))


def bulletin(day: str | None, *observations: se.Observation, **head: object) -> se.Report:
    """A bulletin of a day."""
    published = None if day is None else date.fromisoformat(day)
    return se.Report(published=published, observations=observations, **head)  # type: ignore[arg-type]  # by name


@st.composite
def dated(draw: st.DrawFn) -> list[se.Report]:
    """A few bulletins, each with a day and an address of its own, of figures that often meet in a point."""
    periods = ["2022-01", "2022-02", "2022-01-01/P2M", "2022-Q1", "2022-S1", "2022", "2022-12-31", "XXXX-Q1", None]
    figures = st.builds(
        figure,
        st.sampled_from(["6.1", "6.2", "6.15", "6", "-3.0"]),
        st.sampled_from(periods),
        st.sampled_from(["GDP", "FAI", "DEPOSITS", None]),
        label=st.sampled_from(["output", "Output ", None]),
        measure=st.sampled_from(["growth", "level"]),
        status=st.sampled_from(["A", "T"]),
        qualifier=st.sampled_from(["EQ", "EQ", "GT", "ABOUT"]),
    )
    days = draw(st.lists(st.dates(date(2022, 1, 1), date(2023, 12, 31)), min_size=1, max_size=5))
    mixed = st.lists(figures | strategies.observations(), max_size=5)
    return [se.Report(published=day, uri=f"{number}.txt", observations=draw(mixed)) for number, day in enumerate(days)]
