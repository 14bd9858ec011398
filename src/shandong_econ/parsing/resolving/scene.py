"""What a reader has in mind while reading on: the subject, the time and the place that later words leave unsaid."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from shandong_econ.model import Area, Comparison, Period, Status
from shandong_econ.parsing.account import Account
from shandong_econ.parsing.finding.entities import Entity, Voice
from shandong_econ.parsing.finding.firms_told import NO_FIRMS, Firms
from shandong_econ.parsing.finding.series import Series, kinds
from shandong_econ.parsing.finding.short_names import Names
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.days import Days
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Mention, Reading, Subject

_BASES, _ACCOUNTS = frozenset({"IVA", "FAI"}), frozenset({"national_accounts", "consumption", "finance"})
"""Series, and families of series, that are told of places."""
_REMEMBERED = 8  # entities
_YEAR = 12  # months


@attrs.define
class Scene:
    """The carried context of a text, which rules read and move on."""

    calendar: Calendar
    home: Area | None = None
    document_period: Period | None = None
    document_is_measured: bool = False
    title_period: Period | None = None
    paragraph_period: Period | None = None
    sentence_period: Period | None = None
    sentence_names_years: bool = False  # 2016—2020年, whose figures are of all of them; 五年来 may tell of the last
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
    local_kinds: Mapping[str, str] = MappingProxyType({})
    firms: Firms = NO_FIRMS
    towns: frozenset[str] = frozenset()
    counties: Names = frozenset()
    town_of: dict[str, Area] = attrs.field(factory=dict)
    last_town: Area | None = None
    named: list[Area] = attrs.field(factory=list)
    entity: Entity | None = None
    entity_area: Area | None = None
    last_entity: Entity | None = None
    last_entity_area: Area | None = None
    entity_areas: dict[str, Area] = attrs.field(factory=dict)
    entity_heads: bool = False
    set_in: Area | None = None
    goes_on_there: bool = False  # whether a sentence that names no place is of that of the one before
    parks: list[Entity] = attrs.field(factory=list)
    only_quoted: bool = False
    voices: dict[str, Entity] = attrs.field(factory=dict)
    quoted_until: int = 0
    voice: Voice | Entity = Voice.NONE
    voice_area: Area | None = None
    in_report: bool = False
    opens_paragraph: bool = True
    is_title: bool = False
    in_heading: bool = False
    said_time: bool = False
    told_time: bool = False  # whether the sentence has told any time, be it one without dates
    subject: Subject = NO_SUBJECT
    among: tuple[Subject, Subject] | None = None  # those counted among which something is told, and what it is told of
    first_subject: Subject | None = None  # of the paragraph
    came_from: Period | None = None  # when something was what the sentence says that it has changed from
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
    run_in: str = ""
    base: str | None = None
    outer_base: str | None = None
    diffuses: bool = False
    base_time: Time | None = None
    other_side: str = ""  # with which a clause has said that the next ones compare: 与全国平均水平相比
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
    grown: Subject | None = None  # of which the text has told the first growth: what a release is about
    told_codes: set[str] = attrs.field(factory=set)  # of series that the text has named in full
    told_nouns: set[str] = attrs.field(factory=set)  # of which it has named a series that has no code
    account: Account = attrs.field(factory=Account)
    by_preceding: bool = False
    habit_is_open: bool = False  # whether the first growth that tells its base can tell otherwise
    growth_column: bool = False
    opens: bool = True
    sentence_start: int = 0
    previous_start: int = 0
    in_part: bool = False
    area_of_whole: Area | None = None  # of what a part is told of next
    subject_is_part: bool = False
    subject_is_near: bool = False

    def enter_entity(self, entity: Entity, area: Area | None) -> None:
        """Goes on about an entity, which stands where the passage last named a place."""
        if self.entity is None:
            self.outer_base = self.base
        self.entity_heads = self.entity_heads or self.opens_paragraph
        area = area or self._known_area(entity) or self.set_in
        goes_on = self.entity is None or self.entity.name == entity.name
        self.entity = self.last_entity = entity
        if area is not None:
            self.area, self.entity_areas[entity.name] = None, area
        self.entity_area = self.last_entity_area = area or (self.entity_area if goes_on else None)

    def _known_area(self, entity: Entity) -> Area | None:
        """Where an entity is that was named before, with its place or without: 凭祥友谊关口岸, then 友谊关口岸."""
        last = itertools.islice(reversed(self.entity_areas.items()), _REMEMBERED)
        known = (area for name, area in last if name.endswith(entity.name))
        return self.entity_areas.get(entity.name) or next(known, None)

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
        if flow is not None and flow.first_year == day.first_year and not self._goes_past(flow, day):
            return flow
        return day.last_month().through(day) if day.year is None else Period.of(day.year, 1, months=1).through(day)

    def _goes_past(self, flow: Period, day: Period) -> bool:
        """Whether a flow has a day in its midst up to which results are counted: 今年项目…，截至4月底，完成投资…."""
        return self.status is Status.A and flow.last is not None and day.last is not None and flow.last > day.last

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
        if comparison is self.frame and months in lengths.values():
            return True  # 从环比看，一季度…: 环比 is said of both
        return months is None or lengths.get(comparison, months) == months

    def make_usual(self, reading: Reading, *, stated: bool) -> None:
        """Takes a stated comparison for the usual one of a paragraph, in a text that counts from the period before."""
        if self.by_preceding and stated and reading.comparison not in (None, Comparison.SINCE):
            self.by_preceding &= not self.habit_is_open or reading.comparison is not Comparison.YEAR_ON_YEAR
            self.comparison, self.habit_is_open = reading.comparison, False

    def enter(self, reading: Reading) -> None:
        """Gives a figure the entity that is spoken of: a firm's own series has no code."""
        if self.entity is None:
            return
        series = reading.subject.series
        of_place = series.base in _BASES or (series.code is not None and kinds()[series.code].family in _ACCOUNTS)
        if self.entity.is_zone and series.code is not None and of_place:
            reading.area = Area(None, None, self.entity.name)  # 宝鸡高新区完成地区生产总值…
            return
        reading.entity = self.entity.name
        if reading.area is not None:
            self.entity_areas.setdefault(self.entity.name, reading.area)
        if self.entity.is_cluster and series.base == "IND_REVENUE":
            reading.subject = attrs.evolve(reading.subject, series=Series("CLUSTER_REVENUE", series.base, None))
        elif not self.entity.keeps_codes and series.code not in (None, "PROJECT_INVESTMENT"):
            reading.subject = attrs.evolve(reading.subject, series=Series(None, series.base, series.breakdown))

    def place(self) -> Area | None:
        """Where what is read now is."""
        if self.entity is not None:
            return self.area or self.entity_area or self.paragraph_area or self.home
        return self.area or self.home

    def when(self) -> Period | None:
        """When what is read now is: a scene in a firm has no time but what it says, if not in a report on a year."""
        # in a paragraph that tells statistics first
        among = not self.entity_heads and any(reading.entity is None for reading in self.recent)
        told = self.said_time or self.paragraph_period is not None or among
        # a port's or a zone's figures are statistics, not a scene's
        counts = self.entity is None or self.entity.keeps_codes or self.entity.is_zone
        return self.period if counts or told or self.in_report else None

    def is_timeless(self) -> bool:
        """Whether what is told of a firm has no time: productivity that rose by 123 percent with the new line."""
        return (
            self.entity is not None
            and not self.entity.is_zone
            and not (self.in_report or self.told_time)
            and self.when() is None
            and self.kept is None
        )

    def plan(self, status: Status) -> None:
        """Takes what is read next for a target or a forecast, but not where a section looks back on a year gone by."""
        this_year, period = self.calendar.this_year, self.period
        ahead = this_year is not None and period is not None and (period.year or 0) >= this_year
        if status is Status.T and self.is_over(self.sentence_period):
            return  # what was sought in a year gone by was got: 2024年争取资金15亿元
        if ahead or not self.in_review:
            self.status = status

    def look_back(self, *, planned: bool, now: bool) -> None:
        """Takes what is told of a time gone by for results, among plans too, and goes on with those at another time.

        去年投入186亿元，今年要再投入200亿元; `planned` is whether the words with the time tell of a plan, `now` whether
        the time is the day of publication.
        """
        over = now or (self.period is not None and self.is_of_year(self.period))
        if over and self.status is Status.T:
            self.status = Status.A
        elif not over and self.status is Status.A and (planned or self._has_plans()):
            self.status = Status.T

    @property
    def plans_for(self) -> Period | None:
        """The year of a section on plans that names it."""
        told = self.document_period
        named = self.in_report and self.section_status is Status.T and told is not None and not told.year_is_open
        return told if named and told is not None and told.months == _YEAR else None

    def _has_plans(self) -> bool:
        return (self.paragraph_status or self.section_status) is Status.T

    def is_over(self, period: Period | None) -> bool:
        """Whether a period lies before the year in which the text was published."""
        day, last = self.calendar.published, None if period is None else period.last
        return day is not None and last is not None and last.year < day.year

    def is_of_year(self, period: Period) -> bool:
        """Whether a plan that has only this time from before is one for the year: that time is over."""
        day, last = self.calendar.published, period.last
        return day is not None and last is not None and last < day

    def is_among_goals(self) -> bool:
        """Whether the section or the paragraph tells of goals, whatever the sentence says."""
        return (self.paragraph_status or self.section_status) is Status.T

    def announce(self, status: Status) -> None:
        """Takes the rest of the paragraph for what was announced: 主要目标是:…."""
        self.status = self.paragraph_status = status

    def looks_back_to(self, period: Period | None) -> bool:
        """Whether a period lies before the year that the text has told results of: "last year it was 61.5 percent"."""
        told = self.document_period
        if period is None or told is None or not self.document_is_measured or period.year_is_open or told.year_is_open:
            return False
        return (period.year or period.first_year) < told.first_year
