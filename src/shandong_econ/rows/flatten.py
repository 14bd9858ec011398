"""A report as rows of the four tables."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.model import Area, Grounds, Indicator, Report, Span, Speaker, Unit
from shandong_econ.model.grounds import PARTS
from shandong_econ.rows.cells import Cell

Row = tuple[Cell, ...]
"""The cells of a row, in the order of the columns of its table."""


def _coded(thing: Area | Indicator | Unit | None) -> Row:
    return (None, None, None) if thing is None else (thing.code, thing.name, thing.name_zh)


def _speaker(speaker: Speaker | None) -> Row:
    return (None, None, None) if speaker is None else (speaker.name, speaker.role, speaker.organisation)


def _span(span: Span | None) -> Row:
    return (None, None) if span is None else (span.start, span.end)


def _grounds(grounds: Grounds | None) -> Row:
    """How each part was come by, and then where the words of each stand."""
    if grounds is None:
        return _NO_GROUNDS
    parts = [getattr(grounds, part) for part in PARTS]
    places = [each for ground in parts for each in _span(ground and ground.span)]
    return (*(ground and ground.how.value for ground in parts), *places)


_NO_GROUNDS: Row = (None,) * 3 * len(PARTS)


def _quote(span: Span | None, text: str) -> Cell:
    return None if span is None else span.cut(text)


def report_row(report: Report, key: int) -> Row:
    """The row of REPORTS; the authors are one cell, a tuple."""
    return (
        key,
        report.title,
        report.language,
        report.published,
        *_coded(report.area),
        report.authors,
        report.publisher,
        report.uri,
        report.text,
    )


def observation_rows(report: Report, key: int) -> Iterator[Row]:
    """The rows of OBSERVATIONS, one a figure, in the order of the report."""
    for o in report.observations:
        yield (
            key,
            o.label,
            *_coded(o.indicator),
            *_coded(o.area),
            o.entity,
            None if o.period is None else str(o.period),
            o.measure.value,
            None if o.comparison is None else o.comparison.value,
            None if o.base is None else str(o.base),
            o.value,
            *_coded(o.unit),
            o.unit_mult,
            o.amount,
            o.qualifier.value,
            o.status.value,
            o.relative_to,
            *_speaker(o.speaker),
            *_span(o.span),
            _quote(o.span, report.text),
            *_grounds(o.grounds),
        )


def statement_rows(report: Report, key: int) -> Iterator[Row]:
    """The rows of STATEMENTS."""
    for s in report.statements:
        yield (key, s.kind.value, *_speaker(s.speaker), s.text, *_span(s.span))


def note_rows(report: Report, key: int) -> Iterator[Row]:
    """The rows of NOTES."""
    for n in report.notes:
        yield (key, n.code, n.message, *_span(n.span), _quote(n.span, report.text))
