"""The figures of a report as the rows of a table, each of which leads to its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shandong_econ.exporters.html_page import names
from shandong_econ.exporters.html_page.amounts import amount
from shandong_econ.exporters.html_page.article import Kind
from shandong_econ.exporters.html_page.markup import element, switching, text, worded
from shandong_econ.model import Observation, Report, Status

COLUMNS = ("value", "indicator", "area", "period", "measure")
Places = Mapping[tuple[Kind, int], str]


class Numbering:
    """Numbers for the different things that a column names, so that a filter need not compare their names."""

    def __init__(self) -> None:
        self._seen: dict[object, int] = {}

    def of(self, thing: object) -> int:
        """The number of a thing: that which it was first given."""
        return self._seen.setdefault(thing, len(self._seen))


def figures_table(report: Report, key: int, places: Places, language: str) -> Iterator[str]:
    """The lines of the table, or the sentence that there are no figures."""
    if not report.observations:
        yield switching("p", worded("no_figures"), language, class_="empty")
        return
    yield '<table class="figures">'
    yield switching("caption", worded("figures"), language, class_="unseen")
    heads = (switching("th", worded(name), language, scope="col") for name in COLUMNS)
    yield element("thead", element("tr", "".join(heads)))
    yield "<tbody>"
    numberings = {name: Numbering() for name in COLUMNS[1:]}
    for number, figure in enumerate(report.observations, 1):
        yield _row(figure, f"r{key}-f{number}", places.get(("f", number)), report, language, numberings)
    yield "</tbody></table>"


def _row(
    figure: Observation,
    name: str,
    place: str | None,
    report: Report,
    language: str,
    numberings: Mapping[str, Numbering],
) -> str:
    link = switching("a", amount(figure), language, href=f"#{place or name}")
    cells = (
        element("th", link + _status(figure, language), scope="row"),
        element("td", _indicator(figure, report, language)),
        element("td", _area(figure, report, language)),
        switching("td", names.period(figure.period), language),
        switching("td", names.kind(figure), language),
    )
    keys = {
        "data_indicator": numberings["indicator"].of(figure.indicator or figure.label),
        "data_area": numberings["area"].of(figure.area),
        "data_period": numberings["period"].of(figure.period),
        "data_measure": numberings["measure"].of((figure.measure, figure.comparison)),
    }
    is_own = figure.grounds is not None and figure.grounds.are_own
    return element("tr", "".join(cells), id_=name, data_own=is_own, **keys)


def _status(figure: Observation, language: str) -> str:
    if figure.status is Status.A:
        return ""
    return " " + switching("small", worded(f"statuses.{figure.status}"), language, class_="tag")


def _indicator(figure: Observation, report: Report, language: str) -> str:
    name = names.indicator(figure)
    shown = switching("span", name, language)
    if figure.label and figure.label.casefold() not in (name.en.casefold(), name.zh):
        shown += " " + element("small", text(figure.label), lang=report.language)
    return shown


def _area(figure: Observation, report: Report, language: str) -> str:
    place = names.area(figure.area)
    shown = switching("span", place, language) if figure.area is not None else ""
    if figure.entity:
        shown += " " + element("small", text(figure.entity), lang=report.language)
    return shown
