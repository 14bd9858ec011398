"""Laws of sheets: what an office shows is what is read, and what cannot be read is said with its place."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from csv import field_size_limit
from datetime import date, datetime
from decimal import ROUND_UP, Context, Decimal, Inexact, localcontext
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.counting import calls_of
from tests.sources.drawn import ods_cell, ods_of, ods_row

import shandong_econ as se
from shandong_econ.grids import Entry, laying
from shandong_econ.sources import csv, ods, xlsx
from shandong_econ.sources.number_formats import shown
from shandong_econ.sources.sheets import blocks_of_sheet
from shandong_econ.testing import source_contract

ROWS: list[list[object]] = [["指标", "2022年", "增长（%）"], ["出口", 20309.04, 16.2], ["进口", 17582.7, -0.5]]


def saved(write: Callable[[Worksheet], object], *more: Callable[[Worksheet], object]) -> bytes:
    """A workbook with a sheet for each that writes one."""
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    write(book.active)
    for each in more:
        each(book.create_sheet())
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def filled(*rows: list[object]) -> Callable[[Worksheet], None]:
    def write(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(row)

    return write


def document(data: bytes) -> se.Document:
    (found,) = xlsx.Xlsx().read(BytesIO(data))
    return found


def rows_of(found: se.Document) -> list[list[list[str]]]:
    """The rows of each table, each as the words of its cells."""
    return [[line.split("\t") for line in grid.span.cut(found.text).split("\n")] for grid in found.tables]


WORDS = [["指标", "2022年", "增长（%）"], ["出口", "20309.04", "16.2"], ["进口", "17582.7", "-0.5"]]

test_workbooks = source_contract(xlsx.Xlsx(), [saved(filled(*ROWS))])
test_open_sheets = source_contract(ods.Ods(), [ods_of(f"<table:table>{ods_row(ods_cell('1'))}</table:table>")])
test_separated_values = source_contract(csv.Csv(), ["指标,值\n出口,1\n".encode()])


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        (20309.04, "0.0", "20309.0"),
        (20309.05, "0.0", "20309.1"),
        (0.0451, "0.0%", "4.5%"),
        (4.5, '0.0"%"', "4.5%"),
        (87435.06, "#,##0.00_ ", "87,435.06"),
        (1234567, "#,##0,", "1,235"),
        (-2.1, "+0.0;-0.0;0.0", "-2.1"),
        (2.1, "+0.0;-0.0;0.0", "+2.1"),
        (0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (-5, "0.0_);[Red]\\(0.0\\)", "(5.0)"),
        (12.5, "[$¥-804]#,##0.0", "¥12.5"),
        (-0.04, "0.0", "0.0"),
        (0.1 + 0.2, "General", "0.3"),
        (4.300000000000001, "General", "4.3"),
        (12345678901234, "General", "12345678901234"),
        (0.000123, "General", "0.000123"),
        (5, "# ?/?", "5"),
        (1.5, "0.00E+00", "1.5"),
        (7, "000", "007"),
        (float("inf"), "0", "inf"),
        (1e30, "0.00", f"1{'0' * 30}.00"),
        (1e300, "0%", f"1{'0' * 302}%"),
        (1e300, "General", "1E+300"),
        (10**999, "0.0", f"1{'0' * 999}"),
        (1e15, f"0.{'0' * 14}", f"1{'0' * 15}.{'0' * 14}"),
        (5e-324, "0.00", "0.00"),
        (Decimal("2.50"), "General", "2.5"),
        (True, "General", "TRUE"),
        ("一般贸易", "@", "一般贸易"),
        (datetime(2022, 6, 1), 'yyyy"年"m"月"', "2022年6月"),
        (datetime(2022, 6, 1), "mm-dd-yy", "2022-06-01"),
        (datetime(2022, 6, 1, 8, 5), "yyyy-mm-dd hh:mm", "2022-06-01 08:05"),
        (date(2022, 6, 1), "mmm-yy", "Jun-22"),
        (None, "General", ""),
    ],
)
def test_a_value_has_the_digits_that_its_format_shows(value: object, number_format: str, words: str) -> None:
    """What a cell shows is read, rounded half up as an office rounds, and never more."""
    assert shown(value, number_format) == words


@pytest.mark.parametrize("value", [87435.05, 1e30, 0.12345678949, -2.5, Decimal("2.50")])
@pytest.mark.parametrize("number_format", ["#,##0.0", "General", "0.00%", "0"])
def test_a_value_is_shown_alike_in_any_decimal_context(value: float | Decimal, number_format: str) -> None:
    """The digits that a cell shows do not depend on how many the caller reckons with."""
    with localcontext(Context(prec=3, rounding=ROUND_UP, capitals=0, traps=[Inexact])):
        there = shown(value, number_format)
    assert there == shown(value, number_format)


@given(
    st.one_of(st.floats(), st.integers(), st.datetimes()),
    st.text(st.sampled_from('0#?.,%;"\\_*@[]$-()EGenral ymdhs/年'), max_size=12),
)
def test_any_value_has_words_in_any_format(value: object, number_format: str) -> None:
    """No format makes a number or a day fail to be shown."""
    assert isinstance(shown(value, number_format), str)


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, 3))
def test_the_digits_of_a_plain_format_are_the_rounded_number(value: Decimal, places: int) -> None:
    """With a fixed count of places the words are the number, rounded to them."""
    words = shown(float(value), f"#,##0.{'0' * places}" if places else "0")
    assert abs(Decimal(words.replace(",", "")) - value) <= Decimal(5).scaleb(-places - 1)
    assert len(words.partition(".")[2]) == places


def test_every_sheet_is_read_under_its_name() -> None:
    """Tables of all sheets that are shown stand in their order; a name that says something stands over them."""

    def hidden(sheet: Worksheet) -> None:
        filled(["内部", 1], ["编码", 2])(sheet)
        sheet.sheet_state = "hidden"

    def trade(sheet: Worksheet) -> None:
        filled(*ROWS)(sheet)
        sheet.title = "外贸"

    found = document(saved(filled(*ROWS), trade, hidden))
    assert rows_of(found) == [WORDS, WORDS]
    assert [grid.caption and grid.caption.cut(found.text) for grid in found.tables] == [None, "外贸"]
    assert "内部" not in found.text


def test_hidden_rows_and_columns_are_not_read() -> None:
    """What an office hides is not what it shows."""

    def write(sheet: Worksheet) -> None:
        filled(["码", *ROWS[0]], ["1", *ROWS[1]], ["x", "汇总", 1, 2], ["2", *ROWS[2]])(sheet)
        sheet.column_dimensions["A"].hidden = True
        sheet.row_dimensions[3].hidden = True

    assert rows_of(document(saved(write))) == [WORDS]


def test_tables_of_a_sheet_are_told_apart() -> None:
    """An empty row parts tables that have heads of their own, and an empty column tables side by side."""
    below = saved(filled(["表1 甲"], *ROWS, [], ["表2 乙"], ["单位：吨"], *ROWS, ["注：快报。"]))
    found = document(below)
    assert rows_of(found) == [WORDS, WORDS]
    assert [grid.caption and grid.caption.cut(found.text) for grid in found.tables] == ["表1 甲", "表2 乙"]
    assert [span.cut(found.text) for span in (*found.tables[1].above, *found.tables[1].below)] == [
        "单位：吨",
        "注：快报。",
    ]
    beside = saved(filled(*([*row, None, *row] for row in ROWS)))
    assert rows_of(document(beside)) == [WORDS, WORDS]


def test_an_empty_row_or_column_within_a_table_does_not_part_it() -> None:
    """Rows without a head of their own go on with the table over them, with the names of sections between."""
    rows: list[list[object]] = [ROWS[0], ROWS[1], [], ["二、进口"], [], ROWS[2]]
    assert rows_of(document(saved(filled(*rows)))) == [[*WORDS[:2], ["二、进口", "", ""], WORDS[2]]]
    spaced = saved(filled(*([row[0], None, *row[1:]] for row in ROWS)))
    assert rows_of(document(spaced)) == [WORDS]


def test_what_pandas_writes_is_read() -> None:
    """A frame gives the same table through each of its writers."""
    frame = pd.DataFrame([["出口", 20309.04, 16.2], ["进口", 17582.7, -0.5]], columns=WORDS[0])
    file = BytesIO()
    frame.to_excel(file, index=False)
    assert rows_of(document(file.getvalue())) == [WORDS]
    (found,) = csv.Csv().read(BytesIO(frame.to_csv(index=False).encode()))
    assert rows_of(found) == [WORDS]


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
def test_the_mark_between_cells_is_found(mark: str) -> None:
    """Commas, tabs and semicolons are told by the rows; a mark in quotes is of the cell."""
    rows = "\r\n".join(f'"{row[0]}"{mark}"1{mark}5"{mark}{row[2]}' for row in WORDS)
    (found,) = csv.Csv().read(BytesIO(f"\ufeff{rows}".encode()))
    assert [[*row] for row in rows_of(found)[0]] == [[row[0], " ".join(f"1{mark}5".split()), row[2]] for row in WORDS]


def test_a_cell_with_a_line_break_is_one_line() -> None:
    """A break between Chinese characters goes, and any other is a space; so a row is a line."""
    (found,) = csv.Csv().read(BytesIO('指标,"绝对\n量"\n出口,"1.5\n(r)"\n'.encode()))
    assert rows_of(found) == [[["指标", "绝对量"], ["出口", "1.5 (r)"]]]


def test_repeated_and_covered_cells_of_open_sheets_have_their_places() -> None:
    """Cells that the file counts instead of repeating them stand at each of their places, and empty ones take none."""
    covered = "<table:covered-table-cell/>"
    twice = ods_cell("1.5", 'table:number-columns-repeated="2"')
    rows = [
        ods_row(ods_cell("a"), ods_cell("b", 'table:number-columns-spanned="2"'), covered),
        ods_row(ods_cell("c"), twice, said='table:number-rows-repeated="2"'),
        ods_row(
            '<table:table-cell table:number-columns-repeated="16384"/>', said='table:number-rows-repeated="1048000"'
        ),
    ]
    head = f"<table:table-header-rows>{rows[0]}</table:table-header-rows>"
    (found,) = ods.Ods().read(BytesIO(ods_of(f"<table:table>{head}{rows[1]}{rows[2]}</table:table>")))
    assert rows_of(found) == [[["a", "b", ""], ["c", "1.5", "1.5"], ["c", "1.5", "1.5"]]]
    assert {(each.row, each.is_head) for each in found.tables[0].cells} == {(0, True), (1, False), (2, False)}
    assert found.tables[0].cells[1].columns == 2


def test_styles_of_open_sheets_tell_indents_and_what_is_hidden() -> None:
    """A margin of a cell's style is an indent; a sheet whose style does not show it is not read."""
    styles = (
        '<style:style style:name="in"><style:paragraph-properties fo:margin-left="0.35cm"/></style:style>'
        '<style:style style:name="off"><style:table-properties table:display="false"/></style:style>'
    )
    remark = "<office:annotation><text:p>x</text:p></office:annotation>"
    rows = [
        ods_row(ods_cell("出口"), ods_cell(f"1.5{remark}")),
        ods_row(ods_cell("其中", 'table:style-name="in"'), ods_cell("0.5")),
    ]
    hidden = f'<table:table table:style-name="off">{ods_row(ods_cell("z"))}</table:table>'
    (found,) = ods.Ods().read(BytesIO(ods_of(f"<table:table>{''.join(rows)}</table:table>{hidden}", styles)))
    assert rows_of(found) == [[["出口", "1.5"], ["\u3000其中", "0.5"]]]
    assert [cell.indent for cell in found.tables[0].cells] == [0, 0, 1, 0]
    assert "z" not in found.text


