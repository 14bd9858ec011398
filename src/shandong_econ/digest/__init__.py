"""What a reader wants to see first of a report: the figures that matter, and those that a chart can show.

Every figure is one of the report's own, with its number among them, so that a page can lead back to it. Nothing is
reckoned, but what is left of a whole. All of it takes time linear in the report, and takes any report.
"""

from __future__ import annotations

from shandong_econ.digest.amounts import Amount, amount, amount_in, change, in_digits, power_in_words, unit_in_words
from shandong_econ.digest.course import course
from shandong_econ.digest.figures import Figure, figures, own_area
from shandong_econ.digest.growth import Growth, growth
from shandong_econ.digest.headlines import Headline, headlines
from shandong_econ.digest.naming import area_name, indicator_name, place_name, report_title, whole_name
from shandong_econ.digest.periods import comparison_in_words, period_in_words
from shandong_econ.digest.sentence import Sentence, sentence
from shandong_econ.digest.series import Levels, series
from shandong_econ.digest.shares import Share, Whole, shares
from shandong_econ.digest.words import language_of, words

__all__ = [
    "Amount",
    "Figure",
    "Growth",
    "Headline",
    "Levels",
    "Sentence",
    "Share",
    "Whole",
    "amount",
    "amount_in",
    "area_name",
    "change",
    "comparison_in_words",
    "course",
    "figures",
    "growth",
    "headlines",
    "in_digits",
    "indicator_name",
    "language_of",
    "own_area",
    "period_in_words",
    "place_name",
    "power_in_words",
    "report_title",
    "sentence",
    "series",
    "shares",
    "unit_in_words",
    "whole_name",
    "words",
]
