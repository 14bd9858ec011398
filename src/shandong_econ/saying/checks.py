"""What of a figure goes together: its measure with its unit, sign, comparison and base."""

from __future__ import annotations

from shandong_econ.errors import ModelError
from shandong_econ.lexicon.concepts import MONEY
from shandong_econ.model import Comparison, Measure, Observation, Period
from shandong_econ.saying.amounts import PERCENT, row_of
from shandong_econ.saying.labels import is_income
from shandong_econ.saying.naming import series
from shandong_econ.saying.phrases import Phrases
from shandong_econ.saying.refusing import unsayable
from shandong_econ.saying.times import is_day

RATES = frozenset({"PT", "PTM", "IX", "RO"})
NEEDS = {
    Measure.GROWTH: PERCENT,
    Measure.SHARE: PERCENT,
    Measure.CONTRIBUTION_RATE: PERCENT,
    Measure.ACHIEVEMENT: PERCENT,
    Measure.GAP: frozenset({"PPT"}),
    Measure.CONTRIBUTION: frozenset({"PPT"}),
    Measure.MULTIPLE: frozenset({"RO"}),
    Measure.RATIO: frozenset({"RO"}),
    Measure.RANK: frozenset({"NUM"}),
    Measure.STREAK: frozenset({"MONTHS", "YEARS"}),
}
"""The units in which a measure is told; of the others each has its own."""
KINDS_OF_UNITS = (
    MONEY,
    frozenset({"TN", "KG", "JIN"}),
    frozenset({"MU", "HA", "SQM", "SQKM", "ACRE"}),
)
"""Units that the level of one series can be told in."""
MONTHS_OF_QUARTER, YEAR = 3, 12  # months
YIELD, LARGEST_YIELD = "KG_MU", 3
"""The unit in which a harvest from one mu is told, and the largest power of ten of it: more is a harvest of many."""
SIGNED = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.GAP, Measure.CONTRIBUTION})
COMPARED = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.MULTIPLE})


def check(figure: Observation, phrases: Phrases) -> None:
    """UnsayableError where measure, unit, sign, comparison and base do not go together as sentences have them."""
    measure, unit = figure.measure, _unit(figure)
    told = NEEDS.get(measure)
    if told is not None and unit not in told:
        raise unsayable(
            figure, f"a {measure.value} in {unit}", phrases.language, f"give one of {', '.join(sorted(told))}"
        )
    if measure in (Measure.LEVEL, Measure.CHANGE):
        _check_unit(figure, phrases)
    if measure is Measure.RATIO and ((row := row_of(figure)) is None or row.unit != "RO"):
        raise unsayable(figure, "a ratio", phrases.language, "only series that are ratios by their names are told so")
    if measure is Measure.STREAK and unit == "MONTHS" and is_day(figure.period):
        raise unsayable(figure, "a streak of months at a day", phrases.language, "give the month in which it ends")
    _check_share(figure, phrases)
    if figure.value < 0 and measure not in SIGNED and measure is not Measure.LEVEL:
        raise unsayable(figure, f"a negative {measure.value}", phrases.language, "give a number from 0 on")
    if measure is Measure.MULTIPLE and figure.relative_to is not None:
        raise unsayable(
            figure, f"a multiple of {figure.relative_to!r}", phrases.language, "give a growth by so many times"
        )
    if measure not in COMPARED and (figure.comparison, figure.base) != (None, None):
        raise unsayable(figure, f"a {measure.value} with a comparison", phrases.language, "give none")
    if measure in COMPARED:
        _check_comparison(figure, phrases)


def is_share(figure: Observation, phrases: Phrases) -> bool:
    """Whether the series is a share by its name, such as 民生支出占比, which leaves nothing to be said of the whole."""
    row = row_of(figure)
    by_name = series(figure, phrases).endswith(tuple(phrases.words("share", "ends")))
    return by_name or (row is not None and row.kind == "SHARE")


def _check_share(figure: Observation, phrases: Phrases) -> None:
    code = None if figure.indicator is None else figure.indicator.code
    if is_share(figure, phrases):
        told_otherwise = figure.measure in (Measure.LEVEL, Measure.GROWTH)
        if told_otherwise or (figure.measure is Measure.SHARE and figure.relative_to is not None):
            what = f"a {figure.measure.value} of a series that is a share"
            raise unsayable(figure, what, phrases.language, "give a share without relative_to, or its change")
    elif figure.measure is Measure.SHARE and code in phrases.words("share", "codes"):
        raise unsayable(figure, f"a share of {code}", phrases.language, "give the series that is this share")
    elif figure.measure is Measure.SHARE and is_of_all_firms(figure, phrases):
        raise unsayable(
            figure, f"a share of GDP of {code}", phrases.language, "its words name all firms, not the larger"
        )


