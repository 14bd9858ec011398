"""Units of one dimension, exactly: a jin is half a kilogram, a hectare fifteen mu, whatever the figure."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType

import attrs

from shandong_econ.lexicon.concepts import indicator_row
from shandong_econ.lexicon.tables import read_table
from shandong_econ.model import Measure, Observation

_OF_THE_LEVEL = frozenset({Measure.LEVEL, Measure.CHANGE, Measure.GAP})  # which may be in the unit of the level


@attrs.frozen
class Dimension:
    """What a unit measures: `factor` is how many of the smallest unit of its dimension it is.

    `kind` is "count" (things counted one by one), "amount" (what adds up over time), or "ratio" (of two things).
    """

    name: str
    factor: Fraction
    kind: str


@cache
def dimensions() -> Mapping[str, Dimension]:
    """The dimension of every unit of the lexicon, by the unit's code."""
    table = read_table("codes/dimensions.tsv", ("unit", "dimension", "factor", "kind"))
    return MappingProxyType({unit: Dimension(name, Fraction(factor), kind) for unit, name, factor, kind in table})


def factor(unit: str, into: str) -> Fraction | None:
    """How many of a unit one of another is, exactly; None where they measure different things.

    >>> factor("JIN", "TN"), factor("HA", "MU"), factor("MU", "HA"), factor("ACRE", "MU")
    (Fraction(1, 2000), Fraction(15, 1), Fraction(1, 15), None)
    """
    if unit == into:
        return Fraction(1)
    one, other = dimensions().get(unit), dimensions().get(into)
    if one is None or other is None or one.name != other.name:
        return None
    return one.factor / other.factor


def natural_unit(observation: Observation) -> str | None:
    """The code of the unit in which a series is told: that of its indicator, where that is exact in decimal digits.

    A figure whose indicator has no code keeps its unit, but for those that only one of two usual units holds exactly
    (jin in tonnes, hectares in mu). Percent, points and units that are not the indicator's stay as they are.
    """
    if observation.unit is None:
        return None
    code = observation.indicator.code if observation.indicator else None
    return _natural(observation.unit.code, code, observation.measure in _OF_THE_LEVEL)


def into_natural(observation: Observation) -> Fraction | None:
    """What the amount of a figure is multiplied by to be in its natural unit, a number with an end; None for one."""
    if observation.unit is None:
        return None
    code = observation.indicator.code if observation.indicator else None
    return _multiplier(observation.unit.code, code, observation.measure in _OF_THE_LEVEL)


def is_counted(unit: str | None) -> bool:
    """Whether a unit counts things one by one, so that a number printed whole is the number itself."""
    found = None if unit is None else dimensions().get(unit)
    return found is not None and found.kind == "count"


def is_additive(unit: str | None) -> bool:
    """Whether amounts in a unit can be added up over time, which ratios, points and index points cannot."""
    found = None if unit is None else dimensions().get(unit)
    return found is not None and found.kind != "ratio"


_FOR_UNCODED = {"JIN": "TN", "KG": "TN", "HA": "MU", "BP": "PPT"}


@cache
def _natural(unit: str, indicator: str | None, of_the_level: bool) -> str:  # noqa: FBT001  # private, and cached
    row = indicator_row(indicator) if of_the_level else None
    for target in (None if row is None else row.unit, _FOR_UNCODED.get(unit)):
        exact = None if target is None else factor(unit, target)
        if target is not None and exact is not None and _is_finite(exact):
            return target
    return unit


@cache
def _multiplier(unit: str, indicator: str | None, of_the_level: bool) -> Fraction | None:  # noqa: FBT001  # as above
    natural = _natural(unit, indicator, of_the_level)
    return None if natural == unit else factor(unit, natural)


def _is_finite(number: Fraction) -> bool:
    """Whether a number has an end when it is written in decimal digits.

    >>> _is_finite(Fraction(1, 2000)), _is_finite(Fraction(1, 15))
    (True, False)
    """
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1
