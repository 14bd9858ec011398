"""How a text was read, sentence by sentence: what each number and time was taken for, by which rule, and from where."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from shandong_econ import api
from shandong_econ.cli.columns import shown, table, wrap
from shandong_econ.model import Observation, Report
from shandong_econ.parsing import Traced, stretches

HEADER = ("words", "taken for", "read as")


def explanation(report: Report, columns: int) -> Iterator[str]:
    """How the text of a report is read, with a line first if the report itself has other figures."""
    again, traced = _read_anew(report)
    if [*map(_bare, again.observations)] != [*map(_bare, report.observations)]:
        yield "What is explained is how the text is read now; the figures of the file itself are other ones."
        yield ""
    sentences = _sentences(again, traced, columns)
    yield next(sentences, "no numbers")
    yield from sentences


def _read_anew(report: Report) -> tuple[Report, list[Traced]]:
    """The text of a report, read anew with what it knows of its day; of language and area, if it does not tell them."""
    again, traced = api.explain(report.text, published=report.published)
    if (again.language, again.area) == (report.language, report.area):
        return again, traced
    return api.explain(report.text, language=report.language, published=report.published, area=report.area)


def _bare(figure: Observation) -> Observation:
    return attrs.evolve(figure, grounds=None)


def _sentences(report: Report, traced: list[Traced], columns: int) -> Iterator[str]:
    """The sentences of a report that have numbers, each with the pieces that were found in it, in lines."""
    figures = {o.span.start: o for o in report.observations if o.span is not None}
    at = 0
    for start, end in stretches(report.text):
        found = []
        while at < len(traced) and traced[at].start < end:
            found.append(traced[at])
            at += 1
        if not any(_is_number(one, report) for one in found):
            continue
        yield from wrap(shown(report.text[start:end]), columns)
        rows = [(report.text[one.start : one.end], one.what, _read_as(figures.get(one.start))) for one in found]
        yield from (f"  {line}" for line in table(HEADER, rows, max(columns - 2, 8)))
        for figure in filter(None, (figures.get(one.start) for one in found)):
            if from_where := _from_where(figure, report):
                yield from (f"  {line}" for line in wrap(shown(from_where), max(columns - 2, 8)))
        yield ""


def _is_number(one: Traced, report: Report) -> bool:
    return one.what.startswith("figure") or any(char.isdigit() for char in report.text[one.start : one.end])


def _read_as(figure: Observation | None) -> str:
    if figure is None:
        return ""
    code = figure.indicator.code if figure.indicator else "no code"
    area = figure.area.code or figure.area.name or figure.area.name_zh if figure.area else None
    parts = (
        figure.label,
        f"[{code}]",
        figure.measure,
        figure.comparison,
        figure.value,
        figure.period,
        area,
        figure.entity,
    )
    return " ".join(str(part) for part in parts if part is not None)


def _from_where(figure: Observation, report: Report) -> str:
    """How each part of a figure was come by, and the words that say it; nothing where that is not known."""
    if figure.grounds is None or figure.span is None:
        return ""
    parts = (
        f"{part}: {ground.how}" + (f" «{ground.span.cut(report.text)}»" if ground.span else "")
        for part, ground in figure.grounds.by_part()
    )
    return f"{figure.span.cut(report.text)} — {', '.join(parts)}"
