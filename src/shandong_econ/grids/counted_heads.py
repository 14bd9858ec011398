"""The heads over rows whose columns are told by how many they are: as many, or over groups of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from shandong_econ.grids.spaced_lines import SpacedLine
from shandong_econ.model import Span

MOST_HEADS = 5
"""How many lines of heads may stand over rows."""
Heads: TypeAlias = "list[tuple[Span, int, int]]"
"""The words of a line of heads, with their first column and how many they stand over."""


def heads_counted(
    lines: Sequence[SpacedLine], at: int, least: int, text: str, count: int, edge: int = 0
) -> tuple[int, list[Heads]]:
    """Where the heads over a row begin, and their cells line by line; a word alone between two lines is beside them.

    Where names are known to end at an edge, more than one space holds heads apart, and none over names is of values.
    """
    heads: list[Heads] = []
    corner: Heads = []
    begin, is_wide = at, edge > 0
    groups = [*range(1, count + 2)]  # where the heads of a line begin, and the end
    while at > least and len(heads) < MOST_HEADS and lines[at - 1].may_be_of_table:
        at -= 1
        words = lines[at].fields if is_wide else lines[at].heads(len(groups) - 1)
        is_wide = is_wide or len(words) < len(lines[at].words)
        is_beside = not edge or lines[at].extents(words[:1], 2)[0][0] < edge
        if len(words) == 1 and not corner and is_beside:
            corner = [(words[0], 0, 1)]
            continue
        if heads and len(words) < len(groups) - 1:
            below = [one for one in heads[0] if one[1]]
            groups = grouped([span.cut(text) for span, _, _ in below], groups)
            if len(words) not in (len(groups) - 1, len(groups)):
                groups = _under(lines[at], words, lines[begin], below, text) or groups
        first = len(words) - (len(groups) - 1)
        names = [*words[:first]]
        if first == 2 and len({span.cut(text).isascii() for span in names}) == 2:
            names = [Span(names[0].start, names[1].end)]  # 项目  Item
        if edge and (first < 0 or (not first and is_beside)) and (len(words) > 1 or not is_beside):
            return begin, []
        if first < 0 or len(names) > 1:
            break
        if heads and heads[0][0][1]:
            heads[0] = corner + heads[0]
        elif corner and not heads and first:
            heads = [corner]  # a section of the rows, under heads with one for their names
        own = [(span, one, two - one) for span, (one, two) in zip(words[first:], pairwise(groups), strict=True)]
        heads[0:0] = [[*((span, 0, 1) for span in names), *own]]
        begin, corner = at, []
    return begin, heads


def grouped(words: Sequence[str], groups: Sequence[int]) -> list[int]:
    """Where groups of heads begin that are alike, from the first on; those behind are each one by itself."""
    for size in range(1, len(words) // 2 + 1):
        alike = 1
        while words[alike * size : (alike + 1) * size] == words[:size]:
            alike += 1
        if alike > 1 and size > 1:
            return [*groups[: alike * size : size], *groups[alike * size :]]
    return [*groups]


def _under(line: SpacedLine, words: Sequence[Span], lower: SpacedLine, below: Heads, text: str) -> list[int]:
    """Where groups of heads begin over each of which one of a line stands, none if that cannot be seen.

    A group goes on until a word comes again in it or, where the first of the line stands over the first of all, one
    comes that the next of the line stands over.
    """
    over = line.extents(words, 2)
    places = lower.extents([span for span, _, _ in below], 2)
    over = over[over[0][1] <= places[0][0] :]
    is_left = bool(over) and meet(over[0], places[0])
    found: list[int] = []
    seen: set[str] = set()
    for (span, column, _), place in zip(below, places, strict=True):
        word = span.cut(text)
        if len(found) < len(over) and (not found or word in seen or (is_left and meet(over[len(found)], place))):
            found.append(column)
            seen = set()
        seen.add(word)
    column, width = below[-1][1:]
    return [*found, column + width] if found and len(found) == len(over) else []


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches have a place in common."""
    return one[0] < other[1] and other[0] < one[1]
