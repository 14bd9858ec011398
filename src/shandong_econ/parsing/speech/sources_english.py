"""Sentences that owe what they say to somebody without a verb of saying: `according to X`, and `X aims to ...`."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.concepts import area_words
from shandong_econ.lexicon.speech import speech_set, speech_words
from shandong_econ.parsing.speech.passages import Attribution, Passage
from shandong_econ.parsing.speech.quoting_english import speech_before
from shandong_econ.parsing.speech.speakers import Mention, Place
from shandong_econ.parsing.speech.speakers_english import REACH, mention_after, promiser_before


def according(passage: Passage, body: Place, cue: Place) -> tuple[Attribution, int] | None:
    """`According to X, ...` and `..., according to X`: the rest of the sentence, if X is somebody."""
    hushed, (start, end) = passage.hushed, body
    mention = _informant(hushed, cue[1], end)
    if mention is None:
        return None
    quoted = speech_before(passage, cue[0])
    if quoted is not None:
        return Attribution(mention, (quoted,)), end
    if cue[0] == start:
        comma = hushed.find(",", mention.end, min(end, mention.end + REACH))
        if comma < 0:
            return None
        clause = passage.trimmed(comma + 1, end)
    else:
        before = passage.back(start, cue[0])
        clause = passage.trimmed(start, before - (hushed[before - 1] == ","))
    return (Attribution(mention, clause=clause), end) if clause[0] < clause[1] else None


def _informant(hushed: str, start: int, end: int) -> Mention | None:
    """Whose data or words they are: `data released by the bureau`, `Jinan Customs statistics`, `an analyst`."""
    given = _data_from().match(hushed, start, end)
    mention = mention_after(hushed, given.end() if given else start, end)
    if mention is None:
        comma = hushed.find(",", start, end)
        owned = _data_at_end().search(hushed, start, comma if comma >= 0 else end)
        mention = mention_after(hushed, start, owned.start()) if owned else None
    if mention is None or (mention.role is None and mention.organisation is None):
        return None
    return mention


@cache
def _data_from() -> re.Pattern[str]:
    article, data, released, source = (
        _either(role)
        for role in ("speaker.articles", "organisations.data", "organisations.released", "organisations.from")
    )
    return re.compile(rf" (?:{article} )?(?:\w+ )?{data} (?:{released} )?{source}(?= )")


@cache
def _data_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either('speaker.possessives')})? {_either('organisations.data')}\Z")


def _either(role: str) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(speech_words('en', role), key=len, reverse=True)))})"


def promise(passage: Passage, body: Place, cue: Place) -> Attribution | None:
    """`By 2025 the province aims to ...`: the whole sentence, if it is an area or an organisation that promises."""
    promiser = promiser_before(passage.hushed, body[0], cue[0], speech_set("en", "outlook.promisers"), _area_names())
    if promiser is None:
        return None
    mention = Mention(*promiser, organisation=promiser)
    return Attribution(mention, clause=body, is_promise=True)


@cache
def _area_names() -> frozenset[str]:
    return frozenset(word for row in area_words() for word in row.words_en)