def is_of_all_firms(figure: Observation, phrases: Phrases) -> bool:
    """Whether the words for the value added of larger firms would tell that of all: 采矿业增加值占地区生产总值."""
    row = row_of(figure)
    if row is None or row.base != "IVA" or series(figure, phrases).startswith(tuple(phrases.words("share", "larger"))):
        return False
    return any(whole in (figure.relative_to or "") for whole in phrases.words("share", "of_all"))


def _check_unit(figure: Observation, phrases: Phrases) -> None:
    unit, row = _unit(figure), row_of(figure)
    own = None if row is None else row.unit
    is_level = figure.measure is Measure.LEVEL
    if unit in ("MONTHS", "YEARS") or (unit == "PPT" and is_level) or (unit in PERCENT and not is_level):
        raise unsayable(figure, f"a {figure.measure.value} in {unit}", phrases.language, "give the unit of its series")
    plain_yuan = row is None and unit == "CNY" and not figure.unit_mult
    if plain_yuan and is_level and is_income(figure.label or "", phrases.language):
        raise unsayable(figure, "an income in plain yuan", phrases.language, "give CNY_PS, or the unit_mult of a total")
    if is_level and unit in PERCENT and own != unit:
        ends = tuple(phrases.words("rate", "ends"))
        if row is not None or not (figure.label or "").endswith(ends):
            raise unsayable(figure, "a level in percent", phrases.language, "only rates are told so")
    if own is not None and unit is not None and unit != "PPT" and not _alike(own, unit):
        raise unsayable(figure, f"the unit {unit} of a series in {own}", phrases.language, f"give {own}")
    if own == unit == YIELD and figure.unit_mult > LARGEST_YIELD:
        raise unsayable(
            figure, f"ten to the power {figure.unit_mult} of kilograms a mu", phrases.language, "give fewer"
        )
    if unit == "RO":
        raise unsayable(figure, f"a {figure.measure.value} in {unit}", phrases.language, "give a ratio")


def _alike(one: str, other: str) -> bool:
    """Whether two units measure the same kind of thing."""
    return one == other or any(one in kind and other in kind for kind in KINDS_OF_UNITS)


def _check_comparison(figure: Observation, phrases: Phrases) -> None:
    comparison, base, period = figure.comparison, figure.base, figure.period
    if comparison is None and figure.measure is not Measure.CHANGE:
        raise unsayable(figure, f"a {figure.measure.value} without a comparison", phrases.language, "give a comparison")
    if comparison is Comparison.SINCE and (base is None or period is None):
        raise unsayable(figure, "a comparison since no period", phrases.language, "give the base")
    if comparison is Comparison.MONTH_ON_MONTH and (months := period and period.months) and months > 1:
        remedy = "compare it quarter on quarter" if months == MONTHS_OF_QUARTER else "give the month that is compared"
        raise unsayable(figure, f"{months} months compared month on month", phrases.language, remedy)
    if base is None:
        return
    usual = None if period is None else usual_base(base, period)
    if comparison is not (usual or Comparison.SINCE):
        remedy = f"give {(usual or Comparison.SINCE).value}" if period is not None else "give no base"
        raise unsayable(figure, f"the base {base} of {comparison and comparison.value}", phrases.language, remedy)


def usual_base(base: Period, period: Period) -> Comparison | None:
    """The comparison that a base makes by itself, or None where it is just another period."""
    if base.year_is_open or period.year_is_open or (period.months or 0) > YEAR:
        return None
    months = base.months
    if is_day(base) and str(base).endswith("-12-31") and base.first_year == period.first_year - 1:
        return Comparison.SINCE_START_OF_YEAR
    try:
        if is_day(base) and base == period.last_month().preceding().last_day():
            return Comparison.MONTH_ON_MONTH
        if base == Period.of(period.first_year - 1):
            return Comparison.YEAR_ON_YEAR  # what a quarter is over last year
        if base.first_year == period.first_year - 1 and base.in_year(period.first_year) == period:
            return Comparison.YEAR_ON_YEAR
        if months in (1, 3) and base.following() == period:
            return Comparison.MONTH_ON_MONTH if months == 1 else Comparison.QUARTER_ON_QUARTER
    except ModelError:  # no such day in the other year
        return None
    return None


def _unit(figure: Observation) -> str | None:
    return None if figure.unit is None else figure.unit.code
