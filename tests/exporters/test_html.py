"""Laws of the page: what it shows and what it carries; how it behaves is told in tests/browser."""

from __future__ import annotations

import hashlib
import io
import json
import re
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shandong_econ as se
from shandong_econ.exporters.html import Html
from shandong_econ.exporters.html_page import names
from shandong_econ.exporters.html_page.amounts import amount
from shandong_econ.exporters.html_page.markup import Both
from shandong_econ.exporters.html_page.words import script, style, words
from shandong_econ.exporters.xlsx.overview_look import FALL
from shandong_econ.exporters.xlsx.series_naming import what
from shandong_econ.model.report import LANGUAGES
from shandong_econ.parsing.account import REMARKED
from shandong_econ.testing import strategies
from shandong_econ.timeseries import Key

EXAMPLES = Path(__file__).parents[2] / "examples"
LOST = str.maketrans({"\0": "\ufffd", **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)}})
"""What no page holds."""


def page(*reports: se.Report) -> str:
    """The page of some reports."""
    file = io.BytesIO()
    Html().write(iter(reports), file)
    return file.getvalue().decode()


def read(text: str) -> list[se.Report]:
    """The reports of a page."""
    return list(Html().read(io.BytesIO(text.encode())))


def tree(text: str) -> Any:
    """The page as a browser's parser has it."""
    return html5lib.parse(text, namespaceHTMLElements=False)


def without_own(text: str) -> str:
    """The page without its own style, script and words, which take most of a parser's time and are always the same."""
    return re.sub(
        r'(<(style|script id="words"[^>]*|script type[^>]*id="words"|script)>).*?</', r"\1</", text, flags=re.S
    )


def with_class(found: Any, name: str) -> list[Any]:
    """The elements of a class."""
    return [each for each in found.iter() if isinstance(each.tag, str) and name in (each.get("class") or "").split()]


def words_of(element: Any) -> str:
    """All text of an element."""
    return "".join(element.itertext())


def example(language: se.Language) -> se.Report:
    """What the example bulletin of a language says."""
    return se.parse((EXAMPLES / f"shandong-2022-05.{language}.txt").read_text(encoding="utf-8"))


@given(report=strategies.reports())
def test_no_text_becomes_markup(report: se.Report) -> None:
    """A page has the elements and attributes of its own alone, whatever is in the report, and its text is the text."""
    found = tree(without_own(page(report)))
    scripts = list(found.iter("script"))
    assert [each.get("type") for each in scripts] == ["application/json", "application/json", None]
    assert len(list(found.iter("style"))) == 1
    tags = {each.tag for each in found.iter() if isinstance(each.tag, str)}
    assert tags.isdisjoint({"img", "iframe", "object", "embed", "link", "base", "frame", "image", "b", "i", "br"})
    for each in found.iter():
        assert not [name for name in each.attrib if name.startswith("on") or name == "style"]
        assert (each.get("href") or "#").startswith("#")
    if report.text:
        (shown,) = with_class(found, "text")
        assert words_of(shown) == report.text.translate(LOST)
    assert words_of(with_class(found, "report")[0].find("h2")) in (
        (report.title or "").translate(LOST),
        words(report.language or "en")["untitled"],
    )


@given(values=st.lists(st.decimals(-99, 99, places=1), min_size=2, max_size=6))
def test_series_of_several_reports_are_shown_with_their_newest_prints(values: list[Decimal]) -> None:
    """The page of several reports has a series of what they tell of the same thing, by its newest prints."""
    told = [
        se.Observation(
            indicator=se.indicators()["GDP"], measure="growth", value=value, unit=se.units()["PT"],
            period=se.Period.of(2010 + number),
        )
        for number, value in enumerate(values)
    ]  # fmt: skip
    reports = [se.Report(observations=told[:1]), se.Report(observations=told[1:])]
    (lines,) = with_class(tree(without_own(page(*reports))), "lines")
    assert [words_of(cell) for cell in with_class(lines, "amount") if cell.tag == "td"] == [
        amount(one).of("en") for one in told
    ]
    assert read(page(*reports)) == reports


