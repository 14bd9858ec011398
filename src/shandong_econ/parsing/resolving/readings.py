"""One figure as it was read, and what it measures."""

from __future__ import annotations

from decimal import Decimal

import attrs

from shandong_econ.model import Area, Comparison, Measure, Period, Qualifier, Status
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, Series


@attrs.frozen
class Subject:
    """What is measured: the words that name it, the series that they name, and whether they name a rate."""

    label: str = ""
    series: Series = NO_SERIES
    is_rate: bool = False


NO_SUBJECT = Subject()


@attrs.frozen
class Mention:
    """A series that was spoken of, and where."""

    subject: Subject
    area: Area | None = None


@attrs.define
class Reading:
    """One figure as it was read, and the name of the rule that read it.

    `told` is whether its words tell its time, `told_base` what it is compared with, `group` where the list begins that
    it is of.
    """

    figure: Figure
    subject: Subject
    measure: Measure
    comparison: Comparison | None = None
    sign: int = 1
    period: Period | None = None
    base: Period | None = None
    area: Area | None = None
    entity: str | None = None
    unit: str | None = None
    power: int = 0
    qualifier: Qualifier = Qualifier.EQ
    status: Status = Status.A
    told: bool = False
    told_base: bool = False
    totals: bool = False  # whether it is said to be what came together
    relative_to: str | None = None
    rule: str = ""
    group: int = -1

    @property
    def amount(self) -> Decimal:
        """The number with its magnitude, without its sign."""
        return self.figure.value.scaleb(self.figure.power)

    def be(self, measure: Measure, rule: str, *, sign: int = 1, of: str = "") -> None:
        """Takes it for a number of this kind, by this rule."""
        self.measure, self.rule, self.sign, self.relative_to = measure, rule, sign, of or None
