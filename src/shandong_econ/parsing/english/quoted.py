"""For whom a quotation speaks: the firm whose manager is quoted, or an office, or who was quoted before."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.clean import in_lower_case
from shandong_econ.parsing.finding.entities import Entity, Voice, find_english_entity
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.firms_told import short_of
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.tokenise_english import tokenise_english
from shandong_econ.parsing.resolving.scene import Scene

REACH = 700  # characters from the opening mark within which a quotation ends
AFTER = 200  # characters after its end in which the speaker is named


def voice_of(source: str, start: int, end: int, scene: Scene) -> Voice | Entity:
    """For whom a sentence speaks that opens a quotation or stands in one; keeps in the scene where that ends."""
    if start < scene.owners.quoted_until:
        return scene.owners.voice
    opening = _OPENS.search(source, start, end)
    if opening is None:
        return _heard_before(source, start, end, scene)
    mark = '"' if opening[0] == '"' else "”"
    stop = min(start + REACH, (source.find("\n", start) + 1 or len(source) + 1) - 1)
    closing = source.find(mark, opening.end(), stop)
    if closing < 0 or not (source[closing - 1] in _SPEECH_ENDS or source.startswith(",", closing + 1)):
        return Voice.NONE
    tail = _SENTENCE.search(source, closing + 1, min(closing + 1 + AFTER, stop))
    until = tail.end() if tail is not None else min(closing + 1 + AFTER, stop)
    scene.owners.quoted_until = closing
    scene.owners.voice = _speaker(source, (start, opening.start()), (closing + 1, until), scene)
    scene.owners.voice_area = _place_of_speaker(source[closing + 1 : until], scene)
    return scene.owners.voice


def _heard_before(source: str, start: int, end: int, scene: Scene) -> Voice | Entity:
    """The firm of whoever was quoted before and opens a sentence without quotation marks: "Ma added that"."""
    speaks = _says().match(source, start, end)
    firm = None if speaks is None else scene.owners.voices.get(speaks["name"])
    scene.owners.voice_area = None if firm is None else scene.owners.known_area(firm)
    return firm or Voice.NONE


@cache
def _says() -> re.Pattern[str]:
    verbs = either(word_list("en", "speech.verbs"))
    return re.compile(rf"(?P<name>[A-Z][a-z]+) (?:(?:[a-z]+ly|also) )?(?:{verbs})\b")


def _place_of_speaker(told: str, scene: Scene) -> Area | None:
    """The place in which a speaker lives or works, "a villager in Xihua", or of which figures were told just before."""
    home = None if scene.places.home is None else scene.places.home.code
    tokens = tokenise_english(told, in_lower_case(told), 0, len(told), scene.places.local_places)
    for n in range(len(tokens) - 1, -1, -1):
        token, around = tokens[n], {one.word for one in (*tokens[max(0, n - 2) : n], *tokens[n + 1 : n + 2])}
        if not token.areas or not around.isdisjoint(word_list("en", "speech.not_from")):
            continue
        if LOCAL in token.areas or (home is not None and is_wider(home, token.areas[0])):
            return place(token.areas, scene.places.home, told[token.start : token.end])
    last = scene.recent[-1].area if scene.recent and scene.owners.voice is Voice.GOES_ON else None
    inside = last is not None and (last.code is None or (home is not None and is_wider(home, last.code)))
    return last if inside and last == scene.places.previous_area else None


_OPENS = re.compile('["“]')
_SENTENCE = re.compile(r'[.!?](?=\s|$)|["“]')
_SPEECH_ENDS = frozenset(".,!?…;")


def _speaker(source: str, before: tuple[int, int], after: tuple[int, int], scene: Scene) -> Voice | Entity:
    told = f"{source[slice(*before)]} {source[slice(*after)]}"
    names = _NAME.findall(told)
    firm = next((e for span in (after, before) if (e := find_english_entity(source, *span, scene.owners.firms))), None)
    firm = firm or next((scene.owners.voices[name] for name in names if name in scene.owners.voices), None)
    if firm is None and (last := scene.owners.last_entity) is not None:
        is_office = find_office(told) is not None
        of_firm = _roles("entity.chiefs").search(told) or (not is_office and _roles("entity.of_firms").search(told))
        firm = last if of_firm else None
    if firm is not None and scene.owners.last_entity is not None and _is_of(firm, scene.owners.last_entity, scene):
        firm = scene.owners.last_entity
    if firm is not None:
        scene.owners.voices.update({name: firm for name in names if name not in firm.name.split()})
        return firm
    return Voice.OTHER if find_office(told) else Voice.GOES_ON


def _is_of(firm: Entity, spoken_of: Entity, scene: Scene) -> bool:
    """Whether a name is short for the one that is spoken of, or of the firm whose base or mine that is."""
    word = short_of(firm.name, scene.places.local_places)
    return spoken_of.name.endswith(firm.name) or (word != "" and word in spoken_of.name.split(" "))


def find_office(told: str) -> re.Match[str] | None:
    """The first office, or somebody who holds or studies one, that words name."""
    return _roles("entity.offices").search(told)


_NAME = re.compile(r"\b[A-Z][a-z]+\b")


@cache
def _roles(role: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{either(word_list('en', role))})\b")
