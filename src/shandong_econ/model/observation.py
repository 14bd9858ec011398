"""One figure of a report."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

import attrs

from shandong_econ.model.checks import at_once, is_a, refuse
from shandong_econ.model.codes import Comparison, Measure, Qualifier, Status
from shandong_econ.model.concepts import Area, Indicator, Unit
from shandong_econ.model.grounds import Grounds
from shandong_econ.model.period import Period
from shandong_econ.model.span import Span
from shandong_econ.model.statement import Speaker

LARGEST_POWER = 100
_SAFE_EXPONENT = 10**6  # a Decimal takes far more, whatever the power of ten

_OF_NOTHING = Grounds()


def _measure(value: Measure | str) -> Measure:
    return value if type(value) is Measure else Measure(value)


def _qualifier(value: Qualifier | str) -> Qualifier:
    return value if type(value) is Qualifier else Qualifier(value)


def _status(value: Status | str) -> Status:
    return value if type(value) is Status else Status(value)


def _comparison(value: Comparison | str | None) -> Comparison | None:
    return value if value is None or type(value) is Comparison else Comparison(value)


def _digits(value: Decimal) -> Any:
    return value.as_tuple()


@attrs.frozen(kw_only=True, field_transformer=at_once)
class Observation:
    """One number that measures something: what, where, when, how, in what unit, and where it stands in the text.

    `value` is the number as printed, signed by the words, and `unit_mult` the power of ten that is printed with it:
    1.5亿元 is `value=Decimal("1.5"), unit_mult=8, unit=CNY`. Two observations are equal only if the digits are: 2.0 is
    not 2.
    """

    label: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The words of the text that name what is measured."""
    indicator: Indicator | None = attrs.field(default=None, validator=is_a(Indicator, optional=True))
    """The series, where it has a code; a narrower series without one never gets the wider one's."""
    area: Area | None = attrs.field(default=None, validator=is_a(Area, optional=True))
    """The place that the figure is about."""
    entity: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The firm, mine, park, port or cluster that the figure is about."""
    period: Period | None = attrs.field(default=None, validator=is_a(Period, optional=True))
    """The days that the figure covers, or the day on which a stock was counted."""
    measure: Measure = attrs.field(default=Measure.LEVEL, converter=_measure)
    """What kind of number it is."""
    comparison: Comparison | None = attrs.field(default=None, converter=_comparison)
    """What a growth or a change is measured against."""
    base: Period | None = attrs.field(default=None, validator=is_a(Period, optional=True))
    """The period compared with, where `comparison` does not imply it."""
    value: Decimal = attrs.field(eq=_digits)
    """The number as printed, with its digits and with the sign that the words give it: down 2.1% is -2.1."""
    unit: Unit | None = attrs.field(default=None, validator=is_a(Unit, optional=True))
    """The unit, without its power of ten."""
    unit_mult: int = attrs.field(default=0)
    """The power of ten that is printed with the number: 4 for 万, 8 for 亿, 9 for billion."""
    qualifier: Qualifier = attrs.field(default=Qualifier.EQ, converter=_qualifier)
    """How the words hedge the number."""
    status: Status = attrs.field(default=Status.A, converter=_status)
    """Whether it is a result, a forecast or a target."""
    relative_to: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The whole of a share, the total of a contribution, the other side of a gap, what it is a multiple of.

    A code, or words of the text.
    """
    speaker: Speaker | None = attrs.field(default=None, validator=is_a(Speaker, optional=True))
    """Who says the figure."""
    span: Span | None = attrs.field(default=None, validator=is_a(Span, optional=True))
    """Where the figure stands in the text; None where it was built by hand."""
    grounds: Grounds | None = attrs.field(default=None, validator=is_a(Grounds, optional=True))
    """How its parts were come by; None where it was built by hand, or none of its parts has a ground."""

    def __attrs_post_init__(self) -> None:
        value, power, grounds = self.value, self.unit_mult, self.grounds
        if grounds is not None and grounds.series is None and grounds == _OF_NOTHING:
            object.__setattr__(self, "grounds", None)  # there is one way to say that nothing is known of them
        if type(value) is not Decimal and not isinstance(value, Decimal):
            raise refuse(self, "value", value, "give a Decimal made from the printed digits, as Decimal('4.5')")
        if not value.is_finite():
            raise refuse(self, "value", value, "give a finite Decimal")
        is_int = type(power) is int or (isinstance(power, int) and not isinstance(power, bool))
        if not is_int or not -LARGEST_POWER <= power <= LARGEST_POWER:
            remedy = f"give an int from -{LARGEST_POWER} to {LARGEST_POWER}, such as 8 for 亿"
            raise refuse(self, "unit_mult", power, remedy)
        if -_SAFE_EXPONENT < value.adjusted() < _SAFE_EXPONENT:
            return
        try:
            _ = self.amount
        except InvalidOperation:
            remedy = f"no Decimal is that times ten to the power of {self.unit_mult}: give a smaller exponent"
            raise refuse(self, "value", self.value, remedy) from None

    @property
    def amount(self) -> Decimal:
        """`value` times ten to the power of `unit_mult`, exact.

        >>> Observation(value=Decimal("1.50"), unit_mult=8).amount
        Decimal('1.50E+8')
        """
        sign, digits, exponent = self.value.as_tuple()
        assert isinstance(exponent, int)  # a str only for what is not finite, which the door refuses
        return Decimal((sign, digits, exponent + self.unit_mult))
