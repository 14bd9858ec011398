"""Lines as they may be of a table whose cells no more than spaces hold apart: a name and the values behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import attrs

from shandong_econ.grids.surroundings import gives_unit, is_caption, is_note, may_name
from shandong_econ.model import Span

_VALUE = re.compile(r"[-+−－]?\d[\d,]*(?:\.\d+)?[%％]?[\^*]?|[-—–…]{1,2}|\.\.\.|#")
_CELL = re.compile(  # (+5.7), 3.1 [a], 2 761.3
    r"(?:[(\[（]?[-+−－<>＜＞≤≥]?(?:\d{1,3}(?: \d{3})+|\d[\d,]*)(?:\.\d+)?[%％]?[)\]）]?|[-—–…/#*]{1,2}|\.{3,6})"
    r"(?: ?[\[(（*^]\w{0,2}[)\]）]?){0,2}"
)
_SPREAD = r"[\u3400-\u9fff](?: [\u3400-\u9fff])+(?!\S)|(?:1 9|2 0)(?: \d){2}(?!\S)"  # 总 计, 2 0 1 7 are one
_WORD = re.compile(rf"{_SPREAD}|\S+")
_FIELD = re.compile(rf"#?[\u3400-\u9fff](?: {{2,8}}|\u3000)[\u3400-\u9fff](?!\S)|{_SPREAD}|\S+(?: \S+)*")  # 项    目
_YEAR = re.compile(r"(?:19|20)\d\d")
_FAR = " " * 4  # before a value that is alone
_NUMBERED = re.compile(r"\d{1,2}(?:[-–—]\d{1,2}){1,2}\s(?!月)\D")  # the name of a table: 2-4 地区生产总值
_WIDE = "\u2e80"  # characters from here on are two wide
_GAP = re.compile(r"\S(?:[ \xa0]{2}|\u3000)")
MOST_COLUMNS = 100
"""How many columns lines that no more than spaces hold apart may have."""
FEWEST = 2
"""How many values make a line one of a table, wherever they stand."""


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
        may = may_name(said) or (
            1 < len(self.fields) <= MOST_COLUMNS and all(may_name(self.cut(span)) for span in self.fields)
        )
        return may and not (_stands_beside(said) or _NUMBERED.match(said))

    @cached_property
    def fields(self) -> tuple[Span, ...]:
        """What more than one space holds apart, but for a mark before a name."""
        found = [Span(self.start + one.start(), self.start + one.end()) for one in _FIELD.finditer(self.text)]
        if len(found) > 1 and self.cut(found[0]) == "#":
            found[:2] = [Span(found[0].start, found[1].end)]
        return tuple(found)

    def cut(self, span: Span) -> str:
        """The words at a place of it."""
        return self.text[span.start - self.start : span.end - self.start]

    @cached_property
    def pieces(self) -> tuple[Span, ...]:
        """What more than one space holds apart, with each of the values that stand last in it by itself."""
        found: list[Span] = []
        for field in self.fields:
            if _CELL.fullmatch(self.text, field.start - self.start, field.end - self.start):
                found.append(field)
                continue
            place = field.start - self.start, field.end - self.start
            words = [match.span() for match in _WORD.finditer(self.text, *place)]
            last = len(words)
            while last and _VALUE.fullmatch(self.text, *words[last - 1]):
                last -= 1
            found += [Span(field.start, self.start + words[last - 1][1])] if last else []
            found += [Span(self.start + one, self.start + other) for one, other in words[last:]]
        return tuple(found)

    @cached_property
    def told(self) -> Sequence[str]:
        """The values of a line laid out as a row: half of the pieces behind its first are, and not all are years."""
        if _GAP.search(self.text) is None or len(self.pieces) < FEWEST:
            return ()
        words = [self.cut(span) for span in self.pieces[1:]]
        values = [one for one in words if _CELL.fullmatch(one)]
        is_row = 2 * len(values) >= len(words) and not all(map(_YEAR.fullmatch, values))
        return values if is_row and not _stands_beside(" ".join(self.text.split())) else ()

    def extents(self, spans: Sequence[Span], width: int) -> list[tuple[int, int]]:
        """From which place to which words of it stand on paper, if characters of Chinese are so wide."""
        found, at, place = [], 0, 0
        for span in spans:
            start = place + _width(self.text[at : span.start - self.start], width)
            at = span.end - self.start
            place = start + _width(self.text[span.start - self.start : at], width)
            found.append((start, place))
        return found

    def heads(self, count: int) -> Sequence[Span]:
        """What may be heads of so many columns: what more than one space holds apart, or any."""
        fields = self.fields
        is_wide = len(fields) - count in (0, 1) or (len(fields) > 1 and len(self.words) - count not in (0, 1))
        return fields if is_wide else self.words


def spaced_line(text: str, start: int) -> SpacedLine:
    """What a line that stands from a place on has."""
    found = [*_WORD.finditer(text)]
    words = tuple(Span(start + match.start(), start + match.end()) for match in found)
    last = len(words)
    while last and _VALUE.fullmatch(found[last - 1][0]):
        last -= 1
    if not last and len(words) > FEWEST and _YEAR.fullmatch(found[0][0]):
        last = 1
    if last == len(words) - 1 and last and text[: found[last].start()].endswith(_FAR):
        return SpacedLine(Span(words[0].start, words[last - 1].end), words[last:], words, text, start)
    if len(words) - last < FEWEST or all(_YEAR.fullmatch(match[0]) for match in found[last:]):
        last = len(words)
    name = Span(words[0].start, words[last - 1].end) if last else None
    return SpacedLine(name, words[last:], words, text, start)


def _stands_beside(said: str) -> bool:
    return is_caption(said) or gives_unit(said) or is_note(said)


def _width(text: str, of_wide: int) -> int:
    return len(text) if text.isascii() else len(text) + (of_wide - 1) * sum(sign >= _WIDE for sign in text)
