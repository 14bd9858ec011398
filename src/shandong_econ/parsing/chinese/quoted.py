"""Whose firm a quotation that opens a paragraph is about, where only the words after it tell: “……”电子厂厂长张涛说."""

from __future__ import annotations

import re

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.firms import note_entity
from shandong_econ.parsing.finding.lexis import lexis
from shandong_econ.parsing.finding.tokenise import tokenise
from shandong_econ.parsing.resolving.scene import Scene

_CLOSES, _STOPS = re.compile("[”\n]"), re.compile("[，,。;；：:“\n]|$")


def hear_speaker(text: str, source: str, start: int, scene: Scene) -> None:
    """Enters the firm of whoever is named right after the quotation with which a paragraph opens."""
    closing = _CLOSES.search(source, start) if source.startswith("“", start) else None
    if closing is None or closing[0] != "”" or not scene.position.opens_paragraph:
        return
    stop = _STOPS.search(source, closing.end())
    if stop is not None and stop.start() > closing.end():
        tokens = tokenise(text, closing.end(), stop.start(), lexis("zh"), scene.places.towns, scene.places.counties)
        found = note_entity(tokens, source, scene, starts=False, quoted=True)
        of_own = any(we in source[start : closing.end()] for we in word_list("zh", "entity.we"))
        if found is None and scene.owners.last_entity is not None and of_own:
            scene.enter_entity(scene.owners.last_entity, None)
