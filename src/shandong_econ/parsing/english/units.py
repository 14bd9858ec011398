"""The unit of a figure: as it is printed, as its list is, or by what it measures where it is printed without one."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.english.bare_units import own_unit, unit_of_bare
from shandong_econ.parsing.english.crops import MILLIONS
from shandong_econ.parsing.english.denominators import unit_of_one
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.natures import is_flow
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT

_RUNS = {1: "MONTHS", 12: "YEARS"}
_SPANS = {"year": "YEARS", "month": "MONTHS"}


def share_unit(figures: Sequence[Figure]) -> None:
    """Gives the figures of a list the unit and the magnitude that only the last is printed with."""
    last = figures[-1]
    for figure in figures[:-1]:
        if figure.unit is None:
            figure.unit, figure.word = last.unit, last.word
            figure.power = figure.power or last.power


def unit_told(scene: Scene, figure: Figure) -> str | None:
    """The unit of a figure by its words: points are those of percentages where such were told before."""
    short = figure.unit == "IX" and figure.word in word_set("points.words")
    return "PPT" if short and (scene.tells_rates or _rate_before(scene) is not None) else figure.unit


def _rate_before(scene: Scene) -> Reading | None:
    """What was told in percent just before, or before the amount that it came to: "rose 19 percent to 5 billion, 2"."""
    return next((one for one in reversed(scene.recent[-2:]) if one.unit in IN_PERCENT), None)


_PERCENTS = frozenset({Says.SHARE, Says.CONTRIBUTION, Says.CONTRIBUTION_RATE, Says.GOAL})
"""What is told in percent of an index too: a share, a contribution, how far a goal was reached."""


def name_unit(figure: Figure, clues: Clues, subject: Subject, scene: Scene, *, near: bool) -> None:
    """Finds the unit of a figure by what it measures, or by what was told before, `near` in the same sentence."""
    last = next((one for one in reversed(scene.recent) if one.measure not in _COUNTS_TIME), None)
    if Says.STREAK in clues.says and (figure.ordinal or figure.unit is None):
        figure.unit = _unit_of_streak(clues, scene)
    elif figure.ordinal:
        pass  # a place in an order
    elif figure.unit is not None:
        figure.unit = _unit_printed(figure, clues, subject, scene, last, near=near)
    elif figure.is_word or not figure.word:  # any other word is a unit that has no code
        figure.unit = unit_of_bare(figure, clues, subject, scene, last, near=near)


_COUNTS_TIME = frozenset({Measure.STREAK, Measure.RANK})


def _unit_of_streak(clues: Clues, scene: Scene) -> str | None:
    """In what a streak is counted: in the noun behind its number, or in what is told of: "the third in succession"."""
    noun = clues.counted.lower().split(" ")[0].rstrip("s").removesuffix("ly")
    months = None if scene.times.period is None else scene.times.period.months
    return _SPANS.get(noun) if noun else _RUNS.get(months or 0)


def _unit_printed(
    figure: Figure, clues: Clues, subject: Subject, scene: Scene, last: Reading | None, *, near: bool
) -> str | None:
    """The unit of a figure that is printed with one: percent or points of an index, or so much for each."""
    if figure.unit == "KG" and subject.series.base == "YIELD" and figure.power < MILLIONS:
        named = word_list("en", "per.ha")[0].rpartition(" ")[2] in subject.label.lower()  # "yield per hectare"
        goes_on = last is not None and last.unit == "KG_HA" and clues.per != "MU"
        return "KG_HA" if named or clues.per == "HA" or goes_on else "KG_MU"
    moves = bool(clues.side or clues.verb)
    if figure.unit == "PT" and diffuses(subject, scene) and not (moves or clues.noun):
        return "IX" if clues.says.isdisjoint(_PERCENTS) else "PT"
    if figure.unit == "IX" and figure.word in word_set("points.words"):
        rate = _rate_before(scene)
        of_rate = not is_index(subject) or (rate is last and rate is not None and rate.measure is Measure.GROWTH)
        of_flow = is_flow(subject)  # of whose growth they are: "GDP was 701 billion yuan, 1.2 points more than"
        return "PPT" if of_flow or (of_rate and (scene.tells_rates or rate is not None)) else "IX"
    # "daily output averaged 3 million tons. In May it dug 91 million tons"
    own = own_unit(subject) == figure.unit and last is not None and last.subject.series.code != subject.series.code
    goes_on = (clues.carries_on and not own) or (moves and last is not None and _is_alike(last.subject, subject))
    amount = next((one for one in reversed(scene.recent) if one.unit not in IN_PERCENT), last)  # "763 yuan (11.8%)"
    return unit_of_one(figure, clues.per, amount, goes_on=near or goes_on)


def _is_alike(one: Subject, other: Subject) -> bool:
    """Whether two subjects are of the same series, or of the same name where they are of none."""
    if one.series.base is None and other.series.base is None:
        return one.label == other.label
    return one.series.base == other.series.base


def is_index(subject: Subject) -> bool:
    """Whether what is measured is an index, which is told in points or in percent alike."""
    head = subject.label.lower().partition(" of ")[0].split()[-1:]
    return subject.series.base == "PMI" or not word_set("index.words").isdisjoint(head)


def diffuses(subject: Subject, scene: Scene) -> bool:
    """Whether a percentage is the reading of a diffusion index: that of the PMI, or of a part of it without a code."""
    return subject.series.base == "PMI" or (subject.series.code is None and scene.diffuses)
