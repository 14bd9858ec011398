"""The description of a data package: its resources, and a Table Schema for each, made from the columns."""

from __future__ import annotations

from typing import Any

from shandong_econ.exporters.descriptions import DERIVED, ON_CELLS, VERSION
from shandong_econ.exporters.plain import dumps
from shandong_econ.rows import FORMAT_VERSION, REPORTS, TABLES, Column, Kind, Table

_TYPES = {Kind.INTEGER: "integer", Kind.DECIMAL: "number", Kind.DATE: "date"}  # all others are strings
_WHAT = "Figures, statements and notes of regional economic reports, and the reports themselves."


def description() -> bytes:
    """The text of datapackage.json."""
    package = {
        "name": "regional-economic-reports",
        "title": "Regional economic reports",
        "description": f"{_WHAT} {ON_CELLS}",
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in TABLES],
        VERSION: FORMAT_VERSION,
    }
    return dumps(package, indent=2) + b"\n"


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table is REPORTS:
        schema["primaryKey"] = ["report"]
    else:
        reference = {"resource": REPORTS.name, "fields": ["report"]}
        schema["foreignKeys"] = [{"fields": ["report"], "reference": reference}]
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "title": column.title,
        "description": column.description,
    }
    constraints: dict[str, Any] = {}
    if column.codes:
        constraints["enum"] = [code.value for code in column.codes]
    if column.required:
        constraints["required"] = True
    if constraints:
        field["constraints"] = constraints
    if column.derived:
        field[DERIVED] = True
    return field
