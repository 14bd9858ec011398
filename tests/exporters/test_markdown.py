"""Markdown: what the page looks like, what an edit does, what is refused."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from shandong_econ.errors import ReadError
from shandong_econ.exporters import markdown
from shandong_econ.exporters.markdown import Markdown
from shandong_econ.exporters.markdown.page import LONGEST_QUOTE
from shandong_econ.exporters.markdown.text import escape, plain, prose
from shandong_econ.model import Area, Indicator, Note, Observation, Period, Report, Span, Speaker, Statement, Unit
from shandong_econ.rows import encode_text
from shandong_econ.testing.strategies import texts

TEXT = """Port city opens the year well

  In the first quarter of 2023, Rizhao's ports handled 1.52亿吨 of goods, up 8.40% from a year earlier.
Trade grew by 12%, or so the customs say.

“We ship *more* ore than ever, about 2.1 million tonnes in March,” said Chen Lu, manager of Shijiu Terminal."""

RIZHAO = Area("371100", "Rizhao", "日照市")
QUARTER = Period.parse("2023-Q1")
TONNES, PERCENT = Unit("TN", "tonnes", "吨"), Unit("PT", "percent", "百分比")
CARGO = Indicator("PORT_CARGO", "Port cargo throughput", "港口货物吞吐量")
CHEN = Speaker("Chen Lu", "manager", "Shijiu Terminal")


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


REPORT = Report(
    text=TEXT,
    title="Port city opens the year well",
    language="en",
    published=date(2023, 4, 18),
    area=RIZHAO,
    authors=("Sun Mei", "Wu Hao"),
    uri="https://news.example/port_city?id=7&page=1",
    observations=(
        Observation(
            label="goods handled by ports",
            indicator=CARGO,
            area=RIZHAO,
            period=QUARTER,
            value=Decimal("1.52"),
            unit=TONNES,
            unit_mult=8,
            span=place("1.52亿吨"),
        ),
        Observation(
            label="goods handled by ports",
            indicator=CARGO,
            area=RIZHAO,
            period=QUARTER,
            measure="growth",
            comparison="year_on_year",
            value=Decimal("8.40"),
            unit=PERCENT,
            span=place("8.40%"),
        ),
        Observation(
            label="ore | shipped",
            area=RIZHAO,
            entity="Shijiu Terminal",
            period=Period.parse("2023-03"),
            value=Decimal("2.1"),
            unit=TONNES,
            unit_mult=6,
            qualifier="ABOUT",
            speaker=CHEN,
            span=place("2.1 million tonnes"),
        ),
        Observation(
            label="trade",
            area=RIZHAO,
            period=QUARTER,
            measure="growth",
            comparison="year_on_year",
            value=Decimal("12"),
            unit=PERCENT,
            span=place("12%"),
        ),
    ),
    statements=(
        Statement(
            kind="quote",
            speaker=CHEN,
            text="We ship *more* ore than ever, about 2.1 million tonnes in March",
            span=place("We ship *more* ore than ever, about 2.1 million tonnes in March"),
        ),
    ),
    notes=(Note("hearsay", "the source is not named", place("12%")),),
)

PAGE = (Path(__file__).parent / "port_city.md").read_text(encoding="utf-8")


def written(*reports: Report) -> str:
    file = io.BytesIO()
    Markdown().write(iter(reports), file)
    return file.getvalue().decode()


def read(page: str) -> list[Report]:
    return list(Markdown().read(io.BytesIO(page.encode())))


def line_of(words: str) -> str:
    """The line of the page on which some words begin, as messages name it."""
    before, _, _ = PAGE.partition(words)
    return f"line {before.count(chr(10)) + 1 + len(words) - len(words.lstrip(chr(10)))}"


def read_edited(old: str, new: str) -> Report:
    """The report of the page in which one text, which stands there once, is another."""
    assert PAGE.count(old) == 1
    (report,) = read(PAGE.replace(old, new))
    return report


def told_by_seals(report: Report) -> tuple[Report, int]:
    """The report without the Notes that seals are broken, and their number."""
    others = [note for note in report.notes if note.code != "seal_broken"]
    return attrs.evolve(report, notes=others), len(report.notes) - len(others)


def test_the_page() -> None:
    """A page says what a whole table shares once above it, leaves empty columns out, and reads back whole."""
    assert written(REPORT) == PAGE
    assert read(PAGE) == [REPORT]


def test_a_page_without_seals() -> None:
    """A page of before there were seals, or from which they were taken out, is read, and edits of it are not told."""
    lines = PAGE.replace(", sealed", "").splitlines(keepends=True)
    page = "".join(line for line in lines if "econ seal" not in line and "econ end" not in line)
    assert read(page) == [REPORT]
    assert read(page.replace("# Port city opens the year well\n", "# Port city\n")) == [
        attrs.evolve(REPORT, title="Port city")
    ]


@given(text=texts())
def test_prose_is_read_by_any_parser(text: str) -> None:
    """A source text is paragraphs and line breaks of the same characters to a parser with all of CommonMark on."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(prose(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    inlines = [token.children or [] for token in tokens if token.type == "inline"]
    assert {token.type for inline in inlines for token in inline} <= {"text", "hardbreak"}
    assert read(written(Report(text=text))) == [Report(text=text)]


