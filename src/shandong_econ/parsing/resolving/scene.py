"""What a reader has in mind while reading on: the subject, the time and the place that later words leave unsaid."""

from __future__ import annotations

import attrs

from shandong_econ.model import Area, Comparison, Period, Status
from shandong_econ.parsing.account import Account
from shandong_econ.parsing.finding.entities import Entity
from shandong_econ.parsing.finding.series import (
    Series,
    families,
)
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.days import Days
from shandong_econ.parsing.resolving.document_period import accumulates, replaces
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Mention, Reading, Subject

_RECENT = 200  # days


@attrs.define
class Scene:
    """The carried context of a text, which rules read and move on."""

    calendar: Calendar
    home: Area | None = None
    document_period: Period | None = None
    document_is_measured: bool = False
    paragraph_period: Period | None = None
    sentence_period: Period | None = None
    period: Period | None = None
    flow_period: Period | None = None
    stock_day: Period | None = None
    event_day: Period | None = None
    years: Period | None = None
    days: Days = attrs.field(factory=Days)
    area: Area | None = None
    section_area: Area | None = None
    paragraph_area: Area | None = None
    previous_area: Area | None = None
    previous_period: Period | None = None
    local_places: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    last_town: Area | None = None
    named: list[Area] = attrs.field(factory=list)
    entity: Entity | None = None
    entity_area: Area | None = None
    last_entity: Entity | None = None
    last_entity_area: Area | None = None
    entity_heads: bool = False
    in_report: bool = False
    opens_paragraph: bool = True
    is_title: bool = False
    in_heading: bool = False
    said_time: bool = False
    subject: Subject = NO_SUBJECT
    main_subject: Subject | None = None
    main_before: Subject | None = None
    main_period: Period | None = None
    topic: Subject = NO_SUBJECT
    owner: str = ""
    tells_share: bool = False
    topics: list[list[str]] = attrs.field(factory=list)
    topic_times: list[Time] = attrs.field(factory=list)
    possessor: str = ""
    headed: str = ""
    base: str | None = None
    outer_base: str | None = None
    diffuses: bool = False
    base_time: Time | None = None
    far_base: Period | None = None
    frame: Comparison | None = None
    frame_before: tuple[Time | None, Comparison | None] = (None, None)
    comparison: Comparison | None = None
    compares_by_the_way: bool = False  # what is compared with was told after a semicolon, and ends with the sentence
    section_comparison: Comparison | None = None
    kept: Comparison | None = None
    stated: tuple[Comparison, Period | None] | None = None
    kept_in_prices: bool = False
    kept_before: Comparison | None = None
    status: Status = Status.A
    plan_period: Period | None = None
    section_status: Status = Status.A
    paragraph_status: Status | None = None
    around_list: tuple[Status, Period | None] | None = None
    in_review: bool = False
    recent: list[Reading] = attrs.field(factory=list)
    listed: list[Mention] = attrs.field(factory=list)
    spoken_of: str = ""
    compared: list[Subject] = attrs.field(factory=list)
    account: Account = attrs.field(factory=Account)
    by_preceding: bool = False
    growth_column: bool = False
    opens: bool = True
    sentence_start: int = 0
    previous_start: int = 0
    in_part: bool = False
    subject_is_part: bool = False
    subject_is_near: bool = False

    def begin_paragraph(self) -> None:
        """Forgets what does not reach over the end of a paragraph."""
        self.paragraph_period = None
        self.sentence_period = None
        self.paragraph_area = self.section_area
        self.days.forget()
        self.leave_entity()
        self.entity_heads, self.opens_paragraph = False, True
        self.said_time = False
        self.comparison = self.frame = self.base_time = self.far_base = self.kept = None
        self.recent = []
        self.main_subject = None
        self.listed, self.compared, self.spoken_of = [], [], ""
        self.status, self.paragraph_status = self.section_status, None

    def enter_entity(self, entity: Entity, area: Area | None) -> None:
        """Goes on about an entity, which stands where the passage last named a place."""
        if self.entity is None:
            self.outer_base = self.base
        self.entity_heads = self.entity_heads or self.opens_paragraph
        if entity is self.last_entity:
            area = area or self.last_entity_area
        self.entity = self.last_entity = entity
        if area is not None:
            self.area = None
        self.entity_area = self.last_entity_area = area or self.entity_area

    def leave_entity(self) -> None:
        """Goes back from an entity to the area that the report is about."""
        if self.entity is not None:
            self.base = self.outer_base
        self.entity = self.entity_area = None

    def flow_until(self, day: Period) -> Period:
        """The period of a flow told beside stocks of a day: the one told last, else the year up to that day."""
        flow, told = self.flow_period, self.document_period
        if told is not None and told.last_day() == day != told and (flow is None or flow in told):
            return told
        if flow is not None and flow.first_year == day.first_year:
            return flow
        return day.last_month().through(day) if day.year is None else Period.of(day.year, 1, months=1).through(day)

    def usual_comparison(self) -> Comparison:
        """What a growth is over that does not say: the same period of the year before, or what the text made usual."""
        told = self.kept or self.comparison or self.section_comparison
        if told is not None and self._can_be_over(told):
            return told
        if self.by_preceding and self.period is not None:
            usual = {1: Comparison.MONTH_ON_MONTH, 3: Comparison.QUARTER_ON_QUARTER}
            return usual.get(self.period.months or 0, Comparison.YEAR_ON_YEAR)
        return Comparison.YEAR_ON_YEAR

    def last_comparison(self) -> Comparison | None:
        """What the figures told last were compared with."""
        return next((one.comparison for one in reversed(self.recent) if one.comparison is not None), None)

    def _can_be_over(self, comparison: Comparison) -> bool:
        """Whether what is read now can be compared so: only a month with the month before."""
        months = None if self.period is None else self.period.months
        lengths = {Comparison.MONTH_ON_MONTH: 1, Comparison.QUARTER_ON_QUARTER: 3}
        return months is None or lengths.get(comparison, months) == months

    def make_usual(self, reading: Reading, *, stated: bool) -> None:
        """Takes a stated comparison for the usual one of a paragraph, in a text that counts from the period before."""
        if self.by_preceding and stated and reading.comparison not in (None, Comparison.SINCE):
            self.comparison = reading.comparison

    def enter(self, reading: Reading) -> None:
        """Gives a figure the entity that is spoken of: a firm's own series has no code."""
        if self.entity is None:
            return
        reading.entity = self.entity.name
        series = reading.subject.series
        if self.entity.is_cluster and series.base == "IND_REVENUE":
            reading.subject = attrs.evolve(reading.subject, series=Series("CLUSTER_REVENUE", series.base, None))
        elif not self.entity.keeps_codes and series.code is not None:
            reading.subject = attrs.evolve(reading.subject, series=Series(None, series.base, series.breakdown))

    def place(self) -> Area | None:
        """Where what is read now is."""
        if self.entity is not None:
            return self.area or self.entity_area or self.paragraph_area or self.home
        return self.area or self.home

    def when(self) -> Period | None:
        """When what is read now is: a scene in a firm has no time but what it says, if not in a report on a year."""
        told = self.said_time or self.paragraph_period is not None
        counts = self.entity is None or self.entity.keeps_codes  # a port's figures are statistics, not a scene's
        return self.period if counts or told or self.in_report else None

    def plan(self, status: Status) -> None:
        """Takes what is read next for a target or a forecast, but not where a section looks back on a year gone by."""
        this_year, period = self.calendar.this_year, self.period
        ahead = this_year is not None and period is not None and (period.year or 0) >= this_year
        if status is Status.T and self.is_over(self.sentence_period):
            return  # what was sought in a year gone by was got: 2024年争取资金15亿元
        if ahead or not self.in_review:
            self.status = status

    def is_over(self, period: Period | None) -> bool:
        """Whether a period lies before the year in which the text was published."""
        day, last = self.calendar.published, None if period is None else period.last
        return day is not None and last is not None and last.year < day.year

    def is_of_year(self, period: Period) -> bool:
        """Whether a plan that has only this time from before is one for the year: that time is over."""
        day, last = self.calendar.published, period.last
        return day is not None and last is not None and last < day

    def announce(self, status: Status) -> None:
        """Takes the rest of the paragraph for what was announced: 主要目标是:…."""
        self.status = self.paragraph_status = status

    def go_to(self, period: Period, *, ahead: bool = False) -> None:
        """Goes on about a period that the text has just named; one that lies ahead is that of a plan alone."""
        self.period, self.said_time = period, True
        if ahead:
            return
        if not self.opens and self._sums_up(period, self.paragraph_period):
            self.paragraph_period = period  # 8月份增长6.6%；1—8月累计增长4.8%。分门类看，…
        if period.last_day() != period and not self.looks_back_to(period):
            self.flow_period = period
        elif period.last_day() == period:
            self.stock_day = period

    def looks_back_to(self, period: Period | None) -> bool:
        """Whether a period lies before the year that the text has told results of: "last year it was 61.5 percent"."""
        told = self.document_period
        if period is None or told is None or not self.document_is_measured or period.year_is_open or told.year_is_open:
            return False
        return (period.year or period.first_year) < told.first_year

    def enter_part(self, *, heads: bool) -> None:
        """Goes on about a part of what was told: 其中 at the head of a sentence keeps what that was compared with."""
        self.in_part = True
        if heads:
            self.period = self.main_period or self.period
            self.kept = self.kept or self.kept_before
            self.base_time, self.frame = self.frame_before

    def head_paragraph(self, period: Period, time: Time, *, ahead: bool = False) -> None:
        """Takes a time at the head of a sentence for the paragraph, unless it only narrows what that is about."""
        if not self.opens:
            return
        self.sentence_period = self.sentence_period or period
        head = self.paragraph_period
        if time.groups.get("relative") and self.looks_back_to(period):
            return  # "last year it was 61.5 percent", beside this year's result
        if time.is_point and time.language == "zh" and self.in_report:
            return  # in a communique 年末 is of its sentence
        if head is not None and _is_of_years(period) and not _is_of_years(head):
            return  # "over the plan period it grew 8 percent a year"
        if head is None or not _within(period, head) or self._is_result_in(period, head):
            self.paragraph_period = period
        if not time.is_point and time.form != "plan" and not ahead:
            self._date_document(period)

    def _is_result_in(self, period: Period, plan: Period) -> bool:
        """Whether a period is over that lies in one which is not, as of a plan: results are told of it from there."""
        day = self.calendar.published
        if day is None or period.last is None or plan.last is None:
            return False
        return period.last <= day < plan.last

    def _is_recent(self, period: Period | None) -> bool:
        """Whether a period was over not long before publication: in November 去年卖了85万元 looks back."""
        day = self.calendar.published
        if period is None or day is None or period.last is None:
            return period is not None
        return (day - period.last).days <= _RECENT

    def _date_document(self, period: Period | None) -> None:
        if period is None or self.looks_back_to(period):
            return
        told = self.document_period
        if self._sums_up(period, told) or replaces(period, told, self.calendar.published):
            self.document_period, self.document_is_measured = period, False

    def _sums_up(self, period: Period, told: Period | None) -> bool:
        """Whether a text goes on about the year up to a month told before; one on prices comes back to the month."""
        return accumulates(period, told) and families().get(self.base or "") != "prices"

    def go_on(self) -> None:
        """Goes on about the time and the place of the sentence before: "among them", "of which"."""
        self.period, self.area = self.previous_period or self.period, self.previous_area or self.area

    def open_list(self) -> None:
        """Takes what a line that ends with a colon says of time and plans for the items under it."""
        self.around_list = self.around_list or (self.section_status, self.document_period)

    def close_list(self) -> None:
        """Goes back to what held around a list."""
        if self.around_list is not None:
            (self.section_status, self.document_period), self.around_list = self.around_list, None

    def begin_sentence(self, *, opens: bool) -> None:
        """Goes back to what the paragraph is about, or, after a semicolon, to what the sentence is about."""
        self.opens = opens
        self.topic, self.owner, self.tells_share = NO_SUBJECT, "", False
        self.topics, self.topic_times = [], []
        self.frame_before = (self.base_time, self.frame)
        self.in_part = False
        if opens:
            self.base_time = self.frame = None
            self.main_before, self.main_subject = self.main_subject, None
            self.main_period = None if self.main_before is None else self.main_period
            self.stated = None
            self.kept_before = self.kept
            self.kept = self.kept if self.kept_in_prices else None  # a bulletin on prices goes on comparing
            self.subject_is_near = False
            if self.compares_by_the_way:
                self.comparison, self.compares_by_the_way = None, False
            if self.document_period is None and self._is_recent(self.flow_period) and self.status is Status.A:
                self._date_document(self.flow_period)  # told in the midst of the first sentence
            self.sentence_period = self.event_day = None
            self.previous_period, self.period = self.period, self.paragraph_period or self.document_period
            self.previous_area, self.area = self.area, self.paragraph_area
            self.status = self.paragraph_status or self.section_status
        elif self.sentence_period is not None:
            self.period = self.sentence_period
        elif self.main_subject is not None and _is_before(self.period, self.main_period):
            self.period = self.main_period  # 9月份增长…，而8月份还是下降…；


def _is_before(period: Period | None, other: Period | None) -> bool:
    if period is None or other is None or period.year_is_open or other.year_is_open:
        return False
    return period.first_year <= other.first_year and period < other


def _is_of_years(period: Period) -> bool:
    return (period.months or 0) > _YEAR


_YEAR = 12  # months


def _within(inner: Period, outer: Period) -> bool:
    try:
        return inner in outer and inner != outer
    except TypeError:  # the year of one is not known
        return False
