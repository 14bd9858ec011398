"""Laws of web pages: the main text in its order, what the page says of itself, and nothing that stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import ElementDefaultClassLookup
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from tests.sources.samples import DATA, TITLES

import shandong_econ as se
from shandong_econ.sources import html_tables
from shandong_econ.sources.html_tables import Tables

BODY = "<p>2022年，山东省地区生产总值87435亿元，比上年增长3.9%。</p>" * 3


def page(head: str = "", body: str = BODY) -> BytesIO:
    return BytesIO(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


@pytest.mark.parametrize("name", ["browser.zh.html", "browser.gb.html"])
def test_a_page_says_who_published_it_and_when(name: str) -> None:
    """The names of China's rule for government sites are read, in UTF-8 and in a page that calls itself GB2312."""
    report = se.read(DATA / name)
    assert (report.published, report.publisher) == (date(2023, 3, 2), "山东省统计局综合处")


def test_menus_scripts_and_links_are_no_text() -> None:
    """Of what stands around the article nothing is left, and its sections keep their headings."""
    text = se.read(DATA / "browser.zh.html").text
    for around in ("首页", "政务公开", "版权", "相关链接", "字号", "var growth", "浏览次数"):
        assert around not in text
    assert "\n一、综合\n" in text
    assert text.count(TITLES["zh"]) == 1


@pytest.mark.parametrize(
    ("head", "published", "publisher"),
    [
        ('<meta property="article:published_time" content="2022-06-20T08:00:00+08:00">', date(2022, 6, 20), None),
        ('<meta name="PubDate" content="2022年6月20日"><meta name="SiteName" content="网">', date(2022, 6, 20), "网"),
        ('<meta name="pubdate" content="2022-13-20">', None, None),
        ('<meta property="og:site_name" content="Xinhua">', None, "Xinhua"),
        ('<meta name="created" content="2026-11-24T20:14:29Z">', None, None),
    ],
)
def test_what_a_page_says_of_itself_is_taken(head: str, published: date | None, publisher: str | None) -> None:
    """A day and a publisher are taken where the page states them; the day on which a file was made is neither."""
    report = se.read(page(f"{head}<title>山东经济</title>"))
    assert (report.published, report.publisher, report.title) == (published, publisher, "山东经济")


def test_what_the_caller_knows_goes_first() -> None:
    """A day that is given holds against the page's own."""
    known = se.read(page('<meta name="PubDate" content="2022-06-20">'), published=date(2021, 1, 1))
    assert known.published == date(2021, 1, 1)


def test_the_address_of_a_page_is_its_uri_on_a_stream() -> None:
    """A page that names its own address keeps it where there is no path."""
    report = se.read(page('<link rel="canonical" href="https://tjj.example.cn/a.html">'))
    assert report.uri == "https://tjj.example.cn/a.html"


def test_lists_quotes_and_broken_lines_stay_in_their_order() -> None:
    """Items of a list and lines that a page breaks are lines of the text, in their order."""
    body = f"<article>{BODY}<ul><li>出口增长4.5%</li><li>进口增长5.5%</li></ul><p>甲<br>乙</p>{BODY}</article>"
    lines = [line for line in se.read(page(body=body)).text.splitlines() if line]
    at = lines.index("出口增长4.5%")
    assert lines[at : at + 4] == ["出口增长4.5%", "进口增长5.5%", "甲", "乙"]


VARIED = "".join(
    f"<p>2022年，山东省地区生产总值{n}87435亿元，比上年增长3.9%，农业结构进一步优化，农民收入稳步增加。</p>"
    for n in (1, 2, 3)
)
TABLE = "<table><tr><td>产品</td><td>产量（吨）</td></tr><tr><td>粮食</td><td>55.8</td></tr></table>"


@pytest.mark.parametrize(
    "body",
    [
        f"{VARIED}{TABLE}",
        f"<table><tr><td><table><tr><td>{VARIED}{TABLE}</td></tr></table></td></tr></table>",
        f"<table><tr><td>{VARIED.replace('比', '<span>比</span>')}</td></tr></table>{TABLE}",
        f"<div>　　{VARIED.replace('<p>', '').replace('</p>', '<br>')}{TABLE}</div>",
    ],
)
def test_a_page_is_read_however_it_is_laid_out(body: str) -> None:
    """Paragraphs stand by themselves in tables that only lay out the page, and rows in tables of values."""
    lines = [line for line in se.read(page("<title>山东经济</title>", body)).text.splitlines() if line]
    assert lines.count("粮食\t55.8") == 1
    assert [line for line in lines if "生产总值187435亿元" in line and "287435" not in line] != []
    assert max(map(len, lines)) < 60


