"""Whether an English sentence is about a firm, and when a passage about one is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.firm_places import place_of
from shandong_econ.parsing.english.listed_words import has_word, owns
from shandong_econ.parsing.english.one_firm import is_of_one
from shandong_econ.parsing.english.quoted import voice_of
from shandong_econ.parsing.english.role_classes import JOINS, WHOLE
from shandong_econ.parsing.english.scenes import opens_with_figure
from shandong_econ.parsing.english.set_in import set_scene
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.entities import Entity, Voice, find_english_entity, parks_in
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene

NEAR = 30  # characters of a sentence in which the firm stands that it is about
NEAR_OPENING = 4  # pieces of a sentence among which a pronoun goes on about the same one


def note_firm(tokens: Sequence[Token], source: str, start: int, end: int, scene: Scene) -> None:
    """Moves the scene into the firm that a sentence is about, or out of it where it speaks of a whole area.

    A firm once spoken of stays so to the end of the paragraph, and is taken up after that by what points back to it.
    """
    scene.places.note(place(t.areas, scene.places.home, source[t.start : t.end]) for t in tokens if t.areas)
    entity = find_english_entity(source, start, end, scene.owners.firms)
    if entity is not None and (_gives_data().search(source, start, entity.start) or _is_example(entity, tokens)):
        entity = None
    scene.owners.note_parks(parks_in(source, start, end))
    if entity is not None and (entity.is_zone or entity.is_park) and _stays_in_firm(tokens, source, start, scene):
        entity = None  # "in the workshop of the firm in Yantai Development Zone"
    if entity is not None and -1 < _first_figure(tokens) < entity.start and _before_paragraph(tokens, source, scene):
        entity = None  # "its throughput rose 3.4 percent, according to the port's owner"
    voice = voice_of(source, start, end, scene)
    if isinstance(voice, Entity) and _serves_area(voice):
        voice, entity = Voice.OTHER, None
    if entity is not None and _serves_area(entity) and not _leads(entity, tokens, goes_on=False):
        entity = None
    if voice is not Voice.NONE and not isinstance(voice, Entity):
        scene.places.area = scene.owners.voice_area or scene.places.paragraph_area
        scene.places.goes_on_there |= scene.places.area is not None
    goes_on = voice is Voice.GOES_ON or _goes_on(tokens, source, start, end)
    heads = entity is not None and (scene.owners.entity is None or entity.start < start + NEAR)
    if entity is None or not any(entity.start <= token.start < entity.end for token in tokens[:2]):
        set_scene(tokens, source, scene)
    quoted, scene.owners.only_quoted = scene.owners.only_quoted, False
    if entity is not None and (heads or _leads(entity, tokens, goes_on=goes_on)):
        scene.owners.only_quoted = (
            scene.owners.entity is None and isinstance(voice, Entity) and entity.start > scene.owners.quoted_until
        )
        scene.enter_entity(entity, place_of(entity, tokens, source, scene))
    elif (before := _pointed_to(tokens, source, start, scene) or _before_paragraph(tokens, source, scene)) is not None:
        scene.enter_entity(before, None)
    elif isinstance(voice, Entity):
        scene.owners.only_quoted = scene.owners.entity is None or quoted
        scene.enter_entity(voice, scene.owners.voice_area)
    elif voice is Voice.OTHER or (quoted and not goes_on) or (not goes_on and _turns_away(tokens, source, scene)):
        scene.leave_entity()
    scene.owners.entity_before = None
    scene.owners.is_one = scene.owners.entity is None and (is_of_one(tokens) or (scene.owners.is_one and goes_on))


@cache
def _gives_data() -> re.Pattern[str]:
    """The words before a firm of whose data a sentence tells something else: "according to data from"."""
    data, links = either(speech_words("en", "organisations.data")), either(word_list("en", "speech.learned_from"))
    return re.compile(rf"\b(?i:{data}) (?:[a-z]+ )?(?:{links}) (?:the )?\Z")


def _serves_area(entity: Entity) -> bool:
    """Whether a firm tells of all the power of its area, not of its own: the State Grid's."""
    return entity.name.startswith(word_list("en", "entity.grids"))


