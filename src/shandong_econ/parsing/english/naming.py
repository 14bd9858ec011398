"""Subjects by the noun phrases that name them, and phrases that name none: nothing, a place, a pronoun."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.places import series_named, without_places
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def names_nothing(scene: Scene, words: str) -> bool:
    """Whether a noun phrase names no series and no thing: it is empty, a place or a pronoun."""
    return is_bare(words) or name_series_english(without_places(words, scene.local_places), scene.base).base is None


def named(scene: Scene, words: str) -> Subject:
    """The subject that a noun phrase names, which is what the text goes on about."""
    words = _without_that_of(words)
    if words and _heads(scene.subject, words):
        return scene.subject
    series = series_named(words, scene.base, scene.local_places)
    scene.base = series.base or scene.base
    scene.subject = Subject(words, series, is_rate(words))
    return scene.subject


def _heads(subject: Subject, words: str) -> bool:
    """Whether a noun is the head of the name of what was spoken of: after "freight train trips", "trips" are those."""
    label = subject.label.lower()
    if subject.series.code is None or not label.endswith(f" {words.lower()}"):
        return False
    if label.startswith(word_list("en", "stop.per_head")):
        return False
    return word_set("head.not_in").isdisjoint(label.split())


def is_bare(words: str) -> bool:
    """Whether a noun phrase says nothing of its own: it is empty or stands for what was named before."""
    kept = [w for w in words.lower().split() if w not in word_set("pronoun.articles")]
    if len(kept) == 1 and kept[0].endswith(word_list("en", "adverbs.endings")):
        return kept[0] not in word_set("adverbs.not_these")  # "nominally": only how it grew
    return not kept or " ".join(kept) in word_set("pronoun.same")


def is_place(scene: Scene, words: str) -> bool:
    """Whether a noun phrase names only a place."""
    return not is_bare(words) and is_bare(without_places(words, scene.local_places))


def is_rate(words: str) -> bool:
    """Whether a noun phrase is headed by the name of a rate."""
    head = words.lower().partition(" of ")[0]
    return head.endswith(word_list("en", "rate.ends"))


def _without_that_of(words: str) -> str:
    for phrase in word_list("en", "link.that_of"):
        if words.lower().startswith(f"{phrase} "):
            return words[len(phrase) + 1 :]
    return words
