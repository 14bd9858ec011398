"""The text of a report as paragraphs and tables in which its figures, notes and statements are marked, each place once.

No mark stands within another: where figures overlap, the text is cut, and a piece is the mark of all that cover it.
It is cut, too, where the words begin and end that a part of a figure was read from, so that the script can colour them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

import attrs

from shandong_econ.exporters.html_page.markup import element, text
from shandong_econ.exporters.html_page.tables import CLOSED, OPENED, Shown, Tables, cells_of, row
from shandong_econ.grids import Grid
from shandong_econ.model import Report, Span

_LINE_END = re.compile("(\r\n|[\r\n\v\f\x85\u2028\u2029])")
_CLOSED = tuple('.。;；:：,，!！?？、…"”’)）')
LONGEST_HEAD = 60
"""Characters of a line that may be taken for a heading."""

MOST_COVERING = 99
"""How many figures, notes and statements a piece is the mark of, those that begin last: nobody chooses among more."""

Kind = str
"""What a mark is for: "f" a figure, "n" a note, "s" a statement."""


@attrs.frozen
class Article:
    """The marked text as HTML, and the place of each figure, note and statement: the id of its first piece."""

    html: str
    places: Mapping[tuple[Kind, int], str]


@attrs.frozen
class Piece:
    """A stretch of the text, the numbers, from 1, of what covers all of it, by kind, and whether a ground does."""

    start: int
    end: int
    covering: Mapping[Kind, tuple[int, ...]]
    is_ground: bool = False


def article(report: Report, key: int) -> Article:
    """The text with its marks; their ids begin with the key of the report."""
    marks = _Marks(report, key)
    tables = Tables.of(report.text)
    made: list[str] = []
    opened: Grid | None = None
    for line, after in _lines(report, tables):
        grid = tables.around(line[0].start, line[-1].end) if line else None
        if opened is not None and line and grid is not opened:
            made.append(CLOSED)
            opened = None
        if grid is not None:
            if opened is None:
                made.append(OPENED)
                opened = grid
            made.append(_row(grid, line, after, marks))
            continue
        if line:
            made.append(element("p", "".join(map(marks.shown, line)), class_=_class(report, line)))
        made.append(text(after))
    return Article("".join([*made, CLOSED * (opened is not None)]), marks.places)


class _Marks:
    """The pieces of a text as HTML, and where each figure, note and statement is first marked."""

    def __init__(self, report: Report, key: int) -> None:
        self.places: dict[tuple[Kind, int], str] = {}
        self._text, self._key, self._made = report.text, key, 0

    def shown(self, piece: Piece) -> str:
        content = text(self._text[piece.start : piece.end])
        if piece.covering:
            self._made += 1
            name = f"r{self._key}-t{self._made}"
            for kind, numbers in piece.covering.items():
                for number in numbers:
                    self.places.setdefault((kind, number), name)
            return _mark(content, piece, name, self._key)
        return element("span", content, data_at=piece.start) if piece.is_ground else content


def _row(grid: Grid, line: Sequence[Piece], after: str, marks: _Marks) -> str:
    """A line of a table as a row."""
    cells: list[Shown] = []
    at = column = 0
    for cell in cells_of(grid, line[0].start, line[-1].end):
        first = at
        while at < len(line) and line[at].end <= cell.span.end:
            at += 1
        before = [piece for piece in line[first:at] if piece.end <= cell.span.start]
        inside = line[first + len(before) : at]
        is_value = any(piece.covering.keys() & {"f", "n"} for piece in inside)
        words = "".join(map(marks.shown, before)), "".join(map(marks.shown, inside))
        cells.append(Shown(*words, is_value, cell.column - column, cell.columns))
        column = cell.column + cell.columns
    return row(cells, "".join(map(marks.shown, line[at:])) + text(after))


def _mark(content: str, piece: Piece, name: str, key: int) -> str:
    """A figure is a link to its row, a note to what is said of it; a statement is marked and no link."""
    covering = piece.covering
    at = piece.start if piece.is_ground else None
    first = next(kind for kind in "fns" if kind in covering)
    numbers = {f"data_{kind}": " ".join(map(str, found)) for kind, found in covering.items()}
    target = None if first == "s" else f"#r{key}-{first}{covering[first][0]}"
    tag = "a" if target else "span"
    return element(tag, content, id_=name, class_=" ".join(covering), href=target, data_at=at, **numbers)


def _class(report: Report, line: Sequence[Piece]) -> str | None:
    """Whether a line looks like the title or a heading, which only changes how it is set."""
    words = report.text[line[0].start : line[-1].end].strip()
    if report.title is not None and words == report.title.strip():
        return "title"
    marked = any("f" in piece.covering or "n" in piece.covering for piece in line)
    return "head" if words and not marked and len(words) <= LONGEST_HEAD and not words.endswith(_CLOSED) else None


def _lines(report: Report, tables: Tables) -> Iterator[tuple[list[Piece], str]]:
    """The lines of the text in pieces, each with the line end that follows it."""
    pieces = list(_pieces(len(report.text), _spans(report), _grounds(report), tables.cuts()))
    at, first = 0, 0
    for number, stretch in enumerate(_LINE_END.split(report.text)):
        end = at + len(stretch)
        if number % 2 == 0:
            line = []
            while first < len(pieces) and pieces[first].start < end:
                piece = pieces[first]
                if max(piece.start, at) < min(piece.end, end):
                    line.append(attrs.evolve(piece, start=max(piece.start, at), end=min(piece.end, end)))
                if piece.end > end:
                    break
                first += 1
            after = slice(end, end + 2 if report.text[end : end + 2] == "\r\n" else end + 1)
            yield line, report.text[after]
        at = end


def _spans(report: Report) -> Iterator[tuple[Kind, int, Span]]:
    """What is marked: the places that the text has."""
    groups: Iterable[tuple[Kind, Iterable[Span | None]]] = (
        ("f", (figure.span for figure in report.observations)),
        ("n", (note.span for note in report.notes)),
        ("s", (statement.span for statement in report.statements)),
    )
    for kind, spans in groups:
        for number, span in enumerate(spans, 1):
            if span is not None and span.start < min(span.end, len(report.text)):
                yield kind, number, span


def _grounds(report: Report) -> set[Span]:
    """Where words stand that a part of a figure was read from."""
    grounds = (each for figure in report.observations if figure.grounds for _, each in figure.grounds.by_part())
    return {each.span for each in grounds if each.span and each.span.start < min(each.span.end, len(report.text))}


def _pieces(
    length: int, spans: Iterable[tuple[Kind, int, Span]], grounds: Iterable[Span], cuts: Iterable[int]
) -> Iterator[Piece]:
    """The whole text cut wherever something begins or ends."""
    depths: Counter[int] = Counter()  # by how many more grounds cover the text from a place on
    for span in grounds:
        depths[span.start] += 1
        depths[min(span.end, length)] -= 1
    begins: dict[int, list[tuple[Kind, int]]] = {}
    ends: dict[int, list[tuple[Kind, int]]] = {}
    for kind, number, span in spans:
        begins.setdefault(span.start, []).append((kind, number))
        ends.setdefault(min(span.end, length), []).append((kind, number))
    cuts = sorted({0, length, *begins, *ends, *depths, *cuts})
    depth = 0
    active: dict[tuple[Kind, int], None] = {}
    for start, end in pairwise(cuts):
        for one in ends.get(start, ()):
            del active[one]
        active.update(dict.fromkeys(begins.get(start, ())))
        covering: dict[Kind, tuple[int, ...]] = {}
        for kind, number in sorted(islice(reversed(active), MOST_COVERING)):
            covering[kind] = (*covering.get(kind, ()), number)
        depth += depths[start]
        yield Piece(start, end, covering, depth > 0)