def _is_example(entity: Entity, tokens: Sequence[Token]) -> bool:
    """Whether a firm is one of so many that were counted before it: "has 4 listed firms, which are", "such as"."""
    before = [token for token in tokens if token.end <= entity.start]
    counted = max((n + 1 for n, token in enumerate(before) if token.figure is not None), default=len(before))
    names = before[counted:]
    are = any(
        one.word in word_set("relative.words") and two.word in word_set("passive.be") for one, two in pairwise(names)
    )
    return are or has_word(names, "examples.by")


def leave_firm(scene: Scene, source: str, lead: Sequence[Token]) -> None:
    """Leaves a firm where a clause behind a figure opens with a whole area: ", and | the province's exports rose"."""
    opening = next((token for token in lead if not token.mark and JOINS.isdisjoint(token.roles)), None)
    if opening is None or scene.owners.entity is None:
        return
    of_place = bool(opening.areas) and owns(source[opening.end : opening.end + 2])
    if of_place or not WHOLE.isdisjoint(opening.roles):
        scene.leave_entity()


def _turns_away(tokens: Sequence[Token], source: str, scene: Scene) -> bool:
    """Whether a sentence is of a whole area, by its words for one, the place that it names or the series it tells."""
    if scene.owners.entity is None:
        return False
    if scene.owners.entity.keeps_codes and has_word(tokens, "entity.other_ways"):
        return True  # "the airport handled 3 million. Traffic on expressways averaged"
    before = _before_figure(tokens)
    if any(not WHOLE.isdisjoint(token.roles) for token in before):
        return True
    return any(_is_of_areas(token, scene.owners.entity) for token in before) or _turns_to_place(tokens, source)


def _is_of_areas(token: Token, entity: Entity) -> bool:
    """Whether a word names a series that only areas have: GDP, retail sales; beside a port all but the ports' own."""
    if token.naming is None:
        return False
    code = token.naming.indicator or token.naming.base
    if code is None:
        return False
    known, whole = word_set("entity.families_of_areas"), token.naming.indicator
    family = kinds()[whole].family if whole is not None and whole in kinds() else ""
    if entity.keeps_codes and not entity.is_park:
        return family != "" and family not in word_set("entity.families_of_ports")
    return family in known or code in known


def _turns_to_place(tokens: Sequence[Token], source: str) -> bool:
    """Whether a sentence turns from a firm to a place: "Across Henan, tea output", "Shanghai's output"."""
    if _pointing().search(source, tokens[0].start, tokens[-1].end):
        return False
    for n, token in enumerate(tokens[:NEAR_OPENING]):
        if token.areas:
            before = tokens[n - 1].word if n else ""
            opens = not n or (n == 1 and before == "in")
            return owns(source[token.end : token.end + 2]) or opens or before in word_set("area.across")
    return False


def _leads(entity: Entity, tokens: Sequence[Token], *, goes_on: bool) -> bool:
    """Whether a sentence is about the entity that it names somewhere before its first figure."""
    return not goes_on and entity.start < _first_figure(tokens)


