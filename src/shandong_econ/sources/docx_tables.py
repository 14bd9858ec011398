"""A table of a document of a word processor: merged cells, rows that are heads, indents of paragraphs and of styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from shandong_econ.grids import Entry, Table
from shandong_econ.grids.laying import blanks_before, check_size
from shandong_econ.sources.docx_words import WORDS, inside, words_of

_MOST_COLUMNS = 1000
_CHARACTER = 210  # twentieths of a point: a character of Chinese at its usual size
_OFF = frozenset({"0", "false", "off"})


def table_of(table: Any, indents: Mapping[str, float]) -> Table:
    """The table of an element; `indents` are those of the styles of paragraphs, in characters."""
    rows = list(inside(table, f"{WORDS}tr"))
    heads = [_is_on(row, "trPr", "tblHeader") for row in rows]
    entries: list[Entry] = []
    begun: dict[int, int] = {}  # by its column, the entry that a cell which goes on belongs to
    for r, row in enumerate(rows):
        column = _number(row.find(f"{WORDS}trPr/{WORDS}gridBefore"), 0)
        for cell in inside(row, f"{WORDS}tc"):
            width = max(1, _number(cell.find(f"{WORDS}tcPr/{WORDS}gridSpan"), 1))
            check_size(r + 1, column + width, entries[0].words if entries else "")
            if _goes_on(cell) and column in begun and entries[begun[column]].columns == width:
                above = begun[column]
                entries[above] = attrs.evolve(entries[above], rows=r + 1 - entries[above].row)
            else:
                begun[column] = len(entries)
                entries.append(_entry(cell, r, column, width, indents, is_head=heads[r] if any(heads) else None))
            column += width
    return Table(tuple(entries))


def _entry(
    cell: Any, row: int, column: int, width: int, indents: Mapping[str, float], *, is_head: bool | None
) -> Entry:
    paragraphs = list(inside(cell, f"{WORDS}p"))
    words = "\n".join(map(words_of, paragraphs))
    indent = _indent(paragraphs[0], indents) if paragraphs else 0.0
    return Entry(words, row, column, 1, width, indent + blanks_before(words), is_head)


def indents_of_styles(styles: Any) -> Mapping[str, float]:
    """How far in, in characters, paragraphs of each style begin; a style is as the one that it is based on."""
    by_name = {style.get(f"{WORDS}styleId"): style for style in styles.iterchildren(f"{WORDS}style")}
    return {name: _of_style(name, by_name) for name in by_name if name}


def _of_style(name: str | None, styles: Mapping[str, Any]) -> float:
    seen: set[str] = set()
    while name is not None and name in styles and name not in seen:
        seen.add(name)
        found = _of_paragraph(styles[name])
        if found is not None:
            return found
        based = styles[name].find(f"{WORDS}basedOn")
        name = None if based is None else based.get(f"{WORDS}val")
    return 0.0


def _indent(paragraph: Any, indents: Mapping[str, float]) -> float:
    own = _of_paragraph(paragraph)
    if own is not None:
        return own
    style = paragraph.find(f"{WORDS}pPr/{WORDS}pStyle")
    return 0.0 if style is None else indents.get(style.get(f"{WORDS}val"), 0.0)


def _of_paragraph(element: Any) -> float | None:
    """The indent that a paragraph or a style states itself, which a list states by its level; None for none."""
    own = element.find(f"{WORDS}pPr/{WORDS}ind")
    if own is None:
        return None
    said = [
        _measure(own, "leftChars", 100)
        or _measure(own, "startChars", 100)
        or _measure(own, "left", _CHARACTER)
        or _measure(own, "start", _CHARACTER),
        _measure(own, "firstLineChars", 100) or _measure(own, "firstLine", _CHARACTER),
    ]
    return max(0.0, sum(said))


def _measure(element: Any, name: str, unit: int) -> float:
    value = element.get(f"{WORDS}{name}") or ""
    return int(value) / unit if value.removeprefix("-").isdecimal() and len(value) < 10 else 0.0


def _goes_on(cell: Any) -> bool:
    """Whether a cell is the rest of the one above it."""
    merged = cell.find(f"{WORDS}tcPr/{WORDS}vMerge")
    return merged is not None and merged.get(f"{WORDS}val") in (None, "continue")


def _is_on(element: Any, part: str, name: str) -> bool:
    found = element.find(f"{WORDS}{part}/{WORDS}{name}")
    return found is not None and found.get(f"{WORDS}val") not in _OFF


def _number(element: Any, otherwise: int) -> int:
    value = "" if element is None else element.get(f"{WORDS}val") or ""
    return min(int(value), _MOST_COLUMNS) if value.isdecimal() and len(value) < 10 else otherwise
