"""Growth told of each of some years: "6 percent a year since 2015", "averaging 3 percent over the two years"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Comparison, Measure, Status
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.several_years import date_average, is_of_years
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def take_average(clues: Clues, lead: Sequence[Token], trail: Sequence[Token]) -> None:
    """Takes "a year" and "over the two years" after a growth for what it is over: they are no time of the text.

    Also those that its words begin with: "put the two years together, the average was".
    """
    clues.yearly = is_yearly(trail)
    if _averages_over(lead):
        clues.comparison, clues.base = clues.comparison or Comparison.ANNUAL_AVERAGE, None
    stop = next((n for n, token in enumerate(trail) if token.mark), len(trail))
    told = " ".join(token.word for token in trail[:stop])
    if clues.averages and (clues.yearly or told.endswith(word_list("en", "averaging.spans"))):
        clues.comparison, clues.base = clues.comparison or Comparison.ANNUAL_AVERAGE, None
        clues.own_time = clues.own_time if clues.yearly else None
    if clues.comparison is Comparison.ANNUAL_AVERAGE and not clues.verb:
        clues.noun = clues.noun or 1  # "an average annual increase of"


def _averages_over(lead: Sequence[Token]) -> bool:
    """Whether words tell over which years they take an average."""
    said = " ".join(token.word for token in lead)
    told = holds_any(said, "en", "averaging.spans")
    return told and any(token.word in word_list("en", "averaging.told") for token in lead)


def is_yearly(trail: Sequence[Token]) -> bool:
    """Whether "a year" follows a figure."""
    return any(" ".join(t.word for t in trail[:n]) in word_list("en", "averaging.yearly") for n in (1, 2))


def comes_each_year(reading: Reading, trail: Sequence[Token]) -> bool:
    """Whether a figure is what something is planned to give in every year."""
    gives = reading.measure is Measure.LEVEL and reading.status is not Status.A and reading.unit not in COUNTED
    return gives and _is_of_each_year(trail)


def _is_of_each_year(trail: Sequence[Token]) -> bool:
    """Whether an amount comes again each year, by the words behind it up to a mark: "200,000 tons | a year"."""
    stop = next((n for n, token in enumerate(trail) if token.mark or token.figure is not None), len(trail))
    return any(is_yearly(trail[n:stop]) for n in range(stop))


def average(clues: Clues, beside: Sequence[Token], reading: Reading, sentence: Progress) -> None:
    """Measures a growth that is said to be yearly, and is of several years or planned, against the year before each.

    Also one that leaves that out.
    """
    if reading.measure is Measure.GROWTH:
        _compare_yearly(clues, beside, reading, sentence.done)
        date_average(sentence.scene, reading, sentence.scene.times.years)


def _compare_yearly(clues: Clues, beside: Sequence[Token], reading: Reading, before: Sequence[Reading]) -> None:
    goes_on = clues.elides and clues.base is None and not clues.says
    averaged = bool(before) and before[-1].comparison is Comparison.ANNUAL_AVERAGE
    if goes_on and averaged and is_of_years(before[-1].period):
        reading.comparison, reading.base = Comparison.ANNUAL_AVERAGE, None  # "services by 2 percent a year, trade by 3"
        return
    years = is_of_years(reading.period) or (clues.yearly and reading.comparison is Comparison.SINCE)
    annual = any(token.word.startswith(word_list("en", "averaging.annual")) for token in beside)
    if (years and (clues.yearly or annual or clues.averages)) or (
        clues.yearly and (averaged or reading.status is not Status.A)
    ):
        reading.comparison, reading.base = Comparison.ANNUAL_AVERAGE, None
