"""The checks at the door of the model: each refuses a value by showing it and saying what to give instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import attrs

from shandong_econ.errors import ModelError

Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def shown(value: object) -> str:
    """The value as an error message shows it, shortened."""
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:60]}... ({len(text)} characters)"


def refuse(owner: object, name: str, value: object, remedy: str) -> ModelError:
    """The error for a value that a field does not take."""
    return ModelError(f"{type(owner).__name__}.{name} is {shown(value)}: {remedy}")


def is_a(*types: type, optional: bool = False) -> Validator:
    """A validator that takes instances of these types, and None where `optional`."""
    names = " or ".join([t.__name__ for t in types] + ["None"] * optional)
    exact = frozenset((*types, type(None)) if optional else types)

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if type(value) in exact or (isinstance(value, types) and not isinstance(value, bool)):
            return
        raise refuse(owner, attribute.name, value, f"give a {names}, not a {type(value).__name__}")

    return check


def is_a_day(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator that takes a day, which a datetime is not, and None."""
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return
    raise refuse(owner, attribute.name, value, "give a datetime.date (of a datetime, its .date()) or None")


def all_are(item: type) -> Validator:
    """A validator that takes a tuple of instances of one type."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
        for i, one in enumerate(value):
            if not isinstance(one, item):
                raise refuse(owner, f"{attribute.name}[{i}]", one, f"give a {item.__name__}")

    return check


def as_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """Any iterable but a str as a tuple: a str would fall apart into its characters."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ModelError(f"{shown(value)} stands where several values belong: give a tuple, such as ({shown(value)},)")
    return tuple(value)
