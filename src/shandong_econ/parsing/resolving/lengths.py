"""How many months the periods have by which the genre counts."""

from __future__ import annotations

from shandong_econ.model import Period

YEAR = 12
QUARTER = 3


def is_of_years(period: Period | None) -> bool:
    """Whether a period is of several whole years that are known."""
    months = 0 if period is None or period.year_is_open else period.months or 0
    return months > YEAR and not months % YEAR
