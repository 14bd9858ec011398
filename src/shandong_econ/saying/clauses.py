"""Which of a language's clauses says a figure, by its measure, its sign and how it is compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from shandong_econ.errors import ModelError
from shandong_econ.model import Comparison, Measure, Observation, Period, Qualifier, Status
from shandong_econ.saying.amounts import row_of
from shandong_econ.saying.naming import is_income, other_side, series
from shandong_econ.saying.phrases import Phrases
from shandong_econ.saying.refusing import unsayable
from shandong_econ.saying.times import in_words, is_day, same_part

PERCENT = frozenset({"PT", "PTM"})
RATES = frozenset({"PT", "PTM", "IX", "RO"})
NEEDS = {
    Measure.GROWTH: PERCENT,
    Measure.SHARE: PERCENT,
    Measure.CONTRIBUTION_RATE: PERCENT,
    Measure.ACHIEVEMENT: PERCENT,
    Measure.GAP: frozenset({"PPT"}),
    Measure.CONTRIBUTION: frozenset({"PPT"}),
    Measure.MULTIPLE: frozenset({"RO"}),
    Measure.RANK: frozenset({"NUM"}),
    Measure.STREAK: frozenset({"MONTHS", "YEARS"}),
}
"""The units in which a measure is told; of the others each has its own."""
SIGNED = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.GAP, Measure.CONTRIBUTION})
COMPARED = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.MULTIPLE})
RELATED = frozenset({Measure.SHARE, Measure.CONTRIBUTION, Measure.CONTRIBUTION_RATE, Measure.GAP})


def clause(figure: Observation, phrases: Phrases, *, first: bool, falling: bool) -> str:
    """The phrase of `saying.toml` for a figure, still to be filled in; UnsayableError where there is none.

    `first` is whether its subject stands right before it, `falling` whether what goes on is a decline.
    """
    check(figure, phrases)
    sections = ["first"] if first else ["next", "first"]
    if figure.status is not Status.A:
        sections = ["will"] if "will" in phrases.sections else sections
    is_level = figure.measure is Measure.LEVEL or (figure.measure is Measure.SHARE and is_share(figure, phrases))
    keys = _level_keys(figure) if is_level else _keys(figure, falling=falling)
    found = _first(keys, sections, phrases)
    if found is None:
        kind = "a target" if figure.status is Status.T else "a forecast" if figure.status is Status.F else "a result"
        raise unsayable(figure, f"a {figure.measure.value} as {kind}", phrases.language, "there is no phrase for it")
    if "{level}" in found:
        found = found.replace("{level}", _first(_level_keys(figure), sections, phrases) or "")
    return found


def _first(keys: Iterable[str], sections: Sequence[str], phrases: Phrases) -> str | None:
    found = (phrases.find(section, key) for key in keys for section in sections)
    return next((phrase for phrase in found if phrase is not None), None)


def _level_keys(figure: Observation) -> Iterator[str]:
    if figure.unit is not None and figure.unit.code in RATES and figure.qualifier is Qualifier.EQ:
        yield "rate"
    yield f"level_{figure.qualifier.value}"
    if figure.unit is not None and figure.unit.code in RATES:
        yield "rate"
    yield "level"


def _keys(figure: Observation, *, falling: bool) -> Iterator[str]:
    """The keys under which a phrase for the figure is looked for, the narrowest first."""
    measure, unit, row = figure.measure, figure.unit and figure.unit.code, row_of(figure)
    key = measure.value
    if measure is Measure.SHARE and figure.qualifier is not Qualifier.EQ:
        yield "share_hedged"
    down = figure.value < 0 or (measure is Measure.STREAK and falling)
    end = "_down" if down else "_up"
    if measure is Measure.GROWTH and row is not None and row.family == "prices":
        yield f"price{end}"
    if measure is Measure.CHANGE and unit in RATES | {"PPT"}:
        yield f"points{end}"
    if measure in SIGNED or measure is Measure.STREAK:
        yield f"{key}{end}"
    else:
        yield key


def check(figure: Observation, phrases: Phrases) -> None:
    """UnsayableError where measure, unit, sign, comparison and base do not go together as sentences put them together."""
    measure, unit = figure.measure, figure.unit and figure.unit.code
    told = NEEDS.get(measure)
    if told is not None and unit not in told:
        raise unsayable(figure, f"a {measure.value} in {unit}", phrases.language, f"give one of {', '.join(sorted(told))}")
    if measure in (Measure.LEVEL, Measure.CHANGE):
        _check_unit(figure, phrases)
    _check_share(figure, phrases)
    if figure.value < 0 and measure not in SIGNED and measure is not Measure.LEVEL:
        raise unsayable(figure, f"a negative {measure.value}", phrases.language, "give a number from 0 on")
    if measure not in COMPARED and (figure.comparison, figure.base) != (None, None):
        raise unsayable(figure, f"a {measure.value} with a comparison", phrases.language, "give none")
    if measure in COMPARED:
        _check_comparison(figure, phrases)


def is_share(figure: Observation, phrases: Phrases) -> bool:
    """Whether the series is a share by its name, such as 民生支出占比, which leaves nothing to be said of the whole."""
    return series(figure, phrases).endswith(tuple(phrases.words("share", "ends")))


def _check_share(figure: Observation, phrases: Phrases) -> None:
    code = None if figure.indicator is None else figure.indicator.code
    if is_share(figure, phrases):
        told_otherwise = figure.measure in (Measure.LEVEL, Measure.GROWTH)
        if told_otherwise or (figure.measure is Measure.SHARE and figure.relative_to is not None):
            what = f"a {figure.measure.value} of a series that is a share"
            raise unsayable(figure, what, phrases.language, "give a share without relative_to, or its change")
    elif figure.measure is Measure.SHARE and code in phrases.words("share", "codes"):
        raise unsayable(figure, f"a share of {code}", phrases.language, "give the series that is this share")


def _check_unit(figure: Observation, phrases: Phrases) -> None:
    unit, row = figure.unit and figure.unit.code, row_of(figure)
    own = None if row is None else row.unit
    is_level = figure.measure is Measure.LEVEL
    if unit in ("MONTHS", "YEARS") or (unit == "PPT" and is_level) or (unit in PERCENT and not is_level):
        raise unsayable(figure, f"a {figure.measure.value} in {unit}", phrases.language, "give the unit of its series")
    if row is None and unit == "CNY" and not figure.unit_mult and is_level and is_income(figure.label or "", phrases.language):
        raise unsayable(figure, "an income in plain yuan", phrases.language, "give CNY_PS, or the unit_mult of a total")
    if is_level and unit in PERCENT and own != unit:
        ends = tuple(phrases.words("rate", "ends"))
        if row is not None or not (figure.label or "").endswith(ends):
            raise unsayable(figure, "a level in percent", phrases.language, "only rates are told so")
    if unit == "RO" and (own != "RO" or not is_level):
        raise unsayable(figure, f"a {figure.measure.value} in {unit}", phrases.language, "only ratios are told so")


def _check_comparison(figure: Observation, phrases: Phrases) -> None:
    comparison, base, period = figure.comparison, figure.base, figure.period
    if comparison is None and figure.measure is not Measure.CHANGE:
        raise unsayable(figure, f"a {figure.measure.value} without a comparison", phrases.language, "give a comparison")
    if comparison is Comparison.SINCE and (base is None or period is None):
        raise unsayable(figure, "a comparison since no period", phrases.language, "give the base")
    if comparison is Comparison.MONTH_ON_MONTH and period is not None and period.months == 3:
        raise unsayable(figure, "a quarter compared month on month", phrases.language, "compare it quarter on quarter")
    if base is None:
        return
    usual = None if period is None else usual_base(base, period)
    if comparison is not (usual or Comparison.SINCE):
        remedy = f"give {(usual or Comparison.SINCE).value}" if period is not None else "give no base"
        raise unsayable(figure, f"the base {base} of {comparison and comparison.value}", phrases.language, remedy)


def usual_base(base: Period, period: Period) -> Comparison | None:
    """The comparison that a base makes by itself, or None where it is just another period."""
    if base.year_is_open or period.year_is_open:
        return None
    months = base.months
    if is_day(base) and str(base).endswith("-12-31") and base.first_year == period.first_year - 1:
        return Comparison.SINCE_START_OF_YEAR
    try:
        if base.first_year == period.first_year - 1 and base.in_year(period.first_year) == period:
            return Comparison.YEAR_ON_YEAR
        if months in (1, 3) and base.following() == period:
            return Comparison.MONTH_ON_MONTH if months == 1 else Comparison.QUARTER_ON_QUARTER
    except ModelError:  # no such day in the other year
        return None
    return None


def against(figure: Observation, phrases: Phrases) -> str:
    """The words for what a growth or a change is measured against."""
    comparison, base = figure.comparison, figure.base
    if comparison is None:
        return ""
    words = phrases.get("against", comparison.value)
    if comparison is not Comparison.SINCE or base is None or figure.period is None:
        return words
    if same_part(base, figure.period):
        return words.format(base=phrases.get("time", "same").format(year=base.first_year))
    return words.format(base=in_words(figure, base, phrases))


def related(figure: Observation, phrases: Phrases) -> str:
    """The whole of a share, the other side of a gap, the total of a contribution, the goal of an achievement, or ""."""
    if figure.measure in RELATED:
        named = figure.measure is Measure.SHARE and is_share(figure, phrases)
        return "" if named else other_side(figure, phrases)
    if figure.measure is Measure.ACHIEVEMENT:
        return goal(figure, phrases)
    return rank_in(figure, phrases) if figure.measure is Measure.RANK else ""


def goal(figure: Observation, phrases: Phrases) -> str:
    """The target that a percentage is of."""
    if figure.qualifier not in (Qualifier.EQ, Qualifier.ABOUT, Qualifier.NEARLY):
        raise unsayable(figure, "the qualifier of an achievement", phrases.language, "give EQ, ABOUT or NEARLY")
    goals = phrases.words("of", "goals")
    if figure.relative_to is None:
        return goals[0]
    if figure.relative_to in goals:
        return figure.relative_to
    raise unsayable(figure, f"relative_to {figure.relative_to!r}", phrases.language, f"give one of {', '.join(goals)}")


def rank_in(figure: Observation, phrases: Phrases) -> str:
    """Among whom a rank is, with the words that lead to it, or "" where that is not known."""
    if figure.relative_to is None:
        return ""
    among = phrases.sections["rank_in"]
    if figure.relative_to in among:
        return phrases.get("rank_in", figure.relative_to)
    raise unsayable(figure, f"relative_to {figure.relative_to!r}", phrases.language, f"give one of {', '.join(among)}")
