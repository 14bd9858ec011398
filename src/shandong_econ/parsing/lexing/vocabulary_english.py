"""The words of English with the class of each, and what settles those that can be two things by their neighbours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType
from typing import Any, NamedTuple

from shandong_econ.lexicon.concepts import area_codes
from shandong_econ.lexicon.folders import read_toml
from shandong_econ.lexicon.words import Roles, linked, roles, word_list
from shandong_econ.parsing.finding.number_words import MULTIPLES
from shandong_econ.parsing.finding.series import namings
from shandong_econ.parsing.grammar.classes import CLASSES, NAME
from shandong_econ.parsing.grammar.patterns import Compiler
from shandong_econ.parsing.lexing.vocabulary import NO_ROLES, by_first_role

WORDS = re.compile(r"[^\W\d_][\w&]*(?:[-'./][\w&]+)*|\d+(?:[.,]\d+)*|--|[^\w\s]|_")
"""The words and marks of cleaned English text in lower case."""

Entry = tuple[str, Any]


class EnglishWords(NamedTuple):
    """Each phrase with its class and roles, and each place with its codes, all in lower case.

    `lengths` tells by the first word of which lengths, in words, phrases are known that begin with it. At the first
    words `opens_time` and `opens_number` the patterns of times and of numbers in words are tried. `plain` are the words
    that open nothing longer. `ends_firm` are what the names of firms end with, by its last word, `ends_place` what
    those of places do, `ends_name` the last words of both. At the words `links` what is compared with is tried.
    """

    phrases: Mapping[str, Entry]
    places: Mapping[str, tuple[str, ...] | Roles]
    lengths: Mapping[str, tuple[int, ...]]
    opens_time: frozenset[str]
    opens_number: frozenset[str]
    plain: Mapping[str, Entry]
    ends_firm: Mapping[str, tuple[str, ...]]
    ends_place: frozenset[str]
    ends_name: frozenset[str]
    links: frozenset[str]
    settlings: Sequence[tuple[str, str, str]]
    """Which class becomes which other, and where: as a pattern, which is compiled when a sentence has the class."""

    def settled(self, classes: str) -> str:
        """The classes of a sentence once those words are settled that can be two things."""
        for one in self.settlings:
            if one[0] in classes:
                classes = _settling(*one)(classes)
        return classes


@cache
def english_words() -> EnglishWords:
    """The words of English, put together on first use."""
    data = read_toml("en/classes.toml")
    phrases = _classed(data)
    known: dict[str, tuple[str, ...] | Roles] = {word.lower(): ABROAD for word in data["places"]["abroad"]}
    pointing = word_list("en", "area.pointing")  # The nation, also where it begins a sentence
    known.update((name, codes) for name, codes in area_codes("en").items() if name not in pointing)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for phrase in (*phrases, *known):
        if phrase.replace(" ", "").isalpha():  # of letters and spaces alone, as most are
            first, count = phrase.partition(" ")[0], phrase.count(" ") + 1
        else:
            words = WORDS.findall(phrase)
            first, count = words[0], len(words)
        lengths[first].add(count)
    links = frozenset(link.partition(" ")[0] for link in read_toml("en/words.toml")["parts"]["from"])
    opens_time, opens_number = _opens_time(data), _opens_number(data)
    longer = {first for first, counts in lengths.items() if counts != {1}} | links | opens_time | opens_number
    compiler = Compiler(read_toml("en/shapes.toml")["macro"])
    return EnglishWords(
        phrases,
        known,
        {first: tuple(sorted(counts, reverse=True)) for first, counts in lengths.items()},
        opens_time,
        opens_number,
        {word: phrases[word] for word in phrases.keys() - longer if word.isalpha()},
        _ends_firm(),
        _ends_place(),
        frozenset(one.rpartition(" ")[2] for one in _ends_place()) | _ends_firm().keys(),
        links,
        tuple((CLASSES[one["from"]], CLASSES[one["to"]], compiler.compiled(one["where"])) for one in data["settle"]),
    )


def _ends_firm() -> Mapping[str, tuple[str, ...]]:
    """What ends the name of a firm, by its last word, the longest first."""
    found: dict[str, list[str]] = {}
    for end in sorted(word_list("en", "entity.ends") + word_list("en", "entity.names"), key=len, reverse=True):
        found.setdefault(end.rpartition(" ")[2], []).append(end)
    return MappingProxyType({last: tuple(known) for last, known in found.items()})


def _ends_place() -> frozenset[str]:
    """What the name of a place can end with: Yina Township, Gaolan county."""
    nouns = [word for word in word_list("en", "local.nouns") if " " not in word]
    return frozenset((*nouns, *(word.capitalize() for word in nouns), *word_list("en", "local.areas")))


def _classed(data: Mapping[str, Any]) -> dict[str, Entry]:
    """Each phrase with the class of the first of its roles in classes.toml; a series' name yields to no short word."""
    yields = frozenset(CLASSES[name] for name in data["yield"]["classes"])
    found: dict[str, Entry] = {word.lower(): (NAME, naming) for word, naming in namings("en").items()}
    for word, (cls, named) in by_first_role("en", data):
        if not (cls in yields and word in found and " " in word):
            found[word] = (cls, named)
    also = {word: frozenset({role}) for role, listed in data["also"].items() for word in listed}
    known = {**roles("en"), **also}
    for name, more in data["words"].items():
        found.update((word, (CLASSES[name], known.get(word, NO_ROLES))) for word in more)
    for word in data["cut"]["words"]:
        found.pop(word, None)
    return found


ABROAD: Roles = frozenset({"area.world"})


@cache
def _settling(of: str, to: str, where: str) -> Callable[[str], str]:
    return partial(re.compile(where).sub, lambda found: found[0].replace(of, to))


@cache
def what_is_compared_with() -> re.Pattern[str]:
    """What is compared with behind a link, with a group for each comparison."""
    return re.compile(rf"{linked('en')}(?:'s)?(?![\w&]|[-'./][\w&])")


def _opens_time(data: Mapping[str, Any]) -> frozenset[str]:
    times = read_toml("en/periods.toml")
    listed = [word for key in ("alone", "leads", "follows", "numerals") for word in times["words"][key]]
    named = [word for table in ("numbers", "relative", "feasts") for word in times[table]]
    first = {re.split(r"[\s\[(?-]", word)[0].lower() for word in (*listed, *named, *data["times"]["words"])}
    return frozenset(first - set(data["times"]["never"]))


def _opens_number(data: Mapping[str, Any]) -> frozenset[str]:
    lists = ("numeral.words", "numeral.tens", *MULTIPLES.values(), "numeral.ordinals", "fraction.half_of")
    words = [word for role in lists for word in word_list("en", role)]
    signs = [sign.lower() for sign in word_list("en", "numeral.currency_before")]
    first = {word.split()[0].split("-")[0] for word in (*words, *data["numbers"]["words"])}
    return frozenset(first.union(*(WORDS.findall(sign)[:1] for sign in signs)))
