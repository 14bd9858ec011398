"""Reports to a file: the format is found, the file is opened, and the exporter writes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from decimal import (
    ROUND_HALF_EVEN,
    Context,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    getcontext,
    localcontext,
    setcontext,
)
from functools import partial
from types import MappingProxyType
from typing import BinaryIO

from shandong_econ.api.adding import adding
from shandong_econ.api.drafts import cannot_write, replacing
from shandong_econ.api.files import as_path
from shandong_econ.api.locks import in_turn
from shandong_econ.api.names import Writable
from shandong_econ.errors import ExportError, MissingExtraError, UnknownFormatError
from shandong_econ.hookspecs import AddingExporter, Exporter
from shandong_econ.model import Report
from shandong_econ.plugins import Failure, Format, attempt, done, registry

RECKONING = Context(
    prec=28,
    rounding=ROUND_HALF_EVEN,
    Emin=-999_999,
    Emax=999_999,
    capitals=1,
    clamp=0,
    traps=[DivisionByZero, InvalidOperation, Overflow],
)
"""In which exporters reckon, whatever context the caller has."""


def formats() -> Mapping[str, Exporter]:
    """Every format that is to be had, by name: the built-in ones first, then those of plugins.

    >>> formats()["csv"].suffixes
    ('.csv',)
    """
    return MappingProxyType({name: each.exporter for name, each in registry().formats.items()})


def export(
    reports: Report | Iterable[Report],
    target: str | os.PathLike[str] | BinaryIO,
    *,
    format: Writable | None = None,  # noqa: A002  # the word that everyone looks for
) -> None:
    """Writes a report, or many, to a path or a binary file, in the format of the path's suffix unless one is given.

    What stands at the path is replaced when the new file is complete (an archive, such as "sqlite", is added to), and
    left as it is by anything that goes wrong on the way. Reports are taken one at a time. Errors: ExportError with the
    path and the cause; MissingExtraError with the library to install; UnknownFormatError; PluginError for a format
    whose plugin failed; TypeError for what is no report.
    """
    given = as_reports(reports)
    if not isinstance(target, str | bytes | os.PathLike):
        _to_stream(given, target, format)
        return
    path = as_path(target)
    chosen = registry().for_file(path.name) if format is None else registry().named(format)
    if isinstance(chosen.exporter, AddingExporter):
        with adding(path) as (file, old):
            _write(chosen, given, file, None, str(path), old)
        return
    moving = None if chosen.companion is None else in_turn
    with replacing(path, chosen.companion_of, moving=moving) as (file, companion):
        _write(chosen, given, file, companion, str(path))


def as_reports(reports: Report | Iterable[Report]) -> Iterator[Report]:
    """The reports of one or many, one at a time; TypeError for what is none."""
    if isinstance(reports, Report):
        return iter((reports,))
    if isinstance(reports, str | bytes) or not isinstance(reports, Iterable):
        remedy = "give a Report, or an iterable of them, such as se.read_all(path)"
        raise TypeError(f"a {type(reports).__name__} stands where reports belong: {remedy}")
    return _checked(reports)


def _checked(reports: Iterable[Report]) -> Iterator[Report]:
    for number, report in enumerate(reports):
        if not isinstance(report, Report):
            raise TypeError(f"number {number} of the reports is a {type(report).__name__}: give Reports")
        yield report


def _to_stream(reports: Iterator[Report], stream: BinaryIO, name: str | None) -> None:
    if isinstance(stream, io.TextIOBase) or hasattr(stream, "encoding"):
        raise TypeError(f"{stream!r} takes text: give a binary file, opened with 'wb', or its .buffer")
    if not hasattr(stream, "write"):
        raise TypeError(f"{stream!r} cannot be written to: give a path or a binary file")
    if name is None:
        raise UnknownFormatError("a binary file has no suffix to know the format by: give format=")
    chosen = registry().named(name)
    _write(chosen, reports, stream, None, "the stream")
    if getattr(stream, "closed", False):
        raise ExportError(f"the exporter of {chosen.name} closed the stream, which was not its own to close")


def _write(
    chosen: Format,
    reports: Iterator[Report],
    file: BinaryIO,
    companion: BinaryIO | None,
    where: str,
    old: BinaryIO | None = None,
) -> None:
    """Calls the exporter; what the reports themselves raise passes, and what the exporter raises is an ExportError."""
    raised: list[BaseException] = []
    beside = {} if chosen.companion is None else {"companion": companion}
    watched = _watched(reports, raised, getcontext())
    name, call = "write", partial[object](chosen.exporter.write, watched, file, **beside)
    if old is not None and isinstance(chosen.exporter, AddingExporter):
        name, call = "add", partial[object](chosen.exporter.add, watched, old, file)
    with localcontext(RECKONING):
        outcome = attempt(lambda: done(call(), name))
    if raised:
        raise raised[0]
    if isinstance(outcome, Failure):
        match outcome.error:
            case ExportError() | MissingExtraError():
                raise outcome.error
            case OSError():
                raise cannot_write(where, outcome.error) from outcome.error
            case _:
                raise ExportError(f"{where} cannot be written as {chosen.name}: {outcome}") from outcome.error


def _watched(reports: Iterator[Report], raised: list[BaseException], theirs: Context) -> Iterator[Report]:
    """The reports, each made in the caller's decimal context, which is theirs, and not in that of the exporter.

    What getting them raised is kept: an exporter may neither hide nor be blamed for it.
    """
    while True:
        ours = getcontext()
        setcontext(theirs)
        try:
            report = next(reports)
        except StopIteration:
            return
        except BaseException as error:
            raised.append(error)
            raise
        finally:
            setcontext(ours)
        yield report
