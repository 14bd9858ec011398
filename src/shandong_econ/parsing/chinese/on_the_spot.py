"""Who speaks on the spot in Chinese news of television, where a paragraph opens with a caption: 企业负责人 陈涛：…."""

from __future__ import annotations

from shandong_econ.lexicon.speech import speech_set, speech_words
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.entities import Entity
from shandong_econ.parsing.finding.openings import longest_at
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.speech.speakers import Mention
from shandong_econ.parsing.speech.speakers_chinese import mention_in

LONGEST_CAPTION = 30  # characters
LONGEST_UNNAMED = 2  # characters of 企业, 粮库, 村
Spot = tuple[Entity | None, Area | None, Area | None]


def spot_of(scene: Scene) -> Spot:
    """Where a paragraph leaves the scene: the entity that it spoke of last and its place, else the place."""
    return scene.owners.entity, scene.owners.entity_area, scene.places.paragraph_area


def stay_on(scene: Scene, spot: Spot, text: str, start: int, end: int) -> None:
    """Stays where the paragraph before was set if somebody who is there speaks now; a firm named so is there too."""
    entity, entity_area, area = spot
    if entity is None and area is None:
        return
    first, last = _who_speaks(text, start, end)
    speaks = mention_in(text, first, last)
    own = "" if speaks is None or speaks.organisation is None else text[slice(*speaks.organisation)]
    if not (_reports(text, first, last) or _is_on_the_spot(text, speaks, own)):
        scene.places.set_in = (entity_area or area) if own.endswith(word_list("zh", "entity.firms")) else None
        return
    if entity is not None:
        scene.enter_entity(entity, entity_area)
        scene.owners.entity_heads = True
    scene.places.paragraph_area = area


def _reports(text: str, first: int, last: int) -> bool:
    """Whether it is a reporter who speaks: 总台记者 李帆."""
    return text[first:last].partition(" ")[0].endswith(speech_words("zh", "byline.reporters"))


def _is_on_the_spot(text: str, speaks: Mention | None, own: str) -> bool:
    """Whether somebody speaks who is named with a role, and the firm or the village without a name, if at all."""
    if speaks is None or speaks.name is None or speaks.role is None:
        return False
    if text[slice(*speaks.role)] in speech_set("zh", "roles.outside"):
        return False
    again = longest_at(own, word_list("zh", "entity.again"))
    own = own.removeprefix(again)
    unnamed = len(own) <= LONGEST_UNNAMED and not own.endswith(speech_words("zh", "organisations.offices"))
    return unnamed or own in word_list("zh", "entity.pointed")


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
