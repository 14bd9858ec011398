"""Which of the periods that a text names it goes on about where later paragraphs name none."""

from __future__ import annotations

from datetime import date

from shandong_econ.model import Period
from shandong_econ.parsing.resolving.lengths import YEAR

_RECENT = 150  # days


def replaces(period: Period, told: Period | None, published: date | None) -> bool:
    """Whether the text goes on about a period: the first it tells, or one told later that reaches further.

    A text that tells of nine months and then of eleven goes on about the eleven. A year that was not over when the
    text was published, as of a title on a target, gives way to what has been measured.
    """
    if not _is_of_now(period, published):
        return False
    if told is None or (_is_unfinished(told, published) and not _is_unfinished(period, published)):
        return True
    if told.year != period.year or period.months is None:
        return False
    if told.months is None:  # the days of a holiday give way to the months that a text then goes on about
        return told.last_day() != told
    grows = told.months < period.months < YEAR
    return grows and all(Period.of(one.year, 1, months=one.months or 0) == one for one in (told, period))


def comes_to_now(period: Period, told: Period | None, published: date | None) -> bool:
    """Whether a story comes to this year from the one before, which it told first: 去年销售…；今年前10个月….

    Not soon after that year, when it is the last of which there are results.
    """
    if told is None or published is None or told != Period.of(published.year - 1) or is_recent(told, published):
        return False
    so_far = Period.of(published.year, 1, months=period.months or 1)
    return period == so_far and not _is_unfinished(period, published)


def is_recent(period: Period | None, published: date | None) -> bool:
    """Whether a period was over not long before publication: in November 去年卖了85万元 looks back."""
    if period is None or published is None or period.last is None:
        return period is not None
    return (published - period.last).days <= _RECENT


def accumulates(period: Period, month: Period | None) -> bool:
    """Whether a period is the year up to the end of a month: after "in November ...; from January to November ..."."""
    if month is None or month.months != 1 or period.months in (None, 1) or period.year != month.year:
        return False
    return period.last_day() == month.last_day() and Period.of(period.year, 1, months=period.months or 1) == period


def _is_unfinished(period: Period, published: date | None) -> bool:
    """Whether a period ends after the day of publication."""
    return published is not None and period.last is not None and period.last > published


def _is_of_now(period: Period, published: date | None) -> bool:
    """Whether a period can be what a text is about: the years before the last are its history."""
    return published is None or period.year is None or period.year >= published.year - 1