def test_words_in_other_letters_stay_in_their_lines() -> None:
    """Words that a page sets apart stay where they stand when its lines are broken into paragraphs."""
    body = "<div>山东<b>省</b>出口<i>增长</i>4.5%。<br><b>进口</b>增长<u>5.5%</u>。<p>另段<br></p>余<hr>话</div>"
    lines = [line for line in se.read(page("<title>山东经济</title>", body * 2)).text.splitlines() if line]
    assert lines[1:6] == ["山东省出口增长4.5%。", "进口增长5.5%。", "另段", "余", "话"]


def test_a_short_page_has_its_table() -> None:
    """An article of a line or two is one, too."""
    body = f"<nav><a href='/'>首页</a></nav><p>山东省农业总产值增长4.8%，粮食再获丰收。</p>{TABLE}"
    text = se.read(page("<title>山东农业</title>", body)).text
    prose = "山东省农业总产值增长4.8%，粮食再获丰收。"
    assert text.split("\n\n") == ["山东农业", prose, "产品\t产量（吨）\n粮食\t55.8\n"]


@pytest.mark.parametrize("around", ["{}", "<div class='box'>{}</div>", "<figure class='wp-block-table'>{}</figure>"])
@pytest.mark.parametrize("prose", ["", VARIED])
def test_no_table_of_a_page_is_lost(around: str, prose: str) -> None:
    """All tables of a page are read, be there hardly any prose and one of them far longer than the others."""
    rows = ["".join(f"<tr><td>品种{n}{row}</td><td>{n}{row}7.25</td></tr>" for row in range(n)) for n in (3, 30, 9)]
    tables = [around.format(f"<table><tr><td>产品</td><td>产量（吨）</td></tr>{each}</table>") for each in rows]
    report = se.read(page("<title>山东农业</title>", f"<nav><a href='/'>首页</a></nav>{prose}{''.join(tables)}"))
    values = [str(observation.value) for observation in report.observations]
    assert [value for value in values if value.endswith("7.25")] == [
        f"{n}{row}7.25" for n in (3, 30, 9) for row in range(n)
    ]


def test_links_before_tables_are_looked_at_once() -> None:
    """Twice the links and tables are twice the elements that are looked at, and a link that is a caption is text."""

    def looked_at(times: int) -> int:
        seen = 0

        class Counted(HtmlElement):  # type: ignore[misc]  # lxml has no types
            def _init(self) -> None:
                nonlocal seen
                seen += 1

        parser = HTMLParser()
        parser.set_element_class_lookup(ElementDefaultClassLookup(element=Counted))
        tree = document_fromstring(f"<div><a href='/'>表1 产量</a>{TABLE}<a href='/'>首页</a></div>" * times, parser)
        Tables(tree)
        assert [link.text for link in tree.iter("a")] == ["首页"] * times
        return seen

    assert looked_at(200) <= 2.1 * looked_at(100)


def test_the_widest_row_of_a_table_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of many rows is not gone through for each of them."""
    looked_through: list[int] = []

    def counted(widths: Sequence[int], default: int) -> int:
        looked_through.append(len(widths))
        return max(widths, default=default)

    monkeypatch.setattr(html_tables, "max", counted, raising=False)
    rows = "<tr><td>粮食</td><td>55.8</td></tr>" * 50
    Tables(document_fromstring(f"<table>{rows}</table>"))
    assert looked_through == [50]


UNSEEN = "<!doctype html><html><body><article><p>\u200b</p></article></body></html>".encode()


@pytest.mark.parametrize("data", [b"", b"no page", b"<html></html>", b"<!doctype html><script>1</script>", UNSEEN])
def test_a_page_without_a_text_is_refused(data: bytes) -> None:
    """A page in which no text is found raises ReadError with a remedy."""
    with pytest.raises(se.ReadError, match="save"):
        se.read(BytesIO(data), format="html")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_page_is_read_or_refused(text: str) -> None:
    """Whatever stands between the tags, the page is read or refused in words."""
    try:
        report = se.read(page(body=f"<p>{text}</p>"), format="html")
    except se.ReadError as error:
        words = str(error)
        assert "save" in words  # it may also be read
    else:
        assert report.text.endswith("\n")
