"""Reports in words: short, and where two that should be the same first differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from shandong_econ.model import Period, Report

__all__ = ["first_difference", "told"]

_LONGEST = 600


def told(value: object) -> str:
    """A value of the model as it would be written, without the fields that have their default, and shortened.

    >>> told([Report(title="a")])
    "[Report(title='a')]"
    """
    text = _told(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 100]}... ({len(text)} characters)"


def _told(value: object) -> str:
    if isinstance(value, list | tuple):
        inner = ", ".join(map(_told, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' if len(value) == 1 else ''})"
    if isinstance(value, Period):
        return f"Period.parse({str(value)!r})"
    if isinstance(value, Enum):
        return repr(value.value)
    kind: type = type(value)
    if not attrs.has(kind):
        return repr(value)
    fields = [(field, getattr(value, field.name)) for field in attrs.fields(kind)]
    given = [f"{field.name}={_told(held)}" for field, held in fields if held != field.default]
    return f"{type(value).__name__}({', '.join(given)})"


def first_difference(wanted: Sequence[Report], found: Sequence[Report]) -> str | None:
    """Where what came back first differs from what was written, by the path of the field; None where it does not.

    >>> first_difference([Report(title="a")], [Report(title="b")])
    "reports[0].title: 'a' was written, and 'b' came back"
    """
    if list(wanted) == list(found):
        return None
    return _difference("reports", tuple(wanted), tuple(found)) or "reports: they are not equal, though every field is"


def _difference(path: str, wanted: object, found: object) -> str | None:
    if isinstance(wanted, tuple) and isinstance(found, tuple):
        if len(wanted) != len(found):
            return f"{path}: {len(wanted)} were written, and {len(found)} came back"
        pairs = enumerate(zip(wanted, found, strict=True))
        inner = (_difference(f"{path}[{i}]", one, other) for i, (one, other) in pairs)
        return next((each for each in inner if each is not None), None)
    kind: type = type(wanted)
    if attrs.has(kind) and kind is type(found) and kind is not Period:
        names = [field.name for field in attrs.fields(kind)]
        inner = (_difference(f"{path}.{name}", getattr(wanted, name), getattr(found, name)) for name in names)
        return next((each for each in inner if each is not None), None)
    return None if _same(wanted, found) else f"{path}: {told(wanted)} was written, and {told(found)} came back"


def _same(wanted: object, found: object) -> bool:
    if isinstance(wanted, Decimal) and isinstance(found, Decimal):
        return wanted.as_tuple() == found.as_tuple()  # 2.0 is not 2
    if isinstance(wanted, date) and isinstance(found, date):
        return type(wanted) is type(found) and wanted == found
    return wanted == found
