"""The lines beside a table that belong to it: its caption, the line of its unit, and the notes under it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from shandong_econ.grids.laying import Entry, Table

_LONGEST = 80  # characters of a line that names a table, without the end of a sentence
MOST_OVER = 3
"""How many lines may stand over a table: a caption, a time and a unit."""
_ENDS = "。；;：:，,！？!?."
_BRACKETED = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*")
_MONEY = re.compile(r"(?:[A-Z]{3}|[A-Z]{2}\$) ?[\d, ]{0,12}(?:[mb]n|thousand|[mb]illion)(?: ?[,;/] ?%)?", re.I)
_BASE = re.compile(r"[^,，。;；]{0,30}[=＝为] ?100\W*")  # 以上年价格为100
_NUMBERED = r"\s*(?:[A-Z]?\d|[IVX]+\b|[一二三四五六七八九十]+(?:[\s:：.、]|$)|[:：])"


def is_caption(line: str) -> bool:
    """Whether a line says that it names a table: 表1 主要指标, Table 2: Trade.

    >>> is_caption("表1-2 各市生产总值"), is_caption("表彰大会召开")
    (True, False)
    """
    line = line.strip()
    return len(line) <= 2 * _LONGEST and line[-1:] not in _ENDS and _captions().match(line) is not None


def may_name(line: str) -> bool:
    """Whether a line right over a table may name it: it is short, though English takes more room, and no sentence."""
    line = line.strip()
    return 0 < len(line) <= (2 if line.isascii() else 1) * _LONGEST and line[-1] not in _ENDS


def gives_unit(line: str) -> bool:
    """Whether a line gives the unit of a table, or the units; one that is all in brackets does, and names nothing.

    >>> [gives_unit(line) for line in ("（单位：亿元、%）", "(percentage points)", "USD million, %", "单位和个人增加")]
    [True, True, True, False]
    """
    if len(line) > _LONGEST:
        return False
    is_whole = _BRACKETED.fullmatch(line) is not None or _MONEY.fullmatch(line.strip()) is not None
    return is_whole or _units().search(line) is not None


def tells_time(line: str) -> bool:
    """Whether a line says of which time a table is, and no more; one with a day may be when it was published.

    >>> tells_time("（2024年10月末）"), tells_time("January to May 2023"), tells_time("May 3, 2023")
    (True, True, False)
    """
    if len(line) > _LONGEST or not any(map(str.isalpha, line)) or _times().sub("", line):
        return False
    return len(re.findall(r"\d+", line)) == 1 or not line.isascii()


def sets_scene(line: str) -> bool:
    """Whether a line gives the unit, the time or the base of a table, and names nothing."""
    return gives_unit(line) or tells_time(line) or _BASE.fullmatch(line) is not None


def is_note(line: str) -> bool:
    """Whether a line is a note as they stand under a table: 注：本表为初步核算数."""
    return _notes().match(line.strip()) is not None


def names_nothing(sheet: str) -> bool:
    """Whether a sheet has the name that a program gave it: Sheet1.

    >>> names_nothing("Sheet1"), names_nothing("表1-2 外贸")
    (True, False)
    """
    return _sheets().fullmatch(sheet.strip()) is not None


@cache
def _words(role: str) -> str:
    text = (files("shandong_econ.grids") / "surroundings.toml").read_text(encoding="utf-8")
    return "|".join(map(re.escape, sorted(tomllib.loads(text)[role], key=len, reverse=True)))


@cache
def _captions() -> re.Pattern[str]:
    return re.compile(rf"[(（【\[]?(?:{_words('caption')}){_NUMBERED}")


@cache
def _units() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s(（，,、:：。])(?:{_words('unit')})\s*[:：]\s*\S", re.I)


@cache
def _times() -> re.Pattern[str]:
    return re.compile(rf"{_words('time')}|[\d\s,，.—–\-~～、()（）]", re.I)


@cache
def _sheets() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('sheet')})\s?\d*", re.I)


@cache
def _notes() -> re.Pattern[str]:
    return re.compile(rf"[(（【\[*]?\s*(?:{_words('note')})\s*\d*\s*[:：.、]", re.I)


def gathered(blocks: Iterable[str | Table]) -> Iterator[str | Table]:
    """The blocks, each table with the lines that belong to it, from over it, from under it and from its own rows.

    A paragraph comes line by line.
    """
    waiting: list[str] = []  # lines over which it is not known yet whether a table follows
    table: Table | None = None  # a table under which notes may follow
    for block in blocks:
        if isinstance(block, str):
            for line in _lines(block):
                if table is not None and is_note(line):
                    table = attrs.evolve(table, below=(*table.below, line))
                    continue
                if table is not None:
                    yield table
                    table = None
                waiting.append(line)
                while len(waiting) > MOST_OVER or (waiting and not _is_over(waiting[0])):
                    yield waiting.pop(0)
            continue
        if table is not None:
            yield table
        table = with_lines_of_its_rows(block)
        while waiting and not _belong(waiting, table):
            yield waiting.pop(0)
        table, waiting = _under(waiting, table), []
    if table is not None:
        yield table
    yield from waiting


def _lines(block: str) -> list[str]:
    return [line for each in block.splitlines() if (line := each.strip(" \t\u3000\xa0\u200b"))]


def _is_over(line: str) -> bool:
    return is_caption(line) or sets_scene(line) or may_name(line)


def _belong(lines: Sequence[str], table: Table) -> bool:
    """Whether all lines belong to the table under them: one that names it, lines of units and times, in any order."""
    names = [line for line in lines if not sets_scene(line)]
    return len(names) <= 1 and all(is_caption(line) or (table.caption is None and may_name(line)) for line in names)


def _under(lines: Sequence[str], table: Table) -> Table:
    """The table under lines that belong to it; its own caption, if it has one, then comes after theirs."""
    units = tuple(line for line in lines if sets_scene(line))
    names = [line for line in lines if not sets_scene(line)]
    own = (table.caption,) if names and table.caption is not None else ()
    return attrs.evolve(table, caption=names[0] if names else table.caption, above=(*own, *units, *table.above))


def with_lines_of_its_rows(table: Table) -> Table:
    """The table whose first rows of one cell are its caption and other lines above, and whose last are its notes."""
    rows: dict[int, list[Entry]] = {}
    for entry in table.entries:
        if entry.words:
            rows.setdefault(entry.row, []).append(entry)
    width = max((entry.column + entry.columns for entry in table.entries), default=0)
    order = sorted(rows)
    first, last = 0, len(order)
    while first < last and _is_alone(rows[order[first]], width):
        first += 1
    if first == last:  # a list is no title of nothing
        return table
    while _is_alone(rows[order[last - 1]], width) and is_note(rows[order[last - 1]][0].words):
        last -= 1
    over = [entry.words for row in order[:first] for entry in rows[row]]
    names = [words for words in over if not sets_scene(words)][:1] if table.caption is None else []
    return attrs.evolve(
        table,
        entries=tuple(entry for entry in table.entries if order[first] <= entry.row <= order[last - 1]),
        caption=names[0] if names else table.caption,
        above=(*table.above, *(words for words in over if words not in names)),
        below=(*(rows[row][0].words for row in order[last:]), *table.below),
    )


def _is_alone(entries: Sequence[Entry], width: int) -> bool:
    """Whether a row has one cell alone, which is no head of a column: it begins on the left, or gives the unit."""
    one = entries[0]
    if len(entries) > 1 or one.rows > 1:
        return False
    return one.column == 0 or 2 * one.columns > width or gives_unit(one.words) or is_caption(one.words)
