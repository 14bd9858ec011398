"""The days that a text tells once and then takes up: those of a holiday, of an event, of a count of stocks."""

from __future__ import annotations

from datetime import timedelta

import attrs

from shandong_econ.lexicon.words import month_of_feast, small_number
from shandong_econ.model import Period
from shandong_econ.parsing.finding.times import Time

LONGEST_HOLIDAY = 10  # days
LONGEST_LINK = 1  # characters between some days and the holiday that they are: 的
TO_DATE = "year_to_date"  # of the financial year, where that was told
TAKES_UP = frozenset({"holiday", "holiday_days", "same_day"})
_HOLIDAYS = frozenset({"holiday", "ended_holiday"})


@attrs.define
class Days:
    """What was told of days: those of the holiday, if the text speaks of one, the last day, and the day of stocks.

    `some_days` are the last few days in a row that were told, with where the words for them end.
    """

    holiday: Period | None = None
    spoke_of_holiday: bool = False
    some_days: tuple[Period, int] | None = None
    day: Period | None = None
    counted_at: Period | None = None
    so_far: Period | None = None  # what is over of the financial year

    def note(self, time: Time, period: Period) -> None:
        """Remembers the days of a holiday, or the day of an event or of a count."""
        in_days = time.form == "days" and _length(period) <= LONGEST_HOLIDAY
        self.some_days = (period, time.end) if in_days else self.some_days
        if (in_days and self.spoke_of_holiday and self.holiday is None) or time.form in _HOLIDAYS:
            self.holiday = period
        elif time.form == "day":
            self.day = period
        elif time.form == "fiscal" and not time.groups.get("year3"):
            self.so_far = period
        if time.is_point and period.last_day() == period:
            self.counted_at = period

    def taken_up(self, time: Time) -> Period | None:
        """The days that 假期, 假期前五天, 8天里 or 当日 go back to, or None where none were told."""
        if time.form == "same_day":
            return self.day
        if time.form == TO_DATE:
            return self.so_far
        month = month_of_feast(time.groups.get("m") or "", time.language)
        ends = () if self.holiday is None else (self.holiday.first, self.holiday.last)
        is_other = month is not None and ends and month not in {day.month for day in ends if day is not None}
        if is_other or time.names_year is not None or time.groups.get("relative"):
            return None  # another holiday, or that of another year
        if time.form == "holiday":
            self.spoke_of_holiday = True
            if self.some_days is not None and 0 <= time.start - self.some_days[1] <= LONGEST_LINK:
                self.holiday = self.some_days[0]  # 10月1日至7日国庆假期
            return self.holiday
        first = time.groups.get("first")
        count = small_number(time.groups.get("k") or time.groups.get("k2") or "", time.language)
        if self.holiday is None or count is None or self.holiday.first is None or self.holiday.last is None:
            return None
        if not first:
            return self.holiday if count == _length(self.holiday) else None
        last = self.holiday.first + timedelta(days=count - 1)
        return Period(self.holiday.first, min(last, self.holiday.last)) if count else None

    def is_of_holiday(self, day: Period) -> bool:
        """Whether a day is one of those of the holiday."""
        holiday = self.holiday
        return holiday is not None and holiday.year_is_open is day.year_is_open and day in holiday

    def forget(self) -> None:
        """Forgets the days that do not reach over the end of a paragraph."""
        self.day = self.counted_at = None


def _length(period: Period) -> int:
    if period.first is None or period.last is None:
        return LONGEST_HOLIDAY + 1
    return (period.last - period.first).days + 1
