"""Regional economic reports in prose, English or Chinese, read into typed observations, and written by plugins."""

from __future__ import annotations

from shandong_econ.api import areas, export, formats, indicators, parse, read, read_all, say, to_arrow, to_frame, units
from shandong_econ.errors import (
    ExportError,
    LexiconError,
    MissingExtraError,
    ModelError,
    PluginError,
    PluginWarning,
    ReadError,
    ShandongEconError,
    UnknownFormatError,
    UnsayableError,
)
from shandong_econ.hookspecs import Exporter, hookimpl
from shandong_econ.model import (
    Area,
    Comparison,
    Indicator,
    Measure,
    Note,
    Observation,
    Period,
    Qualifier,
    Report,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Status,
    Unit,
)

__all__ = [
    "Area",
    "Comparison",
    "ExportError",
    "Exporter",
    "Indicator",
    "LexiconError",
    "Measure",
    "MissingExtraError",
    "ModelError",
    "Note",
    "Observation",
    "Period",
    "PluginError",
    "PluginWarning",
    "Qualifier",
    "ReadError",
    "Report",
    "ShandongEconError",
    "Span",
    "Speaker",
    "Statement",
    "StatementKind",
    "Status",
    "Unit",
    "UnknownFormatError",
    "UnsayableError",
    "__version__",
    "areas",
    "export",
    "formats",
    "hookimpl",
    "indicators",
    "parse",
    "read",
    "read_all",
    "say",
    "to_arrow",
    "to_frame",
    "units",
]

__version__ = "0.1.0"
