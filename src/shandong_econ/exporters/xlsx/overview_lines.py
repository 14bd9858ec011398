"""The sheet Overview, line by line: of a report its title, where and when it is about, and its headline figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from shandong_econ import digest
from shandong_econ.digest import Figure, Headline
from shandong_econ.exporters.xlsx.breaking import width_of
from shandong_econ.exporters.xlsx.derived import Line, Link, Look, Shown, number, shortened
from shandong_econ.exporters.xlsx.places import ARROW, NOWHERE, Places, sentence_cells
from shandong_econ.model import Area, Observation, Period, Report

NAME, LEVEL, GROWTH, PERIOD, SENTENCE, ARROWS = range(2, 8)  # the columns; the first holds the number of the report
WIDTHS = (1.5, 40.0, 26.0, 20.0, 18.0, 58.0, 4.0)
"""Of all columns, in characters."""
_HEADS = (
    (NAME, "indicator", Look.HEAD),
    (LEVEL, "level", Look.HEAD_OF_NUMBERS),
    (GROWTH, "growth_beside", Look.HEAD_OF_NUMBERS),
    (PERIOD, "period", Look.HEAD_OF_WORDS),
    (SENTENCE, "sentence", Look.HEAD_OF_WORDS),
)
_LONGEST_NAME = 100


def lines_of_report(report: Report, key: int, places: Places = NOWHERE) -> Iterator[Line]:
    """What stands on the sheet for a report, above its charts."""
    language = digest.language_of(report)
    heading = digest.words(language).get
    yield Line((Shown(NAME, shortened(digest.report_title(report)), Look.TITLE),), key, wide=True)
    yield Line((Shown(NAME, _about(report, language), Look.ABOUT),), key, wide=True)
    found = digest.headlines(report)
    if not found:
        yield Line((Shown(NAME, heading("heading", "no_figures"), Look.REMARK),), key, wide=True)
        return
    yield Line((Shown(NAME, heading("heading", "derived"), Look.REMARK),), key, wide=True)
    yield Line((Shown(NAME, heading("heading", "headlines"), Look.SECTION),), key, wide=True)
    yield Line(_heads(language), key)
    home = digest.own_area(report)
    for one in found:
        yield Line(tuple(_headline(report, one, home, language, places)), key)


def heads_of_contents(language: str) -> Line:
    """The heads of the columns of the list of all reports."""
    heads = ((NAME, "report"), (LEVEL, "area"), (GROWTH, "published"), (PERIOD, "figures"), (SENTENCE, "source"))
    look = {NAME: Look.HEAD, PERIOD: Look.HEAD_OF_NUMBERS}
    return Line(
        tuple(
            Shown(column, digest.words(language).get("heading", head), look.get(column, Look.HEAD_OF_WORDS))
            for column, head in heads
        )
    )


def line_of_contents(report: Report, key: int, link: Link | None = None) -> Line:
    """The line of a report in the list of all, which leads there."""
    language = digest.language_of(report)
    cells = [
        Shown(NAME, shortened(digest.report_title(report), _LONGEST_NAME), Look.NAME),
        Shown(LEVEL, shortened(digest.area_name(report.area, language) or "", _LONGEST_NAME), Look.WORDS),
        Shown(GROWTH, _day(report, language) or "", Look.WORDS),
        Shown(PERIOD, Decimal(len(report.observations)), Look.NUMBER, "#,##0"),
        Shown(SENTENCE, shortened(report.publisher or report.uri or "", _LONGEST_NAME), Look.WORDS),
        Shown(ARROWS, ARROW, Look.ARROW, link=link),
    ]
    return Line(tuple(cell for cell in cells if cell.value != ""), key)


def _about(report: Report, language: str) -> str:
    """Where and when a report is about, who published it, and how many figures it has."""
    words = digest.words(language)
    parts = [
        digest.area_name(report.area, language),
        _day(report, language),
        report.publisher,
        words.get("heading", "count").format(count=len(report.observations)),
    ]
    return shortened("  ·  ".join(shortened(part) for part in parts if part and not part.isspace()))


def _day(report: Report, language: str) -> str | None:
    day = report.published
    return None if day is None else digest.period_in_words(Period(day, day), language)


def _heads(language: str) -> tuple[Shown, ...]:
    return tuple(Shown(column, digest.words(language).get("heading", head), look) for column, head, look in _HEADS)


def _headline(report: Report, one: Headline, home: Area | None, language: str, places: Places) -> Iterator[Shown]:
    observation = one.observation
    yield Shown(NAME, _name(observation, home, language), Look.NAME)
    for column, figure in ((LEVEL, one.level), (GROWTH, one.growth)):
        if figure is not None:
            yield _amount(figure, column, language, places)
    if observation.period is not None:
        yield Shown(PERIOD, digest.period_in_words(observation.period, language), Look.WORDS)
    yield from sentence_cells(report, one.figures, SENTENCE, places)


def _name(observation: Observation, home: Area | None, language: str) -> str:
    """The name of the indicator, with the place where it is not the report's own."""
    name = shortened(digest.indicator_name(observation, language), _LONGEST_NAME)
    place = digest.place_name(observation, language)
    if place is None or (observation.area == home and not observation.entity):
        return name
    page = digest.words(language)
    return page.get("page", "placed").format(name=name, place=shortened(place, _LONGEST_NAME))


def _amount(figure: Figure, column: int, language: str, places: Places) -> Shown:
    observation = figure.observation
    amount = (digest.change if column == GROWTH else digest.amount)(observation, language)
    value, number_format = number(amount, WIDTHS[column - 1])
    look = Look.FALL if amount.is_fall else Look.NUMBER
    fits = not isinstance(value, str) or width_of(value) <= WIDTHS[column - 1] - 1
    # LibreOffice shows a text that leads somewhere on one line: of one that needs two, the words matter more.
    return Shown(column, value, look, number_format, link=places.figure(figure) if fits else None)
