"""What the figures of a Chinese list have from each other: units, verbs, what they are compared with."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Qualifier
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.sorting import sort_words
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT, RATES

_LEADS_ON = frozenset({Says.FROM, Says.STREAK})


def share_units(figures: list[Figure], *, ranks: bool = False) -> None:
    """Gives the numbers of a list what only its first or its last one has: 第2、1和3位, 增长5、6和7个百分点.

    `ranks` says whether a verb of ranking leads to them: 位居二、三位.
    """
    first, last = figures[0], figures[-1]
    if ranks and last.word in word_list("zh", "rank.after") and all(figure.is_word for figure in figures):
        first.ordinal, first.unit = True, None
    if first.ordinal:
        for figure in figures[1:]:
            figure.ordinal, figure.unit = True, None
    for figure in figures[:-1]:
        if figure.unit is None or (last.unit == "PPT" and figure.unit == "NUM"):
            figure.unit, figure.word = last.unit, last.word
            figure.power = figure.power or last.power


def go_on_from(clause: Clause, clues: Clues) -> None:
    """In 环比由…转为… and 增速连续…保持在…, what was said before the first figure holds for the second."""
    start = clause.led_from
    clause.led_from = clues if not clues.says.isdisjoint(_LEADS_ON) else None
    if start is None or clues.comparison is not None or clues.base is not None:
        return
    clues.comparison = start.comparison
    clues.base = start.base if Says.FROM not in start.says else None
    clues.noun = clues.noun or start.noun
    clues.side = clues.side or start.side
    clues.relative = clues.relative or start.relative
    clues.says |= start.says - _LEADS_ON


def tells_where_it_ended(inner: list[Token]) -> bool:
    """Whether a further number is what a change has led to: 增加12万亩、达到860万亩, 增长8.1%、总量达1.96万亿元."""
    return any(t.roles & _GOT_TO or (q := qualifier_of(t)) is Qualifier.GT or q is Qualifier.NEARLY for t in inner)


_GOT_TO = frozenset({"change.to", "count.total"})


def clues_inside(clues: Clues, inner: list[Token], figure: Figure) -> Clues:
    """The clues of a further figure of a list: its own words where it has any, else those of the list."""
    own = sort_words(inner, figure, figure.unit).clues
    if figure.unit not in RATES and not own.verb and tells_where_it_ended(inner):
        return attrs.evolve(clues, verb=0, noun=0, side=0, comparison=None, base=None, qualifier=own.qualifier)
    if figure.unit in PERCENT and Says.SHARE_NOUN in clues.says and not own.verb and tells_where_it_ended(inner):
        return attrs.evolve(clues, is_to=True, qualifier=own.qualifier)  # 占比提高1.2个百分点、达61%
    if not (own.verb or own.comparison or own.noun or own.base or own.side or own.says):
        return attrs.evolve(clues, qualifier=own.qualifier)
    return attrs.evolve(
        clues,
        verb=own.verb or (0 if own.says else clues.verb),
        is_to=own.is_to if own.verb else clues.is_to,
        side=own.side,
        comparison=own.comparison or (None if own.base or own.side else clues.comparison),
        base=own.base or (None if own.comparison else clues.base),
        qualifier=own.qualifier,
        says=clues.says | own.says,
        relative=own.relative or clues.relative,
    )
