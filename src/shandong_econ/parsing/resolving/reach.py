"""What reaches how far: where a paragraph, a sentence, a part or a list begins, and which time holds from there.

A time told in a sentence holds for the sentence, at its head for the paragraph, and the first one for the text.
"""

from __future__ import annotations

from shandong_econ.model import Period, Status
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.document_period import accumulates, comes_to_now, is_recent, replaces
from shandong_econ.parsing.resolving.readings import NO_SUBJECT
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.several_years import are_some_of, is_of_years
from shandong_econ.parsing.resolving.within import ends, is_within, is_year, leaves


def begin_paragraph(scene: Scene) -> None:
    """Forgets what does not reach over the end of a paragraph."""
    _open_plans(scene)
    scene.times.paragraph_period = scene.times.paragraph_period if scene.position.goes_on else None
    scene.times.sentence_period = None
    scene.places.paragraph_area = scene.places.section_area
    if scene.recent:  # after a paragraph that only set the scene, the next is still there
        scene.places.set_in = None
    scene.places.goes_on_there = False
    scene.times.days.forget()
    scene.leave_entity()
    scene.owners.entity_heads = scene.owners.is_one = False
    scene.position.opens_paragraph = True
    scene.times.said_time = False
    scene.comparing.comparison = scene.comparing.frame = scene.comparing.base_time = scene.comparing.far_base = (
        scene.comparing.kept
    ) = None
    scene.comparing.stated = scene.comparing.throughout
    scene.recent = []
    scene.main_subject = scene.first_subject = None
    scene.listed, scene.compared, scene.spoken_of, scene.run_in = [], [], "", ""
    if not scene.position.goes_on:
        scene.plans.paragraph_status = None
    scene.plans.status = scene.plans.paragraph_status or scene.plans.section_status


def _open_plans(scene: Scene) -> None:
    """Goes on with plans after the paragraph in which a report on a year gone by announced those of the next."""
    told, planned = scene.times.document_period, scene.times.paragraph_period
    if (
        scene.plans.paragraph_status is not Status.T
        or not scene.position.in_report
        or not scene.times.is_over(told)
        or planned is None
    ):
        return
    if is_year(planned) and not scene.times.is_over(planned):
        scene.plans.section_status, scene.times.document_period, scene.times.flow_period = Status.T, planned, planned
        scene.plans.in_review = False


def begin_sentence(scene: Scene, *, opens: bool) -> None:
    """Goes back to what the paragraph is about, or, after a semicolon, to what the sentence is about."""
    scene.position.opens = opens
    scene.topic, scene.owner, scene.tells_share, scene.times.came_from = NO_SUBJECT, "", False, None
    scene.topics, scene.topic_times = [], []
    scene.comparing.frame_before = (scene.comparing.base_time, scene.comparing.frame)
    if scene.position.in_part and not opens:
        scene.places.area = scene.places.area_of_whole  # 其中宁德占86%；鞋靴出口…
    scene.position.in_part = False
    if opens:
        scene.comparing.base_time, scene.comparing.frame, scene.comparing.other_side = None, None, ""
        scene.times.told_time = False
        scene.main_before, scene.main_subject = scene.main_subject, None
        scene.times.main_period = None if scene.main_before is None else scene.times.main_period
        scene.comparing.kept_before = scene.comparing.kept
        scene.comparing.kept = (
            scene.comparing.kept if scene.comparing.kept_in_prices else None
        )  # a bulletin on prices goes on comparing
        scene.subject_is_near = False
        if scene.comparing.compares_by_the_way:
            scene.comparing.comparison, scene.comparing.compares_by_the_way = None, False
        if (
            scene.times.document_period is None
            and is_recent(scene.times.flow_period, scene.times.calendar.published)
            and scene.plans.status is Status.A
            and not scene.owners.only_quoted  # a firm of which only what somebody says is told
        ):
            _date_document(scene, scene.times.flow_period)  # told in the midst of the first sentence
        scene.times.sentence_period = scene.times.event_day = None
        scene.times.sentence_names_years = False
        scene.times.previous_period, scene.times.period = (
            scene.times.period,
            scene.times.paragraph_period or scene.times.document_period,
        )
        scene.places.previous_area, scene.places.area = scene.places.area, scene.places.paragraph_area
        scene.plans.status = scene.plans.paragraph_status or scene.plans.section_status
    elif scene.times.sentence_period is not None:
        scene.times.period = scene.times.sentence_period
    elif scene.main_subject is not None and leaves(scene.times.period, scene.times.main_period):
        scene.times.period = (
            scene.times.main_period
        )  # 9月份增长…，而8月份还是下降…； "68 tons, of which 9 in July; ..."


