"""Who is named beside a Chinese quotation that no verb of saying gives to anybody: “……”总经理霍建民记得，……."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.speech import any_of, speech_set
from shandong_econ.parsing.speech.speakers import Mention, Voices
from shandong_econ.parsing.speech.speakers_chinese import is_name, mention_in

_PART = re.compile("[^，,。;；:：！？!?“”\uffff]+")
_LENGTHS = (3, 2, 4)  # characters of a full name, the most usual first


def person_in(text: str, start: int, stop: int, voices: Voices) -> Mention | None:
    """The first person whom these words name with a role, or who is known and begins a part of them."""
    if not voices.known and _roles().search(text, start, stop) is None:
        return None
    for part in _PART.finditer(text, start, stop):
        found = with_role(text, *part.span()) or _known(text, *part.span(), voices)
        if found is not None:
            return found
    return None


def with_role(text: str, start: int, stop: int) -> Mention | None:
    """The first person named with a role: 生产部部长樊磊 in 生产部部长樊磊指着屏幕."""
    for role in _roles().finditer(text, start, stop):
        for length in _LENGTHS:
            end = role.end() + length
            is_verb = text[end - 1 : end] in speech_set("zh", "names.verbs")  # and no more a part of the name
            if end <= stop and not is_verb and is_name(text[role.end() : end]):
                mention = mention_in(text, start, end)
                if mention is not None and mention.name is not None:
                    return mention
    return None


def _known(text: str, start: int, stop: int, voices: Voices) -> Mention | None:
    for name in voices.known:
        if text.startswith(name, start, stop) and is_name(name):
            return Mention(start, start + len(name), name=(start, start + len(name)))
    return None


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(any_of("zh", "roles.words"))
