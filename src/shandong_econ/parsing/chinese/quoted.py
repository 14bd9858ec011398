"""Whose firm a quotation that opens a paragraph is about, where only the words after it tell: “……”电子厂厂长张涛说."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shandong_econ.lexicon.words import holds_any
from shandong_econ.model import Area
from shandong_econ.parsing.chinese.firms import note_entity
from shandong_econ.parsing.chinese.towns import town
from shandong_econ.parsing.finding.lexis import lexis
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.tokenise import tokenise
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene

_CLOSES, _STOPS = re.compile("[”\n]"), re.compile("[，,。;；：:“\n]|$")


def hear_speaker(text: str, source: str, start: int, scene: Scene) -> None:
    """Enters the firm of whoever is named right after the quotation with which a paragraph opens."""
    closing = _CLOSES.search(source, start) if source.startswith("“", start) else None
    if closing is None or closing[0] != "”" or not scene.position.opens_paragraph:
        return
    found = here = None
    for clause in _around(text, closing.end(), scene):
        here = scene.places.set_in = _place_of_scene(clause, source, scene) or here
        found = note_entity(clause, source, scene, starts=False, quoted=True) or found
    if found is None:
        scene.places.area = here or scene.places.area
    of_own = holds_any(source[start : closing.end()], "zh", "entity.we")
    if found is None and scene.owners.last_entity is not None and of_own:
        scene.enter_entity(scene.owners.last_entity, None)


def _place_of_scene(clause: list[Token], source: str, scene: Scene) -> Area | None:
    """The place in which the scene is set in which something was said: 在肃州区总寨镇的车间里."""
    named = next((token for token in reversed(clause) if token.areas), None)
    if named is None or "area.at" not in clause[0].roles:
        return None
    if LOCAL in named.areas:
        return town(scene, clause, named, source)
    return place(named.areas, scene.places.home, source[named.start : named.end])


def _around(text: str, start: int, scene: Scene) -> Iterator[list[Token]]:
    """The clauses right after a quotation up to that which tells whose it is: 5月8日，在温岭的车间里，水泵厂厂长…."""
    while (stop := _STOPS.search(text, start)) is not None and stop.start() > start:
        tokens = tokenise(text, start, stop.start(), lexis("zh"), scene.places.towns, scene.places.counties)
        if not tokens:
            return
        yield tokens
        sets = tokens[0].time is not None or "area.at" in tokens[0].roles
        if not sets or text[stop.start() : stop.end()] not in _COMMAS:
            return
        start = stop.end()


_COMMAS = ("，", ",")
