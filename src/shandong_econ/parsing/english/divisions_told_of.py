"""What is told of places that are counted, with which the text goes on: "four provinces saw | exports rise".

Or "twelve cities have published | their GDP figures".
"""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_change, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Subject


def note_told_of_divisions(words: Words, trail: Sequence[Token]) -> None:
    """Takes the series that places which were counted saw move, or told of, for what the next places are told of."""
    scene = words.scene
    after = max((n + 1 for n, token in enumerate(trail) if _tells_of(token)), default=0)
    if scene.among is None or not after:
        return
    told = trail[after : next((n for n, token in enumerate(trail) if n >= after and _ends(token)), len(trail))]
    data = word_set("tellers.heads")  # "their export figures for"
    phrase = words.phrase(core([t for t in told if t.word not in data and (not is_change(t) or t.naming is not None)]))
    series = name_series_english(phrase, None)
    if series.code is not None or series.base is not None:
        scene.among = scene.among[0], Subject(phrase, series)


def _tells_of(token: Token) -> bool:
    return token.word in word_set("met_with.verbs") | word_set("told.published") | word_set("split.with")


def _ends(token: Token) -> bool:
    return bool(token.mark) or token.figure is not None or token.time is not None
