"""How far a time reaches that a text names: for its sentence, the paragraph that it opens, or the text."""

from __future__ import annotations

from shandong_econ.model import Comparison, Period, Status
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.document_period import accumulates, comes_to_now, replaces
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.several_years import are_some_of, is_of_years
from shandong_econ.parsing.resolving.within import ends, is_within


def go_to(scene: Scene, period: Period, *, ahead: bool = False) -> None:
    """Goes on about a period that the text has just named; one that lies ahead is that of a plan alone."""
    scene.times.period, scene.times.said_time = period, True
    if ahead or _is_of_plan(scene, period):
        return
    if not scene.position.opens and _sums_up(scene, period, scene.times.paragraph_period):
        scene.times.paragraph_period = period  # 8月份增长6.6%；1—8月累计增长4.8%。分门类看，…
    sums_up = not scene.times.document_is_measured and _sums_up(scene, period, scene.times.document_period)
    if sums_up or _comes_to_now(scene, period):
        scene.times.document_period = period  # of a title on July a text that then speaks of January to July
    if period.last_day() != period and not scene.times.looks_back_to(period):
        scene.times.flow_period = period
    elif period.last_day() == period:
        scene.times.stock_day = period


def head_paragraph(scene: Scene, period: Period, time: Time, *, ahead: bool = False) -> None:
    """Takes a time at the head of a sentence for the paragraph, unless it only narrows what that is about."""
    if not scene.position.opens:
        return
    scene.times.sentence_period = scene.times.sentence_period or period
    scene.times.sentence_names_years = scene.times.sentence_names_years or time.form == "years"
    if time.language == "zh" and period.months and scene.comparing.comparison is Comparison.SINCE:
        scene.comparing.comparison = None  # 本届…比上届增长8%。前三季度全市会展收入增长9%: no longer of the fair
    if time.language == "en" and _is_of_plan(scene, period):
        return
    head = scene.times.paragraph_period or _went_on_about(scene)
    relative = time.groups.get("relative") or time.groups.get("before")
    if relative and scene.recent and scene.times.looks_back_to(period):
        return  # "last year it was 61.5 percent", beside this year's result
    if time.is_point and (
        ends(scene.times.document_period, period) if time.language == "en" else scene.position.in_report
    ):
        return  # in a communique 年末, "at the end of the year" is of its sentence
    if not scene.position.opens_paragraph and are_some_of(scene.times.document_period, period):
        return  # in a review of several years one of them, or the last two, are of their sentence
    if scene.plans_for is not None and period.first_year > scene.plans_for.first_year:
        return  # among the plans of a year 到2026年 is of its sentence
    of_prices = families().get(scene.base or "") == "prices"
    if head is not None and time.language == "zh" and of_prices and accumulates(period, head):
        return  # after those of August prices of 1—8月平均 are of their sentence
    if head is not None and is_of_years(period) and not is_of_years(head):
        return  # "over the plan period it grew 8 percent a year"
    narrows = is_within(period, head)
    if head is None or not narrows or _is_result_in(scene, period, head) or _turns_to_month(scene, period, time, head):
        scene.times.paragraph_period = period
    if not (time.is_point or time.form == "plan" or ahead or _is_of_one_figure(scene, time)):
        date_document(scene, period)


def _is_of_one_figure(scene: Scene, time: Time) -> bool:
    """Whether a story tells no more of a time: "over the past ten years", a firm's, what somebody says: “去年我家…”."""
    if scene.owners.in_firm or (time.form == "years_back" and not scene.position.in_report):
        return True
    said = time.language == "zh" and scene.position.in_quotation
    return said and time.form == "year" and bool(time.groups.get("relative"))


def _turns_to_month(scene: Scene, period: Period, time: Time, head: Period) -> bool:
    """Whether Chinese news turn to the last of the months told, of which they go on: 1至10月…。10月份，…。港口…."""
    is_news = time.language == "zh" and not scene.position.in_report and families().get(scene.base or "") != "prices"
    return is_news and time.form == "month" and not time.is_point and period.last_day() == head.last_day()


def _went_on_about(scene: Scene) -> Period | None:
    """The period of the text, where the paragraph has told results of it: "in July it grew" only narrows that."""
    told = scene.times.document_period
    of_prices = families().get(scene.base or "") == "prices"  # which come back to the month
    went_on = not (scene.position.opens_paragraph or of_prices) and scene.times.document_is_measured
    return told if went_on and any(one.period == told for one in scene.recent) else None


def date_document(scene: Scene, period: Period | None) -> None:
    """Takes a period for that of the text, where it can be what the text goes on about."""
    if period is None or scene.times.looks_back_to(period) or _is_of_plan(scene, period):
        return
    told = scene.times.document_period
    widens = told is not None and _is_only_setting(scene, told) and is_within(told, period)
    turns = _comes_to_now(scene, period) or replaces(period, told, scene.times.calendar.published)
    if widens or turns or _sums_up(scene, period, told):
        scene.times.document_period, scene.times.document_is_measured = period, False
        scene.times.document_is_titled = not scene.position.has_figures


def _is_of_plan(scene: Scene, period: Period) -> bool:
    """Whether a period reaches beyond the year of a text that is no plan: "it will invest 3 billion by 2030"."""
    return scene.plans.section_status is not Status.T and scene.times.lies_ahead(period)


def _comes_to_now(scene: Scene, period: Period) -> bool:
    """Whether a story whose title tells no time comes to this year, after the one before."""
    is_news = not scene.position.in_report and scene.times.title_period is None
    return is_news and comes_to_now(period, scene.times.document_period, scene.times.calendar.published)


def _is_only_setting(scene: Scene, told: Period) -> bool:
    """Whether no figure was of the period of a text, of which its title is not alone: "frost in April did no harm"."""
    titled = scene.times.title_period == told and not scene.times.title_names_more
    return not (scene.times.document_is_measured or titled)


def _sums_up(scene: Scene, period: Period, told: Period | None) -> bool:
    """Whether a text goes on about the year up to a month told before.

    One on prices comes back to the month, and one that has the month in its English title, or is on another country.
    """
    comes_back = is_abroad(scene) or (told is not None and told == scene.times.title_period)
    return not comes_back and accumulates(period, told) and families().get(scene.base or "") != "prices"


def _is_result_in(scene: Scene, period: Period, plan: Period) -> bool:
    """Whether a period is over that lies in one which is not, as of a plan: results are told of it from there."""
    day = scene.times.calendar.published
    if day is None or period.last is None or plan.last is None:
        return False
    return period.last <= day < plan.last
