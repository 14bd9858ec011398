"""The calls of the front door: they put the host and the rooms together."""

from __future__ import annotations

from shandong_econ import plugins
from shandong_econ.api.auditing import audit, rules
from shandong_econ.api.comparing import compare
from shandong_econ.api.framing import to_arrow, to_frame
from shandong_econ.api.prose import explain, parse
from shandong_econ.api.reading import documents, read, read_all
from shandong_econ.api.recognising import format_of
from shandong_econ.api.saying import say
from shandong_econ.api.series import series
from shandong_econ.api.writing import export, formats
from shandong_econ.lexicon import areas, indicators, units
from shandong_econ.lexicon.folders import ask_for_folders

__all__ = [
    "areas",
    "audit",
    "compare",
    "documents",
    "explain",
    "export",
    "format_of",
    "formats",
    "indicators",
    "parse",
    "read",
    "read_all",
    "rules",
    "say",
    "series",
    "to_arrow",
    "to_frame",
    "units",
]

ask_for_folders(plugins.vocabularies)  # the lexicon lies below the host, and cannot ask it by itself
