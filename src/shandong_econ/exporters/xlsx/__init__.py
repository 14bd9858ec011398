"""Excel workbooks: an overview with charts, the figures as a table that a person edits, and the report around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from shandong_econ.model import Report

__all__ = ["Xlsx"]


class Xlsx:
    """The format "xlsx": one workbook with the sheets Overview, Observations, Reports, Statements, Notes and Text.

    Overview, Series (if a series has several periods or prints) and Chart data (if there are charts) are made from the
    others for people: nothing is read of them, and where they disagree a note names the cell. The same reports give the
    same bytes. Reading gives what a person sees in the cells; ExportError and ReadError name the sheet and the cell. No
    openpyxl is loaded before the first call.
    """

    name = "xlsx"
    suffixes = (".xlsx",)

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes a workbook; rows go to disk as they come, so that many reports need little memory."""
        from shandong_econ.exporters.xlsx.write import write_workbook

        write_workbook(reports, file)

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """Reads the reports of a workbook, which is taken into memory whole."""
        from shandong_econ.exporters.xlsx.read import read_workbook

        return read_workbook(file)
