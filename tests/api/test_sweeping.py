"""The law of drafts: those of the dead are swept by whoever exports next, and those of the living by nobody."""

from __future__ import annotations

import errno
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.api.samples import REPORTS, contents, posix

import shandong_econ as se
from shandong_econ.claims import claim

pytestmark = posix
each_way = pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".sqlite", ".datapackage.zip"])
WRITING = """
import sys
import shandong_econ as se

def reports():
    yield se.Report(text="first")
    print("writing", flush=True)
    sys.stdin.read()
    yield se.Report(text="second")

se.export(reports(), sys.argv[1])
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, of this process and of those that it starts."""
    path = tmp_path / "temporary"
    path.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(path))
    monkeypatch.setenv("TMPDIR", str(path))
    return path


@contextmanager
def writing(target: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process in the middle of an export, which goes on when its input ends."""
    command = [sys.executable, "-c", WRITING, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        yield process


def drafts(folder: Path) -> set[str]:
    return {name for name in contents(folder) if name.startswith(".shandong_econ-")}


@each_way
def test_an_export_sweeps_what_the_dead_have_left(suffix: str, folder: Path, temporary: Path) -> None:
    """The next export takes away the drafts of a process that was killed, beside its file and among temporary files."""
    with writing(folder / f"killed{suffix}") as process:
        process.kill()
    assert drafts(folder)
    assert bool(list(temporary.iterdir())) == (suffix != ".csv")
    se.export(REPORTS, folder / f"next{suffix}")
    assert {name.partition(".")[0] for name in contents(folder)} == {"next"}
    assert list(temporary.iterdir()) == []


@each_way
def test_an_export_sweeps_nothing_of_the_living(suffix: str, folder: Path, temporary: Path) -> None:
    """While others write to the folder, of this process or of another, an export leaves their drafts, and they end."""

    def meanwhile() -> Iterator[se.Report]:
        yield REPORTS[0]
        se.export(REPORTS, folder / f"within{suffix}")
        yield REPORTS[1]

    with writing(folder / f"other{suffix}") as process:
        of_the_other = drafts(folder)
        se.export(meanwhile(), folder / f"file{suffix}")
        assert of_the_other == drafts(folder) != set()
        process.communicate()
    assert process.returncode == 0
    assert [report.text for report in se.read_all(folder / f"other{suffix}")] == ["first", "second"]
    assert list(se.read_all(folder / f"file{suffix}")) == list(se.read_all(folder / f"within{suffix}")) == REPORTS
    assert drafts(folder) == set()
    assert list(temporary.iterdir()) == []


def test_what_was_kept_of_an_old_companion_is_swept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second name of an old companion is kept while both files are moved; of one who died then, it is swept."""
    target = folder / "file.csv"
    se.export(REPORTS, target)
    (folder / ".shandong_econ-0123456789abcdef.draft").hardlink_to(folder / "file.csv-metadata.json")
    replace, kept = Path.replace, []

    def replace_and_export(path: Path, to: Path) -> Path:
        if to.name == "file.csv":
            kept.append(drafts(folder))
            se.export(REPORTS, folder / "other.csv")
            kept.append(drafts(folder))
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", replace_and_export)
    se.export(REPORTS[:1], target)
    assert kept[0] == kept[1] > set()
    assert ".shandong_econ-0123456789abcdef.draft" not in kept[0]
    assert list(se.read_all(target)) == REPORTS[:1]
    assert drafts(folder) == set()


def test_a_companion_that_its_maker_has_not_let_go_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old companion that was moved there just now, and is locked, comes back where the move of the file fails."""
    target, replace = folder / "file.csv", Path.replace
    se.export(REPORTS, target)
    before = contents(folder)

    def refuse(path: Path, to: Path) -> Path:
        if to == target:
            raise OSError(errno.EIO, "Input/output error")
        return replace(path, to)

    companion = folder / "file.csv-metadata.json"
    with companion.open("rb+") as file:
        assert claim(companion, file.fileno())
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", refuse)
            with pytest.raises(se.ExportError):
                se.export(REPORTS[:1], target)
    assert contents(folder) == before
