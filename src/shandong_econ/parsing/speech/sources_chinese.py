"""Chinese sentences that owe what they say to somebody without a speaker's verb: 据某局统计，……, 某省力争……."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.concepts import area_codes
from shandong_econ.lexicon.speech import any_of, speech_set, speech_words
from shandong_econ.parsing.speech.outlooks import lead_start
from shandong_econ.parsing.speech.passages import Attribution, Passage, reported
from shandong_econ.parsing.speech.speakers import Mention, Place
from shandong_econ.parsing.speech.speakers_chinese import LONGEST, is_organisation, mention_in, word_ending

_LONGEST_DAY = 12  # characters of 记者3月12日
_MARKS = "，,:"
_COMMA = re.compile("[，,]")
_BEFORE = '，,。;；:！？!?"”)'


def source(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """据某局统计，…… and 记者5日从某局获悉，……: the rest of the sentence, if the words name somebody."""
    hushed, (start, end) = passage.hushed, body
    comma = _COMMA.search(hushed, cue[1], min(end, cue[1] + LONGEST))
    if comma is None or not opens_part(hushed, start, cue[0]):
        return None
    return _told(passage, cue[1], comma.end(), end)


def shown(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """某局发布的数据显示，…… and 某局:……: the rest of the sentence, if the words before the mark name whose it is."""
    hushed, (start, end) = passage.hushed, body
    after = cue[1] if hushed.endswith(":", *cue) else min(end, cue[1] + 1)
    return _told(passage, _part_start(hushed, max(start, cue[0] - LONGEST), cue[0]), after, end)


def _told(passage: Passage, start: int, after: int, end: int) -> Attribution | None:
    """What follows the words that name an informant and the mark after them."""
    hushed, stop = passage.hushed, after - 1
    found = word_ending("verbs.source_end").search(hushed, start, stop)
    if hushed[stop] not in _MARKS or (found is None and hushed[stop] != ":"):
        return None
    while found:
        stop = found.start()
        found = word_ending("verbs.source_middle").search(hushed, start, stop)
    mention = mention_in(passage.text, start, stop)
    return reported(passage, mention, after, end) if mention is not None and mention.has_post else None


def _part_start(text: str, start: int, at: int) -> int:
    """Where the part of a sentence begins in which a place is."""
    return max(start, *(text.rfind(mark, start, at) + 1 for mark in _BEFORE))


def opens_part(text: str, start: int, at: int) -> bool:
    """Whether a part of a sentence begins here, or tells before that somebody of the press has something: 记者5日从."""
    begins = _part_start(text, start, at)
    is_heard = at - begins < _LONGEST_DAY and text.startswith(speech_words("zh", "verbs.hearers"), begins, at)
    return begins == at or is_heard


def promise(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """某省力争……: the rest of the sentence, if it is an area or an organisation that promises."""
    hushed, (start, end) = passage.hushed, body
    begins = lead_start(hushed, start, cue[0])
    found = _promiser().fullmatch(hushed, _part_start(hushed, max(start, cue[0] - LONGEST), cue[0]), cue[0])
    if found is None or not _can_promise(found[1]):
        return None
    mention = Mention(*found.span(1), None, None, found.span(1))
    return Attribution(mention, clause=passage.trimmed(begins, end), is_promise=True)


def _can_promise(words: str) -> bool:
    is_known = words in speech_set("zh", "outlook.promisers") or words in area_codes("zh")
    return is_known or is_organisation(words)


@cache
def _promiser() -> re.Pattern[str]:
    """Words without those before and after them that only tell when."""
    between = any_of("zh", "outlook.between")
    return re.compile(rf"{between}*(.*?){between}*")
