"""The firm, mine, park or cluster that a passage is about, and where it is."""

from __future__ import annotations

import re
from functools import cache

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import either

LONGEST_NAME = 8  # words


@attrs.frozen
class Entity:
    """An entity: its name as written, where it begins, and whether it keeps the codes of its series, as a port does."""

    name: str
    start: int
    end: int
    keeps_codes: bool = False
    is_cluster: bool = False


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
    found = name.search(source, start, end)
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
