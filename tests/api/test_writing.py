"""Laws of writing: where a file goes, what it is called, and what is refused."""

from __future__ import annotations

import io
import os
import stat
import tempfile
from collections.abc import Iterator
from decimal import ROUND_UP, Context, Decimal, Inexact, Rounded, getcontext, localcontext
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from tests.api.samples import ADDED_TO, OLD, REPORTS, Install, contents, each_suffix, posix
from tests.distributions import EXPORTER

import shandong_econ as se


@each_suffix
def test_what_is_written_to_a_path_is_read_from_it(suffix: str, folder: Path) -> None:
    """Every built-in format comes back from a path, whatever the case of the suffix."""
    for name in (f"a{suffix}", f"b{suffix.upper()}"):
        se.export(REPORTS, folder / name)
        assert list(se.read_all(str(folder / name))) == REPORTS
        if suffix in ADDED_TO:
            (folder / name).unlink()
        se.export(iter(REPORTS[:1]), str(folder / name))
        assert se.read(folder / name) == REPORTS[0]


def test_a_format_that_is_given_goes_before_the_suffix(folder: Path) -> None:
    """`format` holds against the suffix, in writing and in reading."""
    se.export(REPORTS, folder / "file.csv", format="jsonl")
    assert contents(folder)["file.csv"].startswith(b'{"format"')
    assert list(se.read_all(folder / "file.csv")) == REPORTS
    with pytest.raises(se.ReadError, match=r"file\.csv"):
        list(se.read_all(folder / "file.csv", format="sqlite"))


def test_streams_of_text_are_refused(folder: Path) -> None:
    """A file that is open for text, and a path in bytes, raise TypeError that says what to give."""
    with (folder / "file.json").open("w", encoding="utf-8") as stream:
        for wrong in (stream, io.StringIO()):
            with pytest.raises(TypeError, match="binary"):
                se.export(REPORTS, wrong, format="json")  # type: ignore[arg-type]  # what is tested
            with pytest.raises(TypeError, match="binary"):
                se.read_all(wrong)  # type: ignore[arg-type]  # what is tested
    wrong_paths: list[Any] = [b"x.csv", type("Bytes", (), {"__fspath__": lambda self: b"x.csv"})()]
    for path in wrong_paths:
        for call in (partial(se.export, REPORTS), se.read, se.read_all, se.series):
            with pytest.raises(TypeError, match="fsdecode"):
                call(path)
    with pytest.raises(TypeError, match="give a path"):
        se.export(REPORTS, 3, format="json")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(se.UnknownFormatError, match="give format="):
        se.export(REPORTS, BytesIO())


@pytest.mark.parametrize("wrong", [None, "text", "", b"", 3, ["text"], [*REPORTS, None]], ids=str)
def test_what_is_no_report_is_refused(wrong: Any, folder: Path) -> None:
    """What is no report raises TypeError that says which, and leaves the target as it was."""
    (folder / "file.json").write_bytes(OLD)
    with pytest.raises(TypeError, match="Report"):
        se.export(wrong, folder / "file.json")
    assert contents(folder) == {"file.json": OLD}


def test_an_exporter_may_wrap_its_file(install: Install, folder: Path) -> None:
    """A TextIOWrapper, which closes the file under it, does no harm to a path, and on a stream is named."""
    code = EXPORTER.replace(
        "        for report", "        import io\n        with io.TextIOWrapper(file) as text:\n         for report"
    )
    code = code.replace('file.write(f"{report.title}\\n".encode())', "text.write(report.text)")
    install("shandong-econ-lines", code)
    se.export(se.Report(text="x" * 99999), folder / "file.lines")
    assert contents(folder) == {"file.lines": b"x" * 99999}
    with pytest.raises(se.ExportError, match="closed the stream"):
        se.export(REPORTS, BytesIO(), format="lines")


def test_a_companion_has_the_name_of_its_file(install: Install, folder: Path) -> None:
    """The companion stands beside its file, with its suffix in place of the file's, or after a name without one."""
    code = EXPORTER.replace('    name = "lines"', '    name = "lines"; companion = ".lines-about.json"')
    code = code.replace("(self, reports, file)", "(self, reports, file, *, companion)")
    code = code.replace("            file.write", "            companion.write(file.name.encode()); file.write")
    install("shandong-econ-lines", code)
    for name, companion in (("a.LINES", "a.LINES-about.json"), ("b", "b.lines-about.json")):
        se.export(se.Report(), folder / name, format="lines")
        assert contents(folder)[companion] == str(folder / name).encode()


@posix
def test_permissions_are_kept(folder: Path) -> None:
    """A new file has the permissions that any new file gets; one that replaces another has those of the old.

    A new companion has those of its file, whose text it holds.
    """
    mask = os.umask(0o027)
    try:
        se.export(REPORTS, folder / "new.csv")
        se.export(REPORTS, folder / "old.csv")
        (folder / "old.csv").chmod(0o604)
        se.export(REPORTS, folder / "old.csv")
        (folder / "private.csv").touch(0o600)
        se.export(REPORTS, folder / "private.csv")
    finally:
        os.umask(mask)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {
        "new.csv": 0o640,
        "new.csv-metadata.json": 0o640,
        "old.csv": 0o604,
        "old.csv-metadata.json": 0o640,
        "private.csv": 0o600,
        "private.csv-metadata.json": 0o600,
    }


