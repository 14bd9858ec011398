"""What "ones" stand for: the things that were told of before, "new ones" after "market entities"."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.resolving.scene import Scene


def of_ones(scene: Scene, words: str) -> tuple[str, Series] | None:
    """What "ones" stand for is what was spoken of: "new ones" after "market entities"."""
    rest, _, last = words.rpartition(" ")
    if last.lower() not in word_set("link.ones") or not rest:
        return None
    phrase = f"{rest} {scene.subject.label}"
    series = series_named(phrase, scene.base, scene.places.local_places)
    if series.code is not None:
        return phrase, series
    kind = _kind_told(scene)
    phrase = f"{rest} {kind}"  # "312 provincial ones", after "12 national laboratories"
    series = series_named(phrase, scene.base, scene.places.local_places)
    stands = last.lower() == word_list("en", "link.ones")[0] or series.code is not None  # but not "phase one"
    return (phrase, series) if kind and stands else None


def _kind_told(scene: Scene) -> str:
    """What the things are called that were told of last, and not only "ones"."""
    labels = (scene.subject.label, *(one.subject.label for one in reversed(scene.recent)))
    heads = (head for label in labels for head in head_words(label)[-1:])
    return next((head for head in heads if head.lower() not in word_set("link.ones")), "")


def head_words(label: str) -> list[str]:
    """The words of a noun phrase before its first preposition."""
    pieces = label.split()
    return pieces[: next((n for n, word in enumerate(pieces) if word in word_set("link.preposition")), len(pieces))]
