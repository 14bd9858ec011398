"""What is shown first of a report is the report's own, and fit to be shown together."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.digest.bulletins import alike

from shandong_econ import digest, parse
from shandong_econ.digest.figures import series_of
from shandong_econ.digest.headlines import MOST_HEADLINES
from shandong_econ.digest.sentence import LONGEST
from shandong_econ.lexicon import indicators, units
from shandong_econ.model import Ground, Grounds, How, Indicator, Measure, Observation, Period, Report, Span, Status
from shandong_econ.testing import strategies


def shown(report: Report) -> list[digest.Figure]:
    """Every figure that a digest shows."""
    bars = digest.growth(report)
    return [
        *(figure for one in digest.headlines(report) for figure in one.figures),
        *(bars.figures if bars else ()),
        *(share.figure for whole in digest.shares(report) for share in whole.shares if share.figure),
        *(figure for one in digest.series(report) for figure in one.figures),
    ]


@given(alike() | strategies.reports())
def test_every_figure_is_the_reports(report: Report) -> None:
    """Whatever is shown of any report is the figure of that number in it, and a result."""
    for figure in shown(report):
        assert report.observations[figure.number] is figure.observation
        assert figure.observation.status is Status.A


@given(strategies.reports() | alike(), st.sampled_from(["en", "zh"]))
def test_everything_has_words(report: Report, language: str) -> None:
    """Every figure of any report has a name and an amount that can be seen, and a period that it has has words."""
    assert digest.report_title(report).strip()
    for observation in report.observations:
        assert digest.indicator_name(observation, language).strip()
        assert any(char.isdigit() for char in str(digest.amount(observation, language)))
        told = digest.amount(observation, language).value
        assert told.as_tuple()[:2] == observation.value.as_tuple()[:2]  # no digit is lost
        assert str(digest.change(observation, language))
        assert digest.comparison_in_words(observation.comparison, language)
        assert (digest.area_name(observation.area, language) is None) is (observation.area is None)
        if observation.period is not None:
            assert digest.period_in_words(observation.period, language)


@given(alike())
def test_headlines_are_of_one_series_each(report: Report) -> None:
    """There are twelve headlines at most, each of a series of its own, whose level and growth have the same period."""
    found = digest.headlines(report)
    assert len(found) <= MOST_HEADLINES
    for one in found:
        assert len({(f.observation.period, f.observation.indicator, f.observation.area) for f in one.figures}) == 1
    names = [(o.indicator or o.label, o.area, o.entity) for o in (one.observation for one in found)]
    assert len(set(names)) == len(names)


@given(alike())
def test_no_headline_is_of_a_series_that_is_carried(report: Report) -> None:
    """A figure of a headline names its series, or stands beside one of the same series whose words name both."""
    for one in digest.headlines(report):
        key = (series_of(one.observation), one.observation.period, Status.A)
        mates = [o for o in report.observations if (series_of(o), o.period, o.status) == key]
        grounds = [o.grounds.series for o in mates if o.grounds]
        named = {ground.span for ground in grounds if ground and ground.how is not How.CARRIED}
        for figure in one.figures:
            ground = figure.observation.grounds.series if figure.observation.grounds else None
            assert ground is None or ground.how is not How.CARRIED or (ground.span and ground.span in named)


def test_a_growth_stands_beside_the_level_whose_words_name_it() -> None:
    """A growth in the clause after the level is shown with it; one that is carried from elsewhere is not, nor alone."""
    named, elsewhere = Span(0, 3), Span(40, 43)

    def figure(how: str, span: Span, **more: Any) -> Observation:
        return Observation(value=Decimal(3), label="GDP", grounds=Grounds(series=Ground(how, span)), **more)

    level = figure("stated", named)
    for span, shown_together in ((named, True), (elsewhere, False)):
        growth = figure("carried", span, measure="growth")
        (one,) = digest.headlines(Report(observations=[level, growth]))
        assert [each.observation for each in one.figures] == [level, growth][: 1 + shown_together]
        assert digest.headlines(Report(observations=[growth])) == ()


@given(alike())
def test_bars_can_be_held_against_each_other(report: Report) -> None:
    """Bars are growth in percent, of two series or more in one comparison and period, the fastest first."""
    bars = digest.growth(report)
    if bars is None:
        return
    observations = [figure.observation for figure in bars.figures]
    assert len({o.indicator or o.label for o in observations}) == len(observations) > 1
    assert {(o.comparison, o.period, o.measure) for o in observations} == {
        (bars.comparison, bars.period, Measure.GROWTH)
    }
    amounts = [o.amount for o in observations]
    assert amounts == sorted(amounts, reverse=True)


@given(alike())
def test_shares_make_a_whole(report: Report) -> None:
    """The shares of a whole and its rest add up to 100 percent, and none is less than nothing."""
    for whole in digest.shares(report):
        percents = [share.percent for share in whole.shares]
        assert sum(percents) == 100
        assert min(percents) >= 0
        told = [share.figure.observation for share in whole.shares if share.figure]
        assert {(o.relative_to, o.period, o.measure) for o in told} == {(whole.name, whole.period, Measure.SHARE)}


@given(alike())
def test_a_series_goes_on_in_time(report: Report) -> None:
    """The periods of a series follow each other and are equally long, and its levels are in one unit."""
    for one in digest.series(report):
        periods = [figure.observation.period for figure in one.figures]
        assert len(periods) > 1
        assert all(a is not None and b is not None and a < b for a, b in pairwise(periods))
        assert len({(p.months, p.year_is_open) for p in periods if p}) == 1
        assert len({f.observation.unit for f in one.figures}) == 1


@given(strategies.texts(), strategies.spans())
def test_a_sentence_is_cut_from_the_text(text: str, span: Span) -> None:
    """The sentence of a figure stands in the text where it says, and the figure in it begins where its span does."""
    told = digest.sentence(Report(text=text), Observation(value=Decimal(1), span=span))
    if told is None:
        return
    assert told.place.cut(text) == told.text
    assert len(told.text) <= LONGEST
    assert told.place.start + told.start == span.start
    number = told.text[told.start : told.end]
    assert number
    assert text[span.start : span.end].startswith(number)


@pytest.mark.parametrize("filler", ["word ", "字", "Up. ", "。"])
def test_a_sentence_does_not_depend_on_what_is_far_away(filler: str) -> None:
    """A figure in a text of any length has the sentence that it has alone."""
    alone = "GDP grew 4.5% in May."
    text = f"{filler * 50_000}\n{alone}\n{filler * 50_000}"
    start = text.index("4.5%")
    told = digest.sentence(Report(text=text), Observation(value=Decimal("4.5"), span=Span(start, start + 4)))
    assert told is not None
    assert (told.text, told.start, told.cut_before, told.cut_after) == (alone, alone.index("4.5%"), False, False)


def test_a_long_sentence_is_cut_round_the_figure() -> None:
    """Of a sentence that is too long there is as much as is shown, the figure in it, and it says where it is cut."""
    text = "word " * 400 + "4.5% " + "word " * 400
    start = text.index("4.5%")
    told = digest.sentence(Report(text=text), Observation(value=Decimal("4.5"), span=Span(start, start + 4)))
    assert told is not None
    assert (told.text[told.start : told.end], told.cut_before, told.cut_after) == ("4.5%", True, True)
    assert len(told.text) == LONGEST


@pytest.mark.parametrize(
    ("period", "en", "zh"),
    [
        ("2022", "2022", "2022年"),
        ("2022-S1", "First half of 2022", "2022年上半年"),
        ("2022-Q3", "Third quarter of 2022", "2022年三季度"),
        ("2022-01-01/P9M", "Jan–Sep 2022", "2022年前三季度"),
        ("2022-03-01/P3M", "Mar–May 2022", "2022年3—5月"),
        ("2022-05-31", "End of May 2022", "2022年5月末"),
        ("2022-06-20", "20 Jun 2022", "2022年6月20日"),
        ("XXXX-01-01/P5M", "Jan–May", "1—5月"),
        ("XXXX", "The year", "全年"),
        ("2016-01-01/P5Y", "2016–2020", "2016—2020年"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("0001", "0001", "0001"),
    ],
)
def test_a_period_in_words(period: str, en: str, zh: str) -> None:
    """A period is named as briefly as a table wants it, and one that has no name is its TIME_PERIOD."""
    assert digest.period_in_words(Period.parse(period), "en") == en
    assert digest.period_in_words(Period.parse(period), "zh") == zh


BULLETIN = """2022年一季度山东省经济运行情况

