"""The heads that stand one above another over a column: those of several levels, in two languages, or broken off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from shandong_econ.model import Area, Span
from shandong_econ.parsing.table.head.head import Head
from shandong_econ.parsing.table.head.reading import head_of
from shandong_econ.parsing.table.matrix import Matrix
from shandong_econ.parsing.table.names import PART, alone, kind_of


def stacked(
    matrix: Matrix, of_places: Mapping[int, bool], home: Area | None, *, is_broken: bool = False
) -> Sequence[Head]:
    """The heads at some cells, the lowest first, of each of which it is known whether it stands among places.

    They may be the pieces of one that `is_broken` off.
    """
    cells = [(matrix.cells[at].span, is_place) for at, is_place in reversed([*of_places.items()]) if at >= 0]
    text, language = matrix.text, matrix.language
    if is_broken and cells:
        text = _on_one_line(text, [span for span, _ in cells])
        cells = [(Span(cells[0][0].start, cells[-1][0].end), False)]
    found: list[Head] = []
    for span, is_place in cells:
        head = head_of(text, span.start, span.end, language, home, is_place=is_place)
        if found and language == "zh" and _is_translation(found[-1].name, head.name):
            continue
        if found and _is_broken(found[-1], head, language):
            head = attrs.evolve(head, name=found.pop().name + head.name)
        if found and head.only_units and not found[-1].units:
            found[-1] = attrs.evolve(found[-1], units=head.units)  # (pct), below Y/Y chg
            continue
        found.append(head)
    return found


def are_broken(heads: Iterable[str]) -> bool:
    """Whether some heads are pieces of ones that are broken off: a bracket stays open in one, and another closes it."""
    opened = [words.count("(") - words.count(")") for words in heads]
    return any(one > 0 for one in opened) and any(one < 0 for one in opened)


def _on_one_line(text: str, pieces: Sequence[Span]) -> str:
    """The text with nothing but the pieces of one head."""
    line, at = list[str](), 0
    for span in pieces:
        line += [" " * (span.start - at), span.cut(text)]
        at = span.end
    return "".join(line)


def _is_translation(upper: str, lower: str) -> bool:
    """Whether a head in English stands below one in Chinese, and is no name of a series in Chinese too, as GDP is."""
    return bool(lower) and lower.isascii() and bool(upper) and not upper.isascii() and not kind_of(lower, "zh")


def _is_broken(upper: Head, lower: Head, language: str) -> bool:
    """Whether only two heads, one below another, are a name that is known: 人均地区 over 生产总值."""
    if language != "zh" or not upper.name or not lower.name or upper.units or kind_of(upper.name, language):
        return False
    joined = upper.name + lower.name
    code = alone(joined, None, language).series.code
    is_other = code is not None and code != alone(lower.name, None, language).series.code
    return is_other or kind_of(joined, language) == PART
