"""The code lists, and the words of plugins, which are added before the first word is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from shandong_econ import lexicon, plugins
from shandong_econ.lexicon.folders import add_folders
from shandong_econ.model import Area, Indicator, Unit


@cache
def add_vocabularies() -> None:
    """Adds the words that plugins give, once; what is wrong with a plugin is warned of as for its formats."""
    add_folders(plugins.vocabularies())


def indicators() -> Mapping[str, Indicator]:
    """All indicators that have a code, by code, those of plugins too."""
    add_vocabularies()
    return lexicon.indicators()


def areas() -> Mapping[str, Area]:
    """All areas that have a code, by code, those of plugins too."""
    add_vocabularies()
    return lexicon.areas()


def units() -> Mapping[str, Unit]:
    """All units of measure, by code, those of plugins too."""
    add_vocabularies()
    return lexicon.units()
