"""English words for a speaker: "general manager Qu Hongbo", "Sun Wei, deputy head of the bureau", "local customs"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from shandong_econ.lexicon.speech import speech_set, speech_words
from shandong_econ.parsing.speakers import Mention, Place

REACH = 240  # characters in which a speaker is named
_WORD = re.compile(r"[^\s,;:()\"“”\uffff—]+")
_PARTINGS = ";:()\"“”\uffff—"
_LONGEST_PIECE = 24
_LONGEST_NAME = 4


@attrs.frozen
class _Word:
    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower().rstrip(".")

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper() and self.text[-1].isalnum() | (self.text[-1] == ".")

    @property
    def is_acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isalpha() and self.text.isupper()

    @property
    def is_possessive(self) -> bool:
        return self.text.endswith(("'s", "s'"))

    def among(self, role: str) -> bool:
        return self.lower in speech_set("en", role)


def mention_after(text: str, start: int, stop: int) -> Mention | None:
    """The speaker that the words after a verb name: `said Sun Wei, deputy head of the bureau, on Friday`."""
    pieces = _pieces(text, start, min(stop, start + REACH))
    first = next(pieces, None)
    if first is None:
        return None
    mention = _read(text, first)
    if mention is None or mention.is_pronoun or mention.role is not None or mention.name is None:
        return mention
    second = next(pieces, None)
    if second and second[0].text.isdigit():  # an age
        second = next(pieces, None)
    return _joined(mention, _read(text, second) if second else None)


def mention_before(text: str, start: int, stop: int) -> Mention | None:
    """The speaker that the words before a verb name: `At the meeting, Liu Gang, general manager of the firm, said`."""
    pieces = list(_pieces(text, *_reach_back(text, start, stop)))
    while pieces and pieces[-1] and pieces[-1][-1].among("verbs.adverbs"):
        pieces[-1] = pieces[-1][:-1]
        if not pieces[-1]:
            pieces.pop()
    if not pieces:
        return None
    whole = _read(text, pieces[-1])
    if whole is not None and whole.role is not None and whole.name is None and len(pieces) > 1:
        named = _tail(text, pieces[-3] if len(pieces) > 2 and pieces[-2][0].text.isdigit() else pieces[-2])
        if named is not None and named.name is not None and named.role is None:
            return _joined(named, whole)
    return whole or _tail(text, pieces[-1])


def promiser_before(text: str, start: int, stop: int, areas: frozenset[str]) -> Place | None:
    """Where the area or organisation stands that the words end with: `By the end of 2025 Hebei`, `, the province`."""
    piece = _last_piece(text, start, stop)
    for at in range(max(0, len(piece) - _LONGEST_NAME), len(piece)):
        words = piece[at + 1 :] if piece[at].among("speaker.articles") else piece[at:]
        if at and (piece[at - 1].among("speaker.belongs") or piece[at - 1].among("speaker.stops")):
            continue
        if words and (text[words[0].start : stop].strip() in areas or words[-1].among("outlook.promisers") and len(words) <= 2):
            return _place(text, piece[_article(piece, at) :])
    return None


def _last_piece(text: str, start: int, stop: int) -> list[_Word]:
    pieces = list(_pieces(text, *_reach_back(text, start, stop)))
    return pieces[-1] if pieces else []


def _reach_back(text: str, start: int, stop: int) -> Place:
    """The stretch before a verb in which a speaker may be named: it begins after any mark but a comma."""
    start = max(start, stop - REACH)
    return max(start, *(text.rfind(mark, start, stop) + 1 for mark in _PARTINGS)), stop


def _tail(text: str, piece: Sequence[_Word]) -> Mention | None:
    """The speaker with whom a piece of a sentence ends: `On Friday the provincial bureau`, `In an interview Li Ming`."""
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
    if len(piece) - at < 2 or (at and piece[at - 1].among("speaker.articles")):
        return None
    return _read(text, piece[at:])


def _joined(person: Mention, post: Mention | None) -> Mention:
    if post is None or post.role is None or post.name is not None:
        return person
    return attrs.evolve(person, end=post.end, role=post.role, organisation=post.organisation or person.organisation)


def _pieces(text: str, start: int, stop: int) -> Iterator[list[_Word]]:
    """The words between commas; the comma before "Ltd." parts nothing."""
    piece: list[_Word] = []
    at = start
    for match in _WORD.finditer(text, start, stop):
        word = _Word(match.start(), match.end(), match[0])
        between = text[at : word.start]
        at = word.end
        if piece and not between.isspace() and not (between.strip() == "," and word.among("organisations.forms")):
            yield piece
            piece = []
            if between.strip() != ",":
                return
        piece.append(word)
    if piece:
        yield piece


def _read(text: str, words: Sequence[_Word]) -> Mention | None:
    """The speaker that a piece names from its first word on, with nothing left over."""
    words = words[:_LONGEST_PIECE]
    at = 1 if words and words[0].among("speaker.articles") else 0
    if at == len(words):
        return None
    if words[at].among("speaker.pronouns") and _stops(words, at + 1):
        return Mention(words[at].start, words[at].end)
    role = _role(words, at)
    if role is not None:
        return _with_role(text, words, at, *role)
    name = _name_end(words, at)
    if name is not None and at == 0:
        return _with_work(text, words, 0, name, None, None)
    end = _organisation_end(words, at)
    if end is None or not _is_organisation(words[at:end]):
        return None
    return Mention(words[0].start, words[end - 1].end, organisation=_place(text, words[_article(words, 0) : end]))


def _with_role(text: str, words: Sequence[_Word], at: int, first: int, last: int) -> Mention | None:
    owner = words[at:first]
    if owner and not _is_owner(owner):
        return None
    name = last
    if name < len(words) and words[name].among("speaker.honorifics"):
        name += 1
    end = _name_end(words, name, fewest=1) or last
    organisation: Place | None = None
    if owner:
        organisation = _place(text, words[_article(words, 0) : first])
        if owner[-1].is_possessive:
            organisation = (organisation[0], organisation[1] - 2 if owner[-1].text.endswith("'s") else organisation[1] - 1)
    role = (words[first].start, words[last - 1].end)
    person = (words[name].start, words[end - 1].end) if end > last else None
    mention = _with_work(text, words, 0, end, person, role)
    if mention is None or organisation is None:
        return mention
    return attrs.evolve(mention, organisation=mention.organisation or organisation)


def _is_owner(words: Sequence[_Word]) -> bool:
    """Whether words before a role can be its organisation: `NBS`, `the company's`, `Zouping Municipal Committee`."""
    if words[-1].is_possessive:
        return True
    return words[-1].is_capital and all(
        word.is_capital or word.text == "and" or word.among("speaker.belongs") or word.among("speaker.articles") for word in words
    )


def _with_work(
    text: str, words: Sequence[_Word], start: int, end: int, name: Place | None, role: Place | None
) -> Mention | None:
    """A person, with the place of work if one follows: `of Yushujing Coal Mine`."""
    if name is None and role is None:
        first = start + 1 if words[start].among("speaker.honorifics") else start
        name = (words[first].start, words[end - 1].end)
    mention = Mention(words[start].start, words[end - 1].end, name, role)
    if end < len(words) and words[end].among("speaker.belongs"):
        last = _organisation_end(words, end + 1)
        if last is None:
            return None
        place = _place(text, words[_article(words, end + 1) : last])
        return attrs.evolve(mention, end=place[1], organisation=place)
    return mention if _stops(words, end) else None


def _role(words: Sequence[_Word], at: int) -> tuple[int, int] | None:
    """From where to where the role goes, with the small words and titles before its noun: `deputy Party secretary`."""
    last = None
    first = index = at
    while index < len(words):
        length = _role_length(words, index)
        if length:
            first = index if last is None else first
            index = last = index + length
        elif last is not None and words[index].text == "and" and _role_ahead(words, index + 1):
            index += 1
        elif last is not None and not (words[index].among("roles.modifiers") and _role_ahead(words, index)):
            break
        elif last is None and words[index].among("speaker.belongs") and _heads_organisation(words[index - 1]):
            index += 1  # National Bureau of Statistics spokesperson
        elif last is None and (words[index].among("speaker.belongs") or words[index].among("speaker.stops")):
            return None
        else:
            index += 1
    if last is None:
        return None
    while first > at and _belongs_to_role(words[first - 1]):
        first -= 1
    return first, last


def _belongs_to_role(word: _Word) -> bool:
    if word.is_possessive or word.among("speaker.articles"):
        return False
    return word.text[0].islower() or word.among("roles.modifiers")


def _role_ahead(words: Sequence[_Word], at: int) -> bool:
    return any(_role_length(words, index) for index in range(at, min(at + 3, len(words))))


def _role_length(words: Sequence[_Word], at: int) -> int:
    for phrase in _role_phrases().get(words[at].lower, ()):
        if tuple(word.lower for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


@cache
def _role_phrases() -> dict[str, list[tuple[str, ...]]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(role.split()) for role in speech_words("en", "roles.words")), key=len, reverse=True):
        phrases.setdefault(words[0], []).append(words)
    return phrases


def _name_end(words: Sequence[_Word], at: int, fewest: int = 1) -> int | None:
    """Where a person's name ends that begins here, if one does: a few words with capitals that name no organisation."""
    end = at + 1 if at < len(words) and words[at].among("speaker.honorifics") else at
    while end < len(words) and words[end].is_capital and not (words[end].is_possessive or words[end].among("speaker.stops")):
        end += 1
    names = words[at:end]
    if not fewest <= len(names) <= _LONGEST_NAME or any(map(_heads_organisation, names)):
        return None
    return end


