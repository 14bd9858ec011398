"""Time series on a terminal: a row each with its course and its newest figure, then what was revised and disagrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from shandong_econ.cli.columns import shown, table, wrap
from shandong_econ.digest import amount, amount_in, indicator_name, period_in_words
from shandong_econ.model import Observation
from shandong_econ.timeseries import Line, Point, Print, Series

HEADER = ("series", "place", "kind", "course", "newest", "period", "")
MOST = 24
"""Points of a course that are drawn: the latest."""
_STEPS = "▁▂▃▄▅▆▇█"
_SPANS = {"single": "", "so_far": "so far"}
_FREQUENCIES = {"A": "yearly", "S": "half-yearly", "Q": "quarterly", "M": "monthly", "W": "weekly", "D": "daily"}
_STATUSES = {"A": "", "F": "forecast", "T": "target"}


def lines(series: Series, columns: int) -> Iterator[str]:
    """The series in lines of at most so many columns, unless these are too few for the table."""
    yield from table(HEADER, list(map(_row, series)), columns)
    for heading, told in (("revised", series.revisions()), ("in conflict", series.conflicts())):
        for line in told:
            for point in line:
                yield from wrap(shown(f"{heading}: {_named(line)}, {point.period}: {_prints(point)}"), columns)


def course(values: Sequence[Decimal | None]) -> str:
    """The course of some numbers as small bars from the least to the largest; a gap where there is no number.

    >>> course([Decimal(1), None, Decimal(4), Decimal(2)]), course([Decimal(3), Decimal(3)])
    ('▁ █▃', '▄▄')
    """
    told = [value for value in values if value is not None]
    low, high = min(told, default=Decimal(0)), max(told, default=Decimal(0))
    return "".join(" " if value is None else _bar(Fraction(value), Fraction(low), Fraction(high)) for value in values)


def _bar(value: Fraction, low: Fraction, high: Fraction) -> str:
    if low == high:
        return _STEPS[3]
    return _STEPS[round((value - low) / (high - low) * (len(_STEPS) - 1))]


def _row(line: Line) -> tuple[str, ...]:
    key, language, figure = line.key, _language(line), _figure(line, line.points[-1])
    kind = (key.measure.value, key.comparison and key.comparison.value, key.base, key.relative_to)
    place = key.entity or (line.area and (line.area.name_zh if language == "zh" else line.area.name)) or key.area
    often = _FREQUENCIES.get(key.frequency or "", key.length or "")
    return (
        _named(line),
        place or "",
        _joined(*kind, _STATUSES[key.status], _SPANS[key.span], often),
        course([point.value for point in line.points[-MOST:]]),
        "?" if figure is None else str(amount(figure, language)),
        period_in_words(line.points[-1].period, language),
        ", ".join(_marks(line)),
    )


def _named(line: Line) -> str:
    example = _example(line)
    name = line.key.indicator or line.key.label or "" if example is None else indicator_name(example, _language(line))
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
    """What was printed, the oldest first, with its day."""
    return ", then ".join(_print(one) for one in reversed(point.prints))


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


def _example(line: Line) -> Observation | None:
    if (newest := line.newest) is not None:
        return newest.observation
    derived = line.points[-1].derived
    return None if derived is None else derived.longer.observation


def _language(line: Line) -> str:
    newest, derived = line.newest, line.points[-1].derived
    one = newest if newest is not None else derived and derived.longer
    return (one and one.report.language) or "en"


def _joined(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part)
