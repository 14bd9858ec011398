"""The narrower series that stands after a figure: "an increase of 1.9% in mining", "9,000 yuan in the country"."""

from __future__ import annotations

from shandong_econ.parsing.english.crops import produced
from shandong_econ.parsing.english.naming import is_bare, is_place, named, names_nothing
from shandong_econ.parsing.english.ones import head_words
from shandong_econ.parsing.english.partners import is_flow
from shandong_econ.parsing.english.places import series_named, without_places
from shandong_econ.parsing.english.said import Said
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.series import Series, is_total, put_together
from shandong_econ.parsing.finding.series_english import is_part, name_series_english
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene

CONTRIBUTES = frozenset({Says.CONTRIBUTION, Says.CONTRIBUTION_RATE})


def grown_within(scene: Scene, clues: Clues, said: Said, *, first: bool) -> Subject | None:
    """The narrower series that stands after the figure: "an increase of 1.9% in manufacturing"."""
    inside, words = clues.within, "" if is_place(scene, clues.words) else clues.words
    if clues.caused and inside and is_bare(words) and not is_place(scene, inside):
        clues.says -= CONTRIBUTES
        return Subject(inside, series_named(inside, scene.base, scene.places.local_places))
    if not clues.says.isdisjoint(CONTRIBUTES):
        return None  # "57% of the increase in prices"
    if not inside or not (clues.verb or clues.noun or clues.carries_on) or is_bare(inside) or is_place(scene, inside):
        return None
    if said.doer and is_bare(words) and name_series_english(theirs := f"{said.doer} {inside}", None).code is not None:
        return named(scene, theirs)  # "1,716 firms above designated size recorded growth of 4.8% in value added"
    outer = name_series_english(words, scene.base)
    narrower = name_series_english(inside, outer.base or scene.base)
    if names_nothing(scene, inside) and (is_bare(words) or narrower.code is None):
        if not is_bare(words):
            return _part_of(scene, words, inside)
        part = (clues.article or clues.is_of) and _names_part(inside)  # "with a fall of 2% in | mining"
        told = first or said.inside or part
        return named(scene, inside) if told else None  # "driven by a 16 percent increase in | flats"
    whole = without_places(f"{words} {inside}", scene.places.local_places)
    who = name_series_english(words, None)
    if is_flow(narrower.base) and not (is_total(narrower.breakdown) or is_total(who.breakdown) or who.base):
        scene.subject = Subject(whole, Series(None, narrower.base, None))
        return scene.subject  # "private firms saw a rise of 5 percent in trade with ASEAN"
    if not is_bare(words) and outer.code is None and name_series_english(whole, scene.base).code is not None:
        return named(scene, whole)  # "enterprises saw an increase of 5 percent in value added"
    if not is_bare(words):
        if narrower.breakdown is None:
            return _part_of(scene, words, inside)
        named(scene, words)
    return named(scene, inside)


def _part_of(scene: Scene, words: str, inside: str) -> Subject | None:
    """A part of a series that no list knows, in which that moved: "sales rose 5 percent in | the toy industry"."""
    if not _names_part(inside) or inside.lower() in words.lower():
        return None
    base, pieces = named(scene, words).series.base, inside.split()
    links = (n for n, piece in enumerate(pieces) if piece in word_set("link.preposition") - word_set("share.of"))
    return Subject(f"{words} in {' '.join(pieces[: next(links, len(pieces))])}", Series(None, base, None))


def _names_part(inside: str) -> bool:
    """Whether what follows "in" is a part and no place, and not only how or why: "in real terms", "in the face of"."""
    head = head_words(inside)
    named_so = any(piece[0].isupper() for piece in head)
    return bool(head) and not named_so and head[-1] not in word_set("frame.of_nothing")


def told_within(scene: Scene, clues: Clues, words: str, *, amount: bool) -> Subject | None:
    """The part of a series of which an amount is, where that follows it: "spending was 9,000 yuan | in the country"."""
    if amount and not clues.verb and clues.within.lower() in word_set("back.made") and not is_bare(words):
        scene.base = None
        return produced(scene, named(scene, words))  # "fruit reached 3 million tons | in output"
    if clues.verb or not is_part(clues.within):
        return None
    whole = scene.subject
    if not is_bare(words):
        whole = Subject(words, name_series_english(without_places(words, scene.places.local_places), scene.base))
    if whole.series.base is None or not (is_total(whole.series.breakdown) or is_bare(words)):
        return None
    label, _, _ = whole.label.partition(" in ")
    part = name_series_english(clues.within, None).breakdown or ""
    scene.base = whole.series.base
    inside = Subject(f"{label} in {clues.within}", put_together(whole.series.base, part))
    if amount:
        scene.subject = inside
    return inside  # "the rate was 1.3 percent in the cities": the text goes on with that of all
