"""Tables as grids: what a cell and a table are, how a table is laid into a text, and how one is found in a text."""

from __future__ import annotations

from shandong_econ.grids.finding import tables_in
from shandong_econ.grids.grid import MOST_PLACES, Cell, Grid
from shandong_econ.grids.laying import Entry, Table, laid, table_of

__all__ = ["MOST_PLACES", "Cell", "Entry", "Grid", "Table", "laid", "table_of", "tables_in"]
