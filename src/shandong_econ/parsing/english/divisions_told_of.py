"""What is told of places that are counted, with which the text goes on: "four provinces saw | exports rise"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.words import Words, core, is_change, word_set
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Subject


def note_told_of_divisions(words: Words, trail: Sequence[Token]) -> None:
    """Takes the series that places which were counted saw move for what the next places are told of."""
    scene = words.scene
    verb = next((n for n, token in enumerate(trail) if token.word in word_set("met_with.verbs")), None)
    if scene.among is None or verb is None:
        return
    stop = next((n for n, t in enumerate(trail) if n > verb and (t.mark or t.figure is not None)), len(trail))
    phrase = words.phrase(core([t for t in trail[verb + 1 : stop] if not is_change(t) or t.naming is not None]))
    series = name_series_english(phrase, None)
    if series.code is not None or series.base is not None:
        scene.among = scene.among[0], Subject(phrase, series)
