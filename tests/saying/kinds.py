"""Strategies for the figures that bulletins could tell: times, comparisons, and each measure in its units."""

from __future__ import annotations

from decimal import Decimal

import attrs
from hypothesis import strategies as st

import shandong_econ as se
from shandong_econ.lexicon.concepts import indicator_rows
from shandong_econ.saying.checks import is_of_all_firms, is_share, usual_base
from shandong_econ.saying.phrases import phrases
from shandong_econ.saying.times import is_day

MULTIPLES = {"zh": (0, 4, 8, 12), "en": (0, 3, 6, 9, 12)}
OTHER_SIDES = {
    "zh": ("全国", "FAI", "GDP", "一般公共预算收入"),
    "en": ("the national average", "FAI", "GDP", "exports"),
}
AMONG = {"zh": ("全国", "全省", None), "en": ("the country", "China", None)}
FORMS = (
    (1, 12), (1, 6), (7, 6), (1, 3), (4, 3), (7, 3), (10, 3), (5, 1), (1, 1), (12, 1), (1, 2), (1, 5), (1, 9), (1, 11),
    (3, 3), (5, 4),
)  # fmt: skip
YEAR = 12  # months
KINDS = {row.code: row for row in indicator_rows()}


def figure(
    code: str, value: str, unit: str, period: str = "2022", area: str = "370000", **facts: object
) -> se.Observation:
    """A figure of Shandong in 2022, unless told otherwise."""
    coded = {"indicator": se.indicators()[code]} if code in se.indicators() else {"label": code}
    place, time = se.areas()[area], se.Period.parse(period)
    known = {"area": place, "period": time, "value": Decimal(value), "unit": se.units()[unit]}
    return se.Observation(**(coded | known | facts))  # type: ignore[arg-type]  # fields by name


def values(*, below: int = 10**7) -> st.SearchStrategy[Decimal]:
    """Amounts with their printed zeros."""
    return st.builds(lambda n, places: Decimal(n).scaleb(-places), st.integers(0, below), st.integers(0, 3))


def signed() -> st.SearchStrategy[Decimal]:
    """Amounts of either sign; zero has none."""
    return st.builds(lambda v, down: -v if down and v else v, values(below=10**5), st.booleans())


def _run(year: int | None, month: int, day: int, more: int) -> se.Period:
    return se.Period.of(year, month, day).through(se.Period.of(year, month, day + more))


def periods(*, is_open: bool) -> st.SearchStrategy[se.Period]:
    """Every form in which bulletins name time, in known years or in a year that is not known."""
    year = st.none() if is_open else st.integers(1978, 2035)
    parts = st.builds(lambda y, form: se.Period.of(y, form[0], months=form[1]), year, st.sampled_from(FORMS))
    ends = st.builds(lambda y, month: se.Period.of(y, month, months=1).last_day(), year, st.integers(1, 12))
    days = st.builds(lambda y, month, day: se.Period.of(y, month, day), year, st.integers(1, 12), st.integers(1, 28))
    runs = st.builds(_run, year, st.integers(1, 12), st.integers(1, 18), st.integers(1, 9))
    choices = [parts, parts, parts, ends, days, runs]
    if not is_open:
        choices.append(
            st.builds(lambda y, n: se.Period.of(y, months=12 * n), st.integers(1978, 2030), st.integers(2, 6))
        )
    return st.one_of(choices)


@st.composite
def compared(draw: st.DrawFn, period: se.Period | None) -> dict[str, object]:
    """A comparison that goes with a period, and its base where it needs one, or at times where it is implied."""
    comparison = draw(st.sampled_from(se.Comparison))
    is_longer = period is not None and (period.months or 1) > 1
    if comparison is se.Comparison.MONTH_ON_MONTH and is_longer:
        comparison = se.Comparison.QUARTER_ON_QUARTER
    if comparison is se.Comparison.ANNUAL_AVERAGE and period is not None and period.months == YEAR:
        comparison = se.Comparison.YEAR_ON_YEAR  # beside years that end with this one it would be the average of all
    if comparison is not se.Comparison.SINCE:
        return {"comparison": comparison}
    known = period is not None and not period.year_is_open
    base = draw(periods(is_open=False)) if known else None
    usual = None if period is None or base is None else usual_base(base, period)
    if base is None or (usual is se.Comparison.MONTH_ON_MONTH and is_longer):
        return {"comparison": se.Comparison.YEAR_ON_YEAR}
    return {"comparison": usual or comparison, "base": base}


