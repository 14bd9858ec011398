"""The host of the plugins: finds them at first use, loads and calls each by itself, and names those that fail."""

from __future__ import annotations

from shandong_econ.plugins.border import Failure, attempt
from shandong_econ.plugins.deferred import done
from shandong_econ.plugins.host import forget, lent, registry, strict, survey, switched_off_in_vain, vocabularies
from shandong_econ.plugins.registry import Check, Format, Kind, Plugin, Registry, Trouble

__all__ = [
    "Check",
    "Failure",
    "Format",
    "Kind",
    "Plugin",
    "Registry",
    "Trouble",
    "attempt",
    "done",
    "forget",
    "lent",
    "registry",
    "strict",
    "survey",
    "switched_off_in_vain",
    "vocabularies",
]
