"""Reports as the cases of the rules write them: a figure a line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from shandong_econ.lexicon import areas, indicators, units
from shandong_econ.model import Area, Comparison, Measure, Observation, Period, Report, Span

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
MEASURES = {measure.value for measure in Measure}
COMPARISONS = {comparison.value for comparison in Comparison}


def figure(line: str) -> Observation:
    """The figure that a line says: `CODE value[e power] UNIT PERIOD`, words of measure and comparison, key=value."""
    code, number, unit, period, *more = line.split()
    value, _, power = number.partition("e")
    given = dict(each.split("=", 1) for each in more if "=" in each)
    words = [each for each in more if "=" not in each]
    place = given.get("area", "370000")
    return Observation(
        label=given.get("label"),
        indicator=indicators()[code] if code != "-" else None,
        area=areas().get(place) or Area(name=place),
        period=when(period),
        measure=next((word for word in words if word in MEASURES), "level"),
        comparison=next((word for word in words if word in COMPARISONS), None),
        base=when(given["base"]) if "base" in given else None,
        value=Decimal(value),
        unit=units()[unit],
        unit_mult=int(power or 0),
        status=given.get("status", "A"),
        relative_to=given.get("of"),
    )


def when(text: str) -> Period:
    """A period; 2022-01/P5M is short for 2022-01-01/P5M."""
    return Period.parse(text.replace("-01/P", "-01-01/P"))


def report(lines: Iterable[str], *, published: str | None = None, words: str | None = None, **known: Any) -> Report:
    """A report of figures; `words` are what it says of each, which becomes its text."""
    told = [figure(line) for line in lines]
    text = ""
    if words is not None:
        start = next(n for n, char in enumerate(words) if char.isdigit())
        told = [attrs.evolve(each, span=Span(start, len(words))) for each in told]
        text, known = words, {"language": "zh", **known}
    day = None if published is None else date.fromisoformat(published)
    return Report(text=text, observations=told, published=day, **known)
