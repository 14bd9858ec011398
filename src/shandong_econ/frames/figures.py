"""Figures as an Arrow table that one calculates with; import it late, for it loads pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import pyarrow

from shandong_econ.frames.columns import ADDED, FrameColumn, header
from shandong_econ.model import Observation, Report
from shandong_econ.rows import OBSERVATIONS, sentence_at, sentences
from shandong_econ.rows.arrow import (
    EXACT,
    Encoder,
    as_they_are,
    columns_of,
    encoder,
    exact,
    in_batches,
    rows_of,
    schema_of,
    texts,
)
from shandong_econ.timeseries.frequency import TimeSpan, frequency_of
from shandong_econ.timeseries.keys import kind_of, spans_of

_TYPES = {
    "date": pyarrow.date32(),
    "text": pyarrow.string(),
    "code": pyarrow.string(),
    "flag": pyarrow.bool_(),
    "float": pyarrow.float64(),
}


def figures(reports: Iterable[Report], *, decimal: bool) -> pyarrow.Table:
    """The figures of reports with all columns of a frame; `value` is a float, or a decimal where `decimal`."""
    schema = schema_of(OBSERVATIONS)
    for column in ADDED:
        schema = schema.append(_field(column, decimal=decimal))
    parts = (_rows(report, key) for key, report in enumerate(reports, 1))
    encoders = [encoder(column) for column in columns_of(OBSERVATIONS)]
    encoders += [_encoder(column, decimal=decimal) for column in ADDED]
    return pyarrow.Table.from_batches(in_batches(parts, schema, encoders), schema).select(header())


def _field(column: FrameColumn, *, decimal: bool) -> pyarrow.Field:
    kind = EXACT if column.name == "value" and decimal else _TYPES[column.holds]
    return pyarrow.field(column.name, kind, metadata={"description": column.description})


def _encoder(column: FrameColumn, *, decimal: bool) -> Encoder:
    if column.name == "value":
        return exact if decimal else _floats
    return texts if column.holds in {"text", "code"} else as_they_are


def _floats(cells: Sequence[Decimal]) -> list[float]:
    return list(map(float, cells))  # infinite, or 0, for what no float comes near


def _rows(report: Report, key: int) -> Iterator[tuple[Any, ...]]:
    """The rows of a report in the files' columns, each with the cells of the added ones."""
    about = (report.published, report.publisher, report.title, report.uri)
    told = list(sentences(report.text)) if report.observations else []
    for figure, row in zip(report.observations, rows_of(report, key, OBSERVATIONS), strict=True):
        at = sentence_at(told, figure.span)
        yield (*row, *about, *_spans(figure), figure.amount, None if at is None else told[at].cut(report.text))


def _spans(figure: Observation) -> tuple[str | None, bool, bool]:
    """How often such periods come, and whether it can be one span, and the year so far, as in a series of its kind."""
    if figure.period is None:
        return None, False, False
    spans = [span for span, *_ in spans_of(figure.period, figure.indicator and kind_of(figure.indicator.code))]
    return frequency_of(figure.period).value, TimeSpan.SINGLE in spans, TimeSpan.SO_FAR in spans
