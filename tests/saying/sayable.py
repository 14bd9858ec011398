"""Strategies for reports that bulletins could tell: what `say` takes, in either language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import attrs
from hypothesis import strategies as st
from tests.saying.kinds import KINDS, figures, periods

import shandong_econ as se
from shandong_econ.saying.naming import area_name, make_one_word
from shandong_econ.saying.phrases import phrases
from shandong_econ.saying.times import is_day
from shandong_econ.testing import strategies

YEAR = 12  # months
HOME = se.Area(None, "West Coast New Area", "西海岸新区")
LABELS = {
    "zh": ("海带苗产量", "鲜花饼销量", "茶艺表演场次"),
    "en": ("harvest of kelp seedlings", "rentals of hanfu costumes", "cherry blossom carnivals"),
}


def sayable_codes(language: se.Language) -> list[str]:
    """The indicators that a language has words for, and for their units."""
    sections = phrases(language).sections
    printed = sections["unit"].keys() | sections["of_series"].keys()
    return [code for code in sections["series"] if code in KINDS and KINDS[code].unit in printed]


def sayable_areas(language: se.Language) -> list[se.Area]:
    """The areas with a name of their own."""
    return [area for area in se.areas().values() if area_name(area, phrases(language)) is not None]


@st.composite
def reports(draw: st.DrawFn, language: se.Language) -> se.Report:
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
        topic = draw(topics(language, area, period, statuses(period, published, this_year)))
        found.extend(draw(st.lists(figures(topic, language), min_size=1, max_size=4)))
    if is_open:
        found = [attrs.evolve(one, base=None) for one in found]
    elif this_year is not None and any(one.period is None and one.measure is se.Measure.GROWTH for one in found):
        # growth that is aimed at has a time where a year is known
        found = [attrs.evolve(one, status=se.Status.A) if one.period is None else one for one in found]
    return se.Report(language=language, published=published, area=home, observations=found)


def statuses(period: se.Period | None, published: date | None, this_year: int | None) -> tuple[se.Status, ...]:
    """What a figure of a period can be: what is past is no plan, and what lies ahead no result."""
    if period is None or period.year_is_open:
        return tuple(se.Status)
    ends = period.first_year if period.last is None else period.last.year
    begins = date(period.first_year, 1, 1) if period.first is None else period.first
    if published is not None and (begins > published or period.first_year == published.year < ends):
        return (se.Status.F, se.Status.T)
    ahead = None if published is None or period.last is None else (published - begins) < (period.last - published)
    if ahead and (period.months or 0) > YEAR:
        return (se.Status.F, se.Status.T)  # most of its years are ahead
    return (se.Status.A,) if this_year is not None and period.first_year < this_year else tuple(se.Status)


@st.composite
def topics(
    draw: st.DrawFn,
    language: se.Language,
    area: se.Area | None,
    period: se.Period | None,
    statuses: Sequence[se.Status],
) -> se.Observation:
    """What some figures are about: a series with a code or a label, a place, a time, and whether it is plan or fact."""
    code = draw(st.none() | st.sampled_from(sayable_codes(language)) | st.sampled_from(sayable_codes(language)))
    flows = language == "zh" if code is None else KINDS[code].kind == "FLOW"  # all its labels are of flows
    if is_day(period) and period is not None and flows:
        period = period.last_month()  # what flows is told over more than a day
    if code is not None and language == "zh" and area is not None:
        place, name = area_name(area, phrases("zh")) or "", str(phrases("zh").sections["series"][code])
        code = None if make_one_word(place, name, "zh") else code
    return se.Observation(
        label=draw(st.sampled_from(LABELS[language])) if code is None else None,
        indicator=None if code is None else se.indicators()[code],
        area=area,
        period=period,
        status=draw(st.sampled_from(statuses)),
        value=Decimal(0),
    )


@st.composite
def changed(draw: st.DrawFn, report: se.Report, language: se.Language) -> se.Report:
    """The report with one field of one figure drawn anew: from what other figures have, or from all that there is."""
    found = list(report.observations)
    n = draw(st.integers(0, len(found) - 1))
    other = draw(figures(draw(topics(language, report.area, None, tuple(se.Status))), language))
    field = draw(st.sampled_from([one.name for one in attrs.fields(se.Observation) if one.name != "span"]))
    anything = getattr(draw(strategies.observations()), field)
    value = draw(st.sampled_from([anything, getattr(other, field), getattr(draw(st.sampled_from(found)), field)]))
    found[n] = attrs.evolve(found[n], **{field: value})
    return attrs.evolve(report, observations=found)
