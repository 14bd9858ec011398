"""A small table drawn by hypothesis, and the documents of every kind that say it."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import escape
from io import BytesIO, StringIO

import attrs
import docx
from docx.oxml import OxmlElement
from docx.shared import Pt
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Alignment

from shandong_econ.grids import Grid
from shandong_econ.hookspecs import Document, Source
from shandong_econ.sources.csv import Csv
from shandong_econ.sources.docx import Docx
from shandong_econ.sources.html import Html
from shandong_econ.sources.ods import Ods
from shandong_econ.sources.text import Text
from shandong_econ.sources.xlsx import Xlsx

PROSE = "全省农林牧渔业总产值比上年增长4.8%，粮食生产再获丰收，主要指标见下表。"


@attrs.frozen
class Drawn:
    """A table: names with their levels and values beside them, under a head of two rows that is merged, or of one."""

    caption: str | None
    unit: str | None
    heads: tuple[str, ...]
    group: str | None
    names: tuple[tuple[str, int], ...]
    values: tuple[tuple[str, ...], ...]
    note: str | None

    def cells(self) -> Iterator[tuple[int, int, int, int, int, str]]:
        """Row, column, how many of each, indent and words of each cell that has words."""
        top = 0
        if self.group is None:
            yield from ((0, n, 1, 1, 0, head) for n, head in enumerate(("指标", *self.heads)))
        else:
            yield (0, 0, 2, 1, 0, "指标")
            yield (0, 1, 1, len(self.heads), 0, self.group)
            yield from ((1, n, 1, 1, 0, head) for n, head in enumerate(self.heads, 1))
            top = 1
        levels = sorted({0, *(level for _, level in self.names)})  # the head stands at the edge
        for row, ((name, level), values) in enumerate(zip(self.names, self.values, strict=True), top + 1):
            yield (row, 0, 1, 1, levels.index(level), name)
            yield from ((row, n, 1, 1, 0, value) for n, value in enumerate(values, 1) if value)

    def rows(self) -> list[list[tuple[int, int, int, int, int, str] | None]]:
        """The cells row by row, None where a merged one covers the place or nothing is said."""
        width, cells = len(self.heads) + 1, {(cell[0], cell[1]): cell for cell in self.cells()}
        height = max(row for row, _ in cells) + 1
        return [[cells.get((row, column)) for column in range(width)] for row in range(height)]

    def covered(self) -> set[tuple[int, int]]:
        """The places that a merged cell covers and does not begin in."""
        return {
            (row + n, column + m)
            for row, column, rows, columns, _, _ in self.cells()
            for n in range(rows)
            for m in range(columns)
            if n or m
        }


VALUES = st.one_of(
    st.decimals(-999, 9999, places=1).map(lambda value: f"{value:,}"), st.sampled_from(["—", "…", "12", "", "3.90"])
)


@st.composite
def tables(draw: st.DrawFn) -> Drawn:
    heads = tuple(draw(st.lists(st.sampled_from(["2022年", "本月", "增长（%）", "位次"]), min_size=2, max_size=4)))
    name = st.tuples(st.sampled_from(["出口", "其中：一般贸易", "济南市", "GDP", "济 南"]), st.integers(0, 2))
    names = tuple(draw(st.lists(name, min_size=2, max_size=5)))
    values = [tuple(draw(VALUES) for _ in heads) for _ in names]
    values[0] = ("1.5", *values[0][1:-1], "2.5")
    values[-1] = ("3", *values[-1][1:])  # no row is a name alone where notes stand
    return Drawn(
        caption=draw(st.sampled_from([None, "表1 主要指标"])),
        unit=draw(st.sampled_from([None, "单位：亿元、%"])),
        heads=heads,
        group=draw(st.sampled_from([None, "绝对量"])),
        names=names,
        values=tuple(values),
        note=draw(st.sampled_from([None, "注：本表为初步数。"])),
    )


def html(table: Drawn) -> bytes:
    top = 2 if table.group else 1
    rows = ""
    for number, row in enumerate(table.rows()):
        cells = ""
        for column, cell in enumerate(row):
            if (number, column) in table.covered():
                continue
            tag = "th" if number < top else "td"
            if cell is None:
                cells += f"<{tag}></{tag}>"
                continue
            _, _, height, width, indent, words = cell
            spans = f' rowspan="{height}" colspan="{width}"' if height * width > 1 else ""
            cells += f"<{tag}{spans}>{'&emsp;' * indent}{escape(words)}</{tag}>"
        rows += f"<tr>{cells}</tr>\n"
    lines = [f"<p>{words}</p>" for words in (table.caption, table.unit) if words]
    note = f"<p>{table.note}</p>" if table.note else ""
    body = f"<p>{PROSE * 3}</p>{''.join(lines)}<table>{rows}</table>{note}"
    return f"<!DOCTYPE html><html><head><title>山东农业</title></head><body>{body}</body></html>".encode()


def word(table: Drawn) -> bytes:
    document = docx.Document()
    document.add_paragraph(PROSE)
    for line in filter(None, (table.caption, table.unit)):
        document.add_paragraph(line)
    rows = table.rows()
    made = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None:
                _, _, height, width, indent, words = cell
                into = made.cell(number, column)
                if height * width > 1:
                    into = into.merge(made.cell(number + height - 1, column + width - 1))
                into.text = words
                into.paragraphs[0].paragraph_format.left_indent = Pt(10.5 * indent)
    for number in range(2 if table.group else 1):
        made.rows[number]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if table.note:
        document.add_paragraph(table.note)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def workbook(table: Drawn) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    above = [line for line in (table.caption, table.unit) if line]
    for number, line in enumerate(above, 1):
        sheet.cell(number, 1, line)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(table.heads) + 1)
    for row, column, height, width, indent, words in table.cells():
        at = sheet.cell(row + len(above) + 1, column + 1)
        plain = words.replace(",", "")
        if plain.replace(".", "").replace("-", "").isdecimal():
            at.value = float(plain)
            places = len(words.partition(".")[2])
            at.number_format = ("#,##0" if "," in words else "0") + (f".{'0' * places}" if places else "")
        else:
            at.value = words
        at.alignment = Alignment(indent=indent)
        if height * width > 1:
            first, left = row + len(above) + 1, column + 1
            sheet.merge_cells(
                start_row=first, end_row=first + height - 1, start_column=left, end_column=left + width - 1
            )
    if table.note:
        sheet.cell(len(above) + len(table.rows()) + 1, 1, table.note)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def ods(table: Drawn) -> bytes:
    rows = [ods_row(ods_cell(line)) for line in (table.caption, table.unit) if line]
    for number, row in enumerate(table.rows()):
        cells = []
        for column, cell in enumerate(row):
            if (number, column) in table.covered():
                cells.append("<table:covered-table-cell/>")
            elif cell is None:
                cells.append("<table:table-cell/>")
            else:
                _, _, height, width, indent, words = cell
                blanks = f'<text:s text:c="{2 * indent}"/>' if indent else ""
                spans = f'table:number-rows-spanned="{height}" table:number-columns-spanned="{width}"'
                cells.append(ods_cell(f"{blanks}{escape(words)}", spans))
        rows.append(ods_row(*cells))
    rows += [ods_row(ods_cell(table.note))] if table.note else []
    return ods_of(f'<table:table table:name="Sheet1">{"".join(rows)}</table:table>')


def ods_row(*cells: str, said: str = "") -> str:
    return f"<table:table-row {said}>{''.join(cells)}</table:table-row>"


def ods_cell(words: str, said: str = "") -> str:
    return f"<table:table-cell {said}><text:p>{words}</text:p></table:table-cell>"


def ods_of(sheets: str, styles: str = "") -> bytes:
    """A file of sheets with this content."""
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in [
            *((each, each) for each in ("office", "table", "text", "style")),
            ("fo", "xsl-fo-compatible"),
        ]
    )
    body = f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    content = f"<office:document-content{names}><office:automatic-styles>{styles}</office:automatic-styles>{body}"
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?>{content}</office:document-content>')
    return file.getvalue()


def _words(table: Drawn) -> list[list[str]]:
    return [["" if cell is None else "\u3000" * cell[4] + cell[5] for cell in row] for row in table.rows()]


def separated(table: Drawn, mark: str) -> bytes:
    file = StringIO()
    writer = csv.writer(file, delimiter=mark)
    writer.writerows([line] for line in (table.caption, table.unit) if line)
    writer.writerows(_words(table))
    writer.writerows([[table.note]] if table.note else [])
    return file.getvalue().encode()


def pasted(table: Drawn) -> bytes:
    lines = [PROSE, *filter(None, (table.caption, table.unit)), *map("\t".join, _words(table))]
    return "\n".join([*lines, *filter(None, [table.note]), PROSE]).encode()


def markdown(table: Drawn) -> bytes:
    rows = [f"| {' | '.join(row)} |" for row in _words(table)]
    rule = f"|{'---|' * (len(table.heads) + 1)}"
    top = 2 if table.group else 1
    over = [f"{line}\n" for line in (table.caption, table.unit) if line]
    return "\n".join([f"{PROSE}\n", *over, *rows[:top], rule, *rows[top:], "", table.note or "", PROSE]).encode()


MERGED: Mapping[str, tuple[Source, Callable[[Drawn], bytes]]] = {
    "html": (Html(), html),
    "docx": (Docx(), word),
    "xlsx": (Xlsx(), workbook),
    "ods": (Ods(), ods),
}
"""The kinds that have merged cells."""
PLAIN: Mapping[str, tuple[Source, Callable[[Drawn], bytes]]] = {
    "csv": (Csv(), lambda table: separated(table, ",")),
    "tsv": (Csv(), lambda table: separated(table, "\t")),
    "pasted": (Text(), pasted),
    "markdown": (Text(), markdown),
}
"""The kinds in which a cell has one place."""


def cells_of(grid: Grid, document: Document) -> list[tuple[int, int, int, int, int, str]]:
    """The cells with words, as they were drawn."""
    found = [
        (cell.row, cell.column, cell.rows, cell.columns, cell.indent, cell.span.cut(document.text))
        for cell in grid.cells
    ]
    return [cell for cell in found if cell[-1]]
