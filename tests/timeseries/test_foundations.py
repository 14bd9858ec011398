"""Intervals, units, frequencies and keys: what series and audits stand on."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shandong_econ as se
from shandong_econ.lexicon import units
from shandong_econ.lexicon.concepts import indicator_rows
from shandong_econ.testing import strategies
from shandong_econ.timeseries import Frequency, Interval, TimeSpan, keys_of
from shandong_econ.timeseries.agreeing import all_agree, finest, outermost
from shandong_econ.timeseries.conversion import dimensions, factor, into_natural, natural_unit
from shandong_econ.timeseries.frequency import ends_with, frequency_of, frequency_of_ends, is_single, is_so_far
from shandong_econ.timeseries.keys import stands_on

FRACTIONS = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


@st.composite
def intervals(draw: st.DrawFn, of: st.SearchStrategy[Fraction] = FRACTIONS) -> tuple[Interval, Fraction]:
    """An interval, open or not, and a number in it."""
    low, inside, high = sorted(draw(st.tuples(of, of, of)))
    ends = draw(st.tuples(st.booleans(), st.booleans()))
    return Interval(None if ends[0] else low, None if ends[1] else high), inside


def figure(value: str, unit: str | None = None, **more: object) -> se.Observation:
    return se.Observation(value=Decimal(value), unit=None if unit is None else units()[unit], **more)  # type: ignore[arg-type]  # a test gives what it likes


@given(intervals(), intervals())
def test_arithmetic_holds_what_it_is_done_with(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    """Whatever numbers two intervals stand for, their sum, difference, product and quotient are in those of both."""
    (a, x), (b, y) = one, other
    assert x in a
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    assert x + y in x + b
    assert x - y in x - b
    assert x * y in x * b
    if 0 in b:
        with pytest.raises(ZeroDivisionError):
            a / b
    else:
        assert x / y in a / b
        assert x / y in x / b


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 3))
def test_a_figure_stands_for_what_rounds_to_it(true: Decimal, places: int) -> None:
    """A number is among those that its rounding stands for, to however many digits."""
    assert true in Interval.of(figure(str(round(true, places)), "PT"))


@pytest.mark.parametrize(
    ("given_", "low", "high"),
    [
        (figure("4.5", "PT"), "4.45", "4.55"),
        (figure("4.50", "PT"), "4.495", "4.505"),
        (figure("-2.1", "PT"), "-2.15", "-2.05"),
        (figure("98565.8", "CNY", unit_mult=8), "9856575000000", "9856585000000"),
        (figure("39", "NUM"), "39", "39"),
        (figure("1.5", "PS", unit_mult=4), "14500", "15500"),
        (figure("3", measure="rank"), "3", "3"),
        (figure("5", "PT", qualifier="GT"), "5", None),
        (figure("5", "PT", qualifier="GE"), "4.5", None),
        (figure("-5", "PT", qualifier="GT"), None, "-5"),
        (figure("5", "PT", qualifier="LT"), None, "5"),
        (figure("5", "PT", qualifier="UPTO"), None, "5.5"),
        (figure("30000", "NUM", qualifier="ABOUT"), "25000", "35000"),
        (figure("4.5", "PT", qualifier="ABOUT"), "4.4", "4.6"),
        (figure("30", "PT", qualifier="NEARLY"), "25", "30"),
        (figure("0.0", "PT"), "-0.05", "0.05"),
    ],
)
def test_hedges_open_or_widen(given_: se.Observation, low: str | None, high: str | None) -> None:
    """The interval of a figure is that of its digits, and its hedge opens or widens it."""
    assert Interval.of(given_) == Interval(*(None if end is None else Fraction(end) for end in (low, high)))


def test_every_unit_and_every_natural_unit_has_a_dimension() -> None:
    """The table of dimensions has each unit of the lexicon once, and the kinds that it says."""
    assert dimensions().keys() == units().keys()
    assert {row.unit for row in indicator_rows()} <= dimensions().keys()
    assert {each.kind for each in dimensions().values()} == {"amount", "count", "ratio"}


@given(st.sampled_from(sorted(dimensions())), st.sampled_from(sorted(dimensions())))
def test_conversion_has_an_inverse(unit: str, other: str) -> None:
    """What is converted and back is what it was."""
    there, back = factor(unit, other), factor(other, unit)
    assert (there is None) is (back is None)
    assert there is None or back is None or there * back == 1


def test_units_are_those_of_the_indicator_where_that_is_exact() -> None:
    """Jin are told in tonnes and hectares in mu; what would have no end of digits, or is no such unit, stays."""
    grain, area, crop = (se.indicators()[code] for code in ("GRAIN_OUTPUT", "GRAIN_AREA", "GRAIN_YIELD"))
    assert natural_unit(figure("1", "JIN", indicator=grain)) == "TN"
    assert into_natural(figure("1", "JIN", indicator=grain)) == Fraction(1, 2000)
    assert natural_unit(figure("1", "HA", indicator=area)) == "MU"
    assert natural_unit(figure("1", "KG_HA", indicator=crop)) == "KG_HA"
    assert natural_unit(figure("1", "PT", indicator=grain, measure="growth")) == "PT"
    assert natural_unit(figure("1", "MU")) == "MU"
    assert natural_unit(figure("1", "SQM")) == "SQM"
    assert natural_unit(figure("1")) is None


@pytest.mark.parametrize(
    ("period", "frequency", "single", "so_far"),
    [
        ("2022", "A", True, True),
        ("2022-S1", "S", True, True),
        ("2022-S2", "S", True, False),
        ("2022-Q1", "Q", True, True),
        ("2022-Q3", "Q", True, False),
        ("2022-01", "M", True, True),
        ("2022-05", "M", True, False),
        ("2022-01-01/P5M", "_O", False, True),
        ("2022-02-01/P3M", "_O", True, False),
        ("2016-01-01/P5Y", "_O", True, False),
        ("2022-W20", "W", True, False),
        ("2022-05-11/P10D", "_O", True, False),
        ("2022-05-31", "D", True, False),
        ("XXXX-01-01/P5M", "_O", False, True),
        ("XXXX-Q2", "Q", True, False),
    ],
)
def test_what_a_period_is(period: str, frequency: str, single: bool, so_far: bool) -> None:
    """A period has a frequency, and is one span, the year so far, or both."""
    found = se.Period.parse(period)
    assert (frequency_of(found), is_single(found), is_so_far(found)) == (frequency, single, so_far)


@given(strategies.periods())
def test_every_period_is_of_some_span(period: se.Period) -> None:
    """Whatever the days, they are one span or the year so far."""
    assert is_single(period) or is_so_far(period)
    if is_so_far(period) and period.last is not None:
        assert ends_with(period.last, frequency_of_ends([period.last]))


@given(strategies.observations())
def test_a_figure_has_a_key_if_its_year_is_known(observation: se.Observation) -> None:
    """A figure has one or two keys if it has a period of a known year, of different spans, and none else."""
    keys = keys_of(observation)
    assert bool(keys) is (observation.period is not None and not observation.period.year_is_open)
    assert len({key.span for key in keys}) == len(keys) <= 2


def test_stocks_stand_at_the_end_of_a_month() -> None:
    """A stock of a period is one of its last day; what is not known to be a flow and has a month's end is a stock."""
    deposits, gdp = se.indicators()["DEPOSITS"], se.indicators()["GDP"]
    month, day = se.Period.parse("2022-05"), se.Period.parse("2022-05-31")
    of_month, of_day = (keys_of(figure("1", "CNY", indicator=deposits, period=each)) for each in (month, day))
    assert of_month == of_day
    assert [(key.span, key.frequency) for key in of_day] == [(TimeSpan.SINGLE, None)]
    assert stands_on(month, "STOCK") == day
    (daily,) = keys_of(figure("1", "CNY", indicator=gdp, period=day))
    assert daily.frequency is Frequency.DAILY
    (unknown,) = keys_of(figure("1", "CNY", label="Deposits ", period=day))
    assert (unknown.label, unknown.frequency) == ("deposits", None)


