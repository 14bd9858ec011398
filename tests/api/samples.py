"""What the tests of files write, and how they look at what became of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import shandong_econ as se
from shandong_econ.hookspecs import AddingExporter, ReadingExporter

Install = Callable[..., None]

TEXT = "1—5月，山东省规模以上工业增加值同比增长4.5%。\r\n出口额\r127亿元。\n"
REPORTS = [
    se.Report(text=TEXT, title="一", observations=[se.Observation(value=Decimal("4.50"), span=se.Span(20, 24))]),
    se.Report(title="二", published=date(2022, 6, 20), notes=[se.Note("code", "message")]),
]
OLD = b"old"
READ = {name: exporter for name, exporter in se.formats().items() if isinstance(exporter, ReadingExporter)}
"""The built-in formats that are read as well as written."""

SUFFIXES = [exporter.suffixes[0] for exporter in READ.values()]
"""The first suffix of each of them."""

ADDED_TO = {exporter.suffixes[0] for exporter in READ.values() if isinstance(exporter, AddingExporter)}
"""Of these the ones of archives, which an export adds to."""

each_suffix = pytest.mark.parametrize("suffix", SUFFIXES)
posix = pytest.mark.skipif(os.name != "posix", reason="it is about what POSIX has and Windows has not")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
