"""Law 3: what `say` says of a report is read as that report; and what it cannot say it refuses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.saying import sayable
from tests.saying.kinds import figure

import shandong_econ as se
from shandong_econ.testing import strategies

LANGUAGES = ("en", "zh")
SINCE = se.Comparison.SINCE


def facts(one: se.Observation) -> se.Observation:
    """A figure without what prose leaves out: label, span, grounds, words for the other side, implied base, speaker."""
    base = one.base if one.comparison is SINCE else None
    return attrs.evolve(one, label=None, span=None, grounds=None, relative_to=None, base=base, speaker=None)


def read_back(report: se.Report, language: se.Language) -> list[se.Observation]:
    """The figures that the reader finds in what is said of a report."""
    said = se.say(report, language=language)
    read = se.parse(said, language=language, published=report.published, area=report.area)
    return [facts(one) for one in read.observations]


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_law_3_say_and_read(language: se.Language, data: st.DataObject) -> None:
    """What is said of a report is read as its figures, but for labels, spans, grounds, bases, speakers, other sides."""
    report = data.draw(sayable.reports(language))
    assert read_back(report, language) == [facts(one) for one in report.observations]


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_law_3_say_and_read_or_refuse(language: se.Language, data: st.DataObject) -> None:
    """A report that is changed in one place, into anything the model holds, is refused or said so that it is read."""
    report = data.draw(sayable.reports(language))
    changed = data.draw(sayable.changed(report, language))
    try:
        back = read_back(changed, language)
    except se.UnsayableError:
        return
    assert back == [facts(one) for one in changed.observations]


@pytest.mark.parametrize("language", LANGUAGES)
@given(strategies.reports())
def test_every_report_is_said_or_refused(language: se.Language, report: se.Report) -> None:
    """Of any report that the model can hold `say` gives a text, or it raises an UnsayableError that says why not."""
    try:
        said = se.say(report, language=language)
    except se.UnsayableError as refused:
        said = str(refused)
    assert said.strip()


# ---------------------------------------------------------------------- refusals

GROWTH = figure("GDP", "4.5", "PT", measure="growth", comparison="year_on_year")
LEVEL = figure("GDP", "4.50", "CNY")
REFUSED = {
    "the entity": attrs.evolve(LEVEL, entity="Lunan Steel"),
    "ten to the power of 7": attrs.evolve(LEVEL, unit_mult=7),
    "a negative zero": attrs.evolve(LEVEL, value=Decimal("-0.0")),
    "the number 1E+2": attrs.evolve(LEVEL, value=Decimal("1E+2")),
    "a figure without a unit": attrs.evolve(LEVEL, unit=None),
    "a multiple of '2018年'": attrs.evolve(
        LEVEL, measure=se.Measure.MULTIPLE, unit=se.units()["RO"], relative_to="2018年"
    ),
    "the unit TN of a series in CNY": attrs.evolve(LEVEL, unit=se.units()["TN"]),
    "the unit CNY of a series in CNY_PS": attrs.evolve(LEVEL, indicator=se.indicators()["INCOME_PC"]),
    "the label 'GDP'": attrs.evolve(LEVEL, indicator=None, label="GDP"),
    "the label None": attrs.evolve(LEVEL, indicator=None, label=None),
    "the indicator NO_SUCH": attrs.evolve(LEVEL, indicator=se.Indicator("NO_SUCH")),
    "the area '999999'": attrs.evolve(LEVEL, area=se.Area("999999", "Nowhere")),
    "the period 2021-07-01/P1Y": attrs.evolve(LEVEL, period=se.Period.parse("2021-07-01/P12M")),
    "the period 2150": attrs.evolve(LEVEL, period=se.Period.of(2150)),
    "the period 9999-12-31": figure("DEPOSITS", "4.50", "CNY", period="9999-12-31"),
    "GDP, a flow": attrs.evolve(LEVEL, period=se.Period.parse("2022-05-31")),
    "a growth in CNY": attrs.evolve(GROWTH, unit=se.units()["CNY"]),
    "a growth without a comparison": attrs.evolve(GROWTH, comparison=None),
    "a comparison since no period": attrs.evolve(GROWTH, comparison="since"),
    "the base 2021 of since": attrs.evolve(GROWTH, comparison="since", base=se.Period.of(2021)),
    "the base 2022-05-31 of since": figure(
        "EXPORTS", "4.5", "PT", "2022-06", measure="growth", comparison="since", base=se.Period.parse("2022-05-31")
    ),
    "3 months compared month on month": attrs.evolve(
        GROWTH, comparison="month_on_month", period=se.Period.parse("2022-Q1")
    ),
    "6 months compared month on month": attrs.evolve(
        GROWTH, comparison="month_on_month", period=se.Period.parse("2022-S1")
    ),
    "ten to the power 8 of kilograms a mu": figure("GRAIN_YIELD", "5", "KG_MU", unit_mult=8),
    "a streak of months at a day": figure("DEPOSITS", "3", "MONTHS", "2022-05-31", measure="streak"),
    "a level with a comparison": attrs.evolve(LEVEL, comparison="year_on_year"),
    "a negative share": figure("FAI", "-3", "PT", measure="share", relative_to="GDP"),
    "relative_to None": figure("FAI", "3", "PT", measure="share"),
    "relative_to '85 percent of 3'": figure("FAI", "3", "PT", measure="share", relative_to="85 percent of 3"),
    "the rank 2.5": figure("FAI", "2.5", "NUM", measure="rank"),
    "a ratio": figure("FAI", "2.5", "RO", measure="ratio"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_said_is_named(what: str, language: se.Language) -> None:
    """What a language has no words for is refused by a ValueError that names it."""
    report = se.Report(area=se.areas()["370000"], observations=[REFUSED[what]])
    with pytest.raises(ValueError, match="cannot be said") as refused:
        se.say(report, language=language)
    assert what in str(refused.value)


def test_a_branch_of_the_larger_firms_is_no_part_of_gdp_in_chinese() -> None:
    """采矿业增加值占地区生产总值 tells of all firms; of the larger ones only a name that says so does."""
    mining, all_of_them = (
        figure(code, "5.0", "PT", measure="share", relative_to="GDP") for code in ("IVA_ASD_MINING", "IVA_ASD")
    )
    with pytest.raises(se.UnsayableError, match="a share of GDP of IVA_ASD_MINING"):
        se.say(se.Report(language="zh", observations=[mining]))
    report = se.Report(language="zh", area=all_of_them.area, observations=[all_of_them])
    assert read_back(report, "zh") == [facts(all_of_them)]


def test_a_place_that_makes_one_word_with_a_series_is_refused_in_chinese() -> None:
    """全国制造业单项冠军企业 are a province's, that bear a title of the nation: the nation's cannot be told."""
    champions = figure("SINGLE_CHAMPIONS", "8", "NUM", area="100000")
    with pytest.raises(se.UnsayableError, match="制造业单项冠军企业数 of 全国"):
        se.say(se.Report(language="zh", observations=[champions]))
    jobless = figure("UNEMP_SURVEYED", "5.0", "PT", area="100000")
    report = se.Report(language="zh", area=jobless.area, observations=[jobless])
    assert read_back(report, "zh") == [facts(jobless)]


def test_figures_that_would_be_read_by_each_other_are_refused() -> None:
    """A figure that leaves its year, place or time to its neighbours cannot be said beside them."""
    for other in (
        attrs.evolve(GROWTH, area=None),
        attrs.evolve(GROWTH, period=None),
        attrs.evolve(GROWTH, period=se.Period.parse("XXXX-05")),
        attrs.evolve(GROWTH, period=se.Period.of(2015), status="T"),
    ):
        with pytest.raises(se.UnsayableError):
            se.say(se.Report(language="en", observations=[LEVEL, other]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_average_of_the_last_of_several_years_is_put_first_or_refused(language: se.Language) -> None:
    """An annual average of the year with which years told before it end would be read as that of all of them."""
    years = attrs.evolve(GROWTH, period=se.Period.parse("2018-01-01/P3Y"))
    averages = [attrs.evolve(years, comparison="annual_average", period=se.Period.of(year)) for year in (2020, 2021)]
    with pytest.raises(se.UnsayableError, match="annual average of 2020"):
        se.say(se.Report(area=GROWTH.area, observations=[years, averages[0]]), language=language)
    report = se.Report(area=GROWTH.area, observations=[averages[0], years, averages[1]])
    assert read_back(report, language) == [facts(one) for one in report.observations]


def test_what_goes_on_beyond_the_year_of_a_bulletin_is_no_result() -> None:
    """A figure of years that a bulletin is in the first of can be planned or expected, but not actual."""
    years = attrs.evolve(GROWTH, period=se.Period.parse("2014-01-01/P4Y"))
    report = se.Report(language="en", published=date(2014, 8, 7), area=GROWTH.area, observations=[years])
    with pytest.raises(se.UnsayableError, match="not actual yet"):
        se.say(report)
    planned = attrs.evolve(report, observations=[attrs.evolve(years, status="T")])
    assert read_back(planned, "en") == [facts(one) for one in planned.observations]


def test_the_language_must_be_known() -> None:
    """A report without a language is said only in one that is given."""
    report = se.Report(observations=[GROWTH])
    with pytest.raises(se.UnsayableError, match="give 'en' or 'zh'"):
        se.say(report)
    assert "山东省" in se.say(report, language="zh")
    assert "Shandong" in se.say(report, language="en")
