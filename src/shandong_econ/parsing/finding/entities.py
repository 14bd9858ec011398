"""The firm, mine, park or cluster that a passage is about, and where it is."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import either

LONGEST_NAME = 8  # words
MOST_NAMES = 4  # of a sentence, looked at for one that is a firm's
REACH_OF_NAME = 60  # characters before a name in which an institution's begins


@attrs.frozen
class Entity:
    """An entity: its name as written, where it begins, and whether it keeps the codes of its series, as a port does.

    A zone that a government has laid out has accounts of its own, as a place has.
    """

    name: str
    start: int
    end: int
    keeps_codes: bool = False
    is_cluster: bool = False
    is_zone: bool = False


@cache
def _english() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    ends = either(word_list("en", "entity.ends"))
    name = re.compile(rf"\b((?:[A-Z][\w&-]*(?:['’]s)? ){{1,{LONGEST_NAME}}}?)({ends})(?![\w])")
    clusters = either(word_list("en", "entity.clusters"))
    cluster = re.compile(rf"\b([A-Z][\w-]*(?:['’]s)?) ((?:[a-z][\w-]* ){{0,3}}(?:{clusters}))\b")
    return name, cluster, frozenset(word_list("en", "entity.ports"))


@cache
def _appositions() -> re.Pattern[str]:
    """A name with what it is: "Yiming Medical, a Foshan-based firm"."""
    kinds = either(word_list("en", "entity.kinds"))
    return re.compile(
        rf"\b([A-Z][\w&-]+(?: [A-Z][\w&-]+){{0,4}}), (?:an?|another|one of) (?:[\w'’-]+ ){{0,8}}(?:{kinds})\b"
    )


def find_english_entity(source: str, start: int, end: int) -> Entity | None:
    """The first entity that a sentence names."""
    name, cluster, ports = _english()
    found = _outside_institutions(name, source, start, end)
    zone = _zones().search(source, start, end)
    if zone is not None and (found is None or zone.start() <= found.start()):
        text = zone[0].removeprefix("The ")
        return Entity(text, zone.end() - len(text), zone.end(), keeps_codes=True)
    while (
        found is not None
        and (owned := name.match(source, found.end() + 3, end))
        and source[found.end() : found.end() + 3] in ("'s ", "’s ")
    ):
        found = owned
    if found is not None:
        text = found[0].removeprefix("The ").removeprefix("In ").removeprefix("At ")
        possessor = max(text.rfind("'s "), text.rfind("’s "))
        text = text[possessor + 3 :] if possessor >= 0 else text
        return Entity(text, found.end() - len(text), found.end(), found[2] in ports)
    if (told := _appositions().search(source, start, end)) is not None:
        return Entity(told[1], told.start(), told.end(1))
    grouped = cluster.search(source, start, end)
    return None if grouped is None else Entity(grouped[0], grouped.start(), grouped.end(), is_cluster=True)


def _outside_institutions(name: re.Pattern[str], source: str, start: int, end: int) -> re.Match[str] | None:
    """The first name of a firm that is not the end of an institution's: the Ministry of Industry and ... Technology."""
    for found in islice(name.finditer(source, start, end), MOST_NAMES):
        before = source[max(start, found.start() - REACH_OF_NAME) : found.start()]
        if not (before.endswith((" and ", " of ", " for ")) and _institutions().search(before + found[0])):
            return found
    return None


@cache
def _institutions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(word_list('en', 'entity.institutions'))}) (?:of|for)\b")


@cache
def _zones() -> re.Pattern[str]:
    """A zone or a park: Huangshi Economic and Technological Development Zone."""
    ends = either(word_list("en", "entity.zones"))
    return re.compile(rf"\b[A-Z][\w'’-]+ (?:(?:[A-Z][\w'’-]+|and|of) ){{0,{LONGEST_NAME}}}?(?:{ends})\b")
