"""What a person does to an archive with any SQLite program."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def changed(path: Path, *statements: str) -> None:
    """Runs statements on the archive as a person with any SQLite program would."""
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()
