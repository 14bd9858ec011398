"""Numbers without a unit that are figures all the same: in a list, in a ratio, of a series that has no unit."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.chinese.clause import REACH, Clause, may_stand_inside, outside_brackets
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.ranges import range_end
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.series_chinese import name_series

PER = "/"
NUMBERS = "."  # after the number of a note: 注:1.本公报数据为初步统计数
_WITHOUT_UNIT = ("IX", "RO")  # units that are not printed


def is_bare_figure(clause: Clause, i: int) -> bool:
    """Whether a number without a unit is a figure: in a list, a ratio, or of a series that has no unit."""
    token = clause.tokens[i]
    if clause.source[token.end : token.end + 1] == NUMBERS:
        return False
    if range_end(clause, i) is not None or _is_in_ratio(clause, i) or clause.source[token.end : token.end + 1] == PER:
        return True
    return _takes_unit_of_list(clause, i) or _series_has_no_unit(clause, i)


def _is_in_ratio(clause: Clause, i: int) -> bool:
    tokens = clause.tokens
    for j in (i - 1, i + 1):
        if 0 <= j < len(tokens) and tokens[j].mark == ":":
            return any(0 <= k < len(tokens) and tokens[k].figure for k in (j - 1, j + 1))
    return False


def _takes_unit_of_list(clause: Clause, i: int) -> bool:
    for token in clause.following(i + 1):
        if token.figure is not None and token.figure.unit is not None:
            return True
        if not (is_joint(token) or may_stand_inside(token) or token.figure is not None):
            return False
    return False


def _series_has_no_unit(clause: Clause, i: int) -> bool:
    phrase = clause.words([t for t in outside_brackets(clause.tokens[max(0, i - REACH) : i]) if t.is_words])
    series = name_series(phrase, clause.scene.base) if phrase else clause.scene.subject.series
    last = clause.scene.last
    if last is not None and last.unit == "RO" and last.measure is Measure.RATIO and not phrase:
        clause.tokens[i].figure.unit = "RO"  # type: ignore[union-attr]  # it is a figure
        return True  # 之比为2.6:1，比上年提高0.4
    if series.code is not None and kinds()[series.code].unit in _WITHOUT_UNIT:
        return True
    return phrase.endswith(word_list("zh", "index.words"))
