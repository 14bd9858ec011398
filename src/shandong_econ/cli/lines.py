"""Time series on a terminal: a row each with its course and its newest figure, then what was revised and disagrees."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs

from shandong_econ.cli.columns import shown, table, wrap
from shandong_econ.digest import amount, amount_in, course, indicator_name, period_in_words
from shandong_econ.model import Observation
from shandong_econ.rows import AHEAD
from shandong_econ.timeseries import Line, Point, Print, Series
from shandong_econ.timeseries.prints import are_in_order

HEADER = ("series", "place", "kind", "course", "newest", "period", "")
MOST = 24
"""Points of a course that are drawn: the latest."""
_SPANS = {"single": "", "so_far": "so far"}
_FREQUENCIES = {"A": "yearly", "S": "half-yearly", "Q": "quarterly", "M": "monthly", "W": "weekly", "D": "daily"}


def lines(series: Series, columns: int) -> Iterator[str]:
    """The series in lines of at most so many columns, unless these are too few for the table."""
    yield from table(HEADER, list(map(_row, series)), columns) if series else ["no series"]
    for heading, told in (("revised", series.revisions()), ("in conflict", series.conflicts())):
        for line in told:
            for point in line:
                yield from wrap(shown(f"{heading}: {_named(line)}, {point.period}: {_prints(point)}"), columns)


def _row(line: Line) -> tuple[str, ...]:
    key, language, figure = line.key, _language(line), _figure(line, line.points[-1])
    told = line.example and line.example.observation  # a key has words in small letters
    kind = (key.measure.value, key.comparison and key.comparison.value, key.base, told and told.relative_to)
    place = (
        (told and told.entity)
        or (line.area and (line.area.name_zh if language == "zh" else line.area.name))
        or key.area
    )
    often = _FREQUENCIES.get(key.frequency or "", key.length or "")
    return (
        _named(line),
        place or "",
        _joined(*kind, AHEAD.get(key.status), _SPANS[key.span], often),
        course([point.value for point in line.points[-MOST:]]),
        "?" if figure is None else str(amount(figure, language)),
        period_in_words(line.points[-1].period, language),
        ", ".join(_marks(line)),
    )


def _named(line: Line) -> str:
    assert line.example is not None  # it has a point, for it is a row
    name = indicator_name(line.example.observation, _language(line))
    return f"{name} [{line.key.indicator}]" if line.key.indicator else name


def _marks(line: Line) -> Iterator[str]:
    for word, count in (
        ("revised", sum(point.is_revised for point in line)),
        ("in conflict", sum(point.is_conflict for point in line)),
        ("derived", sum(point.derived is not None for point in line)),
    ):
        if count:
            yield f"{count} {word}"


def _prints(point: Point) -> str:
    """What was printed, with its day: the oldest first, as far as that is known."""
    told = point.prints[::-1]
    links = [", then " if are_in_order(*pair) else ", or " for pair in pairwise(told)]
    return "".join(f"{_print(one)}{link}" for one, link in zip(told, [*links, ""], strict=True))


def _print(one: Print) -> str:
    said = str(amount(one.observation, one.report.language or "en"))
    return f"{said} ({one.published})" if one.published else said


def _figure(line: Line, point: Point) -> Observation | None:
    """A figure to show: that of the print, or of the derived number with as many digits and in the same magnitude."""
    if point.shown is not None:
        return point.shown.observation
    if point.derived is None or point.value is None:
        return None
    model = point.derived.longer.observation
    plain = attrs.evolve(model, value=point.value, unit_mult=0)
    if line.unit is None:  # it was converted
        return attrs.evolve(plain, unit=None)
    return attrs.evolve(model, value=amount_in(plain, model.unit_mult).normalize())


def _language(line: Line) -> str:
    return (line.example and line.example.report.language) or "en"


def _joined(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part)
