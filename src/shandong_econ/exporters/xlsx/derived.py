"""What stands on a sheet that is made from the others: lines of cells, each with its looks and where it leads.

Its texts are for the eye: one line each, without what a spreadsheet does not show or would take for something else. So
they do not come back; reading only looks whether they still say what the facts give.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

import attrs

from shandong_econ.digest import Amount
from shandong_econ.exporters.xlsx.breaking import width_of
from shandong_econ.exporters.xlsx.cells import AS_TEXT, digits_format, is_exact

LONGEST = 300
"""Characters of a text that are shown."""
_ODD = re.compile(r"_(?=[xX][0-9A-Fa-f]{4}_)|x(?=005F_)")  # what a workbook would take for an escape
_DIVIDERS = {ord('"'): "\uff02", ord(";"): "\uff1b"}
_LOOKALIKE = {"_": "\uff3f", "x": "\uff58"}


class Look(StrEnum):
    """What a cell is for, and so how it looks."""

    TITLE = "title"
    ABOUT = "about"
    REMARK = "remark"
    SECTION = "section"
    HEAD = "head"
    HEAD_OF_NUMBERS = "head_of_numbers"
    HEAD_OF_WORDS = "head_of_words"
    NAME = "name"
    NUMBER = "number"
    FALL = "fall"
    WORDS = "words"
    SENTENCE = "sentence"
    ARROW = "arrow"
    DERIVED = "derived"
    """A number that no report printed."""
    REVISED = "revised"
    CONFLICT = "conflict"
    TREND = "trend"


@attrs.frozen
class Link:
    """A cell of a sheet that a person is led to."""

    sheet: str
    column: str
    row: int


@attrs.frozen
class Shown:
    """A cell: what it shows, in which column (counted from 1), and where it leads.

    `bold` are the parts of a text that stand out, in their order.
    """

    column: int
    value: str | Decimal
    look: Look
    number_format: str = AS_TEXT
    bold: tuple[tuple[int, int], ...] = ()
    link: Link | None = None
    comment: str | None = None
    """What a person reads who points at the cell."""


@attrs.frozen
class Line:
    """A row of a derived sheet; `report` is the number of the report that it is about, of which each line has one."""

    cells: tuple[Shown, ...]
    report: int | None = None
    wide: bool = False
    """Whether its one text may take the width of the page."""


def plain(text: str) -> str:
    r"""A text as a line for the eye, of as many characters; what cannot be shown is a mark in its place.

    >>> plain("two\nlines\x00, _x0041_")
    'two lines\ufffd, \uff3fx0041_'
    """
    if not text.isprintable():
        text = "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in text)
    return _ODD.sub(lambda match: _LOOKALIKE[match[0]], text)


def shortened(text: str, most: int = LONGEST) -> str:
    """A text as a line for the eye that is no longer than that."""
    line = plain(text.strip()[: 2 * most])
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def number(amount: Amount, room: float) -> tuple[str | Decimal, str]:
    """What a cell of that width holds for an amount, and the number format that puts its words round it.

    It is a text where a spreadsheet does not hold the number, or has no room for it on one line.
    """
    value = in_full(amount.value)
    if is_exact(value) and width_of(str(amount)) <= room - 1:
        return value, _format(value, plain(amount.before), plain(amount.after), signed=amount.signed)
    return shortened(str(amount)), AS_TEXT


def in_full(value: Decimal) -> Decimal:
    """A number without an exponent that is no larger than a spreadsheet counts; any other as it is."""
    exponent = value.as_tuple().exponent
    return Decimal(f"{value:f}") if isinstance(exponent, int) and exponent > 0 and value.adjusted() < 15 else value


def _format(value: Decimal, before: str, after: str, *, signed: bool) -> str:
    head, tail = _literal(before), _literal(after)
    signs = ("+", "-", "") if signed else ("", "-", "")
    digits = digits_format(value, grouped=True)
    return ";".join(f"{head}{sign}{digits}{tail}" for sign in signs)


def _literal(text: str) -> str:
    """Words in a number format, without the characters that divide it: not every reader heeds the quotes."""
    return f'"{text.translate(_DIVIDERS)}"' if text else ""
