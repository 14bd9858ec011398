"""Counts of what rose, fell or stayed, told with one word each: 六涨一降一平, 23增18减."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from shandong_econ.lexicon.words import either, word_list
from shandong_econ.parsing.finding.figures import Figure, find_chinese


def find_moves(text: str, start: int, end: int) -> Iterator[tuple[int, Figure]]:
    """The numbers of each run of at least two such counts, each with where the word ends that it counts by."""
    run, pair = _patterns()
    for match in run.finditer(text, start, end):
        for one in pair.finditer(text, *match.span()):
            start, stop = one.span(1)
            figures = find_chinese(text, start, stop)
            if figures and figures[0].number_end == stop:
                word = text[stop : one.end()]
                yield one.end(), Figure(start, stop, stop, figures[0].value, unit="NUM", word=word, moved=True)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    numerals = "".join(
        (
            *word_list("zh", "numeral.digits")[1:],
            *word_list("zh", "numeral.other_digits"),
            *word_list("zh", "numeral.powers")[:1],
        )
    )
    pair = rf"(\d{{1,3}}|[{numerals}]{{1,3}})(?:{either(word_list('zh', 'moves.counted'))})"
    return re.compile(rf"(?<![\d.第{numerals}])(?:{pair}[、 ]?){{2,}}"), re.compile(pair)