def test_a_workbook_of_ours_is_reports_and_any_other_a_document(tmp_path: Path) -> None:
    """The mark tells them apart, and where a service has lost it, the sheets; by path, by stream and by name."""
    report = se.Report(title="ours", text="出口")
    ours, others = tmp_path / "ours.xlsx", tmp_path / "others.xlsx"
    se.export(report, ours)
    others.write_bytes(saved(filled(*ROWS)))
    assert se.read(ours) == report
    assert se.read(BytesIO(ours.read_bytes()), format="xlsx") == report
    book = load_workbook(ours)
    book.custom_doc_props.props.clear()  # type: ignore[attr-defined]  # the stubs lack it
    book.save(ours)
    assert se.read(ours).title == "ours"
    for given_ in (others, BytesIO(others.read_bytes())):
        assert se.read(given_).text.startswith("指标\t2022年")
    assert se.read(BytesIO(others.read_bytes()), format="xlsx").text.startswith("指标\t2022年")


def test_sheets_of_each_kind_are_read_by_their_names(tmp_path: Path) -> None:
    """`se.read` takes each kind of sheets by its suffix; our own csv stays reports."""
    (tmp_path / "a.csv").write_text("指标,2022年\n出口,1.5\n", "utf-8")
    (tmp_path / "a.tsv").write_text("指标\t2022年\n出口\t1.5\n", "utf-8")
    for name in ("a.csv", "a.tsv"):
        assert se.read(tmp_path / name).text == "指标\t2022年\n出口\t1.5\n"
    report = se.Report(title="ours", text="出口")
    se.export(report, tmp_path / "ours.csv")
    assert se.read(tmp_path / "ours.csv") == report


