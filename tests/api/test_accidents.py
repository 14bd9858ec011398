"""The law of accidents: a target is whole-old or whole-new, whatever happens on the way."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from tests.api.samples import OLD, REPORTS, Install, contents, each_suffix, posix
from tests.distributions import EXPORTER

import shandong_econ as se


def interrupted() -> Iterator[se.Report]:
    yield REPORTS[0]
    raise KeyboardInterrupt


def unreadable() -> Iterator[se.Report]:
    yield REPORTS[0]
    raise OSError("the source is gone")


@pytest.mark.parametrize(("reports", "error"), [(interrupted, KeyboardInterrupt), (unreadable, OSError)])
@each_suffix
def test_what_the_reports_raise_passes_as_it_is(
    reports: Callable[[], Iterable[se.Report]], error: type[BaseException], suffix: str, folder: Path
) -> None:
    """An error in getting the reports is not blamed on the exporter; old files stay as they were, without litter."""
    se.export(REPORTS, folder / f"file{suffix}")
    before = contents(folder)
    with pytest.raises(error) as raised:
        se.export(reports(), folder / f"file{suffix}")
    assert type(raised.value) is error
    assert contents(folder) == before
    with pytest.raises(error):
        se.export(reports(), folder / f"new{suffix}")
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("last", "cause"),
    [
        ("1 / 0", ZeroDivisionError),
        ("raise SystemExit", SystemExit),
        ("raise GeneratorExit", GeneratorExit),
        ("raise OSError(28, 'No space left')", OSError),
    ],
)
@pytest.mark.parametrize("companion", [False, True])
def test_an_exporter_that_raises_leaves_the_old_files(
    last: str, cause: type[BaseException], companion: bool, install: Install, folder: Path
) -> None:
    """What an exporter raises is an ExportError with the path and the cause; the old files stand, without litter."""
    code = EXPORTER.replace("            file.write", f"            file.write(b'new' * 99999); {last}; file.write")
    if companion:
        code = code.replace('    name = "lines"', '    name = "lines"; companion = ".about"')
        code = code.replace("(self, reports, file)", "(self, reports, file, companion)")
    install("shandong-econ-lines", code)
    for names in ([], ["file.lines"], ["file.lines", "file.about"]):
        for name in names:
            (folder / name).write_bytes(OLD)
        with pytest.raises(se.ExportError, match=r"file\.lines") as raised:
            se.export(REPORTS, folder / "file.lines")
        assert isinstance(raised.value.__cause__, cause)
        assert contents(folder) == dict.fromkeys(names, OLD)


def test_an_exporter_that_hides_an_error_of_the_reports_writes_nothing(install: Install, folder: Path) -> None:
    """Where the reports broke off, an exporter that goes on regardless does not make a file of half of them."""
    code = EXPORTER.replace(
        "        for report",
        "        try: reports = list(reports)\n        except OSError: reports = []\n        for report",
    )
    install("shandong-econ-lines", code)
    with pytest.raises(OSError, match="the source is gone"):
        se.export(unreadable(), folder / "file.lines")
    assert contents(folder) == {}


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_move_that_fails_is_undone(fails_at: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where either move fails, the file and its companion are both the old ones, or both are not there."""
    replace, calls = Path.replace, []

    def replace_or_fail(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == fails_at:
            raise OSError(errno.EIO, "Input/output error")
        return replace(path, target)

    for old in (REPORTS[:1], []):
        for path in folder.iterdir():
            path.unlink()
        if old:
            se.export(old, folder / "file.csv")
        before = contents(folder)
        calls.clear()
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", replace_or_fail)
            with pytest.raises(se.ExportError, match=r"file\.csv"):
                se.export(REPORTS, folder / "file.csv")
        assert len(calls) >= fails_at
        assert contents(folder) == before


def test_an_interruption_after_the_moves_undoes_neither(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C when both files are in place leaves both new: never one old and one new."""
    replace, target = Path.replace, folder / "file.csv"
    se.export(REPORTS[:1], target)

    def replace_and_interrupt(path: Path, to: Path) -> None:
        replace(path, to)
        if to == target:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace_and_interrupt)
        with pytest.raises(KeyboardInterrupt):
            se.export(REPORTS, target)
    assert list(se.read_all(target)) == REPORTS
    assert len(contents(folder)) == 2


def test_without_links_a_copy_keeps_the_old(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that has no hard links keeps the law as well."""

    def no_links(path: Path, target: Path) -> None:
        raise OSError(errno.EOPNOTSUPP, "no links here") if target.exists() else FileNotFoundError(target)

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    test_a_move_that_fails_is_undone(2, folder, monkeypatch)


WAITING = """
import sys
import shandong_econ as se

def reports():
    for i in range(10_000):
        if i == 9_000:
            print("writing", flush=True)
            sys.stdin.read()
        yield se.Report(text="山东" * 100, notes=[se.Note("a", "b")] * 3)

se.export(reports(), sys.argv[1])
"""


@posix
def test_a_process_that_is_killed_leaves_the_old_file(folder: Path) -> None:
    """SIGKILL in the middle of writing leaves the old file and its companion whole, and drafts beside them at most."""
    target = folder / "file.csv"
    se.export(REPORTS, target)
    before = contents(folder)
    command = [sys.executable, "-c", WAITING, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        process.kill()
    assert process.returncode == -signal.SIGKILL
    after = contents(folder)
    drafts_left = {name for name in after if name.startswith(".shandong_econ-")}
    assert any(after[name] for name in drafts_left)  # it was killed in the middle
    assert {name: data for name, data in after.items() if name not in drafts_left} == before
    assert list(se.read_all(target)) == REPORTS


FULL = """
import os, resource, sys
import shandong_econ as se

resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    se.export((se.Report(text="山东" * 100 * i) for i in range(100)), sys.argv[1])
except se.ExportError as error:
    print(error)
print(os.listdir(os.environ["TMPDIR"]))
"""


@posix
@each_suffix
def test_a_full_disk_leaves_the_old_file(suffix: str, folder: Path) -> None:
    """Where there is no room, ExportError names the path and the remedy; the old files stand, and nothing is left."""
    target, temporary = folder / f"file{suffix}", folder.with_name("temporary")
    temporary.mkdir()
    se.export(REPORTS, target)
    before = contents(folder)
    command, environment = [sys.executable, "-c", FULL, str(target)], {**os.environ, "TMPDIR": str(temporary)}
    run = subprocess.run(command, capture_output=True, check=True, text=True, env=environment)
    assert run.stderr == ""
    assert target.name in run.stdout
    assert "make room" in run.stdout
    assert contents(folder) == before
    assert run.stdout.endswith("\n[]\n")  # at the end of the process openpyxl takes away its own
