"""Headings that run into their paragraph: "Food stores. Sales rose by 2 percent", which are those of such stores."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.naming import named
from shandong_econ.parsing.english.verb_forms import verb_forms
from shandong_econ.parsing.english.words import Words, core, is_change, is_verb, word_set
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene

LONGEST = 7  # pieces of a heading


def enter_run_in(words: Words, tokens: Sequence[Token]) -> bool:
    """Takes a sentence of a few nouns at the head of a paragraph for what all of it is about."""
    scene = words.scene
    if not scene.opens_paragraph or scene.in_heading or scene.is_title or len(tokens) > LONGEST:
        return False
    if any(is_verb(t) or is_change(t) or t.time is not None or t.areas or _tells(t) for t in tokens):
        return False
    phrase = words.phrase(core(tokens))
    if not phrase or "link.preposition" in tokens[0].roles or tokens[-1].mark != ".":
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


def of_run_in(scene: Scene, subject: Subject) -> Subject:
    """The subject, with what a heading says that the paragraph is about where its own words are of anything."""
    if not scene.run_in or not is_of_anything(subject.label):
        return subject
    series = name_series_english(f"{scene.run_in} {subject.label}", None)
    return Subject(f"{subject.label} of {scene.run_in}", series, subject.is_rate)


def is_of_anything(label: str) -> bool:
    """Whether words can be said of anything that a statistic is about: "overall prices", "the quantity bought"."""
    said = label.lower().split()
    return bool(said) and word_set("run_in.words").issuperset(said)
