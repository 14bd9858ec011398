"""Which quotations are somebody's words, and which only a term or name."""

from __future__ import annotations

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.parsing.speech.passages import Passage
from shandong_econ.parsing.speech.quotations import Quotation

_SHORTEST = 6  # words of an English quotation within a sentence that is somebody's words and no term
_BEFORE_QUOTE = {"en": '.:!?"”', "zh": "。；;！？!?，,: )"}
_AFTER_SPEECH = "。；;！？!?，,"
_ENDS = "。！？.!?…"


def speech_before(passage: Passage, at: int) -> Quotation | None:
    """Somebody's words that end before this place."""
    return _spoken(passage, passage.quotation_before(at, "，,."))


def speech_at(passage: Passage, at: int, end: int) -> Quotation | None:
    """Somebody's words that begin here, after a comma or colon."""
    while at < end and passage.hushed[at] in " ,:.":
        at += 1
    return _spoken(passage, passage.quotation_at(at))


def _spoken(passage: Passage, quotation: Quotation | None) -> Quotation | None:
    return quotation if quotation and is_speech(passage, quotation) else None


def is_speech(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is somebody's words, and no name or term within a sentence."""
    opens = _opens(passage, quotation)
    if opens and quotation.is_closed_as_speech(passage.text):
        return True
    if passage.language == "en":
        return len(passage.text[quotation.first : quotation.last].split()) >= _SHORTEST
    after = passage.past_spaces(quotation.end, passage.end)
    return opens and (after == passage.end or passage.hushed[after] in _AFTER_SPEECH)


def stands_alone(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation that is given to nobody is surely somebody's words: whole sentences."""
    return passage.text[quotation.last - 1] in _ENDS and _opens(passage, quotation)


def _opens(passage: Passage, quotation: Quotation) -> bool:
    """Whether a sentence, or what follows a colon or a verb of saying, begins with a quotation: 他说“……”."""
    before = passage.back(passage.start, quotation.start)
    if before == passage.start or passage.hushed[before - 1] in _BEFORE_QUOTE[passage.language]:
        return True
    said = speech_words("zh", "verbs.said")
    return passage.language == "zh" and passage.hushed.endswith(said, passage.start, before)
