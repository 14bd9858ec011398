"""Reports on other countries, whose statistics class industries, investment and those out of work otherwise."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.concepts import NATION, areas
from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.model import Area
from shandong_econ.parsing.finding.series import families, is_total, kinds
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene

_ALIKE = frozenset({"prices", "trade"})  # families of which all countries tell the same
_OF_CHINA = frozenset({"CPI_VEG"})  # of these families, but of a basket of its own: fresh vegetables
_ACCOUNTS = frozenset({"GDP", "GDP_PER_CAPITA", "GNI", "NET_EXPORTS", "POP_RESIDENT"})


def is_abroad(scene: Scene) -> bool:
    """Whether a text reports on another country."""
    return country(scene) is not None or scene.comparing.by_preceding


def country(scene: Scene) -> Area | None:
    """The other country that a text is said to report on."""
    home = scene.places.home
    return home if home is not None and home.code is None and home.name in _countries() else None


def fiscal_month(home: Area | None) -> int:
    """The month in which the financial year begins where a text reports on."""
    name = home.name if home is not None and home.code is None else None
    return next((month for month in _FISCAL if name in word_list("en", f"abroad.fiscal_{month}")), 1)


_FISCAL = (4, 7, 10)


@cache
def _countries() -> frozenset[str]:
    return frozenset(word_list("en", "abroad.countries"))


def nation(scene: Scene) -> Area:
    """What "the nation" is: China, or the country of the report."""
    return country(scene) or areas()[NATION]


def is_known_abroad(subject: Subject) -> bool:
    """Whether a series has the same code in every country; one at constant prices has none."""
    series = subject.series
    if series.code is None:
        return is_total(series.breakdown) or families().get(series.base or "") in _ALIKE
    if series.code in _ACCOUNTS:
        return True
    if not set(subject.label.lower().split()).isdisjoint(word_list("en", "abroad.real_terms")):
        return False
    if series.code in _OF_CHINA:
        return False
    return kinds()[series.code].family in _ALIKE


def without_country(scene: Scene, words: str) -> str:
    """A noun phrase without the country that the report is on: "UK gross domestic product", "exports of the UK"."""
    home = country(scene)
    if home is None:
        return words
    kingdom = word_list("en", "abroad.kingdom")
    adjective = word_table("en", "abroad_adjectives").get(home.name or "", "")  # "Australian exports"
    names = (*(kingdom if home.name in kingdom else (home.name,)), adjective)
    pieces = words.split()
    for name in names:
        length = len((name or "").split())
        for start in (0, len(pieces) - length):
            if " ".join(pieces[start : start + length]).removesuffix("'s") == name and len(pieces) > length:
                rest = [*pieces[:start], *pieces[start + length :]]
                while rest and start and rest[-1].lower() in word_list("en", "abroad.leads"):
                    rest.pop()
                return " ".join(rest)
    return words
