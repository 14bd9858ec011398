"""Laws of taking turns: exports to one archive wait for each other, and no kill leaves it locked."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from tests.api.samples import REPORTS, contents, posix

import shandong_econ as se
from shandong_econ.api import locks

MANY = """
import sys
import shandong_econ as se

print("ready", flush=True)
sys.stdin.readline()
for i in range(3):
    try:
        se.export(se.Report(text=f"{sys.argv[2]} {i}"), sys.argv[1])
    except se.ExportError as error:
        print(f"not {i}: {error}")
    else:
        print(f"{sys.argv[2]} {i}")
"""


def test_no_process_undoes_what_another_added(folder: Path) -> None:
    """Four processes add to one new archive in the same time: each succeeds, and all that they added is there."""
    target = folder / "file.sqlite"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", MANY, str(target), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in "abcd"
    ]
    for process in processes:  # none begins before all are there
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [line for process in processes for line in process.communicate(timeout=60)[0].splitlines()]
    assert sorted(said) == sorted(report.text for report in se.read_all(target))
    assert len(said) == 12
    assert list(contents(folder)) == ["file.sqlite"]


def test_no_thread_undoes_what_another_added(folder: Path) -> None:
    """Threads of one process take turns as well."""
    target = folder / "file.sqlite"
    texts = [f"{i}." for i in range(6)]
    threads = [Thread(target=se.export, args=(se.Report(text=text), target)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(report.text for report in se.read_all(target)) == texts
    assert list(contents(folder)) == ["file.sqlite"]


def test_who_waits_in_vain_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does not get a turn in time has an ExportError with the path and the remedy, and the archive is as it was."""
    target = folder / "file.sqlite"
    se.export(REPORTS[0], target)
    before = target.read_bytes()
    monkeypatch.setattr(locks, "PATIENCE", 0.05)
    errors: list[BaseException] = []

    def add() -> None:
        with pytest.raises(se.ExportError) as error:
            se.export(REPORTS[1], target)
        errors.append(error.value)

    with locks.locked(target):
        other = Thread(target=add)
        other.start()
        other.join()
        assert target.read_bytes() == before
    assert "file.sqlite is being written by another" in str(errors[0])
    assert "export again when that is done" in str(errors[0])
    se.export(REPORTS[1], target)
    assert list(se.read_all(target)) == REPORTS
    assert list(contents(folder)) == ["file.sqlite"]


def test_an_export_to_the_archive_that_it_is_made_for_is_refused(folder: Path) -> None:
    """Reports that add to the very archive they are exported to would wait for themselves, and fail at once."""
    target = folder / "file.sqlite"

    def reports() -> Iterator[se.Report]:
        yield REPORTS[0]
        se.export(REPORTS[1], folder / "other.sqlite")
        se.export(REPORTS[1], target)

    with pytest.raises(se.ExportError, match=r"file\.sqlite is being added to by the export .*: gather"):
        se.export(reports(), target)
    assert list(contents(folder)) == ["other.sqlite"]


HOLDING = """
import sys, time
import shandong_econ as se

def reports():
    yield se.Report(text="lost")
    print("held", flush=True)
    sys.stdin.read()

se.export(reports(), sys.argv[1])
"""


@posix
def test_a_killed_holder_gives_its_turn_back(folder: Path) -> None:
    """After SIGKILL the next export has its turn at once, and takes away the lock that was left."""
    target = folder / "file.sqlite"
    se.export(REPORTS[0], target)
    command = [sys.executable, "-c", HOLDING, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        assert any(name.endswith(".lock") for name in contents(folder))
        process.kill()
    assert process.returncode == -signal.SIGKILL
    se.export(REPORTS[1], target)
    assert list(se.read_all(target)) == REPORTS
    assert not any(name.endswith(".lock") for name in contents(folder))


FORKING = """
import os, sys
import shandong_econ as se

read, write = os.pipe()

def reports():
    yield se.Report(text="first")
    if not os.fork():
        os.close(write)
        os.read(read, 1)  # it lives as long as its parent
        os._exit(0)

se.export(reports(), sys.argv[1])
se.export(se.Report(text="second"), sys.argv[1])
"""


@posix
def test_a_forked_child_keeps_no_turn(folder: Path) -> None:
    """A child that was forked in the midst of an export, and lives on, holds up nobody when that is done."""
    target = folder / "file.sqlite"
    subprocess.run([sys.executable, "-c", FORKING, str(target)], check=True, timeout=30)
    assert [report.text for report in se.read_all(target)] == ["first", "second"]


@posix
def test_a_link_and_its_file_have_one_lock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever name an archive goes by, there is one turn at a time."""
    target = folder / "file.sqlite"
    link = folder / "link.sqlite"
    link.symlink_to(target)
    monkeypatch.setattr(locks, "PATIENCE", 0.05)

    def reports() -> Iterator[se.Report]:
        yield REPORTS[0]
        se.export(REPORTS[1], target)

    with pytest.raises(se.ExportError, match="being added to by the export"):
        se.export(reports(), link)


@pytest.mark.parametrize("has_locks", [pytest.param(True, marks=posix), False])
def test_a_file_and_its_companion_are_of_one_export(
    has_locks: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who moves a file and its companion is waited for; where the system keeps no locks, reading tells of a mixture."""
    target, replace = folder / "file.csv", Path.replace
    other = Thread(target=se.export, args=(REPORTS[1:], target))

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    def replace_slowly(path: Path, place: Path) -> Path:
        moved = replace(path, place)
        if not other.ident:  # the companion is moved, and its file not yet
            other.start()
            other.join(0.2 if has_locks else None)
        return moved

    if not has_locks:
        monkeypatch.setattr(locks, "_lock", refuse)
    monkeypatch.setattr(Path, "replace", replace_slowly)
    se.export(REPORTS[:1], target)
    other.join()
    if has_locks:
        assert list(se.read_all(target)) == REPORTS[1:]
    else:
        with pytest.raises(se.ReadError, match=r"file\.csv: line 2: the companion was not written with the rows"):
            list(se.read_all(target))
    assert sorted(contents(folder)) == ["file.csv", "file.csv-metadata.json"]


@posix
def test_a_file_system_without_locks_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system keeps no locks nothing is added, for it might undo what another adds."""
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(se.ExportError, match="No locks available: write it on a disk of this machine, and copy it"):
        se.export(REPORTS, folder / "file.sqlite")
    assert contents(folder) == {}
