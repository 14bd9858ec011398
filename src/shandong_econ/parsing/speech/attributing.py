"""What a sentence says that somebody said: the words that may bring a speaker, and what is read at each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.lexicon.words import either
from shandong_econ.parsing.speech import chinese, english, sources_chinese, sources_english
from shandong_econ.parsing.speech.passages import Attribution, Passage
from shandong_econ.parsing.speech.sources_chinese import opens_part
from shandong_econ.parsing.speech.speakers import Place, Voices

_MOST = 12  # cues that are looked at in a sentence
_KINDS = {
    "en": ("shows", "plain", "that", "person", "never", "source", "adding"),
    "zh": ("said", "tells", "source", "shows", "offices", "never"),
}
_MAY_BEGIN = ("verbs.source", "outlook.opens")  # a sentence
_READ = {"en": english.read, "zh": chinese.read}
_PROMISE = {"en": sources_english.promise, "zh": sources_chinese.promise}


@cache
def _kinds(language: str) -> dict[str, str]:
    """What each cue is: the key of its list."""
    lists = (*(f"verbs.{kind}" for kind in _KINDS[language]), "outlook.promises", "outlook.opens")
    kinds = {word: role for role in lists for word in speech_words(language, role)}
    return kinds | {word.capitalize(): role for word, role in kinds.items() if role in _MAY_BEGIN}


@cache
def _cue(language: str) -> re.Pattern[str]:
    """A verb of saying or another word that may bring a speaker; in English after a space or a closing mark."""
    words = either(_kinds(language))
    return re.compile(rf"(?<![^ \n\"”])(?:{words})(?![\w'-])" if language == "en" else words)


def _cues(text: str, start: int, end: int, language: str) -> Iterator[tuple[str, Place]]:
    """The cues of a stretch with their kinds."""
    kinds = _kinds(language)
    for match in _cue(language).finditer(text, start, end):
        if (kind := kinds[match[0]]) != "verbs.never":
            yield kind, match.span()


def has_cue(text: str, start: int, end: int, language: str) -> bool:
    """Whether somebody may speak or promise in this stretch of text."""
    return next(_cues(text, start, end, language), None) is not None


def has_speech(text: str, start: int, end: int, language: str) -> bool:
    """Whether a verb of saying is in this stretch of text, or it names a source."""
    return any(
        kind.startswith("verbs") and (kind != "verbs.source" or language == "en" or opens_part(text, start, cue[0]))
        for kind, cue in _cues(text, start, end, language)
    )


def attributions(passage: Passage, sentence: Place, voices: Voices) -> Iterator[Attribution]:
    """What a sentence says that somebody said, in order."""
    at, end = passage.trimmed(*sentence)
    body = (at, end)
    cues = list(islice(_cues(passage.hushed, at, end, passage.language), _MOST))
    adding = next((cue for kind, cue in cues if kind == "verbs.adding"), None)
    said = (at, adding[0] if adding else end)
    last: Attribution | None = None
    for kind, cue in cues:
        if kind.startswith("outlook") or not at <= cue[0] < said[1]:
            continue
        found = _READ[passage.language](passage, said, cue, kind, voices)
        if found is not None:
            last = found
            at = end if found.until is None else found.until
            yield found
    promised = next((cue for kind, cue in cues if kind == "outlook.promises"), None)
    if last is None and promised and (vow := _PROMISE[passage.language](passage, body, promised)):
        yield vow
    if adding and last is not None:
        yield Attribution(last.speaker, clause=passage.trimmed(adding[1], end), goes_on=True)
