"""The divisions of industry where they are counted: all that there are, or those that grew."""

from __future__ import annotations

from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import ACCOUNTS, NO_SERIES, Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene

_OF_INDUSTRY = "IVA"
PRICES = frozenset({"CPI", "PPI", "PPIRM"})


def divisions_counted(scene: Scene, clues: Clues, words: str, figure: Figure, *, part: bool = False) -> Subject | None:
    """The divisions of industry, counted: all that there are, or those that grew of a number named before."""
    last = scene.recent[-1].subject if scene.recent else Subject("")
    named_so = _counts_divisions(name_series_english(words, None)) or (
        _counts_divisions(last.series) and last.label.lower().endswith(f" {words.lower()}")
    )  # "among the 35 industry categories, 22 categories grew"
    if not named_so and words.lower() not in word_set("industries.words"):
        of_industry = scene.base == _OF_INDUSTRY and words.lower() in word_set("industries.where_told")
        if not of_industry:
            return None
    if scene.base in PRICES:
        scene.subject = Subject(words)
        return scene.subject
    before = last.series.code
    left_out = last.label == words and last.series == NO_SERIES  # "all but five of the 38 industries grew"
    of_whole = part and before != "IVA_INDUSTRIES_GROWING" and not left_out
    after_some = part and clues.falls  # "28 of the 41 grew, and 13 fell"
    grown = of_whole or after_some or before == "IVA_INDUSTRIES_TOTAL"
    code = "IVA_INDUSTRIES_GROWING" if grown else "IVA_INDUSTRIES_TOTAL"
    grew = scene.base not in ACCOUNTS and not clues.falls
    whole = scene.recent[-1].figure.value if scene.recent else 0
    some = clues.of_which and not grown and figure.value < whole  # 27 grew, "of which 19 grew fast"
    some = some or clues.words.lower() in word_set("some_of.more")  # "the other | 4 industries"
    known = None if some else code if grew or code == "IVA_INDUSTRIES_TOTAL" else None
    return Subject(words, Series(known, scene.base, None))  # the text goes on with what they make


def _counts_divisions(series: Series) -> bool:
    return series.code is not None and series.code.startswith("IVA_INDUSTRIES")
