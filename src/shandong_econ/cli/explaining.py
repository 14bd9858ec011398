"""How a text was read, sentence by sentence: what each number and time was taken for, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.cli.columns import shown, table, wrap
from shandong_econ.model import Observation, Report
from shandong_econ.parsing import Traced, stretches

HEADER = ("words", "taken for", "read as")


def explanation(report: Report, traced: list[Traced], columns: int) -> Iterator[str]:
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
