"""English speech: `"...," said X`, `X said that ...`, `..., X said on Friday`, `..., adding that ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.speech.passages import Attribution, Passage
from shandong_econ.parsing.speech.quoting_english import speech_at, speech_before
from shandong_econ.parsing.speech.sources_english import according, promise, shown, tells_when
from shandong_econ.parsing.speech.speakers import Mention, Place, Voices
from shandong_econ.parsing.speech.speakers_english import mention_after, mention_before

_MOST = 12  # verbs of saying that are looked at in a sentence
_LONGEST_CUE = 60  # characters of a cue and of what is behind it
_LONGEST_WHEN = 60  # characters between a verb and its "that"

_Found = tuple[Attribution, int] | None


@cache
def _cue() -> re.Pattern[str]:
    """A verb of saying or another word that may bring a speaker, after a space or a closing mark."""
    return re.compile(rf"[ \n\"”](?P<word>{either(tuple(_kinds()))})(?![\w'-])")


@cache
def _kinds() -> dict[str, str]:
    """What each cue is: the key of its list. Some may also begin a sentence."""
    lists = (
        "verbs.shows",
        "verbs.plain",
        "verbs.that",
        "verbs.person",
        "verbs.never",
        "verbs.source",
        "outlook.promises",
    )
    kinds = {word: role for role in lists for word in speech_words("en", role)}
    ahead = {word: role for role in ("verbs.source", "outlook.opens") for word in speech_words("en", role)}
    return kinds | {word.capitalize(): role for word, role in ahead.items()}


@cache
def _words(role: str) -> re.Pattern[str]:
    """Any word of a list."""
    return re.compile(rf"(?<!\w)(?:{either(speech_words('en', role))})(?!\w)", re.IGNORECASE)


@cache
def _take_up() -> re.Pattern[str]:
    return re.compile(rf" (?:{either(speech_words('en', 'verbs.adding'))})(?!\w)")


def has_cue(text: str, start: int, end: int) -> bool:
    """Whether somebody may speak or promise in this stretch of text."""
    return next(_cues(text, start, end), None) is not None


def has_speech(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying, or a word such as "according to", is in this stretch of text."""
    return any(kind.startswith("verbs") for kind, _ in _cues(text, start, end))


def _cues(text: str, start: int, end: int) -> Iterator[tuple[str, Place]]:
    """The cues of a stretch with their kinds; nothing stands before a whole text."""
    first = _cue().match(f" {text[: min(end, _LONGEST_CUE)]}") if start == 0 else None
    if first is not None and (kind := _kinds()[first["word"]]) != "verbs.never":
        yield kind, (0, len(first["word"]))
    for match in _cue().finditer(text, max(start - 1, 0), end):
        if (kind := _kinds()[match["word"]]) != "verbs.never":
            yield kind, match.span("word")


def attributions(passage: Passage, sentence: Place, voices: Voices) -> Iterator[Attribution]:
    """What a sentence says that somebody said, in order."""
    hushed, (start, end) = passage.hushed, passage.trimmed(*sentence)
    cues = list(islice(_cues(hushed, start, end), _MOST))
    adding = _take_up().search(hushed, start, end) if cues else None
    body = (start, adding.start() if adding else end)
    at = start
    last: Attribution | None = None
    for kind, cue in cues:
        if kind.startswith("outlook") or not at <= cue[0] < body[1]:
            continue
        found = _found(passage, body, cue, kind, voices)
        if found is not None:
            last, at = found
            yield last
    promised = next((cue for kind, cue in cues if kind == "outlook.promises"), None)
    if last is None and promised and (vow := promise(passage, (start, end), promised)):
        yield vow
    if adding and last is not None:
        yield Attribution(last.speaker, clause=passage.trimmed(adding.end(), end), goes_on=True)


def _found(passage: Passage, body: Place, cue: Place, kind: str, voices: Voices) -> _Found:
    if kind == "verbs.source":
        return according(passage, body, cue)
    if (told := shown(passage, body, cue)) is not None:
        return told
    return None if kind == "verbs.shows" else _spoken(passage, body, cue, kind, voices)


def _spoken(passage: Passage, body: Place, verb: Place, kind: str, voices: Voices) -> _Found:
    return _inverted(passage, body, verb, kind, voices) or _straight(passage, body, verb, kind, voices)


def _inverted(passage: Passage, body: Place, verb: Place, kind: str, voices: Voices) -> _Found:
    """`"...," said X` and `..., said X`."""
    hushed, (start, end) = passage.hushed, body
    before = passage.back(start, verb[0])
    if before > start and hushed[before - 1] not in ',"”':
        return None
    if _words("verbs.hearers").match(hushed, passage.past_spaces(verb[1], end), end):
        return None  # Sun Wei, who leads the bureau, told reporters
    by = _words("verbs.by").match(hushed, passage.past_spaces(verb[1], end), end)
    quotation = speech_before(passage, verb[0])
    if quotation is None and _is_introduced(mention_before(hushed, start, verb[0])):
        return None  # Sun Wei, the mayor, said the port ...
    named = mention_after(hushed, by.end() if by else verb[1], end)
    mention = voices.accepted(named, beside_quotation=quotation is not None)
    until = mention.end if mention else verb[1]
    if quotation is not None and (mention is not None or (by is None and kind == "verbs.plain")):
        following = speech_at(passage, until, end)
        quotations = (quotation, following) if following else (quotation,)
        return Attribution(mention, quotations), _rest(passage, following.end if following else until, end)
    if mention is None or before == start:
        return None
    clause = passage.trimmed(start, before)
    return (Attribution(mention, clause=clause), end) if clause[0] < clause[1] else None


def _is_introduced(mention: Mention | None) -> bool:
    """Whether a person is named with role or organisation, so that a verb after the comma is this person's."""
    return mention is not None and mention.name is not None and bool(mention.role or mention.organisation)


def _straight(passage: Passage, body: Place, verb: Place, kind: str, voices: Voices) -> _Found:
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
        return (Attribution(None, (quoted,)), verb[1]) if quoted else None
    if kind == "verbs.person" and mention.name is None and mention.role is None:
        return None
    before = passage.back(start, mention.start)
    clause: Place | None = None
    if following is None and is_last and not quoted and before > start and hushed[before - 1] == ",":
        clause = passage.trimmed(start, before)
    elif following is None and not (is_last and quoted) and (that is not None or kind == "verbs.plain"):
        clause = passage.trimmed(rest if that is None else that, end)
    if clause is not None and clause[0] < clause[1]:
        return Attribution(mention, quotations, clause, goes_on=clause[0] > verb[0]), end
    if quotations:
        return Attribution(mention, quotations), following.end if following else rest
    return None


def _rest(passage: Passage, at: int, end: int) -> int:
    """The end of a sentence of which only a time or place is left, else where it stands."""
    return end if tells_when(passage.hushed, at, end) else at


def _after_that(hushed: str, start: int, end: int) -> int | None:
    """Past "that", which follows the verb or a time or place: `said in a statement on Friday that`."""
    match = _words("verbs.complement").search(hushed, start, min(end, start + _LONGEST_WHEN))
    if match is None or not tells_when(hushed, start, match.start()):
        return None
    return match.end()
