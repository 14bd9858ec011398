"""Whose tourists are told of: those of sights are not all of a place, and what tourists spend is no residents'."""

from __future__ import annotations

from shandong_econ.parsing.english.naming import is_bare, is_place
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def of_sights(scene: Scene, clues: Clues, subject: Subject, figure: Figure, doer: str) -> Subject:
    """The subject, or the tourists of the sights that received them, who are not all of their place."""
    host = clues.words or doer
    if subject.series.code != _TOURISTS or not _is_sight(scene, host) or host in subject.label:
        return subject
    if clues.counted and figure.unit is None:
        figure.unit = "PS_VISIT"
    scene.subject = Subject(f"{subject.label} of {host}", Series(None, _TOURISTS, None))
    return scene.subject


_TOURISTS = "TOURIST_TRIPS"


def spent_by_tourists(scene: Scene, subject: Subject, figure: Figure) -> Subject:
    """The subject, or what each tourist spent: "revenue from tourism was 2 billion yuan. Spending per head was"."""
    told = scene.recent[-1].subject.series.base if scene.recent else None
    buyers = next((one.subject.label.lower() for one in reversed(scene.recent) if one.unit == "PS"), "")
    bought = buyers.rpartition(" ")[2] in word_set("sights.buyers")
    days = scene.times.period is not None and scene.times.period.months is None
    people = not word_set("people.words").isdisjoint(subject.label.lower().split())
    if (
        subject.series.code != "CONSUMPTION_PC"
        or people
        or not (bought or days or told in (_TOURISTS, "TOURISM_REVENUE"))
    ):
        return subject
    figure.unit = "CNY_PS" if figure.unit == "CNY" else figure.unit
    scene.subject = Subject(subject.label, Series(None, None if bought else told, None))
    return scene.subject


def _is_sight(scene: Scene, host: str) -> bool:
    """Whether a noun phrase is of sights, or is the name of one: "scenic spots in Kunming", "the Stone Forest"."""
    if is_bare(host) or is_place(scene, host):
        return False
    pieces = host.split()
    stop = next((n for n, word in enumerate(pieces) if n and word in word_set("link.preposition")), len(pieces))
    named_so = stop > 1 and all(word[0].isupper() for word in pieces[:stop])
    return named_so or pieces[stop - 1].lower() in word_set("sights.words")
