"""A report as a section of the page: what it is, its text beside its figures, what is said and noted, and its data."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.exporters.html_page import names
from shandong_econ.exporters.html_page.article import Article, article
from shandong_econ.exporters.html_page.charts import charts
from shandong_econ.exporters.html_page.figures import Places, figures_table
from shandong_econ.exporters.html_page.headlines import headline_list
from shandong_econ.exporters.html_page.markup import Both, attributes, element, labelled, switching, text, worded
from shandong_econ.model import Note, Report, Statement

FILTERS = ("indicator", "area", "period", "measure")


def section(report: Report, key: int, language: str, *, folded: bool) -> Iterator[str]:
    """The lines of a section but its data, in the language that the page speaks at first; one of several is folded."""
    marked = article(report, key)
    heading = element("h2", title(report, language), id_=f"r{key}-title")
    yield f'<details class="fold">{element("summary", heading + _glance(report, language))}' if folded else heading
    yield _facts(report, language)
    yield from headline_list(report, key, language)
    yield '<div class="pair">'
    yield from _text(report, key, marked, language)
    yield '<div class="side">'
    yield from _filters(report, key, language)
    yield f'<div class="rows" id="r{key}-figures" role="group" tabindex="0"{_labels("figures", language)}>'
    yield from figures_table(report, key, marked.places, language)
    yield from _statements(report, key, marked.places, language)
    yield from _notes(report, key, marked.places, language)
    yield "</div>"
    yield element("aside", class_="detail", aria_live="polite", hidden=True, **labelled(worded("detail"), language))
    if report.observations:
        yield switching("p", worded("hint"), language, class_="hint")
    yield "</div></div>"
    yield from charts(report, key, language)
    if folded:
        yield "</details>"


def title(report: Report, language: str) -> str:
    """The title as HTML, or the words for a report without one."""
    if report.title and not report.title.isspace():
        return element("span", text(report.title), lang=report.language)
    return switching("span", worded("untitled"), language)


def _glance(report: Report, language: str) -> str:
    """What is seen of a folded report beside its title: its day, and how many figures it has."""
    some = worded("some_figures")
    number = Both(*(each.format(number=len(report.observations)) for each in (some.en, some.zh)))
    day = element("span", report.published.isoformat()) if report.published else ""
    return element("small", f"{day} {switching('span', number, language)}")


def _labels(key: str, language: str) -> str:
    return attributes(**labelled(worded(key), language))


def _facts(report: Report, language: str) -> str:
    """What is known of the report, in a list."""
    told = (
        ("area", names.area(report.area)),
        ("published", _same(report.published.isoformat() if report.published else None)),
        ("authors", _same(", ".join(report.authors))),
        ("publisher", _same(report.publisher)),
        ("source", _same(report.uri)),
    )
    shown = (
        element("div", switching("dt", worded(key), language) + switching("dd", fact, language))
        for key, fact in told
        if fact.en
    )
    return element("dl", "".join(shown), class_="facts")


def _same(fact: str | None) -> Both:
    return Both(fact or "", fact or "")


def _text(report: Report, key: int, marked: Article, language: str) -> Iterator[str]:
    yield f'<div class="source" role="group" tabindex="0"{_labels("text", language)}>'
    if report.text:
        yield element("div", marked.html, class_="text", lang=report.language)
    else:
        yield switching("p", worded("no_text"), language, class_="empty")
    yield "</div>"


def _filters(report: Report, key: int, language: str) -> Iterator[str]:
    """The filters, which the script fills; without it there are none."""
    if not report.observations:
        return
    yield switching("h3", worded("filters"), language, class_="unseen")
    yield '<form class="filters">'
    for name in FILTERS:
        word = switching("span", worded(name), language)
        yield element("label", word + element("select", name=name))
    box = f"<input{attributes(type_='checkbox', name='own')}>"
    yield element("label", box + switching("span", worded("own"), language), class_="own")
    yield switching("button", worded("reset"), language, type_="reset")
    yield element("p", class_="count", role="status")
    yield "</form>"


def _statements(report: Report, key: int, places: Places, language: str) -> Iterator[str]:
    if report.statements:
        yield switching("h3", worded("statements"), language)
        yield '<ol class="said">'
        for number, said in enumerate(report.statements, 1):
            yield _statement(said, f"r{key}-s{number}", places.get(("s", number)), report, language)
        yield "</ol>"


def _statement(said: Statement, name: str, place: str | None, report: Report, language: str) -> str:
    words = element("q", text(said.text), lang=report.language)
    if place:
        words = element("a", words, href=f"#{place}")
    who = element("cite", text(names.speaker(said.speaker)), lang=report.language) if said.speaker else ""
    kind = switching("small", worded(f"sayings.{said.kind}"), language, class_="tag")
    return element("li", f"{words} {who} {kind}", id_=name)


def _notes(report: Report, key: int, places: Places, language: str) -> Iterator[str]:
    if report.notes:
        yield switching("h3", worded("notes"), language)
        yield '<ol class="noted">'
        for number, note in enumerate(report.notes, 1):
            yield _note(note, f"r{key}-n{number}", places.get(("n", number)), report, language)
        yield "</ol>"


def _note(note: Note, name: str, place: str | None, report: Report, language: str) -> str:
    words = ""
    if place and note.span is not None:
        words = element("a", text(note.span.cut(report.text)), href=f"#{place}", lang=report.language)
    said = switching("span", names.message(note), language)
    return element("li", f"{words} {said} {element('code', text(note.code))}", id_=name)
