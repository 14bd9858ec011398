"""Laws of PDFs: lines are joined to the paragraphs that they were, and what only a page has is left out."""

from __future__ import annotations

from io import BytesIO

import pytest
from tests.sources.samples import DATA

import shandong_econ as se
from shandong_econ.grids import Table
from shandong_econ.sources import pdf
from shandong_econ.sources.pdf_lines import Glyph, Line, Segment, lines_of_page
from shandong_econ.sources.pdf_paragraphs import blocks_of
from shandong_econ.sources.pdf_rulings import Ruling, ruled_tables

EM = 10.0
WIDTH = 20  # letters of a line


def page(*texts: str, size: float = EM, left: float = 0.0) -> list[Line]:
    """The lines of a page, each letter as wide as a Chinese one, and as high as two stand above one another."""
    glyphs = []
    for row, text in enumerate(texts):
        for column, letter in enumerate(text):
            at = left + column * size
            glyphs.append(Glyph(letter, at, at + size, 700 - row * 1.5 * size, size))
    return lines_of_page(glyphs)


def rows_of(table: str | Table) -> list[list[str]]:
    """The words of a table, row by row."""
    assert isinstance(table, Table)
    words = {(entry.row, entry.column): entry.words for entry in table.entries}
    height, width = (max(place) + 1 for place in zip(*words, strict=True))
    return [[words.get((row, column), "") for column in range(width)] for row in range(height)]


FULL = "山" * WIDTH
INDENTED = "\u3000\u3000" + "东" * (WIDTH - 2)


def test_a_full_line_goes_on_and_an_indented_one_begins() -> None:
    """Lines are joined while they are full and the next is not set in, on the next page too."""
    pages = [page(INDENTED, FULL, "完。", INDENTED, FULL), page(FULL, "完。")]
    assert list(blocks_of(pages)) == ["东" * 18 + FULL + "完。", "东" * 18 + FULL + FULL + "完。"]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """What stands at the same height on several pages, and numbers of pages, are no text."""
    pages = [
        page("统计公报", "\u3000\u3000" + f"{letter}" * 18, FULL, f"{letter}。", f"- {n} -")
        for n, letter in enumerate("甲乙丙")
    ]
    assert list(blocks_of(pages)) == [f"{letter}" * 18 + FULL + f"{letter}。" for letter in "甲乙丙"]


def test_a_wide_gap_makes_cells() -> None:
    """Segments of a line are the cells of a row, in columns that the rows share; a wrapped head is one cell."""
    rows = page("指标  产量     增长", "           （%）", "粮食  5.5    0.8")
    (table,) = blocks_of([rows])
    assert rows_of(table) == [["指标", "产量", "增长\n（%）"], ["粮食", "5.5", "0.8"]]


def test_numbers_in_other_letters_stand_in_their_line() -> None:
    """Digits that stand lower than Chinese characters, and marks of notes that stand higher, are of their line."""
    heights = {
        "出口": (700.0, EM),
        "[3]": (702.6, 6.0),
        "54.5": (697.6, EM),
        "亿元，增长": (700.0, EM),
        "4.3%": (697.6, EM),
    }
    glyphs, at = [], 0.0
    for words, (bottom, size) in heights.items():
        for letter in words:
            glyphs.append(Glyph(letter, at, at + size, bottom, size))
            at += size
    assert [line.text for line in lines_of_page(glyphs)] == ["出口[3]54.5亿元，增长4.3%"]


@pytest.mark.parametrize("line", ["出口  54.5  亿元，比上年增长", "出口增长  4.5%  。进口"])
def test_gaps_in_a_sentence_make_no_cells(line: str) -> None:
    """A line with a comma or a stop behind a gap is prose, but no row that has one in a bracket or several values."""
    assert [isinstance(block, str) for block in blocks_of([page(line)])] == [True]
    for row in ("指标  出口（亿元，现价）", "出口，进口  54.5  3.2"):
        assert [isinstance(block, str) for block in blocks_of([page(row, row)])] == [False]


@pytest.mark.parametrize(
    ("lines", "paragraph"),
    [
        (("the value of indus-", "try rose, industry on"), "the value of industry rose, industry on"),
        (("exports rose year-on-", "year in the provinces"), "exports rose year-on-year in the provinces"),
        (("the value of the whole", "province rose again in"), "the value of the whole province rose again in"),
    ],
)
def test_words_at_the_ends_of_lines_are_joined(lines: tuple[str, ...], paragraph: str) -> None:
    """A hyphen that broke a word goes, one of the word's own stays, and else there is a space."""
    assert list(blocks_of([page(*lines, size=EM)])) == [paragraph]


def test_a_heading_of_two_lines_is_one() -> None:
    """Lines in larger letters are one heading, and the text under it begins anew."""
    heading = lines_of_page(
        [
            Glyph(letter, 40 + n * 16, 56 + n * 16, 800 - row * 24, 16.0)
            for row, text in enumerate(("山东省", "公报"))
            for n, letter in enumerate(text)
        ]
    )
    assert list(blocks_of([[*heading, *page(INDENTED, FULL, "完。")]])) == ["山东省公报", "东" * 18 + FULL + "完。"]


