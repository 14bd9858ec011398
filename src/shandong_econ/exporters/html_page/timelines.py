"""The series of all reports of a page: a line each with a small chart, and what each report printed for its points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from shandong_econ.exporters.html_page import names
from shandong_econ.exporters.html_page.amounts import amount
from shandong_econ.exporters.html_page.markup import Both, element, switching, text, worded
from shandong_econ.exporters.html_page.shown import cut_lines, seal_of_shown
from shandong_econ.model import Report, Status
from shandong_econ.model.report import LANGUAGES
from shandong_econ.timeseries import Line, Point, Print, TimeSpan, series_of

MOST_REPORTS = 500
"""Reports whose figures are held in memory for their series: of more, a page has none."""
MOST_LINES = 300
WIDTH, HEIGHT = 160, 32
_EDGE = 3


class Timelines:
    """What the series of a page need of its reports, which come one by one."""

    def __init__(self) -> None:
        self._reports: list[Report] = []
        self._count = 0

    def add(self, report: Report) -> None:
        """Keeps the figures of the next report, whose number on the page becomes its text."""
        self._count += 1
        if self._count <= MOST_REPORTS:
            self._reports.append(attrs.evolve(report, text=str(self._count), statements=(), notes=()))

    def section(self, language: str) -> str:
        """The section, with a seal for either language; nothing where no series has two points."""
        if not 1 < self._count <= MOST_REPORTS:
            return ""
        found = [line for line in series_of(self._reports).printed() if len(line) > 1]
        if not found:
            return ""
        shown: dict[str, list[str]] = {each: cut_lines(_shown(found, each)) for each in LANGUAGES}
        seals = " ".join(map(seal_of_shown, shown.values()))
        opening = f'<section class="lines" data-seals="{seals}" aria-labelledby="lines-title">'
        return "\n".join([opening, *shown[language], "</section>", ""])


def _shown(found: Sequence[Line], language: str) -> Iterator[str]:
    yield switching("h2", worded("lines"), language, id_="lines-title")
    for line in found[:MOST_LINES]:
        yield _line(line, language)
    if len(found) > MOST_LINES:
        more = worded("more_lines")
        told = Both(*(each.format(number=len(found) - MOST_LINES) for each in (more.en, more.zh)))
        yield switching("p", told, language, class_="empty")


def _line(line: Line, language: str) -> str:
    latest = line.points[-1]
    figure = latest.prints[0].observation
    about = [switching("span", names.area(figure.area), language) if figure.area else ""]
    about += [element("span", text(figure.entity)) if figure.entity else ""]
    about += [switching("span", _kind(line, figure.status), language)]
    badges = [
        switching("small", worded(key), language, class_=f"tag {key}")
        for key, is_so in (
            ("revised", any(point.is_revised for point in line)),
            ("conflict", any(point.is_conflict for point in line)),
        )
        if is_so
    ]
    summary = (
        element("span", switching("span", names.indicator(figure), language) + "".join(badges), class_="name"),
        element("span", " ".join(filter(None, about)), class_="about"),
        _spark(line.points),
        switching("span", _value(latest), language, class_="amount"),
        switching("span", names.period(latest.period), language, class_="when"),
    )
    heads = "".join(
        switching("th", worded(key), language, scope="col") for key in ("period", "value", "published", "earlier")
    )
    rows = "".join(_row(point, language) for point in line)
    table = element("table", element("thead", element("tr", heads)) + element("tbody", rows))
    return element("details", element("summary", " ".join(summary)) + table)


def _kind(line: Line, status: Status) -> Both:
    """What kind of number it is, and whether of the year so far, a forecast or a target."""
    kind = names.kind(line.points[-1].prints[0].observation)
    more = [worded("so_far")] if line.key.span is TimeSpan.SO_FAR else []
    more += [worded(f"statuses.{status}")] if status is not Status.A else []
    return Both(*(", ".join([kind.of(each), *(word.of(each) for word in more)]) for each in ("en", "zh")))


def _value(point: Point) -> Both:
    """The number of a point; where its newest prints disagree, all that they say."""
    told = [point.shown] if point.shown is not None else point.prints
    shown = [amount(one.observation) for one in told]
    return Both(*(" / ".join(dict.fromkeys(each.of(language) for each in shown)) for language in ("en", "zh")))


def _row(point: Point, language: str) -> str:
    newest = [point.shown] if point.shown is not None else list(point.prints)
    others = [one for one in point.prints if one not in newest]
    cells = (
        switching("th", names.period(point.period), language, scope="row"),
        element("td", " / ".join(_link(one, language) for one in newest), class_="amount"),
        element("td", _day(newest[0])),
        element("td", " ".join(f"{_link(one, language)} {element('small', _day(one))}" for one in others)),
    )
    return element("tr", "".join(cells))


def _link(one: Print, language: str) -> str:
    number = one.index + 1
    return switching("a", amount(one.observation), language, href=f"#r{one.report.text}-f{number}", data_figure=number)


def _day(one: Print) -> str:
    return "" if one.published is None else one.published.isoformat()


def _spark(points: Sequence[Point]) -> str:
    """A line through the values, broken where one is not known; the table below says the same."""
    values = [point.value for point in points]
    known = [value for value in values if value is not None]
    low, high = (min(known), max(known)) if known else (Decimal(0), Decimal(0))
    span, step = (high - low) or Decimal(1), Decimal(WIDTH - 2 * _EDGE) / max(len(values) - 1, 1)
    parts: list[list[str]] = [[]]
    for at, value in enumerate(values):
        if value is None:
            parts.append([])
            continue
        y = HEIGHT - _EDGE - (value - low) * (HEIGHT - 2 * _EDGE) / span
        parts[-1].append(f"{int(_EDGE + step * at)},{int(y)}")
    drawn = [element("polyline", points=" ".join(part)) for part in parts if len(part) > 1]
    drawn += [_dot(part[0]) for part in parts if len(part) == 1]
    drawn += [_dot(parts[-1][-1])] if len(parts[-1]) > 1 else []
    return element("svg", "".join(drawn), class_="spark", viewBox=f"0 0 {WIDTH} {HEIGHT}", aria_hidden="true")


def _dot(place: str) -> str:
    x, y = place.split(",")
    return element("circle", cx=x, cy=y, r=2)
