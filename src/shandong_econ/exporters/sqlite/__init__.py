"""An archive in SQLite: tables with keys, and an index of the sentences, to which every export adds.

The database is made, or the old one copied and added to, in a folder of its own, in one transaction, and then given to
the host as a finished file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from shandong_econ.model import Report

__all__ = ["Sqlite"]


class Sqlite:
    """The format "sqlite": tables reports, observations, statements, notes, and sentences with a full-text index.

    Exporting to an archive that is there adds the reports, and replaces those that it has already: of the same `uri`
    (where that is an address, such as https://...), else of the same text, else, without a text, the same in all. Of
    several with one address only the one with the same text is replaced.
    The views figures and series are made from the tables, for who browses them. No trigger or view that a file brings
    is run. No sqlite3 is loaded before the first call.
    """

    name = "sqlite"
    suffixes = (".sqlite", ".sqlite3", ".db")

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes a new archive."""
        from shandong_econ.exporters.sqlite.write import write_archive

        write_archive(reports, None, file)

    def add(self, reports: Iterable[Report], old: BinaryIO, file: BinaryIO) -> None:
        """Writes what the old archive has, with the reports added or replaced; other tables in it stay."""
        from shandong_econ.exporters.sqlite.write import write_archive

        write_archive(reports, old, file)

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports in the order of their numbers; ReadError names the table, the row and what is wrong there."""
        from shandong_econ.exporters.sqlite.read import read_archive

        return read_archive(file, None)

    def find(self, file: BinaryIO, query: str) -> Iterator[Report]:
        """The reports whose numbers a SELECT gives, in its column `report` or its only one."""
        from shandong_econ.exporters.sqlite.read import read_archive

        return read_archive(file, query)
