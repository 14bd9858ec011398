"""Countries that the report of another sets beside its own, which are places there but where trade is told of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list, word_lists
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import country
from shandong_econ.parsing.resolving.scene import Scene


def other_countries(scene: Scene, tokens: Sequence[Token], text: str) -> frozenset[str]:
    """The names, in lower case, of other countries in a sentence that are places: "GDP in Japan", not "exports to"."""
    if country(scene) is None:
        return frozenset()
    bases = [scene.subject.series.base, *(token.naming.base for token in tokens if token.naming is not None)]
    if any(families().get(base or "") == _TRADE for base in bases):
        return frozenset()
    return frozenset(name.lower() for name in _countries() if name in text) - scene.places.local_places


_TRADE = "trade"


@cache
def _countries() -> frozenset[str]:
    names = {*word_list("en", "abroad.countries"), *word_lists("en", "abroad_parts")["euro area"]}
    return frozenset(names.difference(word_list("en", "abroad.kingdom")))
