"""What a head says, as those know it that read the figures under it or beside it."""

from __future__ import annotations

import attrs

from shandong_econ.model import Area, Comparison, Period, Status
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.table.head.measures import Moved
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.told import Told

UNNUMBERED = 9
"""The depth of a head without a number before it."""
TO_DATE, YEAR_BEFORE, THIS_PERIOD, WHOLE_YEAR = "to_date", "year_before", "this_period", "whole_year"
YEAR_BEFORE_TO_DATE, AT_END = "year_before_to_date", "at_end"


@attrs.frozen
class Head:
    """What a head says, and where: its cell runs from `start` to `end`, the name that is left from `at` to `to`."""

    start: int
    end: int
    name: str = ""
    at: int = 0
    to: int = 0
    depth: int = UNNUMBERED
    is_part: bool = False
    times: tuple[Time, ...] = ()
    said: Told[str] | None = None
    """A time that is told by that of the table, one of _SAID: to_date, year_before, this_period."""
    area: Told[Area | None] | None = None
    """The area; of words such as 全省 one without a value, which is the table's own."""
    measure: Moved | None = None
    comparison: Told[Comparison] | None = None
    base: Time | None = None
    units: tuple[Measured, ...] = ()
    index: str = ""
    """What an index is of 100 in, as it is told: 上年."""
    turned: Told[Period] | None = None
    """The year that indices are of which are 100 in the years of other heads: 2009为以下各年%."""
    status: Status = Status.A
    """Whether it says that its figures are planned or expected: 全年预算, 预计完成."""

    @property
    def tells_time(self) -> bool:
        """Whether it tells a time, and not only with which one its figures are compared."""
        return bool(self.times) or (self.said is not None and self.base is None)

    @property
    def says_no_name(self) -> bool:
        """Whether it only says how something that another head names is measured."""
        measured = self.measure is not None or self.comparison is not None or bool(self.units)
        return measured and not self.name and self.area is None and not self.times and self.said is None

    @property
    def only_units(self) -> bool:
        """Whether it gives units and says nothing else."""
        return bool(self.units) and self.says_no_name and self.measure is None and self.comparison is None