def go_on(scene: Scene) -> None:
    """Goes on about the time and the place of the sentence before: "among them", "of which"."""
    scene.times.period, scene.places.area = (
        scene.times.previous_period or scene.times.period,
        scene.places.previous_area or scene.places.area,
    )


def enter_part(scene: Scene, *, heads: bool) -> None:
    """Goes on about a part of what was told: 其中 at the head of a sentence keeps what that was compared with."""
    scene.position.in_part, scene.places.area_of_whole = True, scene.places.area
    if heads:
        scene.times.period = scene.times.main_period or scene.times.period
        scene.places.area = scene.places.previous_area or scene.places.area
        scene.comparing.kept = scene.comparing.kept or scene.comparing.kept_before
        scene.comparing.base_time, scene.comparing.frame = scene.comparing.frame_before


def open_list(scene: Scene) -> None:
    """Takes what a line that ends with a colon says of time, plans and comparisons for the items under it."""
    if scene.plans.around_list is None:
        scene.comparing.around_list = scene.comparing.section_comparison, scene.comparing.section_base
        scene.plans.around_list = scene.plans.section_status, scene.times.document_period, scene.places.section_area


def close_list(scene: Scene) -> None:
    """Goes back to what held around a list, where an item can have named its place.

    But not to the month of publication, of which the text cannot be.
    """
    if scene.plans.around_list is None:
        return
    scene.plans.section_status, period, scene.places.section_area = scene.plans.around_list
    scene.comparing.section_comparison, scene.comparing.section_base = scene.comparing.around_list
    scene.plans.around_list, listed = None, scene.times.document_period
    if period is None or listed is None or not replaces(listed, period, scene.times.calendar.published):
        scene.times.document_period = period


def go_to(scene: Scene, period: Period, *, ahead: bool = False) -> None:
    """Goes on about a period that the text has just named; one that lies ahead is that of a plan alone."""
    scene.times.period, scene.times.said_time = period, True
    if ahead:
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
    head = scene.times.paragraph_period or _went_on_about(scene)
    if (time.groups.get("relative") or time.groups.get("before")) and scene.times.looks_back_to(period):
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
        _date_document(scene, period)


def _is_of_one_figure(scene: Scene, time: Time) -> bool:
    """Whether a story tells no more of a time: "over the past ten years", a firm's, what somebody says: “去年我家…”."""
    if scene.owners.in_firm:
        return True
    if time.language == "zh":
        return scene.position.in_quotation and time.form == "year" and bool(time.groups.get("relative"))
    return not scene.position.in_report and time.form == "years_back"


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


def _date_document(scene: Scene, period: Period | None) -> None:
    if period is None or scene.times.looks_back_to(period):
        return
    told = scene.times.document_period
    widens = told is not None and _is_only_setting(scene, told) and is_within(told, period)
    turns = _comes_to_now(scene, period) or replaces(period, told, scene.times.calendar.published)
    if widens or turns or _sums_up(scene, period, told):
        scene.times.document_period, scene.times.document_is_measured = period, False
        scene.times.document_is_titled = not scene.position.has_figures


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
