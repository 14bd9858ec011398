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
    if series.code is None and _is_head_of(scene.subject, without_places(words, scene.local_places)):
        return scene.subject
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


def _is_head_of(subject: Subject, noun: str) -> bool:
    """Whether a noun is what the name of what was spoken of comes to: "output", of "raw coal output across Shanxi"."""
    head: list[str] = []
    for word in subject.label.lower().split():
        if word in word_set("link.preposition"):
            break
        head.append(word)
    return subject.series.code is not None and bool(noun) and head[-1:] == [noun.lower()]


def is_bare(words: str) -> bool:
    """Whether a noun phrase says nothing of its own: it is empty or stands for what was named before."""
    kept = [w for w in words.lower().split() if w not in word_set("pronoun.articles")]
    if len(kept) == 1 and kept[0].endswith(word_list("en", "adverbs.endings")):
        return kept[0] not in word_set("adverbs.not_these")  # "nominally": only how it grew
    return not kept or " ".join(kept) in word_set("pronoun.same")


def without_anaphor(words: str) -> str:
    """A noun phrase without what only goes back: "it overtook coal" names nothing, "for towns the figure" the towns."""
    pieces = words.split()
    if pieces and not word_set("pronoun.subjects").isdisjoint({pieces[0].lower(), pieces[-1].lower()}):
        return ""
    article, noun = pieces[-2:] if len(pieces) > len(("the", "figure")) else ("", "")
    goes_back = article.lower() in word_set("pronoun.articles") and noun in word_set("pronoun.same")
    return " ".join(pieces[:-2]) if goes_back else words


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
