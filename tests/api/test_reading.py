"""Laws of reading: what a file is told from its bytes, and what cannot be read is named."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.api.samples import READ, REPORTS, TEXT, Install, posix
from tests.distributions import EXPORTER

import shandong_econ as se
from shandong_econ.api import files
from shandong_econ.sources import text as texts


@posix
@pytest.mark.parametrize("name", READ)
def test_a_file_is_known_by_its_bytes(name: str, folder: Path) -> None:
    """What bears a format's mark is read as such: from a stream, from a pipe, and under any name."""
    stream = BytesIO()
    se.export(REPORTS, stream, format=name)
    wanted = list(se.read_all(BytesIO(stream.getvalue()), format=name))
    assert len(wanted) >= 1  # a csv alone states the reports that have figures
    stream.seek(0)
    assert list(se.read_all(stream)) == wanted
    assert not stream.closed
    (folder / "file.txt").write_bytes(stream.getvalue())
    assert list(se.read_all(folder / "file.txt")) == wanted
    read_end, write_end = os.pipe()

    def fill() -> None:
        with os.fdopen(write_end, "wb") as pipe:
            pipe.write(stream.getvalue())

    filler = threading.Thread(target=fill, daemon=True)  # an archive is more than a pipe holds
    filler.start()
    with os.fdopen(read_end, "rb") as pipe:
        assert list(se.read_all(pipe)) == wanted
    filler.join()


@pytest.mark.parametrize(
    "laid_out",
    [
        b'{"version":1,"format":"shandong_econ","reports":[]}',
        b'{\r\n"format" : "shandong_econ",\n"version": 1, "reports": []}',
    ],
)
def test_a_document_of_json_may_be_laid_out_anew(laid_out: bytes) -> None:
    """The one document and the lines of JSON are told apart however they are laid out."""
    assert list(se.read_all(BytesIO(laid_out))) == []
    with pytest.raises(se.ReadError, match="0 reports"):
        se.read(BytesIO(laid_out))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_a_text_is_parsed_as_it_stands(encoding: str, folder: Path) -> None:
    """Any other text is decoded, line ends kept and a mark of byte order left out, and parsed; `uri` is its path."""
    path = folder / "bulletin.txt"
    path.write_bytes(TEXT.encode(encoding))
    known: dict[str, Any] = {"language": "zh", "published": date(2022, 6, 20), "area": "370000"}
    parsed = se.parse(TEXT, **known)
    report = se.read(path, **known)
    assert report.text == TEXT
    assert report.uri == str(path)
    assert report.observations == parsed.observations
    assert (report.published, report.area) == (parsed.published, parsed.area)
    assert se.read(BytesIO(TEXT.encode(encoding)), **known) == parsed


@pytest.mark.parametrize(
    ("known", "remedy"),
    [
        ({"language": "fr"}, "give 'en', 'zh' or None"),
        ({"published": "2022-06-20"}, "give a datetime.date"),
        ({"published": datetime(2022, 6, 20)}, "its .date()"),
        ({"area": 370000}, "give Area or None, not int"),
        ({"area": " "}, "give a code of `se.areas()`"),
        ({"area": "999999"}, "give a code of `se.areas()`"),
        ({"text": b"x"}, "give str, not bytes"),
    ],
)
def test_what_no_report_can_have_is_refused(known: dict[str, Any], remedy: str) -> None:
    """What is told beside a text and cannot be is an error that says what to give."""
    with pytest.raises(se.ModelError, match=re.escape(remedy)):
        se.parse(**({"text": TEXT} | known))


def test_what_is_told_beside_reports_is_warned_of(folder: Path) -> None:
    """What is known of a text changes no report that was exported, and is not passed over in silence either."""
    se.export(REPORTS[:1], folder / "file.json")
    with pytest.warns(UserWarning, match=r"file\.json holds reports.*: give published=, area= where the text"):
        assert se.read(folder / "file.json", published=date(2022, 6, 20), area="江苏") == REPORTS[0]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=20))
