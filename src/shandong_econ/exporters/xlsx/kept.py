"""A workbook that is written row by row, and until it is saved keeps the rows of each sheet in a folder of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter


class KeptWorkbook(Workbook):
    """A workbook to write, whose sheets have their files in the folder; openpyxl's own may stay when a disk is full."""

    def __init__(self, folder: Path) -> None:
        super().__init__(write_only=True)
        self._folder = folder

    def create_sheet(  # type: ignore[override]  # titles are texts
        self, title: str, index: int | None = None
    ) -> Any:
        """A new sheet, at the place or at the end."""
        sheet = _KeptSheet(self, title)
        sheet.file = self._folder / f"{len(self.worksheets)}.xml"
        self._add_sheet(sheet, index)  # type: ignore[attr-defined]  # the stubs lack it
        return sheet


class _KeptSheet(WriteOnlyWorksheet):
    file: Path
    _writer: _KeptWriter | None = None

    def _get_writer(self) -> None:
        """Begins the file at the first row, when all that goes before is known."""
        if self._writer is None:
            self._writer = _KeptWriter(self, str(self.file))
            self._writer.write_top()


class _KeptWriter(WorksheetWriter):
    def cleanup(self) -> None:
        """Removes the file when it is in the workbook, to have room for the next."""
        Path(str(self.out)).unlink()
