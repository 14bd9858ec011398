"""What a figure measures by the nouns around it: rules that are asked in turn, each with one idea."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure, Status
from shandong_econ.parsing.english.asked import Asked, Rule, first_answer
from shandong_econ.parsing.english.asked_around import AROUND
from shandong_econ.parsing.english.carried_subjects import carried
from shandong_econ.parsing.english.increases import increase_of
from shandong_econ.parsing.english.lone_nouns import is_short_for_another
from shandong_econ.parsing.english.naming import (
    is_bare,
    is_place,
    named,
    with_partner,
    without_anaphor,
)
from shandong_econ.parsing.english.objects import OF_FIRMS
from shandong_econ.parsing.english.places import without_places
from shandong_econ.parsing.english.possessives import are_some, owned
from shandong_econ.parsing.english.revisions import revised_growth
from shandong_econ.parsing.english.said import Said
from shandong_econ.parsing.english.theirs import of_theirs
from shandong_econ.parsing.english.wholes import value_of_all
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import Series, families, is_total, kinds, put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.abroad import is_abroad, without_country
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import MONEY, PERCENT, WEIGHTS


def by_nouns(scene: Scene, clues: Clues, figure: Figure, said: Said, *, first: bool) -> Subject:
    """The subject of a figure by the nouns around it, or else the one that was told before."""
    if figure.unit in WEIGHTS and scene.base == _IN_CONTAINERS:
        scene.base = _IN_TONNES
    asked = Asked(scene, clues, figure, said, without_anaphor(clues.words), scene.possessor, first)
    found = first_answer(AROUND, asked) or first_answer(_BEFORE, _without_setter(asked))
    return scene.subject if found is None else found


_IN_CONTAINERS, _IN_TONNES = "PORT_CONTAINER", "PORT_CARGO"
"""What ports handle, by how it is counted."""


def _without_setter(asked: Asked) -> Asked:
    """Leaves out who sets a goal for all that is made: "the government set a growth target of 6 percent"."""
    scene, setter = asked.scene, asked.words.lower().rpartition(" ")[2] in word_set("growth_nouns.setters")
    grows = asked.clues.noun > 0 and asked.first
    # "R&D took 1.9 percent; city hall wants 2.3"
    goes_on = asked.figure.unit in PERCENT and scene.subject is not NO_SUBJECT
    sets = setter and (grows or goes_on) and scene.plans.status is not Status.A
    return attrs.evolve(asked, words="") if sets else asked


def _economy(asked: Asked) -> Subject | None:
    """What the economy is, where its product was told of."""
    scene, words = asked.scene, asked.words
    if without_country(scene, words).lower() not in word_set("growth_nouns.economy") or asked.clues.where:
        return None
    goes_on = scene.subject.series.code == "GDP" and not is_short_for_another(scene, words, "GDP")
    return scene.subject if goes_on else None


def _index_of_output(asked: Asked) -> Subject | None:
    """What an index of output is of, for which a noun is short: "output" or "the index", after one of services."""
    scene, word = asked.scene, asked.words.lower()
    opens = asked.first and scene.position.opens_paragraph
    subject = (
        scene.grown if scene.grown and (opens or word.partition(" ")[0] in word_set("index.words")) else scene.subject
    )
    kind = kinds().get(subject.series.code or "")
    if kind is None or (kind.family, kind.unit) != _INDEX_OF_OUTPUT or word not in word_set("index.short"):
        return None
    scene.subject = subject
    return subject


_INDEX_OF_OUTPUT = ("national_accounts", "IX")


def _index_told(asked: Asked) -> Subject | None:
    """What "the index" is that was told of: the last that is called one, or else the last thing that moved."""
    scene = asked.scene
    alone = asked.words.lower() == word_list("en", "index.short")[0]
    named_so = asked.called(asked.words).code is not None and not is_abroad(scene)
    if not alone or named_so or not scene.subject.label:
        return None
    told = (scene.subject, *(one.subject for one in reversed(scene.recent)))
    called = (one for one in told if not word_set("index.words").isdisjoint(one.label.lower().split()))
    scene.subject = next(called, scene.subject)
    return scene.subject


def _headed(asked: Asked) -> Subject | None:
    """What the head of a list says once: "the profits of mining were 9 million; of manufacturing, 7"."""
    return named(asked.scene, asked.said.head) if asked.said.head else None


def _apart(asked: Asked) -> Subject | None:
    """What the two sides have of which it was told last how far apart they are: "the gap narrowed to" 2 billion."""
    last = asked.scene.last
    if last is None or last.measure is not Measure.GAP or asked.words.lower() not in word_set("apart.nouns"):
        return None
    asked.scene.subject = attrs.evolve(last.subject, label=asked.words)
    return asked.scene.subject


def _balance_then(asked: Asked) -> Subject | None:
    """The balance told before in the sentence, at another time: "a goods deficit, compared with a deficit of"."""
    last, noun, balances = asked.scene.last, asked.words.lower(), word_set("deficit.balances")
    if asked.first or last is None or noun not in balances:
        return None
    told = last.subject.label.split()
    label = " ".join(noun if word.lower() in balances else word for word in told)
    return None if balances.isdisjoint(map(str.lower, told)) else attrs.evolve(last.subject, label=label)


def _revised(asked: Asked) -> Subject | None:
    """What is revised where its sentence names nothing."""
    revised = revised_growth(asked.scene, asked.clues, asked.figure.unit) if is_bare(asked.words) else None
    asked.scene.subject = revised or asked.scene.subject
    return revised


def _instead(asked: Asked) -> Subject | None:
    """What "that" stands for with another partner."""
    instead = asked.clues.instead
    return with_partner(asked.scene, instead, asked.words) if instead else None


def _value(asked: Asked) -> Subject | None:
    """What the value is of all that was traded."""
    return value_of_all(asked.scene, asked.words)


def _not_named(asked: Asked) -> Subject | None:
    """What goes on where no words name anything: an increase, a target for the growth of all, what was told before."""
    scene, clues, unit, bare = asked.scene, asked.clues, asked.figure.unit, is_bare(asked.words)
    if bare and unit in MONEY and (increase := increase_of(scene, clues)) is not None:
        return increase
    if bare and clues.aims and unit in PERCENT and not scene.recent:
        clues.noun, scene.base = 1, None
        return named(scene, word_list("en", "growth_nouns.of_all")[0])  # "For 2023 the targets are bolder: 6 percent"
    return (
        carried(scene, clues, asked.figure, asked.said, first=asked.first)
        if bare or is_place(scene, asked.words)
        else None
    )


def _owned(asked: Asked) -> Subject | None:
    """What those have to whom a pronoun goes back: "their exports"."""
    pronoun = asked.clues.pronoun
    return owned(asked.scene, pronoun, asked.words) if pronoun else None


def _by_doer(asked: Asked) -> Subject | None:
    """A series with who did it, if they are a part of it: "46 chains yielded revenue", theirs, not that of all."""
    scene, words = asked.scene, asked.words
    own = name_series_english(words, scene.base)
    if not asked.said.doer or not (own.base or name_series_english(words, None).base):
        return None
    doer = without_places(asked.said.doer, scene.places.local_places)
    series = name_series_english(by_doer := f"{doer} {words}", scene.base)
    tells_part = own.code is not None and not is_total(own.breakdown)
    # "investment rose, with spending on schools up", "exports rose, with coal exports up"
    again = doer.lower().rpartition(" ")[2] in words.lower().split()
    if tells_part or (again and (own.code is None or series.code in (None, own.code))):
        return named(scene, words)  # but "general trade gained ground, with a trade volume of"
    counted = asked.said.counts_doer and word_set("link.preposition").isdisjoint(words.lower().split())
    some = series.breakdown not in (None, "_T") or (series.code is None and (counted or are_some(doer)))
    return named(scene, by_doer) if some else None


def _of_same_firms(asked: Asked) -> Subject | None:
    """What those earned of whom no more than a part of a series was told last: a chain's revenue, "and a profit of"."""
    scene, last = asked.scene, asked.scene.recent[-1:]
    own = asked.called(asked.words)
    if asked.first or " " in asked.words or own.code is None or not last or last[0].unit not in MONEY | PERCENT:
        return None
    told = last[0].subject.series
    if told.code is not None or told.base in (None, own.base):
        return None
    if not families().get(told.base or "") == families().get(own.base or "") == OF_FIRMS:
        return None
    scene.base, scene.subject = own.base, Subject(asked.words, Series(None, own.base, None))
    return scene.subject


