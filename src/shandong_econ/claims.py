"""What is half made on the disk, and whether its maker lives: it holds a lock, which the system takes from the dead.

The lock is one of the open file (`flock`): it tells the threads of a process apart, and holds across machines where the
file system hands it on. Where there are no locks, as on Windows, nothing is swept.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

if sys.platform != "win32":
    import fcntl

LOCKS = sys.platform != "win32"
"""Whether the system has locks of open files; one that has moves and removes open files as well."""
_ROOM = "shandong_econ-room-"
_ROOMS = re.compile(rf"{_ROOM}\w+")
_LOOKED_AT_FREELY = 1_000
_resting: dict[str, int] = {}
"""How often folders with more names than that are not looked through: so the cost is the same for every call."""


def claim(path: Path, file: int) -> bool:
    """Locks what was just made at the path, and is open; False if it was swept before, so that another must be made."""
    return _lock(file, alone=True) is not False and _is_at(path, file)


def share(file: int) -> bool:
    """Keeps an open file from being swept under whatever names it has; False if another has locked it."""
    return _lock(file, alone=False) is not False


def sweep(folder: Path, names: re.Pattern[str], remove: Callable[[Path], object]) -> None:
    """Removes what is in the folder under such names and was claimed by makers who are dead."""
    if not LOCKS or _rests(str(folder)):
        return
    found, count = [], 0
    with suppress(OSError), os.scandir(folder) as entries:
        for count, entry in enumerate(entries, 1):  # noqa: B007  # how many there were is told after
            if names.fullmatch(entry.name):
                found.append((Path(entry.path), entry.is_dir(follow_symlinks=False)))
    if count > _LOOKED_AT_FREELY:
        _resting[str(folder)] = count // _LOOKED_AT_FREELY
    for path, is_folder in found:
        with suppress(OSError), _opened(path, is_folder=is_folder) as file:
            if _lock(file, alone=True) and _is_at(path, file):
                remove(path)


@contextmanager
def room() -> Iterator[Path]:
    """A new folder for temporary files, gone after the block; of a process that is killed, when the next makes one."""
    sweep(Path(gettempdir()), _ROOMS, shutil.rmtree)
    with ExitStack() as locks, ExitStack() as folders:
        while True:
            path = Path(folders.enter_context(TemporaryDirectory(prefix=_ROOM)))
            if not LOCKS:
                break
            with suppress(FileNotFoundError):  # it was swept
                if claim(path, locks.enter_context(_opened(path, is_folder=True))):
                    break
        yield path


def _rests(folder: str) -> bool:
    left = _resting.pop(folder, 0)
    if left > 1:
        _resting[folder] = left - 1
    return left > 0


@contextmanager
def _opened(path: Path, *, is_folder: bool) -> Iterator[int]:
    """The file or folder, open so that it can be locked on a network as well; a link or a pipe is not gone into."""
    file = os.open(path, (os.O_RDONLY if is_folder else os.O_RDWR) | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        yield file
    finally:
        os.close(file)


def _lock(file: int, *, alone: bool) -> bool | None:
    """Whether the open file could be locked; None where there are no locks, so that nobody else has one."""
    if not LOCKS:
        return None
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_at(path: Path, file: int) -> bool:
    """Whether what is open still stands at the path, under no other name: a draft may have been moved meanwhile."""
    with suppress(FileNotFoundError):
        return os.path.samestat(path.lstat(), os.fstat(file))
    return False
