"""Plain values as JSON and back, exact for every text and number, and the mark that our JSON bears."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from shandong_econ.errors import ReadError
from shandong_econ.model.checks import shown
from shandong_econ.rows import FORMAT_VERSION

FORMAT = "shandong_econ"
MARK = {"format": FORMAT, "version": FORMAT_VERSION}
_LINE_END = re.compile("[\x85\u2028\u2029]")  # beside those that JSON itself escapes
_PAIR = re.compile(r"(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")  # where JSON would make one character of two surrogates


def dumps(value: Any, *, indent: int | None = None) -> bytes:
    r"""A value as JSON in UTF-8, in which surrogates are escaped, and what some programs take for line ends.

    A text with two surrogates in a row, which JSON would take for one character, is a list of its pieces.

    >>> dumps("山\udc80"), dumps("\ud83d\ude00")
    (b'"\xe5\xb1\xb1\\udc80"', b'["\\ud83d", "\\ude00"]')
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        return _LINE_END.sub(_escape, text).encode()
    except UnicodeEncodeError:
        text = json.dumps(_in_pieces(value), ensure_ascii=False, indent=indent)
        return _LINE_END.sub(_escape, text).encode(errors="backslashreplace")


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _in_pieces(value: Any) -> Any:
    if isinstance(value, str):
        pieces = _PAIR.split(value)
        return value if len(pieces) == 1 else pieces
    if isinstance(value, dict):
        return {name: _in_pieces(one) for name, one in value.items()}
    return [_in_pieces(one) for one in value] if isinstance(value, (list, tuple)) else value


def loads(text: str, line: int) -> Any:
    """The value of a JSON text that begins on that line of a file; ReadError names the line of what is wrong.

    Numbers with a point or an exponent are Decimals with their digits.
    """
    try:
        return json.loads(text, object_pairs_hook=_object, parse_float=_number, parse_constant=_constant)
    except json.JSONDecodeError as error:
        place = f"line {line + error.lineno - 1}, column {error.colno}"
        raise ReadError(f"{place}: {error.msg}: this is no JSON; mend it or write the file anew") from None
    except RecursionError:
        raise ReadError(
            f"line {line}: lists and objects stand too deep in each other: this is no file of ours"
        ) from None
    except ValueError as error:
        raise ReadError(f"from line {line} on: {error}") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
        raise ValueError(f"the key {shown(twice)} stands twice in one object: leave one of them")
    return found


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{shown(text)} is out of the range of decimals: give a smaller exponent") from None


def _constant(text: str) -> None:
    raise ValueError(f"{text} is no number: give a finite number, or null where it is unknown")


def check_keys(value: Mapping[str, Any], known: Collection[str]) -> None:
    """ValueError if an object has a key that is not known there: to leave it alone would lose what stands under it."""
    for key in value:
        if key not in known:
            like = difflib.get_close_matches(str(key), known, 1)
            remedy = f"write {like[0]!r}, or take it out" if like else "take it out"
            raise ValueError(f"the key {shown(key)} is not known here: {remedy}")


def check_version(version: object, place: str) -> None:
    """ReadError if a file is of a newer format version than this library's, or of none."""
    if type(version) is not int or version < 1:
        raise ReadError(
            f"{place}: the format version is {shown(version)}: give {FORMAT_VERSION}, or write the file anew"
        )
    if version > FORMAT_VERSION:
        read = f"this library reads versions up to {FORMAT_VERSION}"
        raise ReadError(f"{place}: the file has format version {version}, and {read}: install a newer shandong-econ")


def check_mark(value: object, place: str) -> dict[str, Any]:
    """The object that bears our mark, of a version that can be read; ReadError for any other value."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise ReadError(f'{place}: the mark "format": "{FORMAT}" is missing: give a file that this library wrote')
    check_version(value.get("version"), place)
    return value
