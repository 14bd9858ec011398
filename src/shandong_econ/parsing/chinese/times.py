"""The time that words of a Chinese sentence tell, to which the scene goes on."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import holds_any, relative_years, word_list
from shandong_econ.model import Period, Status
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.days import TAKES_UP
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.reach_of_times import go_to, head_paragraph
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene

LONGEST_UNTIL = 3  # characters
_LONG = ("years_back", "years", "plan")  # forms of times of several years
NEAR_EVENT = 40  # characters after a day in which it is said what happened


def go_to_time(clause: Clause, time: Time, *, heads: bool) -> None:
    """Goes on about a time, or notes the day of an event; `heads` is whether it stands at the head of a sentence."""
    scene = clause.scene
    if time.form in _LONG and clause.source.startswith(word_list("zh", "until.best"), time.end):
        return  # 是近五年最好水平
    if clause.source.startswith(word_list("zh", "event.just"), time.end):
        return  # 7月才投产，已出口…
    if clause.source.endswith(word_list("zh", "until.booked"), max(0, time.start - LONGEST_UNTIL), time.start):
        return  # 订单排到了10月份
    scene.times.told_time = True
    time, calendar, current = _as_meant(clause, time, heads=heads)
    taken_up = scene.times.days.taken_up(time) if time.form in TAKES_UP else None
    period = taken_up or resolve(time, calendar, current)
    if period is None or time.form == "unknown":
        return
    scene.times.days.note(time, period)
    if taken_up is not None:
        scene.times.period, scene.times.said_time = period, True
        return
    if clause.source.startswith(word_list("zh", "until.instant"), time.end):
        scene.times.document_period = scene.times.paragraph_period = period  # what a census counts is of one moment
    elif time.form in ("day", "today") and _is_of_event(clause, time, period):
        return
    if time.form in _LONG and not time.is_point:
        scene.times.years = period
    if time.form == "years_ahead":
        scene.plan(Status.T)
    if heads and time.form not in ("same_month", "year_to_date"):
        head_paragraph(scene, period, time)
    go_to(scene, period)


def _as_meant(clause: Clause, time: Time, *, heads: bool) -> tuple[Time, Calendar, Period | None]:
    """A time with the calendar and the period by which it is meant here."""
    scene = clause.scene
    calendar, current = scene.times.calendar, scene.times.period
    until = clause.source.endswith(word_list("zh", "until.date"), max(0, time.start - LONGEST_UNTIL), time.start)
    if until and not time.groups.get("days"):
        time = attrs.evolve(time, groups={**time.groups, "end": time.groups.get("end") or "until"})  # 截至6月: its end
    if time.form == "years_back":
        current = scene.times.document_period
    elif time.form == "previous" and heads and calendar.published is not None:
        current = None  # 上月 at the head of a sentence is the one before publication
    if scene.plans.looks_ahead:
        calendar = attrs.evolve(calendar, report_year=calendar.this_year)
        current = None if time.form == "year" else current
    years = relative_years(time.language).get(time.groups.get("relative") or "")
    if years == 0 and time.form == "year" and _is_day_of(current, calendar, scene):
        time = attrs.evolve(time, form="year_to_date")  # 截至7月9日，今年快递业务量…
    if time.form == "year_to_date" and _is_anew(scene):
        current = None
    return time, calendar, current


def _is_anew(scene: Scene) -> bool:
    """Whether a story that is of no one time has told none in this paragraph: 今年以来 is all of the year so far."""
    times = scene.times
    told = times.paragraph_period or times.sentence_period or any(one.period == times.period for one in scene.recent)
    return not (told or scene.position.in_report or times.document_is_titled)


def _is_day_of(current: Period | None, calendar: Calendar, scene: Scene) -> bool:
    """Whether a sentence has just told a day of this year up to which it counts."""
    is_day = current is not None and current == scene.times.sentence_period and current.last_day() == current
    is_day = is_day and current is not None and current.last != calendar.published  # 目前 tells no day up to which
    return is_day and current is not None and current.year == calendar.this_year and calendar.report_year is None


def _is_of_event(clause: Clause, time: Time, period: Period) -> bool:
    """Takes a day for that of an event or of the figure itself, if it is none up to which things are counted."""
    times = clause.scene.times
    told = clause.source[time.end : time.end + NEAR_EVENT].split("。")[0]
    if clause.source.endswith(word_list("zh", "until.words"), max(0, time.start - 2), time.start):
        return holds_any(told, "zh", "event.released")  # 到7月20日，各省已公布“半年报”
    measured = clause.source.startswith(word_list("zh", "event.measured"), time.end)
    if measured or holds_any(told, "zh", "event.progress") or times.days.is_of_holiday(period):
        times.period, times.said_time = period, True  # 10月3日接待游客突破4万人次
        return True
    times.event_day = None if holds_any(told, "zh", "event.reported") else period
    return True


def go_to_time_of_results(clause: Clause, tokens: Sequence[Token]) -> None:
    """Goes on about results, and their time, of which a clause only says that they are told: 11个市一季度GDP出齐."""
    time = next((token.time for token in reversed(tokens) if token.time is not None), None)
    counts = all(reading.subject.series.code is None and reading.unit == "NUM" for reading in clause.done)
    if time is None or not counts or clause.scene.times.document_is_measured:
        return
    told = [token for token in tokens if token.start >= time.end]
    if not holds_any(clause.words(told), "zh", "results.words"):
        return
    go_to_time(clause, time, heads=True)
    scene, named = clause.scene, next((token for token in told if token.naming is not None), None)
    if named is not None and (series := name_series(clause.word(named), None)).code is not None:
        scene.subject = scene.main_subject = scene.first_subject = Subject(clause.word(named), series)
        scene.times.main_period = scene.times.period
