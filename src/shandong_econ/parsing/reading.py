"""A whole text: its head, its paragraphs in their languages, its figures as observations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import attrs

from shandong_econ.model import Area, Comparison, Period, Qualifier, Report, Status
from shandong_econ.parsing.account import Traced, account_for, notes_of
from shandong_econ.parsing.chinese import sentence as chinese
from shandong_econ.parsing.clean import clean, in_lower_case
from shandong_econ.parsing.dateline import dateline_end
from shandong_econ.parsing.english import sentence as english
from shandong_econ.parsing.finding.firms_told import find_firms
from shandong_econ.parsing.finding.local_places import find_local_places, parts_of_country, wholes_of_part
from shandong_econ.parsing.finding.local_places_chinese import find_local_places_chinese
from shandong_econ.parsing.finding.places import area_named, place
from shandong_econ.parsing.finding.short_names import find_short_names
from shandong_econ.parsing.finding.tokenise_english import phrases
from shandong_econ.parsing.head.heading import (
    Heading,
    after_numbering,
    counts_from_preceding,
    find_calendar,
    goals_run_in,
    heading,
    may_count_from_preceding,
)
from shandong_econ.parsing.head.home import find_home, home_within
from shandong_econ.parsing.head.masthead import read_masthead
from shandong_econ.parsing.observing import observe
from shandong_econ.parsing.resolving.abroad import fiscal_month
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.carried.comparing import Comparing
from shandong_econ.parsing.resolving.carried.places import Places
from shandong_econ.parsing.resolving.carried.times import Times
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.reach import begin_paragraph, begin_sentence, close_list, open_list
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.speech.statements import find_statements, speaker_of
from shandong_econ.parsing.split import language_of, paragraphs, sentences


def read_text(
    text: str, language: str | None, published: date | None, area: Area | str | None
) -> tuple[Report, list[Traced]]:
    """The report of a text, and the account of how it was read; see `parse`."""
    cleaned = clean(text)
    lower = in_lower_case(cleaned)
    main = language or language_of(cleaned) or "en"
    spans = list(paragraphs(cleaned))
    tongues = [(start, end, language_of(cleaned[start:end]) or main) for start, end in spans]
    masthead = read_masthead(text, cleaned, tongues)
    day = published or masthead.dateline_date
    home = find_home(cleaned, spans) if area is None else area_named(area)
    calendar = attrs.evolve(find_calendar(cleaned, spans, day), fiscal_month=fiscal_month(home))
    by_preceding, adjusted = counts_from_preceding(lower, home), may_count_from_preceding(lower, home)
    comparing = Comparing(by_preceding=by_preceding or adjusted, habit_is_open=not by_preceding)
    scene = Scene(Times(calendar), Places(home), comparing=comparing)
    if any(tongue == "en" for _, _, tongue in tongues):
        own = {home.name.lower()} if home is not None and home.code is None and home.name else set()
        local = find_local_places(cleaned)
        parts = frozenset() if home is not None and home.code else parts_of_country(None if home is None else home.name)
        wholes = frozenset() if home is None or home.code else wholes_of_part(home.name)
        named = frozenset(own | local.keys()).difference(phrases().entries, phrases().places)
        scene.places.local_places = parts | wholes | named
        scene.places.local_kinds = local
        scene.owners.firms = find_firms(cleaned, scene.places.local_places)
    if any(tongue == "zh" for _, _, tongue in tongues):
        scene.places.towns, scene.places.counties = find_local_places_chinese(cleaned), find_short_names(cleaned, home)
    if masthead.title_at is not None:
        scene.places.home = home_within(cleaned, spans[masthead.title_at :], home, scene.places.local_places)
        scene.places.around = home
    readings: list[Reading] = []
    for n, paragraph in enumerate(tongues):
        if n < masthead.body_from and n != masthead.title_at:
            scene.account.pass_over(paragraph[0], paragraph[1], "masthead")
        else:
            scene.position.is_title = n == masthead.title_at
            readings.extend(_read_paragraph(text, cleaned, lower, paragraph, scene))
    if masthead.title_at is not None:
        _date_title(readings, spans[masthead.title_at][1])
    _date_lead(readings, scene)
    statements = find_statements(text, cleaned, tongues)
    observations = [observe(reading, speaker_of(statements, reading.figure.start)) for reading in readings]
    traced = account_for(cleaned, scene.account.trace.values())
    report = Report(
        text=text,
        title=masthead.title,
        language=main,
        published=day,
        area=home,
        authors=masthead.authors,
        publisher=masthead.publisher,
        observations=observations,
        statements=statements,
        notes=notes_of([*traced, *scene.account.remarks], observations),
    )
    return report, traced


def _date_title(readings: Sequence[Reading], end: int) -> None:
    """Gives a figure of the title that tells no time the period with which the text says it again."""
    for reading in readings:
        if reading.figure.start >= end:
            return
        if reading.period is None:
            again = (r for r in readings if r.figure.start >= end and _is_same(r, reading))
            reading.period = next((r.period for r in again), None)


def _date_lead(readings: Sequence[Reading], scene: Scene) -> None:
    """Gives a growth with which news open without a time that of the same series, which they tell first with one."""
    dated, day = next((one for one in readings if one.period is not None), None), scene.times.calendar.published
    last = None if dated is None or dated.period is None else dated.period.last
    if dated is None or last is None or day is None or not 0 <= (day - last).days <= _RECENT:
        return
    for reading in readings:
        if reading is dated:
            return
        same = reading.entity is None and reading.subject.series.code == dated.subject.series.code is not None
        if same and reading.comparison is Comparison.YEAR_ON_YEAR and reading.status is Status.A:
            reading.period = dated.period


_RECENT = 60  # days after the end of a period in which news of it come out


def _is_same(one: Reading, other: Reading) -> bool:
    if one.measure is not other.measure or one.area != other.area:
        return False
    if one.unit != other.unit and other.unit is not None:  # 逼近3500亿 leaves it unsaid
        return False
    return _says_value(other, one)


def _says_value(one: Reading, other: Reading) -> bool:
    """Whether a title's number is that of the text, or the round one that it hedges: 逾5300万 for 5312.4万."""
    if one.figure.power != other.figure.power:
        return False
    off = abs(one.figure.value - other.figure.value)
    if one.qualifier is Qualifier.EQ:
        return off < Decimal(1).scaleb(int(one.figure.value.as_tuple().exponent))  # 3712万 for 3712.4万
    return off * _ROUNDED <= abs(other.figure.value)


