"""The course of a series in a line of text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

_BARS = "▁▂▃▄▅▆▇█"


def course(values: Sequence[Decimal | None]) -> str:
    """The course of some numbers as small bars from the least to the largest; a gap where there is no number.

    >>> course([Decimal(1), None, Decimal(4), Decimal(2)]), course([Decimal(3), Decimal(3)])
    ('▁ █▃', '▄▄')
    """
    told = [Fraction(value) for value in values if value is not None]
    low, high = min(told, default=Fraction(0)), max(told, default=Fraction(0))
    return "".join(" " if value is None else _bar(Fraction(value), low, high) for value in values)


def _bar(value: Fraction, low: Fraction, high: Fraction) -> str:
    steps = len(_BARS) - 1
    return _BARS[steps // 2 if low == high else floor((value - low) / (high - low) * steps + Fraction(1, 2))]
