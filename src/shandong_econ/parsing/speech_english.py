"""English speech: `"...," said X`, `X said that ...`, `..., X said on Friday`, and what else a sentence owes to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from shandong_econ.lexicon.speech import speech_set, speech_words
from shandong_econ.parsing.passages import Attribution, Passage
from shandong_econ.parsing.quotations import Quotation
from shandong_econ.parsing.sources_english import according, promise
from shandong_econ.parsing.speakers import Place, Voices
from shandong_econ.parsing.speakers_english import mention_after, mention_before

_MOST = 12  # verbs of saying that are looked at in a sentence
_SHORTEST = 3  # words of a quotation that is somebody's words and no term
_BEFORE_QUOTE = ",.:;—-!?\"”"
_LONGEST_TAIL = 60

_Found = tuple[Attribution, int] | None


@cache
def _cue() -> re.Pattern[str]:
    """A verb of saying or another word that may bring a speaker, after a space or a closing mark."""
    lists = ("verbs.plain", "verbs.that", "verbs.source", "outlook.promises")
    words = sorted({word for role in lists for word in speech_words("en", role)}, key=len, reverse=True)
    sources = [word.capitalize() for word in speech_words("en", "verbs.source")]
    return re.compile(rf"[\s\"”.](?P<word>{'|'.join([*words, *sources])})(?![\w'-])")


@cache
def _words(role: str) -> re.Pattern[str]:
    """Any word of a list."""
    words = sorted(speech_words("en", role), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def has_cue(text: str, start: int, end: int) -> bool:
    """Whether somebody may speak or promise in this stretch of text."""
    return _cue().search(text, max(start - 1, 0), end) is not None


def attributions(passage: Passage, sentence: Place, voices: Voices) -> Iterator[Attribution]:
    """What a sentence says that somebody said, in order."""
    hushed, (start, end) = passage.hushed, passage.trimmed(*sentence)
    adding = _adding(hushed, start, end)
    body = adding[0] if adding else end
    at = max(start - 1, 0)
    last: Attribution | None = None
    promised: Place | None = None
    for _ in range(_MOST):
        match = _cue().search(hushed, at, body)
        if match is None:
            break
        at = match.end()
        cue = match.span("word")
        if hushed[cue[0] : cue[1]] in speech_set("en", "outlook.promises"):
            promised = promised or cue
            continue
        found = _read(passage, (start, body), cue, voices)
        if found is not None:
            last, until = found
            at = max(until, at)
            yield last
    if last is None and promised and (vow := promise(passage, (start, end), promised)):
        yield vow
    if adding and last is not None:
        yield Attribution(last.speaker, clause=passage.trimmed(adding[1], end), goes_on=True)


def _read(passage: Passage, body: Place, cue: Place, voices: Voices) -> _Found:
    word = passage.hushed[cue[0] : cue[1]].lower()
    if word in speech_set("en", "verbs.source"):
        return according(passage, body, cue)
    return _inverted(passage, body, cue, voices) or _straight(passage, body, cue, word, voices)


def _inverted(passage: Passage, body: Place, verb: Place, voices: Voices) -> _Found:
    """`"...," said X` and `..., said X`."""
    hushed, (start, end) = passage.hushed, body
    before = passage.back(start, verb[0])
    if before > start and hushed[before - 1] not in ",\"”":
        return None
    by = _words("verbs.by").match(hushed, passage.past_spaces(verb[1], end), end)
    mention = voices.accepted(mention_after(hushed, by.end() if by else verb[1], end))
    quotation = _speech_before(passage, verb[0])
    until = mention.end if mention else verb[1]
    if quotation is not None and (mention is not None or (by is None and _is_plain(hushed, verb))):
        following = _speech_at(passage, until, end)
        quotations = (quotation, following) if following else (quotation,)
        return Attribution(mention, quotations), _rest(passage, following.end if following else until, end)
    if mention is None or before == start:
        return None
    clause = passage.trimmed(start, before)
    return (Attribution(mention, clause=clause), end) if clause[0] < clause[1] else None


def _straight(passage: Passage, body: Place, verb: Place, word: str, voices: Voices) -> _Found:
    """`X said that ...`, `X said: "..."`, `"...," X said` and `..., X said on Friday`."""
    hushed, (start, end) = passage.hushed, body
    mention = voices.accepted(mention_before(hushed, start, verb[0]))
    if mention is None:
        return None
    quoted = _speech_before(passage, mention.start)
    quotations = (quoted,) if quoted else ()
    hearers = _words("verbs.hearers").match(hushed, passage.past_spaces(verb[1], end), end)
    rest = hearers.end() if hearers else verb[1]
    following = _speech_at(passage, rest, end)
    if following is not None:
        return Attribution(mention, (*quotations, following)), following.end
    clause_start = _after_that(hushed, rest, end)
    if clause_start is None and _is_tail(hushed, rest, end):
        before = passage.back(start, mention.start)
        if quoted:
            return Attribution(mention, quotations), end
        if before > start and hushed[before - 1] == ",":
            return Attribution(mention, clause=passage.trimmed(start, before - 1)), end
    if clause_start is None and not _is_plain(hushed, verb):
        return (Attribution(mention, quotations), rest) if quoted else None
    clause = passage.trimmed(rest if clause_start is None else clause_start, end)
    return (Attribution(mention, quotations, clause, goes_on=True), end) if clause[0] < clause[1] else None


def _adding(hushed: str, start: int, end: int) -> Place | None:
    """Where a sentence takes up the speech again: `, adding that ...`."""
    match = _words("verbs.adding").search(hushed, start, end)
    return match.span() if match else None


def _rest(passage: Passage, at: int, end: int) -> int:
    """The end of a sentence of which only a time or place is left, else where it stands."""
    return end if _is_tail(passage.hushed, at, end) else at


def _is_plain(hushed: str, verb: Place) -> bool:
    return hushed[verb[0] : verb[1]] in speech_set("en", "verbs.plain")


def _is_tail(hushed: str, start: int, end: int) -> bool:
    """Whether what is left of a sentence only tells when or where: `on Friday`, `Tuesday`, `in a statement`."""
    rest = hushed[start : min(end, start + _LONGEST_TAIL + 1)].strip(" ,")
    return not rest or (len(rest) <= _LONGEST_TAIL and rest.split(None, 1)[0].lower() in speech_set("en", "speaker.stops"))


def _after_that(hushed: str, start: int, end: int) -> int | None:
    """Past "that", which follows the verb or a time or place: `said in a statement on Friday that`."""
    match = _words("verbs.complement").search(hushed, start, min(end, start + _LONGEST_TAIL))
    if match is None or not _is_tail(hushed, start, match.start()):
        return None
    return match.end()


def _speech_before(passage: Passage, at: int) -> Quotation | None:
    quotation = passage.quotation_before(at, ",.")
    return quotation if quotation and is_speech(passage, quotation) else None


def _speech_at(passage: Passage, at: int, end: int) -> Quotation | None:
    while at < end and passage.hushed[at] in " ,:.":
        at += 1
    quotation = passage.quotation_at(at)
    return quotation if quotation and is_speech(passage, quotation) else None


def is_speech(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is somebody's words, and no name or term within a sentence."""
    words = len(passage.text[quotation.first : quotation.last].split(None, 2 * _SHORTEST))
    before = passage.back(passage.start, quotation.start)
    opens = before == passage.start or passage.hushed[before - 1] in _BEFORE_QUOTE
    if opens and passage.text[quotation.last - 1] in ".!?":
        return True
    return words >= (_SHORTEST if opens else 2 * _SHORTEST)


def stands_alone(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation that is given to nobody is surely somebody's words: whole sentences."""
    before = passage.back(passage.start, quotation.start)
    opens = before == passage.start or passage.hushed[before - 1] in ".:!?\"”"
    words = len(passage.text[quotation.first : quotation.last].split(None, 2 * _SHORTEST))
    return opens and passage.text[quotation.last - 1] in ".!?" and words > _SHORTEST
