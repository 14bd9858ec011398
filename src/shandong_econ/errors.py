"""Every error that the library raises on purpose: one root, and each also the builtin that it resembles."""

from __future__ import annotations


class ShandongEconError(Exception):
    """The root of all errors of this library."""


class ModelError(ShandongEconError, ValueError):
    """A value that the model cannot hold: the message shows the value and the remedy."""


class LexiconError(ShandongEconError, ValueError):
    """A data file of the lexicon that is not well formed: the message names the file and the entry."""


class ReadError(ShandongEconError, ValueError):
    """A file that cannot be read as reports: the message names the file, the place and the remedy."""


class ExportError(ShandongEconError, RuntimeError):
    """A file that could not be written; what stood at the target before still stands there."""


class UnsayableError(ShandongEconError, ValueError):
    """Something in a report that no words of a language say in one way only: the message names it and the remedy."""


class UnknownFormatError(ShandongEconError, LookupError):
    """A format, or a suffix, that no exporter has."""


class UnknownSeriesError(ShandongEconError, LookupError):
    """A time series that a collection does not have, or has not just one of: the message says what there is."""


class MissingExtraError(ShandongEconError, ImportError):
    """A library that only some need and is not installed: the message gives the line that installs it."""


class PluginError(ShandongEconError, RuntimeError):
    """What a plugin would have given, had the plugin worked: the message names it and the cause."""


class PluginWarning(UserWarning):
    """A plugin that failed, or gave less than it would: the message names its distribution, version and the cause."""
