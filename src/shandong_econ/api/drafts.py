"""Writes so that a target is whole-old or whole-new, whatever happens on the way.

What is written goes to a draft beside the target and is moved into its place when it is complete and on the disk. Of a
target with a companion the companion is moved first, and moved back if the other cannot follow; only a process that is
killed between the two moves leaves a new companion beside an old file, and it is for the format to tell. One that is
killed before leaves its drafts, `.shandong_econ-*.draft`, and nothing else; the next export to the folder sweeps them.
"""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

import attrs

from shandong_econ.claims import LOCKS, claim, share, sweep
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


_LEFT = re.compile(r"\.shandong_econ-[0-9a-f]{16}\.(draft|lock)")  # the locks of archives end with their holders, too


@attrs.frozen(eq=False)
class _Draft:
    path: Path
    target: Path
    file: BinaryIO
    held: io.FileIO
    """The same file, open and claimed while the host needs it: an exporter that closes its own does no harm."""


@contextmanager
def replacing(
    target: Path,
    companion_of: Callable[[Path], Path | None] = lambda _: None,
    *,
    check: Callable[[], None] = lambda: None,
    moving: Callable[[Path], AbstractContextManager[None]] | None = None,
) -> Iterator[tuple[BinaryIO, BinaryIO | None]]:
    """New files, to be written in the block, that take the places of the target and its companion at its end.

    If the block or the moving raises anything, KeyboardInterrupt too, what stood at the places stands there still. A
    link is followed, permissions are kept. A device or a pipe is written to as a stream. `check` is called when all is
    on the disk, and nothing is moved if it raises; what is moved is moved within `moving`, which is given the target's
    place. ExportError names the path and the remedy.
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
                _keep_permissions(drafts[-1], place)
        yield drafts[0].file, None if companion is None else drafts[1].file
        for draft in drafts:
            with _explained(draft.target):
                _complete(draft)
        check()
        with moving(place) if moving else nullcontext(), _explained(target):
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
        if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise PermissionError(errno.EACCES, "it is read-only")
    sweep(target.parent, _LEFT, Path.unlink)
    path, held = _claimed(target)
    raw = io.FileIO(os.dup(held.fileno()), "wb")
    raw.name = str(target)  # what the file is called when all is done, for formats that say so within
    return _Draft(path, target, io.BufferedWriter(raw), held)


def _claimed(target: Path) -> tuple[Path, io.FileIO]:
    """A new file beside the target, which nobody sweeps while it is open."""
    while True:
        path = _new_name(target)
        held = io.FileIO(os.fspath(path), "xb")
        if claim(path, held.fileno()):
            return path, held
        held.close()


def _new_name(target: Path) -> Path:
    return target.with_name(f".shandong_econ-{os.urandom(8).hex()}.draft")


def _keep_permissions(draft: _Draft, main: Path) -> None:
    """Gives a draft the permissions of what it replaces; a new companion, which holds the text, those of its file."""
    for old in (draft.target, main):
        with suppress(FileNotFoundError):
            draft.path.chmod(stat.S_IMODE(old.stat().st_mode))
            return


def _complete(draft: _Draft) -> None:
    draft.file.close()
    os.fsync(draft.held.fileno())
    if not LOCKS:  # where there are none no open file is moved; else the lock is held until it is
        draft.held.close()


def _move(draft: _Draft, companion: _Draft | None = None) -> None:
    if companion is None:
        draft.path.replace(draft.target)
        return
    with _kept(companion.target) as old:
        try:
            companion.path.replace(companion.target)
            draft.path.replace(draft.target)
        except BaseException:
            if draft.path.exists():  # else both are moved, and an interruption came too late
                _put_back(companion, old)
            raise


@contextmanager
def _kept(path: Path) -> Iterator[Path | None]:
    """Where the file at the path stands a second time, until the block is over; None if there is no such file."""
    with ExitStack() as names, ExitStack() as files:
        old = None
        with suppress(FileNotFoundError):
            old = _second(path, files.enter_context(path.open("rb")), files)
            names.callback(old.unlink, missing_ok=True)
        if not LOCKS:  # see _complete
            files.close()
        yield old


def _second(path: Path, file: BinaryIO, files: ExitStack) -> Path:
    """A second name of the file at the path, or a copy where it gets none, unswept while the files are open."""
    if share(file.fileno()):  # else it was moved here just now, and its maker has not yet let it go
        old = _new_name(path)
        with suppress(OSError):  # the file system has no links
            old.hardlink_to(path)
            return old
    old, held = _claimed(path)
    copy = files.enter_context(io.BufferedWriter(held))
    shutil.copyfileobj(file, copy)
    copy.flush()
    shutil.copystat(path, old)
    return old


def _put_back(companion: _Draft, old: Path | None) -> None:
    if companion.path.exists():  # it was not moved
        return
    if old is None:
        companion.target.unlink()
    else:
        old.replace(companion.target)


def _discard(draft: _Draft) -> None:
    for done in (draft.file.close, draft.held.close, draft.path.unlink):
        with suppress(OSError):  # the disk is full, which has been told of already, or the draft has been moved
            done()
