"""What the words before and after a group of Chinese figures say of it, with what the clause said before."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.grouping import Group
from shandong_econ.parsing.chinese.inherited import go_on_from
from shandong_econ.parsing.chinese.margins import take_distance, take_margin
from shandong_econ.parsing.chinese.moved_things import take_thing_moved
from shandong_econ.parsing.chinese.naming import rates
from shandong_econ.parsing.chinese.orders import is_streak_in_short
from shandong_econ.parsing.chinese.shares import go_on_with_whole, look_after
from shandong_econ.parsing.chinese.sorted_words import HERE, Sorted
from shandong_econ.parsing.chinese.sorting import sort_words
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.comparing import is_then
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def look_around(clause: Clause, lead: list[Token], group: Group) -> Sorted:
    """Sorts the words that lead to a group, and notes what the words before and after these say of it."""
    scene, first, last = clause.scene, group.figures[0], group.figures[-1]
    found = sort_words(lead, first, last.unit, than=bool(scene.comparing.other_side or scene.comparing.base_time))
    clues = found.clues
    if is_streak_in_short(last):
        clues.says.add(Says.STREAK)
    clues.relative = clause.words(found.relative) or (scene.comparing.other_side if clues.side else "")
    clues.goal = next((clause.word(t) for t in lead if "achievement.goal" in t.roles), "")
    _carry_on(clause, found, first)
    go_on_from(clause, clues)
    if (clues.verb or clues.noun) and clues.comparison is None and clues.base is None:
        clues.base = scene.comparing.base_time
    look_after(clause, found, group.end, last)
    go_on_with_whole(clause, lead, found, first)
    take_margin(clause, found, group.end, last)
    take_distance(found, lead)
    if first.unit == "RO" and not clues.verb and clues.times:
        clues.base = clues.times.pop()
    _take_other_as_whole(clause, lead, found, first)
    _take_whole_done(clause, lead, found, first)
    _take_done(clause, lead, found, last)
    _take_whole_moved(clause, found)
    take_thing_moved(clause, found, lead, last)
    return found


def _carry_on(clause: Clause, found: Sorted, figure: Figure) -> None:
    """Notes whether a figure has no words of its own, and goes on with a share told before: 占比过半，达50.6%."""
    scene, clues = clause.scene, found.clues
    alone = not found.subject and not clues.verb
    clues.carries_on = alone and not clues.says
    may_share = alone and clues.says <= {Says.FROM} and not clues.noun and not clues.side
    if scene.tells_share and may_share and figure.unit in PERCENT:
        clues.says.add(Says.SHARE_NOUN)
    scene.tells_share = False


def _take_other_as_whole(clause: Clause, lead: list[Token], found: Sorted, figure: Figure) -> None:
    """Notes that a figure is of what another period or place had: 恢复到2019年同期的75.4%, 是全国平均水平的2.1倍."""
    other = lead[-2] if len(lead) > 1 and "link.joins" in lead[-1].roles else None
    if other is not None and figure.unit == "RO" and (other.areas or "gap.sides" in other.roles):
        found.clues.relative = found.clues.relative or clause.word(other)
        found.subject = [token for token in found.subject if token is not other]
        found.area = None if found.area is other else found.area  # 杭州收入…，是第二名宁波的1.5倍
    time, clues = None if other is None else other.time, found.clues
    if other is None or figure.unit not in PERCENT or clues.verb or clues.noun or clues.says:
        return
    if time is None and clause.words(lead[:1]) in word_list("zh", "copula.multiples"):
        clues.says.add(Says.OF_OTHER)  # 中位数…，是平均数的86.1%
        clues.relative, found.subject = clause.words(lead[1:-1]), []
    elif time is None and clause.word(other).endswith(word_list("zh", "average.ends")):
        clues.says.add(Says.OF_OTHER)  # 人均生产总值达到全国平均水平的85%
        of_place = len(lead) > 2 and lead[-3].end == other.start and bool(lead[-3].areas or lead[-3].roles & HERE)
        clues.relative = clause.words(lead[-3 if of_place else -2 : -1])
        found.subject = [token for token in found.subject if token not in lead[-3 if of_place else -2 :]]
    else:
        _take_then_as_whole(clause, lead, found)
    if time is None:
        return
    clues.base = time
    clues.times = [other for other in clues.times if other is not time]
    clues.says.add(Says.OF_OTHER)


def _take_then_as_whole(clause: Clause, lead: list[Token], found: Sorted) -> None:
    """Notes of what time long gone something has come back to so many percent: 恢复到疫情前的九成."""
    ends = next((n for n, token in enumerate(lead) if "change.ends" in token.roles), None)
    then = "" if ends is None else clause.words(lead[ends + 1 : -1])
    if ends is not None and is_then(then):
        found.clues.says.add(Says.OF_OTHER)
        found.clues.relative = then
        found.subject = [token for token in found.subject if token.start < lead[ends].start]


def _take_whole_done(clause: Clause, lead: list[Token], found: Sorted, figure: Figure) -> None:
    """Notes that a percentage tells how much is done of what there is to do: 完成应收面积的86.2%."""
    if not lead or "link.joins" not in lead[-1].roles or figure.unit not in PERCENT or found.clues.says:
        return
    done = next((n for n, token in enumerate(lead) if clause.word(token) in word_list("zh", "done.of")), None)
    if done is None:
        return
    whole = [token for token in found.subject if token.start > lead[done].start]
    if whole and not found.clues.verb:
        found.clues.says.add(Says.GOAL)
        found.clues.relative = found.clues.goal = clause.words(whole)
        found.subject = [token for token in found.subject if token.start < lead[done].start]


def _take_done(clause: Clause, lead: list[Token], found: Sorted, figure: Figure) -> None:
    """Notes that a percentage tells how much of a work is done: 土方工程完成77%."""
    clues, words = found.clues, clause.words(found.subject)
    if clues.says or clues.verb or clues.noun or clues.side or not words or figure.unit not in PERCENT:
        return
    verb = next((clause.word(token) for token in reversed(lead) if not token.roles & _HEDGES), "")
    if not verb.endswith(word_list("zh", "done.of")):
        return
    if name_series(words, None).base is None and not words.endswith(rates()):
        clues.says.add(Says.GOAL)


_HEDGES = frozenset({"qualifier.ABOUT", "qualifier.NEARLY", "qualifier.GT"})  # 完成 itself is a filler elsewhere


def _take_whole_moved(clause: Clause, found: Sorted) -> None:
    """Notes that a part adds points to a whole that is named before the verb: 把全市工业增速拉高了3.1个百分点.

    A rate is itself what is moved: 推动全省汽车本地配套率提升8个百分点.
    """
    if Says.CONTRIBUTION not in found.clues.says:
        return
    moved = found.clues.relative
    if found.clues.verb and (moved.endswith(rates()) or Says.SHARE_NOUN in found.clues.says):
        found.home = next((token for token in found.relative if token.roles & HERE), found.home)
        found.subject, found.clues.relative = found.relative, ""
        found.clues.says.discard(Says.CONTRIBUTION)
    if moved:
        return
    takes = word_list("zh", "contribution.takes")
    at = next((n for n, token in enumerate(found.subject) if clause.word(token) in takes), None)
    if at is not None:
        found.clues.relative = clause.words(found.subject[at + 1 :])
        found.subject = found.subject[:at]
        found.area = found.home = None
