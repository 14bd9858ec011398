"""The seal of a report in an archive: a digest of its cells, by which reading tells damage from an edit.

Whoever edits a cell does so by SQLite, and triggers of the archive then put "edited" in place of the seal; a byte that
a disk or a line has changed passes no trigger, and the seal does not match.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from shandong_econ.rows import seal_of

EDITED = "edited"
"""What stands in place of the seal of a report that was edited, or was written by another program."""


def seal(cells: Sequence[Sequence[Sequence[object]]]) -> str:
    """The digest of the cells of a report, table by table and row by row."""
    stated = json.dumps(cells, separators=(",", ":"), default=repr)  # bytes, which no cell of ours is, give another one
    return seal_of([stated])