def test_edited_series_of_a_page_are_noted() -> None:
    """A series that was edited in the page is read with a note that names its line; the reports hold."""
    figures = [se.Observation(label="x", value=Decimal(n), period=se.Period.of(2020 + n)) for n in (1, 2)]
    reports = [se.Report(observations=[each]) for each in figures]
    first, second = read(page(*reports).replace('<td class="amount"', '<td class="amount">7<', 1))
    assert [note.code for note in first.notes] == ["derived_disagrees"]
    assert (attrs.evolve(first, notes=()), second) == (reports[0], reports[1])


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\t\r\n|"), max_size=6) | st.sampled_from(
    ("出口", "4.5")
)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=2, max_size=5)


@given(rows=ROWS, mark=st.sampled_from("\t|"), end=st.sampled_from(("\n", "\r\n")))
def test_tables_of_a_text_are_tables_of_the_page(rows: list[list[str]], mark: str, end: str) -> None:
    """Each row of a table in a text is a row of the page, and all characters are there, in their order."""
    text = end.join(
        ["Before.", *(mark.join(row) for row in [["指标", "2022"], ["进口", "17582"], *rows]), "", "After."]
    )
    (shown,) = with_class(tree(without_own(page(se.parse(text)))), "text")
    assert words_of(shown) == text.translate(LOST)
    (table, *_) = shown.iter("table")
    assert [[words_of(cell).strip(f"{mark}\r\n") for cell in row] for row in table.iter("tr")][:2] == [
        ["指标", "2022"],
        ["进口", "17582"],
    ]


def test_a_cell_of_the_page_stands_in_the_column_of_its_table() -> None:
    """A head stands over its own column where that of the names has none, and over all of those that it heads."""
    text = """
Output, 2022 (tons)
               2021              2022
          Value  Growth     Value  Growth
Jinan     100.5     5.1     110.2     6.2
Qingdao   200.5     4.1     210.2     3.2
"""
    (table, *_) = tree(page(se.Report(text=text))).iter("table")
    widths = [[int(cell.get("colspan", 1)) for cell in row] for row in table.iter("tr")]
    assert widths == [[1, 2, 2], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]]


