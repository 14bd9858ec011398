"""The acts that the words around a figure can tell of: a verb where it stands, who did it, and to what.

The verb stands before the figure with its doer ("power plants generated"), after it with what was dealt with ("of goods
were exported by private firms"), or between the two as a participle ("goods sold over the internet came to").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import attrs

from shandong_econ.lexicon.deeds import Deed, deeds, people_called
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.places import without_places
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.unit_classes import LAND

PERSONS = "PS"
"""The unit of counts, of which the noun is not read yet."""

ANY = "*"
"""Stands for the unit of whatever more or less was done: "sold 7 percent fewer cars"."""


@attrs.frozen
class Act:
    """A verb where it stands, with the words for who did it and for what was dealt with."""

    deed: Deed
    verb: Sequence[Token]
    doer: str
    thing: str
    clause: str


def acts_around(
    words: Words, lead: Sequence[Token], trail: Sequence[Token], unit: str | None, doer: str
) -> Iterator[Act]:
    """The acts that can be meant, the likeliest first; `doer` is who did what the sentence has told before."""
    known = _verbs(unit or PERSONS)
    lead, trail = _clause_before(lead), _clause_after(trail)
    yield from _before(words, lead, trail, known, doer)
    yield from _after(words, lead, trail, known)


# ---------------------------------------------------------------------- where the verb stands


def _before(words: Words, lead: Sequence[Token], trail: Sequence[Token], known: _Verbs, before: str) -> Iterator[Act]:
    """The deeds that the words before a figure can tell of, the nearest first."""
    for n in reversed(range(len(lead))):
        if n > 1 and "link.list" in lead[n - 1].roles and any(stop > n for _, stop in _at(lead, n - 2, known)):
            continue  # "bought and | sold" is one verb
        for deed, stop in _at(lead, n, known):
            verb = lead[n:stop]
            clause = _clause((*lead[n:], *trail))
            between = lead[stop:]
            if between and between[0].word in word_set("told.by_only") and not _is_passive(lead, n):
                continue  # "farmland grew by"
            if _is_passive(lead, n) and not deed.place:
                yield Act(deed, verb, _agent(words, between), _nouns(words, lead[:n]), clause)
                continue
            end = next((k for k, token in enumerate(between) if is_verb(token) and not _worth(token)), None)
            if end is None:
                thing = _object(words, between) or _object_after(words, trail, to=bool(deed.doers))
                yield Act(deed, verb, _doer(words, lead[:n], before), thing, clause)
            elif _is_participle(between[:end], deed):
                yield Act(deed, verb, _agent(words, between[:end]), _nouns(words, lead[:n]), clause)


def _after(words: Words, lead: Sequence[Token], trail: Sequence[Token], known: _Verbs) -> Iterator[Act]:
    """The deeds that the words after a figure can tell of: "of goods were exported by private firms"."""
    clause = _clause(trail)
    for n in range(len(trail)):
        for deed, stop in _at(trail, n, known):
            verb = trail[n:stop]
            if _is_passive(trail, n):
                thing = _object_after(words, trail[:n]) or _nouns(words, [t for t in lead if not _worth(t)])
                thing = thing or _grown(words, deed, trail[stop:])
                yield Act(deed, verb, _agent(words, trail[stop:]), thing, clause)
            elif n and PERSONS in deed.units:  # "412,000 people found jobs"
                yield Act(deed, verb, words.counted(trail[:n]), words.counted(trail[stop:]), clause)
            elif n or not any(map(is_verb, lead)):  # "homes: 58 million square meters | sold"
                thing = _object_after(words, trail[:n]) or _nouns(words, [t for t in lead if not _worth(t)])
                yield Act(deed, verb, _agent(words, trail[stop:]), thing, clause)
            else:  # "it saw goods worth 5 billion yuan | pass in and out"
                yield Act(deed, verb, "", _nouns(words, [t for t in lead if not _worth(t)]), clause)


def _clause(tokens: Iterable[Token]) -> str:
    """The words of a clause, in which every place is "the province": "lived in Shaanxi"."""
    place = word_list("en", "area.province")[0]
    return " ".join(place if token.areas else token.word for token in tokens)


def _clause_before(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of the clause that a figure ends, or the words that it has before a colon: "homes: | 58 million"."""
    while tokens and tokens[-1].mark == ":":
        tokens = tokens[:-1]
    breaks = (n for n, t in enumerate(tokens) if (t.mark and t.mark != ",") or t.word in word_set("clause.words"))
    return tokens[max(breaks, default=-1) + 1 :]


def _clause_after(tokens: Sequence[Token]) -> Sequence[Token]:
    breaks = (n for n, t in enumerate(tokens) if t.mark or t.word in word_set("clause.words"))
    return tokens[: next(breaks, len(tokens))]


def _is_passive(tokens: Sequence[Token], n: int) -> bool:
    """Whether the verb at a place has a form of "to be" before it."""
    while n and "link.filler" in tokens[n - 1].roles and tokens[n - 1].word.split(" ")[-1] not in word_set("owners.to"):
        n -= 1  # but "were able to | deliver" is active
    return n > 0 and tokens[n - 1].word in word_set("passive.be")


def _is_participle(between: Sequence[Token], deed: Deed) -> bool:
    """Whether only by whom, how and when it was done stands between a verb and the next one."""
    if between and between[0].word in word_set("passive.by"):
        return True
    phrase = " ".join(token.word for token in between if token.time is None)
    return phrase in deed.where or (not phrase and bool(between))


