"""A file to reports: it is opened, what it is is found out, and it is parsed, or its exporter reads it."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import attrs

from shandong_econ.api.files import as_path, check_readable, opened
from shandong_econ.api.prose import parse
from shandong_econ.api.sniffing import marked_format, text_of
from shandong_econ.errors import ReadError
from shandong_econ.hookspecs import QueryingExporter, ReadingExporter
from shandong_econ.model import Area, Report
from shandong_econ.plugins import Failure, Format, attempt, registry

Result = TypeVar("Result")
_END: Any = object()


def read(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    format: str | None = None,  # noqa: A002  # the word that everyone looks for
    language: str | None = None,
    published: date | None = None,
    area: Area | str | None = None,
    query: str | None = None,
) -> Report:
    """The one report of a file, as `read_all` reads it; ReadError says how many there are if not one."""
    every = read_all(source, format=format, language=language, published=published, area=area, query=query)
    with closing(every) as reports:
        first = next(reports, None)
        count = 0 if first is None else 1 + sum(1 for _ in reports)
    if first is None or count > 1:
        raise ReadError(f"{_named(source)} holds {count} reports, and read() takes one: use read_all()")
    return first


def read_all(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    format: str | None = None,  # noqa: A002  # the word that everyone looks for
    language: str | None = None,
    published: date | None = None,
    area: Area | str | None = None,
    query: str | None = None,
) -> Generator[Report, None, None]:
    """The reports of a path or a binary file, one at a time; the path is opened when the first is taken.

    A file that bears the mark of a built-in format, or has the suffix of a plugin's that reads, is read as reports; any
    other is a text, which is parsed with `language`, `published` and `area` (see `parse`), and whose `uri` is the path.
    `query` takes some of the reports of a format that can be asked, such as a SELECT for "sqlite".
    ReadError names the file, the place and the remedy; UnknownFormatError and PluginError are as of `export`.
    """
    if isinstance(source, str | os.PathLike):
        return _read_all(as_path(source), format, language, published, area, query)
    check_readable(source)
    return _read_all(source, format, language, published, area, query)


def _read_all(
    source: Path | BinaryIO,
    name: str | None,
    language: str | None,
    published: date | None,
    area: Area | str | None,
    query: str | None,
) -> Generator[Report, None, None]:
    path = source if isinstance(source, Path) else None
    with ExitStack() as stack:
        file = stack.enter_context(opened(source))
        chosen = registry().named(name) if name is not None else _recognised(file, path)
        if query is not None and (chosen is None or not isinstance(chosen.exporter, QueryingExporter)):
            what = "a text" if chosen is None else f"of the format {chosen.name}"
            raise ReadError(f"{_named(source)} is {what}, and no query finds reports in it: read all, and choose")
        if chosen is None:
            report = parse(text_of(file, _named(source)), language=language, published=published, area=area)
            yield report if path is None else attrs.evolve(report, uri=str(path))
            return
        companion = None if path is None else chosen.companion_of(Path(os.path.realpath(path)))
        beside = None
        if companion is not None and companion.exists():
            beside = stack.enter_context(opened(companion))
        yield from _reports(chosen, file, beside, _named(source), query)


def _recognised(file: BinaryIO, path: Path | None) -> Format | None:
    """The format that a file is in; None for a text."""
    if name := marked_format(file):
        return registry().named(name)
    return None if path is None else registry().reading_plugin_for(path.name)


def _reports(
    chosen: Format, file: BinaryIO, companion: BinaryIO | None, where: str, query: str | None
) -> Iterator[Report]:
    """What the exporter reads; each error is a ReadError that names the file."""
    if not isinstance(chosen.exporter, ReadingExporter):
        raise ReadError(f"{where}: the format {chosen.name} can be written and not read: read what it was made from")
    beside = {} if chosen.companion is None else {"companion": companion}
    exporter = chosen.exporter
    if query is not None and isinstance(exporter, QueryingExporter):
        asked = exporter
        reports = _sound(attempt(lambda: iter(asked.find(file, query))), chosen, where)
    else:
        reports = _sound(attempt(lambda: iter(exporter.read(file, **beside))), chosen, where)
    while (report := _sound(attempt(next, reports, _END), chosen, where)) is not _END:
        if not isinstance(report, Report):
            raise ReadError(f"{where}: the exporter of {chosen.name} gave a {type(report).__name__} and no Report")
        yield report


def _sound(outcome: Result | Failure, chosen: Format, where: str) -> Result:
    if not isinstance(outcome, Failure):
        return outcome
    if isinstance(outcome.error, ReadError):
        raise ReadError(f"{where}: {outcome.error}") from outcome.error
    raise ReadError(f"{where} cannot be read as {chosen.name}: {outcome}") from outcome.error


def _named(source: str | os.PathLike[str] | BinaryIO) -> str:
    return str(as_path(source)) if isinstance(source, str | os.PathLike) else "the stream"
