r"""The one codec for stores with types of their own, such as databases: None, numbers and line ends need no escape.

A text is kept as it is, but for what UTF-8 or a C string does not hold: a lone surrogate or NUL is `\u{d800}` or
`\u{0}`, and so is a backslash that would otherwise begin such an escape.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from shandong_econ.errors import ReadError
from shandong_econ.model.checks import shown
from shandong_econ.rows.cells import Cell, decode_cell, encode_decimal
from shandong_econ.rows.tables import Kind, Table

Stored = str | int | None
"""What a store with types of its own holds of a cell."""

_TO_ESCAPE = re.compile(r"[\x00\ud800-\udfff]|\\(?=u\{[0-9a-f]{1,6}\})")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")


def store_text(text: str) -> str:
    r"""A text as UTF-8 holds it.

    >>> store_text("two\nlines"), store_text("\ud800"), store_text(r"\u{0}"), store_text(r"C:\new")
    ('two\nlines', '\\u{d800}', '\\u{5c}u{0}', 'C:\\new')
    """
    if text.isprintable() and "\\u{" not in text:  # as most are: neither NUL nor a surrogate is printable
        return text
    return _TO_ESCAPE.sub(lambda match: f"\\u{{{ord(match[0]):x}}}", text)


def stored_text(stored: str) -> str:
    """The text that `store_text` wrote."""
    return _ESCAPED.sub(_unescape, stored) if "\\u{" in stored else stored


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if int(match[1], 16) <= 0x10FFFF else match[0]


def store_cell(kind: Kind, value: Cell) -> Stored:
    """A cell as a database holds it: decimals with their digits, dates as ISO, a list as JSON, each a text."""
    match value:
        case None | ():
            return None
        case tuple():
            return json.dumps([store_text(text) for text in value], ensure_ascii=False)
        case Decimal():
            return encode_decimal(value)
        case date():
            return value.isoformat()
        case str():
            return store_text(value) if kind is Kind.TEXT else value
        case int():
            return value


def stored_cell(kind: Kind, stored: object) -> Cell:
    """The value of what a database holds; ValueError says what is wrong with it and what to write."""
    if stored is None:
        return None
    if not isinstance(stored, str | int | float):
        raise ValueError(f"{shown(stored)} is neither a text nor a number: write one")
    if kind is Kind.TEXT:
        return stored_text(str(stored))
    if kind is Kind.LIST:
        return _list(str(stored))
    return decode_cell(kind, str(stored))


def _list(stored: str) -> tuple[str, ...]:
    try:
        texts = json.loads(stored)
    except (ValueError, RecursionError):
        texts = None
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError(f'{shown(stored)} is no list of texts: write it as ["one", "two"]')
    return tuple(map(stored_text, texts))


def store_row(table: Table, row: Sequence[Cell]) -> list[Stored]:
    """A row as a database holds it, in the order of the table's columns."""
    return [store_cell(column.kind, cell) for column, cell in zip(table.columns, row, strict=True)]


def stored_row(table: Table, stored: Mapping[str, object], place: str) -> dict[str, Cell]:
    """The cells of a stored row, by column name; ReadError names the place and the column."""
    cells: dict[str, Cell] = {}
    for column in table.columns:
        try:
            cells[column.name] = stored_cell(column.kind, stored.get(column.name))
        except ValueError as error:
            raise ReadError(f"{place}, column {column.name}: {error}") from None
    return cells
