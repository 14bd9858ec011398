"""Sights told of one after another, of which only the first is called what it is: …景区6.3万人次，莫高窟2.7万人次."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.finding.entities import Entity
from shandong_econ.parsing.finding.tokens import Token, is_plain
from shandong_econ.parsing.resolving.scene import Scene

VISITS = "PS_VISIT"
SHORTEST, VERB = 2, 2  # characters of a name, and of the verb in the label of visits: 接待游客


def sight_beside(pieces: Sequence[Token], source: str, scene: Scene) -> Entity | None:
    """The sight that a clause names with nothing but its visits, after one that was told of in the same sentence."""
    last = scene.last
    figure = pieces[1].figure if len(pieces) > 1 else None
    if last is None or last.entity is None or scene.owners.entity is None or figure is None or not is_plain(pieces[0]):
        return None
    if not figure.unit == last.unit == VISITS or last.figure.start < scene.position.sentence_start:
        return None
    start, end = pieces[0].start, pieces[0].end
    name = source[start:end].removesuffix(last.subject.label[:VERB])
    return Entity(name, start, start + len(name)) if len(name) >= SHORTEST else None
