"""The companion of a csv: a W3C CSVW metadata document that types its columns and holds what is not tabular.

The reports' own facts, texts, statements and notes stand in it under `shandong-econ:reports`, one report a line, in
the order of the numbers in the csv's column `report`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

import attrs

from shandong_econ.errors import ReadError
from shandong_econ.exporters.document import read_document, write_document
from shandong_econ.exporters.plain import check_version
from shandong_econ.exporters.structure import from_plain, to_plain
from shandong_econ.model import Comparison, How, Measure, Qualifier, Report, Status
from shandong_econ.model.grounds import PARTS
from shandong_econ.rows import FORMAT_VERSION, OBSERVATIONS, Column, Kind

VERSION = "shandong-econ:format_version"
REPORTS = "shandong-econ:reports"
_DATATYPES = {Kind.INTEGER: "integer", Kind.DECIMAL: "decimal", Kind.DATE: "date"}  # all others are strings
_CODE_LISTS = {
    "measure": Measure,
    "comparison": Comparison,
    "qualifier": Qualifier,
    "obs_status": Status,
    **{f"{part}_how": How for part in PARTS},
}
_DESCRIPTION = (
    "One row a figure. An empty cell is unknown. Texts have a backslash where a table does not hold what they say: "
    "\\e is the empty text, \\n, \\r and \\t are line ends and tabs, \\\\ is a backslash, \\= is = at the beginning, "
    "and \\u{85} is the character of that number."
)


def write_companion(file: BinaryIO, csv: BinaryIO, reports: Iterable[Report]) -> None:
    """Writes the companion of a csv, taking the reports as they come; the csv's `url` is the last part of its name."""
    name = getattr(csv, "name", None)
    head = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": PurePath(name).name if isinstance(name, str) else "observations.csv",
        "dc:title": "Observations of regional economic reports",
        "dc:description": _DESCRIPTION,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "tableSchema": {"null": "", "columns": [_column(column) for column in OBSERVATIONS.columns]},
        VERSION: FORMAT_VERSION,
    }
    write_document(file, head, REPORTS, map(_without_observations, reports))


def read_companion(file: BinaryIO) -> Iterator[Report]:
    """The reports of a companion, without their observations."""
    try:
        head, reports = read_document(file, REPORTS, needs=VERSION)
        check_version(head.get(VERSION), VERSION)
        for index, plain in enumerate(reports):
            yield attrs.evolve(from_plain(plain, f"{REPORTS}[{index}]"), observations=())
    except ReadError as error:
        raise ReadError(f"the companion of the csv, {error}") from None


def _column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": [column.name, column.title],
        "dc:description": column.description,
        "datatype": _DATATYPES.get(column.kind, "string"),
    }
    if column.name in _CODE_LISTS:
        described["datatype"] = {"base": "string", "format": "|".join(_CODE_LISTS[column.name])}
    if column.derived:
        described["shandong-econ:derived"] = True
    return described


def _without_observations(report: Report) -> dict[str, Any]:
    plain = to_plain(attrs.evolve(report, observations=()))
    del plain["observations"]
    return plain
