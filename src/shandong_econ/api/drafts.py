"""Writes so that a target is whole-old or whole-new, whatever happens on the way.

What is written goes to a draft beside the target and is moved into its place when it is complete and on the disk. Of a
target with a companion the companion is moved first, and moved back if the other cannot follow; only a process that is
killed between the two moves leaves a new companion beside an old file. One that is killed before leaves its drafts,
`.shandong_econ-*.tmp`, and nothing else.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import attrs

from shandong_econ.errors import ExportError

_NO_LOCKS = "write it on a disk of this machine, and copy it"  # so says a network's file system that keeps none
_REMEDIES = {
    errno.ENOENT: "make the folder first",
    errno.ENOTDIR: "give a path whose folders are folders",
    errno.EACCES: "choose another place, or change its permissions",
    errno.EPERM: "choose another place, or change its permissions",
    errno.EROFS: "choose a place that can be written to",
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.EFBIG: "make room, or write fewer reports into one file",
    errno.ENAMETOOLONG: "give a shorter name",
    errno.ENOLCK: _NO_LOCKS,
    errno.ENOSYS: _NO_LOCKS,
    errno.EOPNOTSUPP: _NO_LOCKS,
    errno.ELOOP: "mend the links that lead in a circle",
}


@attrs.frozen(eq=False)
class _Draft:
    path: Path
    target: Path
    file: BinaryIO
    held: io.FileIO
    """The same file, open for as long as the host needs it: an exporter that closes its own does no harm."""


@contextmanager
def replacing(
    target: Path,
    companion_of: Callable[[Path], Path | None] = lambda _: None,
    *,
    check: Callable[[], None] = lambda: None,
) -> Iterator[tuple[BinaryIO, BinaryIO | None]]:
    """New files, to be written in the block, that take the places of the target and its companion at its end.

    If the block or the moving raises anything, KeyboardInterrupt too, what stood at the places stands there still. A
    link is followed, permissions are kept. A device or a pipe is written to as a stream. `check` is called when all is
    on the disk, and nothing is moved if it raises. ExportError names the path and the remedy.
    """
    with _explained(target):
        stream = target.open("wb") if is_special(target) else None
        place = Path(os.path.realpath(target))
        companion = companion_of(place)
    if stream is not None:
        try:
            yield stream, None
        finally:
            with _explained(target):
                stream.close()
        return
    drafts: list[_Draft] = []
    try:
        for path in [place] if companion is None else [place, companion]:
            with _explained(path):
                drafts.append(_draft(path))
                _keep_permissions(drafts[-1])
        yield drafts[0].file, None if companion is None else drafts[1].file
        for draft in drafts:
            with _explained(draft.target):
                _complete(draft)
        check()
        with _explained(target):
            _move(*drafts)
    finally:
        for draft in drafts:
            _discard(draft)


def cannot_write(where: str, error: OSError | ValueError) -> ExportError:
    """The error for what the system refuses, with a remedy where there is one to name."""
    words = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    remedy = _REMEDIES.get(error.errno or 0) if isinstance(error, OSError) else "give a path without it"
    return ExportError(f"{where} cannot be written: {words}{f': {remedy}' if remedy else ''}")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise cannot_write(str(path), error) from error


def is_special(path: Path) -> bool:
    """Whether the path leads to something that is neither a file nor a folder, such as a device or a pipe."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _draft(target: Path) -> _Draft:
    """A new file in the folder of the target, which is a file that may be written or is not there yet."""
    target = Path(os.path.realpath(target))
    with suppress(FileNotFoundError):
        mode = target.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "it is a folder, and a file is wanted")
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "it is read-only")
    path = target.with_name(_new_name())
    held = io.FileIO(os.fspath(path), "xb")
    raw = io.FileIO(os.dup(held.fileno()), "wb")
    raw.name = str(target)  # what the file is called when all is done, for formats that say so within
    return _Draft(path, target, io.BufferedWriter(raw), held)


def _new_name() -> str:
    return f".shandong_econ-{os.urandom(8).hex()}.tmp"


def _keep_permissions(draft: _Draft) -> None:
    with suppress(FileNotFoundError):
        draft.path.chmod(stat.S_IMODE(draft.target.stat().st_mode))


def _complete(draft: _Draft) -> None:
    draft.file.close()
    os.fsync(draft.held.fileno())
    draft.held.close()


def _move(draft: _Draft, companion: _Draft | None = None) -> None:
    if companion is None:
        draft.path.replace(draft.target)
        return
    old = companion.target.with_name(_new_name())
    try:
        _keep(companion.target, old)
        companion.path.replace(companion.target)
        draft.path.replace(draft.target)
    except BaseException:
        if draft.path.exists():  # else both are moved, and an interruption came too late
            _put_back(companion, old)
        raise
    finally:
        old.unlink(missing_ok=True)


def _keep(path: Path, old: Path) -> None:
    """Gives the file at the path, if there is one, a second name, or a copy where the file system has no links."""
    try:
        old.hardlink_to(path)
    except FileNotFoundError:
        return
    except OSError:
        shutil.copy2(path, old)


def _put_back(companion: _Draft, old: Path) -> None:
    if companion.path.exists():  # it was not moved
        return
    if old.exists():
        old.replace(companion.target)
    else:
        companion.target.unlink()


def _discard(draft: _Draft) -> None:
    for done in (draft.file.close, draft.held.close, draft.path.unlink):
        with suppress(OSError):  # the disk is full, which has been told of already, or the draft has been moved
            done()
