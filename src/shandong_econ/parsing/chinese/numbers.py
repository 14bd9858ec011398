"""Which of the numbers in a Chinese clause measure something, and why the others do not."""

from __future__ import annotations

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.chinese.bare import PER, is_bare_figure
from shandong_econ.parsing.chinese.clause import GATHERS, Clause, run_of_words
from shandong_econ.parsing.chinese.gathering import gathers_above, gathers_list, gathers_told
from shandong_econ.parsing.chinese.named_numbers import collectives, is_in_name
from shandong_econ.parsing.chinese.orders import (
    LOOK_BACK,
    is_field,
    is_field_of_first,
    is_rank,
    is_size_of_classes,
    is_streak,
    is_streak_in_short,
    take_top,
)
from shandong_econ.parsing.chinese.several_places import SEVERAL, places_gathered
from shandong_econ.parsing.chinese.thresholds import is_threshold
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import EACH, Figure, find_chinese
from shandong_econ.parsing.finding.series import code_by_key
from shandong_econ.parsing.finding.series_chinese import base_at_end
from shandong_econ.parsing.finding.tokens import Token, has_role, qualifier_of
from shandong_econ.parsing.resolving.unit_classes import RATES, SPANS

_RELATIVE = RATES | {None}  # of which one is a figure: 提高一个百分点
NOT_AFTER = (PER, EACH, "=", "×")  # what makes a number the base of a rate or of an index


def measures(clause: Clause, i: int) -> bool:
    """Whether the number at piece i measures something; one that could and does not leaves a remark."""
    token, reason = clause.tokens[i], why_not(clause, i)
    clause.scene.account.judge(reason, token)
    return not reason


def why_not(clause: Clause, i: int) -> str:
    """Why a number is no figure, or "" if it is one."""
    figure = clause.tokens[i].figure
    assert figure is not None
    if figure.moved or take_top(clause, i):
        return ""
    if figure.endless:
        return "endless"
    if figure.word in collectives() and (places := places_gathered(clause, i, figure)) is not None:
        roles = frozenset({"link.filler", SEVERAL})
        clause.tokens[i] = Token(clause.tokens[i].start, clause.tokens[i].end, roles, stands_for=places)
        return "name"
    if is_in_name(clause, i):
        return "name"
    if clause.source[max(0, clause.tokens[i].start - 1) : clause.tokens[i].start] in NOT_AFTER:
        return "name"  # 8.6/10万, 每6秒, (上年同月=100), ×100%
    if _is_scope(clause, i):
        return "scope"
    if is_field(clause, i) or is_field_of_first(clause, i) or is_size_of_classes(clause, i):
        return "scope"
    if _is_length_of_holiday(clause, i, figure):
        return "span"
    if gathers_list(clause, i):
        clause.tokens[i] = Token(clause.tokens[i].start, clause.tokens[i].end, frozenset({GATHERS}), is_name=True)
        return "name"
    if gathers_above(clause, i, figure):
        clause.tokens[i] = Token(clause.tokens[i].start, clause.tokens[i].end, is_name=True)
        return "name"
    if gathers_told(clause, i):
        return "name"
    if _heads_amount(clause, i, figure):
        clause.tokens[i] = Token(clause.tokens[i].start, clause.tokens[i].end)
        return "name"
    if figure.ordinal:
        return "" if is_rank(clause, i) or is_streak(clause, i, figure) else "ordinal"
    if figure.word in word_list("zh", "name.class_units"):
        return "name"
    if figure.unit in SPANS and not _is_measured_span(clause, i):
        streak = has_role(clause.tokens[max(0, i - LOOK_BACK) : i], "streak.word")
        return "" if streak or is_streak_in_short(figure) else "span"
    if figure.unit is None and not figure.word:
        if figure.is_word:
            return "" if is_rank(clause, i) else "name"
        return "" if figure.power or is_bare_figure(clause, i) else "no_unit"
    relative = figure.unit in _RELATIVE and not (figure.unit is None and figure.word)  # not 一分钟
    if figure.is_word and figure.value == 1 and not figure.power and not relative:
        return "article"  # 一公斤钛: of each
    return "threshold" if is_threshold(clause, i) else ""


def _is_scope(clause: Clause, i: int) -> bool:
    """Whether it tells among how many things one is, none of which are counted next: 八大类消费中，食品支出…."""
    figure, rest = clause.tokens[i].figure, clause.tokens[i + 1 :]
    if figure is None or figure.unit != "NUM" or figure.power or not rest or not all(t.is_words for t in rest):
        return False
    end = rest[-1].end
    if not clause.source.endswith(word_list("zh", "strip.inside"), 0, end):
        return False
    stop = clause.source.find(_STOP, end, end + NEAR)
    told = find_chinese(clause.source, end, stop if stop >= 0 else min(end + NEAR, len(clause.source)))
    return not any(one.unit == "NUM" or one.moved or one.ordinal for one in told)


_STOP, NEAR = "。", 80  # characters after a scope in which those of them are counted


def _is_measured_span(clause: Clause, i: int) -> bool:
    """Whether years or months are what is measured: 82.9岁, 9.79年, 周期从30个月压缩到18个月."""
    figure = clause.tokens[i].figure
    assert figure is not None
    if figure.word in word_list("zh", "age.words") or figure.value % 1 != 0:
        return True
    said = [token for token in clause.tokens[:i] if not token.roles & _BESIDE]
    if not said:
        return False
    after = clause.after(i)
    starts = "link.from" in said[-1].roles and after is not None and bool(after.roles & _MOVES)
    if starts or said[-1].roles & _MOVES:
        return any(_is_span(clause, token) for token in said)
    return _is_span(clause, said[-1])


def _is_span(clause: Clause, token: Token) -> bool:
    """Whether a noun tells how long something takes: 研发周期."""
    return token.is_words and clause.source.endswith(word_list("zh", "age.spans"), token.start, token.end)


_MOVES = frozenset({"change.up", "change.down", "change.ends"})
_BESIDE = frozenset({"link.filler", "gap.sides", "change.to"})


def _is_length_of_holiday(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether it only says how long a holiday is that is named before it: 春节假期8天."""
    before = clause.before(i)
    return figure.unit == "DAYS" and before is not None and before.time is not None and before.time.form == "holiday"


def _heads_amount(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether it is part of what an amount is of, which is not counted: 九项重点民生支出103.7亿元, 八大类价格."""
    after = clause.after(i)
    if after is None or figure.unit != "NUM" or figure.power:
        return False
    run = run_of_words(clause.following(i + 1))
    words, rest = clause.words(run), clause.following(i + 1 + len(run))
    if figure.is_word and words.endswith(word_list("zh", "name.programmes")):
        return True  # 办好十件民生实事
    if holds_any(words, "zh", "project.words"):
        return False  # 734个重大项目完成投资
    if any(token.figure is not None and token.figure.moved for token in clause.tokens[i + 1 :]):
        return False  # 八大类价格七涨一降
    is_head = figure.is_word and figure.word in word_list("zh", "vague.heads")
    if not is_head and not (holds_any(words, "zh", "list.branches") and _tells_all(rest)):
        return False
    base = base_at_end(words)
    code = next((code for (known, _), code in code_by_key().items() if known == base), None)
    return code is not None and not fits(code, figure.unit)


def _tells_all(rest: list[Token]) -> bool:
    """Whether a figure of all those together is told next, not one that each of them has passed: 营收突破10亿元."""
    n = next((n for n, token in enumerate(rest) if token.figure is not None), None)
    return n is not None and not any(map(qualifier_of, rest[:n])) and not rest[n].figure.hedge  # type: ignore[union-attr]  # it has one