def _before_figure(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before the first figure, which tell what the sentence is about; all of them where it has none."""
    return tokens[
        : next((n for n, t in enumerate(tokens) if t.figure is not None and not _in_name(tokens, n)), len(tokens))
    ]


def _in_name(tokens: Sequence[Token], n: int) -> bool:
    """Whether a number opens a quoted name: the "46 articles"."""
    return n > 0 and tokens[n - 1].mark in _QUOTES


_QUOTES = frozenset('"“')


def _first_figure(tokens: Sequence[Token]) -> int:
    return next((token.start for token in tokens if token.figure is not None), -1)


def _pointed_to(tokens: Sequence[Token], source: str, start: int, scene: Scene) -> Entity | None:
    """The entity spoken of before that "the zone" or "the firm" points back to: it is one by its name."""
    last = scene.owners.last_entity
    stop = _first_figure(tokens)
    pointed = _pointing().search(source, start, tokens[-1].end if stop < 0 else stop) if tokens else None
    if pointed is None:
        return None
    noun = pointed[1].lower()
    if (zone := next((z for z in reversed(scene.owners.parks) if z.name.lower().endswith(noun)), None)) is not None:
        return zone
    if last is None:
        return None
    is_firm = not (last.keeps_codes or last.is_cluster) and noun in word_set("entity.any")
    return last if is_firm or last.name.lower().endswith(noun) else None


def _stays_in_firm(tokens: Sequence[Token], source: str, start: int, scene: Scene) -> bool:
    """Whether a sentence points back to the firm spoken of, whatever zone it names too."""
    here = scene.owners.entity
    firm = None if here is None or here.is_zone or here.is_park else _pointed_to(tokens, source, start, scene)
    return firm is not None and firm == scene.owners.last_entity


_PORT = "PORT_"  # begins the codes of what ports handle


def _before_paragraph(tokens: Sequence[Token], source: str, scene: Scene) -> Entity | None:
    """The entity with which the paragraph before ended, where this one opens with what it has or does: "its sales"."""
    before = scene.owners.entity_before
    if before is None:
        return None
    named = _before_figure(tokens)
    # "its sales", "the figure was up", "in May alone the container throughput"
    goes_on = (
        opens_with_one(tokens, source) or opens_with_figure(tokens) or (before.keeps_codes and _is_of_ports(named))
    )
    return before if goes_on and not any(_is_of_areas(token, before) for token in named) else None


def _is_of_ports(named: Sequence[Token]) -> bool:
    """Whether words name what ports handle, and no place of which that is all."""
    series = (token.naming.base or "" for token in named if token.naming is not None)
    return any(base.startswith(_PORT) for base in series) and not any(
        token.areas or not WHOLE.isdisjoint(token.roles) for token in named
    )


def opens_with_one(tokens: Sequence[Token], source: str) -> bool:
    """Whether one opens with what one thing spoken of has or does: "its sales", but not "it is estimated that"."""
    opening = opening_of(tokens)
    at = next((n for n, one in enumerate(words_as_told(opening, source)) if one in word_set("carry_on.one")), None)
    if at is None:
        return False
    first = tokens.index(opening[at]) + 1
    said = tokens[first : first + NEAR_OPENING]
    return not (said and said[0].word in word_set("passive.be") and has_word(said, "relative.restricting"))


def opening_of(tokens: Sequence[Token]) -> list[Token]:
    """The first pieces of a sentence, and the one behind the comma of "built in May, it"."""
    head = tokens[0].word
    leads = head in word_set("acting.participles") or head.endswith(word_list("en", "acting.leading"))
    comma = next((n for n, token in enumerate(tokens) if token.mark == ","), 0) if leads else 0
    return [*tokens[:NEAR_OPENING], *(tokens[comma + 1 : comma + 2] if comma + 1 >= NEAR_OPENING else ())]


def words_as_told(tokens: Sequence[Token], source: str) -> list[str]:
    """The words of these pieces as the source has them, but for a capital at their head: "it", not "IT"."""
    told = (source[token.start : token.end] for token in tokens)
    return ["" if one.isupper() and len(one) > 1 else one.lower() for one in told]


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?:development |industrial )?({either(word_list('en', 'entity.nouns'))})\b")


def _goes_on(tokens: Sequence[Token], source: str, start: int, end: int) -> bool:
    """Whether a sentence goes on about the firm of the one before: "its revenue", "last year it sold"."""
    if not word_set("carry_on.pronouns").isdisjoint(words_as_told(opening_of(tokens), source)):
        return True
    return source[start:end].lower().startswith(word_list("en", "carry_on.words"))
