"""Laws of Word documents: everything that a reader sees, in its order, as it reads with every change accepted."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.sources.samples import DATA

import shandong_econ as se
from shandong_econ.sources import docx as source


def saved(write: Callable[[Word], object]) -> BytesIO:
    document = docx.Document()
    write(document)
    file = BytesIO()
    document.save(file)
    file.seek(0)
    return file


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    """The text has the paragraphs and the rows of the tables in the order of the document."""
    lines = [line for line in se.read(DATA / "office.zh.docx").text.splitlines() if line]
    assert lines[4:8] == [
        "粮食总产量稳定在较高水平，主要农产品产量见下表。",
        "产品名称\t单位\t产量\t比上年增长（%）",
        "粮食\t万吨\t5543.8\t0.8",
        "棉花\t万吨\t14.5\t3.2",
    ]


def test_cells_that_span_columns_are_headed_once() -> None:
    """A merged cell that goes over the table is its caption, and one within it heads each of its columns."""

    def write(document: Word) -> None:
        table = document.add_table(rows=4, cols=3)
        for n, row in enumerate(
            [["表1", "", ""], ["市", "生产总值", ""], ["", "总量（亿元）", "增速（%）"], ["济南市", "120", "3"]]
        ):
            for m, words in enumerate(row):
                table.cell(n, m).text = words
        table.cell(0, 0).merge(table.cell(0, 2))
        table.cell(1, 1).merge(table.cell(1, 2))

    report = se.read(saved(write))
    assert report.text == "表1\n市\t生产总值\t\n\t总量（亿元）\t增速（%）\n济南市\t120\t3\n"
    assert [(one.label, one.area and one.area.name_zh, one.measure) for one in report.observations] == [
        ("生产总值", "济南市", se.Measure.LEVEL),
        ("生产总值", "济南市", se.Measure.GROWTH),
    ]


def test_what_was_inserted_stands_and_what_was_deleted_does_not() -> None:
    """Tracked changes read as accepted, content controls and boxes as the text that they hold, and signs as signs."""
    xml = (
        f"<w:p {nsdecls('w')}><w:r><w:t>出口</w:t></w:r><w:ins><w:r><w:t>增长</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>下降</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
        "<w:sdt><w:sdtContent><w:r><w:t>4.5%。</w:t></w:r></w:sdtContent></w:sdt><w:r><w:br/><w:t>year</w:t>"
        "<w:noBreakHyphen/><w:t>on</w:t><w:tab/></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    block = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"

    def write(document: Word) -> None:
        for position, each in enumerate((xml, block)):
            document.element.body.insert(position, parse_xml(each))

    assert se.read(saved(write)).text == "出口增长4.5%。\n\nyear-on\n\n框内\n\n控件\n"


def test_a_document_that_holds_a_workbook_is_a_document() -> None:
    """A workbook inside a document, as charts have one, is not taken for the file."""
    workbook = BytesIO()
    se.export(se.Report(), workbook, format="xlsx")
    file = BytesIO((DATA / "office.zh.docx").read_bytes())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/embeddings/chart.xlsx", workbook.getvalue())
    file.seek(0)
    assert se.read(file).text == se.read(DATA / "office.zh.docx").text


def test_a_title_is_the_paragraph_with_that_style() -> None:
    """The style Title tells the title of the document, though the text under it may tell another."""
    assert se.read(saved(lambda word: word.add_heading("标题", 0))).title == "标题"
    assert se.read(saved(lambda word: word.add_paragraph("2022年，出口增长4.5%。"))).title is None


def test_what_is_no_document_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A torn file, an archive of other things and one that unpacks to too much raise ReadError with a remedy."""
    whole = (DATA / "office.zh.docx").read_bytes()
    other = BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "x")
    for data in (b"", b"no zip", whole[:-200], other.getvalue()):
        with pytest.raises(se.ReadError, match="save it anew"):
            se.read(BytesIO(data), format="docx")
    with pytest.raises(se.ReadError, match="zip archive"):
        se.read(BytesIO(whole[:-200]))
    monkeypatch.setattr(source, "LARGEST", 100)
    with pytest.raises(se.ReadError, match="unpacked"):
        se.read(BytesIO(whole))


@pytest.mark.parametrize("at", [0, 30, 60, 200])
def test_a_document_with_a_damaged_part_is_refused(at: int) -> None:
    """An archive whose parts cannot be unpacked raises ReadError, though its list of them is whole."""
    whole = (DATA / "office.zh.docx").read_bytes()
    damaged = whole[:at] + b"\xff" * 8 + whole[at + 8 :]
    with pytest.raises(se.ReadError, match="save it anew"):
        next(source.Docx().read(BytesIO(damaged)))
