"""An amount told once more in another currency or unit, in brackets after it: "47,407 yuan ($7,046.5)"."""

from __future__ import annotations

import attrs

from shandong_econ.model import Qualifier
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import LAND, MONEY, WEIGHTS

LONGEST = 12  # pieces that a bracket with a conversion can have: "(or 11,878 US dollars at the average rate)"
NEAR = 4  # pieces of it among which the figure stands


@attrs.frozen
class Aside:
    """A conversion: the piece that is its figure, the place of its closing bracket, and what hedges it."""

    token: Token
    last: int
    qualifier: Qualifier | None

    def like(self, reading: Reading) -> Reading:
        """The conversion of an amount that was read, which says the same of the same."""
        figure = self.token.figure
        assert figure is not None
        hedge = None if figure.hedge is None else Qualifier(figure.hedge)
        qualifier = hedge or self.qualifier or reading.qualifier
        return attrs.evolve(reading, figure=figure, unit=figure.unit, qualifier=qualifier)


def aside_after(pieces: Pieces, place: int) -> Aside | None:
    """The conversion in brackets right after the figure at a place, or None."""
    if pieces.word(place + 1) != "(" or _kind(pieces.figure(place).unit) is None:
        return None
    found: Aside | None = None
    qualifier: Qualifier | None = None
    for i in range(place + 2, min(place + 2 + LONGEST, len(pieces.tokens))):
        token = pieces.tokens[i]
        if pieces.word(i) == ")":
            return found and attrs.evolve(found, last=i)
        if (token.figure is not None and token.figure.unit is not None) or token.time is not None:
            if found is not None or i > place + NEAR or not _converts(pieces, place, token):
                return None
            found = Aside(token, i, qualifier)
        qualifier = qualifier or qualifier_of(token)
    return None


def _converts(pieces: Pieces, place: int, token: Token) -> bool:
    figure = token.figure
    own = pieces.figure(place).unit
    return figure is not None and figure.unit != own and figure.unit in (_kind(own) or ())


def _kind(unit: str | None) -> frozenset[str] | None:
    """The units in which the same can be told, or None for one that is never converted."""
    return next((kind for kind in (MONEY, *_MEASURES) if unit in kind), None)


_MEASURES = (LAND, WEIGHTS | {"JIN"}, frozenset({"KG_HA", "KG_MU"}))
