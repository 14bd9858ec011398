"""What the page says in its own words: the two languages of its interface, from `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from shandong_econ.model.report import LANGUAGES


@cache
def words(language: str) -> Mapping[str, str]:
    """The words of a language by their keys, those of a code list as "measure.growth"."""
    return MappingProxyType(_flat(tomllib.loads(_data("words.toml"))[language]))


def of_interface(language: str | None) -> str:
    """The language in which the page of a report in this language speaks at first."""
    return language if language in LANGUAGES else LANGUAGES[0]


def style() -> str:
    """The style sheet of the page."""
    return _data("page.css")


def script() -> str:
    """The script of the page."""
    return _data("page.js")


@cache
def _data(name: str) -> str:
    # A checkout on Windows may end its lines in CR LF, which a browser reads as LF before it takes the hash.
    return files(__package__).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _flat(table: Mapping[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        found |= _flat(value, f"{before}{key}.") if isinstance(value, dict) else {before + key: value}
    return found
