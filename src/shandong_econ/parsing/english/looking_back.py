"""What a figure is set beside as it was at another time: "as against 20.2 million in 2018, a rise of 19 percent"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise, permutations, takewhile

from shandong_econ.model import Comparison, Measure, Period, Status
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.role_classes import MORE
from shandong_econ.parsing.english.swings import is_result
from shandong_econ.parsing.english.times import period_before, period_looked_back_to
from shandong_econ.parsing.english.word_kinds import is_light, is_verb, word_set
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, comparison_of, has_role
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import between
from shandong_econ.parsing.resolving.over import MOVED, SHORT
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import PERCENT

_RATES = PERCENT | {"IX", "RO"}
_AMOUNTS = frozenset({Measure.LEVEL, Measure.SHARE, Measure.RATIO})


def measured_over(lead: Sequence[Token], last: Reading | None) -> bool:
    """Whether an amount is what a growth just told is over: "surged by 133 percent over the | 390 billion yuan"."""
    lead = [token for token in lead if token.mark != "," and "link.list" not in token.roles]
    if last is None or last.measure is not Measure.GROWTH or len(lead) < 2:
        return False
    if lead[-1].word in word_set("over.than_the"):
        return True  # "slower than the | 5.6 percent of the first half"
    leads = lead[0].word in word_set("over.before") and lead[1].word in word_set("over.articles")
    return leads and not any(is_verb(token) or token.mark for token in lead[2:])  # "short of its | target of"


def outdoes(lead: Sequence[Token], trail: Sequence[Token], clues: Clues) -> bool:
    """Whether an amount is what was outdone or missed, as it was then: "exceeding the | 82 billion yuan of 2020"."""
    if len(lead) < 2 or lead[-1].word not in word_set("over.articles"):
        return False
    if lead[-2].word in word_set("ahead.outdone") and (clues.own_time or clues.base) is not None:
        return True
    sets_beside = "comparison.than" in lead[-2].roles and not MORE.isdisjoint(lead[-2].roles)
    return sets_beside and _is_of_time(trail)


def _is_of_time(trail: Sequence[Token]) -> bool:
    """Whether words tell whose an amount is as that of a time: "of | a year earlier"."""
    if len(trail) < 2 or "share.of" not in trail[0].roles:
        return False
    return trail[1].time is not None or comparison_of(trail[1]) is not None


def look_back(sentence: Progress, clues: Clues, reading: Reading, *, stated: bool) -> None:
    """Takes what something is compared with for what it was then, as it was, and the comparison from there."""
    last = sentence.done[-1] if sentence.done else None
    if clues.own_time is not None and sentence.scene.times.is_over(reading.period):
        reading.status = Status.A  # "a target of 10 percent, compared with the 3.5 percent achieved last year"
    scene = sentence.scene
    named = clues.base is not None and clues.base.is_base_only and clues.own_time is None
    if named and clues.base is not None and reading.measure is Measure.GROWTH and last is not None:
        # "rose 7.1 percent, compared with 6.2 percent in the same quarter of 2018"
        reading.period = resolve(clues.base, scene.times.calendar, scene.times.period)
        reading.comparison, reading.base = last.comparison or scene.usual_comparison(), None
    elif reading.measure in MOVED and _is_compared(sentence, clues, reading, stated=stated):
        # "eased to 1.2% from 1.4% a month before", "fell by 3 pence, compared with a rise of 2 a year ago"
        if last is not None:
            last = _move_told(sentence, reading) or last
        if last is not None and last.measure is reading.measure:
            reading.period = period_looked_back_to(clues, sentence.tokens, reading.period)
            if _moved_in_month(sentence, clues, last):
                last.comparison = Comparison.MONTH_ON_MONTH
            reading.comparison = last.comparison
    elif reading.measure is Measure.GROWTH and clues.own_time is None and _is_whence(sentence, clues, reading):
        # "turned from a fall of 1.5 percent to a rise", "down from" 2.7%
        aimed = last is not None and last.status is Status.T  # "lowered its growth target to 9 percent from" 10
        reading.status = Status.T if aimed else reading.status
        reading.period = _told_before(scene.recent, reading) or _before(reading.period)
    elif reading.measure in _AMOUNTS:
        reading.status = Status.A
        if clues.own_time is None:
            is_rate = reading.unit in _RATES and Says.FROM in clues.says  # "dropped to 39.7% from 46.1%"
            usual = sentence.scene.last_comparison() if is_rate else None
            swings = Says.FROM in clues.says and is_result(reading.subject.label)  # "from a profit of 3 million"
            if usual is None and (swings or sentence.scene.plans.status is Status.T):
                usual = Comparison.YEAR_ON_YEAR  # "spend 2.7 percent of GDP on R&D, up from 2.6 percent"
            told = sentence.said.main or last  # "up from 71% in April | and from 70% a year earlier"
            same = told is not None and _kind(told) == _kind(reading)
            now = told.period if same and told is not None else reading.period  # "as of June 30, from 57 a year ago"
            told_so = None if clues.comparison else _told_before(scene.recent, reading)
            base = told_so or _base_told(sentence, clues, figure_from=Says.FROM in clues.says)
            reading.period = base or period_looked_back_to(clues, sentence.tokens, now, usual)
        _compare_with(sentence, clues, reading, last)


def _move_told(sentence: Progress, reading: Reading) -> Reading | None:
    """The move of a sentence that is told like another, before an amount that it led to."""
    return next((one for one in reversed(sentence.done) if _kind(one) == _kind(reading)), None)


def _kind(reading: Reading) -> tuple[str, str | None, Measure]:
    return reading.subject.label, reading.subject.series.code, reading.measure


def _is_compared(sentence: Progress, clues: Clues, reading: Reading, *, stated: bool) -> bool:
    """Whether a growth is that of a time which a comparison tells, and not "the annual rate" by its name."""
    if clues.comparison is None or clues.own_time is not None or not (stated or Says.FROM in clues.says):
        return False
    whence = "from" in (token.word for token in sentence.tokens if token.end <= reading.figure.start)
    behind = (token for token in sentence.tokens if token.start >= reading.figure.end)
    near = takewhile(lambda token: not token.mark and token.figure is None, behind)
    return Says.FROM not in clues.says or not whence or any(comparison_of(token) is not None for token in near)


def _is_whence(sentence: Progress, clues: Clues, reading: Reading) -> bool:
    """Whether a growth is that from which the one just told came."""
    before = [token for token in sentence.tokens if token.end <= reading.figure.start and not is_light(token)]
    return not clues.revised and (Says.FROM in clues.says or has_role(before[-1:], "comparison.down_from"))


def _moved_in_month(sentence: Progress, clues: Clues, last: Reading) -> bool:
    """Whether prices of another country are told to have moved as they did "a year ago", which is in a month."""
    moved = bool(clues.noun or clues.verb) and clues.comparison is Comparison.YEAR_ON_YEAR and not last.told_base
    of_prices = families().get(sentence.scene.base or "") == "prices" and is_abroad(sentence.scene)
    return moved and of_prices and last.period is not None and last.period.months == 1


def _before(period: Period | None) -> Period | None:
    """The month or the year before; months that add up have none."""
    return period.preceding() if period is not None and period.months in (1, 12) else period


def _told_before(recent: Sequence[Reading], figure: Reading) -> Period | None:
    """The time from which another series was said to have moved: "up from 4.7% in May. For firms it is up from" 4%."""
    for then, last in chain.from_iterable(map(permutations, pairwise(reversed(recent)))):
        back = last.measure is then.measure is figure.measure and last.subject == then.subject != figure.subject
        if not (back and then.told and then.period and last.period == figure.period) or last.period is None:
            continue
        same = then.period.year_is_open is last.period.year_is_open and then.comparison is figure.comparison
        if same and then.period.last_day() < last.period.last_day():
            return then.period
    return None


def is_told_from(sentence: Progress, reading: Reading) -> bool:
    """Whether an amount is of the time from which another was said to have moved."""
    return any(one.told and one.period == reading.period for one in sentence.scene.recent)


def _was_year_ago(tokens: Sequence[Token], time: Time | None) -> bool:
    """Whether a month without its year is said to be that of the year before: "19.1% in October a year ago"."""
    if time is None or time.form != "month" or time.names_year:
        return False
    pairs = pairwise(tokens)
    after = next(
        (token for before, token in pairs if before.time is not None and before.time.start == time.start), None
    )
    if after is None or "recall.times" not in after.roles:
        return False
    return comparison_of(after) is Comparison.YEAR_ON_YEAR


def _base_told(sentence: Progress, clues: Clues, *, figure_from: bool) -> Period | None:
    """The time looked back to, by its name, or as that from which the move just told is measured."""
    scene, last = sentence.scene, sentence.done[-1] if sentence.done else None
    if clues.base is not None and clues.base.is_base_only:
        return resolve(clues.base, scene.times.calendar, scene.times.period)  # "against 20% in the same period of 2022"
    if not figure_from or last is None or last.measure not in MOVED or last.comparison not in SHORT:
        return None
    return last.base or period_before(last.period, last.comparison)  # "between Q2 and Q3, from 47 billion"


def _compare_with(sentence: Progress, clues: Clues, reading: Reading, last: Reading | None) -> None:
    """Takes the time of an amount looked back to for the base of the growth just told, and of the next one."""
    if last is None or (clues.own_time is None and clues.comparison is None):
        return
    named = clues.own_time is not None
    comparison = clues.comparison if not named and clues.comparison else between(reading.period, last.period)
    base = reading.period if named else None
    if named and comparison in SHORT and is_abroad(sentence.scene) and last.measure is reading.measure:
        # "a deficit of 2.6 billion, compared with 0.7 in May. Exports fell by"
        sentence.scene.comparing.comparison = sentence.scene.comparing.comparison or comparison
    untold = last.base is None and not last.told_base and sentence.said.comparison is None
    if last.measure in MOVED and named and untold and not clues.outdone:
        last.comparison, last.base = comparison, base  # "climbed 40 percent from 12 billion yuan in 2015"
    sentence.said.looked_back = (comparison, base)


def compare_with_looked_back(sentence: Progress, clues: Clues, reading: Reading, *, stated: bool) -> None:
    """Measures "a rise of 19.3 percent" against the amount just looked back to; dates "in October a year ago"."""
    if _was_year_ago(sentence.tokens, clues.own_time):
        reading.period = period_before(reading.period, Comparison.YEAR_ON_YEAR)
    told = sentence.said.looked_back
    if told is not None and not stated and clues.base is None and not clues.words and reading.measure in MOVED:
        reading.comparison, reading.base = told