def _worth(token: Token) -> bool:
    return token.word in word_set("passive.worth")


# ---------------------------------------------------------------------- who, and what


def _doer(words: Words, tokens: Sequence[Token], before: str) -> str:
    """Who did it: the noun phrase before the verb, the one that a pronoun stands for, or who did what came before."""
    if tokens and tokens[-1].word in word_set("relative.that"):
        return _nouns(words, tokens[:-1]) or words.scene.subject.label
    firm = words.scene.owners.entity
    if tokens and firm is not None and firm.keeps_codes and tokens[-1].word in word_set("carry_on.one"):
        return firm.name.partition(" of ")[0]  # "the port of Nanjing is a hub. It handled"
    phrase = _nouns(words, _without_openings(tokens))
    if phrase.lower() in word_set("pronoun.subjects"):
        return words.scene.subject.label if phrase.lower() in word_set("owners.pronouns") else ""
    return phrase or (before if all(map(_joins, tokens)) else "")


def _without_openings(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without those before commas that only say where or of what it is told: "in terms of imports, | we"."""
    while tokens and not tokens[0].roles.isdisjoint(_OPENS) and any(token.mark for token in tokens):
        tokens = tokens[next(n for n, token in enumerate(tokens) if token.mark) + 1 :]
    return tokens


_OPENS = frozenset({"link.frame", "link.preposition", "link.but"})


def _joins(token: Token) -> bool:
    return bool(token.mark) or "link.list" in token.roles or token.word in word_set("split.clause")


def _nouns(words: Words, tokens: Sequence[Token]) -> str:
    """The last noun phrase of these words, without a place that only says where it is."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.mark or token.time is not None or is_verb(token):
            parts.append([])
        elif parts[-1] or not (qualifier_of(token) or _worth(token) or "link.list" in token.roles):
            parts[-1].append(token)
    part = next((part for part in reversed(parts) if core(part)), [])
    if people_called(words.phrase(part)):
        return words.phrase(part)  # "city dwellers", whose city is no place
    part = core(part)
    at = next((n for n, t in enumerate(part) if n and _places(t)), 0)
    if at and not name_series_english(without_places(words.phrase(part[at:])), None).breakdown:
        part = part[:at]
    return words.phrase(part)


def _places(token: Token) -> bool:
    return token.naming is None and "link.preposition" in token.roles and "link.by" not in token.roles


def _object(words: Words, between: Sequence[Token]) -> str:
    return words.phrase(core([token for token in between if not (_worth(token) or qualifier_of(token))]))


def _object_after(words: Words, trail: Sequence[Token], *, to: bool = False) -> str:
    """What was dealt with, or with `to` who got it, where it follows the figure: "worth of goods", "to farmers"."""
    while trail and _worth(trail[0]):
        trail = trail[1:]
    links = word_set("passive.object") | (word_set("recipients.links") if to else frozenset())
    trail = trail[1:] if trail and trail[0].word in links else trail
    thing = words.counted(trail)
    at = next((n for n, token in enumerate(trail[:-1]) if token.word in word_set("passive.by")), 0)
    source = words.until_break(trail[at + 1 :]) if thing and at else ""
    made_from = "X:" in (name_series_english(source, None).breakdown or "")  # "electricity | from new energy"
    return f"{thing} {trail[at].word} {source}" if made_from and source not in thing else thing


def _grown(words: Words, deed: Deed, tokens: Sequence[Token]) -> str:
    """What grows on land with which something was done: "were sown | to grain"."""
    grows = not LAND.isdisjoint(deed.units) and bool(tokens) and tokens[0].word in word_set("land.links")
    return words.counted(tokens[1:]) if grows else ""


def _agent(words: Words, tokens: Sequence[Token]) -> str:
    """By whom or in what form it was done: "by private firms", "by way of processing trade"."""
    for n in range(min(len(tokens), LONGEST_LINK), 0, -1):
        if " ".join(token.word for token in tokens[:n]) in word_set("passive.by"):
            return words.counted(tokens[n:])
    return ""


LONGEST_LINK = 4  # pieces of "in the form of"


# ---------------------------------------------------------------------- the verbs

_Verbs = Mapping[str, Sequence[tuple[tuple[str, ...], Deed]]]


def _at(tokens: Sequence[Token], n: int, known: _Verbs) -> Iterator[tuple[Deed, int]]:
    """The deeds whose verb begins at a place, with the place after it."""
    first = tokens[n].word.partition(" ")[0]
    for verb, deed in known.get(first, ()):
        stop, rest = n, verb
        while rest and stop < len(tokens):
            pieces = tuple(tokens[stop].word.split())
            if rest[: len(pieces)] != pieces:
                break
            rest, stop = rest[len(pieces) :], stop + 1
        if not rest:
            yield deed, stop


@cache
def _verbs(unit: str) -> _Verbs:
    """The verbs of the deeds that take amounts in this unit, by their first words."""
    found: dict[str, list[tuple[tuple[str, ...], Deed]]] = {}
    for deed in deeds("en"):
        if unit in deed.units or unit == ANY:
            for verb in deed.verbs:
                pieces = tuple(verb.split())
                found.setdefault(pieces[0], []).append((pieces, deed))
    return MappingProxyType({first: sorted(verbs, key=lambda pair: -len(pair[0])) for first, verbs in found.items()})
