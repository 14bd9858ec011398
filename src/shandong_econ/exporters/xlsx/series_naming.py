"""What a series is called on its sheet: what kind of number it has, over what span each is, and the ends of periods."""

from __future__ import annotations

from datetime import date

from shandong_econ import digest
from shandong_econ.model import Measure, Period
from shandong_econ.model.months import month_end
from shandong_econ.timeseries import Frequency, Key, Line, TimeSpan

_SPANS = {
    Frequency.MONTHLY: "month",
    Frequency.QUARTERLY: "quarter",
    Frequency.HALF_YEARLY: "half",
    Frequency.ANNUAL: "year",
    Frequency.WEEKLY: "week",
    Frequency.DAILY: "day",
}
_OF_WHOLE = frozenset({Measure.SHARE, Measure.CONTRIBUTION, Measure.CONTRIBUTION_RATE})


def what(key: Key, language: str) -> str:
    """What kind of number the figures of a line are."""
    words = digest.words(language)
    parts = [words.get("measure", key.measure.value)]
    if key.comparison is not None:
        parts.append(digest.comparison_in_words(key.comparison, language))
    if key.base is not None:
        parts.append(key.base)
    if key.relative_to is not None:
        of_whole = key.measure in _OF_WHOLE
        parts.append(digest.whole_name(key.relative_to, language) if of_whole else key.relative_to)
    joined = words.get("over_time", "comma").join(parts)
    return words.get("status", key.status.value).format(amount=joined)


def span(line: Line, language: str) -> str:
    """Over what each number of a line is counted."""
    if line.key.span is TimeSpan.SO_FAR:
        name = "so_far"
    else:
        name = "stock" if line.by_ends else _SPANS.get(line.key.frequency or Frequency.OTHER, "other")
    return digest.words(language).get("over_time", name)


def end_in_words(end: date, language: str, *, years: bool) -> str:
    """The end of a period, named as the month or the year that ends then."""
    if end != month_end(end):
        return digest.period_in_words(Period(end, end), language)
    year = digest.period_in_words(Period.of(end.year), language)
    month = digest.period_in_words(Period.of(None, end.month, months=1), language)
    return year if years else digest.words(language).get("over_time", "month_of_year").format(year=year, month=month)
