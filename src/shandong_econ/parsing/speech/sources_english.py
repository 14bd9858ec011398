"""Sentences that owe what they say to somebody without a verb of saying: `according to X`, and `X aims to ...`."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.speech import any_of, speech_set
from shandong_econ.parsing.speech.passages import Attribution, Passage, reported
from shandong_econ.parsing.speech.quoting import speech_before
from shandong_econ.parsing.speech.speaker_words_english import after_last_mark
from shandong_econ.parsing.speech.speakers import Mention, Place
from shandong_econ.parsing.speech.speakers_english import REACH, mention_after, promiser_before

_LONGEST_TAIL = 60


def according(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """`According to X, ...` and `..., according to X`: the rest of the sentence, if X is somebody."""
    hushed, (start, end) = passage.hushed, body
    mention = _informant(hushed, cue[1], end)
    if mention is None:
        return None
    quoted = speech_before(passage, cue[0])
    if quoted is not None:
        return Attribution(mention, (quoted,))
    that = _that().match(hushed, mention.end, end)
    if that is not None:  # it was learned from the bureau that ...
        return reported(passage, mention, that.end(), end)
    if cue[0] > start:
        return reported(passage, mention, start, cue[0])
    comma = hushed.find(",", mention.end, min(end, mention.end + REACH))
    return None if comma < 0 else reported(passage, mention, comma + 1, end)


def shown(passage: Passage, body: Place, verb: Place) -> Attribution | None:
    """`Data from X showed that ...` and `..., X statistics show`: what the data of somebody show."""
    hushed, (start, end) = passage.hushed, body
    begins = after_last_mark(hushed, max(start, verb[0] - REACH), verb[0])
    begins = max(begins, hushed.rfind(",", begins, verb[0]) + 1)
    mention = _keeper(hushed, begins, passage.back(begins, verb[0]))
    if mention is None:
        return None
    rest = passage.past_spaces(verb[1], end)
    that = _that().match(hushed, verb[1], end)
    if that is None and tells_when(hushed, rest, end) and begins > start and hushed[begins - 1] == ",":
        return reported(passage, mention, start, begins - 1)
    return reported(passage, mention, rest if that is None else that.end(), end)


def tells_when(hushed: str, start: int, end: int) -> bool:
    """Whether what is left of a sentence only tells when or where: `on Friday`, `Tuesday`, `in a statement`."""
    rest = hushed[start : min(end, start + _LONGEST_TAIL + 1)].strip(" ,").split()
    return not rest or (end - start <= _LONGEST_TAIL and rest[0].lower() in speech_set("en", "speaker.stops"))


def _informant(hushed: str, start: int, end: int) -> Mention | None:
    """Whose data or words they are: `data released by the bureau`, `Jinan Customs statistics`, `an analyst`."""
    mention = _keeper(hushed, start, end)
    if mention is None:
        comma = hushed.find(",", start, end)
        mention = mention_after(hushed, start, end) or _keeper(hushed, start, comma if comma >= 0 else end)
    return mention if mention is not None and mention.has_post else None


def _keeper(hushed: str, start: int, end: int) -> Mention | None:
    """Whose data these words name: `data released by the bureau`, `Jinan Customs statistics`."""
    if (given := _data_from().match(hushed, start, end)) is not None:
        mention = mention_after(hushed, given.end(), end)
    elif (owned := _data_at_end().search(hushed, start, end)) is not None:
        mention = mention_after(hushed, start, owned.start())
    else:
        return None
    return mention if mention is not None and mention.has_post else None


@cache
def _data_from() -> re.Pattern[str]:
    article, data, released, source = (
        any_of("en", role)
        for role in ("speaker.articles", "organisations.data", "organisations.released", "organisations.from")
    )
    return re.compile(rf"(?i: ?(?:{article} )?(?:\w+ )?{data} (?:{released} )?{source}(?= ))")


@cache
def _that() -> re.Pattern[str]:
    return re.compile(rf",? {any_of('en', 'verbs.complement')}(?!\w)")


@cache
def _data_at_end() -> re.Pattern[str]:
    return re.compile(rf"{any_of('en', 'speaker.possessives')}? {any_of('en', 'organisations.data')}\Z")


def promise(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """`By 2025 the province aims to ...`: the whole sentence, if it is an area or an organisation that promises."""
    promiser = promiser_before(passage.hushed, body[0], cue[0])
    if promiser is None:
        return None
    mention = Mention(*promiser, organisation=promiser)
    return Attribution(mention, clause=body, is_promise=True)
