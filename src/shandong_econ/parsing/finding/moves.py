"""Counts of what rose, fell or stayed, told with one word each: 六涨一降一平, 23增18减."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import Figure, either, find_chinese
from shandong_econ.parsing.finding.tokens import Token


def find_moves(text: str, start: int, end: int) -> Iterator[Token]:
    """The numbers of each run of at least two such counts, each with the word that it counts by."""
    run, pair = _patterns()
    for match in run.finditer(text, start, end):
        for one in pair.finditer(text, match.start(), match.end()):
            value = _value(text, one.start(1), one.end(1))
            if value is not None:
                word = text[one.end(1) : one.end()]
                figure = Figure(*one.span(1), one.end(1), value, unit="NUM", word=word, moved=True)
                yield Token(one.start(), one.end(), figure)


def _value(text: str, start: int, end: int) -> Decimal | None:
    figures = find_chinese(text, start, end)
    return figures[0].value if figures and figures[0].number_end == end else None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    numerals = "".join((*word_list("zh", "numeral.digits")[1:], "两", *word_list("zh", "numeral.powers")[:1]))
    pair = rf"(\d{{1,3}}|[{numerals}]{{1,3}})(?:{either(word_list('zh', 'moves.counted'))})"
    return re.compile(rf"(?<![\d.第{numerals}])(?:{pair}[、 ]?){{2,}}"), re.compile(pair)
