"""What a figure is about, as the page calls it in either language."""

from __future__ import annotations

from functools import lru_cache

from shandong_econ.digest import area_name, comparison_in_words, indicator_name, period_in_words
from shandong_econ.digest import words as digest_words
from shandong_econ.exporters.html_page.markup import Both, worded
from shandong_econ.exporters.html_page.words import words
from shandong_econ.model import Area, Measure, Note, Observation, Period, Speaker
from shandong_econ.model.report import LANGUAGES

NOTHING = Both("", "")


def indicator(figure: Observation) -> Both:
    """The name of what is measured."""
    return Both(indicator_name(figure, "en"), indicator_name(figure, "zh"))


def area(place: Area | None) -> Both:
    """The name of a place."""
    return Both(area_name(place, "en") or "", area_name(place, "zh") or "")


@lru_cache(4096)
def period(when: Period | None) -> Both:
    """The period in words."""
    return NOTHING if when is None else Both(period_in_words(when, "en"), period_in_words(when, "zh"))


def measure(what: Measure) -> Both:
    """What kind of number it is."""
    return Both(*(digest_words(language).get("measure", what.value) for language in LANGUAGES))


def kind(figure: Observation) -> Both:
    """What kind of number it is, and what it is compared with."""
    said = measure(figure.measure)
    if figure.comparison is None:
        return said
    against = Both(comparison_in_words(figure.comparison, "en"), comparison_in_words(figure.comparison, "zh"))
    return Both(f"{said.en}, {against.en}", against.zh + said.zh)


def speaker(who: Speaker | None) -> str:
    """Who speaks, in one line."""
    return "" if who is None else ", ".join(filter(None, (who.name, who.role, who.organisation)))


def message(note: Note) -> Both:
    """What a note says; in Chinese too, if it is one of the sentences that the parser writes."""
    key = f"remarks.{note.code}"
    return worded(key) if words("en").get(key) == note.message else Both(note.message, note.message)
