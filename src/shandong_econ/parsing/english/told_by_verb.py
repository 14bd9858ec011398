"""Amounts that only their verb tells of: "the province will invest 130 billion yuan", "the zone covers 24 hectares"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.naming import is_bare, is_place
from shandong_econ.parsing.english.word_kinds import is_light, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, RATES


def is_told_by_verb(clues: Clues, figure: Figure, *, thing: str) -> bool:
    """Whether nothing but the verb before an amount says what it is of, neither what is counted nor its object."""
    if not clues.acts or thing or clues.counted or clues.verb or clues.side:
        return False
    if figure.unit is None and figure.power < MILLIONS:
        return False
    return figure.unit not in RATES | COUNTED and not figure.ordinal


MILLIONS = 6  # the power of ten of amounts that are printed without their unit a second time


def with_its_verb(words: Words, tokens: Sequence[Token]) -> str:
    """An object that says little without its verb, with that: "covers an area" of 3 hectares; or ""."""
    found = places_of(tokens, "told_by_verb.verbs")
    if not found or words.phrase(core(tokens[found[-1] + 1 :])).lower() not in word_set("told_by_verb.objects"):
        return ""
    return words.phrase(tokens[found[-1] :])


def deed_of_person(words: Words, tokens: Sequence[Token]) -> str:
    """What a person does who is named by a pronoun: "we | dug | 640,000 tons"."""
    at = max((n + 1 for n, token in enumerate(tokens) if token.word in word_set("pronoun.persons")), default=0)
    if not at or tokens[at - 1].word in word_set("owners.pronouns"):
        return ""  # "they were back to 1.74 million"
    return words.phrase(core([token for token in tokens[at:] if not is_light(token)]))


def by_verb_alone(scene: Scene, clues: Clues, subject: Subject, *, carried: bool) -> Subject:
    """The subject with its verb, or the verb alone where a place, or whoever was spoken of, does it."""
    person = clues.words.lower() in word_set("pronoun.persons") or _is_firm(scene, clues.words)
    if person or is_place(scene, clues.words) or (is_bare(clues.words) and (carried or not subject.label)):
        scene.subject = Subject(clues.acts, _earned(scene, clues))
        return scene.subject
    if subject.series.code is not None or carried:
        return subject
    scene.subject = attrs.evolve(subject, label=f"{subject.label} {clues.acts}")
    return scene.subject


def _earned(scene: Scene, clues: Clues) -> Series:
    """The series of what is earned, where tourists were told of: "it had 3 million visits, bringing in" 2 billion."""
    someone = clues.words.lower() in word_set("pronoun.persons")  # "I earned"
    earns = clues.acts in word_set("told_by_verb.earning") and scene.base in _OF_TOURISTS and not someone
    return name_series_english(word_list("en", "told_by_verb.earned")[0], scene.base) if earns else NO_SERIES


_OF_TOURISTS = frozenset({"TOURIST_TRIPS", "TOURISM_REVENUE"})


def _is_firm(scene: Scene, words: str) -> bool:
    """Whether a noun phrase ends with the name of the firm that is spoken of."""
    last = words.lower().rpartition(" ")[2]
    return scene.owners.entity is not None and last != "" and scene.owners.entity.name.lower().endswith(last)
