"""The place that the words before a figure are about."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.concepts import areas
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.english_words import Words, word_set
from shandong_econ.parsing.places import place
from shandong_econ.parsing.tokenise_english import phrases
from shandong_econ.parsing.tokens import Token


def area_of(words: Words, tokens: Sequence[Token]) -> Area | None:
    """The place that the words before a verb are about: not a partner of trade, and not one in a relative clause."""
    found: list[Token] = []
    partner = False
    for token in tokens:
        word = words.word(token)
        if token.areas:
            if not partner:
                found.append(token)
            continue
        if word in word_set("partner.before"):
            partner = True
        elif not (token.mark == "," or "link.list" in token.roles):
            partner = False
        if found and word in word_set("relative.that"):
            break
    if not found:
        nation = any("area.nation" in t.roles for t in tokens)
        return areas()["100000"] if nation else None
    best = found[0]
    for token in found[1:]:
        if _is_wider(best.areas[0], token.areas[0]):
            best = token
    return _zone(words, best) or place(best.areas, words.scene.home, words.name(best))


def _zone(words: Words, token: Token) -> Area | None:
    """A zone without a code whose name begins with a place's: Xiong'an New Area."""
    rest = words.source[token.end : token.end + 40]
    suffix = next((s for s in word_list("en", "zone.words") if rest.startswith(f" {s}")), None)
    return None if suffix is None else Area(None, f"{words.name(token)} {suffix}")


def _is_wider(code: str, other: str) -> bool:
    """Whether an area holds another: 370000 holds 370100."""
    return code != other and (code == "100000" or other.startswith(code.rstrip("0")))


def without_places(words: str) -> str:
    """A noun phrase without the places in it."""
    known = phrases().places
    return " ".join(w for w in words.split() if not (w[:1].isupper() and _place_name(w) in known))


def _place_name(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")
