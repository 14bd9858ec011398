"""Which of the numbers in a Chinese clause measure something, and why the others do not."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.bare import PER, is_bare_figure
from shandong_econ.parsing.chinese.clause import GATHERS, REACH, Clause, items_of, run_of_words
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.orders import (
    LOOK_BACK,
    is_field,
    is_field_of_first,
    is_rank,
    is_size_of_classes,
    is_streak,
)
from shandong_econ.parsing.chinese.several_places import SEVERAL, places_gathered
from shandong_econ.parsing.chinese.thresholds import is_threshold
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import Figure, find_chinese
from shandong_econ.parsing.finding.series import base_at_end, code_by_key
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT, SPANS

_RELATIVE = PERCENT | {"PPT", "RO", None}  # of which one is a figure: 提高一个百分点
NOT_AFTER = (PER, "=", "×")  # what makes a number the base of a rate or of an index


def measures(clause: Clause, i: int) -> bool:
    """Whether the number at piece i measures something; one that could and does not leaves a remark."""
    token, reason = clause.tokens[i], why_not(clause, i)
    clause.scene.account.judge(reason, token)
    return not reason


def why_not(clause: Clause, i: int) -> str:
    """Why a number is no figure, or "" if it is one."""
    figure = clause.tokens[i].figure
    assert figure is not None
    if figure.moved:
        return ""
    if figure.endless:
        return "endless"
    if figure.word in _collectives() and (places := places_gathered(clause, i, figure)) is not None:
        roles = frozenset({"link.filler", SEVERAL})
        clause.tokens[i] = Token(clause.tokens[i].start, clause.tokens[i].end, roles, stands_for=places)
        return "name"
    if _is_in_name(clause, i) or _is_collective(clause, i, figure) or _is_class(clause, i) or _is_landmark(clause, i):
        return "name"
    if clause.source[max(0, clause.tokens[i].start - 1) : clause.tokens[i].start] in NOT_AFTER:
        return "name"  # 8.6/10万, (上年同月=100), ×100%
    if _is_scope(clause, i):
        return "scope"
    if is_field(clause, i) or is_field_of_first(clause, i) or is_size_of_classes(clause, i):
        return "scope"
    if _is_length_of_holiday(clause, i, figure):
        return "span"
    if _gathers_list(clause, i):
        clause.tokens[i] = Token(clause.tokens[i].start, clause.tokens[i].end, frozenset({GATHERS}), is_name=True)
        return "name"
    if _gathers_above(clause, i, figure):
        clause.tokens[i] = Token(clause.tokens[i].start, clause.tokens[i].end, is_name=True)
        return "name"
    if _gathers_told(clause, i):
        return "name"
    if _heads_amount(clause, i, figure):
        clause.tokens[i] = Token(clause.tokens[i].start, clause.tokens[i].end)
        return "name"
    if figure.ordinal:
        return "" if is_rank(clause, i) or is_streak(clause, i, figure) else "ordinal"
    if figure.word in word_list("zh", "name.class_units"):
        return "name"
    if figure.unit in SPANS and not _is_measured_span(figure):
        streak = any("streak.word" in token.roles for token in clause.tokens[max(0, i - LOOK_BACK) : i])
        return "" if streak else "span"
    if figure.unit is None and not figure.word:
        if figure.is_word:
            return "" if is_rank(clause, i) else "name"
        return "" if figure.power or is_bare_figure(clause, i) else "no_unit"
    if figure.is_word and figure.value == 1 and not figure.power and figure.unit not in _RELATIVE:
        return "article"  # 一公斤钛: of each
    return "threshold" if is_threshold(clause, i) else ""


def _is_in_name(clause: Clause, i: int) -> bool:
    """Whether the number stands in a short name in quotation marks, or is a scope such as 前50强."""
    before = clause.before(i)
    if before is not None and "name.scope" in before.roles and before.end == clause.tokens[i].start:
        return True
    opened = any(t.mark in ("“", "《") and t.mark for t in clause.tokens[max(0, i - 2) : i])
    closed = any(t.mark in ("”", "》") and t.mark for t in clause.tokens[i + 1 : i + 3])
    return opened and closed


def _is_collective(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether a number word only gathers what is named or says many: 中新两国, 三个“一号工程”, 万人刑事案件数."""
    if not figure.is_word:
        return False
    after = clause.after(i)
    attached = after is not None and after.is_words and after.start == clause.tokens[i].end
    of_each = figure.unit in COUNTED or (i == 0 and figure.unit is not None and attached)  # 万元规模工业增加值能耗
    if of_each and set(clause.source[figure.start : figure.number_end]) <= _magnitudes():
        return True
    if figure.power:
        return False
    quoted = after is not None and after.start == clause.tokens[i].end and clause.source[after.start] == "“"
    quoted = quoted and not any(t.figure and t.figure.moved for t in clause.tokens[i + 1 : i + 3])
    return figure.word in _collectives() or quoted


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


