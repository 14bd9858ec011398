"""Chinese speech: “……”某人说, 某人表示，……, 据某局介绍，……, and what an area or an organisation promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.parsing.passages import Attribution, Passage
from shandong_econ.parsing.quotations import CLOSING, Quotation
from shandong_econ.parsing.sources_chinese import promise, source
from shandong_econ.parsing.speakers import Mention, Place, Voices
from shandong_econ.parsing.speakers_chinese import LONGEST, mention_in

_MOST = 12  # verbs of saying that are looked at in a sentence
_SHORTEST = 8  # characters of a quotation that is somebody's words and no term
_PARTS = "，,。;；:！？!?"
_BEFORE_SPEECH = "，,:"
_AFTER_TERM = "。；;！？!?，,"
_BEFORE_QUOTE = "。；;！？!?，,: )"

_Found = tuple[Attribution, int] | None


@cache
def _cue() -> re.Pattern[str]:
    """A verb of saying, a word that names a source, or a verb of promising."""
    return re.compile("|".join(f"(?P<{kind}>{_either(role)})" for kind, role in _KINDS.items()))


_KINDS = {
    "said": "verbs.said",
    "tells": "verbs.tells",
    "source": "verbs.source",
    "promise": "outlook.promises",
    "opens": "outlook.opens",
}


def _either(role: str) -> str:
    return "|".join(map(re.escape, sorted(speech_words("zh", role), key=len, reverse=True)))


def has_cue(text: str, start: int, end: int) -> bool:
    """Whether somebody may speak or promise in this stretch of text."""
    return _cue().search(text, start, end) is not None


def attributions(passage: Passage, sentence: Place, voices: Voices) -> Iterator[Attribution]:
    """What a sentence says that somebody said, in order."""
    body = start, end = passage.trimmed(*sentence)
    at = start
    promised: Place | None = None
    is_said = False
    for _ in range(_MOST):
        match = _cue().search(passage.hushed, at, end)
        if match is None:
            break
        at = match.end()
        found: _Found = None
        if match.lastgroup == "promise":
            promised = promised or match.span()
        elif match.lastgroup == "source":
            found = source(passage, body, match.span())
        elif match.lastgroup != "opens":
            found = _spoken(passage, body, match.span(), voices, tells=match.lastgroup == "tells")
        if found is not None:
            is_said = True
            yield found[0]
            at = max(at, found[1])
    if promised and not is_said and (vow := promise(passage, body, promised)):
        yield vow


def _spoken(passage: Passage, body: Place, verb: Place, voices: Voices, *, tells: bool) -> _Found:
    hushed, (start, end) = passage.hushed, body
    after = _past_hearer(hushed, verb[1], end) if tells else verb[1]
    if after is None or hushed.endswith(speech_words("zh", "verbs.never"), start, verb[1]):
        return None
    if after < end and hushed[after] not in _BEFORE_SPEECH and not passage.quotation_at(after):
        return None
    begins = _subject_start(passage, start, verb[0])
    mention = voices.accepted(_speaker(passage, start, begins, verb[0]))
    quoted = _speech_before(passage, begins)
    rest = passage.past_spaces(after + (after < end and hushed[after] in _BEFORE_SPEECH), end)
    following = _speech_at(passage, rest)
    quotations = tuple(quotation for quotation in (quoted, following) if quotation)
    if mention is None and not quotations:
        return None
    if following is not None:
        return Attribution(mention, quotations), following.end
    clause = passage.trimmed(rest, end)
    if mention is None or clause[0] >= clause[1]:
        return (Attribution(mention, quotations), after) if quotations else None
    return Attribution(mention, quotations, clause, goes_on=True), end


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
    """The speaker before a verb; where only a place or time stands there, the one before the comma: 李明16日，在会上说."""
    mention = mention_in(passage.text, begins, verb)
    if mention is None and begins > start and passage.hushed[begins - 1] in "，," and _is_circumstance(passage, begins, verb):
        earlier = _subject_start(passage, start, begins - 1)
        mention = mention_in(passage.text, earlier, begins - 1)
    return mention


def _is_circumstance(passage: Passage, begins: int, verb: int) -> bool:
    words = passage.text[begins:verb]
    return words.startswith(speech_words("zh", "speaker.opens")) and words.endswith(speech_words("zh", "speaker.closes"))


def _speech_before(passage: Passage, at: int) -> Quotation | None:
    quotation = passage.quotation_before(at, "，,")
    return quotation if quotation and is_speech(passage, quotation) else None


def _speech_at(passage: Passage, at: int) -> Quotation | None:
    quotation = passage.quotation_at(at)
    return quotation if quotation and is_speech(passage, quotation) else None


def is_speech(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is somebody's words, and no name or term within a sentence."""
    before = passage.back(passage.start, quotation.start)
    if before > passage.start and passage.hushed[before - 1] not in _BEFORE_QUOTE and not quotation_verb(passage, before):
        return False
    if quotation.is_closed_as_speech(passage.text):
        return True
    after = passage.past_spaces(quotation.end, passage.end)
    ends = after == passage.end or passage.hushed[after] in _AFTER_TERM
    return ends and quotation.last - quotation.first >= _SHORTEST


def quotation_verb(passage: Passage, at: int) -> bool:
    """Whether a verb of saying ends here: 他说“……”."""
    return passage.hushed.endswith(speech_words("zh", "verbs.said"), passage.start, at)


def stands_alone(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation that is given to nobody is surely somebody's words: whole sentences."""
    return (
        passage.text[quotation.last - 1] in "。！？!?…"
        and quotation.last - quotation.first >= _SHORTEST
        and is_speech(passage, quotation)
    )