一季度，全省地区生产总值19926.8亿元，同比增长5.2%。规模以上工业增加值同比增长6.4%，其中3月份增长5.8%。\
制造业投资增长12.1%。“四新”经济投资占全部投资的比重为52.8%。居民消费价格同比上涨0.8%，其中3月份上涨1.1%。\
社会消费品零售总额8007.2亿元，下降0.5%。2021年一季度末，全省常住人口10169.99万人；2022年一季度末为10170.1万人。
"""


def test_a_bulletin() -> None:
    """Of a bulletin the headlines are the totals of its own period, in its order, a level with its growth beside it."""
    report = parse(BULLETIN)
    told = [
        (
            digest.indicator_name(one.observation, "zh"),
            str(digest.amount(one.level.observation, "zh")) if one.level else None,
            str(digest.change(one.growth.observation, "zh")) if one.growth else None,
        )
        for one in digest.headlines(report)
    ]
    assert told[:5] == [
        ("地区生产总值", "19,926.8亿元", "同比 +5.2%"),
        ("规模以上工业增加值", None, "同比 +6.4%"),
        ("制造业投资", None, "同比 +12.1%"),
        ("居民消费价格", None, "同比 +0.8%"),
        ("社会消费品零售总额", "8,007.2亿元", "同比 -0.5%"),
    ]
    bars = digest.growth(report)
    assert bars is not None
    assert [str(figure.observation.value) for figure in bars.figures] == ["12.1", "6.4", "5.2", "0.8", "-0.5"]
    (whole,) = digest.shares(report)
    assert [str(share.percent) for share in whole.shares] == ["52.8", "47.2"]
    (population,) = digest.series(report)
    assert [str(figure.observation.value) for figure in population.figures] == ["10169.99", "10170.1"]


def test_of_many_bars_those_that_everyone_looks_for() -> None:
    """Where more indicators have grown than a chart can show, those that every reader looks for are among the bars."""
    grown = [
        Observation(indicator=one, measure=Measure.GROWTH, value=Decimal(1), unit=units()["PT"])
        for one in indicators().values()
    ]
    bars = digest.growth(Report(observations=grown))
    assert bars is not None
    codes = [figure.observation.indicator.code for figure in bars.figures if figure.observation.indicator]
    assert len(codes) == 16
    assert {"GDP", "IVA_ASD", "FAI"} < set(codes)
    assert "GNI" not in codes


def test_parts_that_overlap_stand_apart() -> None:
    """Parts of one whole that add up to more than it are each shown with the rest of it."""
    parts = [
        Observation(indicator=Indicator(code), measure=Measure.SHARE, value=Decimal(value), unit=units()["PT"],
                    relative_to="total") for code, value in (("A", 60), ("B", 45))
    ]  # fmt: skip
    assert [[share.percent for share in whole.shares] for whole in digest.shares(Report(observations=parts))] == [
        [60, 40],
        [45, 55],
    ]
