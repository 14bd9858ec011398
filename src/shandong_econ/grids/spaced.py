"""Tables in a text whose cells no more than spaces hold apart, as pasted from a PDF: rows that end in values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from shandong_econ.grids.grid import Cell
from shandong_econ.grids.surroundings import gives_unit, is_caption, is_note, may_name
from shandong_econ.model import Span

_VALUE = re.compile(r"[-+−－]?\d[\d,]*(?:\.\d+)?[%％]?[\^*]?|[-—–…]{1,2}|\.\.\.|#")
_SPREAD = r"[\u3400-\u9fff](?: [\u3400-\u9fff])+(?!\S)|(?:1 9|2 0)(?: \d){2}(?!\S)"  # 总 计, 2 0 1 7 are one
_WORD = re.compile(rf"{_SPREAD}|\S+")
_FIELD = re.compile(rf"#?[\u3400-\u9fff] {{2,8}}[\u3400-\u9fff](?!\S)|{_SPREAD}|\S+(?: \S+)*")  # 项    目
_YEAR = re.compile(r"(?:19|20)\d\d")
_FAR = " " * 4  # before a value that is alone
_NUMBERED = re.compile(r"\d{1,2}(?:[-–—]\d{1,2}){1,2}\s(?!月)\D")  # the name of a table: 2-4 地区生产总值
_WIDE = "\u2e80"  # characters from here on are two wide
_LEAST, _FEWEST = 3, 2  # rows of a table, and values of a row
_MANY = 4  # values of each of two rows that are a table
_AHEAD = 50  # rows among which the longest name is looked for
_MOST_HEADS = 5  # lines

_Heads = list[tuple[Span, int, int]]  # words, their first column, and how many they stand over


@attrs.frozen
class SpacedLine:
    """A line as one of a table: the name with which it begins, and the several values with which it ends."""

    name: Span | None
    values: tuple[Span, ...]
    words: tuple[Span, ...]
    text: str
    start: int

    @property
    def is_of_year(self) -> bool:
        """Whether its name is a year."""
        end = 0 if self.name is None else self.name.end - self.start
        return _YEAR.fullmatch(self.text[:end].replace(" ", "")) is not None

    @property
    def may_be_of_table(self) -> bool:
        """Whether a line without values may be a head, a section or a piece of a name."""
        said = " ".join(self.text.split())
        stands_beside = is_caption(said) or gives_unit(said) or is_note(said) or _NUMBERED.match(said)
        return may_name(said) and not stands_beside

    @property
    def fields(self) -> tuple[Span, ...]:
        """What more than one space holds apart."""
        return tuple(Span(self.start + one.start(), self.start + one.end()) for one in _FIELD.finditer(self.text))

    def heads(self, count: int) -> Sequence[Span]:
        """What may be heads of so many columns: what more than one space holds apart, or any."""
        fields = self.fields
        is_wide = len(fields) - count in (0, 1) or (len(fields) > 1 and len(self.words) - count not in (0, 1))
        return fields if is_wide else self.words

    def extent(self, span: Span) -> tuple[int, int]:
        """From which place to which words of the line stand on paper."""
        before, own = (self.text[: span.start - self.start], self.text[span.start - self.start : span.end - self.start])
        start = len(before) + sum(sign >= _WIDE for sign in before)
        return start, start + len(own) + sum(sign >= _WIDE for sign in own)


def spaced_line(text: str, start: int) -> SpacedLine:
    """What a line that stands from a place on has."""
    found = [*_WORD.finditer(text)]
    words = tuple(Span(start + match.start(), start + match.end()) for match in found)
    last = len(words)
    while last and _VALUE.fullmatch(found[last - 1][0]):
        last -= 1
    if not last and len(words) > _FEWEST and _YEAR.fullmatch(found[0][0]):
        last = 1
    if last == len(words) - 1 and last and text[: found[last].start()].endswith(_FAR):
        return SpacedLine(Span(words[0].start, words[last - 1].end), words[last:], words, text, start)
    if len(words) - last < _FEWEST or all(_YEAR.fullmatch(match[0]) for match in found[last:]):
        last = len(words)
    name = Span(words[0].start, words[last - 1].end) if last else None
    return SpacedLine(name, words[last:], words, text, start)


def spaced_table(lines: Sequence[SpacedLine], at: int, least: int, text: str) -> tuple[int, int, list[Cell]]:
    """Where a table begins and ends whose first values stand in a line, and its cells, none if it is no table.

    Its rows have as many values each. Its heads are as many, or stand over groups of them; a list of one value each
    has none, and a line that gives the unit stands over it.
    """
    count = len(lines[at].values)
    first = at - 1 if lines[at].name is None and at > least and lines[at - 1].may_be_of_table else at
    rows, end = _body(lines, first, count)
    begin, heads = (at, []) if count < _FEWEST else _heads(lines, first, least, text, count)
    is_list = count < _FEWEST and at > least and gives_unit(lines[at - 1].text.strip())
    full = sum(bool(values) for _, values in rows)
    if full < _LEAST - (count >= _MANY) or not (heads or is_list):
        return at, max(end, at + 1), []
    cells = [Cell(span, n, column, columns=width) for n, line in enumerate(heads) for span, column, width in line]
    for n, (name, values) in enumerate(rows, len(heads)):
        cells += [Cell(span, n, column) for column, span in enumerate((name, *values))]
    return begin, end, cells


def _body(lines: Sequence[SpacedLine], at: int, count: int) -> tuple[list[tuple[Span, tuple[Span, ...]]], int]:
    """The names and values of the rows, those of sections without values, and the line after the last.

    A line alone that is as long as the longest name goes on in the next line; values without a name stand in the
    middle of the lines of theirs, of which the first is taken. An empty line may part two rows.
    """
    names = [line.name for line in lines[at : at + _AHEAD] if line.name and len(line.values) == count]
    longest = max((name.end - name.start for name in names), default=0)
    rows: list[tuple[Span, tuple[Span, ...]]] = []
    opening: Span | None = None
    end = at
    while at < len(lines):
        line = lines[at]
        name = line.name
        if not line.words and rows and opening is None and at + 1 < len(lines) and lines[at + 1].name:
            line = lines[at := at + 1]
            name = line.name
            if len(line.values) != count:
                break
        if not line.values and line.may_be_of_table and opening is None:
            opening, at = name, at + 1
            continue
        if len(line.values) != count or (name is None and opening is None):
            break
        if name is None:
            name = opening
            at += _has_rest(lines[at + 1 : at + 3])
        elif opening is not None and opening.end - opening.start >= longest - 1 and not line.is_of_year:
            name = Span(opening.start, name.end)
        elif opening is not None:
            rows.append((opening, ()))
        assert name is not None
        rows.append((name, line.values))
        opening, at = None, at + 1
        end = at
    return rows, end


def _has_rest(after: Sequence[SpacedLine]) -> bool:
    """Whether the line after values without a name has the rest of it, and is not the name of the next."""
    rest = bool(after) and not after[0].values and after[0].may_be_of_table
    return rest and not (len(after) > 1 and after[1].name is None and bool(after[1].values))


def _heads(lines: Sequence[SpacedLine], at: int, least: int, text: str, count: int) -> tuple[int, list[_Heads]]:
    """Where the heads over a row begin, and their cells line by line; a word alone between two lines is beside them."""
    heads: list[_Heads] = []
    corner: _Heads = []
    begin, is_wide = at, False
    groups = [*range(1, count + 2)]  # where the heads of a line begin, and the end
    while at > least and len(heads) < _MOST_HEADS and lines[at - 1].may_be_of_table:
        at -= 1
        words = lines[at].fields if is_wide else lines[at].heads(len(groups) - 1)
        is_wide = is_wide or len(words) < len(lines[at].words)
        if len(words) == 1 and not corner:
            corner = [(words[0], 0, 1)]
            continue
        if heads and len(words) < len(groups) - 1:
            below = [one for one in heads[0] if one[1]]
            groups = _grouped([span.cut(text) for span, _, _ in below], groups)
            if len(words) not in (len(groups) - 1, len(groups)):
                groups = _under(lines[at], words, lines[begin], below, text) or groups
        first = len(words) - (len(groups) - 1)
        names = [*words[:first]]
        if first == 2 and len({span.cut(text).isascii() for span in names}) == 2:
            names = [Span(names[0].start, names[1].end)]  # 项目  Item
        if first < 0 or len(names) > 1:
            break
        if heads and heads[0][0][1]:
            heads[0] = corner + heads[0]
        own = [(span, one, two - one) for span, (one, two) in zip(words[first:], pairwise(groups), strict=True)]
        heads[0:0] = [[*((span, 0, 1) for span in names), *own]]
        begin, corner = at, []
    return begin, heads


def _grouped(words: Sequence[str], groups: Sequence[int]) -> list[int]:
    """Where groups of heads begin that are alike, from the first on; those behind are each one by itself."""
    for size in range(1, len(words) // 2 + 1):
        alike = 1
        while words[alike * size : (alike + 1) * size] == words[:size]:
            alike += 1
        if alike > 1 and size > 1:
            return [*groups[: alike * size : size], *groups[alike * size :]]
    return [*groups]


def _under(line: SpacedLine, words: Sequence[Span], lower: SpacedLine, below: _Heads, text: str) -> list[int]:
    """Where groups of heads begin over each of which one of a line stands, none if that cannot be seen.

    A group goes on until a word comes again in it or, where the first of the line stands over the first of all, one
    comes that the next of the line stands over.
    """
    over = [line.extent(span) for span in words]
    places = [lower.extent(span) for span, _, _ in below]
    over = over[over[0][1] <= places[0][0] :]
    is_left = _meet(over[0], places[0])
    found: list[int] = []
    seen: set[str] = set()
    for (span, column, _), place in zip(below, places, strict=True):
        word = span.cut(text)
        if len(found) < len(over) and (not found or word in seen or (is_left and _meet(over[len(found)], place))):
            found.append(column)
            seen = set()
        seen.add(word)
    column, width = below[-1][1:]
    return [*found, column + width] if len(found) == len(over) else []


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
