"""Chinese speech: “……”某人说, 某人表示，……, 据某局介绍，……, and what an area or an organisation promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.speech.beside_chinese import with_role
from shandong_econ.parsing.speech.passages import Attribution, Passage
from shandong_econ.parsing.speech.quotations import CLOSING
from shandong_econ.parsing.speech.quoting_chinese import is_speech, speech_at, speech_before
from shandong_econ.parsing.speech.sources_chinese import headed, opens_part, promise, shown, source
from shandong_econ.parsing.speech.speakers import Mention, Place, Voices
from shandong_econ.parsing.speech.speakers_chinese import LONGEST, mention_in

_MOST = 12  # verbs of saying that are looked at in a sentence
_PARTS = "，,。;；:！？!?"
_BEFORE_SPEECH = "，,:"

_Found = tuple[Attribution, int] | None


_KINDS = ("verbs.said", "verbs.tells", "verbs.source", "verbs.shows", "outlook.promises", "outlook.opens")
_OFFICE = "organisations.offices"  # 人力资源社会保障部:城镇新增就业……


@cache
def _cue() -> re.Pattern[str]:
    """A verb of saying, a word that names a source, a verb of promising, or a word that looks ahead."""
    return re.compile(either(tuple(_kinds())))


@cache
def _kinds() -> dict[str, str]:
    """What each cue is: the key of its list."""
    offices = {f"{word}:": _OFFICE for word in speech_words("zh", _OFFICE)}
    return offices | {word: role for role in _KINDS for word in speech_words("zh", role)}


def has_cue(text: str, start: int, end: int) -> bool:
    """Whether somebody may speak or promise in this stretch of text."""
    return _cue().search(text, start, end) is not None


def has_speech(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying is in this stretch of text, or a part of it begins by naming a source."""
    for match in _cue().finditer(text, start, end):
        kind = _kinds()[match[0]]
        if kind in ("verbs.said", "verbs.tells", "verbs.shows") or (
            kind == "verbs.source" and opens_part(text, start, match.start())
        ):
            return True
    return False


def attributions(passage: Passage, sentence: Place, voices: Voices) -> Iterator[Attribution]:
    """What a sentence says that somebody said, in order."""
    body = passage.trimmed(*sentence)
    at, promised, is_said = body[0], None, False
    for match in islice(_cue().finditer(passage.hushed, *body), _MOST):
        kind, cue = _kinds()[match[0]], match.span()
        found: _Found = None
        if kind == "outlook.promises":
            promised = promised or cue
        elif cue[0] >= at and kind == "verbs.source":
            found = source(passage, body, cue)
        elif cue[0] >= at and kind == "verbs.shows":
            found = shown(passage, body, cue)
        elif cue[0] >= at and kind == _OFFICE:
            found = headed(passage, body, cue)
        elif cue[0] >= at and kind != "outlook.opens":
            found = _spoken(passage, body, cue, voices, tells=kind == "verbs.tells")
        if found is not None:
            is_said = True
            yield found[0]
            at = found[1]
    if promised and not is_said and (vow := promise(passage, body, promised)):
        yield vow


def _spoken(passage: Passage, body: Place, verb: Place, voices: Voices, *, tells: bool) -> _Found:
    hushed, (start, end) = passage.hushed, body
    after = _past_hearer(hushed, verb[1], end) if tells else verb[1]
    if after is None or hushed.endswith(speech_words("zh", "verbs.never"), start, verb[1]):
        return None
    is_announced = after < end and hushed[after] in _BEFORE_SPEECH
    if after < end and not is_announced and not passage.quotation_at(after):
        return None
    begins = _subject_start(passage, start, verb[0])
    mention = voices.accepted(_speaker(passage, start, begins, verb[0]))
    quoted = speech_before(passage, begins)
    rest = passage.past_spaces(after + is_announced, end)
    following = speech_at(passage, rest) if is_announced or mention else None
    quotations = tuple(quotation for quotation in (quoted, following) if quotation)
    if following is not None:
        return Attribution(mention, quotations), following.end
    clause = passage.trimmed(rest, end) if is_announced else (rest, rest)  # no clause in 介绍“十四五”成就
    if mention is not None and not quotations and after == end and begins > start and hushed[begins - 1] in "，,":
        clause = passage.trimmed(start, begins - 1)  # what was said stands first
    if mention is not None and clause[0] < clause[1]:
        return Attribution(mention, quotations, clause, goes_on=True), end
    return (Attribution(mention, quotations), after) if quotations else None


def _past_hearer(hushed: str, at: int, end: int) -> int | None:
    """Past whom somebody tells something: 告诉记者."""
    stop = min(end, at + 20)
    for index in range(at, stop):
        if hushed[index] in _PARTS:
            stop = index
            break
    heard = hushed[at:stop]
    return stop if heard.endswith(speech_words("zh", "verbs.hearers")) else None


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
    if (
        mention is None
        and begins > start
        and passage.hushed[begins - 1] in "，,"
        and _is_circumstance(passage, begins, verb)
    ):
        earlier = _subject_start(passage, start, begins - 1)
        mention = mention_in(passage.text, earlier, begins - 1)
    return mention


def _is_circumstance(passage: Passage, begins: int, verb: int) -> bool:
    words = passage.text[begins:verb]
    return words.startswith(speech_words("zh", "speaker.opens")) and words.endswith(
        speech_words("zh", "speaker.closes")
    )