def formula(sheet: Worksheet) -> None:
    filled(*ROWS)(sheet)
    sheet["B4"] = "=B2+B3"


def torn(data: bytes) -> bytes:
    """The workbook with a part that is no XML."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<a" if name.startswith("xl/worksheets/") else old.read(name))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (saved(formula), r"B4 of sheet1 has a formula without its result"),
        (saved(lambda _: None), "no words in their cells"),
        (saved(filled(*ROWS))[:-100], "torn one"),
        (torn(saved(filled(*ROWS))), "damaged one"),
        (b"", "torn one"),
    ],
    ids=["formula", "empty", "cut", "torn", "nothing"],
)
def test_a_workbook_that_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    """A formula that nothing has computed, a sheet of pictures and a torn file are each one error with a remedy."""
    with pytest.raises(se.ReadError, match=words):
        document(data)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<table:table/>", "no words in their cells"),
        ("<table:table", "damaged one"),
        ("<!DOCTYPE x><table:table/>", "declares what no office writes"),
    ],
)
def test_open_sheets_that_cannot_be_read_are_refused(content: str, words: str) -> None:
    """A file without words, one that is no XML, and one that declares entities raise ReadError."""
    with pytest.raises(se.ReadError, match=words):
        list(ods.Ods().read(BytesIO(ods_of(content))))


def test_a_table_over_the_cap_is_refused_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows and columns than a bulletin's table has are one error, which tells the table by its first words."""
    monkeypatch.setattr(laying, "MOST_PLACES", 8)
    with pytest.raises(se.ReadError, match="the table that begins with '指标' has 3 rows and 3 columns"):
        document(saved(filled(*ROWS)))
    monkeypatch.setattr(csv, "MOST_PLACES", 8)
    with pytest.raises(se.ReadError, match="over 8 cells"):
        list(csv.Csv().read(BytesIO(b"a,b,c\n1,2,3\n4,5,6\n")))


