"""A point of a series as a cell: its number in the magnitude of the line, marked where reports tell otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from shandong_econ import digest
from shandong_econ.digest import Amount
from shandong_econ.exporters.xlsx.breaking import width_of
from shandong_econ.exporters.xlsx.derived import Look, Shown, in_full, number, shortened
from shandong_econ.exporters.xlsx.series_kept import KeptFigures
from shandong_econ.model import Observation, Period, Qualifier, Unit
from shandong_econ.timeseries import Line, Point, Print

_NARROWEST, _WIDEST = 10.0, 24.0  # of a column of numbers, in characters
_LONGEST_TITLE = 60
_MOST_PRINTS = 8  # that are told of one point
_MOST_BARS = 16
_SIGNS = {
    Qualifier.ABOUT: "≈",
    Qualifier.NEARLY: "≈",
    Qualifier.GT: ">",
    Qualifier.GE: "≥",
    Qualifier.LT: "<",
    Qualifier.LE: "≤",
    Qualifier.UPTO: "≤",
}


@attrs.frozen
class Scale:
    """In what the numbers of a line are shown: a power of ten of a unit, and the words for both."""

    unit: str | None
    power: int
    words: str


def example_of(line: Line) -> Observation:
    """The newest figure of a line, by which it is named; of one that is all derived what that was derived from."""
    assert line.example is not None  # it has a point
    return line.example.observation


def scale_of(line: Line, language: str) -> Scale:
    """The magnitude and unit of the newest figure, or the natural unit alone where that was converted."""
    example, code = example_of(line), line.key.unit
    if code is not None and (example.unit is None or example.unit.code != code):
        example = attrs.evolve(example, unit=Unit(code), unit_mult=0)
    power = digest.power_in_words(example, language)
    return Scale(code, power, shortened(digest.unit_in_words(example, language)))


def cell_of(point: Point, scale: Scale, column: int, kept: KeptFigures, language: str | None) -> Shown:
    """The cell of a point, which leads to its figure; with a language, a note in it tells of what was printed."""
    link = kept.link(point.source)
    if point.value is None:
        text = shortened(" / ".join(dict.fromkeys(str(_amount(one.observation, scale)) for one in _latest(point))))
        return Shown(column, text, Look.CONFLICT, link=link, comment=told(point, language) if language else None)
    value, number_format = number(_of_point(point, scale), _WIDEST)
    look, comment = Look.FALL if point.value < 0 else Look.NUMBER, None
    if point.derived is not None:
        look = Look.DERIVED
    elif point.is_revised or point.is_conflict:
        look, comment = Look.REVISED, told(point, language) if language else None
    return Shown(column, value, look, number_format, link=link, comment=comment)


def width_for(points: Sequence[tuple[Point, Scale]], head: str) -> float:
    """The width of a column, in which its numbers have room, and its head."""
    widths = [width_of(str(_of_point(point, scale))) + 2 for point, scale in points if point.value is not None]
    return min(max([*widths, width_of(head) + 0.5, _NARROWEST]), _WIDEST)


def told(point: Point, language: str) -> str:
    """What reports printed for a point, a line each, the newest first."""
    return "\n".join(printed(one, language) for one in point.prints[:_MOST_PRINTS])


def printed(one: Print, language: str) -> str:
    """What a report printed, with its day and title."""
    day = one.published
    parts = [] if day is None else [digest.period_in_words(Period(day, day), language)]
    if one.report.title:
        parts.append(shortened(one.report.title, _LONGEST_TITLE))
    words = digest.words(language).get
    amount = shortened(str(digest.amount(one.observation, language)), _LONGEST_TITLE)
    if not parts:
        return amount
    return words("over_time", "print").format(amount=amount, report=words("over_time", "comma").join(parts))


def trend(points: Sequence[Point]) -> str:
    """The numbers of the latest points as bars; nothing of fewer than three."""
    values = [point.value for point in points[-_MOST_BARS:]]
    return digest.course(values).strip() if sum(value is not None for value in values) > 2 else ""


def _latest(point: Point) -> list[Print]:
    """The newest prints, of which none is newer than another."""
    first = point.prints[0].published
    return [one for one in point.prints if first is None or one.published == first]


def _of_point(point: Point, scale: Scale) -> Amount:
    """The number of a point, with as many decimals as were printed."""
    assert point.value is not None
    sources = [point.shown] if point.shown else list(point.derived.sources) if point.derived else []
    places = max((_places(one.observation, scale) for one in sources), default=0)
    sign = _SIGNS.get(point.shown.observation.qualifier, "") if point.shown else ""
    return Amount(sign, _trimmed(_scaled(point.value, scale.power), places), "")


def _amount(observation: Observation, scale: Scale) -> Amount:
    same = observation.unit is None or observation.unit.code == scale.unit
    value = digest.amount_in(observation, scale.power if same else 0)
    return Amount(_SIGNS.get(observation.qualifier, ""), in_full(value), "")


def _places(observation: Observation, scale: Scale) -> int:
    """The decimals that a figure was printed with, in the magnitude of the line; none of one that was converted."""
    if observation.unit is not None and observation.unit.code != scale.unit:
        return 0
    exponent = digest.amount_in(observation, scale.power).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _scaled(value: Decimal, power: int) -> Decimal:
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # the model takes finite numbers only
    return Decimal((sign, digits, exponent - power))


def _trimmed(value: Decimal, places: int) -> Decimal:
    """The number without the zeros at its end that nobody printed."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # the model takes finite numbers only
    while exponent < -places and len(digits) > 1 and digits[-1] == 0:
        digits, exponent = digits[:-1], exponent + 1
    return in_full(Decimal((sign, digits, exponent)))
