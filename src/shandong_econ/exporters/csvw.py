"""The companion of a csv: a W3C CSVW metadata document that types its columns and holds what is not tabular.

The reports' own facts, texts, statements and notes stand in it under `shandong-econ:reports`, one report a line, in
the order of the numbers in the csv's column `report`. Beside the facts of a report stand two seals: `sealed_rows`, of
its rows in the csv, by which it is told that these were not written with it, and `seal`, of the line itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, BinaryIO, NamedTuple

import attrs

from shandong_econ.errors import ReadError
from shandong_econ.exporters.csv_seals import COLUMNS
from shandong_econ.exporters.descriptions import DERIVED, ON_CELLS, VERSION
from shandong_econ.exporters.document import read_document, write_document
from shandong_econ.exporters.plain import check_version
from shandong_econ.exporters.seals import SEAL
from shandong_econ.exporters.seals import seal as seal_of_facts
from shandong_econ.exporters.structure import from_plain, to_plain
from shandong_econ.model import Report
from shandong_econ.model.checks import shown
from shandong_econ.rows import FORMAT_VERSION, Column, Kind, noted, seal_broken, seal_of

REPORTS = "shandong-econ:reports"
ROWS = "sealed_rows"
_DATATYPES = {Kind.INTEGER: "integer", Kind.DECIMAL: "decimal", Kind.DATE: "date"}  # all others are strings


class Kept(NamedTuple):
    """What a companion keeps of a report: all but its observations, and the seal of its rows, which old ones lack."""

    report: Report
    rows: str | None


def write_companion(file: BinaryIO, csv: BinaryIO, reports: Iterable[tuple[Report, str]]) -> None:
    """Writes the companion of a csv, taking the reports as they come, each with the seal of its rows.

    The csv's `url` is the last part of its name.
    """
    name = getattr(csv, "name", None)
    head = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": PurePath(name).name if isinstance(name, str) else "observations.csv",
        "dc:title": "Observations of regional economic reports",
        "dc:description": f"One row a figure. {ON_CELLS}",
        "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "tableSchema": {"null": "", "columns": [_column(column) for column in COLUMNS.columns]},
        VERSION: FORMAT_VERSION,
    }
    write_document(file, head, REPORTS, _sealed(reports))


def read_companion(file: BinaryIO) -> Iterator[Kept]:
    """What a companion keeps of each report; a Note names a line of it that is not as it was written."""
    try:
        head, reports = read_document(file, REPORTS, needs=VERSION)
        check_version(head.get(VERSION), VERSION)
        before = ""
        for index, plain in enumerate(reports):
            place = f"{REPORTS}[{index}]"
            rows, seal = _taken(plain, place, ROWS), _taken(plain, place, SEAL)
            report = attrs.evolve(from_plain(plain, place, strict=True), observations=())
            holds = rows is seal is None or seal == _seal(_without_observations(report), rows or "", before)
            yield Kept(report if holds else noted(report, [seal_broken(f"{place} of the companion")]), rows)
            before = seal or ""
    except ReadError as error:
        raise ReadError(f"the companion of the csv, {error}") from None


def _sealed(reports: Iterable[tuple[Report, str]]) -> Iterator[dict[str, Any]]:
    seal = ""
    for report, rows in reports:
        plain = _without_observations(report)
        seal = _seal(plain, rows, seal)
        yield {**plain, ROWS: rows, SEAL: seal}


def _seal(plain: dict[str, Any], rows: str, before: str) -> str:
    """The seal of a report without its observations, of its rows, and of the line before."""
    return seal_of([rows, seal_of_facts(plain)], after=before)


def _taken(plain: object, place: str, key: str) -> str | None:
    """A seal out of the plain values of a report; ReadError if it is no text."""
    seal = plain.pop(key, None) if isinstance(plain, dict) else None
    if seal is not None and not isinstance(seal, str):
        raise ReadError(f"{place}.{key}: {shown(seal)} is no seal: put back what was written, or take it out")
    return seal


def _column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": [column.name, column.title],
        "dc:description": column.description,
        "datatype": _DATATYPES.get(column.kind, "string"),
    }
    if column.codes:
        described["datatype"] = {"base": "string", "format": "|".join(column.codes)}
    if column.derived:
        described[DERIVED] = True
    return described


def _without_observations(report: Report) -> dict[str, Any]:
    plain = to_plain(attrs.evolve(report, observations=()))
    del plain["observations"]
    return plain
