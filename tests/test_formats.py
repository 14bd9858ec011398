"""Every format that the library brings holds the contract that a plugin's author is held to, by the same kit."""

from __future__ import annotations

import pytest

import shandong_econ as se
from shandong_econ.hookspecs import ReadingExporter
from shandong_econ.testing import exporter_contract

pytestmark = pytest.mark.usefixtures("frozen")

for _name, _exporter in se.formats().items():  # a format that is added is held to it from then on
    globals()[f"test_{_name}"] = pytest.mark.law(exporter_contract(_exporter, distribution="shandong-econ"))


def test_all_formats_are_held_and_most_are_read() -> None:
    """There is a contract here for each format; those that hold a whole report are read."""
    assert {name.removeprefix("test_") for name in globals() if name.startswith("test_")} >= se.formats().keys()
    reading = {name for name, exporter in se.formats().items() if isinstance(exporter, ReadingExporter)}
    assert reading >= {"csv", "xlsx", "markdown", "json", "jsonl", "sqlite", "datapackage"}
