"""One figure told twice: in the title and below, or anywhere in a report."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.findings import Figure, Figures, Finding, Verdict
from shandong_econ.identities.judging import joined, of, told
from shandong_econ.identities.relations import named
from shandong_econ.model import Measure, Report
from shandong_econ.timeseries.keys import kind_of, subject_of, words_of

OF_MANY = frozenset({"PROJECT_INVESTMENT", "CLUSTER_REVENUE"})
"""Series that are told of each project or cluster by itself."""
_TELLABLE = frozenset({Measure.LEVEL, Measure.GROWTH, Measure.SHARE, Measure.RATIO, Measure.ACHIEVEMENT})


def title_and_body(figures: Figures) -> Iterator[Finding]:
    """A figure of the title is told in the text below as well, with the same number or more of its digits."""
    for report in figures.reports:
        found = [figure for figure in figures.of_report(report) if figure.is_exact]
        end = _end_of_title(report)
        for figure in found:
            if end is None or figure.observation.span is None or figure.observation.span.end > end:
                continue
            below = [each for each in found if each.observation.span and each.observation.span.start >= end]
            again = [each for each in below if _key(each) == _key(figure)]
            if again:
                holds = any(of(figure).agrees_with(of(each)) for each in again)
                others = tuple(again if not holds else [e for e in again if of(figure).agrees_with(of(e))])
                yield told(holds, figure, others, f"{figure.words} in the title", f"{joined(others, ', ')} below")


def duplicates(figures: Figures) -> Iterator[Finding]:
    """A figure that is told twice has the same number both times, but for rounding.

    Two numbers in one sentence are at most suspect, since one who writes both tells them apart, as nominal and real
    growth; so are numbers of a year that is not known, which may be two years, and numbers under names of which neither
    is a name of the series alone, nor a part of the other.
    """
    for report in figures.reports:
        by_key: dict[tuple[object, ...], list[Figure]] = {}
        for figure in figures.of_report(report):
            if figure.is_exact and is_tellable(figure):
                by_key.setdefault((_key(figure), figure.observation.speaker), []).append(figure)
        for same in by_key.values():
            first = same[0]
            for other in same[1:]:
                holds = of(first).agrees_with(of(other))
                one_sentence = first.observation.span is not None and first.is_beside(other)
                open_year = first.observation.period is None or first.observation.period.year_is_open
                apart = one_sentence or open_year or not _same_name(first, other)
                worst = Verdict.SUSPECT if apart else Verdict.CONTRADICTS
                yield told(holds, other, (first,), first.words, f"it is told as {other.words} too", worst=worst)


def is_tellable(figure: Figure) -> bool:
    """Whether there is one such figure, so that telling it twice is telling one number twice.

    Projects and firms are counted in many ways under one code.
    """
    told_of = figure.observation
    if figure.code is None or kind_of(figure.code) == "COUNT" or figure.code in OF_MANY:
        return False
    return told_of.measure in _TELLABLE and told_of.period is not None and told_of.area is not None


def _same_name(one: Figure, other: Figure) -> bool:
    first, second = (words_of(figure.observation.label) for figure in (one, other))
    if first is None or second is None or first in second or second in first:
        return True
    return all(named(words, figure.observation.area) == one.code for words, figure in ((first, one), (second, other)))


def _key(figure: Figure) -> tuple[object, ...]:
    return subject_of(figure.observation), figure.observation.period, figure.unit


def _end_of_title(report: Report) -> int | None:
    """Where the title ends, if the text begins with it."""
    if not report.title:
        return None
    start = report.text.find(report.title)
    return start + len(report.title) if 0 <= start <= len(report.text) - len(report.text.lstrip()) + 4 else None
