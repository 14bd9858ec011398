"""A table as lines of text, a row a line, in the order of words in which a sentence tells the same.

A unit that stands in the head of a column, beside the name of a row or in a column of its own is put after each value.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import attrs

_NUMBER = re.compile(r"[+\-−－±]?\s?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?\s?[%％‰]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(（]([^()（）]{1,20})[)）]\s*\Z")
_PERCENT_LAST = re.compile(r"(?:(?<![±＋+－\-/])[±＋+－\-/]+)?(?:(?<!\s)\s+)?([%％])\s*\Z")
_HAN = re.compile("[\u3400-\u9fff]")
_LARGEST = 1_000_000
"""Cells of a table that is put in order; a larger one is no table of a bulletin, and its cells stand as they are."""

Grid = Sequence[Sequence[str]]


@attrs.frozen
class _Head:
    """What stands over a column: its words, and the unit of its values."""

    words: str = ""
    unit: str | None = None


def lines_of(grid: Grid, unit: str | None = None) -> Iterator[str]:
    """The lines of a table of cells; a cell that spans several places stands in each of them.

    `unit` is that of the whole table, where one stands over it.

    >>> list(lines_of([["指标", "单位", "产量", "增长（%）"], ["粮食", "万吨", "5543.8", "0.8"]]))
    ['粮食，产量5543.8万吨，增长0.8%。']
    >>> list(lines_of([["Item", "Value (billion yuan)", "Growth (%)"], ["GDP", "8,743.5", "3.9"]]))
    ['GDP: 8,743.5 billion yuan, growth 3.9%.']
    """
    rows = _squared([[" ".join(cell.split()) for cell in row] for row in grid])
    body_from = next((n for n, row in enumerate(rows) if any(map(_is_number, row[1:]))), None)
    if body_from is None or len(rows) * len(rows[0]) > _LARGEST:
        yield from filter(None, (" ".join(_distinct(row)) for row in rows))
        return
    above = [row for row in rows[:body_from] if _is_alone(row)]
    units = {row[0]: found for row in map(_distinct, above) if (found := unit_of_all(row[0]))}
    unit = next(iter(units.values()), unit)
    yield from (row[0] for row in map(_distinct, above) if row[0] not in units)
    heads = _heads([row for row in rows[:body_from] if not _is_alone(row)], len(rows[0]))
    for row in rows[body_from:]:
        if line := _line(row, heads, unit):
            yield line


def unit_of_all(words: str) -> str | None:
    """The unit that a line gives for all of a table, if it gives one: 单位：亿元."""
    before, colon, unit = words.strip(" ()（）").replace("：", ":").rpartition(":")
    says = any(before.lower().endswith(word.lower()) for word in _words()["unit"])
    return unit.strip() if colon and says and not re.search(r"[、,，;/\d]", unit) else None


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    text = (files("shandong_econ.sources") / "tables.toml").read_text(encoding="utf-8")
    return MappingProxyType({role: tuple(words) for role, words in tomllib.loads(text).items()})


def _is_one_of(words: str, role: str) -> bool:
    return words.lower() in {word.lower() for word in _words()[role]}


def _squared(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows that say something, each as long as the longest."""
    width = max((len(row) for row in rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows if any(row)] or [[""]]


def _distinct(row: Sequence[str]) -> list[str]:
    """The cells of a row that are not empty, one that spans several places once."""
    return list(dict.fromkeys(cell for cell in row if cell))


def _is_alone(row: Sequence[str]) -> bool:
    """Whether a row says one thing, and that from its first column on: a title, a section, a unit of all."""
    return row[0] != "" and len(_distinct(row)) == 1


def _is_number(cell: str) -> bool:
    """Whether a cell holds a value: a year alone heads a column."""
    return _NUMBER.fullmatch(cell) is not None and _YEAR.fullmatch(cell) is None


def _heads(rows: Grid, width: int) -> list[_Head]:
    return [_joined([_head(words) for words in dict.fromkeys(row[n] for row in rows if row[n])]) for n in range(width)]


def _joined(parts: Sequence[_Head]) -> _Head:
    """One head of those that stand over one another, of which one that only says "value" is left out beside others."""
    telling = [part.words for part in parts if part.words and not _is_one_of(part.words, "level")]
    words = telling or [part.words for part in parts if part.words][:1]
    between = "" if words and _HAN.search(words[0]) else " "
    return _Head(between.join(words), next((part.unit for part in parts if part.unit), None))


def _head(words: str) -> _Head:
    """The head of a column, its unit taken out: 增长（%）, 比上年±%."""
    if match := _IN_BRACKETS.search(words) or _PERCENT_LAST.search(words):
        return _Head(words[: match.start()].rstrip(" ±+-/"), match[1].strip())
    return _Head(words)


def _line(row: Sequence[str], heads: Sequence[_Head], unit_of_table: str | None) -> str:
    """One row as a sentence: its name, and each value with the words over it and its unit."""
    own = next((row[n] for n, head in enumerate(heads) if n and _is_one_of(head.words, "unit")), None)
    name = row[0]
    bracketed = _IN_BRACKETS.search(name) if own is None else None
    if bracketed is not None and _has_values(row):
        name, own = name[: bracketed.start()], bracketed[1]
    chinese = _HAN.search("".join(row) + "".join(head.words for head in heads)) is not None
    said = [
        _said(cell, head, own or unit_of_table, chinese=chinese)
        for cell, head in zip(row[1:], heads[1:], strict=True)
        if not _is_one_of(cell, "empty") and not _is_one_of(head.words, "unit")
    ]
    if not said or _is_alone(row):
        return name
    between, after, end = ("，", "，", "。") if chinese else (", ", ": ", ".")
    return f"{name}{after if name else ''}{between.join(said)}{end}"


def _has_values(row: Sequence[str]) -> bool:
    return any(map(_is_number, row[1:]))


def _said(cell: str, head: _Head, unit: str | None, *, chinese: bool) -> str:
    """A value with its words before it and its unit after it; words in a cell stand as they are."""
    plain = _is_one_of(head.words, "level")
    words = "" if plain else head.words
    if words[1:2].islower():
        words = words[0].lower() + words[1:]  # a word within a sentence, but not GDP
    if _is_number(cell) and cell[-1] not in "%％‰":
        plain = plain or not head.words or _is_one_of(head.words, "time") or re.search(r"\d", head.words) is not None
        measured = head.unit or (unit if plain or _is_measured_as_level(head.words) else None)
        if measured:
            cell = f"{cell}{'' if measured[0] in '%％‰' or _HAN.match(measured) else ' '}{measured}"
    if _YEAR.fullmatch(words):
        return f"{words}年{cell}" if chinese else f"{cell} in {words}"
    gap = "" if not words or (_HAN.search(words[-1]) and not _HAN.match(cell)) else " "
    return f"{words}{gap}{cell}"


def _is_measured_as_level(words: str) -> bool:
    """Whether the only unit that a row has is that of this column, which does not say that it is a change."""
    return not re.search(_changes(), words, re.IGNORECASE)


@cache
def _changes() -> str:
    return "|".join(map(re.escape, _words()["change"]))