def test_a_cell_without_a_width_has_its_column() -> None:
    """Letters of a font that states no widths stand in a table where they begin."""
    row = Line((Segment("a", 10, 20), Segment("1", 50, 50)), 80.0, 10.0)
    (table,) = blocks_of([[row, Line((Segment("b", 10, 20), Segment("2", 90, 80)), 40.0, 10.0)]])
    assert rows_of(table) == [["a", "1", ""], ["b", "", "2"]]


def test_a_head_stands_over_several_columns() -> None:
    """What stands over more columns than one is one cell of them all; a part's head, between rows, is a row."""
    rows = page(
        "指标      绝对量（亿元）     增长",
        "      2022年  2021年     ",
        "一、农业",
        "出口    12.5  11.5    0.8",
        "进口    2.5   1.5     1.8",
    )
    (table,) = blocks_of([rows])
    assert isinstance(table, Table)
    assert {entry.words: entry.columns for entry in table.entries}["绝对量（亿元）"] == 2
    assert rows_of(table)[2] == ["一、农业", "", "", ""]


def test_a_name_of_two_lines_has_its_values_between_them() -> None:
    """Lines too near for rows are of one row, and heads that stand close are parted where the values below them are."""
    close = (Segment("绝对量", 60, 85), Segment("增速", 92, 112))
    lines = [
        Line((Segment("指标", 0, 20), Segment("1-5月", 75, 95)), 114.0, 10.0),
        Line((Segment("绝对量 增速", 60, 112, close),), 100.0, 10.0),
        Line((Segment("固定资产投资", 0, 50),), 86.0, 10.0),
        Line((Segment("3.1", 60, 75), Segment("4.2", 95, 110)), 79.0, 10.0),
        Line((Segment("（不含农户）", 0, 50),), 72.0, 10.0),
        Line((Segment("粮食", 0, 20), Segment("5.5", 60, 75), Segment("0.8", 95, 110)), 58.0, 10.0),
    ]
    (table,) = blocks_of([lines])
    assert isinstance(table, Table)
    assert [rows[0] for rows in rows_of(table)] == ["指标", "", "固定资产投资\n（不含农户）", "粮食"]
    assert rows_of(table)[1:3] == [["", "绝对量", "增速"], ["固定资产投资\n（不含农户）", "3.1", "4.2"]]


def test_a_table_goes_on_over_pages() -> None:
    """The head that each page repeats stands once, and rows that are alike within a page stay."""
    head, row = "指标   产量    增长", "粮食   5.5    0.8"
    (table,) = blocks_of([page(head, row, row), page(head, "棉花   1.5    0.9")])
    assert rows_of(table) == [head.split(), row.split(), row.split(), ["棉花", "1.5", "0.9"]]


def test_what_stands_over_a_table_on_each_page_is_told_once() -> None:
    """The title that a spreadsheet prints over its table on every page is no running head: it names the table."""
    over, head = "2023年泰安市主要产品产量", "指标    产量     增长"
    title, table = blocks_of([page(over, head, f"{letter}    5.5     0.8") for letter in "甲乙丙丁"])
    assert title == over
    assert [row[0] for row in rows_of(table)] == ["指标", *"甲乙丙丁"]


def test_heads_are_dealt_out_in_order() -> None:
    """Heads that begin where their columns do, and so stand over none of the numbers, belong to them in order."""
    lines = [
        Line((Segment("Item", 0, 20), Segment("Value", 60, 80), Segment("Growth", 130, 160)), 100.0, 10.0),
        Line((Segment("Exports", 0, 40), Segment("203.1", 100, 125), Segment("4.5", 180, 195)), 80.0, 10.0),
        Line((Segment("Imports", 0, 40), Segment("103.1", 100, 125), Segment("2.5", 180, 195)), 60.0, 10.0),
    ]
    (table,) = blocks_of([lines])
    assert rows_of(table)[0] == ["Item", "Value", "Growth"]


@pytest.mark.parametrize("at", [(120, 280), (60, 220)], ids=["in the middle", "where they begin"])
def test_heads_over_groups_go_over_their_columns(at: tuple[int, int]) -> None:
    """A head over a group of columns covers them all, be it set over their middle or over the first."""
    names = ("Value", "Growth", "Value", "Growth")
    group, heads, values = (
        Line(tuple(Segment(words, left, left + 30) for words, left in places), height, 10.0)
        for height, places in (
            (100.0, zip(("2022", "2023"), at, strict=True)),
            (86.0, zip(names, (60, 140, 220, 300), strict=True)),
            (72.0, zip(("Exports", "203.1", "4.5", "223.1", "6.5"), (0, 60, 140, 220, 300), strict=True)),
        )
    )
    if at[0] == 120:  # over the middle of two columns a head stands over both
        group = Line(tuple(Segment(one.text, one.left - 40, one.right + 40) for one in group.segments), 100.0, 10.0)
    (table,) = blocks_of([[group, heads, values, values]])
    assert isinstance(table, Table)
    assert {entry.words: (entry.column, entry.columns) for entry in table.entries if entry.row == 0} == {
        "2022": (1, 2), "2023": (3, 2),
    }  # fmt: skip