@given(report=strategies.reports(), more=strategies.reports())
def test_a_mark_and_a_row_lead_to_each_other(report: se.Report, more: se.Report) -> None:
    """Ids are unique, each link has its target, and each placed figure, note and statement is marked with its words."""
    found = tree(without_own(page(report, more)))
    ids = [each.get("id") for each in found.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert all(each.get("href")[1:] in ids for each in found.iter("a"))
    (first, second) = with_class(found, "report")
    for section, one in ((first, report), (second, more)):
        placed: dict[str, tuple[Any, ...]] = {"f": one.observations, "n": one.notes, "s": one.statements}
        for kind, things in placed.items():
            marked: dict[int, str] = {}
            for mark in section.iter():
                for number in (mark.get(f"data-{kind}") or "").split():
                    marked[int(number)] = marked.get(int(number), "") + words_of(mark)
            for number, thing in enumerate(things, 1):
                cut = "" if thing.span is None else re.sub("[\r\n\v\f\x85\u2028\u2029]", "", thing.span.cut(one.text))
                assert marked.get(number, "") == cut.translate(LOST)


@given(report=strategies.reports())
def test_the_words_of_grounds_stand_apart(report: se.Report) -> None:
    """The text is cut so that the words of each ground are whole pieces, which say where in the text they begin."""
    pieces = [
        (int(piece.get("data-at")), words_of(piece))
        for piece in tree(without_own(page(report))).iter()
        if isinstance(piece.tag, str) and piece.get("data-at")
    ]
    for figure in report.observations:
        for _, ground in figure.grounds.by_part() if figure.grounds else ():
            if span := ground.span:
                cut = re.sub("[\r\n\v\f\x85\u2028\u2029]", "", span.cut(report.text))
                assert "".join(words for at, words in pieces if span.start <= at < span.end) == cut.translate(LOST)


def test_a_mark_of_very_many_figures_is_that_of_the_innermost() -> None:
    """However deep figures stand in each other, the page grows with their number, not with its square."""
    text = "9" * 400
    figures = [se.Observation(value=Decimal(1), span=se.Span(number, 400)) for number in range(400)]
    marks = with_class(tree(without_own(page(se.Report(text=text, observations=figures)))), "f")
    assert len(marks) == 400
    assert marks[-1].get("data-f").split() == [str(number) for number in range(302, 401)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_policy_lets_the_pages_own_style_and_script_in_and_nothing_else(language: se.Language) -> None:
    """The hashes of the policy are those of the style and the script; there is nothing that fetches."""
    text = page(example(language))
    found = tree(text)
    policy = next(meta.get("content") for meta in found.iter("meta") if meta.get("http-equiv"))
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        content = [each.text for each in found.iter(tag) if not each.get("type")]
        assert len(content) == 1
        digest = b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not re.search(r"https?:|url\(|@import|fetch\(|XMLHttpRequest|innerHTML|eval\(", text)


def test_the_data_comes_back_by_path_and_by_stream(tmp_path: Path) -> None:
    """A page is known by its mark, under any name and by the name of the format; other pages are still documents."""
    report = example("zh")
    se.export(report, tmp_path / "page.htm")
    assert se.read(tmp_path / "page.htm") == report
    data = (tmp_path / "page.htm").read_bytes()
    assert se.read(io.BytesIO(data)) == se.read(io.BytesIO(data), format="html") == report
    prose = "<!DOCTYPE html><html><head><title>一季度</title></head>"
    prose += "<body><p>一季度，全省固定资产投资增长4.5%。</p></body></html>"
    for format_ in (None, "html"):
        (figure,) = se.read(io.BytesIO(prose.encode()), format=format_).observations
        assert figure.value == Decimal("4.5")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_edited_where_it_is_shown_is_noted(language: se.Language) -> None:
    """The data holds: a reader who edited only what the page shows is told the line, and what the data says."""
    report = example(language)
    text = page(report)
    edited = text.replace(">21%<", ">22%<")
    assert edited != text
    (found,) = read(edited)
    assert found.observations == report.observations
    (note,) = found.notes
    assert note.code == "derived_disagrees"
    assert "22%" in note.message
    line = int(re.findall(r"line (\d+)", note.message)[0])
    assert "22%" in edited.split("\n")[line - 1]


def test_a_fact_edited_in_both_places_is_the_fact() -> None:
    """Who edits the data and what is shown of it, alike, gets the edit, and no note."""
    report = se.Report(title="One", language="en", publisher="Press", observations=[se.Observation(value=Decimal(1))])
    assert read(page(report).replace("Press", "Print")) == [attrs.evolve(report, publisher="Print")]


def test_the_page_speaks_the_language_of_its_first_report() -> None:
    """Its own words and the names are in that language, and each has the other beside it for the script."""
    found = tree(page(example("zh"), example("en")))
    assert found.get("lang") == "zh"
    (head, _) = [each for each in found.iter("thead") if "数值" in words_of(each)][:2]
    assert [(cell.text, cell.get("data-o")) for cell in head.iter("th")][:2] == [
        ("数值", "Value"),
        ("指标", "Indicator"),
    ]
    assert [each.get("lang") for each in with_class(found, "text")] == ["zh", "en"]


def test_kinds_are_told_apart_by_what_they_are_compared_with() -> None:
    """A filter by kind has one choice for growth year on year, and another for growth month on month."""
    growth = se.Observation(value=Decimal(1), measure="growth", comparison="year_on_year")
    figures = [growth, attrs.evolve(growth, comparison="month_on_month"), growth]
    rows = [each for each in tree(page(se.Report(observations=figures))).iter("tr") if each.get("id")]
    assert [row.get("data-measure") for row in rows] == ["0", "1", "0"]


def test_both_languages_have_the_same_words() -> None:
    """A word of the page stands under the same key in both languages, but for the powers of ten that each counts in."""
    assert words("en").keys() == words("zh").keys()
    codes = {f"qualifiers.{code}" for code in se.Qualifier} | {f"statuses.{code}" for code in se.Status}
    codes |= {f"sayings.{code}" for code in se.StatementKind}
    assert codes <= words("en").keys()


def test_a_fall_has_the_colour_of_the_workbook() -> None:
    """Among the headline figures what fell is red, as on the sheet Overview, and nothing else is."""
    report = se.parse("2022年，山东省出口2000亿元，比上年增长3.9%；进口900亿元，比上年下降2.5%；财政收入下降1.2%。")
    (shown,) = with_class(tree(page(report)), "headlines")
    links = {each.text: each.get("class") for each in shown.iter("a")}
    assert {text for text, kind in links.items() if "fell" in kind.split()} == {"同比 −2.5%", "同比 −1.2%"}
    assert f"--fell: light-dark(#{FALL[2:].lower()}," in style()


@pytest.mark.parametrize("measure", se.Measure)
def test_a_kind_is_called_the_same_in_page_and_workbook(measure: se.Measure) -> None:
    """A level is no total: what kind of number a figure is has one word, in the page and in the sheets."""
    figure = se.Observation(value=Decimal(1), measure=measure)
    key = Key(measure=measure)
    assert (names.kind(figure).en, names.kind(figure).zh) == (what(key, "en"), what(key, "zh"))


def test_the_script_has_its_words() -> None:
    """The words that the script asks for by their keys are those that the page gives it."""
    (given,) = [each for each in tree(page()).iter("script") if each.get("id") == "words"]
    told = json.loads(given.text)
    asked = set(re.findall(r'(?:word|button)\("(\w+)"', script()))
    asked |= set(re.findall(r"^      (\w+)[:,]", script().partition("return {")[2].partition("};")[0], re.MULTILINE))
    assert asked == {key for key in told["en"] if "." not in key} == {key for key in told["zh"] if "." not in key}


def test_the_notes_of_the_parser_are_said_in_chinese_too() -> None:
    """The sentences that the page knows are those that the parser writes."""
    known = {key.removeprefix("remarks."): text for key, text in words("en").items() if key.startswith("remarks.")}
    assert known.items() >= REMARKED.items()
    notes = se.parse("In 2022, the area sown with wheat in Shandong was 3,000 acres.").notes
    (suspect,) = [note for note in notes if note.code == "unit_suspect"]
    assert known["unit_suspect"] == suspect.message


@pytest.mark.parametrize(
    ("figure", "en", "zh"),
    [
        ({"value": "127", "unit_mult": 9, "unit": "CNY"}, "127 billion yuan", "1270亿元"),
        ({"value": "12.50", "unit_mult": 8, "unit": "CNY"}, "1.250 billion yuan", "12.50亿元"),
        ({"value": "80", "unit_mult": 4, "unit": "CNY"}, "800,000 yuan", "80万元"),
        ({"value": "8207", "unit": "NUM"}, "8,207", "8207"),
        ({"value": "-2.1", "unit": "PT", "measure": "growth"}, "−2.1%", "−2.1%"),
        ({"value": "0.6", "unit": "PPT"}, "0.6 pp", "0.6个百分点"),
        ({"value": "3", "measure": "rank"}, "No. 3", "第3位"),
        ({"value": "10000", "unit": "TN", "qualifier": "GT"}, "> 10,000 tons", "> 10000吨"),
        ({"value": "1E+28"}, f"10{',000' * 9}", f"1{'0' * 28}"),  # in full up to as many digits as on a terminal
        ({"value": "1E+31"}, "1E+31", "1E+31"),
        ({"value": "0", "unit_mult": 8}, "0 million", "0亿"),
        ({"value": "5", "unit_mult": 3}, "5 thousand", "5000"),
    ],
)
def test_an_amount_is_counted_as_its_reader_counts(figure: dict[str, Any], en: str, zh: str) -> None:
    """Billions are 亿 in Chinese and 亿 are billions in English, with no digit lost."""
    value, unit = Decimal(figure.pop("value")), figure.pop("unit", None)
    observation = se.Observation(value=value, unit=se.units()[unit] if unit else None, **figure)
    assert amount(observation) == Both(en, zh)


def test_reports_are_written_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each text is written before the next is made, the first with the second, for several are folded."""
    held: list[int] = []
    body = tempfile.SpooledTemporaryFile

    class Watched(body):  # type: ignore[misc,valid-type]  # a class that is only known at run time
        def write(self, data: Any) -> int:
            held.append(made)
            return int(super().write(data))

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Watched)
    made = 0

    def reports() -> Iterator[se.Report]:
        nonlocal made
        for made in range(1, 6):
            yield se.Report(title=str(made))
            assert made == 1 or held[-1] == made

    file = io.BytesIO()
    Html().write(reports(), file)
    assert [report.title for report in read(file.getvalue().decode())] == list("12345")
    assert sorted(set(held)) == [2, 3, 4, 5]


def test_reports_are_read_one_by_one() -> None:
    """The first report comes before the rest of the page is read."""
    text = page(*(se.Report(title="x" * 10_000) for _ in range(5)))

    class Counted(io.BytesIO):
        lines = 0

        def __next__(self) -> bytes:
            self.lines += 1
            return super().__next__()

    file: BinaryIO = Counted(text.encode())
    next(Html().read(file))
    assert isinstance(file, Counted)
    assert 0 < file.lines < text.count("\n") * 2 / 3


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("shandong_econ html 1", "somebody else 1", "the mark"),
        ("shandong_econ html 1", "shandong_econ html 9", "line 5: the file has format version 9"),
        (", reports 2", ", reports 3", "names 3 reports in its head, and 2 are there"),
        ('"title": "Two"', '"title": 2', r"line \d+, report.title: 2 is no text"),
        ('"title": "Two"', '"title" "Two"', r"line \d+, column \d+"),
        ('<script type="application/json" data-seal', "<script", "names 2 reports in its head, and 0 are there"),
    ],
)
def test_what_cannot_be_read_is_named(old: str, new: str, words: str) -> None:
    """ReadError names the line and the remedy."""
    text = page(se.Report(title="One"), se.Report(title="Two"))
    assert old in text
    with pytest.raises(se.ReadError, match=words):
        read(text.replace(old, new))


def test_a_page_that_ends_early_is_refused() -> None:
    """A page of which the end is missing is no page of fewer reports."""
    text = page(se.Report(title="One"), se.Report(title="Two"))
    with pytest.raises(se.ReadError, match="names 2 reports in its head, and 1 are there"):
        read(text[: text.index('id="r2"')])


def test_the_page_is_well_formed() -> None:
    """Every element that is opened is closed, in order, so that no browser has to guess."""
    text = page(example("en"), example("zh"), se.Report())
    opened: list[str] = []
    void = {"meta", "input"}

    class Strict(HTMLParser):
        def handle_starttag(self, tag: str, attributes: Any) -> None:
            if tag not in void:
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    parser = Strict()
    parser.feed(text)
    parser.close()
    assert opened == []


@given(st.sampled_from(LANGUAGES), strategies.observations())
def test_every_figure_can_be_shown(language: se.Language, figure: se.Observation) -> None:
    """Whatever a figure is, its page is written, with one row, and read back."""
    report = se.Report(language=language, observations=[figure])
    assert page(report).count('<tr id="r1-f') == 1
