"""What reaches how far: where a paragraph, a sentence, a part or a list begins, and what holds from there."""

from __future__ import annotations

from shandong_econ.model import Comparison, Measure, Status
from shandong_econ.parsing.resolving.carried.comparing import OF_LENGTH
from shandong_econ.parsing.resolving.document_period import is_recent, replaces
from shandong_econ.parsing.resolving.reach_of_times import date_document
from shandong_econ.parsing.resolving.readings import NO_SUBJECT
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.several_years import are_some_of
from shandong_econ.parsing.resolving.within import is_year, leaves


def begin_paragraph(scene: Scene, *, is_item: bool) -> None:
    """Forgets what does not reach over the end of a paragraph, of which one in a list keeps less."""
    _open_plans(scene)
    scene.times.paragraph_period = scene.times.paragraph_period if scene.position.goes_on else None
    scene.times.sentence_period = None
    scene.places.paragraph_area = scene.places.section_area
    if scene.recent:  # after a paragraph that only set the scene, the next is still there
        scene.places.set_in = None
    scene.places.goes_on_there = False
    scene.times.days.forget()
    scene.owners.entity_before = scene.owners.entity
    if scene.position.in_report and is_year(scene.times.document_period):
        scene.times.stock_day = None  # a section that tells no 年末 is of the year
    scene.leave_entity()
    scene.owners.entity_heads = scene.owners.is_one = False
    scene.position.opens_paragraph = True
    scene.times.said_time = False
    scene.comparing.comparison = None if is_item else _told_throughout(scene)
    scene.comparing.frame = scene.comparing.base_time = scene.comparing.far_base = scene.comparing.kept = None
    scene.comparing.stated = scene.comparing.throughout
    scene.recent = []
    scene.main_subject = scene.first_subject = None
    scene.listed, scene.compared, scene.spoken_of, scene.run_in = [], [], "", ""
    if not scene.position.goes_on:
        scene.plans.paragraph_status = None
    scene.plans.status = scene.plans.paragraph_status or scene.plans.section_status


def _told_throughout(scene: Scene) -> Comparison | None:
    """The year before, if a text that counts from the period before told nothing else in a whole paragraph."""
    grown = [one for one in scene.recent if one.measure is Measure.GROWTH]
    parts = all(one.period is not None and one.period.months in OF_LENGTH for one in grown)
    goes_on = bool(grown) and parts and {one.comparison for one in grown} == {Comparison.YEAR_ON_YEAR}
    return Comparison.YEAR_ON_YEAR if goes_on and scene.comparing.by_preceding else None


def _open_plans(scene: Scene) -> None:
    """Goes on with a year's plans after the paragraph that announced them, where a report told of others before."""
    told, planned = scene.times.document_period, scene.times.paragraph_period
    if (
        scene.plans.paragraph_status is not Status.T
        or not scene.position.in_report
        or planned is None
        or not (scene.times.is_over(told) or (are_some_of(told, planned) and planned.year == scene.times.calendar.now))
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
            date_document(scene, scene.times.flow_period)  # told in the midst of the first sentence
        scene.times.sentence_period = scene.times.event_day = None
        scene.times.sentence_names_years = False
        scene.times.previous_period, scene.times.period = (
            scene.times.period,
            scene.times.paragraph_period or scene.times.document_period or scene.times.month_end(),
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


def go_on_in_list(scene: Scene) -> None:
    """Takes what growths of the line over a list are over for those of its items."""
    if scene.comparing.comparison is not None:
        scene.comparing.section_comparison, scene.comparing.section_base = scene.comparing.comparison, None


def close_list(scene: Scene) -> None:
    """Goes back to what held around a list, where an item can have named its place.

    But not to the month of publication, of which the text cannot be.
    """
    scene.stem = []
    if scene.plans.around_list is None:
        return
    scene.plans.section_status, period, scene.places.section_area = scene.plans.around_list
    scene.comparing.section_comparison, scene.comparing.section_base = scene.comparing.around_list
    scene.plans.around_list, listed = None, scene.times.document_period
    if period is None or listed is None or not replaces(listed, period, scene.times.calendar.published):
        scene.times.document_period = period
