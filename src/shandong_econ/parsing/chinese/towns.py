"""Townships and villages, which have no code, by their name as the text has it: 松潘县川主寺镇, and then 川主寺镇."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Area
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene


def town(scene: Scene, tokens: Sequence[Token], token: Token, source: str) -> Area:
    """The place without a code that a piece names, with what holds it as it is named here or was before."""
    n = next(n for n, piece in enumerate(tokens) if piece is token)
    first = n
    while first and _is_city(tokens[first - 1]) and tokens[first - 1].end == tokens[first].start:
        first -= 1
    kept_to = scene.places.home
    if kept_to is not None and kept_to.name_zh == source[token.start : token.end]:
        return kept_to  # a text that keeps to a township names it alone
    home = None if kept_to is None else kept_to.code
    if home is not None and not home.endswith(_OF_CITIES):  # a report on a county names its townships alone
        own = (k for k in range(first, n) if home in tokens[k].areas and LOCAL in tokens[k + 1].areas)
        first = next(own, first - 1) + 1
    area = None
    while n < len(tokens) and LOCAL in tokens[n].areas and (area is None or tokens[n - 1].end == tokens[n].start):
        name, whole = source[tokens[n].start : tokens[n].end], source[tokens[first].start : tokens[n].end]
        if whole != name:
            scene.places.town_of[name] = Area(None, None, whole)
        area = scene.places.town_of.setdefault(name, Area(None, None, whole))
        n += 1
    assert area is not None  # the piece itself is such a place
    return area


def _is_city(token: Token) -> bool:
    """Whether it names a place below a province."""
    return bool(token.areas) and not token.areas[0].endswith(_OF_PROVINCES)


_OF_PROVINCES, _OF_CITIES = "0000", "00"
