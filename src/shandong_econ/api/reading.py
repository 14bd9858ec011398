"""A file to reports: it is opened, what it is is found out, and its exporter reads it, or its text is parsed."""

from __future__ import annotations

import os
import warnings
from collections.abc import Generator, Iterator, Mapping
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, TypeVar

import attrs

from shandong_econ.api.files import as_path, check_readable, opened
from shandong_econ.api.names import Readable
from shandong_econ.api.prose import parse_document
from shandong_econ.api.recognising import recognised
from shandong_econ.api.sniffing import marked_format
from shandong_econ.errors import MissingExtraError, ReadError
from shandong_econ.hookspecs import Document, QueryingExporter, ReadingExporter, Source
from shandong_econ.model import Area, Language, Report
from shandong_econ.plugins import Failure, Format, Kind, attempt, done, registry

Result = TypeVar("Result")
_END: Any = object()


def read(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    format: Readable | None = None,  # noqa: A002  # the word that everyone looks for
    language: Language | None = None,
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
    format: Readable | None = None,  # noqa: A002  # the word that everyone looks for
    language: Language | None = None,
    published: date | None = None,
    area: Area | str | None = None,
    query: str | None = None,
) -> Generator[Report, None, None]:
    """The reports of a path or a binary file, one at a time; the path is opened when the first is taken.

    A file that bears the mark of a built-in format, or has the suffix of a plugin's that reads, is read as reports. Any
    other is a document: the source that knows it (see `documents`) takes out its text, which is parsed with `language`,
    `published` and `area` (see `parse`). What is not given is as the document says: `title` and `published` before what
    the text says, `authors` and `publisher` after it. `uri` is the path. `format` names a format or a source.
    `query` takes some of the reports of a format that can be asked, such as a SELECT for "sqlite".
    ReadError names the file, the place and the remedy, MissingExtraError the library to install; UnknownFormatError and
    PluginError are as of `export`.
    """
    if isinstance(source, str | bytes | os.PathLike):
        return _read_all(as_path(source), format, language, published, area, query)
    check_readable(source)
    return _read_all(source, format, language, published, area, query)


def _read_all(
    source: Path | BinaryIO,
    name: str | None,
    language: Language | None,
    published: date | None,
    area: Area | str | None,
    query: str | None,
) -> Generator[Report, None, None]:
    path = source if isinstance(source, Path) else None
    with ExitStack() as stack:
        file = stack.enter_context(opened(source))
        chosen = _named_one(name, file) if name is not None else recognised(file, path)
        if query is not None and (isinstance(chosen, Kind) or not isinstance(chosen.exporter, QueryingExporter)):
            what = f"of the format {chosen.name}" if isinstance(chosen, Format) else f"a {chosen.name}"
            raise ReadError(f"{_named(source)} is {what}, and no query finds reports in it: read all, and choose")
        if isinstance(chosen, Kind):
            for document in _documents(chosen, file, _named(source)):
                yield _parsed(document, path, language, published, area)
            return
        _tell_unused(_named(source), language=language, published=published, area=area)
        companion = None if path is None else chosen.companion_of(Path(os.path.realpath(path)))
        beside = None
        if companion is not None and companion.exists():
            beside = stack.enter_context(opened(companion))
        yield from _reports(chosen, file, beside, _named(source), query)


def documents() -> Mapping[str, Source]:
    """Every kind of document that texts are read from, by name: the built-in ones first, then those of plugins.

    >>> documents()["text"].suffixes
    ('.txt', '.text', '.md', '.markdown')
    """
    return MappingProxyType({name: each.source for name, each in registry().kinds.items()})


def _named_one(name: str, file: BinaryIO) -> Format | Kind:
    """The format of a name that reads, or the kind of document of that name; of a built-in name for both, by the mark.

    A page of ours and any other page are both "html".
    """
    found = registry()
    kind, chosen = found.kinds.get(name), found.formats.get(name)
    if kind is None or chosen is None:
        return kind or found.named(name, to_read=True)
    if not isinstance(chosen.exporter, ReadingExporter):
        return kind
    both_built_in = found.brings(chosen) and found.is_built_in(kind)
    return kind if both_built_in and marked_format(file) != name else chosen


def _tell_unused(where: str, **known: object) -> None:
    """Warns of what is given for texts where there is none: an error would part those who read texts among reports."""
    if unused := ", ".join(f"{name}=" for name, value in known.items() if value is not None):
        remedy = f"give {unused} where the text that they were read from is read"
        warnings.warn(f"{where} holds reports, which are taken as they are: {remedy}", UserWarning, stacklevel=3)


def _documents(kind: Kind, file: BinaryIO, where: str) -> Iterator[Document]:
    """What the source takes out of a file; each error names the file."""
    found = _sound(attempt(lambda: iter(done(kind.source.read(file), "read", gives=True))), kind.name, where)
    while (document := _sound(attempt(next, found, _END), kind.name, where)) is not _END:
        if not isinstance(document, Document):
            raise ReadError(f"{where}: the source of {kind.name} gave a {type(document).__name__} and no Document")
        yield document


def _parsed(
    document: Document, path: Path | None, language: Language | None, published: date | None, area: Area | str | None
) -> Report:
    """The report of a document: a page may be a copy of what another published, so there its text goes first."""
    tables = document.tables or None
    day = published or document.published
    report = parse_document(document.text, tables, language=language, published=day, area=area)
    return attrs.evolve(
        report,
        title=report.title if document.title is None else document.title,
        authors=report.authors or document.authors,
        publisher=report.publisher or document.publisher,
        uri=document.uri if path is None else str(path),
    )


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
        outcome = attempt(lambda: iter(done(asked.find(file, query), "find", gives=True)))
    else:
        outcome = attempt(lambda: iter(done(exporter.read(file, **beside), "read", gives=True)))
    reports = _sound(outcome, chosen.name, where)
    while (report := _sound(attempt(next, reports, _END), chosen.name, where)) is not _END:
        if not isinstance(report, Report):
            raise ReadError(f"{where}: the exporter of {chosen.name} gave a {type(report).__name__} and no Report")
        yield report


def _sound(outcome: Result | Failure, name: str, where: str) -> Result:
    if not isinstance(outcome, Failure):
        return outcome
    if isinstance(outcome.error, ReadError | MissingExtraError):
        raise type(outcome.error)(f"{where}: {outcome.error}") from outcome.error
    raise ReadError(f"{where} cannot be read as {name}: {outcome}") from outcome.error


def _named(source: str | os.PathLike[str] | BinaryIO) -> str:
    return str(as_path(source)) if isinstance(source, str | os.PathLike) else "the stream"
