"""English words for a speaker: "general manager Qu Hongbo", "Sun Wei, deputy head of the bureau", "local customs"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.concepts import area_codes
from shandong_econ.parsing.speech.speaker_words_english import (
    Word,
    after_last_mark,
    is_organisation,
    is_owner,
    name_end,
    organisation_end,
    past_article,
    past_honorific,
    pieces,
    place,
    role_in,
    stops,
)
from shandong_econ.parsing.speech.speakers import Mention, Place

REACH = 240  # characters in which a speaker is named
_LONGEST_PIECE = 24  # words
_LONGEST_PROMISER = 4


def mention_after(text: str, start: int, stop: int) -> Mention | None:
    """The speaker that the words after a verb name: `said Sun Wei, deputy head of the bureau, on Friday`."""
    following = pieces(text, start, min(stop, start + REACH))
    first = next(following, None)
    mention = _read(text, first) if first else None
    if mention is None or not _is_half(mention):
        return mention
    second = next(following, None)
    return (_together(mention, _read(text, second)) if second else None) or mention


def mention_before(text: str, start: int, stop: int) -> Mention | None:
    """The speaker that the words before a verb name: `At the meeting, Liu Gang, general manager of the firm, said`."""
    before = _pieces_before(text, start, stop)
    while before and before[-1][-1].among("verbs.adverbs"):
        before[-1] = before[-1][:-1]
        if not before[-1]:
            before.pop()
    while len(before) > 1 and before[-1][0].among("speaker.relatives"):
        before.pop()
    if not before:
        return None
    whole, earlier = _read(text, before[-1]), before[-2] if len(before) > 1 else None
    if (whole is None or (whole.role is None and whole.name is None)) and (holder := _holder(text, before[:-1])):
        return holder
    if earlier and whole is None and (person := _read(text, earlier)) and person.name is not None:
        return person  # what the words after the name tell is not known
    if earlier and whole is not None and _is_half(whole) and (person := _together(_tail(text, earlier), whole)):
        return person
    return _tail(text, before[-1])


def _holder(text: str, before: Sequence[Sequence[Word]]) -> Mention | None:
    """Who is named with a role before more is told of them: `Hu Rui, manager of the mill, one of the first here,`."""
    for first, second in zip(reversed(before[:-1]), reversed(before), strict=False):
        person, post = _tail(text, first), _read(text, second)
        if person is not None and person.name is not None and post is not None and post.role is not None:
            return _together(person, post) or person
    return None


def promiser_before(text: str, start: int, stop: int) -> Place | None:
    """Where the area or organisation stands that the words end with: `By the end of 2025 Hebei`, `the province`."""
    before = _pieces_before(text, start, stop)
    piece = before[-1] if before else []
    for at in range(max(0, len(piece) - _LONGEST_PROMISER), len(piece)):
        if at and (piece[at - 1].among("speaker.belongs") or piece[at - 1].among("speaker.stops")):
            continue
        words = piece[at + 1 :] if piece[at].among("speaker.articles") else piece[at:]
        if not words:
            continue
        is_known = len(words) <= 2 and words[-1].among("outlook.promisers")
        if is_known or text[words[0].start : words[-1].end].lower() in area_codes("en"):
            return place(text, piece[past_article(piece, at) :])
    return None


def _pieces_before(text: str, start: int, stop: int) -> list[list[Word]]:
    return list(pieces(text, after_last_mark(text, max(start, stop - REACH), stop), stop))


def _tail(text: str, piece: Sequence[Word]) -> Mention | None:
    """The speaker with whom a piece of a sentence ends: `On Friday the provincial bureau`."""
    whole = _read(text, piece)
    if whole is not None:
        return whole
    starts = [at for at in range(1, len(piece)) if piece[at].among("speaker.articles")]
    for at in reversed(starts[-2:]):
        mention = _read(text, piece[at:])
        if mention is not None:
            return mention
    at = len(piece)
    while at > 0 and piece[at - 1].is_capital:
        at -= 1
    if len(piece) - at < 2 or (at and any(map(piece[at - 1].among, ("speaker.articles", "speaker.belongs")))):
        return None
    return _read(text, piece[at:])


def _is_half(mention: Mention) -> bool:
    """Whether it tells a name or a role, but not both."""
    return (mention.name is None) is not (mention.role is None)


def _together(first: Mention | None, second: Mention | None) -> Mention | None:
    """Whom two pieces name, one the name and one the role: `Lin Jiayi, its sales manager` or the other way round."""
    if first is None or second is None or not _is_half(first) or not _is_half(second):
        return None
    if (first.name is None) is (second.name is None):
        return None
    organisation = second.organisation or first.organisation
    return Mention(first.start, second.end, first.name or second.name, first.role or second.role, organisation)


def _read(text: str, words: Sequence[Word]) -> Mention | None:
    """The speaker that a piece names from its first word on, with nothing left over."""
    words = words[:_LONGEST_PIECE]
    at = 1 if words[0].among("speaker.articles") else 0
    if at == len(words):
        return None
    if words[at].among("speaker.pronouns") and stops(words, at + 1):
        return Mention(words[at].start, words[at].end)
    role = role_in(words, at)
    if role is not None:
        return _with_role(text, words, at, *role)
    end = name_end(words, at) if at == 0 else None
    if end is not None:
        first = past_honorific(words, 0)
        if end - first == 1 and not stops(words, end):
            return None  # Sales of Li Auto
        name = (words[first].start, words[end - 1].end)
        return _with_work(text, words, end, name, None)
    end = organisation_end(words, at)
    if end is None or not is_organisation(words[at:end]):
        return None
    organisation = place(text, words[past_article(words, 0) : end])
    return Mention(words[0].start, organisation[1], organisation=organisation)


def _with_role(text: str, words: Sequence[Word], at: int, first: int, last: int) -> Mention | None:
    """`the company's general manager Wang Qiang`, `NBS spokesperson Fu Linghui`, `an analyst with Qilu Securities`."""
    owner = None
    if first > at:
        if not is_owner(words[at:first]):
            return None
        owner = place(text, words[past_article(words, 0) : first])
        apostrophe = text.find("'", owner[1] - 2, owner[1]) if words[first - 1].is_possessive else -1
        owner = (owner[0], apostrophe if apostrophe >= 0 else owner[1])
    end = name_end(words, last)
    name = (words[past_honorific(words, last)].start, words[end - 1].end) if end else None
    role = (words[first].start, words[last - 1].end)
    mention = _with_work(text, words, end or last, name, role)
    if mention is None or owner is None:
        return mention
    return mention._replace(organisation=mention.organisation or owner)


def _with_work(text: str, words: Sequence[Word], end: int, name: Place | None, role: Place | None) -> Mention | None:
    """A person, with the place of work if one follows: `of Yushujing Coal Mine`."""
    mention = Mention(words[0].start, words[end - 1].end, name, role)
    if end < len(words) and words[end].among("speaker.belongs"):
        last = organisation_end(words, end + 1)
        if last is None or not (own := words[past_article(words, end + 1) : last]):
            return None  # "general manager of the" is where the sentence breaks off
        work = place(text, own)
        return mention._replace(end=work[1], organisation=work)
    return mention if stops(words, end) else None