def _is_measured_span(figure: Figure) -> bool:
    """Whether years are what is measured: 82.9岁, 9.79年."""
    return figure.word in word_list("zh", "age.words") or figure.value % 1 != 0


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
        and clause.words([after]).startswith(_classes(of_words=is_word))
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


def _is_length_of_holiday(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether it only says how long a holiday is that is named before it: 春节假期8天."""
    before = clause.before(i)
    return figure.unit == "DAYS" and before is not None and before.time is not None and before.time.form == "holiday"


def _gathers_list(clause: Clause, i: int) -> bool:
    """Whether it only says how many the things just listed are: 医药、电子、汽车三个行业, …等7个行业."""
    figure, before = clause.tokens[i].figure, clause.before(i)
    if figure is None or figure.unit != "NUM" or figure.power or before is None or not before.is_words:
        return False
    if before.end != clause.tokens[i].start:
        return False
    if clause.words([before]).endswith(word_list("zh", "list.ends")):
        listed = any(is_joint(token) for token in clause.tokens[max(0, i - REACH) : i])
        paired = any("link.respectively" in token.roles for token in clause.following(i + 1))
        # 柳州、桂林等6市: more than are named, so it counts them
        return listed and (paired or figure.value <= len(items_of(_words_before(clause, i))))
    if not 1 < figure.value <= REACH:
        return False
    words = _words_before(clause, i)
    if words[0].areas and not words[-1].areas:
        return False  # 九原区、昆都仑区各新建养老服务中心2处
    return len(items_of(words, int(figure.value))) == figure.value


def _gathers_above(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether it says how many the things told before are that add to a total together: 上述三项合计影响CPI下降…."""
    before, after = clause.before(i), clause.after(i)
    points = before is not None and clause.words([before]) in word_list("zh", "list.above")
    return points and figure.unit == "NUM" and after is not None and "list.together" in after.roles


def _gathers_told(clause: Clause, i: int) -> bool:
    """Whether it says how many the things told before are, of each or all of which more is told: 三个门类依次增长…."""
    rest = clause.tokens[i + 1 : i + 3]
    if len(rest) < len(("a noun", "respectively")):
        return False
    if rest[1].roles.isdisjoint(_OF_EACH) and not clause.words(rest[1:]).startswith(word_list("zh", "list.each")):
        return False
    return clause.words(rest[:1]) in word_list("zh", "list.collectives")


_OF_EACH = frozenset({"link.respectively", "list.together"})


def _heads_amount(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether it is part of what an amount is of, which is not counted: 九项重点民生支出103.7亿元, 八大类价格."""
    after = clause.after(i)
    if after is None or figure.unit != "NUM" or figure.power:
        return False
    run = run_of_words(clause.following(i + 1))
    words, rest = clause.words(run), clause.following(i + 1 + len(run))
    if words.endswith(word_list("zh", "name.programmes")):
        return True  # 办好十件民生实事
    if any(word in words for word in word_list("zh", "project.words")):
        return False  # 734个重大项目完成投资
    if any(token.figure is not None and token.figure.moved for token in clause.tokens[i + 1 :]):
        return False  # 八大类价格七涨一降
    is_head = figure.is_word and figure.word in word_list("zh", "vague.heads")
    if not is_head and not (any(word in words for word in word_list("zh", "list.branches")) and _tells_all(rest)):
        return False
    base = base_at_end(words)
    code = next((code for (known, _), code in code_by_key().items() if known == base), None)
    return code is not None and not fits(code, figure.unit)


def _tells_all(rest: list[Token]) -> bool:
    """Whether a figure of all those together is told next, not one that each of them has passed: 营收突破10亿元."""
    n = next((n for n, token in enumerate(rest) if token.figure is not None), None)
    return n is not None and not any(qualifier_of(token) for token in rest[:n]) and not rest[n].figure.hedge  # type: ignore[union-attr]  # it has one


def _words_before(clause: Clause, i: int) -> list[Token]:
    """The list that ends right before piece i."""
    start = i
    while start and ((token := clause.tokens[start - 1]).is_words or token.areas or is_joint(token)):
        start -= 1
    return clause.tokens[start:i]


@cache
def _collectives() -> frozenset[str]:
    return frozenset(word_list("zh", "name.collective"))


@cache
def _magnitudes() -> frozenset[str]:
    """百, 千, 万 and 亿, which alone say many, not how many."""
    return frozenset(word_list("zh", "numeral.powers")[1:])
