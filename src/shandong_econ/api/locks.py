"""Lets one export at a time add to a file, or move a file and its companion into their places.

It is done by a lock that the system keeps, and takes back from whoever is killed. The lock is that of a small file
beside the target, and not of the target: that is replaced, and SQLite has locks of its own on it. Who is done takes the
file away; what a killed holder leaves is taken over by the next.
"""

from __future__ import annotations

import errno
import os
import random
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import get_ident
from time import monotonic, sleep

from shandong_econ.api.drafts import cannot_write
from shandong_econ.errors import ExportError

PATIENCE = 60.0
"""Seconds that an export waits for its turn."""
WITHOUT_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
"""What a file system says that keeps no locks."""
_PAUSE = 0.02  # seconds, on the average, between two tries
_HELD: set[tuple[int, int, Path]] = set()  # process, thread and lock: who asks for what it has would wait for itself

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def _unlock(file: int, path: Path) -> None:
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
        os.close(file)
        with suppress(OSError):  # another has it open already, and takes it away in its turn
            path.unlink()

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: int, path: Path) -> None:
        with suppress(OSError):  # while it is held, so that it is nobody else's; who waits for it sees that it is gone
            path.unlink()
        fcntl.flock(file, fcntl.LOCK_UN)  # closing is not enough: a child that was forked has the file open too
        os.close(file)


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Nobody else has the lock of the target during the block; ExportError if it cannot be had within a minute.

    The target is a path without links, whether there is a file or not. A thread that has the lock is refused at once.
    """
    try:
        path = _beside(target)
        mine = (os.getpid(), get_ident(), path)
        if mine in _HELD:
            remedy = "gather the reports first, or export to another file"
            raise ExportError(f"{target} is being added to by the export that these reports are made for: {remedy}")
        file = _taken(path)
    except (OSError, ValueError) as error:
        raise cannot_write(str(target), error) from error
    if file is None:
        remedy = "export again when that is done"
        raise ExportError(f"{target} is being written by another export for over {PATIENCE:g} seconds: {remedy}")
    _HELD.add(mine)
    try:
        yield
    finally:
        _HELD.discard(mine)
        _unlock(file, path)


@contextmanager
def in_turn(target: Path) -> Iterator[None]:
    """The lock of the target, as of `locked`, where its file system has locks; elsewhere nobody waits for another."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(target))
        except ExportError as error:
            if not (isinstance(error.__cause__, OSError) and error.__cause__.errno in WITHOUT_LOCKS):
                raise
        yield


def _beside(target: Path) -> Path:
    """The file whose lock is the target's; names that some systems take for one have one."""
    name = unicodedata.normalize("NFC", target.name).casefold()
    from hashlib import sha256  # here, because who only reads a text writes no file

    digest = sha256(name.encode(errors="surrogatepass")).hexdigest()
    return target.with_name(f".shandong_econ-{digest[:16]}.lock")


def _taken(path: Path) -> int | None:
    """The open file, locked; None if others have it all the time."""
    end = monotonic() + PATIENCE
    while (file := _tried(path)) is None and monotonic() < end:
        sleep(_PAUSE * 2 * random.random())  # noqa: S311  # so that those who wait do not ask in step; it hides nothing
    return file


def _tried(path: Path) -> int | None:
    file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    held = False
    try:
        with suppress(BlockingIOError, PermissionError):  # another has it: so it is said on POSIX, and so on Windows
            _lock(file)
            with suppress(FileNotFoundError):  # it was taken away after it was opened: its lock keeps nobody out
                held = os.path.samestat(os.fstat(file), path.stat())
    except OSError:  # no locks are kept here, and the file is of no use
        with suppress(OSError):
            path.unlink()
        raise
    finally:
        if not held:
            os.close(file)
    return file if held else None
