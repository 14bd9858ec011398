r"""The one reversible codec between a value and the text of a cell, for every tabular format.

What no table keeps, or what a spreadsheet would run, is written with a backslash: line ends and control characters,
lone surrogates, space at either end, what begins a formula at the beginning, a semicolon or a bar before it (at which a
spreadsheet may divide a csv), `_x0041_` (which a workbook takes for an escape), and the empty text, which is `\e`
because an empty cell is None.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from shandong_econ.model.checks import shown
from shandong_econ.rows.tables import Kind

Cell = str | int | Decimal | date | tuple[str, ...] | None
"""What a cell of a table holds, before it is written as a text; None is an empty one."""

EMPTY = "\\e"
LONGEST_PLAIN = 60  # characters up to which a decimal is written without an exponent
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_SHORT_BACK = {short[1]: char for char, short in _SHORT.items()} | {"e": ""}
_ANYWHERE = (
    r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
    r"|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0010fffe\U0010ffff]"
    r"|_(?=[xX][0-9A-Fa-f]{4}_)|x(?=005F_)"
)
_SIGN = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"  # what begins a formula, also after the quotation marks of a cell
_TO_ESCAPE = re.compile(rf"{_ANYWHERE}|\A{_SIGN}|\A[\"'](?=[\"'\s]*{_SIGN})|[;|](?=[\"'\s]*{_SIGN})|\A\s|\s\Z")
_PLAIN = re.compile(r"[^\\_;|\"' =+\-@\uff1d\uff0b\uff0d\uff20](?:[^\\_;|]*[^\\_;| ])?")  # of what can be printed
_TO_ESCAPE_WITHIN = re.compile(_ANYWHERE)
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|([=+\-@;\uff1d\uff0b\uff0d\uff20nrte\\]))")
_BETWEEN = re.compile(
    r"\\.|; ?", re.DOTALL
)  # an escape, which is stepped over, or what stands between two texts of a list


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SHORT:
        return _SHORT[char]
    return f"\\{char}" if char in "=+-@\uff1d\uff0b\uff0d\uff20" else f"\\u{{{ord(char):x}}}"


def _unescape(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16)) if int(match[1], 16) <= 0x10FFFF else match[0]
    return _SHORT_BACK.get(match[2], match[2])


def encode_text(text: str | None) -> str:
    r"""A text as a cell holds it.

    >>> encode_text("=1+1"), encode_text(""), encode_text(None), encode_text("two\nlines")
    ('\\=1+1', '\\e', '', 'two\\nlines')
    """
    if text is None:
        return ""
    if text.isprintable() and _PLAIN.fullmatch(text):  # as most are; of spaces only U+0020 is printable
        return text
    return _TO_ESCAPE.sub(_escape, text) if text else EMPTY


def encode_within(text: str) -> str:
    r"""A piece of running text, whose ends are no ends of a cell; `decode_text` reads it too.

    >>> encode_within("- a\\b")
    '- a\\\\b'
    """
    return _TO_ESCAPE_WITHIN.sub(_escape, text)


def decode_text(cell: str) -> str | None:
    """The text that `encode_text` wrote; what a person typed and the codec does not know stays as it is."""
    if not cell:
        return None
    return _ESCAPED.sub(_unescape, cell) if "\\" in cell else cell


def encode_decimal(value: Decimal) -> str:
    """A decimal with the digits that it has, without an exponent where that takes no other digits.

    >>> encode_decimal(Decimal("92068.70")), encode_decimal(Decimal("1E+2"))
    ('92068.70', '1E+2')
    """
    text = str(value).upper()  # the decimal context of the caller may want a small e
    if "E" not in text:  # as in most, whose exponent need not be asked for
        return text
    exponent = value.as_tuple().exponent
    plain = isinstance(exponent, int) and -LONGEST_PLAIN <= exponent <= 0
    return format(value, "f") if plain else text


def encode_amount(value: Decimal) -> str:
    """A decimal in full, for people: 1.5E+8 as 150000000, where that is not absurdly long."""
    return format(value, "f") if -LONGEST_PLAIN <= value.adjusted() <= LONGEST_PLAIN else str(value).upper()


def decode_decimal(cell: str) -> Decimal:
    """A decimal from its text; ValueError if it is none or not finite."""
    try:
        value = Decimal(cell.strip())
    except InvalidOperation:
        value = None
    if value is None or not value.is_finite():
        raise ValueError(f"{shown(cell)} is no number: write digits with a point, such as 4.5")
    return value


def encode_list(texts: tuple[str, ...]) -> str:
    r"""Several texts in one cell, with semicolons between.

    >>> encode_list(("Li Ming", "a;b")), encode_list(("",)), encode_list(())
    ('Li Ming; a\\;b', '\\e', '')
    """
    return "; ".join(encode_text(text).replace(";", "\\;") for text in texts)


def decode_list(cell: str) -> tuple[str, ...]:
    """The texts of a cell that `encode_list` wrote."""
    if not cell:
        return ()
    ends = [match.span() for match in _BETWEEN.finditer(cell) if match[0].startswith(";")]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(cell)]
    return tuple(decode_text(cell[start:stop]) or "" for start, stop in zip(starts, stops, strict=True))


def encode_cell(kind: Kind, value: Cell, *, derived: bool = False) -> str:
    """The text of a cell; dates are ISO, and None is the empty text."""
    match value:
        case None:
            return ""
        case tuple():
            return encode_list(value)
        case Decimal():
            return encode_amount(value) if derived else encode_decimal(value)
        case date():
            return value.isoformat()
        case str():
            return encode_text(value) if kind is Kind.TEXT else value
        case int():
            return str(value)


def decode_cell(kind: Kind, cell: str) -> Cell:
    """The value of a cell's text; ValueError says what is wrong with it and what to write."""
    if kind is Kind.TEXT:
        return decode_text(cell)
    if kind is Kind.LIST:
        return decode_list(cell)
    cell = cell.strip()
    if not cell:
        return None
    match kind:
        case Kind.DECIMAL:
            return decode_decimal(cell)
        case Kind.INTEGER:
            if not re.fullmatch(r"[+-]?[0-9]{1,18}(\.0+)?", cell):
                raise ValueError(f"{shown(cell)} is no whole number: write digits only")
            return int(cell.partition(".")[0])
        case Kind.DATE:
            try:
                return date.fromisoformat(cell)
            except ValueError:
                raise ValueError(f"{shown(cell)} is no date: write it as 2022-06-20") from None
        case _:
            return cell
