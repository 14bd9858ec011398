"""Whether figures can all be right, and what two reports tell alike, on a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from typing import Any

import click

from shandong_econ import api
from shandong_econ.cli.columns import shown, table, wrap
from shandong_econ.cli.inputs import STREAM, known_of_texts, on_texts, reports_of
from shandong_econ.findings import Changes, Figure, Finding, Findings, Verdict
from shandong_econ.findings.collection import VERDICTS
from shandong_econ.findings.figure import place_name
from shandong_econ.model import Report

__all__ = ["audit", "diff"]

_WIDTH = 120


def _list_rules(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001  # as click calls it
    if value:
        rows = [(rule.code, rule.name, rule.says) for rule in api.rules().values()]
        for line in table(("rule", "name", "says"), rows, _columns()):
            click.echo(line)
        context.exit()


@click.command("audit")
@on_texts
@click.option("--all", "every", is_flag=True, help="Print what holds, too.")
@click.option(
    "--rules", is_flag=True, is_eager=True, expose_value=False, callback=_list_rules, help="List the rules, and end."
)
def audit(inputs: tuple[str, ...], every: bool, **known: Any) -> int:  # noqa: FBT001  # click gives it by name
    """Ask whether the figures of the INPUTs can all be right: what must add up, lie between, or agree.

    It ends with 1 where figures contradict each other.
    """
    found = api.audit(reports_of(inputs, known))
    for finding in found:
        if every or finding.verdict is not Verdict.HOLDS:
            for line in _lines(finding):
                click.echo(line)
    click.echo(_summary(found))
    return 1 if found.contradictions else 0


@click.command("diff")
@known_of_texts
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--all", "every", is_flag=True, help="Print what both tell alike, too.")
def diff(a: str, b: str, every: bool, **known: Any) -> int:  # noqa: FBT001  # click gives it by name
    """Compare two reports figure by figure: A and B are files of one report each.

    It ends with 1 where they tell other numbers.
    """
    if a == b == STREAM:
        raise click.UsageError("standard input (-) can be read once")
    one, other = (_only(source, known) for source in (a, b))
    found = api.compare(one, other)
    rows = list(_rows(found, every=every))
    for line in (
        table(("", "series", "place", "period", "in A", "in B"), rows, _columns()) if rows else [_NOTHING[every]]
    ):
        click.echo(line)
    return 1 if found.revised or found.disagreeing else 0


_NOTHING = {True: "no figures", False: "no differences"}


def _only(source: str, known: dict[str, Any]) -> Report:
    found = list(reports_of((source,), known))
    if len(found) != 1:
        raise click.UsageError(f"{source} has {len(found)} reports: give a file of one")
    return found[0]


def _lines(finding: Finding) -> Iterator[str]:
    where = " | ".join(filter(None, (finding.report.uri, finding.report.title)))
    head = f"{finding.verdict}: {finding.rule} {finding.name}: {finding.message}"
    yield from wrap(shown(head), _columns())
    yield from (f"  {line}" for line in wrap(shown(where or "(no title)"), _columns() - 2))
    for figure in finding.figures:
        yield from (f"    {line}" for line in wrap(shown(f"{figure.words} {_told(figure)}"), _columns() - 4))


def _told(figure: Figure) -> str:
    """The words round a figure, or its label where it stands in no text."""
    span, text = figure.observation.span, figure.report.text
    if span is None:
        return f"({figure.observation.label or figure.code or 'no label'})"
    start, end = max(0, span.start - 30), min(len(text), span.end + 15)
    return f"« {text[start:end]} »"


def _summary(found: Findings) -> str:
    counts = ", ".join(f"{len(found.with_verdict(verdict))} {word}" for verdict, word in VERDICTS.items())
    reports = len(found.reports)
    return f"{reports} report{'s' * (reports != 1)}: {counts}"


def _rows(found: Changes, *, every: bool) -> Iterable[tuple[str, ...]]:
    for word, pairs in (("disagrees", found.disagreeing), ("revised", found.revised), ("same", found.same)):
        for pair in pairs if every or word != "same" else ():
            yield (word, *_about(pair.a), *pair.words)
    for figure in found.missing_in_b:
        yield ("only in A", *_about(figure), figure.words, "")
    for figure in found.missing_in_a:
        yield ("only in B", *_about(figure), "", figure.words)


def _about(figure: Figure) -> tuple[str, str, str]:
    told = figure.observation
    return f"{figure.name or ''} {told.measure}", place_name(figure), str(told.period or "")


def _columns() -> int:
    return shutil.get_terminal_size((_WIDTH, 0)).columns
