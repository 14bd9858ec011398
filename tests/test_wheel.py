"""What is made of the rules in a wheel does what they do: names are short only where nobody can tell."""

from __future__ import annotations

import importlib.util
import inspect
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

NOTHING: frozenset[str] = frozenset()


def _beside(name: str) -> ModuleType:
    """A module beside the package by which a wheel is made; it is no part of an installation."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[1] / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


names, bare = _beside("hatch_names"), _beside("hatch_bare")


def ran(source: str) -> dict[str, Any]:
    """What a module knows once it ran."""
    known: dict[str, Any] = {}
    exec(compile(source, "rules.py", "exec"), known)  # the sources of this file
    return known


def taken(source: str, function: str) -> list[str]:
    """The names of what a function of a module takes."""
    return list(inspect.signature(ran(source)[function]).parameters)


def shortened(source: str, *, kept: frozenset[str] = NOTHING) -> str:
    """The module with short names, where it alone calls its functions."""
    return str(names.shortened(source, names.called_with([source]), kept))


RULE = """
a = 2

def scaled(figures, factor=3):
    product = [figure * factor for figure in figures]
    return [one + a for one in product]
"""


def test_what_a_function_alone_knows_is_short() -> None:
    """Arguments and variables are one letter each, not the one that the module uses, and give what they gave."""
    short = shortened(RULE)
    assert not any(name in short for name in ("figures", "factor", "product"))
    assert "a" not in taken(short, "scaled")
    assert {len(name) for name in taken(short, "scaled")} == {1}
    assert ran(short)["scaled"]([1, 5]) == ran(RULE)["scaled"]([1, 5]) == [5, 17]
    assert short.count("\n") == RULE.count("\n")


@pytest.mark.parametrize(
    ("source", "function", "stays"),
    [
        ("def f(unit, value):\n    return value\n\nf(1, value=2)\n", "f", "value"),
        ("def f(unit, *, value):\n    return value\n", "f", "value"),
        ("def f(unit, value):\n    return f'{unit} of {value}'\n", "f", "value"),
        ("value = 1\n\ndef f(unit, value):\n    return value\n", "f", "value"),
        (
            "def f(unit, value):\n    try:\n        return int(value)\n    except ValueError:\n        return 0\n",
            "f",
            "unit",
        ),
    ],
    ids=["called by name", "by name only", "in an f-string", "known to the module", "beside an exception"],
)
def test_a_name_stays_that_is_told_elsewhere(source: str, function: str, stays: str) -> None:
    """A name stays by which an argument is given, or that stands where no place of it is known."""
    assert stays in taken(shortened(source), function)


def test_what_a_room_gives_stays_as_it_is() -> None:
    """Whoever calls a function that a room gives to others may name its arguments, and sees them in its signature."""
    assert shortened(RULE, kept=frozenset({"scaled"})) == RULE


def test_names_of_inner_functions_do_not_clash() -> None:
    """A name that a function shares with one inside it gets the same short name in both."""
    source = """
def outer(total):
    def inner(part, whole=total):
        return part / whole
    return [inner(share) for share in (total, total * 2)]
"""
    assert ran(shortened(source))["outer"](4) == ran(source)["outer"](4) == [1, 2]


PRIVATE = """
_a = 5
_FACTORS = {2: "twice"}

def _told(figure):
    return _FACTORS.get(figure, "often") * _a

def _quoted(figure):
    return f"{_quoted.__name__}"

def told(figures):
    return [_told(figure) for figure in figures]
"""


def test_what_a_module_keeps_to_itself_is_short() -> None:
    """Private functions and constants get names that no other of the module has, and do what they did."""
    short = shortened(PRIVATE)
    assert not any(name in short for name in ("_FACTORS", "_told("))
    assert ran(short)["told"]([2, 3]) == ran(PRIVATE)["told"]([2, 3])
    assert "_quoted" in short  # before Python 3.12 nobody knows where in an f-string a name stands
    assert short.count("\n") == PRIVATE.count("\n")


@pytest.mark.parametrize(
    "source",
    [
        "_total = 0\n\ndef add(part):\n    global _total\n    _total += part\n    return _total\n",
        "_unit = 1\n\ndef add(part):\n    _unit = part\n    return _unit\n",
        "def __getattr__(name):\n    return name\n",
    ],
    ids=["set by a function", "hidden in a function", "of Python itself"],
)
def test_a_private_name_stays_that_is_more_than_one(source: str) -> None:
    """A private name stays that a function sets, for itself or for the module, and so does one that Python asks for."""
    assert {name for name in ran(shortened(source)) if name.startswith("_")} == {
        name for name in ran(source) if name.startswith("_")
    }


FIELDS = """
from __future__ import annotations
from typing import ClassVar
import attrs

LEAST: int = 2

@attrs.frozen
class Group:
    kind: ClassVar[str] = "group"
    unit: str | None
    values: tuple[int, ...] = (LEAST, 3)

def total(group: Group) -> int:
    found: list[int] = list(group.values)
    return sum(found)
"""


def test_types_are_left_out_and_fields_stay_fields() -> None:
    """Without their types functions and variables do what they did, and attrs makes the same class of its fields."""
    short = bare.without_imports(bare.without_hints(FIELDS, NOTHING))
    assert not any(hint in short for hint in ("str |", "tuple[", "list[", "-> int", "LEAST: int"))
    known = ran(short)
    assert repr(known["Group"]("yuan")) == "Group(unit='yuan', values=(2, 3))"
    assert (known["Group"].kind, known["total"](known["Group"]("yuan"))) == ("group", 5)


def test_types_that_a_room_gives_stay() -> None:
    """Whoever gets a class of a room may ask what its fields hold."""
    assert "unit: str | None" in bare.without_hints(FIELDS, frozenset({"Group"}))
