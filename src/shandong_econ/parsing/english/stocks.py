"""When stocks are counted that tell no day of their own: on the day on which the text has counted others."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.model import Comparison, Measure, Period, Status
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.projects import is_cost_of
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.series import is_stock, kinds
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.natures import adds_up, is_of_another_unit, is_rate
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT


def note_day_of_stock(scene: Scene, reading: Reading) -> None:
    """Keeps the day that is told of a stock, for the others: "loans stood at 5 billion yuan | on June 30"."""
    day = reading.period
    ends = day is not None and day == day.last_day() == day.last_month().last_day()
    if ends and reading.status is Status.A and reading.measure is Measure.LEVEL and is_stock(reading.subject.series):
        scene.times.stock_day = day


def date_stock(scene: Scene, reading: Reading, before: Sequence[Token]) -> None:
    """Gives a stock in a text on the months up to a day that day, if others were counted on it."""
    day, period, last = scene.times.stock_day, reading.period, scene.last
    if reading.measure is Measure.STREAK:
        if reading.unit == "MONTHS" and day is not None and period is not None and period.last_day() == day:
            reading.period = day.last_month()  # "for 26 months", of a stock on the last day of the last of them
        return
    if last is not None and last.period is not None and _goes_on(last, reading):
        came_in = reading.subject != last.subject  # "38 billion yuan more than in the like period"
        reading.period = scene.flow_until(last.period) if came_in else last.period
        return
    if day is None or period is None or reading.status is not Status.A:
        return
    if last is not None and (last.subject == reading.subject or is_cost_of(reading.subject, last.subject)):
        counted = last.period == day  # "there were 184 shops, 31 fewer than in 2019"
    elif day == scene.times.days.counted_at and has_word(before, "stock.exists"):
        counted = reading.unit in COUNTED
    elif last is not None and last.unit in COUNTED and all(t.mark or not t.roles.isdisjoint(_LINKS) for t in before):
        counted = last.period == day and reading.unit in COUNTED  # "there were 31 homes, | including 9 new ones"
    else:
        over_year = reading.comparison is Comparison.SINCE_START_OF_YEAR  # of what there is, not of what came in
        counted = (reading.measure is not Measure.CHANGE or over_year) and _counts_what_there_is(reading.subject)
        apart = reading.unit in PERCENT and is_rate(reading.subject) and all(one.period != day for one in scene.recent)
        counted = counted and not (apart or is_of_another_unit(reading.subject, reading.unit))
    if not counted:
        return
    if period != day and period.last_day() == day:
        reading.period = day


_LINKS = frozenset({"link.list", "link.of_which"})


def _goes_on(last: Reading, reading: Reading) -> bool:
    """Whether a change is of the stock told last: "stood at 5 billion on June 30, having grown by" 7 percent."""
    counted = last.period == last.period.last_day() if last.period is not None else False
    if not counted or reading.comparison is None or last.status is not reading.status:
        return False
    of_it = reading.period is None and is_stock(last.subject.series) and adds_up(reading.subject)
    return of_it or (last.subject == reading.subject and is_stock(reading.subject.series))


def counted_on(time: Time, lead: Sequence[Token]) -> Time:
    """A day that opens a sentence, as one of which that tells: "on May 1, 2010 there were", unless somebody spoke."""
    opens = time.form == "day" and len(lead) > 1 and lead[0].word in word_set("told.on") and lead[1].time is time
    if not opens or any(has_word(lead, told) for told in ("speech.verbs", "told.published", "relative.restricting")):
        return time
    how = "on" if time.names_year is None else "until"  # "on May 1 the city received" what came on that day
    return attrs.evolve(time, groups={**time.groups, how: lead[0].word})


def date_flow(reading: Reading, around: Sequence[Token]) -> None:
    """Gives what was done by a day within the year the time up to it: "by the end of June it had sold" 3,000 tons.

    `around` are the words that lead to it and trail it: 3,000 tons "had been sold by the end of June".
    """
    day = reading.period
    if day is None or day.last_day() != day or reading.status is not Status.A or str(day).endswith("12-31"):
        return
    series = reading.subject.series
    flows = adds_up(reading.subject)  # "by the end of June, 207,300 urban jobs had been created"
    if (reading.unit in COUNTED and not flows) or (series.code is not None and is_stock(series)):
        return
    done = any(token.naming is None and token.word in word_set("stock.done") for token in around)
    if flows or (
        done and reading.measure is not Measure.SHARE
    ):  # not "by May 1, 98 percent of the seeds had been sold"
        reading.period = (
            day.last_month().through(day) if day.year is None else Period.of(day.year, 1, months=1).through(day)
        )


def date_beside_flow(scene: Scene, reading: Reading) -> None:
    """Gives what is told of a flow up to a day, how it moved or how far a target was met, the time of that flow.

    And the growth of its parts: "their added value rose by 9.5 percent, in which light industry rose by 10.7".
    """
    last = scene.last
    day, period = reading.period, None if last is None else last.period
    if last is None or day is None or period is None or period == day:
        return
    both_grew = last.measure is reading.measure is Measure.GROWTH and not is_stock(reading.subject.series)
    if last.subject != reading.subject and not both_grew:
        return
    if period.last_day() == day and (adds_up(reading.subject) or reading.measure in _OF_FLOW):
        reading.period = period


_OF_FLOW = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.ACHIEVEMENT})


def date_plan(reading: Reading) -> None:
    """Gives a plan that tells no time the year of which only the last day was spoken of before."""
    day = reading.period
    if reading.status is Status.T and day is not None and day.year is not None and str(day).endswith("-12-31"):
        reading.period = Period.of(day.year)


def leave_day(words: Words, tokens: Sequence[Token]) -> None:
    """Goes on about the time up to a day of stocks where a sentence tells what was done: "they realized" 5 billion."""
    scene = words.scene
    day = scene.times.period
    if day is None or day != scene.times.stock_day or scene.plans.status is not Status.A:
        return
    if any(token.time is not None for token in tokens):
        return
    if any(token.naming is None and token.word in word_set("stock.deeds") for token in tokens):
        scene.times.period = scene.times.paragraph_period = scene.flow_until(day)


def _counts_what_there_is(subject: Subject) -> bool:
    """Whether a series counts what there is, not what was done: loans outstanding, people, herds, capacity."""
    words, code = frozenset(subject.label.lower().split()), subject.series.code
    if not words.isdisjoint(word_set("stock.flows")):
        return False
    if is_stock(subject.series):
        return True
    if code is not None and kinds()[code].unit not in COUNTED:
        return False  # the income of residents
    return not words.isdisjoint(word_set("stock.words"))


def so_far(scene: Scene, clues: Clues) -> Period | None:
    """The part of a year up to a day, where both are told: "as of Dec 15, 412 firms had been set up this year"."""
    told = [*clues.times, clues.own_time]
    years = [time for time in told if time is not None and time.form == "year" and not time.is_point]
    days = [time for time in told if time is not None and (time.is_point or time.groups.get("until"))]
    carried = _day_told(scene) if not days and clues.of_which else None
    if len(years) != 1 or len(days) > 1:
        return None
    year = resolve(years[0], scene.times.calendar, scene.times.period)
    day = resolve(days[0], scene.times.calendar, scene.times.period) if days else carried
    if year is None or day is None or year.year is None or year.year != day.year:
        return None
    return Period.of(year.year, 1, months=1).through(day)


def _day_told(scene: Scene) -> Period | None:
    """The day of which was told: "at the end of May there were 300 firms, of which 40 were founded | this year"."""
    day = scene.times.period
    return day if day is not None and day == day.last_day() and scene.plans.status is Status.A else None