@given(text=texts())
def test_a_cell_is_read_by_any_parser(text: str) -> None:
    """What is escaped for a cell is the same characters, without a mark, to a parser with all of CommonMark on."""
    cell = encode_text(text)
    inline = MarkdownIt("commonmark").enable("strikethrough").parseInline(escape(cell))[0].children or []
    assert {token.type for token in inline} <= {"text"}
    assert plain(inline) == cell


@given(name=texts(), role=texts())
def test_a_speaker_comes_back(name: str, role: str) -> None:
    """Name, role and organisation are told apart whatever they are, and whichever of them are known."""
    speakers = [
        Speaker(name, role, name),
        Speaker(role, None, name),
        Speaker(None, role, name),
        Speaker(name, role, None),
        Speaker(None, role, None),
    ]
    statements = [Statement(kind="reported", speaker=speaker, text=name) for speaker in speakers]
    observations = [Observation(value=Decimal(1), speaker=speaker) for speaker in speakers]
    report = Report(statements=statements, observations=observations)
    assert read(written(report)) == [report]


def test_many_reports() -> None:
    """Reports stand one below the other; an empty one has its place; none at all is a page with its mark."""
    reports = [REPORT, Report(), Report(title=""), Report(title="Untitled"), attrs.evolve(REPORT, title=None)]
    assert read(written(*reports)) == reports
    assert read(written()) == []


def test_names_of_one_code_that_differ() -> None:
    """A code that has two meanings in a report has its names beside it, and each figure keeps its own."""
    figures = [
        Observation(value=Decimal(i), indicator=indicator)
        for i, indicator in enumerate(
            [Indicator("GDP", "one"), Indicator("GDP", "other"), Indicator("GDP"), Indicator("FAI", "a"), None]
        )
    ]
    report = Report(observations=[*figures, *figures])
    assert read(written(report)) == [report]


def test_a_subject_with_few_figures_shares_a_table() -> None:
    """Areas with a figure or two stand in one table, in which the area is a column."""
    areas = [Area(None, f"City {i}") for i in range(5)]
    report = Report(observations=[Observation(value=Decimal(i), area=area) for i, area in enumerate(areas)])
    page = written(report)
    assert page.count("| # |") == 1
    assert "| # | Area | Value |" in page
    assert read(page) == [report]


def test_a_quote_that_would_fill_the_table_is_left_out() -> None:
    """The words of a very long span are not repeated."""
    text = "7" + "x" * LONGEST_QUOTE
    report = Report(text=text, observations=[Observation(value=Decimal(7), span=Span(0, len(text)))])
    assert written(report).count("7x") == 1
    assert read(written(report)) == [report]


def figure(i: int, **changes: Any) -> Report:
    """The report with one figure changed."""
    observations = list(REPORT.observations)
    observations[i] = attrs.evolve(observations[i], **changes)
    return attrs.evolve(REPORT, observations=observations)


EDITS = [
    ("# Port city opens the year well\n", "# Port city\n", attrs.evolve(REPORT, title="Port city")),
    ("Sun Mei; Wu Hao", "Sun Mei", attrs.evolve(REPORT, authors=("Sun Mei",))),
    ("- **Language** en\n", "", attrs.evolve(REPORT, language=None)),
    ("| 12% | 12 |", "| 12% | **13** |", figure(3, value=Decimal(13))),
    ("| 12% | 12 |", "|  | 13 |", figure(3, value=Decimal(13))),
    ("| ABOUT |", "|  |", figure(2, qualifier="EQ")),
    ("| 3 | 2023-03 |", "| 3 | 2023-04 |", figure(2, period=Period.parse("2023-04"))),
    ("**Chen Lu**, manager, *Shijiu Terminal* |", "**Chen Lu** |", figure(2, speaker=Speaker("Chen Lu"))),
    (r"ore \| shipped", "iron *ore*", figure(2, label="iron ore")),
    ("|  | 147–150 |\n\n", "|  |  |\n\n", figure(3, span=None)),
    ("| `PORT_CARGO` | 106", "| Cargo `PORT` | 106", figure(1, indicator=Indicator("PORT", "Cargo"))),
]


