"""A value and the cell that holds it: number, day or text, with the number format that shows it; and the way back.

The cell is the value. A number format only adds the zeros that were printed, and never rounds: 92068.70 is the number
92068.7 under the format 0.00. What a spreadsheet cannot hold exactly is text.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from openpyxl.cell import Cell as SheetCell

from shandong_econ.rows import Cell, Column, encode_cell

AS_TEXT = "@"
"""The number format of text: what is typed over it stays what was typed, be it 2022-05 or =1+1."""
AS_DATE = "yyyy-mm-dd"
AS_NUMBER = "0"
_MOST_DIGITS = 15  # that a spreadsheet keeps of a number
_MOST_PLACES = 30  # decimals that a number format can have
_FIRST_DAY = date(1900, 3, 1)  # spreadsheets differ on days before the 29 February 1900 that never was
_UNSEEN = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')  # in a number format: quoted text, colours, escapes, padding
_PLACES = re.compile(r"\.(0+)")

Content = str | int | Decimal | date | None


def content(column: Column, value: Cell) -> tuple[Content, str]:
    """What the cell of a column holds for a value, and its number format; None for an empty cell."""
    text = encode_cell(column.kind, value, derived=column.derived)
    if not text:
        return None, AS_TEXT
    match value:
        case Decimal():
            number = Decimal(text)
            if is_exact(number):
                return number, digits_format(number, grouped=column.derived)
        case date() if value >= _FIRST_DAY:
            return value, AS_DATE
        case int() if abs(value) < 10**_MOST_DIGITS:
            return value, AS_NUMBER
    return text, AS_TEXT


def is_exact(number: Decimal) -> bool:
    """Whether a spreadsheet holds the number, all its digits and its printed zeros."""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or not -_MOST_PLACES <= exponent <= 0 or len(digits) > _MOST_DIGITS:
        return False
    return not (sign and not number)


def put(cell: SheetCell, value: Content) -> None:
    """Gives a cell of a sheet its content, as what it is."""
    if isinstance(value, Decimal):
        cell.value = f"{value:f}"
        cell.data_type = "n"  # with its own digits: of a number openpyxl writes the sixteen of a float, of 9.7 too
    else:
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # openpyxl takes "=1+1" for a formula, and "#N/A" for an error


def digits_format(number: Decimal, *, grouped: bool) -> str:
    """The number format that shows the decimals that a number has, and groups its thousands or not."""
    exponent = number.as_tuple().exponent
    whole = "#,##0" if grouped else "0"
    return f"{whole}.{'0' * -exponent}" if isinstance(exponent, int) and exponent else whole


def seen(value: object, number_format: str) -> str:
    """The text of what a person sees in a cell, with a number's own digits: never rounded, and never grouped.

    >>> seen(4.5, "0.00"), seen(4.567, "0.00"), seen(0.045, "0.0%"), seen(8207, "#,##0")
    ('4.50', '4.567', '4.5', '8207')
    """
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number_seen(value, number_format)
        case datetime():
            return _day_seen(value, number_format)
        case date() | time():
            return value.isoformat()
        case _:
            return str(value).replace("_x000D_", "\r")  # how Excel keeps the carriage return of a pasted text


def _number_seen(value: float, number_format: str) -> str:
    number = Decimal(value if isinstance(value, int) else f"{value:.{_MOST_DIGITS}g}")
    if not number.is_finite():
        return str(number)
    shape = _UNSEEN.sub("", number_format.partition(";")[0])
    text = format(_percent(number) if "%" in shape else number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    places = _PLACES.search(shape)
    if not places or "E" in shape.upper():
        return text
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(len(places[1]), '0')}"


def _percent(number: Decimal) -> Decimal:
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # the number is finite
    return Decimal((sign, digits, exponent + 2))


def _day_seen(value: datetime, number_format: str) -> str:
    if value.time() != time():
        return value.isoformat(sep=" ")
    day = value.date().isoformat()
    return day if "d" in _UNSEEN.sub("", number_format.lower()) else day[: len("2022-05")]
