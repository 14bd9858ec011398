"""Strategies for reports that bulletins could tell: what `say` takes, in either language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import attrs
from hypothesis import strategies as st
from tests import strategies

import shandong_econ as se
from shandong_econ.lexicon.concepts import indicator_rows
from shandong_econ.saying.clauses import is_share, usual_base
from shandong_econ.saying.naming import area_name
from shandong_econ.saying.order import sentences
from shandong_econ.saying.phrases import phrases
from shandong_econ.saying.times import is_bare_day, is_day

HOME = se.Area(None, "West Coast New Area", "西海岸新区")
LABELS = {
    "zh": ("海带苗产量", "鲜花饼销量", "茶艺表演场次"),
    "en": ("harvest of kelp seedlings", "rentals of hanfu costumes", "cherry blossom carnivals"),
}
MULTIPLES = {"zh": (0, 4, 8, 12), "en": (0, 3, 6, 9, 12)}
OTHER_SIDES = {"zh": ("全国", "FAI", "GDP", "一般公共预算收入"), "en": ("the national average", "FAI", "GDP", "exports")}
AMONG = {"zh": ("全国", "全省", None), "en": ("the country", "China", None)}
FORMS = (
    (1, 12), (1, 6), (7, 6), (1, 3), (4, 3), (7, 3), (10, 3), (5, 1), (1, 1), (12, 1), (1, 2), (1, 5), (1, 9), (1, 11), (3, 3), (5, 4),
)  # fmt: skip
KINDS = {row.code: row for row in indicator_rows()}


def sayable_codes(language: str) -> list[str]:
    """The indicators that a language has words for."""
    return [code for code in phrases(language).sections["series"] if code in KINDS]


def sayable_areas(language: str) -> list[se.Area]:
    """The areas with a name of their own."""
    return [area for area in se.areas().values() if area_name(area, phrases(language)) is not None]


# ---------------------------------------------------------------------- parts


def values(*, below: int = 10**7) -> st.SearchStrategy[Decimal]:
    """Amounts with their printed zeros."""
    return st.builds(lambda n, places: Decimal(n).scaleb(-places), st.integers(0, below), st.integers(0, 3))


def signed() -> st.SearchStrategy[Decimal]:
    """Amounts of either sign; zero has none."""
    return st.builds(lambda v, down: -v if down and v else v, values(below=10**5), st.booleans())


def periods(*, is_open: bool) -> st.SearchStrategy[se.Period]:
    """Every form in which bulletins name time, in known years or in a year that is not known."""
    year = st.none() if is_open else st.integers(1978, 2035)
    parts = st.builds(lambda y, form: se.Period.of(y, form[0], months=form[1]), year, st.sampled_from(FORMS))
    ends = st.builds(lambda y, month: se.Period.of(y, month, months=1).last_day(), year, st.integers(1, 12))
    days = st.builds(lambda y, month, day: se.Period.of(y, month, day), year, st.integers(1, 12), st.integers(1, 28))
    runs = st.builds(lambda y, m, d, n: se.Period.of(y, m, d).through(se.Period.of(y, m, d + n)), year, st.integers(1, 12),
                     st.integers(1, 18), st.integers(1, 9))  # fmt: skip
    choices = [parts, parts, parts, ends, days, runs]
    if not is_open:
        choices.append(st.builds(lambda y, n: se.Period.of(y, months=12 * n), st.integers(1978, 2030), st.integers(2, 6)))
    return st.one_of(choices)


@st.composite
def compared(draw: st.DrawFn, period: se.Period | None) -> dict[str, object]:
    """A comparison that goes with a period, and its base where it needs one, or at times where it is implied."""
    comparison = draw(st.sampled_from(se.Comparison))
    is_quarter = period is not None and period.months == 3
    if comparison is se.Comparison.MONTH_ON_MONTH and is_quarter:
        comparison = se.Comparison.QUARTER_ON_QUARTER
    if comparison is not se.Comparison.SINCE:
        return {"comparison": comparison}
    known = period is not None and not period.year_is_open and not is_bare_day(period)
    base = draw(periods(is_open=False)) if known else None
    if period is None or base is None:
        return {"comparison": se.Comparison.YEAR_ON_YEAR}
    return {"comparison": usual_base(base, period) or comparison, "base": base}


# ---------------------------------------------------------------------- figures


@st.composite
def figures(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
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
def _level(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    if is_share(topic, phrases(language)):
        return _as(topic, measure="share", value=draw(values(below=999)), unit="PT", qualifier=draw(_hedges()))
    unit = _row_unit(topic) or draw(st.sampled_from(_units(language)))
    fixed = unit in ("PT", "PTM", "IX", "RO", "DAYS")
    mult = 0 if fixed else draw(st.sampled_from(MULTIPLES[language]))
    value = draw(values(below=999) if fixed else values())
    return _as(topic, value=value, unit=unit, unit_mult=mult, qualifier=draw(_hedges()))


def _units(language: str) -> list[str]:
    printed = phrases(language).sections["unit"]
    return [unit for unit in printed if unit not in ("PT", "PTM", "PPT", "RO", "NUM_10KPS", "DAYS", "HOURS", "IX")]


def _hedges() -> st.SearchStrategy[se.Qualifier]:
    return st.just(se.Qualifier.EQ) | st.sampled_from(se.Qualifier)


@st.composite
def _growth(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    if is_share(topic, phrases(language)):
        return draw(_change(topic, language))
    against = draw(compared(topic.period))
    return _as(topic, measure="growth", value=draw(signed()), unit="PT", qualifier=draw(_hedges()), **against)


@st.composite
def _change(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    unit = _row_unit(topic) or "TN"
    unit = "PPT" if unit in ("PT", "PTM", "RO") or is_share(topic, phrases(language)) else unit
    mult = 0 if unit in ("PPT", "IX", "DAYS") else draw(st.sampled_from(MULTIPLES[language]))
    against = draw(compared(topic.period) | st.just({}))
    return _as(topic, measure="change", value=draw(signed()), unit=unit, unit_mult=mult, qualifier=draw(_hedges()), **against)


@st.composite
def _gap(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    if language == "en" and is_bare_day(topic.period):
        return draw(_rank(topic, language))
    side = draw(st.sampled_from(OTHER_SIDES[language][0 if topic.area else 1 :]))
    return _as(topic, measure="gap", value=draw(signed()), unit="PPT", relative_to=side, qualifier=draw(_hedges()))


@st.composite
def _share(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    code = topic.indicator and topic.indicator.code
    if is_share(topic, phrases(language)) or code in phrases(language).words("share", "codes"):
        return draw(_rank(topic, language))
    whole = draw(st.sampled_from(("GDP", "FAI")))
    hedge = draw(_hedges())
    return _as(topic, measure="share", value=draw(values(below=999)), unit="PT", relative_to=whole, qualifier=hedge)


@st.composite
def _contribution(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    value = draw(signed() if topic.status is se.Status.A else values(below=999))
    whole, hedge = draw(st.sampled_from(("GDP", "CPI"))), draw(_hedges())
    return _as(topic, measure="contribution", value=value, unit="PPT", relative_to=whole, qualifier=hedge)


@st.composite
def _rate_of_it(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    if topic.status is not se.Status.A:
        return draw(_rank(topic, language))
    value, hedge = draw(values(below=999)), draw(_hedges())
    return _as(topic, measure="contribution_rate", value=value, unit="PT", relative_to="GDP", qualifier=hedge)


@st.composite
def _multiple(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    against = draw(compared(topic.period))
    return _as(topic, measure="multiple", value=draw(values(below=99)), unit="RO", qualifier=draw(_hedges()), **against)


@st.composite
def _rank(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    among, place = draw(st.sampled_from(AMONG[language] if topic.area else (None,))), Decimal(draw(st.integers(1, 99)))
    return _as(topic, measure="rank", value=place, unit="NUM", relative_to=among)


@st.composite
def _streak(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    if topic.status is not se.Status.A:
        return draw(_rank(topic, language))
    length, unit = Decimal(draw(st.integers(2, 99))), draw(st.sampled_from(("MONTHS", "YEARS")))
    return _as(topic, measure="streak", value=length, unit=unit)


@st.composite
def _achievement(draw: st.DrawFn, topic: se.Observation, language: str) -> se.Observation:
    goal = draw(st.sampled_from([*phrases(language).words("of", "goals"), None]))
    hedge = draw(st.sampled_from((se.Qualifier.EQ, se.Qualifier.ABOUT, se.Qualifier.NEARLY)))
    return _as(topic, measure="achievement", value=draw(values(below=999)), unit="PT", relative_to=goal, qualifier=hedge)


# ---------------------------------------------------------------------- reports


@st.composite
def reports(draw: st.DrawFn, language: str) -> se.Report:
    """Reports of a few topics, each with a few figures, as one bulletin has them."""
    is_open = draw(st.integers(0, 4)) == 0
    places = draw(st.sampled_from(["named", "home", "nowhere"]))
    home = {"named": se.areas()["370000"], "home": HOME, "nowhere": None}[places]
    published = None if is_open else draw(st.none() | st.dates(date(1980, 1, 1), date(2035, 12, 31)))
    times = st.none() | periods(is_open=is_open)
    found: list[se.Observation] = []
    this_year = None if published is None else published.year
    for _ in range(draw(st.integers(1, 4))):
        area = draw(st.sampled_from(sayable_areas(language))) if places == "named" else home
        period = draw(times if not found or found[-1].period is None else periods(is_open=is_open))
        if this_year is None and period is not None and not period.year_is_open:
            this_year = period.first_year
        topic = draw(topics(language, area, period, this_year))
        found.extend(draw(st.lists(figures(topic, language), min_size=1, max_size=4)))
    if is_open:
        found = [attrs.evolve(one, base=None) for one in found]
    return se.Report(language=language, published=published, area=home, observations=found)


@st.composite
def topics(draw: st.DrawFn, language: str, area: se.Area | None, period: se.Period | None, this_year: int | None) -> se.Observation:
    """What some figures are about: a series with a code or a label, a place, a time, and whether it is plan or fact."""
    code = draw(st.none() | st.sampled_from(sayable_codes(language)) | st.sampled_from(sayable_codes(language)))
    status = draw(st.sampled_from([se.Status.A, se.Status.A, se.Status.F, se.Status.T]))
    if period is not None and not period.year_is_open and (this_year or 0) > period.first_year:
        status = se.Status.A  # what is past is no plan
    if is_day(period) and period is not None and code is not None and KINDS[code].kind == "FLOW":
        period = period.last_month()  # what flows is told over more than a day
    return se.Observation(
        label=draw(st.sampled_from(LABELS[language])) if code is None else None,
        indicator=None if code is None else se.indicators()[code],
        area=area,
        period=period,
        status=status,
        value=Decimal(0),
    )


@st.composite
def changed(draw: st.DrawFn, report: se.Report, language: str) -> se.Report:
    """The report with one field of one figure drawn anew: from what the other figures have, or from all that there is."""
    found = list(report.observations)
    n = draw(st.integers(0, len(found) - 1))
    other = draw(figures(draw(topics(language, report.area, None, None)), language))
    field = draw(st.sampled_from([one.name for one in attrs.fields(se.Observation) if one.name != "span"]))
    anything = getattr(draw(strategies.observations()), field)
    value = draw(st.sampled_from([anything, getattr(other, field), getattr(draw(st.sampled_from(found)), field)]))
    found[n] = attrs.evolve(found[n], **{field: value})
    return attrs.evolve(report, observations=found)


def first_of_sentence(report: se.Report) -> Sequence[bool]:
    """Of each figure whether it is the first of its sentence."""
    return [n == 0 for group in sentences(report.observations) for n, _ in enumerate(group)]


__all__ = ["changed", "figures", "first_of_sentence", "is_day", "periods", "reports", "sayable_areas", "sayable_codes"]
