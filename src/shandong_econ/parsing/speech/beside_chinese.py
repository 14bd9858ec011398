"""Who is named beside a Chinese quotation that no verb of saying gives to anybody: “……”总经理霍建民记得，……."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.speech import speech_set, speech_words
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.speech.speakers import Mention, Voices
from shandong_econ.parsing.speech.speakers_chinese import is_name, mention_in

_PARTS = re.compile("[，,。;；:：！？!?“”\uffff]")
_LENGTHS = (3, 2, 4)  # characters of a full name, the most usual first


def person_in(text: str, start: int, stop: int, voices: Voices) -> Mention | None:
    """The first person whom these words name with a role, or who is known and begins a part of them."""
    has_role = _roles().search(text, start, stop) is not None
    if not has_role and not voices.known:
        return None
    begins = start
    for end in [*(mark.start() for mark in _PARTS.finditer(text, start, stop)), stop]:
        found = (with_role(text, begins, end) if has_role else None) or _known(text, begins, end, voices)
        if found is not None:
            return found
        begins = end + 1
    return None


def with_role(text: str, start: int, stop: int) -> Mention | None:
    """The first person named with a role: 生产部部长樊磊 in 生产部部长樊磊指着屏幕."""
    for role in _roles().finditer(text, start, stop):
        for length in _LENGTHS:
            end = role.end() + length
            if end <= stop and _is_whole_name(text[role.end() : end]):
                mention = mention_in(text, start, end)
                if mention is not None and mention.name is not None and mention.role is not None:
                    return mention
    return None


def _is_whole_name(words: str) -> bool:
    """Whether words are a name, the last character of which is not the verb after it."""
    return is_name(words) and words[-1] not in speech_set("zh", "names.verbs")


def _known(text: str, start: int, stop: int, voices: Voices) -> Mention | None:
    for name in voices.known:
        if text.startswith(name, start, stop) and is_name(name):
            return Mention(start, start + len(name), name=(start, start + len(name)))
    return None


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(either(speech_words("zh", "roles.words")))
