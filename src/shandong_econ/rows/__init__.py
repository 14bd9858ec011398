"""The one flattening of reports into tables, with the one cell codec, for every tabular format."""

from __future__ import annotations

from shandong_econ.rows.assemble import Placed, assemble, noted, with_figures
from shandong_econ.rows.cells import Cell, decode_cell, decode_text, encode_cell, encode_text, encode_within
from shandong_econ.rows.flatten import Row, note_rows, observation_rows, report_row, statement_rows
from shandong_econ.rows.gather import (
    Cells,
    build,
    decode_row,
    disagreements,
    encode_row,
    note_of,
    observation_of,
    report_of,
    statement_of,
)
from shandong_econ.rows.seals import seal_broken, seal_of
from shandong_econ.rows.sentences import sentence_at, sentences
from shandong_econ.rows.tables import (
    AHEAD,
    FORMAT_VERSION,
    NOTES,
    OBSERVATIONS,
    REPORTS,
    STATEMENTS,
    TABLES,
    Column,
    Kind,
    Table,
)
from shandong_econ.rows.typed import Stored, store_cell, store_row, store_text, stored_cell, stored_row, stored_text

__all__ = [
    "AHEAD",
    "FORMAT_VERSION",
    "NOTES",
    "OBSERVATIONS",
    "REPORTS",
    "STATEMENTS",
    "TABLES",
    "Cell",
    "Cells",
    "Column",
    "Kind",
    "Placed",
    "Row",
    "Stored",
    "Table",
    "assemble",
    "build",
    "decode_cell",
    "decode_row",
    "decode_text",
    "disagreements",
    "encode_cell",
    "encode_row",
    "encode_text",
    "encode_within",
    "note_of",
    "note_rows",
    "noted",
    "observation_of",
    "observation_rows",
    "report_of",
    "report_row",
    "seal_broken",
    "seal_of",
    "sentence_at",
    "sentences",
    "statement_of",
    "statement_rows",
    "store_cell",
    "store_row",
    "store_text",
    "stored_cell",
    "stored_row",
    "stored_text",
    "with_figures",
]
