"""The place in which a sentence sets what follows: "In Pu'er, ...", "Lin Hua runs a tea shop in the county"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from shandong_econ.lexicon.concepts import NATION
from shandong_econ.model import Area
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.levels import LEVELS, area_at
from shandong_econ.parsing.resolving.scene import Scene


def set_scene(tokens: Sequence[Token], source: str, scene: Scene) -> None:
    """Takes a place that opens a sentence, "In Pu'er, ...", or a paragraph for where that goes on.

    "In" says so of firms as well.
    """
    if not scene.position.opens or len(tokens) < 2:
        return
    inside = tokens[0].word in word_set("local.opens")
    first = tokens[1] if inside else tokens[0]
    if inside and not first.areas:
        first = _where_in(tokens, scene.places.home) or first  # "In a workshop on the edge of Weifang, robots paint"
    if not first.areas and (around := _told_in(tokens, scene)) is not None:
        scene.places.set_in, scene.places.paragraph_area = around, around
        return  # "Lin Hua runs a tea shop in the county"
    if not first.areas or first.areas[0] == NATION:
        return
    found = place(first.areas, scene.places.home, source[first.start : first.end])
    scene.places.set_in = found if inside else scene.places.set_in
    scene.places.goes_on_there = (
        inside or scene.position.opens_paragraph or (scene.places.goes_on_there and found == scene.places.previous_area)
    )


def _told_in(tokens: Sequence[Token], scene: Scene) -> Area | None:
    """The county or the city in which a paragraph sets somebody by its first sentence, which has no figure."""
    if not scene.position.opens_paragraph or any(token.figure is not None for token in tokens):
        return None
    inside = (two for one, two in pairwise(tokens) if one.word == "in" and not LEVELS.isdisjoint(two.roles))
    found = next((area for token in inside if (area := area_at(scene, token)) is not None), None)
    return None if found == scene.places.home else found


def _where_in(tokens: Sequence[Token], home: Area | None) -> Token | None:
    """The place at which the words with which a sentence opens, up to its first mark, verb or figure, set something."""

    def goes_on(token: Token) -> bool:
        return not (token.mark or token.figure or is_verb(token)) or token.word in word_set("local.at")

    own = None if home is None else home.code
    placed = (two for one, two in pairwise(takewhile(goes_on, tokens)) if one.word in word_set("local.at"))
    return next((token for token in placed if token.areas and own not in token.areas), None)
