"""The path to a cell: the heads over it and beside it, the units told for it, and what all of them name."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.concepts import MONEY
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.series import SIDES, kinds, own_unit
from shandong_econ.parsing.resolving.unit_classes import PERCENT
from shandong_econ.parsing.table.head.head import Head
from shandong_econ.parsing.table.head.measures import Moved
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.told import Subject


@attrs.frozen
class Path:
    """What the path to a cell tells: its heads over the column and beside the row, the units of row and table.

    `subject` is what all of it names, `index` what an index is of 100 in, by its nearest head or by the caption.
    """

    over: Sequence[Head]
    beside: Sequence[Head]
    of_row: tuple[Measured, ...]
    of_table: tuple[Measured, ...]
    of_caption: Moved | None
    index: str
    subject: Subject
    language: str

    @property
    def nearest(self) -> tuple[Head, ...]:
        """The heads, the nearest first: those over the column, from the lowest up, before those beside the row."""
        return (*reversed(self.over), *reversed(self.beside))

    @property
    def unit(self) -> str | None:
        """The unit of the series that is named, if it has a code."""
        return own_unit(self.subject.series)

    @property
    def is_of_index(self) -> bool:
        """Whether what is named is an index, or a part of one."""
        series = kinds().get(self.subject.series.code or self.subject.series.base or "")
        return series is not None and series.unit == "IX"

    @property
    def is_of_rate(self) -> bool:
        """Whether what is named is a rate, by its series or the last word of its name."""
        return is_rate(self.subject.label, self.language) if self.unit is None else self.unit in PERCENT

    @property
    def counts(self) -> bool:
        """Whether a name says that it counts things: 企业个数, number of firms."""
        label, words = self.subject.label, word_list(self.language, "table.number_of")
        return label.lower().startswith(words) if self.language == "en" else label.endswith(words)

    @property
    def is_of_things(self) -> bool:
        """Whether an English name without a series in money ends with things that can only be counted: new firms."""
        series, last = self.subject.series, self.subject.label.lower().rpartition(" ")[2]
        known = kinds().get(series.code or series.base or "")
        of_money = series.base in SIDES or (known is not None and known.unit.partition("_")[0] in MONEY)
        return self.language == "en" and not of_money and last in word_list("en", "table.things")


def is_rate(label: str, language: str) -> bool:
    """Whether a name is that of a rate by its last word; in English by that before what the rate is of."""
    words = word_list(language, "rates.words")
    last = label.lower().split(" of ")[0]
    return last.endswith(words) if language == "zh" else last.split(" ")[-1] in words
