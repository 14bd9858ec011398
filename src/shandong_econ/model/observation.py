"""One figure of a report."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

import attrs

from shandong_econ.model.checks import is_a, refuse
from shandong_econ.model.codes import Comparison, Measure, Qualifier, Status
from shandong_econ.model.concepts import Area, Indicator, Unit
from shandong_econ.model.period import Period
from shandong_econ.model.span import Span
from shandong_econ.model.statement import Speaker

LARGEST_POWER = 100


def _finite(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Decimal):
        raise refuse(owner, attribute.name, value, "give a Decimal made from the printed digits, as Decimal('4.5')")
    if not value.is_finite():
        raise refuse(owner, attribute.name, value, "give a finite Decimal")


def _power(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not -LARGEST_POWER <= value <= LARGEST_POWER:
        remedy = f"give an int from -{LARGEST_POWER} to {LARGEST_POWER}, such as 8 for 亿"
        raise refuse(owner, attribute.name, value, remedy)


def _digits(value: Decimal) -> Any:
    return value.as_tuple()


@attrs.frozen(kw_only=True)
class Observation:
    """One number that measures something: what, where, when, how, in what unit, and where it stands in the text.

    `value` is the number as printed, signed by the words, and `unit_mult` the power of ten that is printed with it:
    1.5亿元 is `value=Decimal("1.5"), unit_mult=8, unit=CNY`. Two observations are equal only if the digits are: 2.0 is
    not 2.
    """

    label: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    indicator: Indicator | None = attrs.field(default=None, validator=is_a(Indicator, optional=True))
    area: Area | None = attrs.field(default=None, validator=is_a(Area, optional=True))
    entity: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    period: Period | None = attrs.field(default=None, validator=is_a(Period, optional=True))
    measure: Measure = attrs.field(default=Measure.LEVEL, converter=Measure)
    comparison: Comparison | None = attrs.field(default=None, converter=attrs.converters.optional(Comparison))
    base: Period | None = attrs.field(default=None, validator=is_a(Period, optional=True))
    value: Decimal = attrs.field(validator=_finite, eq=_digits)
    unit: Unit | None = attrs.field(default=None, validator=is_a(Unit, optional=True))
    unit_mult: int = attrs.field(default=0, validator=_power)
    qualifier: Qualifier = attrs.field(default=Qualifier.EQ, converter=Qualifier)
    status: Status = attrs.field(default=Status.A, converter=Status)
    relative_to: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    speaker: Speaker | None = attrs.field(default=None, validator=is_a(Speaker, optional=True))
    span: Span | None = attrs.field(default=None, validator=is_a(Span, optional=True))

    def __attrs_post_init__(self) -> None:
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
