"""Tables inside a plain text: lines whose cells tabs, upright strokes or spaces hold apart, as pasted or typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from shandong_econ.grids.grid import MOST_PLACES, Cell, Grid
from shandong_econ.grids.laying import levels_of
from shandong_econ.grids.spaced import spaced_table
from shandong_econ.grids.spaced_lines import spaced_line
from shandong_econ.grids.surroundings import MOST_OVER, gives_unit, is_caption, is_note, may_name, sets_scene
from shandong_econ.model import Span

_LINE = re.compile(r"([^\n\r]*)(?:\r\n|\r|\n|\Z)")
_RULE = re.compile(r"(?=[^\n]*[-=])[\s|+:=\-]+")  # |---|:--:| of Markdown, +====+ of others
_VALUES = re.compile(r"(?:[\d%％—–…^#-][ \u3000]+| {2}|\u3000)[-+−－\d.,]{0,20}[\d%％—–…^#-][ \u3000]*$", re.M)
_VALUE_BEHIND = re.compile(r"\t[ ]*[-+]?\d[\d,]*(?:\.\d+)?[ ]*(?:\t|\Z)")
_NUMBER = re.compile(r"(?:表 ?|Table )?\d{1,2}[-–—]\d{1,2}(?:[-–—]\d{1,2})?")
_EDGES = " \t\u3000\xa0\u2002\u2003\u200b\ufeff"
_FIGURE = re.compile(r"\d")
_ONE_OF_A_TABLE = 40  # characters of a line without a mark between rows: the head of a section
_FAR = 4  # lines, empty ones too, from a table to what names it


@attrs.frozen
class _Words:
    """Words without the spaces round them, and how many characters of Chinese those before them are wide."""

    text: str
    span: Span
    indent: float


@attrs.frozen
class _Line:
    """A line of a text: as it stands, from its place on, and its words."""

    text: str
    start: int

    @property
    def words(self) -> _Words:
        return _words(self.text, self.start)

    @property
    def is_rule(self) -> bool:
        return _RULE.fullmatch(self.text) is not None


def tables_in(text: str) -> tuple[Grid, ...]:
    r"""The tables in a text: rows are lines with tabs or upright strokes, or end in values; the text stays as it is.

    Lines that are laid out as rows, but of which the columns cannot be told, are a table of one column.

    >>> text = "出口如下\n指标\t2022\t2021\n出口\t20309\t17582\n"
    >>> [cell.span.cut(text) for cell in tables_in(text)[0].cells]
    ['指标', '2022', '2021', '出口', '20309', '17582']
    """
    if "\t" not in text and "|" not in text and _VALUES.search(text) is None:
        return ()
    lines = [_Line(match[1], match.start()) for match in _LINE.finditer(text)]
    return tuple(_grids(lines, text))


def _words(text: str, start: int) -> _Words:
    words = text.strip(_EDGES)
    before = text[: len(text) - len(text.lstrip(_EDGES))] if words else ""
    start += len(before)
    indent = sum(1.0 if sign in "\u3000\u2003" else 0.5 for sign in before if sign != "\t")
    return _Words(words, Span(start, start + len(words)), indent)


def _grids(lines: Sequence[_Line], text: str) -> Iterator[Grid]:
    has_values = any(map(_VALUES.search, [line.text for line in lines]))
    spaced = [spaced_line(line.text, line.start) for line in lines] if has_values else []
    at = taken = 0
    count = len(lines)
    while at < count:
        said = lines[at].text
        may = "\t" in said or "|" in said  # as most lines do not
        mark = next((mark for mark in "\t|" if _has(lines[at], mark)), None) if may else None
        if mark is None:
            if not (spaced and (spaced[at].values or spaced[at].told)):
                at += 1
                continue
            found = spaced_table(spaced, at, taken, text)
            at = found.end
            if found.cells:
                over = _over(lines[max(taken, found.begin - _FAR) : found.begin])
                taken = at
                yield _named(found.cells, over, [*_notes(lines[at : at + _FAR])])
            continue
        end = _end(lines, at, mark)
        if (grid := _grid(lines[max(taken, at - _FAR) : at], lines[at:end], lines[end : end + _FAR], mark)) is not None:
            taken = end
            yield grid
        at = end


def _has(line: _Line, mark: str) -> bool:
    return mark in line.text.strip(" ") and bool(line.text.strip(_EDGES + "|"))


def _end(lines: Sequence[_Line], start: int, mark: str) -> int:
    """Where the lines end that have the mark; a short one without it may stand between two that have."""
    at = start + 1
    while at < len(lines):
        line = lines[at]
        told = 1 + (mark == "\t" and at + 1 < len(lines) and _says_both(line, lines[at + 1]))
        goes_on = at + told < len(lines) and _has(lines[at + told], mark)
        goes_on = goes_on and (mark in line.text or (mark == "\t" and _is_section(line.words.text)))  # empty cells
        goes_on = goes_on and (told == 1 or _VALUE_BEHIND.search(lines[at + told].text) is not None)
        if not (_has(line, mark) or goes_on or (mark == "|" and line.is_rule)):
            break
        at += told if goes_on else 1
    return at


def _says_both(line: _Line, after: _Line) -> bool:
    """Whether of two lines without a mark the second says in English what the first says in Chinese."""
    one, other = line.words.text, after.words.text
    return other.isascii() and not one.isascii() and "\t" not in line.text + after.text and _is_section(other)


def _is_section(words: str) -> bool:
    words = words.rstrip(":：")
    return len(words) <= _ONE_OF_A_TABLE and may_name(words) and not (is_caption(words) or sets_scene(words))


def _grid(before: Sequence[_Line], lines: Sequence[_Line], after: Sequence[_Line], mark: str) -> Grid | None:
    """The grid of lines with the same mark, if they are a table: two rows of two cells, and a figure among them."""
    rule = next((line.start for line in lines[1:] if line.is_rule), None) if mark == "|" else None
    rows = [(line, list(_fields(line, mark))) for line in lines if mark == "\t" or not line.is_rule]
    full = [n for n, (_, fields) in enumerate(rows) if sum(bool(field.text) for field in fields) > 1]
    while len(full) > 2 and _is_numbered(rows[full[0]][1]):
        del full[0]
    if len(full) < 2 or not any(_FIGURE.search(line.text) for line in lines):
        return None
    last = len(rows)
    while last - 1 > full[-1] and is_note(rows[last - 1][0].words.text):
        last -= 1
    over = [*_over(before), *(_alone(fields) for _, fields in rows[: full[0]] if _may_stand_over(_alone(fields).text))]
    under = [*(_alone(fields) for _, fields in rows[last:]), *_notes(after)]
    rows = rows[full[0] : last]
    width = max(len(fields) for _, fields in rows)
    if len(rows) * width > MOST_PLACES:
        return None
    return _named(tuple(_cells(rows, rule)), over, under)


def _named(cells: Sequence[Cell], over: Sequence[_Words], under: Sequence[_Words]) -> Grid:
    """The table of cells with the lines over it, of which one names it, and those under it."""
    caption = next((words.span for words in over if not sets_scene(words.text)), None)
    return Grid(
        cells,
        Span(cells[0].span.start, cells[-1].span.end),
        caption,
        [words.span for words in over if words.span != caption],
        [words.span for words in under],
    )


def _fields(line: _Line, mark: str) -> Iterator[_Words]:
    """The words between the marks of a line; those before the first stroke and after the last are none if empty."""
    text, start = line.text, line.start
    if mark == "|":
        words = line.words
        text, start = words.text, words.span.start
        if text.startswith("|"):
            text, start = text[1:], start + 1
        text = text.removesuffix("|")
    for field in text.split(mark):
        words = _words(field, start)
        yield _unmarked(words) if mark == "|" else words
        start += len(field) + 1


def _unmarked(words: _Words) -> _Words:
    """The words without the asterisks with which Markdown makes them strong."""
    bare = words.text.strip("*")
    stars = words.text.find(bare) if bare else 0
    if not stars or len(words.text) != len(bare) + 2 * stars:
        return words
    return _Words(bare, Span(words.span.start + stars, words.span.end - stars), words.indent)


def _cells(rows: Sequence[tuple[_Line, Sequence[_Words]]], rule: int | None) -> Iterator[Cell]:
    levels = levels_of((n, words.indent) for _, fields in rows for n, words in enumerate(fields) if words.text)
    for row, (line, fields) in enumerate(rows):
        is_head = None if rule is None else line.start < rule
        for column, words in enumerate(fields):
            level = levels[column][words.indent] if words.text else 0
            yield Cell(words.span, row, column, indent=level, is_head=is_head)


def _alone(fields: Sequence[_Words]) -> _Words:
    told = [field for field in fields if field.text] or fields
    if not _is_numbered(fields):
        return told[0]
    return _Words(" ".join(field.text for field in told), Span(told[0].span.start, told[1].span.end), told[0].indent)


def _is_numbered(fields: Sequence[_Words]) -> bool:
    """Whether a row has no more than the number of a table and its name: 7-3, 居民消费价格指数."""
    number, *names = [field.text for field in fields if field.text] or [""]
    return len(names) == 1 and _NUMBER.fullmatch(number) is not None and may_name(names[0]) and names[0][0].isalpha()


def _may_stand_over(words: str) -> bool:
    return sets_scene(words) or is_caption(words) or may_name(words)


def _over(lines: Sequence[_Line]) -> list[_Words]:
    """The lines right over a table that name it or give its unit or time, three at most, and empty ones between.

    English ones that say again what one in Chinese over them says are no more.
    """
    found: list[_Words] = []
    named: list[_Words] = []
    for line in reversed(lines):
        words = line.words
        if not words.text:
            continue
        if not _may_stand_over(words.text) or len(found) - max(len(named) - 1, 0) == MOST_OVER:
            break
        if not sets_scene(words.text):
            if named and not named[0].text.isascii():
                break
            named.insert(0, words)
        found.insert(0, words)
    if named and named[0].text.isascii():  # none is in Chinese: only the last names the table
        return found[found.index(named[-2]) + 1 :] if len(named) > 1 else found
    return found


def _notes(lines: Sequence[_Line]) -> Iterator[_Words]:
    """The notes right under a table, of which the first may be its unit."""
    for n, line in enumerate(lines):
        is_unit = n == 0 and gives_unit(line.words.text)
        if line.words.text and not (is_unit or is_note(line.words.text)):
            return
        if line.words.text:
            yield line.words
