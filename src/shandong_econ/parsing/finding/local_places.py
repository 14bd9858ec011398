"""Counties, districts and towns that the code lists do not have, by the words with which a text names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from shandong_econ.lexicon.concepts import area_words, level_of
from shandong_econ.lexicon.words import either, word_list


def find_local_places(text: str) -> Mapping[str, str]:
    """The names, in lower case, that a text gives to places as such, each with what the place is, if that is told.

    >>> dict(find_local_places("Anji county, the town of Puyuan, a mill located in Keqiao. In Yangpu, 3 ships docked."))
    {'anji': 'county', 'puyuan': 'town', 'keqiao': '', 'yangpu': ''}
    >>> dict(find_local_places("Lingang grows. The Lingang Economic Development Zone and the Tuanjie Development Zone"))
    {'lingang': ''}
    """
    found: dict[str, str] = {}
    if _CAPITALISED.search(text) is None:
        return found
    alone = frozenset(_ALONE.findall(text))
    for match in _namings().finditer(text):
        if match["zone"] and match["zone"].partition("'")[0] not in alone:
            continue  # the zone may have its name from nothing that the text tells of
        name = next(match[way] for way in _WAYS if match[way]).lower()
        kind = (match["kind"] or match["is"] or match["kind_of"] or "").lower()
        if name not in word_list("en", "local.never") and not (name in found and not kind):
            found[name] = kind
    return found


_CAPITALISED = re.compile("[A-Z][a-z]{2}")
_ALONE = re.compile(r"\b[A-Z][a-z]{2,}\b(?! [A-Z])")  # a name with no other word of it behind it
_WAYS = ("name", "of", "put", "one", "opens", "held", "zone")


@cache
def _namings() -> re.Pattern[str]:
    nouns, owned = either(word_list("en", "local.nouns")), either(word_list("en", "local.owned"))
    apart = either(word_list("en", "entity.apart"))
    name = r"[A-Z][a-z]{2,}(?:'[a-z]+)?"
    put, sites = either(word_list("en", "local.put")), either(word_list("en", "local.sites"))
    called = rf", (?:a|an|the) (?:(?!(?:{apart}) )[\w-]+ ){{0,3}}(?P<is>{nouns})\b(?!'s)"
    told = rf"(?i: (?P<kind>{nouns})\b)|{called}|'s (?:{owned})\b|-based\b"
    is_one = either(word_list("en", "passive.be"))
    where = either(word_list("en", "relative.where"))
    inside = rf"(?:{is_one}) (?P<one>{name}), (?:{where})\b"
    inside += rf"|(?:(?:{put}) in|(?:{sites}) at) (?P<put>{name})(?! [A-Z])(?!-)"
    opens = rf"(?:In(?<=^In)| (?<=[.!?] )In| (?<=[.!?][\"”] )In|\n[^\w\n]*+In|; in) (?P<opens>{name}),"
    provinces = either(
        tuple(word for code, words in area_words("en") if level_of(code) == "province" for word in words)
    )
    zone = rf"(?!The )(?P<zone>{name}) (?:[A-Z][\w-]+ (?:and )?){{0,3}}(?:{either(word_list('en', 'local.zones'))})\b"
    held = rf"(?P<held>{name}), (?:{provinces})\b(?!'s)"
    begins = rf"(?=[A-Z])(?:{held}|{zone}|(?P<name>{name}?)(?:{told}))"
    return re.compile(rf"{opens}|(?<!\w)(?:{begins}|(?P<kind_of>{nouns}) of (?P<of>{name})|{inside})")
