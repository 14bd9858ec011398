"""When the figures of an English sentence are: the time that leads to them, trails them, or is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shandong_econ.errors import ModelError
from shandong_econ.lexicon.words import small_number
from shandong_econ.model import Comparison, Period, Status
from shandong_econ.parsing.english.plans import is_of_one_plan
from shandong_econ.parsing.english.section_times import head_section
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.days import TAKES_UP, TO_DATE
from shandong_econ.parsing.resolving.lengths import QUARTER, YEAR
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.reach_of_times import go_to, head_paragraph
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.within import is_within

LONG_AGO = "years_ago"  # a time with which something is compared: the text does not go on from there
_STANDS_STILL = frozenset({"year_to_date", "unknown", "day"})
_TAKES_UP = TAKES_UP | {TO_DATE}
_OPEN = frozenset({"now", "once"})  # from what was told before the text goes to a time that nobody can know
_WHOLE = frozenset({None, YEAR})


def stands_still(time: Time) -> bool:
    """Whether the text does not go on from a time: a day, yesterday, so far, years ago, or only a base."""
    return time.form in _STANDS_STILL or time.form == LONG_AGO or time.is_base_only


def move_time(scene: Scene, time: Time, *, initial: bool, ahead: bool = False) -> None:
    """Goes on from a time that leads to a figure: `initial` if it opens the sentence, `ahead` if it is of a plan."""
    current = _gone_back_to(scene, time) or scene.times.period or scene.times.previous_period
    taken_up = scene.times.days.taken_up(time) if time.form in _TAKES_UP else None
    period = taken_up or _in_year_told(scene, time, resolve(time, scene.times.calendar, current))
    if time.form in TAKES_UP and (taken_up is not None or period is None):
        scene.times.period = period  # nobody can know the days of a holiday that the text does not tell
        return
    if period is not None:
        scene.times.days.note(time, period)
    if period is None and time.form in _OPEN and scene.owners.entity is not None:
        scene.times.period = scene.times.paragraph_period = None
    period = _ahead(scene, time, period) if ahead and period is not None else period
    period = period if ahead else _over(scene, time, period)
    if time.form == "day" and (time.groups.get("on") or _is_one_of(period, scene.times.period)):
        scene.times.period, scene.times.said_time = period, True
        return
    still = time.form in _STANDS_STILL and not time.groups.get("until") and (period is None or period.months in _WHOLE)
    told = scene.times.period
    still = still and not (time.form == "year_to_date" and (told is None or scene.times.calendar.is_gone(told)))
    if period is None or still or (time.is_base_only and not time.names_year):
        return
    if initial and time.form not in ("same_month", LONG_AGO):
        head_paragraph(scene, period, time, ahead=ahead)
        if scene.position.opens_paragraph and is_abroad(scene):
            head_section(scene, period)
    go_to(scene, period, ahead=ahead)


def _is_one_of(day: Period | None, told: Period | None) -> bool:
    """Whether a day is one of those that are told of: "in the holiday 3 million came, | on May 1" half a million."""
    return told is not None and told.months is None and is_within(day, told)


def own_period(scene: Scene, clues: Clues, *, first: bool, back: bool) -> Period | None:
    """The period that trails a group, from which the text goes on unless it only looks `back` to it to compare."""
    time = clues.own_time or clues.aside_time
    if time is None:
        return None
    taken_up = scene.times.days.taken_up(time) if time.form in _TAKES_UP else None
    current = _gone_back_to(scene, time) or scene.times.period
    found = taken_up or _in_year_told(scene, time, resolve(time, scene.times.calendar, current))
    if found is None:
        return None
    if taken_up is None:
        scene.times.days.note(time, found)
    found = found if scene.plans.status is Status.A else _ahead(scene, time, found)
    found = _over(scene, time, found) or found
    if _is_same_again(scene, time, found):
        found = scene.times.period or found
    if back and time.form == "previous" and found == scene.times.period:
        found = found.preceding()  # "50.2 in July, up from 49.8 last month"
    by_the_way = (
        clues.in_brackets
        or clues.relates
        or (clues.by_the_way and clues.own_time is None)
        or is_of_one_plan(scene, found)
        or (
            scene.times.period is not None
            and (clues.by_the_way or (clues.because and found.first_year < scene.times.period.first_year))
        )
    )  # "exports, which were 5 billion in 2020, reached 8"
    if not back and not by_the_way and time.form not in _NOT_GONE_ON_FROM:
        go_to(scene, found)
        if first:
            head_paragraph(scene, found, time)
    return found


def _is_same_again(scene: Scene, time: Time, found: Period) -> bool:
    """Whether "this year" is the month told, of this year: "fell by 0.4% this year, compared with" 1% a year ago."""
    told = scene.times.period
    relative = time.form == "year" and time.groups.get("relative") and time.names_year is None
    return bool(relative) and is_abroad(scene) and told is not None and told.months == 1 and is_within(told, found)


_NOT_GONE_ON_FROM = frozenset({"day", LONG_AGO, "since_year"})  # "the fourth quarter in a row since 2017"


def _gone_back_to(scene: Scene, time: Time) -> Period | None:
    """The period told before that has as many months as "the quarter" or "the six months" go back to."""
    quarter = time.form == "this_period" and time.groups.get("what") == "quarter"
    if not quarter and time.form != "so_many_months":
        return None
    months = QUARTER if quarter else small_number(time.groups.get("k") or "", time.language)
    told = (scene.times.period, scene.times.flow_period, scene.times.document_period)
    return next((one for one in told if one is not None and one.months == months), None)


def _over(scene: Scene, time: Time, period: Period | None) -> Period | None:
    """A year, or its end, that a result tells of without naming it is over: "at year-end", in a text of March."""
    day = scene.times.calendar.published
    if (
        period is None
        or period.last is None
        or day is None
        or scene.plans.status is not Status.A
        or time.form != "year"
    ):
        return period
    named = time.names_year is not None or time.groups.get("relative") or time.groups.get("before")
    is_told = scene.times.period is not None and scene.times.period.year == period.year
    if named or is_told or period.last <= day:
        return period
    return period.in_year(day.year - 1)


def _in_year_told(scene: Scene, time: Time, period: Period | None) -> Period | None:
    """A part of a year that is told without its year, in a sentence on a year: "in 2022 ...; ... in December"."""
    told = scene.times.sentence_period
    if period is None or told is None or told.months != YEAR or told.year is None or period.year is None:
        return period
    part = (period.months or 0) < YEAR and time.form in _PARTS and period.year - told.year == 1
    return period.in_year(told.year) if part and time.names_year is None and not time.groups.get("relative") else period


_PARTS = frozenset({"month", "quarter", "half", "months", "first_months", "first_quarters"})


def _ahead(scene: Scene, time: Time, period: Period) -> Period:
    """A part of a year that is told of a plan without its year is the next: "42 projects will start in May"."""
    day, last = scene.times.calendar.published, period.last
    if day is None or last is None or last >= day:
        return period
    named = time.names_year is not None or time.groups.get("relative") or time.form in ("previous", "year")
    return period if named or last.year < day.year - 1 else period.in_year(period.first_year + 1)


def periods_of_list(scene: Scene, times: Sequence[Time]) -> list[Period]:
    """The periods of a list of times, each of its figure: "in 2016, 2017 and 2018, exports grew 5, 6 and 7 percent"."""
    found = [resolve(time, scene.times.calendar, scene.times.period) for time in times]
    return [period for period in found if period is not None]


def ends_of(period: Period | None, *, named: bool) -> tuple[Period, Period] | None:
    """The years that a series goes from and to: the first and the last that are `named`, else from that before them."""
    if period is None or period.year is None or period.months is None or period.months % YEAR or period.months == YEAR:
        return None
    return Period.of(period.first_year - (not named)), Period.of(period.year)


def quarter_to(period: Period | None) -> Period | None:
    """The three months to the month in which a growth over the three months before is told."""
    month = None if period is None or period.months != 1 else period.last_month()
    first = None if month is None else month.preceding().preceding()
    return period if month is None or first is None else first.through(month)


def month_of(period: Period) -> Period:
    """The last of several months, which is meant where something is told against the month before."""
    return period.last_month() if 1 < (period.months or 1) < YEAR else period


def looks_back(clues: Clues) -> bool:
    """Whether a figure is of the other period that a comparison names: "compared with 5.5%", "from 36"."""
    return clues.other_period or Says.FROM in clues.says


def period_looked_back_to(
    clues: Clues, tokens: Iterable[Token], period: Period | None, usual: Comparison | None = None
) -> Period | None:
    """The period of a figure that something is compared with, by the comparison: "up from 14,900 a year before".

    `usual` is what was compared with last, where the sentence does not say it again.
    """
    if period is None:
        return None
    comparison = clues.comparison or next((c for t in tokens if (c := comparison_of(t)) is not None), usual)
    return period_before(period, comparison)


def period_before(period: Period | None, comparison: Comparison | None) -> Period | None:
    """The period with which a comparison compares, where it names one."""
    if period is None:
        return None
    try:
        if comparison is Comparison.YEAR_ON_YEAR:
            return period if period.year is None else period.in_year(period.first_year - 1)
        if comparison in (Comparison.MONTH_ON_MONTH, Comparison.QUARTER_ON_QUARTER):
            return period.preceding()
    except ModelError:  # no whole months, or no such day in the year before
        pass
    return period


def day_of(done: Sequence[Reading]) -> Period | None:
    """The day of which the figure told last was, with which what only moved goes on: "67 million on July 22, up" 3%."""
    period = done[-1].period if done else None
    return period if period is not None and period == period.last_day() != period.last_month().last_day() else None
