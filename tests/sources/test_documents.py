"""Laws of real documents: whichever tool made it, a document gives the figures of the bulletin it was made from."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from tests.sources.samples import COUNTS, DATA, ROWS, TITLES, language_of, made

import shandong_econ as se
from shandong_econ.cli import main

DOCUMENTS = [path for suffix in ("html", "docx", "pdf") for path in made(suffix)]


def figures(report: se.Report) -> list[tuple[object, ...]]:
    """The figures of a report without the places where they stand."""
    return [
        (each.indicator, each.area, each.period, each.measure, each.comparison, each.value, each.unit, each.unit_mult)
        for each in report.observations
    ]


def test_every_tool_has_made_a_document() -> None:
    """There are documents of each kind from two tools in both languages."""
    assert len(DOCUMENTS) == 15


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_gives_its_figures(path: Path) -> None:
    """Every figure of the bulletin is read, none that stands around it, and each span cuts it out of the kept text."""
    language = language_of(path)
    report = se.read(path)
    assert report.title == TITLES[language]
    assert report.uri == str(path)
    assert len(report.observations) == COUNTS[language]
    assert report.notes == ()
    lines = report.text.splitlines()
    assert [row for row in ROWS[language] if row not in lines] == []
    assert lines[0] == TITLES[language]
    assert "99.9" not in report.text
    for figure in report.observations:
        assert figure.span is not None
        printed = report.text[figure.span.start : figure.span.end].replace(",", "")
        assert printed.startswith((str(figure.value).lstrip("-"), str(figure.value)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_documents_of_a_bulletin_agree(language: str) -> None:
    """The figures are the same from every tool and in every kind of document."""
    every = [figures(se.read(path)) for path in DOCUMENTS if language_of(path) == language]
    assert all(each == every[0] for each in every)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_is_known_by_its_bytes(path: Path, tmp_path: Path) -> None:
    """A stream, and a file of another name, are read as what they are."""
    wanted = se.read(path)
    stream = se.read(BytesIO(path.read_bytes()))
    assert (stream.text, stream.title, stream.published) == (wanted.text, wanted.title, wanted.published)
    renamed = tmp_path / "document.txt"
    renamed.write_bytes(path.read_bytes())
    assert se.read(renamed).text == wanted.text


@pytest.mark.parametrize("name", ["office.zh.docx", "browser.gb.html", "browser.zh.pdf"])
def test_the_command_line_takes_documents(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`export` writes what `read` reads, and `show` shows the figures beside their words."""
    target = tmp_path / "out.jsonl"
    assert main(["export", str(DATA / name), "-o", str(target)]) == 0
    assert se.read(target) == se.read(DATA / name)
    assert main(["show", str(DATA / name)]) == 0
    assert "5543.8" in capsys.readouterr().out


def test_a_file_of_ours_is_reports_whatever_its_name(tmp_path: Path) -> None:
    """What bears our format's mark is read as reports, also under the name of a document."""
    report = se.Report(title="ours", text="<html>")
    for suffix in ("html", "docx", "pdf", "md", "txt"):
        for name in ("json", "xlsx", "markdown"):
            se.export(report, tmp_path / f"a.{suffix}", format=name)
            assert se.read(tmp_path / f"a.{suffix}") == report


@pytest.mark.parametrize(
    ("library", "name"), [("trafilatura", "html"), ("docx", "docx"), ("pdfminer.high_level", "pdf")]
)
def test_a_missing_library_is_one_sentence(library: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its library a document raises MissingExtraError with the file and the line that installs it."""
    monkeypatch.setitem(sys.modules, library, None)
    path = DATA / f"office.zh.{name}"
    with pytest.raises(se.MissingExtraError) as raised:
        se.read(path)
    needed = library if name != "pdf" else "pdfminer.high_level"
    assert str(raised.value) == f"{path}: reading .{name} needs {needed}: pip install 'shandong-econ[{name}]'"


def test_a_text_in_another_encoding_needs_the_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the library that tells encodings apart, a text in another names the extra, and UTF-8 is read."""
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    path, plain = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_bytes("5月，全省出口增长4.5%。".encode("gb18030"))
    plain.write_text("5月，全省出口增长4.5%。", "utf-8")
    with pytest.raises(
        se.MissingExtraError, match=r"needs charset_normalizer: pip install 'shandong-econ\[encodings\]'"
    ):
        se.read(path)
    assert len(se.read(plain).observations) == 1
