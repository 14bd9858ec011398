"""Laws of periods: written and read as SDMX TIME_PERIOD, compared by their days."""

from __future__ import annotations

import operator
import pickle
from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shandong_econ.errors import ModelError
from shandong_econ.model import Period
from shandong_econ.testing import strategies

FORMS = {
    "2022": (date(2022, 1, 1), date(2022, 12, 31)),
    "2022-A1": (date(2022, 1, 1), date(2022, 12, 31)),
    "2022-S2": (date(2022, 7, 1), date(2022, 12, 31)),
    "2022-T2": (date(2022, 5, 1), date(2022, 8, 31)),
    "2022-Q1": (date(2022, 1, 1), date(2022, 3, 31)),
    "2022-M02": (date(2022, 2, 1), date(2022, 2, 28)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2022-W05": (date(2022, 1, 31), date(2022, 2, 6)),
    "2022-D100": (date(2022, 4, 10), date(2022, 4, 10)),
    "2022-05-31": (date(2022, 5, 31), date(2022, 5, 31)),
    "2022-01-01/P5M": (date(2022, 1, 1), date(2022, 5, 31)),
    "2016-01-01/P5Y": (date(2016, 1, 1), date(2020, 12, 31)),
    "2021-01-01/P1Y10M": (date(2021, 1, 1), date(2022, 10, 31)),
    "2022-03-01/P21D": (date(2022, 3, 1), date(2022, 3, 21)),
    "2022-03-01/P3W": (date(2022, 3, 1), date(2022, 3, 21)),
    "2022-01-01/2022-05-31": (date(2022, 1, 1), date(2022, 5, 31)),
    "9999": (date(9999, 1, 1), date(9999, 12, 31)),
    "9999-12-01/P1M": (date(9999, 12, 1), date(9999, 12, 31)),
}
REFUSED = (
    "",
    " 2022",
    "22",
    "2022-13",
    "2022-00",
    "2022-02-30",
    "2022-Q5",
    "2022-S3",
    "2022-W60",
    "2023-D366",
    "XXXX-W01",
    "2022-05/P3M",
    "2022-01-01/P",
    "2022-01-01/P0D",
    "9999-12-01/P2M",
    "0000",
    "2022-05-31/2022-05-01",
    "2022-01-01/XXXX-05-31",
    "２０２２",
    "2022\n",
)


@pytest.mark.parametrize(("text", "days"), FORMS.items())
def test_every_form_means_its_days(text: str, days: tuple[date, date]) -> None:
    """Any SDMX form is read as its first and last day."""
    period = Period.parse(text)
    assert (period.first, period.last) == days


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_period_is_refused_with_its_value(text: str) -> None:
    """What names no stretch of days is refused with the value and the forms that are known."""
    with pytest.raises(ModelError, match="2022-01-01/P5M") as error:
        Period.parse(text)
    assert repr(text) in str(error.value)


@given(strategies.periods())
def test_str_and_parse_are_inverse(period: Period) -> None:
    """A period is read back from what it is written as, and is the same in a pickle and a set."""
    assert Period.parse(str(period)) == period
    assert pickle.loads(pickle.dumps(period)) == period
    assert len({period, Period.parse(str(period))}) == 1


@given(strategies.periods())
def test_no_shorter_form_is_the_same(period: Period) -> None:
    """A period of whole months is never written in days, nor a half, a quarter or a month with a duration."""
    months, text = period.months, str(period)
    if months is not None:
        assert not text.endswith("D")
        assert months != 1 or "/" not in text


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_order_and_containment_are_those_of_the_days(a: date, b: date, c: date, d: date) -> None:
    """Periods are ordered by first and then last day, and one contains another if it contains both its ends."""
    one, other = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    assert (one < other) == ((min(a, b), max(a, b)) < (min(c, d), max(c, d)))
    assert (one <= other) == (one < other or one == other)
    assert (one > other) == (other < one)
    assert (one >= other) == (other <= one)
    assert (other in one) == (min(c, d) in one and max(c, d) in one)


@given(strategies.periods(), strategies.periods())
def test_an_open_and_a_known_year_have_no_order(one: Period, other: Period) -> None:
    """Between a known and an open year there is no order and no containment, but there is (un)equality."""
    if one.year_is_open is other.year_is_open:
        return
    assert one != other
    for compare in (operator.lt, operator.ge, operator.contains):
        with pytest.raises(TypeError, match="open"):
            compare(one, other)


def test_an_open_year_has_no_days() -> None:
    """What is not known is None: an open year has no first or last day, and no date is in it."""
    period = Period.parse("XXXX-01-01/P5M")
    assert (period.first, period.last, period.year) == (None, None, None)
    with pytest.raises(TypeError, match="open"):
        date(2022, 5, 1) in period  # noqa: B015  # the comparison itself is what raises


@given(strategies.periods(), st.integers(1900, 2100))
def test_another_year_keeps_the_stretch(period: Period, year: int) -> None:
    """The same stretch in another year has as many whole months and begins in the same month."""
    moved = period.in_year(year)
    assert moved.months == period.months
    assert moved.first is not None
    assert moved.first.year == year
    assert moved.in_year(None).in_year(year).months == period.months


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 30))
def test_following_and_preceding_are_inverse(year: int, month: int, months: int) -> None:
    """The period after and the period before meet without a gap."""
    period = Period.of(year, month, months=months)
    assert period.following().preceding() == period
    assert period.through(period.following()).months == 2 * months


def test_parts_of_a_period() -> None:
    """The last day and the last month are periods themselves, open where the period is."""
    for year in ("2022", "XXXX"):
        period = Period.parse(f"{year}-01-01/P5M")
        assert str(period.last_day()) == f"{year}-05-31"
        assert str(period.last_month()) == f"{year}-05"
        assert period.last_month().year_to_date() == period.last_day().year_to_date() == period
        assert not period.is_one_day
        assert period.last_day().is_one_day
        assert period.last_day().is_month_end
        assert not Period.parse(f"{year}-05-30").is_month_end
    with pytest.raises(ModelError, match="whole months"):
        Period.parse("2022-03-01/P21D").following()
    with pytest.raises(ModelError, match="open"):
        Period.parse("2022").through(Period.parse("XXXX"))


@pytest.mark.parametrize("other", [datetime(2022, 5, 1), "2022-05-01", 2022, None])  # whatever its zone
def test_what_is_neither_day_nor_period_is_not_out_of_a_period(other: object) -> None:
    """A moment, a text or a number that is asked for among days is a slip, and no false answer is given."""
    for text in ("2022", "XXXX"):
        with pytest.raises(TypeError, match="is no day"):
            other in Period.parse(text)  # noqa: B015  # the comparison itself is what raises


@pytest.mark.parametrize(
    "make",
    [
        lambda: Period(date(2022, 5, 2), date(2022, 5, 1)),
        lambda: Period(date(2022, 5, 2), "2022-05-03"),  # type: ignore[arg-type]  # what the door refuses
        lambda: Period(date(2022, 5, 2), date(2022, 5, 3), year_is_open=True),
        lambda: Period.of(2022, 13),
        lambda: Period.of(9999, 12, months=2),
        lambda: Period.of(2022, 5, 0),
        lambda: Period.of(2022, 5, 3, months=4),
        lambda: Period.of(2022, 5, 3, months=12),
        lambda: Period.of(2022, 5, months=0),
    ],
)
def test_what_is_no_stretch_of_days_is_refused(make: Callable[[], Period]) -> None:
    """An inverted period, a day that is no date, a month, day or number of months that there is not are refused."""
    with pytest.raises(ModelError):
        make()
