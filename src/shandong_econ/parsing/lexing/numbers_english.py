"""What a number of an English sentence is: of which class, what it counts, or why it measures nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.numerals import read_digits
from shandong_econ.parsing.finding.units_alone import is_unit_alone
from shandong_econ.parsing.grammar.classes import AREA, BARE, NAME, ORDINAL, PTS, QTY, RANKED, RATIO, STOP, WORD
from shandong_econ.parsing.lexing.idle_english import is_idle, lengths_of_time, lists_on
from shandong_econ.parsing.lexing.tokens import BY_UNIT

_BY_UNIT = {**BY_UNIT, "IX": PTS, None: BARE}
_TWO = 2


def number_told(
    text: str,
    lower: str,
    figure: Figure,
    words: list[tuple[int, int]],
    i: int,
    classes: str,
    passed: list[tuple[int, int, str]],
) -> tuple[str, int, int, Any]:
    """The class of a number that begins with a word, where it stands and what it is; one that is idle is a word.

    `classes` are those before it, and `passed` takes what measures nothing, and why.
    """
    cls = ORDINAL if figure.ordinal else _BY_UNIT.get(figure.unit, QTY)
    reason = "name" if not figure.ordinal and is_idle(text, lower, figure, cls, words, i) else ""
    if figure.unit is None and figure.word and not reason:
        cls = QTY
    if cls == BARE and not reason and lists_on(text, figure, passed):
        reason = "no_unit"
    if figure.unit is not None and is_unit_alone(text, figure, "en"):
        reason = "unit"
    numbers = word_list("en", "rank.number")
    if reason and _RANKED.search(classes) and lower.endswith(numbers, words[0][0], figure.start):
        figure.ordinal = True
        return ORDINAL, figure.start - figure.lead, figure.end, figure
    if reason:
        passed.append((figure.start, figure.end, reason))
        return WORD, figure.start - figure.lead, figure.end, figure
    if cls == BARE and not figure.power:
        cls = _of_time(lower, figure)
    if cls == BARE and text.startswith((":", " :"), figure.end):
        parts = _ratio(text, figure, words[-1][1])
        if len(parts) > _TWO:
            return RATIO, figure.start, parts[-1].end, parts
    return cls, figure.start - figure.lead, figure.end, figure


_RANKED = re.compile(f"{RANKED}[{AREA}{NAME}{WORD}]?[{STOP}]?$")


def _ratio(text: str, first: Figure, end: int) -> list[Figure]:
    """The numbers of a ratio: 8.9:43.0:48.1, 8.9 : 43.0 : 48.1."""
    parts = [first]
    while (match := _NEXT.match(text, parts[-1].end, end)) is not None:
        parts.append(Figure(*match.span(1), match.end(), read_digits(match[1]) or Decimal(0)))
    return parts


_NEXT = re.compile(r" ?: ?(\d+(?:\.\d+)?)")


def _of_time(lower: str, figure: Figure) -> str:
    """The class of a number once it has its unit, if it counts days, months or years."""
    match = lengths_of_time().match(lower, figure.start)
    if match is None or match.start(1) != figure.number_end + 1:
        return BARE
    figure.unit, figure.word, figure.end = word_table("en", "streak_units").get(match[1]), match[1], match.end()
    return QTY
