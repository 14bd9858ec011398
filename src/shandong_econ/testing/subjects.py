"""What a contract is held against: a plugin, and what its author says of it."""

from __future__ import annotations

from typing import Any

import attrs

from shandong_econ.hookspecs import AddingExporter, QueryingExporter, ReadingExporter

__all__ = ["ANY_SUFFIX", "ExporterSubject", "SourceSubject"]

ANY_SUFFIX = ".x"
"""What the files of a format without suffixes end with here."""


@attrs.frozen(eq=False)
class ExporterSubject:
    """An exporter; with the distribution that it comes in, and why its bytes vary or it holds all reports, if so."""

    exporter: Any
    distribution: str | None = None
    bytes_vary: str | None = None
    holds_all: str | None = None

    @property
    def plugin(self) -> object:
        """What the distribution registers."""
        return self.exporter

    @property
    def name(self) -> str:
        """The name of the format, or that of the class where there is none."""
        return str(getattr(self.exporter, "name", type(self.exporter).__name__))

    @property
    def reads(self) -> bool:
        """Whether the format is read as well as written."""
        return isinstance(self.exporter, ReadingExporter)

    @property
    def adds(self) -> bool:
        """Whether exporting to a file that is there adds to it."""
        return isinstance(self.exporter, AddingExporter)

    @property
    def finds(self) -> bool:
        """Whether the format can be asked for some of the reports."""
        return isinstance(self.exporter, QueryingExporter)

    @property
    def has_companion(self) -> bool:
        """Whether the format is one of two files."""
        return getattr(self.exporter, "companion", None) is not None


@attrs.frozen(eq=False)
class SourceSubject:
    """A source, with documents of its kind as bytes, and the distribution that it comes in."""

    source: Any
    samples: tuple[bytes, ...]
    distribution: str | None = None

    @property
    def plugin(self) -> object:
        """What the distribution registers."""
        return self.source

    @property
    def name(self) -> str:
        """The name of the kind of document, or that of the class where there is none."""
        return str(getattr(self.source, "name", type(self.source).__name__))
