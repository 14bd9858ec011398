"""What a growth or a change is over: what its words say, what a list or a heading has made usual, the year before."""

from __future__ import annotations

from shandong_econ.lexicon.words import relative_years, word_list
from shandong_econ.model import Comparison, Measure, Period, Status
from shandong_econ.parsing.finding.series import families, is_stock
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import between, by_base, ends_quarters, is_then, period_of_base
from shandong_econ.parsing.resolving.lengths import QUARTER
from shandong_econ.parsing.resolving.moves_between import BETWEEN_SAME, MOVES
from shandong_econ.parsing.resolving.natures import is_inflation
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.several_years import is_of_years
from shandong_econ.parsing.resolving.told_before import told
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT, PERCENT

MOVED = frozenset({Measure.GROWTH, Measure.CHANGE})
SHORT = frozenset({Comparison.MONTH_ON_MONTH, Comparison.QUARTER_ON_QUARTER})
"""What a list keeps comparing with: the year before goes without saying."""

GOES_ON = SHORT | {Comparison.YEAR_ON_YEAR, Comparison.SINCE_START_OF_YEAR}
"""What the change of a part is over too, if it says none: 比年初增加80亿元，其中住户存款增加51亿元."""


RANK = "rank"  # what a move up or down a list is a change of


def keep_comparing(scene: Scene, clues: Clues, reading: Reading) -> None:
    """Takes what a growth says that it is over for the further members of its list: CPI环比上涨…，食品上涨….

    A count of rises and falls heads a list as well, but not a change of a growth: 涨幅比上月扩大….
    """
    if clues.comparison is None and clues.base is None:
        return
    if reading.comparison in GOES_ON and reading.unit != "PPT" and reading.relative_to != RANK:
        scene.comparing.stated = (reading.comparison, reading.base)
    if reading.measure is Measure.CHANGE:
        return
    over = reading.comparison or clues.comparison
    last = scene.last
    beside = last is not None and last.subject == reading.subject and last.comparison is Comparison.YEAR_ON_YEAR
    scene.comparing.kept = over if over in SHORT and not beside else None  # 同比上涨0.2%，环比上涨0.4%。其中，食品……
    scene.comparing.kept_in_prices = families().get(reading.subject.series.base or "") == "prices"


def _change_of(subject: Subject, scene: Scene) -> Reading | None:
    """The change of an amount told just before of the same subject, against what it names."""
    last = scene.last
    changed = last is not None and last.measure is Measure.CHANGE and last.unit != "PPT" and last.relative_to is None
    return last if changed and last is not None and last.comparison is not None and last.subject == subject else None


def _start(r: Reading, clues: Clues, scene: Scene) -> Period | None:
    """When that began which a growth of several years is of: 五年来…累计下降13.5%; 由929家增加到3605家，增长2.9倍."""
    amount, period = told(scene, Measure.LEVEL), scene.times.period
    same = amount is not None and amount.unit not in PERCENT and amount.subject.label == r.subject.label
    if same and scene.times.came_from is not None:
        return scene.times.came_from
    said = r.unit != "PPT" or bool(clues.times) or is_of_years(scene.times.sentence_period)
    if r.status is Status.A and said and is_of_years(period) and period is not None:
        return Period.of(period.first_year - 1)
    return None


def _goes_on(r: Reading, scene: Scene) -> bool:
    """Whether a change is over what its paragraph has told: 比上年增加60万亩。…，增加24公斤; 比上年末…。城镇化率…."""
    over = None if scene.comparing.stated is None else scene.comparing.stated[0]
    if r.measure is not Measure.CHANGE or (over is Comparison.YEAR_ON_YEAR and scene.plans.status is not Status.A):
        return False
    if over is Comparison.SINCE_START_OF_YEAR:
        return is_stock(r.subject.series)
    ranks = r.subject.label.endswith(word_list("zh", "rank.nouns"))  # 综合排名上升3位
    if scene.times.period is not None and scene.times.period.last_day() == scene.times.period:
        return False  # 产值同比增长5%。截至12月底，企业214家（净增27家）
    return over is Comparison.YEAR_ON_YEAR and r.unit not in IN_PERCENT and not ranks


def _stock_grown(r: Reading, scene: Scene) -> Reading | None:
    """The growth of a stock told last, if since the start of the year: 存款比上年末增长6%；贷款…，增长8%."""
    last = next((x for x in reversed(scene.recent) if x.measure is Measure.GROWTH), None)
    if last is None or last.comparison is not Comparison.SINCE_START_OF_YEAR or last.period != scene.times.period:
        return None
    return last if is_stock(last.subject.series) and is_stock(r.subject.series) else None


def _is_of_new(scene: Scene) -> bool:
    """Whether what was told last came in a time, so that a part of it is over none: 新增贷款…，其中…增加…."""
    amount = told(scene, Measure.LEVEL)
    return amount is not None and amount.subject.label.startswith(word_list("zh", "count.new"))


def _came_in(r: Reading, scene: Scene) -> bool:
    """Whether a stock is told to have grown by so much in a time: 月末余额…，同比增长8%；前8个月贷款增加1.2万亿元."""
    period, over = scene.times.period, None if scene.comparing.stated is None else scene.comparing.stated[0]
    in_time = period is not None and period.last_day() != period
    return in_time and over is Comparison.YEAR_ON_YEAR and r.measure is Measure.CHANGE and is_stock(r.subject.series)


