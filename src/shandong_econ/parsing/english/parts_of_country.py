"""The parts of the country of which a report on all of it tells without a capital: "in the eastern region"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.concepts import NATION
from shandong_econ.parsing.english.listed_words import noun_of
from shandong_econ.parsing.finding.places import OWN_CODE, code_called
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene


def with_parts_of_country(scene: Scene, tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence of a report on the country with each part of that as a place, while that is read."""
    home, kept = scene.places.home, list[Token]()
    if home is None or home.code != NATION:
        return list(tokens)
    for token in tokens:
        if kept and (part := _part(scene, kept[-1], token.word)) is not None:
            kept[-1] = Token(part.start, token.end, word=part.word, areas=part.areas)
            at = len(kept) - 1  # "the eastern, central and | western regions"
            while at > 1 and _joins(kept[at - 1]) and (part := _part(scene, kept[at - 2], token.word)) is not None:
                kept[at - 2], at = part, at - 2
        else:
            kept.append(token)
    return kept


def _part(scene: Scene, token: Token, noun: str) -> Token | None:
    """A word with the noun that makes it the name of a part of the country."""
    name = f"{token.word} {noun_of(noun)}"
    code = "" if token.areas or token.mark else code_called(name) or ""
    if not code.startswith(OWN_CODE):
        return None
    scene.places.local_places |= {name}
    return Token(token.start, token.end, word=f"{token.word} {noun}", areas=(code,))


def _joins(token: Token) -> bool:
    return token.mark == "," or "link.list" in token.roles
