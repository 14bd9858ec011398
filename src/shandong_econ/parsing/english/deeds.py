"""What a verb names where no noun does: who "sold goods worth" 12 billion yuan "abroad" had exports of that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import attrs

from shandong_econ.lexicon.deeds import Deed, deeds, people_called
from shandong_econ.parsing.english.acts import ANY, Act, acts_around
from shandong_econ.parsing.english.places import series_named, without_places
from shandong_econ.parsing.english.role_classes import MORE
from shandong_econ.parsing.english.unit_nouns import noun_of_unit
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.bags import bag_of
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, Series, put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT

BILLIONS = 9  # the power of ten from which a number without a unit counts no things


@attrs.frozen
class Done:
    """What a deed tells of: the subject, the series of all who did so, who did it, to what, and the verb.

    `implied` is whether what it was done to is what the deed is always done to.
    """

    subject: Subject
    whole: Series
    doer: str
    thing: str
    verb: Sequence[Token]
    implied: bool = False


def deed_of(words: Words, lead: Sequence[Token], trail: Sequence[Token], figure: Figure, doer: str) -> Done | None:
    """What a verb beside a figure names, if one does; `doer` is who did what the sentence has told before."""
    if figure.unit is None and figure.power >= BILLIONS:
        return None  # "Zhengzhou turned out 1.27 trillion", of what was told before
    if figure.unit in PERCENT and trail and tells_more(trail[0]):
        acts = (act for act in acts_around(words, lead, trail[1:], ANY, doer) if _means_more(words, act))
    else:
        acts = (act for act in acts_around(words, lead, trail, figure.unit, doer) if _means(words, act, figure))
    act = next(acts, None)
    return None if act is None else _named(words, act, noun_of_unit(figure) or figure.word.partition(" of ")[2])


def _means(words: Words, act: Act, figure: Figure) -> bool:
    """Whether a verb tells of its deed here: done by whom, to what and where the deed wants."""
    deed = act.deed
    if act.thing.lower() in word_set("pronoun.objects"):
        return False  # "they began 300 bridges and put 4 billion yuan into them": of these
    if deed.where and not any(f" {phrase} " in f"{act.clause} " for phrase in deed.where):
        return False
    if deed.apiece is not None and deed.apiece is not (figure.unit == "CNY_PS" or not figure.power):
        return False
    if deed.place and bag_of(without_places(act.doer, words.scene.places.local_places)):
        return False
    doer = without_places(act.doer, words.scene.places.local_places)  # "the people of Hunan"
    return _ends(doer, deed.doers) and _ends(act.thing, deed.things)


def _means_more(words: Words, act: Act) -> bool:
    """Whether a verb tells of its deed where only more or less was done, so that no unit tells: "exported 5% more"."""
    deed, local = act.deed, words.scene.places.local_places
    if deed.place or (deed.where and not any(f" {phrase} " in f"{act.clause} " for phrase in deed.where)):
        return False
    told = bool(deed.where or deed.doers or deed.things)
    if told or not act.thing:
        return (told or deed.units >= _MONEY) and _ends(act.doer, deed.doers) and _ends(act.thing, deed.things)
    thing = without_places(act.thing, local)  # "invested 8 percent more in | infrastructure"
    named = bool(deed.noun) and series_named(f"{deed.noun} of {thing}", None, local).code is not None
    return deed.carries or named or bag_of(thing) <= _neutral(deed)


_MONEY = frozenset({"CNY", "USD"})


def tells_more(token: Token) -> bool:
    """Whether a word says that there was more or less of something: "7 percent | fewer cars"."""
    return not token.roles.isdisjoint(MORE) and token.word not in word_set("gap_prepositions.words")


def _ends(phrase: str, wanted: frozenset[str]) -> bool:
    """Whether a noun phrase ends with one of the nouns that are wanted, if any are."""
    if not wanted:
        return True
    pieces = phrase.lower().split()
    return any(" ".join(pieces[n:]) in wanted for n in range(len(pieces)))


def _named(words: Words, act: Act, unit: str) -> Done:
    """The series of a deed, with what the doer and the thing, or the unit, say more than the deed itself."""
    deed, local = act.deed, words.scene.places.local_places
    entity = words.scene.owners.entity
    doer = "" if entity is not None and act.doer == entity.name else act.doer  # an entity is no part of a series
    goes_back = act.thing.lower() in word_set("pronoun.subjects")  # "big stores sold 5 billion yuan of it"
    act = attrs.evolve(act, thing="") if goes_back or _tells_where(act) else act
    parts = [] if deed.whole else [_part(one, deed, local) for one in (act.thing, doer)]
    said = " ".join(part for part in parts if part)
    kind = _without_last(said, deed)
    whole = name_series_english(deed.noun, None)
    if deed.carries and not act.thing and (not said or kind):  # not "tobacco, grown on"
        series = _carried(whole, words.scene)
    else:
        series = series_named(f"{deed.noun} of {said}", None, local) if said and deed.noun else whole
    thing = (act.thing if without_places(act.thing, local) else "") or ("" if deed.noun else unit)
    if deed.noun and parts and parts[1] and not (parts[0] or deed.things):
        thing = ""  # "private firms exported", not "goods exported"
    label = " ".join(word for word in (thing or act.doer, words.phrase(act.verb)) if word)
    if series.code is None and kind:  # "new energy plants" generate what new energy does
        series = series_named(f"{deed.noun} of {kind}", None, local)
    told = words.scene.subject
    if series.code is None and act.doer == told.label and told.series.base == whole.base:
        series = told.series  # "private firms traded 52 billion yuan. In May 90 of them | traded"
    if series.code is None or _is_of_one(act):
        series = Series(None, whole.base, None)
    if not deed.noun and not thing:  # "built 7,318 boats and sold 6,902"
        label = _of_same(words.scene.subject.label, words.phrase(act.verb))
    implied = act.thing.lower() in deed.things
    return Done(Subject(label, series), whole, act.doer, act.thing, act.verb, implied)


def _tells_where(act: Act) -> bool:
    """Whether what stands as the thing is a word of where or how it is done: consumers spent so much "in shops"."""
    return act.thing != "" and any(f" {act.thing.lower()} " in f"{phrase} " for phrase in act.deed.where)


def _part(phrase: str, deed: Deed, local: frozenset[str]) -> str:
    """What a noun phrase says that the deed does not: "private firms" of those who exported, but not "firms"."""
    own = _head_of_place(without_places(phrase, local))
    if bag_of(own) <= _neutral(deed) or own.lower().rpartition(" ")[2] in word_set("area.nouns"):
        return ""  # "the country's leading coal-producing region" is a place
    return people_called(phrase) or own


def _without_last(phrase: str, deed: Deed) -> str:
    """What kind those are who do a deed: "new energy" of "new energy plants", but nothing of "coal mines"."""
    pieces = phrase.lower().split()
    stop = next((n for n in range(1, len(pieces)) if " ".join(pieces[n:]) in deed.neutral), 0)
    return " ".join(pieces[:stop])


def _is_of_one(act: Act) -> bool:
    """Whether one plant does it, not all that there are; what nobody is said to do "a year" is what it can do."""
    if act.doer:
        return act.doer.lower().rpartition(" ")[2] in word_set("facility.words")
    return not act.thing and any(f" {span} " in f"{act.clause} " for span in word_set("apiece.spans"))


def _head_of_place(phrase: str) -> str:
    """A noun phrase without where a place is, if it is of one: "a city | in the northwest"."""
    pieces = phrase.split()
    at = next((n for n, word in enumerate(pieces) if n and word in word_set("link.preposition")), 0)
    return " ".join(pieces[:at]) if at and pieces[at - 1].lower() in word_set("area.nouns") else phrase


def _of_same(label: str, verb: str) -> str:
    """What was spoken of, with another verb than it was told by: "boats sold" after "boats built"."""
    return f"{without_verb(label)} {verb}"


def without_verb(label: str) -> str:
    """What a label names without the verb by which that was told: boats, of "boats turned out"."""
    return next((label[: -len(verb) - 1] for verb in _told_verbs() if label.endswith(f" {verb}")), label)


def is_dealt(subject: Subject) -> bool:
    """Whether a subject is what was done with things that were made before: "cars exported"."""
    verb = subject.label[len(without_verb(subject.label)) + 1 :]
    return bool(verb) and subject.series == NO_SERIES and verb not in word_set("told_by_verb.making")


@cache
def _told_verbs() -> tuple[str, ...]:
    return tuple(sorted({verb for deed in deeds("en") for verb in deed.verbs}, key=len, reverse=True))


def _carried(whole: Series, scene: Scene) -> Series:
    """The series of the product that was spoken of last."""
    spoken_of = (scene.subject, *(one.subject for one in reversed(scene.recent)))
    parts = (one.series.breakdown or "" for one in spoken_of)
    product = next((part for part in parts if part.startswith("P:")), "")
    return put_together(whole.base or "", product) if product else Series(None, whole.base, None)


@cache
def _neutral(deed: Deed) -> frozenset[str]:
    return bag_of(" ".join((*deed.neutral, *deed.where)))
