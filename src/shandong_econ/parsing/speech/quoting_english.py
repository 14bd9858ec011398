"""Which English quotations are somebody's words, and which only a term or name."""

from __future__ import annotations

from shandong_econ.parsing.speech.passages import Passage
from shandong_econ.parsing.speech.quotations import Quotation

_SHORTEST = 3  # words of a quotation that is somebody's words and no term
_BEFORE_QUOTE = ',.:;—-!?"”'


def speech_before(passage: Passage, at: int) -> Quotation | None:
    """Somebody's words that end before this place."""
    quotation = passage.quotation_before(at, ",.")
    return quotation if quotation and is_speech(passage, quotation) else None


def speech_at(passage: Passage, at: int, end: int) -> Quotation | None:
    """Somebody's words that begin here, after a comma or colon."""
    while at < end and passage.hushed[at] in " ,:.":
        at += 1
    quotation = passage.quotation_at(at)
    return quotation if quotation and is_speech(passage, quotation) else None


def is_speech(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is somebody's words, and no name or term within a sentence."""
    before = passage.back(passage.start, quotation.start)
    if quotation.is_closed_as_speech(passage.text) and _opens_sentence(passage, before):
        return True
    words = len(passage.text[quotation.first : quotation.last].split(None, 2 * _SHORTEST))
    opens = before == passage.start or passage.hushed[before - 1] in _BEFORE_QUOTE
    return words >= (_SHORTEST if opens else 2 * _SHORTEST)


def stands_alone(passage: Passage, quotation: Quotation, *, is_first: bool) -> bool:
    """Whether a quotation that is given to nobody is surely somebody's words: whole sentences, and enough of them.

    After other words of a speaker in the same paragraph, which `is_first` denies, few are enough.
    """
    opens = _opens_sentence(passage, passage.back(passage.start, quotation.start))
    is_long = not is_first or len(passage.text[quotation.first : quotation.last].split(None, _SHORTEST)) > _SHORTEST
    return is_long and opens and passage.text[quotation.last - 1] in ".!?"


def _opens_sentence(passage: Passage, before: int) -> bool:
    """Whether a sentence, or what follows a colon, begins where the text before ends here."""
    return before == passage.start or passage.hushed[before - 1] in '.:!?"”'
