"""Law 3: what `say` says of a report is read as that report; and what it cannot say it refuses."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests import strategies
from tests.saying import sayable

import shandong_econ as se
from shandong_econ.saying import say
from shandong_econ.saying.naming import area_name
from shandong_econ.saying.phrases import phrases

LANGUAGES = ("en", "zh")


def facts(figure: se.Observation) -> se.Observation:
    """A figure without what prose leaves out: label, place in the text, words for the other side, implied base, speaker."""
    base = figure.base if figure.comparison is se.Comparison.SINCE else None
    return attrs.evolve(figure, label=None, span=None, relative_to=None, base=base, speaker=None)


def read_back(report: se.Report, language: str) -> list[se.Observation]:
    """The figures that the reader finds in what is said of a report."""
    said = say(report, language=language)
    read = se.parse(said, language=language, published=report.published, area=report.area)
    return [facts(figure) for figure in read.observations]


Excluded = Callable[[se.Observation, bool], bool]
KNOWN: dict[str, dict[str, Excluded]] = {"en": {}, "zh": {}}
"""What is said as bulletins say it and not yet read so, by name: each takes a figure and whether it opens its sentence."""


def known(language: str, name: str) -> Callable[[Excluded], Excluded]:
    def keep(excluded: Excluded) -> Excluded:
        KNOWN[language][name] = excluded
        return excluded

    return keep


@known("zh", "完成年度目标的85.3% as the first clause: the goal becomes a part of the subject, and the code is lost")
def _zh_achievement(figure: se.Observation, first: bool) -> bool:
    return figure.measure is se.Measure.ACHIEVEMENT and first


@known("zh", "低于全国超过2个百分点, 下降超过2个百分点: 超过 is taken for a gap, and the sign is lost")
def _zh_below_by_more(figure: se.Observation, first: bool) -> bool:
    points = figure.unit is not None and figure.unit.code == "PPT" and figure.comparison is None
    return points and figure.measure is not se.Measure.CONTRIBUTION and figure.qualifier is se.Qualifier.GT


@known("zh", "达40日元: the number is taken for a day")
def _zh_yen(figure: se.Observation, first: bool) -> bool:
    return figure.unit is not None and figure.unit.code == "JPY"


@known("en", "Inner Mongolia's GDP, the GDP in Lixia District: a name of several words is not taken out of the noun phrase")
def _en_long_place(figure: se.Observation, first: bool) -> bool:
    return figure.area is not None and " " in (area_name(figure.area, phrases("en")) or "")


@known("en", "ranked third in China: what it is ranked in is taken for what the next figures are about")
def _en_rank_in_china(figure: se.Observation, first: bool) -> bool:
    return figure.measure is se.Measure.RANK and figure.relative_to == "China"


@known("en", "In the year, At the end of the year: time is heard in small letters only")
def _en_open_year(figure: se.Observation, first: bool) -> bool:
    return str(figure.period) in ("XXXX", "XXXX-12-31")


@known("en", "new urban jobs rose by 53,000; the number of listed companies fell by 15: a change of a count has no unit")
def _en_change_of_count(figure: se.Observation, first: bool) -> bool:
    counted = figure.unit is not None and figure.unit.code in ("NUM", "PS")
    return figure.measure is se.Measure.CHANGE and counted and figure.indicator is not None


@known("en", "rail freight reached 29 TEUs: what is counted in containers is taken for the throughput of ports")
def _en_containers(figure: se.Observation, first: bool) -> bool:
    return figure.indicator is None and figure.unit is not None and figure.unit.code == "TEU"


@known("en", "the income ratio stood at 2.45: a ratio has no unit")
def _en_ratio(figure: se.Observation, first: bool) -> bool:
    return figure.measure is se.Measure.LEVEL and figure.unit is not None and figure.unit.code == "RO"


@known("en", "the number of new market entities reached 53: a number below a hundred that only its subject names")
def _en_small_count(figure: se.Observation, first: bool) -> bool:
    counted = figure.unit is not None and figure.unit.code in ("NUM", "PS") and figure.indicator is not None
    return figure.measure is se.Measure.LEVEL and counted and figure.unit_mult == 0 and figure.value < 100


@known("en", "the registered urban unemployment rate: registered is taken for a verb, and the surveyed rate is read")
def _en_registered(figure: se.Observation, first: bool) -> bool:
    return figure.indicator is not None and figure.indicator.code == "UNEMP_REGISTERED"


def is_known(report: se.Report, language: str) -> bool:
    """Whether a report has a figure whose sentence is not yet read."""
    pairs = list(zip(report.observations, sayable.first_of_sentence(report), strict=True))
    return any(excluded(figure, first) for excluded in KNOWN[language].values() for figure, first in pairs)


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_law_3_say_and_read(language: str, data: st.DataObject) -> None:
    """What is said of a report is read as its figures, but for labels, spans, the other side's words, implied bases, speakers."""
    report = data.draw(sayable.reports(language))
    assume(not is_known(report, language))
    assert read_back(report, language) == [facts(figure) for figure in report.observations]


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_law_3_say_and_read_or_refuse(language: str, data: st.DataObject) -> None:
    """A report that is changed in one place, into anything the model can hold, is refused or said so that it is read."""
    report = data.draw(sayable.reports(language))
    changed = data.draw(sayable.changed(report, language))
    try:
        assume(not is_known(changed, language))
        back = read_back(changed, language)
    except se.UnsayableError:
        return
    assert back == [facts(figure) for figure in changed.observations]


@pytest.mark.parametrize("language", LANGUAGES)
@given(strategies.reports())
def test_every_report_is_said_or_refused(language: str, report: se.Report) -> None:
    """Of any report that the model can hold `say` gives a text, or it raises a ValueError that says why not."""
    try:
        assert se.say(report, language=language).strip()
    except ValueError as refused:
        assert str(refused)
