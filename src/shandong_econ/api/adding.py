"""Opens an archive to be added to: from the first look at it to the moving of the new one it is one export's alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from shandong_econ.api.drafts import cannot_write, is_special, replacing
from shandong_econ.api.locks import locked
from shandong_econ.errors import ExportError


@contextmanager
def adding(target: Path) -> Iterator[tuple[BinaryIO, BinaryIO | None]]:
    """A new file, as of `replacing`, and the one that it takes the place of, open for reading; None if there is none.

    Exports to one target wait for each other; ExportError if that takes too long, or if a program that waits for nobody
    changes the old file before the new one is moved: what it wrote would be lost.
    """
    try:
        special = is_special(target)
        place = Path(os.path.realpath(target))
    except (OSError, ValueError) as error:
        raise cannot_write(str(target), error) from error
    if special:
        with replacing(target) as (file, _):
            yield file, None
        return
    with locked(place):
        before: os.stat_result | None = None

        def check() -> None:
            if _state(before) != _state(place.stat() if place.exists() else None):
                remedy = "export again, which adds to what is there now"
                raise ExportError(f"{target} was changed while it was being added to: {remedy}")

        with replacing(target, check=check) as (file, _):
            try:
                old = target.open("rb")
            except FileNotFoundError:
                yield file, None
                return
            except (OSError, ValueError) as error:
                raise cannot_write(str(target), error) from error
            with old:
                before = os.fstat(old.fileno())
                yield file, old if before.st_size else None


def _state(found: os.stat_result | None) -> tuple[int, ...] | None:
    return None if found is None else (found.st_ino, found.st_dev, found.st_size, found.st_mtime_ns)
