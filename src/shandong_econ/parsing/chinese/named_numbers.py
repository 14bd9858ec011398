"""Whether a number is part of a name, or of words that count nothing."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.chinese.clause import Clause, run_of_words
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.orders import is_streak_in_short
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def is_in_name(clause: Clause, i: int) -> bool:
    """Whether the number at piece i is part of a name, gathers what is named, or says of what class a thing is."""
    figure = clause.tokens[i].figure
    assert figure is not None
    return (
        _is_quoted(clause, i)
        or _is_of_policy(clause, i, figure)
        or _is_collective(clause, i, figure)
        or _is_class(clause, i)
        or _is_landmark(clause, i)
        or _is_unit_of_table(clause, figure)
    )


def _is_unit_of_table(clause: Clause, figure: Figure) -> bool:
    """Whether it is only the unit of what a table tells: 绝对数(亿元), 单位:万吨."""
    opened = clause.source[figure.start - 1 : figure.start] in ("(", ":")
    return opened and set(clause.source[figure.start : figure.number_end]) <= _magnitudes()


def _is_quoted(clause: Clause, i: int) -> bool:
    """Whether the number stands in a short name in quotation marks, or is a scope such as 前50强."""
    before = clause.before(i)
    if before is not None and "name.scope" in before.roles and before.end == clause.tokens[i].start:
        return True
    opened = any(t.mark in ("“", "《") and t.mark for t in clause.tokens[max(0, i - 2) : i])
    closed = any(t.mark in ("”", "》") and t.mark for t in clause.tokens[i + 1 : i + 3])
    figure = clause.tokens[i].figure
    return opened and closed and not (figure is not None and is_streak_in_short(figure))


def _is_of_policy(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether it is part of what a programme is called: 稳经济33条, 落实国家33条措施."""
    if figure.word not in word_list("zh", "name.policies") or not i:
        return False
    start = next((n for n in range(i, 0, -1) if clause.tokens[n - 1].figure is not None), 0)
    before = clause.words(clause.tokens[start:i])
    return before.endswith(word_list("zh", "name.policies_of")) or holds_any(before, "zh", "name.policies_kept")


def _is_collective(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether a number word only gathers what is named or says many: 中新两国, 三个“一号工程”, 万人刑事案件数."""
    if not figure.is_word:
        return False
    after = clause.after(i)
    attached = after is not None and after.is_words and after.start == clause.tokens[i].end
    of_each = figure.unit in COUNTED or (figure.unit is not None and attached)  # 万元规模工业增加值能耗, 千亩示范方
    if (of_each or _is_of_plan(clause, i)) and set(clause.source[figure.start : figure.number_end]) <= _magnitudes():
        return True
    if figure.power:
        return False
    quoted = after is not None and after.start == clause.tokens[i].end and clause.source[after.start] == "“"
    quoted = quoted and not any(t.figure and t.figure.moved for t in clause.tokens[i + 1 : i + 3])
    return figure.word in collectives() or quoted


def _is_of_plan(clause: Clause, i: int) -> bool:
    """Whether it is part of the name of a plan: 千万吨粮食增产计划."""
    rest = takewhile(lambda token: token.figure is None and not token.mark, clause.tokens[i + 1 :])
    return clause.words(list(rest)).endswith(word_list("zh", "name.plans"))


def _is_class(clause: Clause, i: int) -> bool:
    """Whether it says of what class a thing is, as in 30万吨级航道, or counts off: 四次会议, 六个方面."""
    after, figure = clause.after(i), clause.tokens[i].figure
    is_word = figure is not None and figure.is_word
    if is_word and after is not None and is_joint(after) and i + 2 < len(clause.tokens):
        following = clause.tokens[i + 2].figure  # 二次、三次全会
        if following is not None and following.is_word and figure is not None and following.word == figure.word:
            return _is_class(clause, i + 2)
    if figure is not None and figure.word in word_list("zh", "name.of_class") and not is_word:
        run = run_of_words(clause.tokens[i + 1 :])
        counted = clause.tokens[i + 1 + len(run)].figure if run and i + 1 + len(run) < len(clause.tokens) else None
        return counted is not None and counted.unit == "NUM"  # 1类创新药9个
    return (
        after is not None
        and after.is_words
        and after.start == clause.tokens[i].end
        and clause.word(after).startswith(_classes(of_words=is_word))
    )


def _classes(*, of_words: bool) -> tuple[str, ...]:
    classes = word_list("zh", "name.classes")
    return classes + word_list("zh", "name.meetings") + word_list("zh", "name.aspects") if of_words else classes


def _is_landmark(clause: Clause, i: int) -> bool:
    """Whether it is one of the two numbers of 连跨两个万亿元台阶, which count landmarks and measure nothing."""
    for count, size in ((i, i + 1), (i - 1, i)):
        if count >= 0 and size < len(clause.tokens):
            first, second = clause.tokens[count], clause.tokens[size]
            if first.figure is not None and second.figure is not None and first.end == second.start:
                counts = first.figure.is_word and first.figure.unit == "NUM"
                return counts and second.figure.is_word and not second.figure.ordinal  # 排在六城第一
    return False


@cache
def collectives() -> frozenset[str]:
    """Words after a number that only gathers what is named: 国 in 中新两国."""
    return frozenset(word_list("zh", "name.collective"))


@cache
def _magnitudes() -> frozenset[str]:
    """百, 千, 万 and 亿, which alone say many, not how many."""
    return frozenset(word_list("zh", "numeral.powers")[1:])
