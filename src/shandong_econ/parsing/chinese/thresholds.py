"""Numbers that only tell of what size the things are that are counted: 500万元以上项目, 产值过100亿元企业6家."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import Clause, is_quote
from shandong_econ.parsing.resolving.unit_classes import COUNTED, RATES

NEAR = 8  # pieces from a size to the number of the things that have it


def is_threshold(clause: Clause, i: int) -> bool:
    """Whether the number only tells of what size things are, as in 500万元以上项目."""
    figure = clause.tokens[i].figure
    assert figure is not None
    if figure.unit in RATES:
        return False
    if figure.hedge not in ("GE", "LE"):
        return _sizes_counted(clause, i)
    rest = clause.following(i + 1)
    while rest and not {"qualifier.after", "link.joins"}.isdisjoint(rest[0].roles):
        rest = rest[1:]
    if rest and (counted := rest[0].figure) is not None:
        return counted.unit in COUNTED and figure.unit not in COUNTED  # 其中50亿元以上6个
    if figure.word in word_list("zh", "threshold.counters") and all(t.figure is None for t in rest):
        return False  # 推进1000个以上技改项目
    if len(rest) > 1 and rest[0].areas:
        rest = rest[1:]  # 亿元以上长三角项目
    return bool(rest) and rest[0].is_words and not is_quote(rest[0])


def _sizes_counted(clause: Clause, i: int) -> bool:
    """Whether it is above what the things are that are counted next: 产值过100亿元企业6家, 投资超2亿元的项目53个."""
    figure, before = clause.tokens[i].figure, clause.before(i)
    if figure is None or figure.unit in COUNTED or before is None:
        return False
    if "qualifier.GT" not in before.roles and not clause.source.endswith(_exceeds(), before.start, before.end):
        return False
    rest = [t for t in clause.following(i + 1)[:NEAR] if "link.joins" not in t.roles]
    if not rest or not rest[0].is_words:
        return False
    counted = next((t.figure for t in rest if t.figure is not None), None)
    between = rest[: next((n for n, t in enumerate(rest) if t.figure is not None), 0)]
    return (
        counted is not None
        and counted.unit == "NUM"
        and all(t.is_words or t.mark in _BRACKETS or t.roles & _FILLS for t in between)
    )


_FILLS = frozenset({"link.filler", "count.total", "link.from", "achievement.done"})
_BRACKETS = ("(", ")")


@cache
def _exceeds() -> tuple[str, ...]:
    return word_list("zh", "threshold.exceeds")
