"""Clauses of accidents: what fails is told, and what stood at the target stands there still, with nothing beside."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from shandong_econ import api
from shandong_econ.model import Report
from shandong_econ.plugins import Failure, Format, attempt, lent
from shandong_econ.testing.calling import KeptOpen, sound, write
from shandong_econ.testing.clause import breach
from shandong_econ.testing.samples import other, sample, samples
from shandong_econ.testing.subjects import ANY_SUFFIX, ExporterSubject

__all__ = ["interrupted", "leaves_the_old_file", "lets_errors_pass", "says_that_the_disk_is_full"]


class Interrupted(Exception):  # noqa: N818  # no error of anybody's: it stands for whatever the reports may raise
    """What the reports raise that an exporter is given."""


class Full(KeptOpen):
    """A file on a disk that is full."""

    def write(self, data: Any) -> int:
        """Takes nothing."""
        raise OSError(errno.ENOSPC, "No space left on device")


def interrupted() -> Iterator[Report]:
    """A report, and an exception where the next would be."""
    yield sample()
    raise Interrupted("the reports break off here")


def lets_errors_pass(subject: ExporterSubject) -> None:
    """`write` does not return where getting the reports raises."""
    if not isinstance(attempt(write, subject, interrupted(), KeptOpen(), KeptOpen()), Failure):
        remedy = "do not catch what the reports raise: half of them are no file"
        breach("the reports raised an exception, and write returned as if they had ended", remedy=remedy)


def says_that_the_disk_is_full(subject: ExporterSubject) -> None:
    """`write` does not return where the file cannot be written to."""
    if not isinstance(attempt(write, subject, samples(), Full(), KeptOpen()), Failure):
        breach("writing to a full disk failed, and write returned", remedy="do not catch the OSError of file.write")


def leaves_the_old_file(subject: ExporterSubject) -> None:
    """Where exporting to a path fails, the old files are as they were, and no other is left, there or elsewhere."""
    with _folders() as (folder, temporary), lent(Format.of(subject.exporter)):
        path = folder / f"reports{(*subject.exporter.suffixes, ANY_SUFFIX)[0]}"
        export = partial(api.export, format=subject.exporter.name)
        sound(attempt(export, [other()], path), "export(reports, path)", "let write take a file that is on the disk")
        before = _contents(folder)
        _fails(lambda: export(interrupted(), path))
        changed = [name for name, data in before.items() if _contents(folder).get(name) != data]
        if changed:
            breach(
                f"an export failed, and changed {changed[0]!r}", remedy="write to the file that is given, and no other"
            )
        _fails(lambda: write(subject, samples(), Full(), KeptOpen()))
        left = [*(_contents(folder).keys() - before.keys()), *_contents(temporary)]
        if left:
            breach(
                f"an export failed, and left {left[0]!r} behind", remedy="take away your own files in a finally block"
            )


def _fails(call: Callable[[], None]) -> None:
    """Makes the call, which is to fail; whether it does is another clause."""
    attempt(call)


@contextmanager
def _folders() -> Iterator[tuple[Path, Path]]:
    """A folder to export to, and the one that temporary files go to meanwhile."""
    with TemporaryDirectory() as folder, TemporaryDirectory() as temporary:
        usual, tempfile.tempdir = tempfile.tempdir, temporary
        try:
            yield Path(folder), Path(temporary)
        finally:
            tempfile.tempdir = usual


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
