"""The words before a Chinese figure by what they do for it, and what shows which they are."""

from __future__ import annotations

import attrs

from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import RATES

COUNTS = frozenset({"NUM", "PS"})

HERE = frozenset({"area.home", "area.town", "area.districts"})
"""What points to the area of the report, or to the township that was named last, 全省, 全镇, and a part: 苏南."""

_WORDS_OF_SUBJECT = frozenset({"gap.sides", *HERE, "contribution.noun", "area.world"})


@attrs.define
class Sorted:
    """The clues of the words before a figure, with the pieces of the subject and of what it is compared with.

    `others` are the times and the words compared with one after another,
    `area` is the piece that names a place, `home` the one that points to the report's own area, `respectively` whether
    names and figures are paired, `total` whether all is counted that there is, `together` whether it is of all of the
    list before, `used` how many pieces after the figure were used up, `several` the places
    that a number gathers: 三市, and `size` how large those things are that are counted: 500万元以上项目.
    """

    clues: Clues = attrs.field(factory=Clues)
    subject: list[Token] = attrs.field(factory=list)
    relative: list[Token] = attrs.field(factory=list)
    others: list[Time | list[Token]] = attrs.field(factory=list)
    area: Token | None = None
    home: Token | None = None
    respectively: bool = False
    total: bool = False
    together: bool = False
    moved_by: Token | None = None
    used: int = 0
    several: str = ""
    size: Token | None = None

    def define(self) -> None:
        """Leaves what was named before the name in brackets of the rate that it defines."""
        self.subject.clear()
        self.clues.says -= {Says.SHARE, Says.SHARE_NOUN}

    def take_given(self, *, aside: bool) -> None:
        """What has grown by what a part gave is the whole: 为工业增长贡献67.1%."""
        if not aside:
            self.relative, self.subject = self.subject, []
        self.clues.says.add(Says.CONTRIBUTION_RATE)
        self.clues.verb = 0


def only_hedges(token: Token) -> bool:
    """Whether a word between a verb and its number only hedges that: 约, 达."""
    return "link.filler" in token.roles or qualifier_of(token) is not None


def is_each(figure: Figure) -> bool:
    """Whether it is one of a measure, of each of which something is told: 一亩, 一公斤."""
    one = figure.is_word and figure.value == 1 and not figure.power
    return one and figure.unit not in COUNTS | RATES | {"DAYS", None} and not figure.ordinal


def says_many(figure: Figure) -> bool:
    """Whether a number word counts nothing here but is part of a name."""
    return figure.unit is None or bool(figure.power) or figure.value in _ROUND


_ROUND = frozenset({100, 1000, 10000})


def is_of_name(token: Token) -> bool:
    """Whether the piece is part of what names a series, a place or a whole."""
    if token.mark:
        return token.mark in ("、", "“", "”")
    return token.is_words or bool(token.areas) or is_joint(token) or not _WORDS_OF_SUBJECT.isdisjoint(token.roles)


def only_fills(token: Token) -> bool:
    """Whether a word fills the place before its noun and is no title of a place, as in 浙江省会杭州."""
    return "link.filler" in token.roles and "area.title" not in token.roles
