"""The unit that a Chinese number leaves unsaid: of people, of money, per head, per day, per mu."""

from __future__ import annotations

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


def take_day(clause: Clause, figure: Figure) -> None:
    """Gives an amount the day that was told with the last one: 日均产量219万吨，连续8个月站在200万吨以上."""
    last = next((r for r in reversed(clause.scene.recent) if r.measure is Measure.LEVEL), None)
    if figure.unit == "TN" and last is not None and last.unit == "TN_DAY" and last.subject == clause.scene.subject:
        figure.unit = "TN_DAY"


def name_unit(clause: Clause, figure: Figure, words: str, after: str) -> None:
    """Gives a number the unit that its words leave unsaid: a magnitude alone, or kilograms where 亩产 is told."""
    yields = word_list("zh", "yield.words")
    told = (words or clause.scene.subject.label).removesuffix(_PER_MU)
    if figure.unit == "KG" and (told.endswith(yields) or told.startswith(yields)):  # 亩产, 平均亩产籽棉
        figure.unit = "KG_MU"
    if figure.unit == "TN" and _is_done_in_day(words):
        figure.unit = "TN_DAY"
    if figure.unit == "TN" and (after or words).endswith(word_list("zh", "coal.standard")):
        figure.unit = "TCE"
    if figure.word in word_list("zh", "money.pieces") and not after and words.endswith(word_list("zh", "money.verbs")):
        figure.unit = "CNY"  # 一斤能卖四块多
    if figure.word in word_list("zh", "money.pieces") and not after and not words and _was_money(clause.scene):
        figure.unit = "CNY"  # 卖到38元，比去年涨了5块多
    take_head(clause, figure, words)
    if figure.unit is not None:
        return
    if figure.word in word_list("zh", "streak.spans"):
        return
    if figure.is_word and not figure.power and not figure.ordinal:
        figure.unit = "NUM"
    elif figure.power and _names_people(after or words):
        figure.unit = "PS"
    elif figure.power and words.endswith(word_list("zh", "money.words")):
        figure.unit = "CNY"


def _is_done_in_day(words: str) -> bool:
    """Whether it is how much somebody can make or move in a day: 工厂日加工能力."""
    (day,) = word_list("zh", "per_day.day")
    return day in words and words.rpartition(day)[2].endswith(word_list("zh", "per_day.ends"))


def _was_money(scene: Scene) -> bool:
    return bool(scene.recent) and scene.recent[-1].unit == "CNY"


def take_head(clause: Clause, figure: Figure, words: str) -> None:
    """Takes yuan for yuan per head where the words say so, or where a part of income or spending per head is told."""
    if figure.unit != "CNY" or figure.power not in (0, _TEN_THOUSANDS):
        return
    parts = words.endswith(word_list("zh", "per_head.parts"))
    parts = parts and not holds_any(words, "zh", "per_head.never")
    beside = parts and not figure.power and any(map(_is_per_head, clause.scene.recent))
    said = holds_any(words, "zh", "per_head.words")
    if said or beside or _goes_up_to(clause, words) or _is_for_each(clause, figure):
        figure.unit = "CNY_PS"


def _goes_up_to(clause: Clause, words: str) -> bool:
    """Whether an amount is what one per head came to or rose by: 人均纯收入由3500元提高到1.35万元，增加1万元."""
    last = clause.scene.last
    if words or last is None:
        return False
    return last.unit == "CNY_PS" and last.figure.start >= clause.scene.position.sentence_start


def _is_for_each(clause: Clause, figure: Figure) -> bool:
    """Whether an amount is what each person is given or pays: 每人每年580元提高到610元."""
    lead = clause.source[max(clause.tokens[0].start, figure.start - NEAR) : figure.start]
    return not figure.power and holds_any(lead, "zh", "per_head.paid")


NEAR = 12  # characters before an amount in which it is said to be for each
_TEN_THOUSANDS = 4
_PER_MU = "每亩"


def _is_per_head(reading: Reading) -> bool:
    code = reading.subject.series.code
    return reading.unit == "CNY_PS" or (code is not None and kinds()[code].unit == "CNY_PS")


def _names_people(words: str) -> bool:
    people = word_list("zh", "people.words")
    return words.endswith(people) or words[:4].endswith(people) or words.startswith(people)
