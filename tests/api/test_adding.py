"""Laws of adding: a plugin's archive grows, and is whole-old or whole-new like any other file."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from tests.api.samples import REPORTS, Install, contents, posix
from tests.distributions import EXPORTER

import shandong_econ as se

ADDING = EXPORTER.replace(
    "@hookimpl",
    "    def add(self, reports, old, file):\n        file.write(old.read())\n        self.write(reports, file)\n\n"
    "    def read(self, file):\n        yield from (Report(title=line.decode().strip()) for line in file)\n\n"
    "    def find(self, file, query):\n        yield from (each for each in self.read(file) if each.title == query)\n\n"
    "@hookimpl",
).replace("import hookimpl", "import Report, hookimpl")


@pytest.fixture
def target(install: Install, folder: Path) -> Path:
    install("shandong-econ-lines", ADDING)
    return folder / "file.lines"


def test_an_export_adds(target: Path) -> None:
    """The first export writes, the next add; an empty file is written anew; a stream is written."""
    for times in (1, 2, 3):
        se.export(REPORTS, target)
        assert target.read_text() == "一\n二\n" * times
    target.write_bytes(b"")
    se.export(REPORTS[0], target)
    assert target.read_text() == "一\n"
    stream = BytesIO(b"")
    se.export(REPORTS[0], stream, format="lines")
    assert stream.getvalue() == "一\n".encode()
    assert list(contents(target.parent)) == ["file.lines"]


def test_a_query_is_the_exporters_own(target: Path) -> None:
    """What a query is, the exporter says; without one all is read."""
    se.export(REPORTS, target)
    assert [report.title for report in se.read_all(target)] == ["一", "二"]
    assert se.read(target, query="二").title == "二"
    assert list(se.read_all(target, query="三")) == []


def test_an_exporter_that_raises_leaves_the_archive(install: Install, folder: Path) -> None:
    """What has been added so far is not there if the adding fails."""
    target = folder / "file.lines"
    target.write_text("一\n")
    install("shandong-econ-lines", ADDING.replace("self.write(reports, file)", "self.write(reports, file); 1 / 0"))
    with pytest.raises(se.ExportError, match=r"file\.lines cannot be written as lines: ZeroDivisionError"):
        se.export(REPORTS, target)
    assert contents(folder) == {"file.lines": "一\n".encode()}


@pytest.mark.parametrize("change", [lambda path: path.write_text("mine"), lambda path: path.unlink()])
def test_a_change_by_another_is_not_undone(change: object, target: Path) -> None:
    """If the archive is changed or taken away meanwhile, it stays so, and the export fails."""
    assert callable(change)
    se.export(REPORTS, target)

    def slow() -> object:
        yield REPORTS[0]
        change(target)

    with pytest.raises(se.ExportError, match="was changed while it was being added to: export again"):
        se.export(slow(), target)  # type: ignore[arg-type]  # it is an iterator of reports
    assert contents(target.parent) in ({"file.lines": b"mine"}, {})


@posix
def test_a_link_is_followed_and_a_device_stays_one(target: Path) -> None:
    """A link stays a link, and the file that it leads to is added to; a pipe is written to."""
    link = target.with_name("link.lines")
    link.symlink_to(target)
    se.export(REPORTS[0], link)
    se.export(REPORTS[1], link)
    assert link.is_symlink()
    assert target.read_text() == "一\n二\n"
    os.mkfifo(target.with_name("pipe.lines"))
    reader = os.open(target.with_name("pipe.lines"), os.O_RDONLY | os.O_NONBLOCK)
    se.export(REPORTS[0], target.with_name("pipe.lines"))
    with os.fdopen(reader, "rb") as pipe:
        assert pipe.read() == "一\n".encode()


@posix
def test_an_archive_that_cannot_be_read_is_named(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may be written and not read cannot be added to, and says so."""
    se.export(REPORTS, target)
    usual = Path.open

    def refuse(path: Path, mode: str = "r", **others: object) -> object:
        if path == target and mode == "rb":
            raise PermissionError(13, "Permission denied")
        return usual(path, mode, **others)  # type: ignore[call-overload]  # as it was called

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(se.ExportError, match=r"file\.lines cannot be written: Permission denied"):
        se.export(REPORTS, target)
