"""Whether bare "investment" or "outlay" is what projects cost, and not all that is invested, or spent in public."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.listed_words import has_word, places_of
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.bags import bag_of
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT

PROJECTS = "PROJECT_INVESTMENT"
_SPENT, _COUNT = ("FAI", "BUDGET_EXPENDITURE"), "PROJECT_COUNT"
FAR = 6  # pieces before a figure within which "with" still leads to it: "with a total planned investment of about"


def is_of_projects(scene: Scene, clues: Clues, subject: Subject) -> bool:
    """Whether an amount is what projects cost: they are its subject, or it is "investment" where they were named."""
    if subject.series.code == _COUNT:
        return True  # "128 projects were signed, worth 12 billion yuan"
    # rates are told by the way: "a start rate of 84 percent. They have completed investment of"
    last = next((one.subject for one in reversed(scene.recent) if one.unit not in PERCENT), NO_SUBJECT)
    said = subject.label.lower().split()
    if clues.attends and last.series.code == _COUNT:
        return said[-1:] != [] and said[-1] in word_set("projects.investment")  # "90 key projects with an outlay of"
    if subject.series.code not in _SPENT or not set(said) <= word_set("projects.investment"):
        return False
    if clues.attends:
        return True
    return last.series.code == PROJECTS or not _words_of_projects().isdisjoint(bag_of(last.label))


def is_cost_of(one: Subject, other: Subject) -> bool:
    """Whether one series is what the projects cost that another counts."""
    return one.series.code == PROJECTS and other.series.code == _COUNT


def attends(tokens: Sequence[Token]) -> bool:
    """Whether the words before an amount give it to a thing: "a bridge with a total investment of"."""
    near = tokens[-FAR:]
    found = places_of(near, "projects.attending")
    return bool(found) and has_word(near[found[-1] + 1 :], "projects.articles")


def _words_of_projects() -> frozenset[str]:
    return bag_of(" ".join(word_set("projects.words")))
