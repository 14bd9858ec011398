"""Laws of the front door: what `import shandong_econ` gives, and what it costs."""

from __future__ import annotations

import inspect
import subprocess
import sys
from enum import Enum
from importlib import metadata
from types import ModuleType

import attrs
import pytest

import shandong_econ as se
from shandong_econ import errors, model

CONTRACT = {
    "Exporter", "areas", "export", "formats", "hookimpl", "indicators", "parse", "read", "read_all", "units",
    "ShandongEconError", "ModelError", "ReadError", "ExportError", "UnknownFormatError", "PluginError", "__version__",
    "Report", "Observation", "Statement", "Speaker", "Note", "Span", "Indicator", "Area", "Unit", "Period",
    "Measure", "Comparison", "Qualifier", "Status",
}  # fmt: skip


def test_the_contract_stands_in_all() -> None:
    """Every name that other programs are written against is public; the list is sorted, and each name is there."""
    assert set(se.__all__) >= CONTRACT
    assert sorted(se.__all__) == se.__all__
    assert [name for name in se.__all__ if not hasattr(se, name)] == []


def test_what_is_not_in_all_is_not_public() -> None:
    """The front door holds nothing beside `__all__` but the rooms behind it."""
    names = {name for name, value in vars(se).items() if not isinstance(value, ModuleType)}
    assert {name for name in names if not name.startswith("_")} - {"annotations"} <= set(se.__all__)


def test_every_class_of_the_model_and_every_error_is_public() -> None:
    """A class or an enumeration that comes into the model, and an error, comes to the front door too."""
    made = {name for name, value in vars(model).items() if inspect.isclass(value) and _is_ours(value)}
    raised = {name for name, value in vars(errors).items() if inspect.isclass(value)}
    assert made | raised <= set(se.__all__)
    assert {"Report", "StatementKind"} <= made


def _is_ours(kind: type) -> bool:
    return attrs.has(kind) or issubclass(kind, Enum)


def test_every_error_has_one_root_and_is_a_builtin_too() -> None:
    """Each error is a ShandongEconError, and is caught as the builtin that it resembles."""
    raised = [value for value in vars(errors).values() if inspect.isclass(value) and not issubclass(value, Warning)]
    for error in raised:
        assert issubclass(error, se.ShandongEconError)
        assert error is se.ShandongEconError or issubclass(error, (ValueError, LookupError, RuntimeError, ImportError))


def test_the_version_is_that_of_the_distribution() -> None:
    """`__version__` is the version that was installed."""
    assert se.__version__ == metadata.version("shandong-econ")


LIBRARIES = ["openpyxl", "click", "markdown_it", "sqlite3", "pyarrow", "pandas", "polars"]
LATE = ["charset_normalizer", "lxml", "trafilatura", "docx", "pdfminer"]
"""The libraries of the sources, each of which is loaded by its own kind of document."""


@pytest.mark.parametrize(
    ("program", "unloaded"),
    [
        ("", ["importlib.metadata", "shandong_econ.parsing", "shandong_econ.rows", *LIBRARIES, *LATE]),
        ("shandong_econ.formats(); shandong_econ.documents()", [*LIBRARIES, *LATE]),
        ("import io; shandong_econ.read(io.BytesIO('山东'.encode()))", ["openpyxl", "click", *LATE]),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(program: str, unloaded: list[str]) -> None:
    """Importing loads no format, no command line and no plugin; listing the formats loads none of their libraries."""
    told = f"import shandong_econ\n{program}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    loaded = set(run.stdout.split())
    assert "shandong_econ.model" in loaded
    assert loaded & set(unloaded) == set()
