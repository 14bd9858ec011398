"""A story that goes on over paragraphs about somebody set in a place: a grower, her family, the cooperative.

Each of its sentences that names no place is of that one as long as it points back to them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.english.firms import opening_of, opens_with_one, words_as_told
from shandong_econ.parsing.english.quoted import find_office
from shandong_econ.parsing.english.role_classes import WHOLE
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.entities import Voice
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import names_customs, place
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.levels import LEVELS, area_at
from shandong_econ.parsing.resolving.scene import Scene


def go_on_with_story(tokens: Sequence[Token], source: str, scene: Scene) -> None:
    """Takes a sentence without a place for one of the story's, where it points back to whom that is about."""
    if not tokens or is_abroad(scene):
        return
    places, told = scene.places, source[tokens[0].start : tokens[-1].end]
    here = _own_place(tokens, source, scene)
    if here is not None and (here != places.story or not places.story_is_near):
        inside = _is_inside(here, places.home)
        places.story_of = _who(told) if inside else frozenset()
        places.story_is_near = inside and (places.story_of != frozenset() or scene.owners.entity is None)
        places.story = here if places.story_is_near else None
        return
    if places.story is None:
        return
    wide = (token for token in tokens if not WHOLE.isdisjoint(token.roles) and area_at(scene, token) != places.story)
    if any(token.word.rpartition(" ")[2] not in places.story_of for token in wide):
        places.story_is_near = False
        return  # "the province's output"; but "the town" can be the story's
    goes_on = here is not None or (scene.position.opens_paragraph and _opens_there(tokens, source, scene))
    if goes_on or _points_back(tokens, source, told, places.story_of):
        places.story_is_near = True
        if scene.owners.entity is None:
            places.area = places.paragraph_area = places.story
            places.goes_on_there = True
    elif scene.position.opens_paragraph:
        places.story_is_near = False
        return
    places.story_of |= _who(told)


def _opens_there(tokens: Sequence[Token], source: str, scene: Scene) -> bool:
    """Whether the paragraph right after one of the story opens with somebody of no office or firm, or with "it"."""
    owners, told = scene.owners, source[tokens[0].start : tokens[-1].end]
    if not scene.places.story_is_near:
        return False
    heard = tokens[0].start < owners.quoted_until and owners.voice is Voice.GOES_ON and owners.voice_area is None
    if heard or (scene.places.story_of and opens_with_one(tokens, source)):
        return True
    return _is_one_of_people(told) and find_office(told) is None


def _is_one_of_people(told: str) -> bool:
    """Whether a sentence opens with somebody: "Gao Yan rents", "Batu, a herder from", "Chen, 51, keeps"."""
    if _people().match(told):
        return True
    who = _WHO.match(told)
    if who is None:
        return False
    nouns = {f"{one}s" for one in who[2].split()} | {f"{one[:-3]}men" for one in who[2].split()}
    return who[1] is not None or not word_set("people.words").isdisjoint(nouns)


_WHO = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?, (?:(\d\d,)|an? )([^,]*)")


def _own_place(tokens: Sequence[Token], source: str, scene: Scene) -> Area | None:
    """The narrowest place that a sentence names, or "the county" in it."""
    home, entity = scene.places.home, scene.owners.entity
    if entity is not None and tokens[0].start <= entity.start < tokens[-1].end and scene.owners.entity_area is not None:
        return scene.owners.entity_area
    told = (token for n, token in enumerate(tokens) if token.areas and not names_customs(tokens, n))
    named = [(token, place(token.areas, home, source[token.start : token.end])) for token in told]
    if named:
        local = next((area for token, area in named if LOCAL in token.areas), None)
        return local or max((area for _, area in named), key=lambda area: _narrowness(area, home))
    return next((area_at(scene, token) for token in tokens if not LEVELS.isdisjoint(token.roles)), None)


def _narrowness(area: Area, home: Area | None) -> tuple[bool, int]:
    """Whether a place lies in that of the text, and how many digits of its code tell which it is."""
    return _is_inside(area, home), len((area.code or "").rstrip("0"))


def _is_inside(area: Area, home: Area | None) -> bool:
    """Whether a place lies in the one that the text is about, so that the text comes back from it."""
    if home is None or area == home:
        return False
    return area.code is None or home.code is None or is_wider(home.code, area.code)


def _who(told: str) -> frozenset[str]:
    """Of whom a sentence tells: people by their surnames, and the things that are one's own or a village's."""
    things = (found[1] for found in _things().finditer(told.lower()))
    return frozenset((*things, *(found[1] for found in _people().finditer(told))))


def _points_back(tokens: Sequence[Token], source: str, told: str, known: frozenset[str]) -> bool:
    if known and not word_set("story.pronouns").isdisjoint(words_as_told(opening_of(tokens), source)):
        return True
    if any(found[1] in known for found in _pointing().finditer(told.lower())):
        return True
    return not known.isdisjoint(_CAPITALS.findall(told))


_CAPITALS = re.compile(r"\b[A-Z]\w*")


@cache
def _people() -> re.Pattern[str]:
    """Somebody's surname and given name."""
    surnames = either(tuple(name.capitalize() for name in word_list("en", "person.surnames")))
    return re.compile(rf"\b({surnames}) [A-Z][a-z]+\b")


@cache
def _things() -> re.Pattern[str]:
    return re.compile(rf"\b({either(word_list('en', 'story.things'))})\b")


@cache
def _pointing() -> re.Pattern[str]:
    """A thing that is known already: "the cooperative", "his farm", "Ma's family"."""
    owners = either(word_list("en", "story.owners"))
    return re.compile(rf"(?:\b(?:{owners})|[a-z]['’]s) (?:[a-z]+ )?({either(word_list('en', 'story.things'))})\b")