_ROUNDED = 50  # a round number is off by no more than one part in so many


def _read_paragraph(
    source: str, cleaned: str, lower: str, paragraph: tuple[int, int, str], scene: Scene
) -> Iterator[Reading]:
    start, end, tongue = paragraph
    if tongue == "en" and not is_item(cleaned, start, end):
        close_list(scene)
    opens_list = tongue == "en" and cleaned[end - 1] == ":"
    if opens_list:
        open_list(scene)
    head = heading(cleaned, start, end, tongue)
    scene.position.in_heading = head is not None
    if head is not None:
        enter(scene, head)
    elif (goals := goals_run_in(cleaned, start, end, tongue)) is not None:
        enter(scene, goals)
    begin_paragraph(scene)
    body = dateline_end(cleaned, start, end, tongue)
    if body > start:
        scene.account.pass_over(start, body, "dateline")
    for first, last, opens in sentences(cleaned, body, end, tongue):
        begin_sentence(scene, opens=opens)
        if tongue == "zh":
            yield from chinese.read_sentence(cleaned, source, first, last, scene)
        else:
            yield from english.read_sentence(cleaned, lower, source, first, last, scene)
        scene.position.opens_paragraph = False
    if opens_list and (head is None or scene.plans.status is Status.T):
        scene.plans.section_status = scene.plans.status
        scene.times.document_period = scene.times.period if scene.times.said_time else scene.times.document_period


def is_item(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is an item of a list: it has a bullet or a number before it, or no full stop at its end."""
    marked = text[max(0, start - 2) : start].strip() != "" or after_numbering(text, start, end) > start
    return text[end - 1] not in ".!?" or marked


def enter(scene: Scene, head: Heading) -> None:
    """Moves into the section that a heading opens: what it says of time and plans holds until the next says other.

    A place holds only for its own section.
    """
    headed = None if scene.position.is_title else head.place
    scene.places.section_area = None if headed is None else place((headed,), scene.places.home, "")
    scene.comparing.section_comparison = None if scene.position.is_title else head.comparison
    scene.position.in_report = scene.position.in_report or (scene.position.is_title and head.is_report)
    if head.time is None:
        if head.is_plan:
            scene.plans.section_status = Status.T
        return
    period = resolve(head.time, scene.times.calendar)
    is_plan = head.is_plan and not scene.times.is_over(period)
    is_plan |= scene.plans.in_review and not head.looks_back and _is_year_of_report(period, scene)
    scene.times.years = period if head.time.form in ("years_back", "years", "plan") else None
    if period is not None and not (_is_after_report(period, scene.times.calendar) and not is_plan):
        scene.plans.section_status = Status.T if is_plan else Status.A
        scene.times.document_period = scene.times.flow_period = period
        scene.plans.plan_period = None
        if scene.position.is_title and head.time.language == "en":
            scene.times.title_period = period
        is_news = scene.position.is_title and head.time.language == "zh" and (period.months or 0) < _YEAR
        scene.position.in_report = not is_news  # 前7个月…: news have scenes in firms
        this_year = scene.times.calendar.this_year
        scene.plans.in_review = (
            this_year is not None and period.year is not None and period.year < this_year and not is_plan
        )


_YEAR = 12  # months


def _is_year_of_report(period: Period | None, scene: Scene) -> bool:
    """Whether a section is on the year in which a report on the year before was given: 二、关于2024年政府工作."""
    return period is not None and period == Period.of(scene.times.calendar.this_year)


def _is_after_report(period: Period, calendar: Calendar) -> bool:
    """Whether a line under the title of a report on a year tells when it was published: (2015年4月)."""
    return calendar.report_year is not None and period.year is not None and period.year > calendar.report_year


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as they are read, as (start, end)."""
    cleaned = clean(text)
    for start, end in paragraphs(cleaned):
        for first, last, _ in sentences(cleaned, start, end, language_of(cleaned[start:end]) or "en"):
            yield first, last
