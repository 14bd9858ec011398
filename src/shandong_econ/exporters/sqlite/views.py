"""The views of an archive, for who browses it: each figure with its report and sentence, and each point of a series.

They are made from the tables, so nothing is read of them and no seal is of them; where something else in a file has
their name, it stays and they are not made.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache

from shandong_econ.exporters.sqlite.schema import quoted, statements_of_schema
from shandong_econ.rows import OBSERVATIONS

_MADE = "-- made by shandong_econ, and made anew by an export"  # stands in our views of any version
_TOLD = ", ".join(f"o.{quoted(column.name)}" for column in OBSERVATIONS.columns[1:])
_KEY = (
    "indicator",
    "CASE WHEN indicator IS NULL THEN lower(trim(label)) END",
    "coalesce(ref_area, ref_area_name_zh, ref_area_name)",
    "lower(trim(entity))",
    "measure",
    "comparison",
    "base_period",
    "CASE WHEN upper(relative_to) = relative_to THEN relative_to ELSE lower(trim(relative_to)) END",
    "unit_measure",
    "obs_status",
    "time_period",
)
_SHOWN = (
    "indicator",
    "indicator_name",
    "indicator_name_zh",
    "label",
    "ref_area",
    "ref_area_name",
    "ref_area_name_zh",
    "entity",
    "measure",
    "comparison",
    "base_period",
    "relative_to",
    "unit_measure",
    "obs_status",
    "time_period",
    "amount",
    "obs_value",
    "unit_mult",
    "qualifier",
    "published",
    "report",
)
_FIGURES = f"""CREATE VIEW figures AS {_MADE}
SELECT o.report, o.number, r.published, r.publisher, r.title, r.uri, {_TOLD}, s.text AS sentence
FROM observations AS o
JOIN reports AS r ON r.report = o.report
LEFT JOIN sentences AS s ON s.id = o.sentence
"""  # noqa: S608  # all names are our own
# Of bulletins of one day, and of those without one, the order is that of se.series.
_NEWEST = ", ".join(
    (
        "published IS NULL, published DESC",
        *(f"CASE WHEN published IS NOT NULL THEN coalesce({name}, '') END" for name in ("uri", "title", "publisher")),
        "report, number",
    )
)
_SERIES = f"""CREATE VIEW series AS {_MADE}
SELECT {", ".join(f"max(CASE WHEN place = 1 THEN {name} END) AS {name}" for name in _SHOWN)},
    count(DISTINCT report) AS n_prints, count(DISTINCT printf('%.14g', amount)) AS n_values
FROM (
    SELECT *, dense_rank() OVER (ORDER BY {", ".join(_KEY)}) AS line,
        row_number() OVER (PARTITION BY {", ".join(_KEY)} ORDER BY {_NEWEST}) AS place
    FROM (
        SELECT o.*, r.published, r.uri, r.title, r.publisher
        FROM observations AS o JOIN reports AS r ON r.report = o.report
        WHERE o.time_period NOT LIKE 'XXXX%'
    )
)
GROUP BY line
ORDER BY line
"""  # noqa: S608  # all names are our own


def make_views(database: sqlite3.Connection) -> None:
    """Makes the views that the archive lacks, and those of another version anew."""
    there = {name.lower(): (kind, sql) for name, kind, sql in database.execute(_THERE)}
    for name, statement in views().items():
        kind, sql = there.get(name, ("", ""))
        if sql == statement or (kind and not (kind == "view" and _MADE in str(sql))):
            continue
        if kind:
            database.execute(f"DROP VIEW {name}")
        database.execute(statement)


_THERE = "SELECT name, type, sql FROM sqlite_master"


@cache
def views() -> Mapping[str, str]:
    """The views by their names, as SQLite writes them down."""
    with closing(sqlite3.connect(":memory:")) as database:
        for statement in (*statements_of_schema(), _FIGURES, _SERIES):
            database.execute(statement)
        return dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall())
