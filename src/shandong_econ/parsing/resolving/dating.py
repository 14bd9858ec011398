"""The time of a figure that tells none, by what it is of: a flow beside stocks, a stock after a flow, a harvest."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Measure, Period, Status
from shandong_econ.parsing.finding.series import is_stock
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.natures import adds_up, is_of_another_unit
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import RATES

_HARVESTED = frozenset({"MU", "HA", "KG_MU", "KG_HA"})
HEAD_NOUN = 2  # characters


def date_by_nature(scene: Scene, reading: Reading) -> None:
    """Dates a figure that tells no time by what it is of: a flow, a stock, a harvest, a plan."""
    if reading.period is None:
        return
    last = scene.last
    if last is not None and last.period is not None and _is_of_amount(reading, last):
        reading.period = last.period
        return
    _date(scene, reading, reading.period)
    if reading.period != scene.times.sentence_period and _is_harvest(scene, reading, reading.period):
        reading.period = Period.of(reading.period.year)  # a crop is of its year, in a text on half of it too


def _is_of_amount(reading: Reading, last: Reading) -> bool:
    """Whether a growth is of the amount told just before, and of all its time: 截至20日，销售额…，增长…; 3日单日…."""
    told = last.subject == reading.subject and last.measure is Measure.LEVEL and last.status is reading.status
    grows = reading.measure in (Measure.GROWTH, Measure.MULTIPLE, Measure.SHARE)
    if not (told and grows) or last.period is None or last.period.last_day() != reading.period:
        return False
    return last.period != reading.period or adds_up(last.subject, last.unit)


def is_to_add_up(reading: Reading) -> bool:
    """Whether a figure is what is to come together by the end of a year."""
    period = reading.period
    ends = period is not None and not period.year_is_open and period == Period.of(period.year).last_day()
    return ends and reading.status is not Status.A and adds_up(reading.subject, reading.unit)


def is_of_scene(reading: Reading) -> bool:
    """Whether a figure is of what happened on a day, not a statistic: 8月30日，一艘船载着3820辆汽车驶离港口."""
    series = reading.subject.series
    return series.code is None and series.base is None and reading.status is Status.A


def is_to_come(scene: Scene, period: Period | None) -> bool:
    """Whether a period begins after the day of publication."""
    day = scene.times.calendar.published
    return day is not None and period is not None and period.first is not None and period.first > day


def _is_harvest(scene: Scene, reading: Reading, period: Period) -> bool:
    """Whether a figure is of a crop that is harvested once a year: 夏粮亩产446公斤; 夏粮播种面积…，单产…."""
    label = reading.subject.label
    part = period.year is not None and period.last_day() != period and period.months != YEAR
    if not part or not (reading.unit in _HARVESTED or label.endswith(word_list("zh", "harvest.amounts"))):
        return False
    told, bare = label, word_list("zh", "harvest.amounts")
    if label in bare:  # 夏粮播种面积…，单产…，总产量…
        told = next((r.subject.label for r in reversed(scene.recent) if r.subject.label not in bare), label)
    return holds_any(told, "zh", "harvest.crops")


def _date(scene: Scene, reading: Reading, period: Period) -> None:
    """The time of a flow beside stocks, of a stock after a flow, and of a plan, where the figure tells none."""
    this_year = scene.times.calendar.this_year
    of_firm = scene.owners.entity is not None and not scene.owners.entity.keeps_codes
    of_firm = of_firm and reading.status is Status.A  # it tells no statistics of the year so far, but what it expects
    told_so = period == scene.times.sentence_period  # 截至6月末 of the sentence itself
    in_report = scene.position.in_report and _names_flow(reading)  # in which 年末 heads what came in the year too
    comes_in = adds_up(reading.subject, reading.unit) or in_report or (_flows(reading) and not told_so)
    now = period.last is not None and period.last == scene.times.calendar.published  # 目前，…产业产值达8亿元
    if period.last_day() == period and not (of_firm or now) and comes_in:
        reading.period = scene.flow_until(period)
    elif (day := _day_of_stock(scene, reading, period)) is not None:
        reading.period = day
        scene.times.period = day if day == scene.times.days.counted_at else scene.times.period
    elif _goes_on_at_day(scene, reading, period):
        reading.period = scene.recent[-1].period
    elif _is_ahead(scene, reading, period) and this_year is not None and (period.year or 9999) < this_year:
        reading.period = Period.of(this_year)
    elif (
        reading.status is not Status.A
        and this_year is not None
        and period.year == this_year
        and period != scene.times.sentence_period
        and scene.times.is_of_year(period)
    ):
        reading.period = Period.of(this_year)  # what is planned after months that are over, or for the end of the year


def _is_ahead(scene: Scene, reading: Reading, period: Period) -> bool:
    """Whether a figure is a target, or a forecast of another time than its sentence tells."""
    expected = reading.status is Status.F and not scene.plans.in_review
    return reading.status is Status.T or (expected and period != scene.times.sentence_period)


def _day_of_stock(scene: Scene, reading: Reading, period: Period) -> Period | None:
    """The day at which a stock is counted that is told after what came in the time: 6月末…，上半年新增…，余额…."""
    times, subject, end = scene.times, reading.subject, period.last_day()
    by_name = subject.label.endswith(word_list("zh", "flow.balances"))
    if reading.measure is Measure.STREAK or _flows(reading) or not (by_name or is_stock(subject.series)):
        return None
    if is_of_another_unit(subject, reading.unit):
        return None
    if times.sentence_period is not None:
        return end if end == times.sentence_period and reading.measure is not Measure.CHANGE else None
    counted = times.days.counted_at == end and is_stock(subject.series)
    return end if counted or (times.paragraph_period is None and times.stock_day == end) else None


def _goes_on_at_day(scene: Scene, reading: Reading, period: Period) -> bool:
    """Whether a figure is another like that told last, which was counted at a day: 年末公路里程…；铁路里程…."""
    last = scene.last
    if last is None or last.period != period.last_day() or last.unit != reading.unit or _flows(reading):
        return False
    head = reading.subject.label[-HEAD_NOUN:]
    alike = scene.position.in_part or (len(head) == HEAD_NOUN and last.subject.label.endswith(head))
    return alike and last.measure is reading.measure is Measure.LEVEL and reading.unit not in RATES


def _flows(reading: Reading) -> bool:
    """Whether a figure beside stocks tells what came in the time before: 住户贷款增加612亿元, 新增装机98万千瓦."""
    if reading.measure is Measure.CHANGE:
        return reading.comparison is None and reading.unit not in RATES and is_stock(reading.subject.series)
    return _names_flow(reading) or reading.subject.label.startswith(new_words())


@cache
def new_words() -> tuple[str, ...]:
    """The words of two characters or more that say that things are new."""
    return tuple(word for word in word_list("zh", "strip.new") if len(word) > 1)


def _names_flow(reading: Reading) -> bool:
    """Whether its name says that it comes in a time, though it is told beside stocks: 年末存栏…。牛出栏…."""
    label = reading.subject.label.lower()
    made = reading.measure is Measure.LEVEL and holds_any(label, "en", "stock.made")
    return made or label.endswith(word_list("zh", "flow.words"))
