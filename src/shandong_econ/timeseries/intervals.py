"""The numbers that a printed figure can stand for, and exact arithmetic with them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import inf
from typing import Self, TypeAlias

import attrs

from shandong_econ.errors import ModelError
from shandong_econ.model import Measure, Observation, Qualifier
from shandong_econ.timeseries.conversion import into_natural, is_counted

Number: TypeAlias = int | Fraction | Decimal
_Bound: TypeAlias = Fraction | float  # a float is infinite, and nothing else
_WHOLE = frozenset({Measure.RANK, Measure.STREAK})


@attrs.frozen(repr=False)
class Interval:
    """All numbers from `low` to `high`, both included; None where there is no end. Nothing in it is rounded.

    >>> share = Interval(Fraction(1, 4), Fraction(1, 3))
    >>> share * 2 + 1, 1 - share, share / Interval(Fraction(1), Fraction(2))
    (Interval(3/2, 5/3), Interval(2/3, 3/4), Interval(1/8, 1/3))
    """

    low: Fraction | None
    """The least number; None where there is no end."""
    high: Fraction | None
    """The largest number; None where there is no end."""

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ModelError(f"Interval.high is {self.high}: give a number from {self.low} on, or None for no end")

    @classmethod
    def of(cls, observation: Observation) -> Self:
        """The amounts that a figure can stand for by its printed digits and its hedge, in its own unit.

        4.5 stands for 4.45 to 4.55. A count of things that is printed whole, a rank and a streak stand for themselves.
        "More than" and "at most" are open to one side, "about" and "nearly" reach as far as the digits that are not 0;
        the hedge of what fell is one of how far it fell. A number that is not reckonable may be any.

        >>> Interval.of(Observation(value=Decimal("-2.10")))
        Interval(-421/200, -419/200)
        >>> Interval.of(Observation(value=Decimal("1.5"), unit_mult=4, qualifier="GT"))
        Interval(15000, None)
        """
        negative, digits, exponent = observation.value.as_tuple()
        assert isinstance(exponent, int)  # the model has no other
        if not _is_short(len(digits), exponent):
            return cls(None, None)
        whole, (over, under) = int("".join(map(str, digits))), _ten_to(exponent + observation.unit_mult)
        half = 0
        if not _is_itself(observation, exponent):
            half, whole, under = 1, 2 * whole, 2 * under  # so that half of one in the last digit is a whole number
        low, high = _hedged(observation.qualifier, whole, half)
        if negative:
            low, high = (None if high is None else -high), (None if low is None else -low)
        return cls(
            None if low is None else Fraction(low * over, under), None if high is None else Fraction(high * over, under)
        )

    @classmethod
    def exactly(cls, number: Number) -> Self:
        """The one number."""
        return cls(Fraction(number), Fraction(number))

    @property
    def width(self) -> Fraction | float:
        """How far it is from one end to the other; infinite where there is no end."""
        return inf if self.low is None or self.high is None else self.high - self.low

    def __contains__(self, other: object) -> bool:
        """Whether a number, or every number of another interval, is in it."""
        if isinstance(other, Interval):
            return _low(self) <= _low(other) and _high(other) <= _high(self)
        return isinstance(other, int | Fraction | Decimal) and _low(self) <= Fraction(other) <= _high(self)

    def overlaps(self, other: Interval) -> bool:
        """Whether some number is in both, be it the end of each."""
        return _low(self) <= _high(other) and _low(other) <= _high(self)

    def agrees_with(self, other: Interval) -> bool:
        """Whether both can be roundings of one number: 6.2 and 6.1 are not, though they have an end in common.

        >>> old, new, finer = (Interval.of(Observation(value=Decimal(x))) for x in ("6.2", "6.1", "6.15"))
        >>> old.overlaps(new), old.agrees_with(new), old.agrees_with(finer)
        (True, False, True)
        """
        low, high = max(_low(self), _low(other)), min(_high(self), _high(other))
        return low < high or (low == high and (self._is_one_number or other._is_one_number))

    @property
    def _is_one_number(self) -> bool:
        return self.low is not None and self.low == self.high

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __add__(self, other: Interval | Number) -> Interval:
        other = _interval(other)
        return _between(_low(self) + _low(other), _high(self) + _high(other))

    def __sub__(self, other: Interval | Number) -> Interval:
        return self + -_interval(other)

    def __mul__(self, other: Interval | Number) -> Interval:
        other = _interval(other)
        products = [_times(a, b) for a in (_low(self), _high(self)) for b in (_low(other), _high(other))]
        return _between(min(products), max(products))

    def __truediv__(self, other: Interval | Number) -> Interval:
        """The quotients; ZeroDivisionError if 0 is among the divisors."""
        other = _interval(other)
        if 0 in other:
            raise ZeroDivisionError(f"{other} has 0 in it: nothing is divided by it")
        return self * _between(_inverse(_high(other)), _inverse(_low(other)))

    def __radd__(self, other: Number) -> Interval:
        return self + other

    def __rsub__(self, other: Number) -> Interval:
        return -self + other

    def __rmul__(self, other: Number) -> Interval:
        return self * other

    def __rtruediv__(self, other: Number) -> Interval:
        return Interval.exactly(other) / self

    def __repr__(self) -> str:
        return f"Interval({self.low}, {self.high})"


def interval_of(observation: Observation) -> Interval:
    """The numbers that a figure can stand for by its printed digits, in the natural unit of its series."""
    found, factor = Interval.of(observation), into_natural(observation)
    return found if factor is None else found * factor


def is_reckonable(observation: Observation) -> bool:
    """Whether a number has few enough digits to be reckoned with exactly: up to 300 of them, and as many places.

    >>> is_reckonable(Observation(value=Decimal("1E+400"))), is_reckonable(Observation(value=Decimal("-2.10")))
    (False, True)
    """
    value = observation.value
    plain = str(value)  # which costs much less than its digits one by one
    if len(plain) <= _MOST and "E" not in plain:
        return True
    _, digits, exponent = value.as_tuple()
    return isinstance(exponent, int) and _is_short(len(digits), exponent)


def _is_short(digits: int, exponent: int) -> bool:
    return digits <= _MOST and -_MOST <= exponent <= _MOST


_MOST = 300


@lru_cache(maxsize=256)
def _ten_to(power: int) -> tuple[int, int]:
    """The numerator and the denominator of a power of ten."""
    return (10**power, 1) if power >= 0 else (1, 10**-power)


def _is_itself(observation: Observation, exponent: int) -> bool:
    if observation.measure in _WHOLE:
        return True
    unit = observation.unit
    return exponent == observation.unit_mult == 0 and unit is not None and is_counted(unit.code)


def _hedged(qualifier: Qualifier, size: int, half: int) -> tuple[int | None, int | None]:
    """The ends of what a number without its sign stands for, where `half` is half of one in its last digit."""
    match qualifier:
        case Qualifier.EQ:
            return size - half, size + half
        case Qualifier.GT | Qualifier.GE:
            return size - half if qualifier is Qualifier.GE else size, None
        case Qualifier.LT | Qualifier.LE | Qualifier.UPTO:
            return None, size if qualifier is Qualifier.LT else size + half
        case Qualifier.ABOUT:
            return size - _reach(size, half), size + _reach(size, half)
        case Qualifier.NEARLY:
            return size - _reach(size, half), size


def _reach(size: int, half: int) -> int:
    """How far "about" goes: one in the last digit, or half of one in the last that is not 0."""
    one = 2 * half or 1
    digits = str(size // (one if half else 1))
    zeros = digits[len(digits.rstrip("0")) :] if digits.strip("0") else ""
    return max(one, one * int(f"1{zeros}") // 2)


def _interval(number: Interval | Number) -> Interval:
    return number if isinstance(number, Interval) else Interval.exactly(number)


def _low(interval: Interval) -> _Bound:
    return -inf if interval.low is None else interval.low


def _high(interval: Interval) -> _Bound:
    return inf if interval.high is None else interval.high


def _between(low: _Bound, high: _Bound) -> Interval:
    return Interval(low if isinstance(low, Fraction) else None, high if isinstance(high, Fraction) else None)


def _times(one: _Bound, other: _Bound) -> _Bound:
    """The product of two ends, where nothing times all is nothing."""
    return Fraction(0) if not one or not other else one * other


def _inverse(bound: _Bound) -> _Bound:
    return 1 / bound if isinstance(bound, Fraction) else Fraction(0)