@pytest.mark.parametrize(("old", "new", "expected"), EDITS)
def test_an_edit_is_read(old: str, new: str, expected: Report) -> None:
    """Who changes a fact where it stands, and reads the page, gets the change, a Note of it, and nothing else."""
    report, told = told_by_seals(read_edited(old, new))
    assert (attrs.evolve(report, notes=REPORT.notes), told) == (expected, 1)


def test_an_edit_of_a_name() -> None:
    """A name stands once for all figures that have its code."""
    report = read_edited("| tonnes | 吨 |", "| metric tons | 吨 |")
    assert [o.unit.name for o in report.observations if o.unit] == ["metric tons", "percent", "metric tons", "percent"]


def test_a_line_that_is_wrapped_is_one_line() -> None:
    """A line end without a backslash, which a reader sees as a space, is read as one."""
    assert read_edited("“We ship \\*more\\* ore", "“We ship\n\\*more\\* ore") == REPORT


def test_rows_are_taken_out_put_in_and_moved() -> None:
    """The numbers give the order, a row without one comes last, and a row that is gone is gone."""
    first, second = [line for line in PAGE.splitlines(keepends=True) if "goods handled by ports |" in line]
    page = PAGE.replace(first + second, second + first)
    assert read(page) == [REPORT]
    (report,) = read(PAGE.replace(first, ""))
    without, told = told_by_seals(report)
    assert (without, told) == (attrs.evolve(REPORT, observations=REPORT.observations[1:]), 1)
    (report,) = read(PAGE.replace(first, "|  | new |  | 5 |\n" + first))
    added = Observation(label="new", value=Decimal(5), area=RIZHAO, period=QUARTER)
    assert told_by_seals(report) == (attrs.evolve(REPORT, observations=(*REPORT.observations, added)), 1)


def test_what_a_forge_or_an_editor_does_to_a_file() -> None:
    """Line ends of Windows, a byte-order mark, padded tables and underscores for italics change nothing."""
    padded = PAGE.replace(" | ", "   |  ").replace("*日照市*", "_日照市_").replace("`TN` |", "`TN`     |")
    (report,) = Markdown().read(io.BytesIO(b"\xef\xbb\xbf" + padded.replace("\n", "\r\n").encode()))
    assert report == REPORT


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("| 152000000 |", "| 999 |", ["table Figures", "row 1", "amount", "999", "152000000"]),
        ("| 2.1 | 6 |", "| 2.2 | 6 |", ["table Figures", "row 3", "amount", "2100000", "2200000"]),
        ("| 2.1 million", "| 3.1 million", ["row 3", "quote", "'3.1 million tonnes'", "'2.1 million tonnes'"]),
        ("| 147–150 | 12% |", "| 0–4 | Post |", ["quote", "'Post'", "'Port'"]),
        ("| `PORT_CARGO` | Port", "| `PORT_CARGOES` | Port", ["table Codes", "PORT_CARGOES"]),
    ],
)
def test_what_disagrees_is_named(old: str, new: str, words: list[str]) -> None:
    """A derived cell that says other than the facts, and a code explained for nothing, give a Note with its place."""
    report, told = told_by_seals(read_edited(old, new))
    *kept, note = report.notes
    assert len(kept) == len(REPORT.notes)
    assert told == (attrs.evolve(report, notes=kept) != REPORT)
    assert [word for word in (line_of(old), *words) if word not in note.message] == []


