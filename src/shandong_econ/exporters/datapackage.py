"""A Frictionless Data Package: a zip with the four tables as csv and a description that types their columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from shandong_econ.claims import room
from shandong_econ.model import Report
from shandong_econ.rows import (
    NOTES,
    OBSERVATIONS,
    REPORTS,
    STATEMENTS,
    TABLES,
    encode_row,
    note_rows,
    observation_rows,
    report_row,
    statement_rows,
)

__all__ = ["DataPackage"]


class DataPackage:
    """The format "datapackage": datapackage.json beside reports.csv, observations.csv, statements.csv and notes.csv.

    Unpacked it is a package as well. The same reports give the same bytes.
    """

    name = "datapackage"
    suffixes = (".datapackage.zip",)

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes the package; the tables go to disk as the reports come, for a zip takes one file after another."""
        from zipfile import ZIP_DEFLATED

        from shandong_econ.exporters.datapackage_schema import description
        from shandong_econ.exporters.xlsx.package import SteadyZip

        with room() as folder:
            _write_tables(reports, folder)
            with SteadyZip(file, "w", ZIP_DEFLATED) as package:
                package.writestr("datapackage.json", description())
                for table in TABLES:
                    package.write(str(folder / table.name), f"{table.name}.csv")

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports of the tables, read side by side; ReadError names the table, the line and the column."""
        from shandong_econ.exporters.datapackage_read import read_package

        return read_package(file)


def _write_tables(reports: Iterable[Report], folder: Path) -> None:
    with ExitStack() as stack:
        writers = {}
        for table in TABLES:
            file = stack.enter_context((folder / table.name).open("w", encoding="utf-8", newline=""))
            writers[table] = csv.writer(file)
            writers[table].writerow(table.header)
        for key, report in enumerate(reports, 1):
            for table, rows in (
                (REPORTS, [report_row(report, key)]),
                (OBSERVATIONS, observation_rows(report, key)),
                (STATEMENTS, statement_rows(report, key)),
                (NOTES, note_rows(report, key)),
            ):
                writers[table].writerows(encode_row(table, row) for row in rows)