def test_any_text_in_utf_8_is_read(text: str) -> None:
    """Every text that UTF-8 can write, but for NUL and our own marks, is one report of that text."""
    assert se.read(BytesIO(text.encode())).text == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text"),
        (b"PK\x03\x04 a zip that is no workbook \0", "no text"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\x01\x02", "torn or locked"),
        ("十".encode("utf-16")[:-1], "UTF-16"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc", "old Word"),
        (b"\x81\x00\x8d", "GB18030"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    """Binary files and torn encodings raise ReadError with a remedy, and are not parsed."""
    with pytest.raises(se.ReadError, match=words) as raised:
        se.read(BytesIO(data))
    assert "save it as plain text" in str(raised.value)


def test_what_is_too_large_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text, or a pipe, over its limit raises ReadError before it is parsed; at the limit it is read."""
    monkeypatch.setattr(texts, "LARGEST", 10)
    assert se.read(BytesIO(b"0123456789")).text == "0123456789"
    with pytest.raises(se.ReadError, match="the stream: it has over"):
        se.read(BytesIO(b"0123456789+"))
    monkeypatch.setattr(files, "LARGEST_STREAM", 3)
    read_end, write_end = os.pipe()
    os.write(write_end, b"0123")
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe, pytest.raises(se.ReadError, match="save it as a file"):
        se.read(pipe)


def test_read_takes_exactly_one(folder: Path) -> None:
    """`read` of a file with another number of reports says how many there are, and in which file."""
    for count in (0, 2):
        se.export(REPORTS[:count], folder / "file.jsonl")
        with pytest.raises(se.ReadError, match=rf"file\.jsonl holds {count} reports.*read_all"):
            se.read(folder / "file.jsonl")


def test_read_all_opens_at_the_first_and_closes_with_the_last(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is opened before the first report is asked for, and nothing stays open when the generator is closed."""
    opened: list[BinaryIO] = []
    open_path = Path.open

    def open_and_tell(path: Path, *arguments: Any) -> Any:
        opened.append(open_path(path, *arguments))
        return opened[-1]

    monkeypatch.setattr(Path, "open", open_and_tell)
    reports = se.read_all(folder / "file.csv")
    monkeypatch.undo()
    se.export(REPORTS, folder / "file.csv")
    monkeypatch.setattr(Path, "open", open_and_tell)
    assert opened == []
    assert next(reports) == REPORTS[0]
    assert [file.closed for file in opened] == [False, False]  # the csv and its companion
    reports.close()
    assert [file.closed for file in opened] == [True, True]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: folder / "absent.txt", "absent.txt cannot be opened"),
        (lambda folder: folder, "is a folder"),
        (lambda folder: "a\0b.txt", "cannot be opened"),
    ],
)
def test_a_path_that_cannot_be_read_is_named(make: Callable[[Path], Any], words: str, folder: Path) -> None:
    """A missing file, a folder and an impossible name raise ReadError with the path."""
    with pytest.raises(se.ReadError, match=words):
        se.read(make(folder))


READER = (
    EXPORTER
    + """
def read(self, file):
    import shandong_econ
    yield from (shandong_econ.Report(title=line.decode().strip()) for line in file)
Lines.read = read
"""
)


def test_a_plugin_that_reads_is_known_by_its_suffix(install: Install, folder: Path) -> None:
    """A plugin's files are read by their suffix, a longer one than a document's; what only writes reads nothing."""
    install("shandong-econ-lines", READER.replace('".lines",', '".lines", ".lines.txt"'))
    (folder / "file.lines").write_bytes(b"one\ntwo\n")
    assert [report.title for report in se.read_all(folder / "file.lines")] == ["one", "two"]
    (folder / "file.lines.txt").write_bytes(b"one\ntwo\n")
    assert len(list(se.read_all(folder / "file.lines.txt"))) == 2
    (folder / "file.txt").write_bytes(b"one\ntwo\n")
    assert se.read(folder / "file.txt").text == "one\ntwo\n"
    install("shandong-econ-mute", EXPORTER.replace("lines", "mute"))
    with pytest.raises(se.ReadError, match="can be written and not read"):
        se.read(folder / "file.lines", format="mute")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("yield 1 / 0", "ZeroDivisionError"),
        ("return 3", "TypeError"),
        ("yield 'no report'", "gave a str"),
        ("raise shandong_econ.ReadError('line 1: it is torn: mend it')", "line 1: it is torn: mend it"),
    ],
)
def test_what_reading_raises_names_the_file(body: str, words: str, install: Install, folder: Path) -> None:
    """Whatever an exporter raises in reading is a ReadError that names the file."""
    code = READER.replace(READER[READER.index("    yield from") : READER.index("Lines.read")], f"    {body}\n")
    install("shandong-econ-lines", code)
    (folder / "file.lines").write_bytes(b"x")
    with pytest.raises(se.ReadError, match=rf"file\.lines.*{words}"):
        list(se.read_all(folder / "file.lines"))


def test_the_place_of_a_plugin_that_failed_is_not_parsed(install: Install, folder: Path) -> None:
    """A file whose suffix a failed plugin promises raises PluginError, and is not read as prose."""
    install("shandong-econ-lines", "1 / 0")
    (folder / "file.lines").write_bytes(b"one\n")
    with pytest.warns(se.PluginWarning), pytest.raises(se.PluginError, match=r"shandong-econ-lines 1\.0"):
        se.read(folder / "file.lines")
    assert se.read(BytesIO(b"one\n")).text == "one\n"
