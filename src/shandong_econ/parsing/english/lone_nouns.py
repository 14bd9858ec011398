"""Nouns of anything that are short for what a report is about: "output" after "construction output" is no GDP.

Chinese bulletins say "prices" for consumer prices. A statistical office elsewhere has a release for each series, in
which such a noun is short for what the release is about.
"""

from __future__ import annotations

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.scene import Scene


def is_of_anything(label: str) -> bool:
    """Whether words can be said of anything that a statistic is about: "overall prices", "the quantity bought"."""
    said = label.lower().split()
    return bool(said) and word_set("run_in.words").issuperset(said)


def note_told(scene: Scene, words: str, series: Series) -> None:
    """Remembers which codes a text has told by a name of their own, and which nouns of narrower series."""
    if is_of_anything(words):
        return
    if series.code is not None:
        scene.told_codes.add(series.code)
    elif noun := _head(words):
        scene.told_nouns.add(noun)


def is_short_for_another(scene: Scene, words: str, code: str | None) -> bool:
    """Whether a noun of anything would name a series that the report has not named, or is short for a narrower one.

    So do the income and the profit of firms in a text on one branch, and the prices of goods in one on producers.
    """
    if (code in _OF_FIRMS and _is_of_one_branch(scene, words)) or is_of_producers(scene, code):
        return True
    if code in _OF_INDUSTRY and ((_is_of_this_one(words) and _tells_no_all(scene)) or _is_of_crop(scene, words)):
        return True
    if code in _OF_GRAIN and not scene.position.in_report and _is_of_other_crop(scene, words):
        return True
    if code in _OF_FUNDS and any(holds_any(one.subject.label.lower(), "en", "funds.told") for one in scene.recent):
        return True
    if code is None or not is_of_anything(words):
        return False
    new, narrower = code not in scene.told_codes, _head(words) in scene.told_nouns
    return new or narrower if is_abroad(scene) else new and narrower


def is_of_producers(scene: Scene, code: str | None) -> bool:
    """Whether a part of consumer prices is named where a text has told of the prices of producers alone."""
    consumers = any(told.startswith("CPI") for told in scene.told_codes)
    return (code or "").startswith("CPI_") and not consumers and not _OF_PRODUCERS.isdisjoint(scene.told_codes)


_OF_PRODUCERS = frozenset({"PPI", "PPIRM"})
_OF_FIRMS = frozenset({"IND_REVENUE", "IND_PROFIT", "IND_PROFIT_TAX"})
_OF_FUNDS = frozenset({"LOANS", "FDI_USED", "DEPOSITS"})
"""What money for investment comes from has the names of these too: "self-raised funds fell, foreign capital rose"."""
_OF_ALL = ("IVA", "IND_", "VA_", "GDP")
"""With which the codes begin of series that a text on more than one branch tells."""


def _is_of_one_branch(scene: Scene, words: str) -> bool:
    """Whether "operating income" is that of the branch that a text is about, which has told nothing of all industry."""
    return _tells_no_all(scene) and word_set("industries.all").isdisjoint(words.lower().replace("-", " ").split())


def _is_of_this_one(words: str) -> bool:
    """Whether a series is that of the industry that a story tells of: "output value of the industry"."""
    return any(this in words.lower() for this in word_list("en", "industries.this"))


def _is_of_crop(scene: Scene, words: str) -> bool:
    """Whether "output value" is that of what was told of just before, which is not industry: 3,000 mu of tea."""
    told = scene.base is not None and scene.base.startswith((*_OF_ALL, "VALUE_ADDED"))
    return not told and word_set("industries.all").isdisjoint(words.lower().replace("-", " ").split())


def _tells_no_all(scene: Scene) -> bool:
    """Whether a text has told no series of all industry, or of all branches."""
    return not any(code.startswith(_OF_ALL) for code in scene.told_codes)


_OF_INDUSTRY = frozenset({"IND_OUTPUT_VALUE"})
_GRAIN = "GRAIN_"
_OF_GRAIN = frozenset({"GRAIN_AREA", "GRAIN_YIELD"})


def _is_of_other_crop(scene: Scene, words: str) -> bool:
    """Whether "the planted area" is that of whatever grows in news that have told of no grain."""
    named = not word_set("crops.grain").isdisjoint(words.lower().split())
    return not named and not any(code.startswith(_GRAIN) for code in scene.told_codes)


def _head(words: str) -> str:
    """The noun of a phrase, before what it is of: "output", of "output in the construction industry"."""
    head = ""
    for word in words.lower().split():
        if head and word in word_set("link.that_links"):
            break
        head = word
    return head
