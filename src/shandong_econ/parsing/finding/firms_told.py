"""Firms whose names no ending tells, by the words with which a text names them: "Hu Rui, manager of Seabright Oils".

What is named so once is known in all of the text, and by the one word too by which a text calls it for short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from types import MappingProxyType

from shandong_econ.lexicon.words import by_first_letter, word_list
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.phrases_english import phrases

LEAST_OF_SHORT = 4  # letters of the one word that a firm is called by
MOST = 64  # firms of a text that are kept in mind, so that time stays linear

_LINE = re.compile(r"[^\n]+")
_CAPITAL = re.compile(r"\b[A-Z]")
_ANY = re.compile(r"\b[A-Za-z]")

Firms = Mapping[str, str]
"""The full name of a firm by each name that a text has for it."""

NO_FIRMS: Firms = MappingProxyType({})


def find_firms(text: str, local: frozenset[str] = frozenset()) -> Firms:
    """The firms that an English text tells of as such; `local` names the places without a code, in lower case.

    >>> dict(find_firms("In a workshop of Lanfeng Silicon, a kiln glows. Lanfeng sells to Suxin Red, a maker of cups."))
    {'Lanfeng Silicon': 'Lanfeng Silicon', 'Suxin Red': 'Suxin Red', 'Lanfeng': 'Lanfeng Silicon'}
    """
    found: dict[str, str] = {}
    for line in _LINE.finditer(text):
        if not _is_headline(line[0]):
            for name in _told(line[0]):
                if len(found) < MOST and is_firm(name, local):
                    found[name] = name
    ended = {match["name"] for match in islice(_ended().finditer(text), MOST)}
    alone = _alone(text)
    for name in [*found, *sorted(ended)]:
        short = short_of(name, local, alone)
        if short and short not in found:
            found[short] = name
    return found


def is_firm(name: str, local: frozenset[str]) -> bool:
    """Whether a name with capitals can be a firm's: it is none of a place, an office, an event or a work of man."""
    last = name.split(" ")[-1].lower()
    if last in not_firms() or any(word in _institutions() for word in name.split(" ")):
        return False
    if _is_person(name) or last in local or _is_place(name) or (" " not in name and name.lower() in phrases().entries):
        return False
    return not name.endswith(word_list("en", "entity.areas"))


def _told(line: str) -> Iterator[str]:
    """The names in a line that its words make a firm's."""
    for way in _ways():
        for match in way.finditer(line):
            yield match["name"]
    for match in _goods().finditer(line):
        name = match["name"]
        if " " in name and not _is_place(name.rpartition(" ")[0]):  # Pu'er Tea is what grows there
            yield name


def _is_headline(line: str) -> bool:
    """Whether most words of a line have capitals, as in a title, so that they tell no name."""
    return len(_CAPITAL.findall(line)) * 2 > len(_ANY.findall(line))


def short_of(name: str, local: frozenset[str], alone: frozenset[str] | None = None) -> str:
    """The word of a name that is no place's and no other thing's, or "": Jinrui, of Hebei Jinrui Special Steel.

    In a text it is the one that is among those that stand there `alone`.
    """
    for word in name.split(" "):
        common = word.lower() in phrases().entries or word.lower() in local or word in _things() or _is_place(word)
        common = common or word.lower() in not_firms()
        if len(word) >= LEAST_OF_SHORT and word != name and not common and (alone is None or word in alone):
            return word
    return ""


def _alone(text: str) -> frozenset[str]:
    """The words of a text that stand beside no other with a capital, and that it nowhere has in small letters."""
    small = frozenset(_SMALL.findall(text))
    return frozenset(run for run in _RUN.findall(text) if " " not in run and run.lower() not in small)


_SMALL = re.compile(r"\b[a-z]+\b")
_RUN = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)*")


@cache
def _things() -> frozenset[str]:
    return frozenset((*word_list("en", "entity.goods"), *word_list("en", "entity.ends")))


def _is_place(name: str) -> bool:
    return name.lower().replace("’", "'") in phrases().places


def _is_person(name: str) -> bool:
    """Whether a name is a surname and a given name, as far as its first word can tell."""
    surname, _, given = name.partition(" ")
    known = surname.lower() in word_list("en", "person.surnames")
    return known and given != "" and " " not in given and given not in word_list("en", "entity.goods")


@cache
def not_firms() -> frozenset[str]:
    """The words, in lower case, with which the name of something else than a firm ends."""
    return frozenset(word_list("en", "entity.not_firms"))


@cache
def _institutions() -> frozenset[str]:
    return frozenset(word_list("en", "entity.institutions"))


@cache
def _word() -> str:
    """A word of a firm's name, which is none that opens a sentence before one: "At Weichai Power".

    It begins with the capital and looks back from there, so that a search for it passes over all other places at once.
    """
    begins = rf"(?<=\b(?!(?:{either(word_list('en', 'entity.before'))})\b)[A-Z])"
    return rf"[A-Z]{begins}[\w&-]{{0,30}}(?:['’](?!s\b)\w+)?"


@cache
def _ways() -> tuple[re.Pattern[str], ...]:
    def ways(*roles: str) -> str:
        return either(tuple(word for role in roles for word in word_list("en", role)))

    def either_case(role: str) -> str:
        return by_first_letter(re.escape(word) for word in word_list("en", role))

    forms = ways("entity.forms")
    one, two = (rf"(?P<name>{_word()}(?: {_word()}){{{least},5}}(?:,? (?:{forms}))?)" for least in (0, 1))
    firms = ways("entity.kinds")
    kinds, put, apart = ways("entity.kinds", "entity.kinds_beside"), ways("entity.put"), ways("entity.apart")
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b(?i:{either_case('entity.rooms')}) (?:of|at) (?:the )?{one}",
            rf"\b(?i:{either_case('entity.chiefs')}) (?:of|at|with) (?:the )?{one}",
            rf"{one}, (?:an?|another|one of) (?:(?!(?:{apart}) )[\w'’\"“”-]+ ){{0,8}}?(?:{firms})\b",
            rf"\bAt {one}, an? (?:(?!(?:{apart}) )[\w'’\"“”-]+ ){{0,8}}?(?:{kinds})\b",
            rf"{two}, (?:an?|another|one of|the) (?:(?!(?:{apart}) )[\w'’\"“”-]+ ){{0,8}}?(?:{kinds})\b",
            rf"\b(?:{kinds}), {one},",
            rf"{two}, (?:{ways('entity.short_for')}) [A-Z]{{3,}}\b",
            rf"\b(?:{firms}|{ways('entity.kinds_before')}) {one}",
            rf"{two} (?:{ways('entity.does')})\b",
            rf"{two},? (?:which (?:is|was) )?(?:{put}) (?:in|by|with|at|on)\b",
        )
    )


@cache
def _ended() -> re.Pattern[str]:
    """A name that its end shows to be a firm's, which has a short one too."""
    ends = either(tuple(end for end in word_list("en", "entity.ends") if end not in word_list("en", "entity.ports")))
    return re.compile(rf"(?P<name>(?:{_word()} ){{1,5}}?(?:{ends}))(?![\w])")


@cache
def _goods() -> re.Pattern[str]:
    goods = either(word_list("en", "entity.goods"))
    return re.compile(rf"(?P<name>(?:{_word()} ){{1,5}}?(?:{goods}))\b(?!['’]?[\w-])(?! [A-Z])")
