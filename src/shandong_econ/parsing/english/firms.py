"""Whether an English sentence is about a firm, and when a passage about one is over."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.entities import Entity, find_english_entity
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene

NEAR = 30  # characters within which a place stands beside a firm's name
NEAR_OPENING = 4  # pieces of a sentence among which a pronoun goes on about the same firm


def note_firm(tokens: Sequence[Token], source: str, start: int, end: int, scene: Scene) -> None:
    """Moves the scene into the firm that a sentence is about, or out of it where it speaks of a whole area."""
    entity = find_english_entity(source, start, end)
    if entity is not None and (scene.entity is None or entity.start < start + NEAR):
        scene.enter_entity(entity, _place_of(entity, tokens, source, scene))
    elif any("area.home" in t.roles or "area.nation" in t.roles for t in tokens):
        scene.leave_entity()
    elif scene.entity is None or scene.entity_heads or not scene.opens:
        return
    elif not _goes_on(tokens, source, start, end):
        scene.leave_entity()


def _place_of(entity: Entity, tokens: Sequence[Token], source: str, scene: Scene) -> Area | None:
    """Where a firm is: the place in its name, right after it, or before it."""
    places = [token for token in tokens if token.areas]
    best = next((t for t in places if entity.start <= t.start < entity.end), None)
    best = best or next((t for t in places if entity.end <= t.start < entity.end + NEAR), None)
    best = best or next((t for t in places if t.start < entity.start), None)
    return None if best is None else place(best.areas, scene.home, source[best.start : best.end])


def _goes_on(tokens: Sequence[Token], source: str, start: int, end: int) -> bool:
    """Whether a sentence goes on about the firm of the one before: "its revenue", "last year it sold"."""
    opening = [source[t.start : t.end].lower() for t in tokens[:NEAR_OPENING]]
    if not word_set("carry_on.pronouns").isdisjoint(opening):
        return True
    return source[start:end].lower().startswith(word_list("en", "carry_on.words"))
