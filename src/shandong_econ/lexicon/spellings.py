"""The spellings that a cell of a table holds: several after another, and several in one by their alternatives."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.errors import LexiconError

_MARKS = re.compile(r"[\[\]|]")
_ALTERNATIVES = re.compile(r"\[([^\[\]]*)\]")


@cache
def spellings(cell: str) -> tuple[str, ...]:
    """Every spelling of a cell, without end of line, in order; LexiconError quotes one that cannot be read.

    They are parted by semicolons. What differs between spellings stands in square brackets, parted by bars, and may be
    nothing.

    >>> spellings("[urban|rural] [per capita |]income;earnings")
    ('urban per capita income', 'urban income', 'rural per capita income', 'rural income', 'earnings')
    >>> spellings("")
    ()
    >>> spellings("[urban|rural income")
    Traceback (most recent call last):
        ...
    shandong_econ.errors.LexiconError: '[urban|rural income' has a mark alone: write alternatives as [one|other]
    """
    plain = not _MARKS.search(cell)
    words = [word for each in cell.split(";") for word in ([each] if plain else _spelt(each))] if cell else []
    if not all(words):
        raise LexiconError(f"{cell!r} has a spelling of nothing: take away a bar or a semicolon")
    return tuple(words)


def _spelt(pattern: str) -> list[str]:
    words = [""]
    for number, part in enumerate(_ALTERNATIVES.split(pattern)):
        if number % 2:
            words = [word + chosen for word in words for chosen in part.split("|")]
        elif _MARKS.search(part):
            raise LexiconError(f"{pattern!r} has a mark alone: write alternatives as [one|other]")
        else:
            words = [word + part for word in words]
    return words
