"""Who speaks on the spot in Chinese news of television, where a paragraph opens with a caption: 企业负责人 沈健：…."""

from __future__ import annotations

from shandong_econ.lexicon.speech import speech_set, speech_words
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.entities import Entity
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.speech.speakers_chinese import mention_in

LONGEST_CAPTION = 30  # characters
Spot = tuple[Entity | None, Area | None, Area | None]


def spot_of(scene: Scene) -> Spot:
    """Where a paragraph leaves the scene: the entity that it spoke of last and its place, else the place."""
    return scene.owners.entity, scene.owners.entity_area, scene.places.paragraph_area


def stay_on(scene: Scene, spot: Spot, text: str, start: int, end: int) -> None:
    """Stays where the paragraph before was set if somebody who is there speaks now."""
    entity, entity_area, area = spot
    if (entity is None and area is None) or not _speaks_on_the_spot(text, start, end):
        return
    if entity is not None:
        scene.enter_entity(entity, entity_area)
        scene.owners.entity_heads = True
    scene.places.paragraph_area = area


def _speaks_on_the_spot(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is told by a reporter, or by somebody of a firm or a village that goes without a name."""
    first, last = _who_speaks(text, start, end)
    if text[first:last].partition(" ")[0].endswith(speech_words("zh", "byline.reporters")):
        return True
    mention = mention_in(text, first, last)
    if mention is None or mention.name is None or mention.role is None:
        return False
    if text[slice(*mention.role)] in speech_set("zh", "roles.outside"):
        return False
    again = max((w for w in word_list("zh", "entity.again") if text.startswith(w, first)), key=len, default="")
    own = "" if mention.organisation is None else text[slice(*mention.organisation)].removeprefix(again)
    return not own or own in word_list("zh", "entity.pointed") or own in speech_set("zh", "roles.here")


def _who_speaks(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the caption of a paragraph is, or the words for a speaker after the quotation with which it opens."""
    closing = text.find("”", start, end) if text.startswith("“", start) else -1
    if closing < 0:
        marks = (text.find(mark, start, min(end, start + LONGEST_CAPTION)) for mark in "：:")
        return start, next((at for at in marks if at > start), start)
    first = closing + 1
    stop = min((at for mark in "，,。：:" if (at := text.find(mark, first, end)) >= 0), default=end)
    said = (word for word in speech_words("zh", "verbs.said") if text.endswith(word, first, stop))
    return first, stop - max(map(len, said), default=stop - first)
