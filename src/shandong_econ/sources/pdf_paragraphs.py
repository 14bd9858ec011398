"""The lines of pages into paragraphs and tables, without running heads and the numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

import attrs

from shandong_econ.grids import Entry, Table
from shandong_econ.grids.surroundings import gives_unit, is_caption
from shandong_econ.sources.pdf_columns import entries_of
from shandong_econ.sources.pdf_heads import parted_as
from shandong_econ.sources.pdf_lines import NEAR, WRAPPED, Line
from shandong_econ.sources.pdf_rulings import Ruled, goes_on, joined
from shandong_econ.sources.sheets import is_value

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—·\s]*\d{1,4}[-–—·\s]*")
_LATIN_END = re.compile(r"(?<![A-Za-z])[A-Za-z]+-\Z")
_NARROW = re.compile("[\x21-\u2e7f]")
_EDGE = 2  # lines at the top and the bottom of a page among which running heads stand
_OVER = 3  # lines that may stand over a table: its caption, its unit, and what runs over all pages
_SHORT = 2.5  # letters that a full line may lack
_INDENT = 0.8  # letters by which a paragraph begins further in
_HEADS = 4  # lines among which those with values are looked for below a head
_PART = 4.0  # the same for the head of a part of a table
_LOOSE = 1.35  # times the usual distance of lines: from here on a paragraph ends


@attrs.frozen
class _Setting:
    """How most of the text is set: its size, its edges and the distance of its lines."""

    size: float
    left: float
    right: float
    pitch: float


def blocks_of(pages: Sequence[Sequence[Line | Ruled]]) -> Iterator[str | Table]:
    """The paragraphs and the tables of all pages, in their order; both may go on from page to page."""
    kept = _without_running_heads(pages)
    things = list(_with_heads_parted([thing for page in kept for thing in page]))
    lines = [thing for thing in things if isinstance(thing, Line)]
    setting = _setting(lines) if lines else None
    words = Counter(re.findall(r"[A-Za-z]{4,}", " ".join(line.text for line in lines)))
    paragraph = ""
    last: Line | None = None
    for rows, line in _apart(things):
        if line is not None and last is not None and setting is not None and _goes_on(last, line, setting):
            paragraph, last = _joined(paragraph, line.text, words), line
            continue
        if paragraph:
            yield paragraph
        paragraph, last = ("", None) if line is None else (line.text, line)
        if rows:
            yield Table(tuple(rows))
    if paragraph:
        yield paragraph


def _with_heads_parted(things: Sequence[Line | Ruled]) -> Iterator[Line | Ruled]:
    """The things, in which heads that stand close are parted where the values below them are."""
    for n, thing in enumerate(things):
        below = next((row for row in things[n + 1 : n + _HEADS] if isinstance(row, Line) and row.has_values), None)
        yield parted_as(thing, below) if isinstance(thing, Line) and not thing.has_values and below else thing


def _apart(things: Sequence[Line | Ruled]) -> Iterator[tuple[list[Entry], Line | None]]:
    """The things in their order: the cells of each table and no line, or none and a line of prose."""
    at = 0
    while at < len(things):
        thing = things[at]
        end = at + 1
        if isinstance(thing, Ruled):
            while end < len(things) and isinstance(other := things[end], Ruled) and goes_on(thing, other):
                end += 1
            yield joined([each for each in things[at:end] if isinstance(each, Ruled)]), None
        elif len(thing.segments) > 1 or _heads_a_group(things, at):
            while end < len(things) and _is_in_table(things, at, end):
                end += 1
            yield entries_of([each for each in things[at:end] if isinstance(each, Line)]), None
        else:
            yield [], thing
        at = end


def _without_running_heads(pages: Sequence[Sequence[Line | Ruled]]) -> Iterator[Sequence[Line | Ruled]]:
    """The pages without the lines at their edges that only count pages, or stand on several at the same height.

    What stands over a table on each of its pages, as a spreadsheet prints it, is its own, and kept once.
    """
    edges = Counter(key for page in pages for key in {_key(line) for line in _at_edge(page, _EDGE)})
    told: set[tuple[str, int]] = set()
    for page in pages:
        at_edge, counted, over = _at_edge(page, _EDGE), _at_edge(page, 1), _over_table(page)
        kept: list[Line | Ruled] = []
        for line in page:
            if isinstance(line, Line) and line in counted and _PAGE_NUMBER.fullmatch(line.text):
                continue
            if (
                isinstance(line, Line)
                and line in at_edge
                and len(pages) > 1
                and edges[_key(line)] > max(1, len(pages) // 3)
            ):
                if line not in over or _key(line) in told:
                    continue
                told.add(_key(line))
            kept.append(line)
        yield kept


def _over_table(page: Sequence[Line | Ruled]) -> set[Line]:
    """The few lines at the top of a page over a table with which it begins."""
    lines = [*takewhile(lambda thing: isinstance(thing, Line) and not _has_cells(thing), page[: _OVER + 1])]
    begins = len(lines) <= _OVER and len(lines) < len(page)
    return {line for line in lines if isinstance(line, Line)} if begins else set()


def _at_edge(page: Sequence[Line | Ruled], count: int) -> set[Line]:
    """The first and the last lines of a page, but for those of a table, whose heads stand on each of its pages."""
    lines = set()
    for n in {*range(min(count, len(page))), *range(max(0, len(page) - count), len(page))}:
        line = page[n]
        beside = [*page[max(0, n - 1) : n], *page[n + 1 : n + 2]]
        if isinstance(line, Line) and not (_has_cells(line) and any(map(_has_cells, beside))):
            lines.add(line)
    return lines


def _has_cells(thing: Line | Ruled) -> bool:
    return isinstance(thing, Ruled) or len(thing.segments) > 1


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.bottom / 4)


def _setting(lines: Sequence[Line]) -> _Setting:
    prose = [line for line in lines if len(line.segments) == 1] or list(lines)
    letters: Counter[float] = Counter()
    for line in prose:
        letters[round(line.size)] += len(line.text)
    size = letters.most_common(1)[0][0]
    body = [line for line in prose if round(line.size) == size]
    distances = [round(one.bottom - other.bottom, 1) for one, other in pairwise(body) if one.bottom > other.bottom]
    usual = Counter(distances).most_common(1)
    return _Setting(
        size=max(size, 1),
        left=min(Counter(round(line.left) for line in body).most_common(2), key=lambda found: found[0])[0],
        right=max(line.right for line in body),
        pitch=min(usual[0][0], 3 * size) if usual else 1.5 * size,
    )


def _goes_on(line: Line, following: Line, setting: _Setting) -> bool:
    """Whether a line ends because there is no more room, and what follows is the same paragraph."""
    if abs(line.size - following.size) > 0.1 * setting.size or is_caption(following.text) or gives_unit(following.text):
        return False
    distance = line.bottom - following.bottom  # below zero where the next page begins
    if line.size > 1.1 * setting.size:  # a heading of several lines
        return 0 < distance < WRAPPED * line.size
    if distance > _LOOSE * setting.pitch or following.left > setting.left + _INDENT * setting.size:
        return False
    narrow = _NARROW.match(following.text) is not None
    first_word = len(following.text.split(" ", 1)[0]) * 0.6 * setting.size if narrow else 0.0
    return line.right + max(_SHORT * setting.size, first_word + setting.size) > setting.right


def _heads_a_group(things: Sequence[Line | Ruled], at: int) -> bool:
    """Whether a line stands so near over a row of several heads that it is one over some of them."""
    for one, below in pairwise(things[at : at + 1 + _HEADS]):
        if not isinstance(one, Line) or not isinstance(below, Line) or not _overlap(one, below):
            return False
        if len(below.segments) > 1:
            return True
    return False


def _is_in_table(things: Sequence[Line | Ruled], start: int, at: int) -> bool:
    """Whether a line after one of a table is of it: it has cells, is a part of some, or heads some rows."""
    line, above = things[at], things[at - 1]
    if not isinstance(line, Line) or not isinstance(above, Line):
        return False
    if len(line.segments) > 1 or _overlap(above, line):
        return True
    near = 0 < above.bottom - line.bottom < WRAPPED * line.size
    if near and len(above.segments) > 1 and line.left > above.segments[0].right:
        return any(map(line.segments[0].meets, above.segments[1:]))
    following = things[at + 1] if at + 1 < len(things) else None
    rows = (each for each in reversed(things[start:at]) if isinstance(each, Line) and len(each.segments) > 1)
    row = next(rows, None)
    if row is None or not isinstance(following, Line) or len(following.segments) < 2:
        return False
    if _overlap(line, following):
        return True
    apart = above.bottom - line.bottom
    is_left = line.right < row.segments[1].left and line.right < following.segments[1].left
    return is_left and 0 < apart < _PART * line.size and is_value(following.segments[-1].text)


def _overlap(line: Line, below: Line) -> bool:
    """Whether two lines stand so near that they are of one row: a name of two lines has its values between them."""
    return 0 < line.bottom - below.bottom < NEAR * line.size


def _joined(paragraph: str, line: str, words: Counter[str]) -> str:
    """The paragraph with one more line: a space between words, none between Chinese characters.

    A hyphen at the end of a line stays, unless the word stands without it elsewhere: year-on-year, but not indus-try.
    """
    if match := _LATIN_END.search(paragraph):
        whole = match[0][:-1] + re.match(r"[A-Za-z]*", line)[0]  # type: ignore[index]  # it matches any line
        return paragraph[:-1] + line if words[whole] else paragraph + line
    spaced = _NARROW.match(paragraph[-1]) and _NARROW.match(line)
    return f"{paragraph} {line}" if spaced else paragraph + line
