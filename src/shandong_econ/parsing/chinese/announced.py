"""What a Chinese clause without figures announces as planned: 2024年目标：…, 今年重点做好以下工作：…, 会议要求，…."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Status
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.periods import resolve


def set_plans(clause: Clause, tokens: Sequence[Token], found: Sorted, words: str) -> None:
    """Goes on to what is planned where a clause announces it, or says who asks for it or by what plan it is."""
    announced = clause.source.startswith(word_list("zh", "announces.words"), tokens[-1].end)
    if announced and (f"{words}:".endswith(_goals()) or _sets_out(clause, found, words)):
        clause.scene.plans.announce(Status.T)
    if words.endswith(word_list("zh", "plan.asks")):
        clause.scene.plans.announce(Status.T)  # 会议要求，
    by_plan = words.startswith(word_list("zh", "plan.by")) and words.endswith(word_list("zh", "plan.named"))
    if by_plan or words.endswith(word_list("zh", "plan.sets_out")):
        clause.scene.plan(Status.T)  # 根据规划，; 重庆提出，


def _sets_out(clause: Clause, found: Sorted, words: str) -> bool:
    """Whether a report tells before a colon what is to be done in a year that is not over: 今年重点做好以下工作：."""
    calendar = clause.scene.times.calendar
    year = next((resolve(time, calendar) for time in found.clues.times if time.form == "year"), None)
    sets_out = clause.scene.position.in_report and holds_any(words, "zh", "heading.sets_out")
    return sets_out and year is not None and year.year == calendar.now


@cache
def _goals() -> tuple[str, ...]:
    """What a clause ends with that announces what is planned, with its colon."""
    return tuple(f"{word.removesuffix(':')}:" for word in word_list("zh", "heading.plan"))
