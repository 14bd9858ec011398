"""Figures as SDMX-CSV 2.0, for the tools of statistical offices; what is no code of a list goes into attributes.

The dimensions take SDMX's own codes for what is not a code of ours: `_U` is unknown, `_O` is other (a name without a
code), `_Z` does not apply and `_T` is the total. `FIGURE`, the number of the report and of the figure in it, keeps
every key unique, for two texts may state the same figure.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import BinaryIO

from shandong_econ.lexicon.concepts import indicator_rows
from shandong_econ.model import Area, Indicator, Observation, Period, Report, Status
from shandong_econ.rows import encode_text
from shandong_econ.rows.cells import encode_decimal
from shandong_econ.timeseries.frequency import frequency_of

__all__ = ["SdmxCsv"]

STRUCTURE = ("datastructure", "SHANDONG_ECON:REPORTED_FIGURES(1.0)", "I")
UNKNOWN, OTHER, NOT_APPLICABLE, TOTAL = "_U", "_O", "_Z", "_T"
_ACTIVITY = re.compile(r"[A-T](\d\d)?|D_E|BTE|PRIM|SEC|TERT")  # the classes of GB/T 4754 among the breakdowns
_WIDE = io.DEFAULT_BUFFER_SIZE

_Cell = Callable[[Report, Observation], str]


class SdmxCsv:
    """The format "sdmx-csv": one row a figure, dimensions before OBS_VALUE and attributes after it; it is not read."""

    name = "sdmx-csv"
    suffixes = (".sdmx.csv",)

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes the rows as the reports come."""
        text = io.StringIO(newline="")
        rows = csv.writer(text)
        rows.writerow(["STRUCTURE", "STRUCTURE_ID", "ACTION", "FIGURE", *_COLUMNS])
        for key, report in enumerate(reports, 1):
            for number, figure in enumerate(report.observations, 1):
                cells = [cell(report, figure) for cell in _COLUMNS.values()]
                rows.writerow([*STRUCTURE, f"{key}-{number}", *cells])
            if text.tell() > _WIDE:
                _pour(text, file)
        _pour(text, file)


def _pour(text: io.StringIO, file: BinaryIO) -> None:
    file.write(text.getvalue().encode())
    text.seek(0)
    text.truncate()


def _frequency(period: Period | None) -> str:
    return UNKNOWN if period is None else frequency_of(period).value


def _time(period: Period | None) -> str:
    """A period as SDMX takes it; nothing where the year is open, for it has no code for such a time."""
    return "" if period is None or period.year_is_open else str(period)


def _code(thing: Area | Indicator | None, label: str | None = None) -> str:
    if thing is None:
        return OTHER if label else UNKNOWN
    return thing.code or OTHER


def _activity(indicator: Indicator | None) -> str:
    return UNKNOWN if indicator is None else _activities().get(indicator.code, UNKNOWN)


@cache
def _activities() -> Mapping[str, str]:
    """The activity of each indicator that the lexicon has, from what its breakdown says."""
    found = {row.code: filter(_ACTIVITY.fullmatch, row.breakdown.split(";")) for row in indicator_rows()}
    return {code: next(activities, TOTAL) for code, activities in found.items()}


def _decimals(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)  # a str only for what is not finite, which the model refuses
    return str(max(0, -exponent))


def _name(thing: Area | Indicator | None) -> str:
    return "" if thing is None else encode_text(thing.name if thing.name is not None else thing.name_zh)


def _how(figure: Observation, part: str) -> str:
    ground = getattr(figure.grounds, part, None)
    return "" if ground is None else ground.how.value


_COLUMNS: dict[str, _Cell] = {
    "FREQ": lambda _, o: _frequency(o.period),
    "REF_AREA": lambda _, o: _code(o.area),
    "INDICATOR": lambda _, o: _code(o.indicator, o.label),
    "ACTIVITY": lambda _, o: _activity(o.indicator),
    "MEASURE": lambda _, o: o.measure.value,
    "COMPARISON": lambda _, o: NOT_APPLICABLE if o.comparison is None else o.comparison.value,
    "TIME_PERIOD": lambda _, o: _time(o.period),
    "OBS_VALUE": lambda _, o: encode_decimal(o.value),
    "UNIT_MEASURE": lambda _, o: UNKNOWN if o.unit is None else o.unit.code,
    "UNIT_MULT": lambda _, o: str(o.unit_mult),
    "DECIMALS": lambda _, o: _decimals(o.value),
    "OBS_STATUS": lambda _, o: "A" if o.status is Status.A else "F",  # SDMX has no code for a target
    "REPORTED_STATUS": lambda _, o: o.status.value,
    "QUALIFIER": lambda _, o: o.qualifier.value,
    "REPORTED_PERIOD": lambda _, o: "" if o.period is None else str(o.period),
    "BASE_PER": lambda _, o: "" if o.base is None else str(o.base),
    "RELATIVE_TO": lambda _, o: encode_text(o.relative_to),
    "LABEL": lambda _, o: encode_text(o.label),
    "INDICATOR_NAME": lambda _, o: _name(o.indicator),
    "REF_AREA_NAME": lambda _, o: _name(o.area),
    "ENTITY": lambda _, o: encode_text(o.entity),
    "SERIES_HOW": lambda _, o: _how(o, "series"),
    "AREA_HOW": lambda _, o: _how(o, "area"),
    "PERIOD_HOW": lambda _, o: _how(o, "period"),
    "COMPARISON_HOW": lambda _, o: _how(o, "comparison"),
    "QUOTE": lambda r, o: "" if o.span is None else encode_text(o.span.cut(r.text)),
    "PUBLISHED": lambda r, _: "" if r.published is None else r.published.isoformat(),
    "SOURCE": lambda r, _: encode_text(r.uri),
}