def _heads_organisation(word: _Word) -> bool:
    return word.among("organisations.heads") or len(word.text) > 2 and word.is_acronym and word.text == word.text.upper()


def _organisation_end(words: Sequence[_Word], at: int) -> int | None:
    end = at
    while end < len(words) and not _ends_organisation(words, at, end):
        end += 1
    return end if end > at else None


def _ends_organisation(words: Sequence[_Word], at: int, end: int) -> bool:
    word = words[end]
    if word.text == "and" and end + 1 < len(words) and end > at:
        return False  # National Development and Reform Commission
    return word.among("speaker.stops")


def _is_organisation(words: Sequence[_Word]) -> bool:
    """Whether the noun that the words are about is one for an organisation: of "bureau of statistics" the bureau."""
    head = words[-1]
    for index, word in enumerate(words):
        if index and word.text == "of":
            head = words[index - 1]
            break
    return head.among("organisations.heads") or head.is_acronym


def _article(words: Sequence[_Word], at: int) -> int:
    """Past the article where a proper name follows it."""
    follows = at + 1 < len(words) and words[at + 1].is_capital
    return at + 1 if words[at].among("speaker.articles") and follows else at


def _stops(words: Sequence[_Word], at: int) -> bool:
    return at >= len(words) or words[at].among("speaker.stops") or words[at].among("verbs.adverbs")


def _place(text: str, words: Sequence[_Word]) -> Place:
    """Where the words stand, with the full stop of a short form such as "Ltd." that also ends the sentence."""
    end = words[-1].end
    if words[-1].among("organisations.forms") and text[end : end + 1] == ".":
        end += 1
    return words[0].start, end
