"""Web pages: the main text, without menus, scripts and what stands around it, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.extras import extra
from shandong_econ.grids import Table, laid
from shandong_econ.hookspecs import Document
from shandong_econ.sources.encoding import decode
from shandong_econ.sources.html_tables import Tables
from shandong_econ.sources.page_layout import make_plain
from shandong_econ.sources.quiet import quiet
from shandong_econ.sources.text import at_most

LARGEST = 32 << 20
"""Bytes of a page that is read: it is parsed in memory."""
_HEAD = 4096
_OPENING = 3  # lines among which the title may stand already
_MARK = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta\b[^<>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})(?!\d)")
_SHORTEST = "20"  # characters of an article; trafilatura thinks of 250 letters, and takes less for no article
_HOLDERS = ("list", "quote", "div")
_TITLES = ("articletitle", "og:title", "dc.title")
_DAYS = ("pubdate", "article:published_time", "dc.date", "dcterms.issued", "publishdate")
_PUBLISHERS = ("contentsource", "dc.publisher", "source", "og:site_name", "sitename")
"""The names of `meta` elements: those of China's rule for government sites (ArticleTitle) before those of the trade."""


class Html:
    """A web page: the main text under its title, without menus and scripts.

    Rows of tables become rows of words. Title, day, authors, publisher and address are those that the page states.
    """

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def recognises(self, file: BinaryIO) -> bool:
        """Whether the file begins as a page does, in any encoding that has the letters of ASCII."""
        return _MARK.match(file.read(_HEAD).removeprefix(b"\xef\xbb\xbf")) is not None

    def read(self, file: BinaryIO) -> Iterator[Document]:
        """The one main text of the page, under its title; ReadError if there is none."""
        data = at_most(file, LARGEST)
        declared = _CHARSET.search(data, 0, _HEAD)
        yield _document(decode(data, declared[1].decode("ascii") if declared else None))


def _document(page: str) -> Document:
    with extra("html", "reading .html"):
        import trafilatura
    with quiet("trafilatura"):
        return _extracted(trafilatura, page)


def _extracted(trafilatura: Any, page: str) -> Document:
    tree = trafilatura.load_html(re.sub(r"^\s*<\?xml[^>]*\?>", "", page)) if "<" in page else None
    if tree is None:
        raise ReadError("it is no page of HTML: save it anew from a browser, or as plain text")
    _tidy(tree)
    said = _meta(tree)
    about = trafilatura.extract_metadata(tree, date_config={"original_date": True, "extensive_search": False})
    make_plain(tree)
    tables = Tables(tree)
    settings = trafilatura.settings.use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST)
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, config=settings)
    if found is None or isinstance(found, dict) or found.body is None:
        raise ReadError(_NO_TEXT)
    title = _first(said, _TITLES) or about.title
    blocks = [*_blocks(found.body, tables)]
    if title and not any(_is_same(title, line) for line in _opening(blocks)):
        blocks.insert(0, title)
    text, grids = laid(blocks)
    if not text:  # nothing that can be seen
        raise ReadError(_NO_TEXT)
    return Document(
        text=text,
        tables=grids,
        title=title or None,
        published=_day(_first(said, _DAYS)) or _day(about.date),
        publisher=_first(said, _PUBLISHERS) or about.sitename or None,
        uri=said.get("url") or about.url or None,
    )


_NO_TEXT = "no main text is found in the page: save the article alone, or as plain text"


def _tidy(tree: Any) -> None:
    """Takes out what LibreOffice says of a file and its pages, which is nothing of the text: dates, heads, feet."""
    for element in [*tree.iter("meta", "div")]:
        said = (element.get("name") or element.get("title") or "").lower()
        if said in ("created", "changed", "header", "footer") and element.getparent() is not None:
            element.drop_tree()


def _meta(tree: Any) -> Mapping[str, str]:
    """What the `meta` elements of a page say, by their names in small letters; of several the first."""
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("name") or element.get("property") or ""
        content = " ".join((element.get("content") or "").split())
        if content:
            said.setdefault(name.lower(), content)
    return said


def _first(said: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _day(words: str | None) -> date | None:
    match = _DAY.search(words or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _is_same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _opening(blocks: Iterable[str | Table]) -> list[str]:
    """The lines among which the title may stand already."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            lines += filter(None, map(str.strip, block.splitlines()))
        else:
            lines += [block.caption or "", *(entry.words for entry in block.entries[:1])]
        if len(lines) >= _OPENING:
            break
    return lines[:_OPENING]


def _blocks(element: Any, tables: Tables) -> Iterator[str | Table]:
    """The paragraphs and the tables below an element, in their order."""
    yield element.text or ""
    for child in element:
        if child.tag in _HOLDERS or (child.tag != "table" and child.find(".//table") is not None):
            yield from _blocks(child, tables)
        else:
            yield from tables.within(_words(child))
        yield child.tail or ""


def _words(element: Any) -> str:
    """The text of an element, in which what the page wraps is one line, and what it breaks is several."""
    return re.sub(" ?\n ?", "\n", re.sub("[^\\S\n]+", " ", "".join(_pieces(element)))).strip()


def _pieces(element: Any) -> Iterator[str]:
    yield _on_one_line(element.text)
    for child in element:
        if child.tag == "lb":
            yield "\n"
        yield from _pieces(child)
        yield _on_one_line(child.tail)


def _on_one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
