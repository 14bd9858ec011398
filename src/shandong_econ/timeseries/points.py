"""One point of a series: its number, and every print or difference that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from shandong_econ.model import Observation, Period
from shandong_econ.timeseries.conversion import into_natural
from shandong_econ.timeseries.intervals import Interval
from shandong_econ.timeseries.prints import Print, are_in_order, disagreements, in_order, shown_one

_PLAIN = 40  # places of a number that is written without an exponent


@attrs.frozen
class Derivation:
    """A number that no bulletin printed: the year so far less the year so far before."""

    sources: tuple[Print, Print]
    """The print of the longer stretch, and that of the shorter one, which is taken off."""
    interval: Interval
    """All numbers that the roundings of the two leave possible, in the natural unit."""


@attrs.frozen(kw_only=True)
class Point:
    """The number of one period, with the prints of all bulletins that have it."""

    period: Period
    """The days that it covers, or the day of a stock."""
    value: Decimal | None
    """In the natural unit, exact: what the newest print says, with most digits; None where the newest disagree."""
    prints: tuple[Print, ...] = ()
    """What the bulletins printed, the newest first; nothing where it is derived."""
    shown: Print | None = None
    """The print whose number it is; None where there is none."""
    is_revised: bool = False
    """Whether a newer bulletin says another number than an older one."""
    is_conflict: bool = False
    """Whether figures that have no order, as those of one bulletin, say different numbers."""
    derived: Derivation | None = None
    """What the number was derived from, where no bulletin printed it."""

    @property
    def newest(self) -> Print | None:
        """The newest print."""
        return self.prints[0] if self.prints else None

    @property
    def interval(self) -> Interval | None:
        """The numbers that it can stand for, in the natural unit; None where the newest prints disagree."""
        if self.derived is not None:
            return self.derived.interval
        return None if self.shown is None else self.shown.interval


def point_of(period: Period, prints: list[Print]) -> Point:
    """The point of the figures of one key and period."""
    if len(prints) == 1:
        (only,) = prints
        return Point(period=period, value=value_of(only.observation), prints=(only,), shown=only)
    told = in_order(prints)
    if len(told) == 1:
        return Point(period=period, value=value_of(told[0].observation), prints=told, shown=told[0])
    pairs = [are_in_order(newer, older) for newer, older in disagreements(told)]
    shown = shown_one(told)
    return Point(
        period=period,
        value=None if shown is None else value_of(shown.observation),
        prints=told,
        shown=shown,
        is_revised=any(pairs),
        is_conflict=not all(pairs),
    )


def difference(period: Period, longer: Point, shorter: Point) -> Point | None:
    """The point of what two points differ by; None where one has no number of its own, or no end on both sides."""
    if longer.shown is None or shorter.shown is None or longer.value is None or shorter.value is None:
        return None
    interval = longer.shown.interval - shorter.shown.interval
    if not interval.is_bounded:
        return None
    derived = Derivation(sources=(longer.shown, shorter.shown), interval=interval)
    value = decimal_of(Fraction(longer.value) - Fraction(shorter.value))
    return Point(period=period, value=value, derived=derived)


def value_of(observation: Observation) -> Decimal:
    """The amount of a figure in the natural unit of its series, exact, and written without an exponent if it can be.

    >>> value_of(Observation(value=Decimal("1.50"), unit_mult=8))
    Decimal('150000000')
    """
    amount, factor = observation.amount, into_natural(observation)
    if factor != 1:
        return decimal_of(Fraction(amount) * factor)
    exponent = amount.as_tuple().exponent
    return Decimal(f"{amount:f}") if isinstance(exponent, int) and 0 < exponent <= _PLAIN else amount


def decimal_of(number: Fraction) -> Decimal:
    """A fraction with a finite number of decimal digits as those digits.

    >>> decimal_of(Fraction(1, 2000)), decimal_of(Fraction(-3))
    (Decimal('0.0005'), Decimal('-3'))
    """
    places = 0
    while number.denominator != 1:
        number, places = number * 10, places + 1
    sign, digits = int(number < 0), tuple(map(int, str(abs(number.numerator))))
    return Decimal((sign, digits, -places))


def prints_of(points: Iterable[Point]) -> Iterable[Print]:
    """The prints that points rest on, those that were only derived from among them."""
    for point in points:
        yield from point.prints
        if point.derived is not None:
            yield from point.derived.sources
