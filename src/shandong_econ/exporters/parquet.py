"""Figures as Parquet: one row each, typed, for programs that read columns; the texts and notes stay behind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from shandong_econ.extras import extra
from shandong_econ.model import Report
from shandong_econ.rows import OBSERVATIONS

__all__ = ["Parquet"]


class Parquet:
    """The format "parquet": the table of `to_arrow`, written some thousands of rows at a time; it is not read.

    The same reports give the same bytes. No pyarrow is loaded before the first call.
    """

    name = "parquet"
    suffixes = (".parquet",)

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes the figures; MissingExtraError without pyarrow."""
        with extra("parquet", "writing .parquet"):
            from pyarrow.parquet import ParquetWriter

            from shandong_econ.rows.arrow import batches, schema_of
        with ParquetWriter(file, schema_of(OBSERVATIONS)) as writer:
            for batch in batches(reports, OBSERVATIONS):
                writer.write_batch(batch)