def _is_effect(r: Reading, scene: Scene) -> bool:
    """Whether it is what something new has brought about, over no year: 通关时间压缩了35%, 物流成本下降8%."""
    tells = r.subject.series.code is None and not scene.position.in_report and r.status is Status.A
    return tells and scene.times.sentence_period is None and r.subject.label.endswith(word_list("zh", "effects.words"))


def is_year_before(time: Time) -> bool:
    """Whether a base is the same time of the year before, however it is told: "as over the holiday last year"."""
    years = relative_years(time.language).get(time.groups.get("relative") or "")
    return (time.form == "same_period" and time.names_year is None) or (
        time.form == "year" and (years == -1 or bool(time.groups.get("before")))
    )


def over_same(clues: Clues, scene: Scene) -> Reading | None:
    """The change told before whose time one "over the same period" has, which is no year."""
    base = clues.base
    last = next((one for one in reversed(scene.recent) if one.comparison is not None), None)
    if base is None or last is None or (base.form, base.language) != ("same_period", "en"):
        return None
    if base.names_year or base.groups.get("relative") or base.groups.get("ago"):
        return None
    return last if last.comparison in SHORT or (last.comparison is Comparison.SINCE and is_abroad(scene)) else None


def _counts_from_before(scene: Scene) -> bool:
    """Whether all that a text or a section tells of another country is over the period before."""
    return scene.comparing.by_preceding or (is_abroad(scene) and scene.comparing.told(scene.base) in SHORT)


def _is_growth_of_pay(clues: Clues, label: str) -> bool:
    """Whether "the growth in pay was" is told, which is one over a year as inflation is, not that pay grew."""
    told = [words.lower().partition(" in ")[0].partition(" for ")[0] for words in (clues.words, label)]
    grown = [words.removesuffix(f" {word_list('en', 'growth_nouns.words')[0]}") for words in told]
    pay = any(words.endswith(word_list("en", "rate.of_pay")) for words in grown)
    return pay and (clues.noun != 0 or grown != told) and Says.LEVEL_VERB in clues.says


def _tells_usual(r: Reading, clues: Clues) -> bool:
    """Whether an amount that moved says no base, and not by how much an estimate was put up or down."""
    return r.unit != "PPT" and not clues.side and (not clues.revised or bool(clues.moved))


def compare(r: Reading, clues: Clues, scene: Scene, *, default: bool = False) -> None:
    """Sets what a growth or a change is measured against."""
    if clues.comparison is not None:
        r.comparison = clues.comparison
    elif clues.base is not None and clues.base.form == BETWEEN_SAME:
        is_quarter = scene.times.period is not None and scene.times.period.months == QUARTER
        r.comparison = Comparison.QUARTER_ON_QUARTER if is_quarter else Comparison.MONTH_ON_MONTH
    elif (same := over_same(clues, scene)) is not None:
        r.comparison, r.base = same.comparison, same.base
    elif clues.base is not None:
        base = period_of_base(clues.base, scene.times.calendar, scene.times.period)
        moves = clues.base.form in MOVES  # it has both ends of the move
        period = resolve(clues.base, scene.times.calendar) if moves else scene.times.period
        r.comparison, r.base = by_base(base, clues.base, period), base
        if r.unit in COUNTED and is_abroad(scene) and ends_quarters(base, period):
            r.comparison = Comparison.QUARTER_ON_QUARTER  # jobs of a quarter are counted in its last month
        if r.comparison is Comparison.SINCE and r.measure is Measure.MULTIPLE and is_year_before(clues.base):
            r.comparison, r.base = Comparison.YEAR_ON_YEAR, None  # "as many as came over the holiday last year"
        year, now = clues.base.names_year, scene.times.calendar.this_year
        if scene.times.period is None and year is not None and now is not None and year < now - 1:
            r.comparison = Comparison.SINCE  # when is not known, but the year before it is not
    elif is_then(clues.relative) or (default and scene.comparing.other_side):
        r.comparison = Comparison.SINCE  # 与改造前相比，产值提升98%
    elif default and (is_inflation(r.subject.label) or _is_growth_of_pay(clues, r.subject.label)):
        r.comparison = Comparison.YEAR_ON_YEAR
    elif default and (amount := _change_of(r.subject, scene)) is not None:
        r.comparison, r.base = amount.comparison, amount.base  # 比年初增加120亿元，增长3.5%
    elif (default or (r.unit == "PPT" and clues.verb)) and (start := _start(r, clues, scene)) is not None:
        r.comparison, r.base = between(start, scene.times.period), start
    elif default and (stock := _stock_grown(r, scene)) is not None:
        r.comparison, r.base = stock.comparison, stock.base
    elif default and not scene.is_timeless() and not _is_effect(r, scene):
        r.comparison = scene.usual_comparison()
    elif scene.comparing.frame is not None:
        r.comparison = scene.comparing.frame
    elif (
        scene.comparing.stated is not None
        and (scene.position.in_part or (not clues.moved_thing and _goes_on(r, scene)))
        and r.relative_to not in ("growth", "share")
        and not _is_of_new(scene)
        and not _came_in(r, scene)
    ):
        r.comparison, r.base = scene.comparing.stated
    elif r.measure is Measure.CHANGE and _counts_from_before(scene) and _tells_usual(r, clues):
        r.comparison = scene.usual_comparison()
    if (
        r.comparison is Comparison.MONTH_ON_MONTH
        and scene.times.period is not None
        and scene.times.period.months == QUARTER
    ):
        r.comparison = Comparison.QUARTER_ON_QUARTER