def test_groups_of_rows_are_held_against_a_table_in_proportion() -> None:
    """Twice the rows with empty ones between take at most so many times the calls: no group looks back over all."""

    def steps(count: int) -> int:
        entries = [Entry(words, 2 * row, column) for row in range(count) for column, words in enumerate(("出口", "1"))]
        return calls_of(lambda: [*blocks_of_sheet(entries)])

    assert steps(200) <= 2.2 * steps(100)


def open_sheet(columns: str, rows: int) -> Callable[[], list[se.Document]]:
    """Reads a sheet of five columns, in every other row of which a cell covers four of them."""
    merged = ods_row(ods_cell("出口", 'table:number-columns-spanned="4"'), *[ods_cell("")] * 3, ods_cell("1"))
    data = ods_of(f"<table:table>{columns}{(merged + ods_row(*map(ods_cell, 'abcde'))) * rows}</table:table>")
    return lambda: list(ods.Ods().read(BytesIO(data)))


def column(said: str, times: int = 1) -> str:
    return f'<table:table-column {said} table:number-columns-repeated="{times}"/>'


HIDDEN = 'table:visibility="collapse"'


def test_hidden_columns_of_an_open_sheet_cost_its_cells_no_steps() -> None:
    """Where all unused columns are hidden, as people do, the cells are read in as many steps as without."""
    few, many = (
        [calls_of(open_sheet(column("", 5) + column(said, 16379), rows)) for said in ("", HIDDEN)] for rows in (20, 40)
    )
    assert many[1] - few[1] <= 1.1 * (many[0] - few[0])


def test_hidden_columns_of_an_open_sheet_leave_no_gap() -> None:
    """A merged cell covers the columns that are shown, and what stands behind one that is not moves up."""
    (found,) = open_sheet(column("") + column(HIDDEN) + column("", 3), 1)()
    assert rows_of(found) == [[["出口", "", "", "1"], ["a", "c", "d", "e"]]]
    assert [(each.column, each.columns) for each in found.tables[0].cells if each.row == 0] == [(0, 3), (3, 1)]


@pytest.mark.parametrize("limit", [8, 131_072])
def test_cells_may_be_longer_than_the_csv_module_likes(limit: int) -> None:
    """What a cell may hold is not for the process to say, whose limit of the csv module stays as it is."""
    usual = field_size_limit(limit)
    try:
        (found,) = csv.Csv().read(BytesIO(f"指标,{'长' * 140_000}\n出口,1.5\n".encode()))
        assert field_size_limit() == limit
    finally:
        field_size_limit(usual)
    assert rows_of(found) == [[["指标", "长" * 140_000], ["出口", "1.5"]]]


def test_columns_that_a_workbook_hides_beyond_its_cells_are_not_counted() -> None:
    """A file may hide as many columns as it likes to say; of those that have no cells nothing is kept."""
    sheet = Workbook().active
    assert isinstance(sheet, Worksheet)
    sheet.append(["出口", 1.5])
    hidden = sheet.column_dimensions["B"]
    hidden.min, hidden.max, hidden.hidden = 2, 1_000_000, True
    assert list(xlsx._hidden_columns(sheet)) == [2]
