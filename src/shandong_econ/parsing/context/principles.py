"""All principles by what they tell, so that pages can list them and a check can leave each out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType, ModuleType

from shandong_econ.parsing.context import comparisons, dating, places, topics

TABLES: Mapping[str, tuple[ModuleType, str]] = MappingProxyType(
    {
        "What is measured": (topics, "PRINCIPLES"),
        "When": (dating, "PRINCIPLES"),
        "What the series makes of the time": (dating, "ADJUSTMENTS"),
        "Where": (places, "PRINCIPLES"),
        "Compared with what": (comparisons, "PRINCIPLES"),
    }
)
"""The question that each table of principles answers, with the module and the name that hold it."""
