"""What the heading of a section says of time, place, comparison and plans, for all that stands under it."""

from __future__ import annotations

from shandong_econ.model import Period, Status
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.head.heading import Heading
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.scene import Scene


def enter(scene: Scene, head: Heading) -> None:
    """Moves into the section that a heading opens: what it says of time and plans holds until the next says other.

    A place holds only for its own section.
    """
    if scene.plans.around_list is None:
        scene.times.document_period = scene.times.around_section or scene.times.document_period
        scene.times.around_section = None
    headed = None if scene.position.is_title else head.place
    if scene.plans.around_list is None:
        scene.places.section_area = None if headed is None else place((headed,), scene.places.home, "")
        scene.comparing.section_comparison = None if scene.position.is_title else head.comparison
    scene.position.in_report = scene.position.in_report or (scene.position.is_title and head.is_report)
    if head.time is None:
        if head.is_plan:
            scene.plans.section_status = Status.T
        return
    period = resolve(head.time, scene.times.calendar)
    if head.time.form == "months" and not scene.position.is_title and (period is None or (period.months or 0) > YEAR):
        return  # "Monthly index, January 2007 to May 2024" is what a chart shows
    is_plan = head.is_plan and not scene.times.is_over(period)
    is_plan |= scene.plans.in_review and not head.looks_back and _is_year_of_report(period, scene)
    goes_on = head.time.language == "zh" and not head.looks_back and period == scene.times.document_period
    is_plan |= goes_on and scene.plans.section_status is Status.T
    scene.times.years = period if head.time.form in ("years_back", "years", "years_ahead", "plan") else None
    if period is not None and not (_is_after_report(period, scene.times.calendar) and not is_plan):
        scene.plans.section_status = Status.T if is_plan else Status.A
        scene.times.document_period = scene.times.flow_period = period
        scene.times.document_is_titled = True
        scene.plans.plan_period = None
        if scene.position.is_title and head.time.language == "en":
            scene.times.title_period = period
            scene.times.title_names_more = head.names_more
        is_news = head.time.language == "zh" and (period.months or 0) < YEAR
        if scene.position.is_title or not is_news:
            scene.position.in_report = not is_news  # 前7个月…: news have scenes in firms
        this_year = scene.times.calendar.this_year
        scene.plans.in_review = (
            this_year is not None and period.year is not None and period.year < this_year and not is_plan
        )


def _is_year_of_report(period: Period | None, scene: Scene) -> bool:
    """Whether a section is on the year in which a report on the year before was given: 二、关于2024年政府工作."""
    return period is not None and period == Period.of(scene.times.calendar.this_year)


def _is_after_report(period: Period, calendar: Calendar) -> bool:
    """Whether a line under the title of a report on a year tells when it was published: (2015年4月)."""
    return calendar.report_year is not None and period.year is not None and period.year > calendar.report_year
