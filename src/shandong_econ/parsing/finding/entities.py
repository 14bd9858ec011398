"""The firm, mine, park or cluster that a passage is about, and where it is."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from itertools import islice

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.firms_told import NO_FIRMS, Firms, not_firms
from shandong_econ.parsing.finding.phrases_english import phrases

LONGEST_NAME = 8  # words
MOST_NAMES = 4  # of a sentence, looked at for one that is a firm's
REACH_OF_NAME = 60  # characters before a name in which an institution's begins


@attrs.frozen
class Entity:
    """An entity: its name as written, where it begins, and whether it keeps the codes of its series, as a port does.

    A park is told of as a firm is, with all that it has. A zone that a government
    has laid out has accounts of its own, as a place has.
    """

    name: str
    start: int
    end: int
    keeps_codes: bool = False
    is_cluster: bool = False
    is_zone: bool = False
    is_park: bool = False


class Voice(Enum):
    """Who speaks where it is no firm that can be named."""

    NONE = "nobody is quoted"
    GOES_ON = "the one who was quoted or spoken of before"
    OTHER = "somebody who speaks for an office"


@cache
def _english() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    ends = either(word_list("en", "entity.ends"))
    name = re.compile(
        rf"\b((?:[A-Z][\w&-]{{0,30}}(?:['’]\w+)? ){{1,{LONGEST_NAME}}}?)({ends})(?![\w])(?! (?:{ends})\b)"
    )
    clusters = either(word_list("en", "entity.clusters"))
    kind = rf"(?:(?!of |and |the |a )[a-z][\w-]* ){{0,3}}(?:{clusters})"
    cluster = re.compile(rf"\b(?:([A-Z][\w'’-]{{0,30}}(?: [A-Z][\w'’-]{{0,30}}){{0,3}})|the|its|\w+['’]s) ({kind})\b")
    return name, cluster, frozenset(word_list("en", "entity.ports"))


def find_english_entity(source: str, start: int, end: int, firms: Firms = NO_FIRMS) -> Entity | None:
    """The first entity that a sentence names; `firms` are those that the text tells of in so many words."""
    found = _ended(source, start, end)
    known = _known(source, start, end, firms)
    if known is not None and (found is None or known.start <= found.start):
        return known
    ports = _ports().search(source, start, end)
    if ports is not None and (found is None or ports.start() <= found.start):
        return Entity(ports[0], ports.start(), ports.end(), keeps_codes=True)
    return found or _grouped(source, start, end)


@cache
def _ports() -> re.Pattern[str]:
    """Ports by the names of their towns: the land ports of Manzhouli and Erenhot."""
    kinds, one = either(word_list("en", "entity.ports_of")), r"[A-Z][\w'’-]+"
    return re.compile(rf"\b(?:(?:{kinds}) )?[Pp]orts? of {one}(?:(?:, {one})* and {one})?(?! [A-Z])")


def _ended(source: str, start: int, end: int) -> Entity | None:
    """The first entity that the end of its name shows to be one: a zone, a firm, a port."""
    name, _, ports = _english()
    found = _outside_institutions(name, source, start, end)
    park = next(iter(parks_in(source, start, end)), None)
    if park is not None and (found is None or (park.start <= found.start() and not _sets_scene(source, park))):
        return park
    while (
        found is not None
        and (owned := name.match(source, found.end() + 3, end))
        and source[found.end() : found.end() + 3] in ("'s ", "’s ")
    ):
        found = owned
    if found is None:
        return None
    text = _without_opening(found[0])
    possessor = max(text.rfind("'s "), text.rfind("’s "))
    kind = text[possessor + 3 :] in word_list("en", "entity.ends") and " " in text[:possessor]  # "A Women's | Hotel"
    text = text[possessor + 3 :] if possessor >= 0 and not kind else text
    if text[0].islower():
        return None  # "The base was low"
    return Entity(text, found.end() - len(text), found.end(), found[2] in ports)


def _without_opening(name: str) -> str:
    """A name without the words with a capital that only open its sentence: "In", "The", "A"."""
    while (first := name.partition(" "))[0] in word_list("en", "entity.opens"):
        name = first[2]
    return name


def _sets_scene(source: str, park: Entity) -> bool:
    """Whether a park is only where something is: "In the Qilu Chemical Park, the new unit of"."""
    before = source[max(0, park.start - REACH_OF_NAME) : park.start]
    return before.endswith(("In the ", "In ", "At the ")) and source.startswith(",", park.end)


def parks_in(source: str, start: int, end: int) -> list[Entity]:
    """The zones and parks that a sentence names, to which a later one can point back, but for areas of that name."""
    found = []
    for match in islice(_zones().finditer(source, start, end), MOST_NAMES):
        name = _without_opening(match[0])
        head, _, rest = name.partition(" of ")
        name = rest if rest and " " not in head else name  # "Exports of | Kunming High-tech Zone"
        if name.lower() not in phrases().places:
            is_zone = name.endswith(word_list("en", "entity.laid_out"))
            begin = match.end() - len(name)
            found.append(Entity(name, begin, match.end(), keeps_codes=True, is_park=True, is_zone=is_zone))
    return found


def _known(source: str, start: int, end: int, firms: Firms) -> Entity | None:
    """The first of the firms that a text tells of, by its name or the word by which it goes for short."""
    found = [(at, -len(name), name) for name in firms if (at := _at(source, name, start, end)) >= 0]
    if not found:
        return None
    at, _, name = min(found)
    return Entity(firms[name], at, at + len(name))


def _at(source: str, name: str, start: int, end: int) -> int:
    """Where a name stands that no word with a capital goes on, or -1."""
    at = source.find(name, start, end)
    while at >= 0 and (source[at - 1 : at].isalnum() or _GOES_ON.match(source, at + len(name), end)):
        at = source.find(name, at + 1, end)
    return at


_GOES_ON = re.compile(r"\w| [A-Z]")
_GOES_ON_WITH = re.compile(r" ([A-Z]\w+)")
_QUOTES = frozenset('"“”')


def _grouped(source: str, start: int, end: int) -> Entity | None:
    """A cluster that is named with a capital, or that is the one of its kind: "the | robot industry cluster"."""
    _, cluster, _ = _english()
    grouped = cluster.search(source, start, end)
    if grouped is None:
        return None
    own = grouped[1] is None or grouped[1] in word_list("en", "entity.opens")
    at = grouped.start(2 if own else 0)
    name = source[at : grouped.end()]
    return None if name in word_list("en", "entity.clusters") else Entity(name, at, grouped.end(), is_cluster=True)


def _outside_institutions(name: re.Pattern[str], source: str, start: int, end: int) -> re.Match[str] | None:
    """The first name of a firm that is not in an institution's or a quoted one.

    The Ministry of Industry and Information Technology, the Information Technology Bureau.
    """
    for found in islice(name.finditer(source, start, end), MOST_NAMES):
        before = source[max(start, found.start() - REACH_OF_NAME) : found.start()]
        if before.endswith((" and ", " of ", " for ")) and _institutions().search(before + found[0]):
            continue
        more = _GOES_ON_WITH.match(source, found.end(), end)
        other = more is not None and more[1].lower() in not_firms()
        quoted = before[-1:] in _QUOTES and source[found.end() : found.end() + 1] in _QUOTES
        if not (other or quoted or found[0].endswith(word_list("en", "entity.areas"))):
            return found
    return None


@cache
def _institutions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(word_list('en', 'entity.institutions'))}) (?:of|for)\b")


@cache
def _zones() -> re.Pattern[str]:
    """A zone or a park: Huangshi Economic and Technological Development Zone."""
    ends = either(word_list("en", "entity.zones"))
    return re.compile(rf"\b[A-Z][\w'’-]{{1,30}} (?:(?:[A-Z][\w'’-]{{1,30}}|and|of) ){{0,{LONGEST_NAME}}}?(?:{ends})\b")
