"""The command line: a thin face over the calls of the front door.

Data goes to standard output and all else to standard error. It ends with 0; with 1 where an input, an export or a
plugin fails; with 2 where it was called wrongly; and with 130 where it was interrupted.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import click

from shandong_econ import api
from shandong_econ.cli.checking import audit, diff
from shandong_econ.cli.columns import shown, table
from shandong_econ.cli.inputs import STREAM, on_texts, reports_of
from shandong_econ.cli.new_plugin import new_plugin
from shandong_econ.cli.outputs import target_of, to_output
from shandong_econ.cli.remarks import NAME, for_terminal, remark
from shandong_econ.errors import ShandongEconError, UnknownFormatError, UnknownSeriesError
from shandong_econ.hookspecs import ReadingExporter
from shandong_econ.model import Report
from shandong_econ.plugins import Format, Plugin, Registry, registry, strict, survey, switched_off_in_vain

__all__ = ["main"]

WIDTH = 120
"""Columns of a table where there is no terminal to fit."""
MANY = 3
"""From how many inputs a progress bar is shown, where standard error is a terminal."""


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line with these arguments, or the process's own, and returns its exit status."""
    _take_any_text(sys.stdout, sys.stderr)
    with warnings.catch_warnings():
        warnings.showwarning = _show_warning
        try:
            status = command.main(arguments, NAME, standalone_mode=False)
            if sys.stdout is not None:
                sys.stdout.flush()
        except (click.Abort, KeyboardInterrupt):
            return _fail("interrupted", 130)
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except (UnknownFormatError, UnknownSeriesError) as error:
            return _fail(str(error), 2)
        except ShandongEconError as error:
            # One who reads standard output and leaves, as `head` does, is no failure to speak of.
            return 1 if isinstance(error.__cause__, BrokenPipeError) else _fail(str(error), 1)
        except BrokenPipeError:
            return 1
        except OSError as error:
            return _fail(f"standard output cannot be written: {error.strerror}", 1)
        finally:
            _let_go_of_output()
    return status if isinstance(status, int) else 0


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=NAME)
def command() -> None:
    """Reads regional economic reports, and writes their figures as CSV, Excel, Markdown and more."""


@command.command("export")
@on_texts
@to_output("File to write; - is standard output.", required=True)
def _export(inputs: tuple[str, ...], output: str, name: str | None, **known: Any) -> None:
    """Write the reports of the INPUTs, texts or files that were exported, to one file.

    An INPUT of - is standard input. No text or document among the INPUTs is written over.
    """
    target = target_of(output, name, inputs)
    with _progress(inputs) as sources:
        api.export(reports_of(sources, known), target, format=name)


@command.command("show")
@on_texts
@click.option(
    "--explain", is_flag=True, help="Show sentence by sentence what each number was taken for, and by what rule."
)
def _show(inputs: tuple[str, ...], explain: bool, **known: Any) -> None:  # noqa: FBT001  # click gives it by name
    """Show the figures of the INPUTs beside the words that they were read from, with statements and notes."""
    from shandong_econ.cli.figures import lines as figures_of  # here, because it loads words that are told of figures

    columns = shutil.get_terminal_size((WIDTH, 0)).columns
    for number, report in enumerate(reports_of(inputs, known)):
        if number:
            click.echo()
        for line in _explained(report, columns) if explain else figures_of(report, columns):
            click.echo(line)


def _explained(report: Report, columns: int) -> Iterator[str]:
    from shandong_econ.cli.explaining import explanation  # here, because it loads the words and rules of the parser

    return explanation(report, columns)


