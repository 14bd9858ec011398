"""The words of a language with the class of each, ready to be looked up while a sentence is passed over once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.concepts import area_codes
from shandong_econ.lexicon.folders import read_toml
from shandong_econ.lexicon.words import Roles, roles, word_list
from shandong_econ.parsing.finding.series import namings
from shandong_econ.parsing.grammar.classes import AREA, CLASSES, FIGURES, NAME, VERB, WORD, one_of

_WEAK = 0xE000  # private characters stand for the classes of words that count only before certain others


class Vocabulary(NamedTuple):
    """Each word with its class and what it is; `lengths` tells by the first two characters which lengths to try."""

    words: Mapping[str, tuple[str, Any]]
    lengths: Mapping[str, tuple[int, ...]]
    weak_falls: re.Pattern[str]

    def settled(self, classes: str) -> str:
        """The classes of a sentence once weak words that stand alone are ordinary words."""
        return self.weak_falls.sub(WORD, classes).translate(_STRONG)


_STRONG = {_WEAK + n: n for n in range(256)}


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language, put together on first use from classes.toml and the tables of the lexicon."""
    data = read_toml(f"{language}/classes.toml")
    words = dict(_classed(language, data))
    always = frozenset(data["always"]["words"])
    for word, (cls, what) in words.items():
        if len(word) == 1 and word not in always:
            words[word] = (chr(_WEAK + ord(cls)), what)
    return Vocabulary(words, _lengths(words), _falling(data["before"]))


@cache
def told_in_words(language: str) -> re.Pattern[str]:
    """What tells a figure without a number, in lower case: unchanged, doubled."""
    words = [word for word, named in roles(language).items() if any(role.startswith("worth.") for role in named)]
    return re.compile("|".join(map(re.escape, words)))


def _classed(language: str, data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, Any]]]:
    found: dict[str, tuple[str, Any]] = dict(by_first_role(language, data))
    for role in data["roles"]["VERB"]:
        found.update((w, (VERB, frozenset({role}))) for w in word_list(language, role) if len(w) > 1 and w not in found)
    for name, more in data["words"].items():
        found.update((word, (_character(name), roles(language).get(word, NO_ROLES))) for word in more)
    for word, naming in namings(language).items():
        if word not in found or found[word][0] in _YIELD_TO_NAMES:
            found[word] = (NAME, naming)
    for word, codes in area_codes(language).items():
        if word not in found or found[word][0] == AREA or (len(codes) == 1 and codes[0].endswith(_PROVINCES)):
            found[word] = (AREA, codes)
    for word in (*word_list(language, "place.not_short"), *data["cut"]["words"]):
        found.pop(word, None)
    yield from found.items()


def by_first_role(language: str, data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, Roles]]]:
    """Each word that has a role in classes.toml, with the class of the first of them there and all of its roles."""
    rank = {role: (n, _character(name)) for n, (name, listed) in enumerate(data["roles"].items()) for role in listed}
    ranked = {
        named: min((rank[role] for role in named if role in rank), default=None)
        for named in {*roles(language).values()}
    }
    for word, named in roles(language).items():
        if (best := ranked[named]) is not None:
            yield word, (best[1], named)


NO_ROLES: Roles = frozenset()
_PROVINCES = "0000"
_YIELD_TO_NAMES = one_of("WORD FILL")


def _character(name: str) -> str:
    try:
        return CLASSES[name]
    except KeyError:
        raise LexiconError(f"classes.toml: no class is called {name!r}: take one of {', '.join(CLASSES)}") from None


def _lengths(words: Mapping[str, object]) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for word in words:
        found[word[:2]].add(len(word))
    for pair, known in found.items():
        if pair[0] in words:
            known.add(1)
    return {head: tuple(sorted(known, reverse=True)) for head, known in found.items()}


def _falling(before: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Weak words that do not stand: what follows is no figure, no other such word, nor what its class goes before."""
    weak = "\ue000-\ue0ff"
    listed = re.escape("".join(sorted(FIGURES | one_of("HEDGE TO FILL ABOVE BELOW"))))
    own = "|".join(
        f"{chr(_WEAK + ord(_character(name)))}(?=[{re.escape(''.join(map(_character, after)))}])"
        for name, after in before.items()
    )
    needy = "".join(chr(_WEAK + ord(_character(name))) for name in ("RANKED", "AT"))
    beside = re.escape("".join(sorted(one_of("ORDINAL AREA SIDE PCT"))))
    aims = chr(_WEAK + ord(_character("TARGET")))  # 将60个项目纳入, 要45天: what is at hand, not aimed at
    return re.compile(f"(?!{own})[{weak}](?![{listed}{weak}])|[{needy}](?![{beside}])|{aims}(?={_character('QTY')})")
