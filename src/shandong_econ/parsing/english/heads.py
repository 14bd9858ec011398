"""The noun for which a "that" or a "those" stands: "output", behind "the output of steel was so much, that of cars"."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.series import is_total
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def instead_of_that(scene: Scene, instead: str, words: str) -> str:
    """The noun phrase with the noun for which its "those" stands: "those to ASEAN" are exports to it."""
    return f"{head_of_told(scene, scene.subject)} {instead.rpartition(' ')[2]} {words}"


def head_of_told(scene: Scene, told: Subject) -> str:
    """The noun for which a "that" stands behind what was told, which can be one more item of a list with that noun."""
    if scene.head_of_list is not None and scene.head_of_list[0] is told:
        return scene.head_of_list[1]  # "output of steel was 5 million tons, that of cars 3 million, and that of"
    head = _head_of(told.label)
    if name_series_english(head, None).base is None:  # a part told by the way: they are none of its
        labels = (one.subject.label for one in reversed(scene.recent))
        head = next((found for label in labels if (found := _head_of(label)) != label), head)
    return head


def _head_of(label: str) -> str:
    """What a label says but for what it is of: exports, of "exports of machinery" and of "machinery exports"."""
    for word in word_list("en", "link.that_links"):
        label = label.partition(f" {word} ")[0]
    words = label.split(" ")
    series = name_series_english(label, None)
    if series.base is None or is_total(series.breakdown):
        return label
    heads = (" ".join(words[n:]) for n in range(len(words) - 1, 0, -1))  # the prices of "fresh vegetable prices"
    return next((one for one in heads if name_series_english(one, None).base == series.base), label)
