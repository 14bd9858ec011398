"""What a share is of: those of a whole that did something, what a part of a sum went to, what means are spent on."""

from __future__ import annotations

from shandong_econ.lexicon.deeds import people_called
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.naming import is_bare, is_place, named
from shandong_econ.parsing.english.places import series_named, without_places
from shandong_econ.parsing.english.those_that_did import series_of_those
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.series import Series, is_total
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def of_share(scene: Scene, clues: Clues, words: str) -> Subject | None:
    """The subject of a share that its whole, or what becomes of the part, names better than its own words do."""
    if clues.part and clues.complement:  # "of which 80 percent went to livelihoods": the share of that spending
        own = _share_gone_to(clues.complement, scene.subject.label)
        if own.code is None:
            own = series_named(clues.complement, scene.base, scene.places.local_places)
        if own.code is None:
            own = series_of_those(scene, f"{clues.relative or scene.subject.label} {clues.complement}")
        return Subject(clues.complement, own)
    if Says.SHARE not in clues.says:
        within = Says.SHARE_NOUN in clues.says and not is_bare(words)
        scene.base = (_base_of_whole(scene, clues.relative) if within else None) or scene.base
        return None
    if clues.heads and not clues.also and (is_bare(words) or clues.absolute) and not is_bare(clues.relative):
        return _part_that_did(scene, clues)
    if clues.spent_on:
        return _spent_on(scene, clues)
    if is_bare(words) and clues.relative.lower().rpartition(" ")[2] in word_set("shares.markets"):
        scene.subject = Subject(clues.relative)  # "it holds 70 percent of the world market"
        return scene.subject
    if clues.own_part:
        scene.subject = Subject(clues.own_part)
        return scene.subject
    does = clues.by_place and is_bare(words)  # "the province supplies 42 percent of the nation's wool"
    if (does or is_place(scene, words)) and _names_a_whole(scene, clues.relative):
        return named(
            scene, without_places(clues.relative, scene.places.local_places)
        )  # "Hunan has 23 percent of the coal"
    if is_bare(words):
        return None
    told = scene.base if not _names_a_whole(scene, clues.relative) else None
    whole = _base_of_whole(scene, clues.relative) or told
    scene.base = whole or scene.base
    return _of_people(scene, words) if whole == _POPULATION else None


def _of_people(scene: Scene, words: str) -> Subject | None:
    """The people of towns, or of the country, as a part of all people: "townsfolk made up half of the population"."""
    series = name_series_english(f"share of {people_called(words)}", None)
    if series.code is None:
        return None
    scene.subject = Subject(words, series)
    return scene.subject


_POPULATION = "POP_RESIDENT"


def _base_of_whole(scene: Scene, whole: str) -> str | None:
    """Of what the part of a whole is told that is named: private firms that have a share "of foreign trade"."""
    series = series_named(whole, None, scene.places.local_places)
    return series.base if series.code is not None and is_total(series.breakdown) else None


def _spent_on(scene: Scene, clues: Clues) -> Subject:
    """What a part of somebody's means is spent on: "2.7 percent of its GDP on research and development"."""
    if name_series_english(without_places(clues.relative, scene.places.local_places), None).base != "GDP":
        return named(scene, clues.spent_on)
    part = f"{clues.spent_on} {word_list('en', 'spending.part')[0]} {clues.relative}"
    own = series_named(part, None, scene.places.local_places)
    if own.code is None:  # "2.55 percent of GDP on research"
        own = series_named(f"{clues.spent_on} {word_list('en', 'spending.noun')[0]}", None, scene.places.local_places)
    scene.subject = Subject(clues.spent_on, own)
    return scene.subject


def _share_gone_to(part: str, whole: str) -> Series:
    """The series of the share of a sum that went to something."""
    return name_series_english(f"share of {part} {whole.rpartition(' ')[2]}", None)


def _part_that_did(scene: Scene, clues: Clues) -> Subject:
    """Those of a whole that did something: "76 percent of | key firms have resumed work"."""
    whole = named(scene, clues.relative)
    share = _share_gone_to(clues.complement, clues.relative)
    if clues.complement and share.code is not None:
        return Subject(clues.complement, share)
    label = clues.did or clues.relative
    series = series_of_those(scene, label)
    scene.subject = Subject(label, series if series.code is not None else Series(None, whole.series.base, None))
    return scene.subject


def _names_a_whole(scene: Scene, whole: str) -> bool:
    """Whether the whole of a share is named, and not only all of what was spoken of: "the country's total"."""
    if is_bare(whole) or is_place(scene, whole):
        return False
    return whole.lower().rpartition(" ")[2] not in word_set("back.whole")
