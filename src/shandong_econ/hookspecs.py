"""All that the author of a plugin needs: the marker, the protocols of exporters and sources, and the hooks.

A plugin is a distribution (by custom `shandong-econ-NAME`) with an entry point in the group `shandong_econ` that names
a module or an object; the host calls the hooks it finds there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.resources.abc import Traversable
from typing import BinaryIO, Protocol, runtime_checkable

import attrs
import pluggy

from shandong_econ.findings import Rule
from shandong_econ.grids.grid import Cell, Grid, check_in_text
from shandong_econ.model import Report
from shandong_econ.model.checks import all_are, as_tuple, is_a, is_a_day

__all__ = [
    "PROJECT",
    "AddingExporter",
    "Cell",
    "Document",
    "Exporter",
    "Grid",
    "KnowingSource",
    "QueryingExporter",
    "ReadingExporter",
    "Rule",
    "Source",
    "hookimpl",
    "shandong_econ_register_exporters",
    "shandong_econ_register_rules",
    "shandong_econ_register_sources",
    "shandong_econ_register_vocabulary",
]

PROJECT = "shandong_econ"
"""The name of the pluggy project and of the entry-point group."""

hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as one of the hooks below: write `@hookimpl` above it."""
_hookspec = pluggy.HookspecMarker(PROJECT)


@runtime_checkable
class Exporter(Protocol):
    """One format: its name (`[a-z][a-z0-9-]*`), the suffixes of its files (".xlsx"), and how reports are written.

    `write` gets a binary file that the host has opened and moves into place when `write` returns; it never closes it.
    So it is no generator and not async, which return before anything is written: the host refuses these.
    An exporter that also has `read(file) -> Iterator[Report]` is a `ReadingExporter`. One that has `companion` (a
    suffix, such as ".csv-metadata.json") gets a second open file as the keyword `companion=` of `write` and `read`;
    it is None where there is a stream and no path.
    """

    @property
    def name(self) -> str:
        """The name of the format, such as "csv"."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files, each with its point."""

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes all reports, one after another."""


@runtime_checkable
class ReadingExporter(Exporter, Protocol):
    """An exporter that reads back what it wrote, report by report, without loss."""

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """Reads the reports one by one; ReadError names the place of what is wrong."""


@runtime_checkable
class AddingExporter(Exporter, Protocol):
    """An exporter of archives: exporting to a file that is there adds to it, where others replace it.

    The host gives the file that is there, open for reading, and a new one, which takes its place when `add` returns:
    what is not written to the new one is gone. `write` is called where there is no file yet, or an empty one.
    """

    def add(self, reports: Iterable[Report], old: BinaryIO, file: BinaryIO) -> None:
        """Writes what the old file has and the reports to the new file."""


@runtime_checkable
class QueryingExporter(ReadingExporter, Protocol):
    """An exporter that also reads some of the reports of a file: those that a query in its own language finds."""

    def find(self, file: BinaryIO, query: str) -> Iterator[Report]:
        """Reads the reports that the query finds, one by one; ReadError says what is wrong with the query."""


@attrs.frozen(kw_only=True)
class Document:
    """The text of a document, and what the document says of itself beside it; None is unknown.

    `text` is what is parsed and what the report keeps, a paragraph or a row of a table a line. `uri` is an address of
    its own, such as that of the page, which the report has where the document was read from no path.
    """

    text: str = attrs.field(validator=is_a(str))
    """What is parsed, and what the report keeps."""
    title: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The title that the document gives itself."""
    published: date | None = attrs.field(default=None, validator=is_a_day)
    """The day of publication that it states."""
    authors: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(str))
    """The authors that it names."""
    publisher: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The publisher that it names."""
    uri: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """An address of its own."""
    tables: tuple[Grid, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(Grid))
    """The tables that stand in the text, in its order."""

    def __attrs_post_init__(self) -> None:
        check_in_text(self, self.tables, self.text)


@runtime_checkable
class Source(Protocol):
    """One kind of document that texts come in: its name, the suffixes of its files, and how its text is taken out.

    `read` gets a binary file that can be read from any place, and gives its documents one by one (most files hold one).
    It may be a generator, and is not async.
    A source that also has `recognises(file) -> bool` is a `KnowingSource`.
    """

    @property
    def name(self) -> str:
        """The name of the kind, such as "docx"."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files, each with its point."""

    def read(self, file: BinaryIO) -> Iterator[Document]:
        """Takes out the documents one by one; ReadError names the place of what is wrong, and the remedy."""


@runtime_checkable
class KnowingSource(Source, Protocol):
    """A source that knows its documents by their bytes, under any name and on a stream."""

    def recognises(self, file: BinaryIO) -> bool:
        """Whether the file is such a document; it looks at the bytes, and the host winds the file back."""


@_hookspec
def shandong_econ_register_exporters(register: Callable[[Exporter], None]) -> None:
    """Registers exporters: call `register(exporter)` once for each format."""


@_hookspec
def shandong_econ_register_sources(register: Callable[[Source], None]) -> None:
    """Registers sources: call `register(source)` once for each kind of document."""


@_hookspec
def shandong_econ_register_rules(register: Callable[[Rule], None]) -> None:
    """Registers rules of audits: call `register(rule)` with a `Rule` for each."""


@_hookspec
def shandong_econ_register_vocabulary(register: Callable[[Traversable], None]) -> None:
    """Registers words: call `register(folder)` with a folder laid out as the library's own lexicon is.

    A folder of the plugin's package is `importlib.resources.files("package") / "lexicon"`. It may hold any of
    `codes/indicators.tsv`, `codes/areas.tsv`, `codes/units.tsv`, and for each language (en, zh) `series.tsv`,
    `units.tsv`, `words.toml`, `forms.toml`, `periods.toml`, `speech.toml`, `saying.toml` and `deeds.toml`.
    """
