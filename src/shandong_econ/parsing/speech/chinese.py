"""Chinese speech: “……”某人说, 某人表示，……, 据某局介绍，……, and what an area or an organisation promises."""

from __future__ import annotations

import re

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.parsing.speech.beside_chinese import with_role
from shandong_econ.parsing.speech.passages import Attribution, Passage
from shandong_econ.parsing.speech.quotations import CLOSING
from shandong_econ.parsing.speech.quoting import is_speech, speech_at, speech_before
from shandong_econ.parsing.speech.sources_chinese import shown, source
from shandong_econ.parsing.speech.speakers import Mention, Place, Voices
from shandong_econ.parsing.speech.speakers_chinese import LONGEST, mention_in

_PARTS = "，,。;；:！？!?"
_PART = re.compile(f"[^{_PARTS}]*")
_LONGEST_HEARER = 20  # characters
_BEFORE_SPEECH = "，,:"


def read(passage: Passage, body: Place, cue: Place, kind: str, voices: Voices) -> Attribution | None:
    """What the words at a cue say that somebody said; `kind` is the key of the cue's list."""
    if kind in _SOURCES:
        return _SOURCES[kind](passage, body, cue)
    return _spoken(passage, body, cue, voices, tells=kind == "verbs.tells")


_SOURCES = {"verbs.source": source, "verbs.shows": shown, "verbs.offices": shown}


def _spoken(passage: Passage, body: Place, verb: Place, voices: Voices, *, tells: bool) -> Attribution | None:
    hushed, (start, end) = passage.hushed, body
    after = _past_hearer(hushed, verb[1], end) if tells else verb[1]
    if after is None:
        return None
    is_announced = after < end and hushed[after] in _BEFORE_SPEECH
    if after < end and not is_announced and not passage.quotation_at(after):
        return None
    begins = _subject_start(passage, start, verb[0])
    mention = voices.accepted(_speaker(passage, start, begins, verb[0]))
    quoted = speech_before(passage, begins)
    rest = passage.past_spaces(after + is_announced, end)
    following = speech_at(passage, rest, end) if is_announced or mention else None
    quotations = tuple(quotation for quotation in (quoted, following) if quotation)
    if following is not None:
        return Attribution(mention, quotations, until=following.end)
    clause = passage.trimmed(rest, end) if is_announced else (rest, rest)  # no clause in 介绍“十四五”成就
    if mention is not None and not quotations and after == end and begins > start and hushed[begins - 1] in "，,":
        clause = passage.trimmed(start, begins - 1)  # what was said stands first
    if mention is not None and clause[0] < clause[1]:
        return Attribution(mention, quotations, clause, goes_on=True)
    return Attribution(mention, quotations, until=after) if quotations else None


def _past_hearer(hushed: str, at: int, end: int) -> int | None:
    """Past whom somebody tells something: 告诉记者."""
    heard = _PART.match(hushed, at, min(end, at + _LONGEST_HEARER))
    return heard.end() if heard and heard[0].endswith(speech_words("zh", "verbs.hearers")) else None


def _subject_start(passage: Passage, start: int, verb: int) -> int:
    """Where the words between the last mark and the verb begin; a term in quotation marks is part of them."""
    at, lowest = verb, max(start, verb - LONGEST)
    while at > lowest:
        mark = passage.hushed[at - 1]
        if mark in _PARTS:
            return at
        if mark in CLOSING:
            quotation = passage.quotation_before(at, "")
            if quotation is not None and is_speech(passage, quotation):
                return at
        at -= 1
    return at


def _speaker(passage: Passage, start: int, begins: int, verb: int) -> Mention | None:
    """The speaker before a verb; where only a place or time stands there, the one before the comma."""
    mention = mention_in(passage.text, begins, verb) or with_role(passage.text, begins, verb)
    words = passage.text[begins:verb]
    is_circumstance = words.startswith(speech_words("zh", "speaker.opens")) and words.endswith(
        speech_words("zh", "speaker.closes")
    )
    if mention is None and is_circumstance and begins > start and passage.hushed[begins - 1] in "，,":
        earlier = _subject_start(passage, start, begins - 1)
        mention = mention_in(passage.text, earlier, begins - 1)
    return mention
