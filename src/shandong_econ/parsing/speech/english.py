"""English speech: `"...," said X`, `X said that ...`, `..., X said on Friday`, `..., adding that ...`."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.speech import any_of
from shandong_econ.parsing.speech.passages import Attribution, Passage, reported
from shandong_econ.parsing.speech.quoting import speech_at, speech_before
from shandong_econ.parsing.speech.sources_english import according, shown, tells_when
from shandong_econ.parsing.speech.speakers import Place, Voices
from shandong_econ.parsing.speech.speakers_english import mention_after, mention_before

_LONGEST_WHEN = 60  # characters between a verb and its "that"


def read(passage: Passage, body: Place, cue: Place, kind: str, voices: Voices) -> Attribution | None:
    """What the words at a cue say that somebody said; `kind` is the key of the cue's list."""
    if kind == "verbs.source":
        return according(passage, body, cue)
    told = shown(passage, body, cue)
    if told is not None or kind == "verbs.shows":
        return told
    return _inverted(passage, body, cue, kind, voices) or _straight(passage, body, cue, kind, voices)


@cache
def _words(role: str) -> re.Pattern[str]:
    """Any word of a list."""
    return re.compile(rf"(?<!\w){any_of('en', role)}(?!\w)", re.IGNORECASE)


def _inverted(passage: Passage, body: Place, verb: Place, kind: str, voices: Voices) -> Attribution | None:
    """`"...," said X` and `..., said X`."""
    hushed, (start, end) = passage.hushed, body
    before = passage.back(start, verb[0])
    if before > start and hushed[before - 1] not in ',"”':
        return None
    if _words("verbs.hearers").match(hushed, passage.past_spaces(verb[1], end), end):
        return None  # Sun Wei, who leads the bureau, told reporters
    by = _words("verbs.by").match(hushed, passage.past_spaces(verb[1], end), end)
    quotation = speech_before(passage, verb[0])
    told = None if quotation is not None else mention_before(hushed, start, verb[0])
    if told is not None and told.name is not None and told.has_post:
        return None  # Sun Wei, the mayor, said the port ...: this person's verb
    named = mention_after(hushed, by.end() if by else verb[1], end)
    mention = voices.accepted(named, beside_quotation=quotation is not None)
    until = mention.end if mention else verb[1]
    if quotation is not None and (mention is not None or (by is None and kind == "verbs.plain")):
        following = speech_at(passage, until, end)
        quotations = (quotation, following) if following else (quotation,)
        at = following.end if following else until
        return Attribution(mention, quotations, until=None if tells_when(hushed, at, end) else at)
    if mention is None or before == start:
        return None
    return reported(passage, mention, start, before)


def _straight(passage: Passage, body: Place, verb: Place, kind: str, voices: Voices) -> Attribution | None:
    """`X said that ...`, `X said: "..."`, `"...," X said` and `..., X said on Friday`."""
    hushed, (start, end) = passage.hushed, body
    hearers = _words("verbs.hearers").match(hushed, passage.past_spaces(verb[1], end), end)
    rest = hearers.end() if hearers else verb[1]
    following = speech_at(passage, rest, end)
    that = _after_that(hushed, rest, end)
    is_last = that is None and tells_when(hushed, rest, end)
    if kind != "verbs.plain" and that is None and not is_last and not passage.quotations:
        return None
    named = mention_before(hushed, start, verb[0])
    quoted = speech_before(passage, named.start) if named else None
    quotations = tuple(quotation for quotation in (quoted, following) if quotation)
    mention = voices.accepted(named, beside_quotation=quoted is not None)
    if mention is None:
        return Attribution(None, (quoted,), until=verb[1]) if quoted else None
    if kind == "verbs.person" and mention.name is None and mention.role is None:
        return None
    before = passage.back(start, mention.start)
    clause: Place | None = None
    if following is None and is_last and not quoted and before > start and hushed[before - 1] == ",":
        clause = passage.trimmed(start, before)
    elif following is None and not (is_last and quoted) and (that is not None or kind == "verbs.plain"):
        clause = passage.trimmed(rest if that is None else that, end)
    if clause is not None and clause[0] < clause[1]:
        return Attribution(mention, quotations, clause, goes_on=clause[0] > verb[0])
    return Attribution(mention, quotations, until=following.end if following else rest) if quotations else None


def _after_that(hushed: str, start: int, end: int) -> int | None:
    """Past "that", which follows the verb or a time or place: `said in a statement on Friday that`."""
    match = _words("verbs.complement").search(hushed, start, min(end, start + _LONGEST_WHEN))
    if match is None or not tells_when(hushed, start, match.start()):
        return None
    return match.end()
