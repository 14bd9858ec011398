"""What figures that stand in one series have in common."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

import attrs

from shandong_econ.lexicon.concepts import indicator_row
from shandong_econ.model import Comparison, Measure, Observation, Period, Status
from shandong_econ.model.concepts import SERIES_CODE, place_of
from shandong_econ.timeseries.conversion import natural_unit
from shandong_econ.timeseries.frequency import Frequency, TimeSpan, frequency_of, is_single, is_so_far


@attrs.frozen(kw_only=True)
class Key:
    """What is measured, where, how, in what unit and over what spans: two figures of one key can follow each other."""

    indicator: str | None = None
    """The code of the series."""
    label: str | None = None
    """The words for a series without a code, in small letters; None where there is one."""
    area: str | None = None
    """The code of the place, or the name of one without a code."""
    entity: str | None = None
    """The firm, park or port that the figures are about."""
    measure: Measure = Measure.LEVEL
    """What kind of number the figures are."""
    comparison: Comparison | None = None
    """What a growth or a change is measured against."""
    base: str | None = None
    """How far back lies what is compared with, as P2Y, or the period itself; None where `comparison` implies it."""
    relative_to: str | None = None
    """The whole of a share, the other side of a gap: a code, or words in small letters."""
    unit: str | None = None
    """The code of the unit: that of the indicator, where units are converted exactly."""
    status: Status = Status.A
    """Results, forecasts and targets stand apart."""
    span: TimeSpan = TimeSpan.SINGLE
    """Whether the figures are of one span each or of the year so far."""
    frequency: Frequency | None = None
    """How often they come; None of a single figure of the year so far or at the end of a month: its series shows it."""
    length: str | None = None
    """How long each span is where the frequency does not say it: P5Y, P10D."""


def keys_of(observation: Observation) -> tuple[Key, ...]:
    """The keys of the series that a figure stands in: none without a period of a known year, or else one or two.

    A first quarter is a quarter and the year so far, as are a January, a first half and a whole year.

    >>> from decimal import Decimal
    >>> growth = Observation(measure="growth", value=Decimal("5.2"), period=Period.parse("2022-Q1"))
    >>> [(key.span.value, key.frequency and key.frequency.value) for key in keys_of(growth)]
    [('single', 'Q'), ('so_far', None)]
    """
    period = observation.period
    if period is None or period.year_is_open:
        return ()
    subject = subject_of(observation)
    return tuple(key_of(subject, span) for span in spans_of(period, kind_of(subject[0])))


Subject: TypeAlias = tuple[
    str | None,
    str | None,
    str | None,
    str | None,
    Measure,
    Comparison | None,
    str | None,
    str | None,
    str | None,
    Status,
]
"""The fields of a key up to `status`, in their order."""
Span: TypeAlias = tuple[TimeSpan, Frequency | None, str | None]
"""The fields of a key after these: the span, its frequency and its length."""


def subject_of(observation: Observation) -> Subject:
    """What the keys of a figure have in common: all of a key but the span, its frequency and its length."""
    indicator, area = observation.indicator, observation.area
    return (
        None if indicator is None else indicator.code,
        None if indicator is not None else words_of(observation.label),
        place_of(area),
        words_of(observation.entity),
        observation.measure,
        observation.comparison,
        _base(observation),
        words_of(observation.relative_to),
        natural_unit(observation),
        observation.status,
    )


def key_of(subject: Subject, span: Span = (TimeSpan.SINGLE, None, None)) -> Key:
    """The key of a subject, of single spans without a frequency unless told otherwise."""
    return Key(**dict(zip(_PARTS, (*subject, *span), strict=True)))  # type: ignore[arg-type]  # in the key's own order


@lru_cache(maxsize=4096)
def spans_of(period: Period, kind: str | None) -> tuple[Span, ...]:
    """The one or two spans that a period is for figures of a kind (see `kind_of`), with its frequency and length."""
    if stands_on(period, kind) != period or (period.is_month_end and kind != "FLOW"):
        return ((TimeSpan.SINGLE, None, None),)
    found: list[Span] = []
    if is_single(period):
        frequency = frequency_of(period)
        found.append((TimeSpan.SINGLE, frequency, _length(period) if frequency is Frequency.OTHER else None))
    if is_so_far(period):
        found.append((TimeSpan.SO_FAR, None, None))
    return tuple(found)


def _length(period: Period) -> str:
    """How long a period is, as in its TIME_PERIOD."""
    return str(period).partition("/")[2]


@lru_cache(maxsize=4096)
def stands_on(period: Period, kind: str | None) -> Period:
    """The period of the point that a figure belongs to: of a stock the last day, for it was counted then.

    >>> print(stands_on(Period.parse("2022-01-01/P5M"), "STOCK"), stands_on(Period.parse("2022-05"), "FLOW"))
    2022-05-31 2022-05
    """
    return period.last_day() if kind == "STOCK" and period.months is not None else period


def kind_of(code: str | None) -> str | None:
    """FLOW, STOCK, RATE, INDEX, COUNT, STRUCTURE or SHARE of an indicator; None of a code that the lexicon has not."""
    row = indicator_row(code)
    return None if row is None else row.kind


@lru_cache(maxsize=4096)
def words_of(text: str | None) -> str | None:
    """Words as a key has them: in small letters, with one blank between them; a code stays as it is.

    >>> words_of(" Value  added"), words_of("GDP"), words_of(" ")
    ('value added', 'GDP', None)
    """
    if text is None or SERIES_CODE.match(text):
        return text
    return " ".join(text.split()).casefold() or None


_PARTS = tuple(field.name for field in attrs.fields(Key))


def _base(observation: Observation) -> str | None:
    base, period = observation.base, observation.period
    if base is None or period is None:
        return None
    return _base_of(base, period, observation.comparison)


@lru_cache(maxsize=4096)
def _base_of(base: Period, period: Period, comparison: Comparison | None) -> str | None:
    if comparison is Comparison.SINCE_START_OF_YEAR:
        return None
    back = _months_back(base, period)
    if back is None:
        return str(base)
    if comparison is Comparison.YEAR_ON_YEAR and back == 12:
        return None
    if comparison in _NEXT_BEFORE and back == period.months:
        return None
    return f"P{back}M" if back % 12 else f"P{back // 12}Y"


_NEXT_BEFORE = (Comparison.MONTH_ON_MONTH, Comparison.QUARTER_ON_QUARTER)


def _months_back(base: Period, period: Period) -> int | None:
    """How many months earlier a period as long begins; None where it is of another length, or not earlier."""
    if base.first is None or period.first is None or base.last is None or period.last is None:
        return None
    months = (period.first.year - base.first.year) * 12 + period.first.month - base.first.month
    same = base.months == period.months if period.months else base.first == base.last and period.first == period.last
    return months if same and months > 0 else None
