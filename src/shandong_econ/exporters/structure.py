"""A report as plain values, which JSON can hold, and back: the fields of the model under their own names.

A value is a text with its printed digits, a period its SDMX form, a day an ISO date, a span `[start, end]`.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_origin

import attrs

from shandong_econ.errors import ReadError
from shandong_econ.exporters.plain import check_keys
from shandong_econ.model import Language, Period, Report, Span
from shandong_econ.model.checks import shown
from shandong_econ.rows import Kind, decode_cell, encode_cell

Change = Callable[[Any], Any]


def to_plain(report: Report) -> dict[str, Any]:
    """The report as plain values, every field named.

    >>> to_plain(Report(title="a"))["title"]
    'a'
    """
    plain: dict[str, Any] = _writer(Report)(report)
    return plain


def from_plain(value: object, place: str, *, strict: bool = False) -> Report:
    """The report of plain values; a field that is not there has its default.

    One that we don't know is left alone, or refused if `strict`: what stands under it would be lost.
    ReadError names the place of what is wrong, such as `reports[3].observations[7].value`, with the value and remedy.
    """
    try:
        report: Report = _reader(Report, strict=strict)(value)
    except _PlaceError as error:
        raise ReadError(f"{place}{error.path}: {error.cause}") from None
    except ValueError as error:
        raise ReadError(f"{place}: {error}") from None
    return report


class _PlaceError(ValueError):
    """What is wrong within a value, and the path to it."""

    def __init__(self, step: str, error: ValueError) -> None:
        inner = error if isinstance(error, _PlaceError) else None
        self.path: str = step + (inner.path if inner else "")
        self.cause: ValueError = inner.cause if inner else error


@functools.cache
def _writer(kind: Any) -> Change:
    """How a value of a type, other than None, is made plain."""
    if attrs.has(kind) and kind not in _PLAIN:
        return _object_writer(kind)
    if (inner := _optional(kind)) is not None:
        return _writer(inner)
    if get_origin(kind) is tuple:
        write = _writer(get_args(kind)[0])
        return list if write is _same else lambda values: [write(value) for value in values]
    return _PLAIN[kind][0] if kind in _PLAIN else str  # of an enumeration, whose members are texts


def _object_writer(kind: Any) -> Change:
    names = [name for name, _, _ in _fields(kind)]
    values = operator.attrgetter(*names)
    changed = [(name, change) for name, of, _ in _fields(kind) if (change := _writer(of)) is not _same]

    def write(value: Any) -> dict[str, Any]:
        plain = dict(zip(names, values(value), strict=True))
        for name, change in changed:
            if (held := plain[name]) is not None:
                plain[name] = change(held)
        return plain

    return write


@functools.cache
def _reader(kind: Any, *, strict: bool) -> Change:
    """How a value of a type is made of a plain one; ValueError says what is wrong."""
    if attrs.has(kind) and kind not in _PLAIN:
        return _object_reader(kind, strict=strict)
    if (inner := _optional(kind)) is not None:
        read = _reader(inner, strict=strict)
        return lambda value: None if value is None else read(value)
    if get_origin(kind) is tuple:
        return _list_reader(_reader(get_args(kind)[0], strict=strict))
    return _PLAIN[kind][1] if kind in _PLAIN else kind


def _object_reader(kind: Any, *, strict: bool) -> Change:
    fields = [(name, _reader(of, strict=strict), is_needed) for name, of, is_needed in _fields(kind)]
    known = {name for name, _, _ in fields}

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"{shown(value)} stands where an object, {{...}} belongs")
        if strict and not value.keys() <= known:
            check_keys(value, known)
        given = {}
        for name, read_field, is_needed in fields:
            try:
                if name in value:
                    given[name] = read_field(value[name])
                elif is_needed:
                    raise ValueError(f"{name!r} is missing: give it, or write the file anew")
            except ValueError as error:
                raise _PlaceError(f".{name}", error) from None
        return kind(**given)

    return read


def _list_reader(read_item: Change) -> Change:
    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(f"{shown(value)} stands where a list, [...] belongs")
        items = []
        for i, item in enumerate(value):
            try:
                items.append(read_item(item))
            except ValueError as error:
                raise _PlaceError(f"[{i}]", error) from None
        return tuple(items)

    return read


def _fields(kind: Any) -> list[tuple[str, Any, bool]]:
    """The name and type of each field of a class of the model, and whether it has to be given."""
    fields = attrs.fields(attrs.resolve_types(kind))
    return [(field.name, field.type, field.default is attrs.NOTHING) for field in fields]


def _optional(kind: Any) -> Any:
    """The type that may be None as well; None for a type that may not."""
    types = get_args(kind)
    return next(each for each in types if each is not NoneType) if NoneType in types else None


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(piece, str) for piece in value):
        return "".join(value)  # the pieces of a text with surrogates in a row
    raise ValueError(f"{shown(value)} is no text: put it between quotation marks, or give null")


def _integer(value: object) -> int:
    if type(value) is int:
        return value
    raise ValueError(f"{shown(value)} is no whole number: write digits only, without quotation marks")


def _decimal(value: object) -> Decimal:
    """A number as text, which keeps its digits, or as a JSON number, which a person may have typed."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    number = decode_cell(Kind.DECIMAL, value) if isinstance(value, str) else None
    if isinstance(number, Decimal):
        return number
    raise ValueError(f'{shown(value)} is no number: write its digits between quotation marks, such as "4.50"')


def _date(value: object) -> date:
    day = decode_cell(Kind.DATE, value) if isinstance(value, str) else None
    if isinstance(day, date):
        return day
    raise ValueError(f'{shown(value)} is no date: write it as "2022-06-20"')


def _span(value: object) -> Span:
    if isinstance(value, list) and len(value) == 2:
        return Span(*value)
    raise ValueError(f"{shown(value)} is no span: give [start, end], or null")


def _same(value: Any) -> Any:
    return value


_PLAIN: Mapping[Any, tuple[Change, Change]] = MappingProxyType(
    {
        str: (_same, _text),
        Language: (_same, _text),
        int: (_same, _integer),
        Decimal: (functools.partial(encode_cell, Kind.DECIMAL), _decimal),
        date: (date.isoformat, _date),
        Period: (str, Period.parse),
        Span: (lambda span: [span.start, span.end], _span),
    }
)
"""How a value of each simple type is written and read."""