@posix
def test_a_link_is_followed(folder: Path) -> None:
    """A link stays a link, and the file that it leads to is the one that is replaced, with its companion beside it."""
    (folder / "elsewhere").mkdir()
    (folder / "further").mkdir()
    link, real = folder / "link.csv", folder / "elsewhere" / "real.csv"
    link.symlink_to(real)
    companion = folder / "elsewhere" / "real.csv-metadata.json"
    companion.symlink_to(folder / "further" / "about.json")
    for _ in range(2):
        se.export(REPORTS, link)
        assert link.is_symlink()
        assert companion.is_symlink()
        assert sorted(contents(folder / "further")) == ["about.json"]
        assert sorted(contents(folder / "elsewhere")) == ["real.csv", "real.csv-metadata.json"]
        assert list(se.read_all(link)) == list(se.read_all(real)) == REPORTS


@posix
def test_a_device_stays_a_device(folder: Path) -> None:
    """What is no file is written to, and not replaced."""
    os.mkfifo(folder / "pipe.jsonl")
    reader = os.open(folder / "pipe.jsonl", os.O_RDONLY | os.O_NONBLOCK)
    se.export(REPORTS, folder / "pipe.jsonl")
    with os.fdopen(reader, "rb") as pipe:
        assert list(se.read_all(pipe)) == REPORTS
    assert (folder / "pipe.jsonl").is_fifo()
    assert len(list(folder.iterdir())) == 1


@posix
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("absent/file.csv", "make the folder first"),
        ("folder.csv", "it is a folder"),
        ("with-companion.csv", "it is a folder"),
        ("file.txt/file.csv", "folders are folders"),
        ("circle.csv", "circle"),
        ("a\0b.csv", "without it"),
        ("x" * 300 + ".csv", "shorter name"),
    ],
)
def test_a_target_that_cannot_be_is_named(name: str, words: str, folder: Path) -> None:
    """A target that cannot be written raises ExportError with the path and what to do, and makes nothing."""
    (folder / "folder.csv").mkdir()
    (folder / "with-companion.csv-metadata.json").mkdir()
    (folder / "file.txt").touch()
    (folder / "circle.csv").symlink_to(folder / "circle.csv")
    before = sorted(folder.iterdir())
    with pytest.raises(se.ExportError, match=words) as raised:
        se.export(REPORTS, folder / name)
    assert Path(name).name in str(raised.value)
    assert sorted(folder.iterdir()) == before


def test_a_file_that_is_read_only_is_not_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written to is not replaced behind the back of who made it so."""
    (folder / "file.csv").write_bytes(OLD)
    (folder / "file.csv").chmod(0o444)
    if os.access(folder / "file.csv", os.W_OK):  # the administrator may write to anything
        monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with pytest.raises(se.ExportError, match=r"read-only.*permissions"):
        se.export(REPORTS, folder / "file.csv")
    assert contents(folder) == {"file.csv": OLD}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the administrator acts for others")
def test_who_acts_for_another_may_write_what_that_one_may() -> None:
    """Whether a file may be written to is asked for who the process acts as, not for who started it."""
    with tempfile.TemporaryDirectory() as name:  # the folders of the tests are closed to others
        target = Path(name, "file.csv")
        target.write_bytes(OLD)
        target.parent.chmod(0o777)
        os.seteuid(65534)
        try:
            with pytest.raises(se.ExportError, match=r"read-only.*permissions"):
                se.export(REPORTS, target)
        finally:
            os.seteuid(0)
        assert contents(target.parent) == {"file.csv": OLD}


def test_a_file_may_be_made_from_itself(folder: Path) -> None:
    """The reports may come from the file that they replace."""
    se.export(REPORTS, folder / "file.jsonl")
    se.export((report for report in se.read_all(folder / "file.jsonl") if report.text), folder / "file.jsonl")
    assert list(se.read_all(folder / "file.jsonl")) == REPORTS[:1]


def years(*values: str) -> list[se.Report]:
    """A report of each year from 2021 on, with its level of one series, of which charts are drawn."""
    gdp, yuan, shandong = se.indicators()["GDP"], se.units()["CNY"], se.areas()["370000"]
    figures = [
        se.Observation(indicator=gdp, area=shandong, period=se.Period.of(year), value=Decimal(value), unit=yuan)
        for year, value in enumerate(values, 2021)
    ]
    return [se.Report(title=f"GDP {n}", language="en", observations=[each]) for n, each in enumerate(figures)]


ODD = [Context(prec=2, rounding=ROUND_UP, capitals=0), Context(prec=1, traps=[Inexact, Rounded])]


@pytest.mark.parametrize("odd", ODD, ids=["short", "strict"])
@pytest.mark.parametrize("name", se.formats())
def test_a_file_is_the_same_in_any_decimal_context(name: str, odd: Context) -> None:
    """Exporters reckon in a context of their own; the reports are still made in the caller's, who may look at it."""
    reports = years("83095.9", "87435.06", "92068.70", "1E+5")
    usual, there = BytesIO(), BytesIO()
    se.export(reports, usual, format=name)

    def made() -> Iterator[se.Report]:
        for each in reports:
            assert getcontext() is mine
            yield each

    with localcontext(odd) as mine:
        se.export(made(), there, format=name)
        assert getcontext() is mine
    assert there.getvalue() == usual.getvalue()


@pytest.mark.parametrize("odd", ODD, ids=["short", "strict"])
@each_suffix
def test_what_is_read_is_the_same_in_any_decimal_context(suffix: str, odd: Context, folder: Path) -> None:
    """Neither a seal nor what is made of the facts is taken for edited where numbers are told otherwise."""
    reports = years("83095.9", "87435.06", "92068.70", "1E+5", "1E+40")
    se.export(reports, folder / f"a{suffix}")
    with localcontext(odd):
        assert list(se.read_all(folder / f"a{suffix}")) == reports
