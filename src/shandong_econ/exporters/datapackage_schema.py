"""The description of a data package: its resources, and a Table Schema for each, made from the columns."""

from __future__ import annotations

from typing import Any

from shandong_econ.exporters.plain import dumps
from shandong_econ.model import Comparison, How, Measure, Qualifier, StatementKind, Status
from shandong_econ.model.grounds import PARTS
from shandong_econ.rows import FORMAT_VERSION, REPORTS, TABLES, Column, Kind, Table

VERSION = "shandong-econ:format_version"
_TYPES = {Kind.INTEGER: "integer", Kind.DECIMAL: "number", Kind.DATE: "date"}  # all others are strings
_CODE_LISTS = {
    "measure": Measure,
    "comparison": Comparison,
    "qualifier": Qualifier,
    "obs_status": Status,
    "kind": StatementKind,
    **{f"{part}_how": How for part in PARTS},
}
_DESCRIPTION = (
    "Figures, statements and notes of regional economic reports, and the reports themselves. An empty cell is unknown. "
    "Texts have a backslash where a table does not hold what they say: \\e is the empty text, \\n, \\r and \\t are "
    "line ends and tabs, \\\\ is a backslash, \\= is = at the beginning, and \\u{85} is the character of that number."
)


def description() -> bytes:
    """The text of datapackage.json."""
    package = {
        "name": "regional-economic-reports",
        "title": "Regional economic reports",
        "description": _DESCRIPTION,
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
    if column.name in _CODE_LISTS:
        constraints["enum"] = [code.value for code in _CODE_LISTS[column.name]]
    if column.required:
        constraints["required"] = True
    if constraints:
        field["constraints"] = constraints
    if column.derived:
        field["shandong-econ:derived"] = True
    return field