def _line(height: float, *cells: tuple[str, float, float]) -> Line:
    return Line(tuple(Segment(words, left, right) for words, left, right in cells), height, 10.0)


def test_heads_in_the_middle_of_merged_cells_stand_over_their_columns() -> None:
    """Lines of a head that stand between those of others are one cell; one over two columns is in their middle."""
    lines = [
        _line(114, ("客运", 120, 140)),
        _line(107, ("公路里程", 50, 90)),
        _line(100, ("区县", 0, 20)),
        _line(93, ("（公里）", 50, 90)),
        _line(86, ("人数", 105, 125), ("周转量", 135, 165)),
        *(
            _line(70 - 16 * n, (name, 0, 20), ("830", 70, 90), ("61", 115, 130), ("7", 163, 170))
            for n, name in enumerate("甲乙")
        ),
    ]
    (table,) = blocks_of([lines])
    assert isinstance(table, Table)
    heads = {entry.words: (entry.row, entry.column, entry.rows, entry.columns) for entry in table.entries[:5]}
    assert heads == {
        "区县": (0, 0, 2, 1), "公路里程\n（公里）": (0, 1, 2, 1), "客运": (0, 2, 1, 2),
        "人数": (1, 2, 1, 1), "周转量": (1, 3, 1, 1),
    }  # fmt: skip


def test_numbers_that_end_at_one_place_are_a_column() -> None:
    """A number as wide as to reach over the one beside it, in another row, has its own column; so have narrow names."""
    lines = [
        _line(100, ("按城乡分", 0, 40), ("城镇", 50, 70), ("1.5", 110, 125), ("3.1", 140, 155)),
        _line(84, ("乡村", 50, 70), ("2.5", 110, 125), ("－1004.1", 120, 155)),
        _line(68, ("按经济类型分", 0, 48), ("国有", 50, 70), ("9,802.5", 90, 125), ("8", 150, 155)),
    ]
    (table,) = blocks_of([lines])
    assert rows_of(table) == [
        ["按城乡分", "城镇", "1.5", "3.1"], ["", "乡村", "2.5", "－1004.1"], ["按经济类型分", "国有", "9,802.5", "8"],
    ]  # fmt: skip


def _walls(rows: tuple[float, ...], columns: tuple[float, ...]) -> list[Ruling]:
    across = [Ruling(is_across=True, at=at, start=columns[0], end=columns[-1]) for at in rows]
    return across + [Ruling(is_across=False, at=at, start=rows[-1], end=rows[0]) for at in columns]


def _written(words: str, left: float, bottom: float) -> list[Glyph]:
    return [Glyph(letter, left + 10 * n, left + 10 * n + 10, bottom, 10.0) for n, letter in enumerate(words)]


def test_a_ruled_table_goes_on_where_the_next_page_parts_its_columns() -> None:
    """Its heads may be all that a page has of it, over groups that only the next parts; what is set in is so."""
    glyphs = _written("港口", 2, 22) + _written("吞吐量", 102, 22)
    (first,), _ = ruled_tables(glyphs + _written("运量", 252, 22), _walls((40, 20), (0, 100, 250, 400)))
    places = (("吨", 102, 762), ("箱", 202, 762), ("合计", 2, 742), ("5", 152, 742), ("北港", 22, 722), ("3", 152, 722))
    below = [glyph for words, left, bottom in places for glyph in _written(words, left, bottom)]
    (second,), _ = ruled_tables(below, _walls((780, 760, 740, 720), (0, 100, 180, 250, 400)))
    (table,) = blocks_of([[first], [second]])
    assert isinstance(table, Table)
    placed = {entry.words: (entry.row, entry.column, entry.columns) for entry in table.entries if entry.words}
    assert placed["吞吐量"] == (0, 1, 2)
    assert (placed["箱"], placed["北港"]) == ((1, 2, 1), (3, 0, 1))
    indents = {entry.words: entry.indent for entry in table.entries}
    assert indents["北港"] > indents["合计"]


def test_nothing_is_no_block() -> None:
    """Pages without text give nothing."""
    assert list(blocks_of([[], page("- 1 -")])) == []


def test_what_has_no_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A torn file, one of another kind, a scan, and one of too many bytes or pages raise ReadError with a remedy."""
    whole = (DATA / "office.zh.pdf").read_bytes()
    for data in (b"", b"no pdf", b"%PDF-1.7\n", whole[: len(whole) // 2]):
        with pytest.raises(se.ReadError):
            se.read(BytesIO(data), format="pdf")
    monkeypatch.setattr(pdf, "_glyphs", lambda _: iter(()))
    with pytest.raises(se.ReadError, match="OCR"):
        se.read(BytesIO(whole))
    monkeypatch.undo()
    for limit in ("MOST_PAGES", "LARGEST"):
        with monkeypatch.context() as patch:
            patch.setattr(pdf, limit, 0)
            with pytest.raises(se.ReadError, match="split it"):
                se.read(BytesIO(whole))
