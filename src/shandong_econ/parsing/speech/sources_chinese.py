"""Chinese sentences that owe what they say to somebody without a speaker's verb: 据某局统计，……, 某省力争……."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.speech import speech_set, speech_words
from shandong_econ.parsing.speech.outlooks import lead_start
from shandong_econ.parsing.speech.passages import Attribution, Passage, reported
from shandong_econ.parsing.speech.speakers import Mention, Place
from shandong_econ.parsing.speech.speakers_chinese import LONGEST, area_names, is_organisation, mention_in

_LONGEST_DAY = 12  # characters of 记者3月12日
_BEFORE = '，,。;；:！？!?"”)'


def source(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """据某局统计，…… and 记者5日从某局获悉，……: the rest of the sentence, if the words name somebody."""
    hushed, (start, end) = passage.hushed, body
    if not opens_part(hushed, start, cue[0]) and not _hears(hushed, start, cue[0]):
        return None
    comma = min(
        (at for mark in "，," if (at := hushed.find(mark, cue[1], min(end, cue[1] + LONGEST))) >= 0), default=-1
    )
    stop = None if comma < 0 else _without_end(hushed, cue[1], comma)
    return None if stop is None else _told(passage, cue[1], stop, (comma + 1, end))


def shown(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """某局发布的数据显示，……: the rest of the sentence, if the words before the comma name whose the data are."""
    hushed, (start, end) = passage.hushed, body
    if hushed[cue[1] : min(cue[1] + 1, end)] not in ("，", ",", ":"):
        return None
    begins = _part_start(hushed, max(start, cue[0] - LONGEST), cue[0])
    stop = _without_end(hushed, begins, cue[1])
    return None if stop is None else _told(passage, begins, stop, (cue[1] + 1, end))


def headed(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """人力资源社会保障部:……: the rest of a sentence that opens with an office and a colon."""
    start, end = body
    is_first = _part_start(passage.hushed, start, cue[0]) == start
    return _told(passage, start, cue[1] - 1, (cue[1], end)) if is_first else None


def _told(passage: Passage, start: int, stop: int, rest: Place) -> Attribution | None:
    """What the rest of a sentence says, if the words from `start` to `stop` name who tells it."""
    mention = mention_in(passage.text, start, stop)
    return reported(passage, mention, *rest) if mention is not None and mention.has_post else None


def _part_start(text: str, start: int, at: int) -> int:
    """Where the part of a sentence begins in which a place is."""
    return max(start, *(text.rfind(mark, start, at) + 1 for mark in _BEFORE))


def _hears(text: str, start: int, at: int) -> bool:
    """Whether the part of the sentence before this place is that somebody of the press has something from somewhere."""
    begins = _part_start(text, start, at)
    return at - begins < _LONGEST_DAY and text.startswith(speech_words("zh", "verbs.hearers"), begins, at)


def opens_part(text: str, start: int, at: int) -> bool:
    """Whether a sentence or a part of one begins here."""
    return at == start or text[at - 1] in _BEFORE


def _without_end(hushed: str, start: int, comma: int) -> int | None:
    """Where the informant's name ends; None where the words do not end as a source does."""
    words = hushed[start:comma]
    ending = next((word for word in _longest_first("verbs.source_end") if words.endswith(word)), None)
    if ending is None:
        return None
    words = words.removesuffix(ending)
    while middle := next((word for word in _longest_first("verbs.source_middle") if words.endswith(word)), None):
        words = words.removesuffix(middle)
    return start + len(words)


def promise(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """某省力争……: the rest of the sentence, if it is an area or an organisation that promises."""
    hushed, (start, end) = passage.hushed, body
    begins = lead_start(hushed, start, cue[0])
    at = max(hushed.rfind(mark, start, cue[0]) + 1 for mark in "，,;；:")
    first, last = max(at, start, cue[0] - LONGEST), cue[0]
    changed = True
    while changed:
        changed = False
        for word in speech_words("zh", "outlook.between"):
            if hushed.endswith(word, first, last):
                last, changed = last - len(word), True
            if hushed.startswith(word, first, last):
                first, changed = first + len(word), True
    words = hushed[first:last]
    if words not in speech_set("zh", "outlook.promisers") and words not in area_names() and not is_organisation(words):
        return None
    mention = Mention(first, last, organisation=(first, last))
    return Attribution(mention, clause=passage.trimmed(begins, end), is_promise=True)


@cache
def _longest_first(role: str) -> tuple[str, ...]:
    return tuple(sorted(speech_words("zh", role), key=len, reverse=True))