def _of_same_people(asked: Asked) -> Subject | None:
    """What those spend of whose income a sentence has told: urban incomes, "and per capita spending"."""
    last, own = asked.scene.recent[-1:], asked.called(asked.words)
    opens = asked.first and asked.scene.position.opens
    if opens or own.code is None or not is_total(own.breakdown) or not last:
        return None
    told = last[0].subject.series
    units = {kinds()[code].unit for code in (own.code, told.code) if code is not None}
    if told.base == own.base or units != {"CNY_PS"} or not (told.breakdown or "").startswith(_PEOPLE):
        return None
    asked.scene.base, asked.scene.subject = (
        own.base,
        Subject(asked.words, put_together(own.base or "", told.breakdown or "")),
    )
    return asked.scene.subject


_PEOPLE = "R:"  # how the people of towns and of villages are told apart


def _by_name(asked: Asked) -> Subject:
    """What the words name."""
    clues = asked.clues
    return of_theirs(asked.scene, clues, named(asked.scene, asked.words, clues.instead), asked.owner)


_BEFORE: tuple[Rule, ...] = (
    _economy,
    _index_of_output,
    _index_told,
    _headed,
    _apart,
    _balance_then,
    _revised,
    _instead,
    _value,
    _not_named,
    _owned,
    _by_doer,
    _of_same_firms,
    _of_same_people,
    _by_name,
)
