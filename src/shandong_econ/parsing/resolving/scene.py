"""What a reader has in mind while reading on: the subject, the time and the place that later words leave unsaid."""

from __future__ import annotations

from copy import copy
from decimal import Decimal

import attrs

from shandong_econ.model import Area, Comparison, Period, Status
from shandong_econ.parsing.account import Account
from shandong_econ.parsing.finding.entities import Entity
from shandong_econ.parsing.finding.series import Series, kinds
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.carried.comparing import Comparing
from shandong_econ.parsing.resolving.carried.owners import Owners
from shandong_econ.parsing.resolving.carried.places import Places
from shandong_econ.parsing.resolving.carried.plans import Plans
from shandong_econ.parsing.resolving.carried.position import Position
from shandong_econ.parsing.resolving.carried.times import Times
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Mention, Reading, Subject
from shandong_econ.parsing.resolving.within import is_within

_BASES, _ACCOUNTS = frozenset({"IVA", "FAI"}), frozenset({"national_accounts", "consumption", "finance"})
"""Series, and families of series, that are told of places."""


@attrs.define
class Scene:
    """The carried context of a text, which rules read and move on: its parts, and of what it speaks."""

    times: Times
    places: Places = attrs.field(factory=Places)
    owners: Owners = attrs.field(factory=Owners)
    comparing: Comparing = attrs.field(factory=Comparing)
    plans: Plans = attrs.field(factory=Plans)
    position: Position = attrs.field(factory=Position)
    account: Account = attrs.field(factory=Account)
    subject: Subject = NO_SUBJECT
    subject_is_part: bool = False
    subject_is_near: bool = False
    among: tuple[Subject, Subject] | None = None  # those counted among which something is told, and what it is told of
    kinds_counted: Subject | None = None  # of what was counted, or the places where it is: no growth behind is theirs
    first_subject: Subject | None = None  # of the paragraph
    main_subject: Subject | None = None
    main_before: Subject | None = None
    grown: Subject | None = None  # of which the text has told the first growth: what a release is about
    compared: list[Subject] = attrs.field(factory=list)
    base: str | None = None
    outer_base: str | None = None
    diffuses: bool = False
    tells_rates: bool = False  # whether a rate was told last, and not an index
    topic: Subject = NO_SUBJECT
    topics: list[list[str]] = attrs.field(factory=list)
    topic_times: list[Time] = attrs.field(factory=list)
    owner: str = ""
    possessor: str = ""
    headed: str = ""
    section: str = ""  # what the heading names of the part of a release that one is in
    run_in: str = ""
    head_of_list: tuple[Subject, str] | None = None  # an item told with "that of", and the noun for which that stands
    stem: list[Token] = attrs.field(factory=list)  # of a line that breaks off behind its verb, over a list
    spoken_of: str = ""
    tells_share: bool = False
    recent: list[Reading] = attrs.field(factory=list)
    growths: dict[Decimal, Reading] = attrs.field(factory=dict)  # the last of each size that the text has told
    listed: list[Mention] = attrs.field(factory=list)
    told_codes: set[str] = attrs.field(factory=set)  # of series that the text has named in full
    told_nouns: set[str] = attrs.field(factory=set)  # of which it has named a series that has no code

    @property
    def last(self) -> Reading | None:
        """The figure that was read last in the paragraph."""
        return self.recent[-1] if self.recent else None

    def apart(self) -> Scene:
        """The same scene for a line by the way, of which what follows knows nothing; both share the account."""
        aside = copy(self)
        aside.times, aside.places, aside.owners = copy(self.times), copy(self.places), copy(self.owners)
        aside.comparing, aside.plans, aside.position = copy(self.comparing), copy(self.plans), copy(self.position)
        for part in (aside, aside.owners):
            for field in attrs.fields(type(part)):
                if isinstance(value := getattr(part, field.name), list | dict | set):
                    setattr(part, field.name, value.copy())
        return aside

    # ------------------------------------------------------------------ whose

    def enter_entity(self, entity: Entity, area: Area | None) -> None:
        """Goes on about an entity, which stands where the passage last named a place."""
        owners = self.owners
        if owners.entity is None:
            self.outer_base = self.base
        heads = self.position.opens_paragraph and all(reading.entity is not None for reading in self.recent)
        owners.entity_heads = owners.entity_heads or heads
        area = area or owners.known_area(entity) or self.places.set_in
        goes_on = owners.entity is None or owners.entity.name == entity.name
        owners.entity = owners.last_entity = entity
        if entity.keeps_codes or entity.is_cluster:
            owners.note_parks((entity,))
        if area is not None:
            self.places.area, owners.entity_areas[entity.name] = None, area
            self.places.note((area,))
        owners.entity_area = owners.last_entity_area = area or (owners.entity_area if goes_on else None)

    def leave_entity(self) -> None:
        """Goes back from an entity to the area that the report is about."""
        if self.owners.entity is not None and not self.owners.entity.keeps_codes:
            self.base = self.outer_base
        self.owners.entity = self.owners.entity_area = None

    def enter(self, reading: Reading) -> None:
        """Gives a figure the entity that is spoken of: a firm's own series has no code."""
        self.position.has_figures = True
        entity, series = self.owners.entity, reading.subject.series
        if entity is None:
            if self.owners.is_one and series.code not in (None, "PROJECT_INVESTMENT"):
                reading.subject = attrs.evolve(reading.subject, series=Series(None, series.base, series.breakdown))
            return
        kind = None if series.code is None else kinds()[series.code]
        of_place = series.base in _BASES or (kind is not None and kind.family in _ACCOUNTS and kind.kind != "COUNT")
        if entity.is_zone and series.code is not None and of_place:
            reading.area = Area(None, None, entity.name)  # 宝鸡高新区完成地区生产总值…
            return
        reading.entity = entity.name
        if reading.area is not None:
            self.owners.entity_areas.setdefault(entity.name, reading.area)
        if entity.is_cluster and series.base in ("IND_REVENUE", "CLUSTER_REVENUE"):
            reading.subject = attrs.evolve(reading.subject, series=Series("CLUSTER_REVENUE", series.base, None))
        elif not entity.keeps_codes and series.code not in (None, "PROJECT_INVESTMENT"):
            reading.subject = attrs.evolve(reading.subject, series=Series(None, series.base, series.breakdown))

    # ------------------------------------------------------------------ where and when

    def place(self) -> Area | None:
        """Where what is read now is."""
        places = self.places
        if self.owners.entity is not None:
            return places.area or self.owners.entity_area or places.paragraph_area or places.home
        return places.area or places.home

    def when(self) -> Period | None:
        """When what is read now is: a scene in a firm has no time but what it says, if not in a report on a year."""
        entity = self.owners.entity
        # in a paragraph that tells statistics first
        among = not self.owners.entity_heads and any(reading.entity is None for reading in self.recent)
        told = self.times.said_time or self.times.paragraph_period is not None or among
        # a port's or a zone's figures are statistics, not a scene's
        counts = entity is None or entity.keeps_codes or entity.is_zone
        return self.times.period if counts or told or self.position.in_report else None

    def is_timeless(self) -> bool:
        """Whether what is told of a firm has no time: productivity that rose by 123 percent with the new line."""
        return (
            self.owners.in_firm
            and not (self.position.in_report or self.times.told_time)
            and self.when() is None
            and self.comparing.kept is None
        )

    def flow_until(self, day: Period) -> Period:
        """The period of a flow told beside stocks of a day: the one told last, else the year up to that day."""
        flow, told = self.times.flow_period, self.times.document_period
        if flow is not None and flow.months is None and is_within(day, flow):
            return day  # one day of a holiday
        if told is not None and told.last_day() == day != told and (flow is None or flow in told):
            return told
        if flow is not None and flow.first_year == day.first_year and not self._goes_past(flow, day):
            return flow
        return day.last_month().through(day) if day.year is None else Period.of(day.year, 1, months=1).through(day)

    def _goes_past(self, flow: Period, day: Period) -> bool:
        """Whether a flow has a day in its midst up to which results are counted: 今年项目…，截至4月底，完成投资…."""
        actual = self.plans.status is Status.A
        return actual and flow.last is not None and day.last is not None and flow.last > day.last

    # ------------------------------------------------------------------ compared with what

    def usual_comparison(self) -> Comparison:
        """What a growth is over that does not say: see `Comparing.usual`."""
        return self.comparing.usual(self.times.period, self.base)

    def last_comparison(self) -> Comparison | None:
        """What the figures told last were compared with."""
        return next((one.comparison for one in reversed(self.recent) if one.comparison is not None), None)

    # ------------------------------------------------------------------ planned or done

    def plan(self, status: Status, own: Period | None = None) -> None:
        """Takes what is read next for a target or a forecast, but not where a section looks back on a year gone by.

        `own` is the period that stands behind it.
        """
        this_year, period = self.times.calendar.this_year, own or self.times.period
        ahead = this_year is not None and period is not None and (period.year or 0) >= this_year
        if status is Status.T and self.times.is_over(own or self.times.sentence_period):
            return  # what was sought in a year gone by was got: 2024年争取资金15亿元
        if ahead or not self.plans.in_review:
            self.plans.status = status

    def look_back(self, *, planned: bool, now: bool) -> None:
        """Takes what is told of a time gone by for results, among plans too, and goes on with those at another time.

        去年投入186亿元，今年要再投入200亿元; `planned` is whether the words with the time tell of a plan, `now` whether
        the time is the day of publication.
        """
        period = self.times.period
        over = now or (period is not None and self.times.is_of_year(period))
        if over and self.plans.status is Status.T:
            self.plans.status = Status.A
        elif not over and self.plans.status is Status.A and (planned or self.plans.is_among_goals()):
            self.plans.status = Status.T

    @property
    def plans_for(self) -> Period | None:
        """The year of a section on plans that names it."""
        told = self.times.document_period
        named = self.position.in_report and self.plans.section_status is Status.T
        if not named or told is None or told.year_is_open:
            return None
        return told if told.months == YEAR else None
