"""The unit of a figure that is printed without one: a thing counted, persons, or the unit of the list that it is in."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import unit_words, word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.english.asides import MONEY
from shandong_econ.parsing.english.bare_counts import OF_OLD
from shandong_econ.parsing.english.denominators import unit_of_one
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT

RATES = PERCENT | {"PPT"}
LARGE = 1000  # no index has such a value
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
    return "PPT" if short and _rate_before(scene) is not None else figure.unit


def _rate_before(scene: Scene) -> Reading | None:
    """What was told in percent just before, or before the amount that it came to: "rose 19 percent to 5 billion, 2"."""
    return next((one for one in reversed(scene.recent[-2:]) if one.unit in RATES), None)


_PERCENTS = frozenset({Says.SHARE, Says.CONTRIBUTION, Says.CONTRIBUTION_RATE, Says.GOAL})
"""What is told in percent of an index too: a share, a contribution, how far a goal was reached."""


def name_unit(figure: Figure, clues: Clues, subject: Subject, scene: Scene, *, near: bool) -> None:
    """Finds the unit of a figure out of what it counts, or of what was counted before, `near` in the same sentence."""
    last = next((one for one in reversed(scene.recent) if one.measure not in _COUNTS_TIME), None)
    if figure.ordinal or (figure.unit is None and Says.STREAK in clues.says):
        if Says.STREAK in clues.says:
            noun = clues.counted.lower().split(" ")[0].rstrip("s").removesuffix("ly")
            months = None if scene.times.period is None else scene.times.period.months
            figure.unit = _SPANS.get(noun) if noun else _RUNS.get(months or 0)  # "the third in succession"
    elif figure.unit == "PT" and diffuses(subject, scene) and not (clues.verb or clues.noun or clues.side):
        figure.unit = "IX" if clues.says.isdisjoint(_PERCENTS) else "PT"
    elif figure.unit == "IX" and figure.word in word_set("points.words"):
        rate = _rate_before(scene)
        if rate is not None and (not is_index(subject) or (rate is last and rate.measure is Measure.GROWTH)):
            figure.unit = "PPT"
    elif figure.unit is None and figure.word and not figure.is_word:
        pass  # its unit has no code
    elif figure.unit is not None:
        moves = bool(clues.side or clues.verb) and last is not None and _is_alike(last.subject, subject)
        goes_on = near or clues.carries_on or moves
        figure.unit = unit_of_one(figure, clues.per, last, goes_on=goes_on)
    elif figure.unit is None:
        own = None if subject.series.code is None else kinds()[subject.series.code].unit
        of_all = kinds().get(subject.series.base or "")  # "highway passenger traffic was 121 million"
        if own in COUNTED and (
            clues.counted or last is None or last.unit not in COUNTED or last.subject is not subject
        ):
            figure.unit = own
        elif of_all is not None and of_all.unit in COUNTED and not clues.counted and figure.power >= MILLIONS:
            figure.unit = of_all.unit
        elif (named := _unit_in(clues.counted or subject.label)) is not None:
            figure.unit = named
        elif _counts_people(clues.counted or subject.label):
            figure.unit = "PS"
        elif (
            (near or not scene.position.opens)
            and not clues.counted
            and (amount := _amount_before(figure, scene.recent)) is not None
        ):
            figure.unit = amount  # "primary industry used 5.1 billion kilowatt-hours; secondary industry 150 billion"
        elif last is not None and last.unit == "PS" and _acts(clues.counted):
            figure.unit = "PS"  # "412 people were born and 890 died"
        elif clues.complement and last is not None and _is_of_amount(figure, last):
            figure.unit = last.unit  # "5 billion yuan, of which 3 billion went to schools"
        elif clues.acts and not clues.counted and _is_as_large_as_money(figure, last):
            figure.unit = last.unit if last is not None else None  # "took in 318 million yuan and spent 3.67 billion"
        elif (
            clues.counted
            or (clues.complement and (last is None or last.unit not in COUNTED))
            or (figure.is_word and not (last is not None and last.unit in OF_OLD))
            or subject.label.lower().startswith(word_list("en", "told.numbers"))
            or (last is not None and clues.side and last.unit == "NUM")
        ):
            figure.unit = "NUM"
        elif last is not None and last.unit in COUNTED | OF_OLD and not (clues.words and Says.FROM in clues.says):
            figure.unit = last.unit
        elif Says.FROM in clues.says or clues.is_to:
            figure.unit = _end_in(figure, subject, own)
        elif (figure.value >= LARGE or subject.series.base == "OUTPUT") and subject.label and own is None:
            figure.unit = "NUM"


def _amount_before(figure: Figure, recent: Sequence[Reading]) -> str | None:
    """The unit of the amount told before, for a number as large that is printed without."""
    before = next((one for one in reversed(recent) if one.measure is Measure.LEVEL), None)
    alike = before is not None and before.unit not in COUNTED | RATES and before.figure.power == figure.power
    return before.unit if before is not None and alike and figure.power >= MILLIONS else None


def _is_as_large_as_money(figure: Figure, last: Reading | None) -> bool:
    return figure.power >= MILLIONS and last is not None and last.unit in MONEY


def _acts(word: str) -> bool:
    """Whether what stands behind a number is the verb of those who were counted before."""
    past = word.endswith(word_list("en", "acting.past")) or word in word_set("acting.irregular")
    return past and " " not in word


def _is_of_amount(figure: Figure, last: Reading) -> bool:
    """Whether a bare number is too large for a count of things beside an amount that it is a part of."""
    return figure.power >= MILLIONS and last.unit not in COUNTED | RATES and last.figure.power >= figure.power


MILLIONS = 6
_COUNTS_TIME = frozenset({Measure.STREAK, Measure.RANK})


def _is_alike(one: Subject, other: Subject) -> bool:
    """Whether two subjects are of the same series, or of the same name where they are of none."""
    if one.series.base is None and other.series.base is None:
        return one.label == other.label
    return one.series.base == other.series.base


def _end_in(figure: Figure, subject: Subject, own: str | None) -> str | None:
    """The unit of a bare number that something rose from or to: of a ratio, or of things."""
    if own is not None:
        return None
    if not word_set("ratio.words").isdisjoint(subject.label.lower().split()):
        return "RO"
    return "NUM" if figure.value == int(figure.value) else None


def is_index(subject: Subject) -> bool:
    """Whether what is measured is an index, which is told in points or in percent alike."""
    head = subject.label.lower().partition(" of ")[0].split()[-1:]
    return subject.series.base == "PMI" or not word_set("index.words").isdisjoint(head)


def diffuses(subject: Subject, scene: Scene) -> bool:
    """Whether a percentage is the reading of a diffusion index: that of the PMI, or of a part of it without a code."""
    return subject.series.base == "PMI" or (subject.series.code is None and scene.diffuses)


def _unit_in(label: str) -> str | None:
    """The unit that the head of a name is a word for: "visits to its parks"."""
    head = label.lower().partition(" to ")[0].partition(" of ")[0].split()
    known = unit_words("en").get(head[-1]) if head else None
    return known.code if known is not None and known.code in _VISITS else None


_VISITS = frozenset({"PS_VISIT", "HOURS"})


def _counts_people(words: str) -> bool:
    pieces = words.lower().partition(" of ")[0].partition(" in ")[0].split()
    if pieces and pieces[-1] in word_set("people.masses"):
        return True  # "unemployment stood at 2.5 million"
    pieces = words.lower().split()
    if pieces[:2] == list(word_list("en", "told.number_of")):
        pieces = pieces[2:5]
        return not word_set("people.words").isdisjoint(pieces)
    named = {*pieces[:_HEAD], *pieces[-1:], " ".join(pieces[-2:])}  # "forestry workers who became rangers"
    return not word_set("people.words").isdisjoint(named)


_HEAD = 2  # words among which the noun of a thing counted stands
