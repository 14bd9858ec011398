"""Whether an English sentence is about a firm, and when a passage about one is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.entities import Entity, find_english_entity
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene

NEAR = 30  # characters within which a place stands beside a firm's name
NEAR_OPENING = 4  # pieces of a sentence among which a pronoun goes on about the same firm


def note_firm(tokens: Sequence[Token], source: str, start: int, end: int, scene: Scene) -> None:
    """Moves the scene into the firm that a sentence is about, or out of it where it speaks of a whole area."""
    entity = find_english_entity(source, start, end)
    goes_on = _goes_on(tokens, source, start, end)
    heads = entity is not None and (scene.entity is None or entity.start < start + NEAR)
    if entity is not None and (heads or _leads(entity, tokens, goes_on=goes_on)):
        scene.enter_entity(entity, _place_of(entity, tokens, source, scene))
    elif (before := _pointed_to(tokens, source, start, scene)) is not None:
        scene.enter_entity(before, scene.last_entity_area)
    elif not goes_on and (any(_is_whole_area(t) for t in _before_figure(tokens)) or _turns_to(tokens, source, scene)):
        scene.leave_entity()
    elif scene.entity is None or scene.entity_heads or not scene.opens:
        return
    elif not goes_on:
        scene.leave_entity()


def _leads(entity: Entity, tokens: Sequence[Token], *, goes_on: bool) -> bool:
    """Whether a sentence is about the entity that it names somewhere before its first figure."""
    return not goes_on and entity.start < _first_figure(tokens)


def _is_whole_area(token: Token) -> bool:
    return "area.home" in token.roles or "area.nation" in token.roles


def _turns_to(tokens: Sequence[Token], source: str, scene: Scene) -> bool:
    """Whether a sentence turns from a firm to a place: "Across Henan, tea output", "Shanghai's output"."""
    if scene.entity is None or _pointing().search(source, tokens[0].start, tokens[-1].end):
        return False
    for n, token in enumerate(tokens[:NEAR_OPENING]):
        if token.areas:
            owns = source[token.end : token.end + 2] in _OWNED
            wide = n > 0 and source[tokens[n - 1].start : tokens[n - 1].end].lower() in word_set("area.across")
            return owns or wide
    return False


_OWNED = frozenset({"'s", "’s"})


def _before_figure(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before the first figure, which tell what the sentence is about; all of them where it has none."""
    return tokens[: next((n for n, token in enumerate(tokens) if token.figure is not None), len(tokens))]


def _first_figure(tokens: Sequence[Token]) -> int:
    return next((token.start for token in tokens if token.figure is not None), -1)


def _pointed_to(tokens: Sequence[Token], source: str, start: int, scene: Scene) -> Entity | None:
    """The entity spoken of before that "the zone" or "the park" points back to: it is one by its name."""
    last = scene.last_entity
    if last is None or scene.entity is not None:
        return None
    pointed = _pointing().search(source, start, max(start, _first_figure(tokens)))
    if pointed is None:
        return None
    is_firm = not (last.keeps_codes or last.is_cluster) and pointed[1].lower() in word_set("entity.any")
    return last if is_firm or last.name.lower().endswith(pointed[1].lower()) else None


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?:development |industrial )?({either(word_list('en', 'entity.nouns'))})\b")


def _place_of(entity: Entity, tokens: Sequence[Token], source: str, scene: Scene) -> Area | None:
    """Where a firm is: the place in its name, what it is said to lie in, the place right after it, or before it."""
    places = [token for token in tokens if token.areas]
    inside = (t for t in places if entity.start <= t.start < entity.end)
    best = next((t for t in inside if not _only_names(scene, t)), None)
    best = best or next((t for t in places if entity.end <= t.start and _lies_in(tokens, t, source)), None)
    best = best or next((t for t in places if entity.end <= t.start < entity.end + NEAR), None)
    best = best or next((t for t in places if t.start < entity.start), None)
    return None if best is None else place(best.areas, scene.home, source[best.start : best.end])


def _lies_in(tokens: Sequence[Token], token: Token, source: str) -> bool:
    """Whether a place before the first figure is one that something is in: "which a group from Jinan runs in Ordos"."""
    n = tokens.index(token)
    before = source[tokens[n - 1].start : tokens[n - 1].end].lower() if n else ""
    return before in word_set("area.at") and token.start < _first_figure(tokens)


def _only_names(scene: Scene, token: Token) -> bool:
    """Whether a county in a firm's name places it no nearer than in the city that the text is about."""
    home = None if scene.home is None else scene.home.code
    return (
        home is not None
        and home.endswith("00")
        and not home.endswith("0000")
        and LOCAL not in token.areas
        and is_wider(home, token.areas[0])
    )


def in_name(scene: Scene, token: Token) -> bool:
    """Whether a place is only a word of the name of the firm that is spoken of."""
    firm = scene.entity
    return firm is not None and firm.start <= token.start < firm.end and _only_names(scene, token)


def _goes_on(tokens: Sequence[Token], source: str, start: int, end: int) -> bool:
    """Whether a sentence goes on about the firm of the one before: "its revenue", "last year it sold"."""
    opening = [source[t.start : t.end].lower() for t in tokens[:NEAR_OPENING]]
    if not word_set("carry_on.pronouns").isdisjoint(opening):
        return True
    return source[start:end].lower().startswith(word_list("en", "carry_on.words"))
