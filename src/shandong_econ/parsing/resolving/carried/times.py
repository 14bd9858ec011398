"""The times that later words leave unsaid: of the text, the paragraph and the sentence, and those told last."""

from __future__ import annotations

import attrs

from shandong_econ.model import Period
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.days import Days


@attrs.define
class Times:
    """The carried times of a text: `period` is that of what is read now."""

    calendar: Calendar
    period: Period | None = None
    sentence_period: Period | None = None
    sentence_names_years: bool = False  # 2016—2020年, whose figures are of all of them; 五年来 may tell of the last
    paragraph_period: Period | None = None
    document_period: Period | None = None
    document_is_measured: bool = False
    document_is_titled: bool = False  # whether a heading tells it, or the text before any figure
    around_section: Period | None = None  # of the text, where a section is on a later one
    title_period: Period | None = None
    title_names_more: bool = False
    previous_period: Period | None = None
    main_period: Period | None = None
    flow_period: Period | None = None
    stock_day: Period | None = None
    event_day: Period | None = None
    years: Period | None = None
    days: Days = attrs.field(factory=Days)
    came_from: Period | None = None  # when something was what the sentence says that it has changed from
    said_time: bool = False
    told_time: bool = False  # whether the sentence has told any time, be it one without dates

    def month_end(self) -> Period | None:
        """The day on which stocks were counted, if it is the last of its month."""
        day = self.stock_day
        return None if day is None or day != day.last_month().last_day() else day

    def is_over(self, period: Period | None) -> bool:
        """Whether a period lies before the year in which the text was published."""
        now, last = self.calendar.now, None if period is None else period.last
        return now is not None and last is not None and last.year < now

    def lies_ahead(self, period: Period | None) -> bool:
        """Whether a period begins after the year in which the text was published, or in it and goes on after it."""
        now, last = self.calendar.now, None if period is None else period.last
        if now is None or last is None or period is None:
            return False
        return period.first_year > now or (period.first_year == now < last.year)

    def is_of_year(self, period: Period) -> bool:
        """Whether a plan that has only this time from before is one for the year: that time is over."""
        day, last = self.calendar.published, period.last
        return self.is_over(period) if day is None else last is not None and last < day

    def looks_back_to(self, period: Period | None) -> bool:
        """Whether a period lies before the year that the text has told results of: "last year it was 61.5 percent"."""
        told = self.document_period
        if period is None or told is None or not self.document_is_measured or period.year_is_open or told.year_is_open:
            return False
        return (period.year or period.first_year) < told.first_year