REFUSED = [
    ("markdown 1, sealed -->", "markdown 2, sealed -->", ["version 2", "update"]),
    ("markdown 1, sealed -->", "markdown, sealed -->", ["parse()"]),
    ("markdown 1, sealed -->", "markdown 1, seared -->", ["parse()"]),
    ("<!-- shandong_econ markdown 1, sealed -->\n", "", ["parse()"]),
    ("<!-- shandong_econ seal ", "<!-- shandong_econ seam ", ["no comment of a page of ours"]),
    ("<!-- shandong_econ end, reports 1 -->", "<!-- shandong_econ end -->", ["no comment of a page of ours"]),
    ("\n# Port city opens", "\nHello\n\n# Port city opens", ["first report", "# "]),
    ("- **Language** en", "- **Idiom** en", ["'Idiom'", "Language"]),
    ("- **Language** en", "- en", ["'en'", "**Title**"]),
    ("- **Language** en\n", "- **Language** en\n- **Language** zh\n", ["'Language'", "twice"]),
    ("- **Language** en\n", "1. **Language** en\n", ["ordered list", "list of facts"]),
    ("## Figures", "## Numbers", ["'Numbers'", "Figures"]),
    ("## Figures", "## ", ["''", "Figures"]),
    ("| 8.40 |", "| 8,40 |", ["row 2", "obs_value", "'8,40'", "4.5"]),
    ("| 8.40 |", "|  |", ["row 2", "value"]),
    ("| 4 | trade", "| four | trade", ["row four", "'four'", "digits"]),
    ("*year_on_year* |  | 147", "*yearly* |  | 147", ["row 4", "'yearly'", "year_on_year"]),
    ("| 106–111 |", "| 106 |", ["row 2", "Span"]),
    ("| 106–111 |", "| 111–106 |", ["row 2", "Span"]),
    ("| `PT` |  | growth *year_on_year* | `", "| `pt` |  | growth *year_on_year* | `", ["row 2", "'pt'", "PT"]),
    ("| # | Label | *Words* | Value |", "| # | Label | *Words* | Worth |", ["'Worth'", "Value"]),
    ("| # | Label | *Words* | Value |", "| # | Label | *Words* | Label |", ["'Label'", "twice"]),
    ("**Period** 2023-Q1\n", "**Epoch** 2023-Q1\n", ["'Epoch'", "Period"]),
    ("| `PT` | percent", "| `TN` | percent", ["'TN'", "twice"]),
    ("> We ship", "> # We ship", ["quotation"]),
    ("\nTrade grew", "\n- Trade grew", ["bullet list", "Source text", "\\- "]),
]
REFUSED_ELSEWHERE = [  # the message names the line where the report, the row or the quotation begins
    ("**Language** en", "**Language** de", "# Port city", ["'de'", "'en'"]),
    ("2023-04-18", "18 April", "# Port city", ["published", "'18 April'", "2022-06-20"]),
    ("**Period** 2023-Q1\n", "**Period** 2023-Q5\n", "| 1 | goods", ["'2023-Q5'"]),
    ("**Period** 2023-Q1\n\n", "**Period** 2023-Q1\n## Notes\n", "| # | Label", ["'Label'", "Message"]),
    (" `quote` `177–240`", "", "> We ship", ["backticks"]),
    ("> —", "> by", "> We ship", ["—"]),
    ("`quote`", "`said`", "> We ship", ["'said'", "reported"]),
    ("| hearsay |", "|  |", "| hearsay |", ["code"]),
]


@pytest.mark.parametrize(
    ("old", "new", "where", "words"),
    [(old, new, old, words) for old, new, words in REFUSED] + REFUSED_ELSEWHERE,
)
def test_a_page_that_cannot_be_read(old: str, new: str, where: str, words: list[str]) -> None:
    """What is no report is refused with the line, what stands there and what to write."""
    with pytest.raises(ReadError) as caught:
        read_edited(old, new)
    assert [word for word in (line_of(where), *words) if word not in str(caught.value)] == []


def test_a_shared_line_without_a_table() -> None:
    """What a line says of a table that is not there is not dropped in silence."""
    with pytest.raises(ReadError, match="no table below"):
        read("<!-- shandong_econ markdown 1 -->\n\n# T\n\n## Figures\n\n**Period** 2023\n")


def test_bytes_that_are_no_text() -> None:
    """A file in another encoding is refused with the line."""
    with pytest.raises(ReadError, match=r"line 3.*UTF-8"):
        list(Markdown().read(io.BytesIO(PAGE.partition("#")[0].encode() + "# 日照".encode("gb18030"))))


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the cap is refused before it is parsed."""
    monkeypatch.setattr(markdown, "LARGEST", len(PAGE.encode()))
    assert read(PAGE) == [REPORT]
    with pytest.raises(ReadError, match="more than"):
        read(PAGE + "\n")


@pytest.mark.parametrize(
    "piece", ["> ", "- ", "1. ", "*", "**a *b ", "a_*", "`", "[", "![](", "<", "&#", "\\", "|a", "# "]
)
@pytest.mark.parametrize("section", ["", "## Figures", "## Statements", "## Source text"])
def test_a_bomb(section: str, piece: str) -> None:
    """A page that nests or repeats one thing without end is read, or refused; nothing else is raised."""
    page = f"<!-- shandong_econ markdown 1 -->\n\n# T\n\n{section}\n\n{piece * 5000}"
    try:
        assert len(read(page)) >= 1
    except ReadError as error:
        assert "line 7" in str(error)  # noqa: PT017  # a page may also be read


def test_writing_loads_no_parser() -> None:
    """The Markdown library is loaded when a page is read, not before."""
    code = (
        "import io, sys; from shandong_econ.exporters.markdown import Markdown; from shandong_econ.model import Report;"
        "Markdown().write([Report(text='*')], io.BytesIO()); assert 'markdown_it' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