@st.composite
def figures(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    """One figure on the topic that is given as a bare observation: of any measure, in a unit that goes with it."""
    make = draw(st.sampled_from([_level, _growth, _change, _gap, _share, _contribution, _rate_of_it, _multiple, _rank,
                                 _streak, _achievement]))  # fmt: skip
    return draw(make(topic, language))


def _row_unit(topic: se.Observation) -> str | None:
    return None if topic.indicator is None else KINDS[topic.indicator.code].unit


def _as(topic: se.Observation, **facts: object) -> se.Observation:
    unit = facts.pop("unit")
    return attrs.evolve(topic, unit=se.units()[str(unit)], **facts)  # type: ignore[arg-type]  # fields by name


@st.composite
def _level(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    if is_share(topic, phrases(language)):
        return _as(topic, measure="share", value=draw(values(below=999)), unit="PT", qualifier=draw(_hedges()))
    unit = _row_unit(topic) or draw(st.sampled_from(_units(language)))
    fixed = unit in ("PT", "PTM", "IX", "RO", "DAYS", "KG_MU")
    mult = 0 if fixed else draw(st.sampled_from(MULTIPLES[language]))
    value, measure = draw(values(below=999) if fixed else values()), "ratio" if unit == "RO" else "level"
    return _as(topic, measure=measure, value=value, unit=unit, unit_mult=mult, qualifier=draw(_hedges()))


def _units(language: se.Language) -> list[str]:
    printed = phrases(language).sections["unit"]
    return [unit for unit in printed if unit not in ("PT", "PTM", "PPT", "RO", "NUM_10KPS", "DAYS", "HOURS", "IX")]


def _hedges() -> st.SearchStrategy[se.Qualifier]:
    return st.just(se.Qualifier.EQ) | st.sampled_from(se.Qualifier)


@st.composite
def _growth(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    if is_share(topic, phrases(language)):
        return draw(_change(topic, language))
    against = draw(compared(topic.period))
    return _as(topic, measure="growth", value=draw(signed()), unit="PT", qualifier=draw(_hedges()), **against)


@st.composite
def _change(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    unit = _row_unit(topic) or "TN"
    unit = "PPT" if unit in ("PT", "PTM", "RO") or is_share(topic, phrases(language)) else unit
    mult = 0 if unit in ("PPT", "IX", "DAYS", "KG_MU") else draw(st.sampled_from(MULTIPLES[language]))
    against = draw(compared(topic.period) | st.just({}))
    return _as(
        topic, measure="change", value=draw(signed()), unit=unit, unit_mult=mult, qualifier=draw(_hedges()), **against
    )


@st.composite
def _gap(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    side = draw(st.sampled_from(OTHER_SIDES[language][0 if topic.area else 1 :]))
    return _as(topic, measure="gap", value=draw(signed()), unit="PPT", relative_to=side, qualifier=draw(_hedges()))


@st.composite
def _share(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    code = topic.indicator and topic.indicator.code
    if is_share(topic, phrases(language)) or code in phrases(language).words("share", "codes"):
        return draw(_rank(topic, language))
    whole = draw(st.sampled_from(("GDP", "FAI")))
    if is_of_all_firms(attrs.evolve(topic, relative_to=whole), phrases(language)):
        whole = "FAI"
    hedge = draw(_hedges())
    return _as(topic, measure="share", value=draw(values(below=999)), unit="PT", relative_to=whole, qualifier=hedge)


@st.composite
def _contribution(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    value = draw(signed() if topic.status is se.Status.A else values(below=999))
    whole, hedge = draw(st.sampled_from(("GDP", "CPI"))), draw(_hedges())
    return _as(topic, measure="contribution", value=value, unit="PPT", relative_to=whole, qualifier=hedge)


@st.composite
def _rate_of_it(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    if topic.status is not se.Status.A:
        return draw(_rank(topic, language))
    value, hedge = draw(values(below=999)), draw(_hedges())
    return _as(topic, measure="contribution_rate", value=value, unit="PT", relative_to="GDP", qualifier=hedge)


@st.composite
def _multiple(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    against = draw(compared(topic.period))
    return _as(topic, measure="multiple", value=draw(values(below=99)), unit="RO", qualifier=draw(_hedges()), **against)


@st.composite
def _rank(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    among, place = draw(st.sampled_from(AMONG[language] if topic.area else (None,))), Decimal(draw(st.integers(1, 99)))
    return _as(topic, measure="rank", value=place, unit="NUM", relative_to=among)


@st.composite
def _streak(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    if topic.status is not se.Status.A:
        return draw(_rank(topic, language))
    units = ("YEARS",) if is_day(topic.period) else ("MONTHS", "YEARS")
    length, unit = Decimal(draw(st.integers(2, 99))), draw(st.sampled_from(units))
    return _as(topic, measure="streak", value=length, unit=unit)


@st.composite
def _achievement(draw: st.DrawFn, topic: se.Observation, language: se.Language) -> se.Observation:
    goal = draw(st.sampled_from([*phrases(language).words("of", "goals"), None]))
    hedge = draw(st.sampled_from((se.Qualifier.EQ, se.Qualifier.ABOUT, se.Qualifier.NEARLY)))
    return _as(
        topic, measure="achievement", value=draw(values(below=999)), unit="PT", relative_to=goal, qualifier=hedge
    )
