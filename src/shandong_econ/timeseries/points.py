"""One point of a series: its number, and every print or difference that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction

import attrs

from shandong_econ.model import Observation, Period, Qualifier
from shandong_econ.timeseries.conversion import into_natural
from shandong_econ.timeseries.intervals import Interval
from shandong_econ.timeseries.prints import Print, in_order, is_as_printed, shown_one, told_otherwise


@attrs.frozen
class Derivation:
    """A number that no bulletin printed: the year so far less the year so far before."""

    longer: Print
    """The year so far."""
    shorter: Print
    """The year so far before, which is taken off."""

    @property
    def sources(self) -> tuple[Print, Print]:
        """The two prints, that of the longer stretch first."""
        return self.longer, self.shorter

    @property
    def value(self) -> Decimal:
        """What the two differ by, in the natural unit, exact; decimal.Inexact of more digits than anything has."""
        return _EXACT.subtract(value_of(self.longer.observation), value_of(self.shorter.observation))

    @property
    def interval(self) -> Interval:
        """All numbers that the roundings of the two leave possible, in the natural unit."""
        return self.longer.interval - self.shorter.interval


@attrs.frozen(kw_only=True)
class Point:
    """The number of one period, with the prints of all bulletins that have it."""

    period: Period
    """The days that it covers, or the day of a stock."""
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
    def value(self) -> Decimal | None:
        """In the natural unit, exact: what the newest print says, with most digits; None where the newest disagree."""
        if self.derived is not None:
            return self.derived.value
        return None if self.shown is None else value_of(self.shown.observation)

    @property
    def newest(self) -> Print | None:
        """The newest print."""
        return self.prints[0] if self.prints else None

    @property
    def source(self) -> Print:
        """The print that its number is from, of a derived one the longer; the newest where the newest disagree."""
        found = self.shown or self.newest
        if found is None:
            assert self.derived is not None  # what has no print was derived
            return self.derived.longer
        return found

    @property
    def interval(self) -> Interval | None:
        """The numbers that it can stand for, in the natural unit; None where the newest prints disagree."""
        if self.derived is not None:
            return self.derived.interval
        return None if self.shown is None else self.shown.interval


def point_of(period: Period, prints: tuple[Print, ...]) -> Point:
    """The point of the figures of one key and period."""
    if len(prints) == 1:
        return Point(period=period, prints=prints, shown=prints[0])
    told = in_order(prints)
    if all(is_as_printed(one, told[0]) for one in told[1:]):
        return Point(period=period, prints=told, shown=told[0])
    is_revised, is_conflict = told_otherwise(told)
    return Point(period=period, prints=told, shown=shown_one(told), is_revised=is_revised, is_conflict=is_conflict)


def difference(period: Period, longer: Point, shorter: Point) -> Point | None:
    """The point of what two points differ by; None where one has no number of its own, or no end on both sides."""
    if longer.shown is None or shorter.shown is None:
        return None
    if longer.shown.observation.qualifier in _OPEN or shorter.shown.observation.qualifier in _OPEN:
        return None
    derived = Derivation(longer.shown, shorter.shown)
    try:
        derived.value  # noqa: B018  # it is asked whether there is one
    except Inexact:  # of numbers of more digits than anything has
        return None
    return Point(period=period, derived=derived)


_OPEN = frozenset({Qualifier.GT, Qualifier.GE, Qualifier.LT, Qualifier.LE, Qualifier.UPTO})
_EXACT = Context(prec=400, traps=[Inexact])


def value_of(observation: Observation) -> Decimal:
    """The amount of a figure in the natural unit of its series, exact.

    What is printed with a power of ten is written without it if it can be; what is not keeps its digits as they are.

    >>> value_of(Observation(value=Decimal("1.50"), unit_mult=8)), value_of(Observation(value=Decimal("1E+5")))
    (Decimal('150000000'), Decimal('1E+5'))
    """
    factor = into_natural(observation)
    if factor is not None:
        return decimal_of(Fraction(observation.amount) * factor)
    if observation.unit_mult == 0:
        return observation.value
    try:
        return _PLAIN.quantize(_PLAIN.scaleb(observation.value, observation.unit_mult), _ONE)
    except (Inexact, InvalidOperation):  # it is no whole number, or one with more digits than anybody writes
        return observation.amount


_PLAIN = Context(prec=40, traps=[Inexact, InvalidOperation])
_ONE = Decimal(1)


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
