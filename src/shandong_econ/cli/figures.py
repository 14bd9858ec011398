"""A report on a terminal: its figures beside the words that they were read from, its statements and its notes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from shandong_econ.cli.columns import shown, table, wrap
from shandong_econ.digest import in_digits
from shandong_econ.grids import tables_in
from shandong_econ.model import Area, Observation, Qualifier, Report, Speaker
from shandong_econ.rows import AHEAD

HEADER = ("words", "amount", "measure", "period", "area", "series")


def lines(report: Report, columns: int) -> Iterator[str]:
    """The report in lines of at most so many columns, unless these are too few for the table."""
    about = [report.title or "(no title)", *map(str, filter(None, (report.uri, report.published, report.language)))]
    yield from wrap(shown(" | ".join([*about, _place(report.area, report.language)]).removesuffix(" | ")), columns)
    if not report.observations:
        yield ""
        yield "no figures"
    for title, figures in _by_place(report):
        yield ""
        yield from wrap(shown(title), columns) if title else ()
        yield from table(HEADER, [_row(figure, report) for figure in figures], columns)
    for title, items in (("statements", _statements(report)), ("notes", _notes(report))):
        if items:
            yield ""
            yield title
            yield from (line for item in items for line in _indented(shown(item), columns))


def _by_place(report: Report) -> Iterator[tuple[str, Sequence[Observation]]]:
    """The figures of the prose, and then those of each table under what it is called; only where there are any."""
    grids = tables_in(report.text)
    starts = [grid.span.start for grid in grids]
    figures: list[list[Observation]] = [[] for _ in range(len(grids) + 1)]
    for figure in report.observations:
        at = bisect_right(starts, figure.span.start) if figure.span else 0
        is_inside = figure.span is not None and at > 0 and figure.span.end <= grids[at - 1].span.end
        figures[at if is_inside else 0].append(figure)
    titles = ("", *(grid.caption.cut(report.text) if grid.caption else "(table)" for grid in grids))
    return ((title, found) for title, found in zip(titles, figures, strict=True) if found)


def _row(figure: Observation, report: Report) -> tuple[str, ...]:
    return (
        figure.span.cut(report.text) if figure.span else "",
        _joined(_hedge(figure), in_digits(figure.amount), figure.unit and figure.unit.code),
        _joined(figure.measure, figure.comparison, figure.base, AHEAD.get(figure.status)),
        str(figure.period or ""),
        _joined(figure.entity, _place(figure.area, report.language), between=", "),
        _joined(figure.label, f"[{figure.indicator.code}]" if figure.indicator else ""),
    )


def _hedge(figure: Observation) -> str:
    return "" if figure.qualifier is Qualifier.EQ else figure.qualifier.lower()


def _place(area: Area | None, language: str | None) -> str:
    if area is None:
        return ""
    names = (area.name_zh, area.name) if language == "zh" else (area.name, area.name_zh)
    return next(filter(None, names), area.code or "")


def _statements(report: Report) -> list[str]:
    return [_joined(f"{said.kind}:", _speaker(said.speaker), f"“{said.text}”") for said in report.statements]


def _speaker(speaker: Speaker | None) -> str:
    return "" if speaker is None else _joined(speaker.name, speaker.role, speaker.organisation, between=", ") + ":"


def _notes(report: Report) -> list[str]:
    return [_joined(f"{n.code}:", n.message, f"({n.span.cut(report.text)})" if n.span else "") for n in report.notes]


def _joined(*parts: object, between: str = " ") -> str:
    return between.join(str(part) for part in parts if part)


def _indented(text: str, columns: int) -> Iterable[str]:
    return (f"  {line}" for line in wrap(text, max(columns - 2, 8)))