@command.command("series")
@on_texts
@click.option("--indicator", metavar="CODE", help="Show the series of this indicator alone: a code, or a name.")
@click.option("--place", metavar="CODE", help="Show the series of this area alone: a code, or a name.")
@to_output("File to write the figures of the series to, as `export` does.")
def _series(
    inputs: tuple[str, ...],
    indicator: str | None,
    place: str | None,
    output: str | None,
    name: str | None,
    **known: Any,
) -> None:
    """Show the figures of the INPUTs as time series, with what was revised and where bulletins disagree.

    Each series has a row: its course, and its newest figure. What no bulletin printed, but follows from the year so
    far, is marked as derived. They are not shown where OUT is -, standard output.
    """
    from shandong_econ.cli.lines import lines as lines_of  # here, because it loads the lists of the lexicon

    target = None if output is None else target_of(output, name, inputs)
    with _progress(inputs) as sources:
        found = api.series(reports_of(sources, known))
    found = found.of(indicator=indicator, area=place)
    if output != STREAM:
        for line in lines_of(found, shutil.get_terminal_size((WIDTH, 0)).columns):
            click.echo(line)
    if found.left_out:
        count = len(found.left_out)
        remark(f"{count} figure{' has' if count == 1 else 's have'} no period of a known year, and no series")
    if target is not None:
        api.export(found.to_reports(), target, format=name)


@command.command("formats")
def _formats() -> None:
    """List the formats, then the documents that are read: name, suffixes, what for, and the plugin they are from."""
    found = registry()
    rows = [
        (each.name, " ".join(each.suffixes), _abilities(each), str(plugin))
        for plugin in found.plugins
        for each in _given(plugin, found)
    ]
    rows += [
        (each.name, " ".join(each.suffixes), "parsing", str(plugin))
        for plugin in found.plugins
        for each in plugin.kinds
        if found.kinds.get(each.name) is each
    ]
    for line in table(("format", "suffixes", "for", "from"), rows, max(WIDTH, shutil.get_terminal_size().columns)):
        click.echo(line)


for _each in (audit, diff, new_plugin):
    command.add_command(_each)


@command.command("plugins")
def _plugins() -> int:
    """List the plugins: what each gives, and what is wrong with it."""
    found = survey()
    for plugin in found.plugins:
        troubles = [f"failed: {trouble.message}" for trouble in found.troubles if trouble.plugin is plugin]
        kinds = [each for each in plugin.kinds if found.kinds.get(each.name) is each]
        checks = [each for each in plugin.checks if found.checks.get(each.name) is each]
        if plugin is found.plugins[0]:  # the library's own are many: `audit --rules` lists them
            checks = []
        of_each = (("format", _given(plugin, found)), ("document", kinds), ("rule", checks))
        given = [
            f"{what}{'s' * (len(some) > 1)} {', '.join(each.name for each in some)}" for what, some in of_each if some
        ]
        state = ["switched off"] if plugin.switched_off else ["; ".join(given) or "gives nothing"]
        for words in [*(state if given or not troubles else []), *troubles]:
            click.echo(shown(for_terminal(f"{plugin}: {words}")))
    for words in switched_off_in_vain(found):
        remark(words)
    return 1 if found.troubles and strict() else 0


def _given(plugin: Plugin, found: Registry) -> list[Format]:
    return [each for each in plugin.formats if found.formats.get(each.name) is each]


def _abilities(each: Format) -> str:
    return "reading and writing" if isinstance(each.exporter, ReadingExporter) else "writing"


@contextlib.contextmanager
def _progress(inputs: tuple[str, ...]) -> Iterator[Iterable[str]]:
    if len(inputs) < MANY or not sys.stderr.isatty():
        yield inputs
        return
    with click.progressbar(inputs, label="reading", file=sys.stderr) as bar:
        yield bar


def _take_any_text(*streams: object) -> None:
    """Lets the streams show what their encoding lacks with a backslash: a terminal may know no Chinese."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _show_warning(message: Warning | str, category: type[Warning], *_: object, **__: object) -> None:
    kind = "warning" if issubclass(category, UserWarning) else category.__name__
    remark(f"{kind}: {message}")


def _fail(message: str, status: int) -> int:
    remark(message)
    return status


def _let_go_of_output() -> None:
    """Writes what is left, or gives it up where that fails: Python would try again at its end, and complain."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
