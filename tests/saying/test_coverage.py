"""How far `say` reaches: each series, place, unit, time, measure, comparison, hedge and status, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import attrs
import pytest
from hypothesis import settings
from tests.saying import sayable
from tests.saying.kinds import KINDS, figure
from tests.saying.test_say import LANGUAGES, SINCE, facts, read_back

import shandong_econ as se
from shandong_econ.parsing.finding.series import series_by_code
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.saying.checks import is_share
from shandong_econ.saying.phrases import phrases
from shandong_econ.saying.times import is_day

pytestmark = pytest.mark.no_cover  # what is asked of one series after the other is covered by the cases of a few

NAMERS = {"en": name_series_english, "zh": name_series}
LABELS = {"en": "kelp seedlings", "zh": "海带苗产量"}
MULTIPLES = {"en": 9, "zh": 8}
PERIODS = (
    "2022", "2022-S1", "2022-S2", "2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2022-01", "2022-12", "2022-02-28",
    "2022-12-31", "2022-05-15", "2022-01-01/P2M", "2022-01-01/P9M", "2022-01-01/P11M", "2022-03-01/P3M",
    "2022-02-01/P11M", "2016-01-01/P5Y", "2022-05-01/P5D", "2022-09-29/P7D",
)  # fmt: skip


def unread(figures: Iterable[se.Observation], language: se.Language, area: se.Area | None = None) -> list[str]:
    """What was said of figures, each by itself, and not read as them."""
    found = []
    for one in figures:
        report = se.Report(language=language, area=area, observations=[one])
        if read_back(report, language) != [facts(one)]:
            found.append(se.say(report))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_series_has_a_name_that_is_its_own(language: se.Language) -> None:
    """The words for a series name it alone, whatever was spoken of before; nearly all series have such words."""
    named = phrases(language).sections["series"]
    bases = [None, *{series.base for series in series_by_code().values()}]
    strays = [
        (code, base) for code, name in named.items() for base in bases if NAMERS[language](name, base).code != code
    ]
    assert strays == []
    assert len(se.indicators().keys() & named.keys()) > 0.97 * len(se.indicators())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_series_is_said(language: se.Language) -> None:
    """A level, or a share, and a growth of each series that has words."""

    def told() -> Iterator[se.Observation]:
        for code in sayable.sayable_codes(language):
            unit = KINDS[code].unit
            share = is_share(figure(code, "1", "PT"), phrases(language))
            measure = "share" if share else "ratio" if unit == "RO" else "level"
            yield figure(code, "1234.50", unit, measure=measure)
            if not share:
                yield figure(code, "-4.50", "PT", measure="growth", comparison="year_on_year")

    assert unread(told(), language) == []


@pytest.mark.law
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_area_is_said(language: se.Language) -> None:
    """A growth in each area that has a name to itself, with no hint of the area but the text.

    Of the counties the profile `quick` takes one in four.
    """
    growth = figure("EXPORTS", "4.5", "PT", measure="growth", comparison="year_on_year")
    places = sayable.sayable_areas(language)
    step = max(1, 100 // settings().max_examples)
    told = [place for n, place in enumerate(places) if n % step == 0 or (place.code or "").endswith("00")]
    assert unread((attrs.evolve(growth, area=place) for place in told), language) == []
    assert len(places) > 0.9 * len(se.areas())  # every twelfth or so shares its name with another: 鼓楼区


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_unit_is_said(language: se.Language) -> None:
    """A level and a change in each unit that the language has a word for, with each magnitude that it has."""

    def told() -> Iterator[se.Observation]:
        for unit in phrases(language).sections["unit"]:
            if unit in ("PT", "PTM", "PPT", "RO"):
                continue  # of rates, shares and ratios
            for power in [0, *map(int, phrases(language).sections["magnitude"])]:
                if power and unit in ("IX", "DAYS", "HOURS"):
                    continue
                yield figure(LABELS[language], "1052.30", unit, unit_mult=power)
                yield figure(LABELS[language], "-52.0", unit, unit_mult=power, measure="change")

    assert unread(told(), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_of_time_is_said(language: se.Language) -> None:
    """A stock, and a flow where it is more than a day, in each form of time, of a known year and of an open one."""

    def told() -> Iterator[se.Observation]:
        for period in (*PERIODS, *("XXXX" + period[4:] for period in PERIODS if not period.endswith("Y"))):
            yield figure("DEPOSITS", "4.5", "PT", period, measure="growth", comparison="year_on_year")
            if not is_day(se.Period.parse(period)):
                yield figure("GDP", "12.5", "CNY", period)
        for period, base in product(PERIODS[:8], PERIODS):
            since = se.Period.parse(base).in_year(2012)
            yield figure("GDP", "4.5", "PT", period, measure="growth", comparison="since", base=since)
        last_year = se.Period.of(2021)
        for period in PERIODS[:8]:
            yield figure("GDP", "4.5", "PT", period, measure="growth", comparison="year_on_year", base=last_year)
            yield figure("GDP", "4.5", "PT", period, measure="growth", comparison="since", base=se.Period.parse(period))

    assert unread(told(), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", se.Status)
def test_each_kind_of_figure_is_said(language: se.Language, status: se.Status) -> None:
    """Each measure with each comparison, hedge and sign that goes with it, as result, forecast and target."""
    plain = list(_plain(language))
    if status is not se.Status.A:
        plain = [one for one in plain if one.measure not in ("streak", "contribution_rate") and one.value >= 0]
    told = [
        attrs.evolve(one, qualifier=hedge, status=status)
        for one, hedge in product(plain, se.Qualifier)
        if hedge is se.Qualifier.EQ or one.measure not in ("rank", "streak", "achievement")
    ]
    told += [attrs.evolve(one, status=status) for one in _compared(language)]
    assert unread(told, language) == []
    measures = {one.measure for one in told}
    assert set(se.Measure) - measures == (set() if status is se.Status.A else {"streak", "contribution_rate"})


def _plain(language: se.Language) -> Iterator[se.Observation]:
    power, national = MULTIPLES[language], {"en": "the national average", "zh": "全国"}[language]
    among = {"en": "the country", "zh": "全国"}[language]
    yield figure("FAI", "12.70", "CNY", unit_mult=power)
    yield figure("UNEMP_SURVEYED", "5.20", "PT")
    yield figure("PMI_MFG", "50.2", "IX")
    yield figure("LISTED_COMPANIES", "1234", "NUM")
    yield figure("INCOME_PC", "41234", "CNY_PS")
    yield figure("INCOME_RATIO_UR", "2.45", "RO", measure="ratio")
    yield figure("CPI_FOOD", "-0.20", "PPT", measure="contribution", relative_to="CPI")
    yield figure("FINAL_CONSUMPTION", "5.2", "PPT", measure="contribution", relative_to="GDP")
    yield figure("FINAL_CONSUMPTION", "65.2", "PT", measure="contribution_rate", relative_to="GDP")
    yield figure("FAI_MFG", "5.2", "PT", measure="share", relative_to="FAI")
    yield figure("FAI_MFG", "5.2", "PPT", measure="gap", relative_to=national)
    yield figure("FAI_MFG", "-5.2", "PPT", measure="gap", relative_to="FAI")
    yield figure("FAI", "85.3", "PT", measure="achievement")
    yield figure("FAI", "3", "NUM", measure="rank", relative_to=among)
    yield figure("FAI", "13", "NUM", measure="rank")
    yield figure("FAI", "14", "MONTHS", measure="streak")
    yield figure("FAI", "9", "YEARS", measure="streak")


def _compared(language: se.Language) -> Iterator[se.Observation]:
    """Growths, changes and multiples with each comparison, hedge and sign."""
    power = MULTIPLES[language]
    kinds = (
        ("GDP", "PT", "growth", 0),
        ("CPI", "PT", "growth", 0),
        ("FAI", "CNY", "change", power),
        ("UNEMP_SURVEYED", "PPT", "change", 0),
        ("GRAIN_AREA", "MU", "change", 0),
        ("EXPORTS", "RO", "multiple", 0),
    )
    for (code, unit, measure, mult), against, hedge in product(kinds, se.Comparison, se.Qualifier):
        base = se.Period.of(2015) if against is SINCE else None
        for value in ("1.50", "-1.50") if measure != "multiple" else ("1.50",):
            told = figure(code, value, unit, measure=measure, comparison=against, base=base)
            if against is se.Comparison.MONTH_ON_MONTH:
                told = attrs.evolve(told, period=se.Period.parse("2022-05"))
            yield attrs.evolve(told, unit_mult=mult, qualifier=hedge)
