"""Headings that run into their paragraph: "Food stores. Sales rose by 2 percent", which are those of such stores."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.lone_nouns import is_of_anything, is_of_producers
from shandong_econ.parsing.english.naming import is_bare, named
from shandong_econ.parsing.english.verb_forms import verb_forms
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene

LONGEST = 7  # pieces of a heading
_ENDS = frozenset(".:")


def enter_run_in(words: Words, tokens: Sequence[Token]) -> bool:
    """Takes a sentence of a few nouns at the head of a paragraph for what all of it is about."""
    scene = words.scene
    if (
        not scene.position.opens_paragraph
        or scene.position.in_heading
        or scene.position.is_title
        or len(tokens) > LONGEST
    ):
        return False
    if any(is_verb(t) or is_change(t) or t.time is not None or t.areas or _tells(t) for t in tokens):
        return False
    phrase = words.phrase(core(tokens))
    if not any(map(str.isalpha, phrase)) or "link.preposition" in tokens[0].roles or tokens[-1].mark not in _ENDS:
        return False
    named(scene, phrase)
    scene.run_in = phrase
    return True


def _tells(token: Token) -> bool:
    """Whether a word makes a sentence of these words: a verb, or an article."""
    return token.naming is None and (
        not word_set("passive.be").isdisjoint(token.word.split())
        or token.word in verb_forms() | word_set("acting.articles")
    )


def of_run_in(scene: Scene, clues: Clues, subject: Subject) -> Subject:
    """The subject, with what its clause or its paragraph is about where its own words are of anything."""
    about = clues.where or scene.run_in
    if (flow := _of_flow(clues.where, subject)) is not None:
        return flow
    if clues.where.rpartition(" ")[2] in word_set("frame.sides"):
        return subject  # "on the output side": of no flow
    for base in (subject.series.base, scene.base) if clues.framed else ():
        if (part := name_series_english(clues.where, base)).code is not None:
            return Subject(clues.where, part, subject.is_rate)  # "urban incomes were 9,000 yuan; for villagers it was"
    figure = bool(clues.words) and is_bare(clues.words)  # "for mail order firms the figure was"
    goes_back = bool(clues.where) and (bool(clues.pronoun) or clues.framed or figure)
    if (
        not about
        or about == subject.label
        or not (is_of_anything(subject.label) or (goes_back and (subject.series.code is None or is_abroad(scene))))
    ):
        return subject
    label = subject.label if is_of_anything(subject.label) else ""
    series = name_series_english(f"{about} {label}", None)
    if is_of_producers(scene, series.code):
        series = Series(None, scene.base, None)  # "in the core index, prices" of what goes into factories
    if not label and goes_back:
        return Subject(_of_another(subject.label, about), series, subject.is_rate)
    return Subject(f"{label} of {about}" if label else about, series, subject.is_rate)


def _of_flow(frame: str, subject: Subject) -> Subject | None:
    """What a product names where a clause opens with a flow: "on the import side crude oil", "among exports cars"."""
    if not frame or subject.series.code is not None:
        return None
    base = name_series_english(frame, None).base
    series = name_series_english(subject.label, base)
    product = series.code is not None and (series.breakdown or "").startswith("P:")
    return None if base is None or not product else attrs.evolve(subject, series=series)


def _of_another(label: str, about: str) -> str:
    """The name of what was told of one thing, of another: after "the rate for men", "for women it was"."""
    pieces, links = label.split(), word_list("en", "frame.of_what")
    places = [n for n in range(len(pieces) - 1, 0, -1) if pieces[n] in word_set("link.that_links")]
    at = next((n for n in places if pieces[n] in links), next(iter(places), 0))
    if not at and _dimension(label) and _dimension(label) == _dimension(about):
        return about  # after "with Japan the total was", "with Korea it was"
    return f"{' '.join(pieces[:at])} {pieces[at]} {about}" if at else f"{label} {links[0]} {about}".strip()


def _dimension(label: str) -> str:
    """By what a name sorts out a part of a series: its partner, its product, its branch."""
    return (name_series_english(label, None).breakdown or "").partition(":")[0]


def antecedent_of_where(words: Words, tokens: Sequence[Token]) -> str:
    """What a clause with "where" tells of: "growth was led by finance, where output was", or ""."""
    at = max(places_of(tokens, "relative.where"), default=0)
    if not at or tokens[at - 1].mark not in _BEFORE_WHERE:
        return ""
    if all(token.mark for token in tokens[:at]):
        return words.scene.subject.label  # "0.2 points came from finance | , where output was"
    start = at - 1
    while start and not (is_verb(tokens[start - 1]) or tokens[start - 1].mark in _STOPS or _leads(tokens[start - 1])):
        start -= 1
    return words.phrase(core(tokens[start : at - 1]))


_BEFORE_WHERE = frozenset(",(")
_STOPS = frozenset(";:()")


def _leads(token: Token) -> bool:
    singles_out = "link.of_which" in token.roles  # "in particular | shoes, where"
    return singles_out or (token.naming is None and token.word.rpartition(" ")[2] in word_set("relative.leads"))
