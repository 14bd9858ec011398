"""Which Chinese quotations are somebody's words, and which only a term or name."""

from __future__ import annotations

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.parsing.speech.passages import Passage
from shandong_econ.parsing.speech.quotations import Quotation

_SHORTEST = 8  # characters of a quotation that is somebody's words and no term
_AFTER_TERM = "。；;！？!?，,"
_BEFORE_QUOTE = "。；;！？!?，,: )"


def speech_before(passage: Passage, at: int) -> Quotation | None:
    """Somebody's words that end before this place."""
    quotation = passage.quotation_before(at, "，,")
    return quotation if quotation and is_speech(passage, quotation) else None


def speech_at(passage: Passage, at: int) -> Quotation | None:
    """Somebody's words that begin here."""
    quotation = passage.quotation_at(at)
    return quotation if quotation and is_speech(passage, quotation) else None


def is_speech(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is somebody's words, and no name or term within a sentence."""
    before = passage.back(passage.start, quotation.start)
    if (
        before > passage.start
        and passage.hushed[before - 1] not in _BEFORE_QUOTE
        and not _ends_in_verb(passage, before)
    ):
        return False
    if quotation.is_closed_as_speech(passage.text):
        return True
    after = passage.past_spaces(quotation.end, passage.end)
    ends = after == passage.end or passage.hushed[after] in _AFTER_TERM
    return ends and quotation.last - quotation.first >= _SHORTEST


def _ends_in_verb(passage: Passage, at: int) -> bool:
    """Whether a verb of saying ends here: 他说“……”."""
    return passage.hushed.endswith(speech_words("zh", "verbs.said"), passage.start, at)


def stands_alone(passage: Passage, quotation: Quotation, *, is_first: bool) -> bool:
    """Whether a quotation that is given to nobody is surely somebody's words: whole sentences, and enough of them.

    After other words of a speaker in the same paragraph, which `is_first` denies, few are enough.
    """
    is_long = not is_first or quotation.last - quotation.first >= _SHORTEST
    return is_long and passage.text[quotation.last - 1] in "。！？!?…" and is_speech(passage, quotation)
