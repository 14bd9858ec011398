"""What stands firm in a Chinese sentence before its words are looked up: times, numbers, names with numbers, asides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import attrs

from shandong_econ.lexicon.words import word_at, word_list
from shandong_econ.parsing.finding.asides import asides
from shandong_econ.parsing.finding.figures import Figure, find_chinese
from shandong_econ.parsing.finding.moves import find_moves
from shandong_econ.parsing.finding.numbered_names import numbered_names
from shandong_econ.parsing.finding.times import find_times
from shandong_econ.parsing.grammar.classes import AREA, FILL, QTY, RATIO, TIME, WORD, one_of
from shandong_econ.parsing.lexing.numbers_chinese import class_of
from shandong_econ.parsing.lexing.text_names import TextNames
from shandong_econ.parsing.resolving.unit_classes import LENGTHS

ASIDE = ""
"""The class of what says nothing of what is measured, and is passed over: [3], 按可比价格计算."""
_AMOUNTS = one_of("PCT PTS FOLD QTY")
_WHOLE, _ROUNDING = 100, 2  # shares of a whole add up to it, but for the rounding of each


Firm = dict[int, tuple[int, str, Any]]
Passed = list[tuple[int, int, str]]


def find_firm(text: str, start: int, end: int, names: TextNames) -> tuple[Firm, Passed]:
    """Pieces by where they begin, as (end, class, what is there), and the numbers that measure nothing."""
    firm: Firm = {}
    passed: Passed = []
    at = start
    for time in (*find_times(text, "zh", start, end), None):
        stop = end if time is None else time.start
        if stop > at:
            _take_numbers(text, at, stop, firm, passed)
        if time is not None:
            firm[time.start] = (time.end, TIME, time)
            at = time.end
    for first, last, cls, what in _names(text, start, end, names):
        for n in range(first, last):
            gone = firm.get(n)
            gives_way = gone is not None and (gone[1] != TIME or text[first:last] in word_list("zh", "numbered.names"))
            if gone is not None and gives_way and gone[0] <= max(last, n + 1):
                del firm[n]
                assumed = cls == ASIDE and gone[1] in _AMOUNTS and gone[2].unit not in LENGTHS  # 按年均40%的增速测算
                passed.append((n, gone[0], "unread" if assumed else "name"))
        if firm.get(first, (0, "", None))[1] != TIME:
            firm[first] = (last, cls, what)
    return firm, passed


def _names(text: str, start: int, end: int, names: TextNames) -> Iterator[tuple[int, int, str, Any]]:
    for pattern, cls in ((asides(), ASIDE), (numbered_names(), WORD)):
        for match in pattern.finditer(text, start, end):
            yield *match.span(), cls, None
    for stop, count in find_moves(text, start, end):
        yield count.start, stop, QTY, count
    for named in names.pattern.finditer(text, start, end) if names.pattern is not None else ():
        yield *named.span(), AREA, names.chinese[named[0]]


def _take_numbers(text: str, start: int, end: int, firm: Firm, passed: Passed) -> None:
    figures = find_chinese(text, start, end)
    if len(figures) > 1 and ":" in text[start:end]:
        figures = _without_ratios(text, figures, firm)
    for figure in figures:
        cls, reason = class_of(text, figure)
        if reason or cls == WORD:
            passed.append((figure.start, figure.end, reason or "threshold"))
        if reason == "name" and figure.is_word and figure.word in word_list("zh", "place.members"):
            cls = FILL  # 湖北、湖南、江西三省
        if cls:
            stop = figure.end + len(word_at(text, figure.end, "zh", "qualifier.after")) if cls == WORD else figure.end
            firm[figure.start - figure.lead] = (stop, cls, figure if cls != FILL else None)


def _without_ratios(text: str, figures: Sequence[Figure], firm: Firm) -> list[Figure]:
    """The figures but for those of ratios, which become one piece together: 8.9:43.0:48.1."""
    runs: list[list[Figure]] = []
    for figure in figures:
        last = runs[-1][-1] if runs else figure
        if last.end == last.number_end and text[last.end : figure.start].strip(" ") == ":":
            runs[-1].append(figure)
        else:
            runs.append([figure])
    for run in runs:
        if len(run) > 1:
            firm[run[0].start] = (run[-1].end, RATIO, _as_shares(run))
    return [run[0] for run in runs if len(run) == 1]


def _as_shares(figures: list[Figure]) -> list[Figure]:
    """The numbers of a ratio as percentages, if they are the shares of a whole."""
    unit = "PT" if abs(sum((one.value for one in figures), Decimal(0)) - _WHOLE) < _ROUNDING else "RO"
    return [attrs.evolve(one, unit=unit) for one in figures]
