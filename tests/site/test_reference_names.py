"""The reference has every name that is public, and every member of a public class."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import shandong_econ as se
from shandong_econ import errors, exporters, hookspecs, model, rows, testing, timeseries
from shandong_econ.hookspecs import PROJECT

PACKAGE = Path(se.__file__).parent


def modules() -> Iterator[ModuleType]:
    """The front door and each room behind it that says by `__all__` what it gives; files in a room are its own."""
    yield se
    for found in pkgutil.iter_modules([str(PACKAGE)], "shandong_econ."):
        if not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            if hasattr(module, "__all__"):
                yield module


MODULES = sorted(modules(), key=lambda module: module.__name__)


def documented(inventory: dict[str, set[str]]) -> set[str]:
    """The names that the reference has, of everything that Python knows."""
    return {name for kind, found in inventory.items() if kind.startswith("py:") for name in found}


def entry_of(module: ModuleType, name: str, entries: set[str]) -> str | None:
    """The entry of what a module gives by a name, under whatever module that has the same thing."""
    thing = getattr(module, name)
    homes = [entry.rpartition(".")[0] for entry in entries if entry.endswith(f".{name}")]
    same = [home for home in homes if home in sys.modules and vars(sys.modules[home]).get(name) is thing]
    return f"{same[0]}.{name}" if same else None


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_name_is_in_the_reference(module: ModuleType, inventory: dict[str, set[str]]) -> None:
    """Each name of an `__all__` has an entry, which none gets without a docstring."""
    entries = documented(inventory)
    assert [name for name in module.__all__ if entry_of(module, name, entries) is None] == []


def members(kind: type) -> Iterator[str]:
    """The public methods, properties, fields and values that a class itself brings."""
    if issubclass(kind, Enum):
        yield from kind.__members__
        return
    fields = [field.name for field in attrs.fields(kind)] if attrs.has(kind) else []
    own = [name for name, value in vars(kind).items() if inspect.isroutine(value) or _is_described(value)]
    yield from (name for name in dict.fromkeys([*fields, *own]) if not name.startswith("_"))


def _is_described(value: Any) -> bool:
    return isinstance(value, (property, classmethod, staticmethod))


PUBLIC = [se, model, hookspecs, exporters, rows, testing, timeseries]
CLASSES = {
    name: getattr(each, name) for each in PUBLIC for name in each.__all__ if inspect.isclass(getattr(each, name))
}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_every_member_is_in_the_reference(name: str, inventory: dict[str, set[str]]) -> None:
    """Each field, method and value of a public class has an entry, which none gets without a docstring."""
    entries = documented(inventory)
    home = next(f"{each.__name__}.{name}" for each in PUBLIC if f"{each.__name__}.{name}" in entries)
    assert [member for member in members(CLASSES[name]) if f"{home}.{member}" not in entries] == []


def test_the_members_of_classes_are_found() -> None:
    """The laws above look at fields, properties, methods and values."""
    assert set(members(se.Observation)) >= {"label", "value", "span", "amount"}
    assert set(members(se.Period)) >= {"of", "parse", "first", "year_is_open"}
    assert set(members(se.Status)) == {"A", "F", "T"}
    assert set(members(se.Exporter)) == {"name", "suffixes", "write"}


def test_every_error_and_every_hook_is_in_the_reference(inventory: dict[str, set[str]]) -> None:
    """Errors and hooks need no `__all__` to be public."""
    entries = documented(inventory)
    raised = [f"shandong_econ.{name}" for name, value in vars(errors).items() if inspect.isclass(value)]
    hooks = [f"{hookspecs.__name__}.{name}" for name in vars(hookspecs) if name.startswith(f"{PROJECT}_")]
    assert len(raised) > 8
    assert len(hooks) > 2
    assert {*raised, *hooks} - entries == set()
