"""Where a firm is, by the places in the sentence that names it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.english.listed_words import joins_items
from shandong_econ.parsing.english.word_kinds import is_light, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.entities import Entity
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import OWN_CODE, place
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene

NEAR = 30  # characters within which a place stands beside a firm's name


def place_of(entity: Entity, tokens: Sequence[Token], source: str, scene: Scene) -> Area | None:
    """Where a firm is: the place in its name, what it is said to lie in, the place right after it, or before it."""
    places = [token for token in tokens if token.areas and not _is_around(scene, token)]
    inside = [t for t in places if entity.start <= t.start < entity.end]
    if len(inside) > 1 and entity.keeps_codes and inside[0].end + 1 < inside[1].start:
        return scene.places.home  # the ports of Manzhouli and Erenhot
    best = next((t for t in places if entity.end <= t.start and _lies_in(tokens, t, source)), None)
    home = None if scene.places.home is None else scene.places.home.code
    best = best or next((t for t in inside if home not in t.areas and not _only_names(scene, entity, t)), None)
    best = best or next((t for t in places if entity.end <= t.start < entity.end + NEAR), None)
    best = best or next((t for t in places if t.start < entity.start), None)
    best = best or next((t for t in places if entity.end <= t.start and _stands_at(tokens, t, source)), None)
    if best is None and any(home in token.areas for token in inside):
        return scene.places.home  # Tianjin Port
    return None if best is None else place(best.areas, scene.places.home, source[best.start : best.end])


def in_name(scene: Scene, token: Token) -> bool:
    """Whether a place is only a word of the name of the firm that is spoken of: Xinzheng in Zhengzhou's airport's."""
    firm = scene.owners.entity
    if firm is None or not firm.start <= token.start < firm.end:
        return False
    return (firm.keeps_codes and token.start > firm.start) or _only_names(scene, firm, token)


def _lies_in(tokens: Sequence[Token], token: Token, source: str) -> bool:
    """Whether a place before the first figure is one that something is in: "which a group from Jinan runs in Ordos"."""
    first = next((t.start for t in tokens if t.figure is not None), token.end)
    return _before(tokens, token, source) in word_set("area.at") and token.start < first


def _stands_at(tokens: Sequence[Token], token: Token, source: str) -> bool:
    """Whether a place anywhere in the sentence is one that something stands at: "a shed beside the railway at"."""
    return _before(tokens, token, source) in word_set("local.stands")


def _before(tokens: Sequence[Token], token: Token, source: str) -> str:
    n = tokens.index(token)
    return source[tokens[n - 1].start : tokens[n - 1].end].lower() if n else ""


def _is_around(scene: Scene, token: Token) -> bool:
    """Whether a place holds the one that the text is about, or many, and tells nothing of where in it a firm is."""
    home = scene.places.home
    if token.areas[0].startswith(OWN_CODE):
        return True  # "as the gateway of the Yangtze River Delta, the port"
    if home is not None and home.code is None:
        return scene.places.around is not None and scene.places.around.code in token.areas
    return home is not None and LOCAL not in token.areas and is_wider(token.areas[0], home.code or "")


def _only_names(scene: Scene, entity: Entity, token: Token) -> bool:
    """Whether a place in a firm's name places it no nearer than the one that the text is about.

    In a text on a province a firm of one of its cities is there; Shanghai Electric is not in Shanghai, but a mine is.
    """
    home = None if scene.places.home is None else scene.places.home.code
    if LOCAL in token.areas or scene.places.home is None:
        return False
    if home is None:
        return True
    if home in token.areas:
        return False
    if entity.keeps_codes and not any(is_wider(home, code) for code in token.areas):
        return False  # the port of Nanjing, in a report on Tianjin
    of_city = home.endswith("00") and not home.endswith("0000")
    is_site = entity.name.lower().endswith(word_list("en", "entity.sites"))
    return of_city or not (is_site or any(is_wider(home, code) for code in token.areas))


def funds_firms(tokens: Sequence[Token], n: int) -> bool:
    """Whether a place is only where the capital of firms is from: "foreign and Hong Kong and Macao-invested firms"."""
    last = next((k for k in range(n, len(tokens)) if not _joins(tokens[k])), len(tokens) - 1)
    funded = any(word.endswith(word_list("en", "partner.capital")) for word in tokens[last].word.split())
    if funded and not tokens[last - 1].mark:
        return not all(map(is_light, tokens[last + 1 :]))  # but "Hunan | invested" so much
    first = next((k for k in reversed(range(n)) if not _joins(tokens[k])), 0)
    return tokens[first].word in word_set("partner.kinds")


def _joins(token: Token) -> bool:
    return bool(token.areas) or joins_items(token)


def only_holds_home(words: Words, tokens: Sequence[Token], n: int) -> bool:
    """Whether the province of a report on a place in it is named in a firm's name, or to say where something lies."""
    places = words.scene.places
    if places.around is None or places.around == places.home or places.around.code not in tokens[n].areas:
        return False
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    names = following is not None and following.start == tokens[n].end + 1 and words.name(following)[0].isupper()
    comma = next((k for k in reversed(range(n)) if tokens[k].mark), None)
    aside = comma is not None and "link.preposition" in tokens[comma + 1].roles
    return names or (aside and following is not None and following.mark == ",")