@pytest.mark.parametrize(
    ("comparison", "period", "base", "expected"),
    [
        ("year_on_year", "2022-Q1", "2021-Q1", None),
        ("annual_average", "2021-Q1", "2019-Q1", "P2Y"),
        ("month_on_month", "2022-05", "2022-04", None),
        ("quarter_on_quarter", "2022-Q1", "2021-Q4", None),
        ("since_start_of_year", "2022-05-31", "2022-01-01", None),
        ("since", "2022-05", "2022-02", "P3M"),
        ("since", "2022", "2012", "P10Y"),
        ("since", "2022-05-31", "2012", "2012"),
        ("since", "2022", None, None),
    ],
)
def test_the_base_is_told_as_how_far_back(comparison: str, period: str, base: str | None, expected: str | None) -> None:
    """Growths over as many years are one series, and a base that the comparison implies is none."""
    observation = figure(
        "1",
        "PT",
        measure="growth",
        comparison=comparison,
        period=se.Period.parse(period),
        base=base and se.Period.parse(base),
    )
    assert {key.base for key in keys_of(observation)} == {expected}


@given(st.lists(intervals(st.fractions(0, 3, max_denominator=2)).map(lambda pair: pair[0]), max_size=6))
def test_many_agree_as_each_two_do(told: list[Interval]) -> None:
    """What is told without a look at each two is what such a look tells, also of open ones and of ends in common."""
    assert all_agree(told) == all(one.agrees_with(other) for one, other in combinations(told, 2))
    for one in told:
        assert all(map(one.agrees_with, outermost(told))) == all(map(one.agrees_with, told))
    kept = finest(told)
    assert not any(told[one].agrees_with(told[other]) for one, other in combinations(kept, 2))
    for place in range(len(told)):
        assert any(told[place].agrees_with(told[k]) and told[k].width <= told[place].width for k in kept)
