"""A report as plain values, which JSON can hold, and back: the fields of the model under their own names.

A value is a text with its printed digits, a period its SDMX form, a day an ISO date, a span `[start, end]`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs

from shandong_econ.errors import ReadError
from shandong_econ.model import Period, Report, Span
from shandong_econ.model.checks import shown
from shandong_econ.rows import Kind, decode_cell, encode_cell

if TYPE_CHECKING:
    from cattrs import Converter


def to_plain(report: Report) -> dict[str, Any]:
    """The report as plain values, every field named."""
    plain: dict[str, Any] = _converter().unstructure(report)
    return plain


def from_plain(value: object, place: str) -> Report:
    """The report of plain values; a field that is not there has its default, and one that we don't know is left alone.

    ReadError names the place of what is wrong, such as `reports[3].observations[7].value`, with the value and remedy.
    """
    from cattrs import BaseValidationError

    try:
        return _converter().structure(value, Report)
    except (BaseValidationError, ValueError) as error:
        path, cause = _innermost(error)
        missing = f"{cause} is missing: give it, or write the file anew"
        raise ReadError(f"{place}{path}: {missing if isinstance(cause, KeyError) else cause}") from None


def _innermost(error: Exception) -> tuple[str, Exception]:
    """The first cause within nested groups of errors, and the path to it."""
    from cattrs import BaseValidationError, ClassValidationError, IterableValidationError

    path = ""
    while True:
        if isinstance(error, IterableValidationError) and (items := error.group_exceptions()[0]):
            error, item = items[0]
            path += f"[{item.index}]"
        elif isinstance(error, ClassValidationError) and (fields := error.group_exceptions()[0]):
            error, field = fields[0]
            path += f".{field.name}"
        elif isinstance(error, BaseValidationError):
            error = error.exceptions[0]  # of the whole object, which its class refused
        else:
            return path, error


@functools.cache
def _converter() -> Converter:
    from cattrs import Converter  # here, because it is only needed, and paid for, where JSON is

    converter = Converter()
    converter.register_unstructure_hook(Decimal, functools.partial(encode_cell, Kind.DECIMAL))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Period, str)
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    for kind, read in (
        (str, _text),
        (int, _integer),
        (Decimal, _decimal),
        (date, _date),
        (Period, Period.parse),
        (Span, _span),
    ):
        converter.register_structure_hook(kind, _without_type(read))

    converter.register_structure_hook(StrEnum, lambda value, enumeration: enumeration(value))

    @converter.register_structure_hook_factory(attrs.has)
    def _(kind: type, converter: Converter) -> Callable[[Any, type], Any]:
        from cattrs.gen import make_dict_structure_fn

        return _only(dict, make_dict_structure_fn(kind, converter), "an object, {...}")

    @converter.register_structure_hook_factory(_is_tuple)
    def _(kind: type, converter: Converter) -> Callable[[Any, type], Any]:
        many: Any = list[get_args(kind)[0]]  # type: ignore[misc]  # a type made at run time
        structure = converter.get_structure_hook(many)
        return _only(list, lambda value, _: structure(value, many), "a list, [...]")

    return converter


def _is_tuple(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _without_type(read: Callable[[Any], Any]) -> Callable[[Any, type], Any]:
    return lambda value, _: read(value)


def _only(kind: type, structure: Callable[[Any, type], Any], remedy: str) -> Callable[[Any, type], Any]:
    """The structuring of one kind of JSON value that refuses any other."""

    def check(value: Any, target: type) -> Any:
        if not isinstance(value, kind):
            raise ValueError(f"{shown(value)} stands where {remedy} belongs")
        return structure(value, target)

    return check


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
