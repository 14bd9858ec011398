"""The words in which English names a speaker: which are a role, a person's name, an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from shandong_econ.lexicon.speech import speech_set, speech_words
from shandong_econ.parsing.speech.quotations import HUSHED
from shandong_econ.parsing.speech.speakers import Place

_PARTINGS = f';:"“”—{HUSHED}'
_WORD = re.compile(rf"[^\s,(){re.escape(_PARTINGS)}]+")
_LONGEST_NAME = 4


class Word(NamedTuple):
    """A word at its place in a text; `lower` is in lower case, without the full stop of a short form."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital as names do."""
        return self.text[0].isupper() and (self.text[-1].isalnum() or self.text[-1] == ".")

    @property
    def is_acronym(self) -> bool:
        """Whether it is all capitals, as NBS is."""
        return len(self.text) > 1 and self.text.isalpha() and self.text.isupper()

    @property
    def is_possessive(self) -> bool:
        """Whether it ends as "company's" does."""
        return self.text.endswith(speech_words("en", "speaker.possessives"))

    def among(self, role: str) -> bool:
        """Whether a list of the lexicon has it."""
        return self.lower in speech_set("en", role)


def pieces(text: str, start: int, stop: int) -> Iterator[list[Word]]:
    """The words between commas, up to the first other mark; the comma before "Ltd." parts nothing.

    What stands in parentheses is passed over, and so is an age between commas.
    """
    piece: list[Word] = []
    at, inside = start, False
    for match in _WORD.finditer(text, start, stop):
        said = match[0]
        lower = said.lower()
        word = Word(*match.span(), said, lower.rstrip(".") if lower[-1] == "." else lower)
        between = text[at : word.start]
        at = word.end
        if between == " " and not inside:
            piece.append(word)
            continue
        opened, closed = between.rfind("("), between.rfind(")")
        inside = opened > closed or (inside and closed < 0)
        if inside:
            continue
        between = between.strip(" ()")
        if piece and between and not (between == "," and word.among("organisations.forms")):
            if len(piece) > 1 or not piece[0].text.isdigit():
                yield piece
            piece = []
            if between != ",":
                return
        piece.append(word)
    if piece:
        yield piece


def after_last_mark(text: str, start: int, stop: int) -> int:
    """Where the words before `stop` begin that no mark but a comma parts from it."""
    return max(start, *(text.rfind(mark, start, stop) + 1 for mark in _PARTINGS))


def role_in(words: Sequence[Word], at: int) -> Place | None:
    """From which word to which a role goes, with the titles before its noun: `deputy Party secretary`."""
    last = None
    first = index = at
    while index < len(words):
        length = _role_length(words, index)
        if length:
            first = index if last is None else first
            index = last = index + length
        elif last is not None:
            joins = words[index].among("speaker.joins") or words[index].among("roles.modifiers")
            if not (joins and _role_follows(words, index + 1)):
                break
            index += 1
        elif words[index].among("speaker.belongs") and index and heads_organisation(words[index - 1]):
            index += 1  # National Bureau of Statistics spokesperson
        elif words[index].among("speaker.belongs") or words[index].among("speaker.stops"):
            return None
        else:
            index += 1
    if last is None:
        return None
    while first > at and _belongs_to_role(words[first - 1]):
        first -= 1
    return first, last


def _belongs_to_role(word: Word) -> bool:
    if word.is_possessive or word.among("speaker.articles"):
        return False
    return not word.text[0].isupper() or word.among("roles.modifiers")


def _role_follows(words: Sequence[Word], at: int) -> bool:
    return any(_role_length(words, index) for index in range(at, min(at + 2, len(words))))


def _role_length(words: Sequence[Word], at: int) -> int:
    for phrase in _role_phrases().get(words[at].lower, ()):
        if tuple(word.lower for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


@cache
def _role_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The roles by their first words, the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(role.split()) for role in speech_words("en", "roles.words")), key=len, reverse=True):
        phrases.setdefault(phrase[0], []).append(phrase)
    return phrases


def begins_role(word: Word) -> bool:
    """Whether a role can begin with a word: where none can nobody is named with a role."""
    return word.lower in _role_phrases()


def name_end(words: Sequence[Word], at: int) -> int | None:
    """Where a person's name ends that begins here: a few words with capitals, none of which heads an organisation."""
    first = past_honorific(words, at)
    end = first
    while end < len(words) and words[end].is_capital and not words[end].among("speaker.stops"):
        if words[end].is_possessive:
            break
        end += 1
    names = words[first:end]
    return end if 0 < len(names) <= _LONGEST_NAME and not any(map(heads_organisation, names)) else None


def past_honorific(words: Sequence[Word], at: int) -> int:
    """Past a word such as "Mr."."""
    return at + 1 if at < len(words) and words[at].among("speaker.honorifics") else at


def past_article(words: Sequence[Word], at: int) -> int:
    """Past the article where a proper name follows it: of "the Weifang Bureau" only the name, "the bureau" as it is."""
    follows = at + 1 < len(words) and words[at + 1].is_capital
    return at + 1 if words[at].among("speaker.articles") and follows else at


def heads_organisation(word: Word) -> bool:
    """Whether the word is a noun for an organisation, or short for one."""
    return word.among("organisations.heads") or (word.is_acronym and len(word.text) > 2)


def organisation_end(words: Sequence[Word], at: int) -> int | None:
    """Where the words stop that may name an organisation from here on."""
    end = at
    while end < len(words):
        joins = (
            words[end].among("speaker.joins") and at < end < len(words) - 1
        )  # National Development and Reform Commission
        if words[end].among("speaker.stops") and not joins:
            break
        end += 1
    return end if end > at else None


def is_organisation(words: Sequence[Word]) -> bool:
    """Whether the noun that the words are about is one for an organisation: of "bureau of statistics" the bureau."""
    head = next((words[at - 1] for at in range(1, len(words)) if words[at].among("speaker.of")), words[-1])
    return head.among("organisations.heads") or head.is_acronym


def is_owner(words: Sequence[Word]) -> bool:
    """Whether words before a role can be its organisation: `NBS`, `the company's`, `Zouping Municipal Committee`."""
    if words[-1].is_possessive:
        return True
    linked = all(
        word.is_capital or any(map(word.among, ("speaker.joins", "speaker.belongs", "speaker.articles")))
        for word in words
    )
    return words[-1].is_capital and linked


def stops(words: Sequence[Word], at: int) -> bool:
    """Whether a speaker's name ends before this word."""
    return at >= len(words) or words[at].among("speaker.stops")


def place(text: str, words: Sequence[Word]) -> Place:
    """Where words stand, with the full stop of a short form such as "Ltd." that also ends the sentence."""
    end = words[-1].end
    if words[-1].among("organisations.forms") and text[end : end + 1] == ".":
        end += 1
    return words[0].start, end
