"""Which format a file is in, or which kind of document it is: its mark, its bytes and its name are asked, in order.

A file that has the name of one of our formats and not its mark is damaged, or another's: where nobody would write a
text under such a name, or nothing is left of it, it is the format's reader that says so.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import BinaryIO

from shandong_econ.api.files import opened
from shandong_econ.api.sniffing import marked_format
from shandong_econ.errors import PluginWarning
from shandong_econ.hookspecs import KnowingSource
from shandong_econ.plugins import Failure, Format, Kind, attempt, done, registry

_SUFFIXES_OF_TEXTS = (".csv",)
"""Suffixes of ours, and of no kind of document, under which others write what may be parsed."""


def recognised(file: BinaryIO, path: Path | None) -> Format | Kind:
    """The format of a file of reports, else the kind of document; a file that nobody knows is a text."""
    found = registry()
    if name := marked_format(file):
        return found.named(name)
    named: Format | Kind | None = None
    if path is not None:
        named = found.reading_plugin_for(path.name) or found.kind_for(path.name)
    if isinstance(named, Format) or (named is not None and not found.is_built_in(named)):
        return named  # a plugin's author claims the suffix, and knows better than the bytes
    known = next((kind for kind in found.knowing() if _recognises(kind, file)), None)
    if known is None and path is not None and (ours := found.own_reading_format_for(path.name)):
        is_text = named is not None or path.name.lower().endswith(_SUFFIXES_OF_TEXTS)
        if not is_text or _is_empty(file):
            return ours
    return known or named or found.kinds["text"]


def format_of(path: Path) -> Format | None:
    """The format of a file of reports; None for a text or another document, and ReadError if it cannot be opened."""
    with opened(path) as file:
        found = recognised(file, path)
    return found if isinstance(found, Format) else None


def _is_empty(file: BinaryIO) -> bool:
    start = file.tell()
    head = file.read(1)
    file.seek(start)
    return not head


def _recognises(kind: Kind, file: BinaryIO) -> bool:
    """Whether a source knows the file as its own; one that fails is warned of, and knows nothing."""
    source = kind.source
    assert isinstance(source, KnowingSource)
    start = file.tell()
    outcome = attempt(lambda: done(source.recognises(file), "recognises"))
    file.seek(start)
    if isinstance(outcome, Failure):
        warnings.warn(f"the source {kind.name} could not look at a file: {outcome}", PluginWarning, stacklevel=2)
        return False
    return outcome
