"""The checks at the door of the model: each refuses a value by showing it and saying what to give instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from operator import attrgetter
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


@attrs.frozen
class _IsA:
    """The validator that `is_a` gives; `exact` are the types that it takes, without those derived from them."""

    types: tuple[type, ...]
    exact: frozenset[type]

    def __call__(self, owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if type(value) in self.exact or (isinstance(value, self.types) and not isinstance(value, bool)):
            return
        names = " or ".join([t.__name__ for t in self.types] + ["None"] * (type(None) in self.exact))
        raise refuse(owner, attribute.name, value, f"give {names}, not {type(value).__name__}")


def is_a(*types: type, optional: bool = False) -> Validator:
    """A validator that takes instances of these types, and None where `optional`."""
    return _IsA(types, frozenset((*types, type(None)) if optional else types))


def at_once(kind: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """A `field_transformer` by which all fields of `is_a` are checked in one call, with the last of them.

    A call a field is what costs most where a report is read. Types that were let in once are let in again unasked.
    """
    asked = [(field, field.validator) for field in fields if isinstance(field.validator, _IsA)]
    values = attrgetter(*(field.name for field, _ in asked))
    known: set[tuple[type, ...]] = set()

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        types = tuple(map(type, values(owner)))
        if types in known:
            return
        for field, is_one in asked:
            is_one(owner, field, getattr(owner, field.name))
        if all(one in is_one.exact for one, (_, is_one) in zip(types, asked, strict=True)):
            known.add(types)

    validators = {field.name: None for field, _ in asked} | {asked[-1][0].name: check}
    return [field.evolve(validator=validators.get(field.name, field.validator)) for field in fields]


def is_a_day(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator that takes a day, which a datetime is not, and None."""
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return
    raise refuse(owner, attribute.name, value, "give a datetime.date (of a datetime, its .date()) or None")


def all_are(item: type) -> Validator:
    """A validator that takes a tuple of instances of one type."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
        for i, one in enumerate(value):
            if type(one) is not item and not isinstance(one, item):
                raise refuse(owner, f"{attribute.name}[{i}]", one, f"give a {item.__name__}")

    return check


def as_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """Any iterable but a str as a tuple: a str would fall apart into its characters."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ModelError(f"{shown(value)} stands where several values belong: give a tuple, such as ({shown(value)},)")
    return tuple(value)
