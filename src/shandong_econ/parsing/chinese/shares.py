"""What the words right after a Chinese percentage say: 10%的显示面板 is a share, 2.4%的同比涨幅 a growth."""

from __future__ import annotations

from itertools import takewhile

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.chinese.clause import Clause, is_quote, run_of_words
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.sorted_words import HERE, Sorted
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.openings import first_at
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def look_after(clause: Clause, found: Sorted, following: int, figure: Figure) -> None:
    """Notes what follows a percentage: a thing that is so much of a place's, a growth, what becomes of a share."""
    rest = clause.following(following)
    says_nothing = not (found.clues.verb or found.clues.noun or found.clues.says)
    begins = word_list("zh", "share.goes")
    goes = first_at(clause.source, begins, rest[0].start) if rest else ""
    if figure.unit in PERCENT and says_nothing and not found.subject and _is_of_those(clause, rest):
        of = [token for token in rest[:1] if "link.joins" in token.roles]
        _take_part(clause, found, _whole_of_parts(clause, figure), rest[len(of) :], len(of))
        return
    if figure.unit in PERCENT and says_nothing and goes and (whole := _taken_from(clause, found)):
        _take_part(clause, found, whole, rest)
        return
    if figure.unit in PERCENT and says_nothing and goes:
        found.clues.says.add(Says.SHARE)  # 收入的56%来自茶叶
        found.clues.spent_on = clause.words(run_of_words(rest)).removeprefix(goes)
        return
    if figure.unit not in PERCENT or not rest or "link.joins" not in rest[0].roles:
        return
    clues, place = found.clues, _whole_before(clause, following - 1)
    if grows := _growth_in(rest[1:], of_place=bool(place)):
        clues.noun = grows
        clues.counted = clause.words(run_of_words(rest[1:]))
    elif not clues.verb and ((whole := _whole_of_share(clause, found) or place) or _are_some(clause, found, rest)):
        run = run_of_words(rest[1:])
        run = run[: next((n for n, token in enumerate(run) if is_joint(token)), len(run))]
        if not rest[1:] or not rest[1].roles & GROWS:
            clues.says.discard(Says.CONTRIBUTION_RATE)  # 贡献了全省62%的税收, but 65%的增长
        clues.says.add(Says.SHARE)
        clues.relative = clause.shared = whole
        clues.counted = clause.words(run)
        found.area = None
        found.subject = []
        found.used = 1 + len(run)


def _are_some(clause: Clause, found: Sorted, rest: list[Token]) -> bool:
    """Whether a clause begins with how many of the things told next are or do something: 超过80%的农户参加合作社."""
    clues, noun = found.clues, clause.words(run_of_words(rest[1:]))
    alone = not (clause.done or found.subject or clues.says or clues.noun or clues.side)
    of_rate = noun.startswith(word_list("zh", "share.rates")) or has_role(rest[1:4], "achievement.goal")
    return alone and bool(noun) and not of_rate


def _growth_in(rest: list[Token], *, of_place: bool) -> int:
    """The sign of the growth that words after a percentage tell: 2.4%的同比涨幅, 6.5%的增长 but not 全省65%的增长."""
    if has_role(rest, "rate.decline"):
        return -1
    if has_role(rest, "rate.growth"):
        return 1
    if not rest or of_place:
        return 0
    return int("change.up" in rest[0].roles) - int("change.down" in rest[0].roles)


GROWS = frozenset({"change.up", "change.down"})


def _whole_before(clause: Clause, i: int) -> str:
    """The place right before a percentage of what is there: 木耳产业覆盖全县65%的农户."""
    before = clause.before(i)
    here = before is not None and before.end == clause.tokens[i].start and (before.areas or before.roles & HERE)
    return clause.word(before) if here and before is not None else ""


def _is_of_those(clause: Clause, rest: list[Token]) -> bool:
    """Whether it is said next what so many percent of those told before are or do: 员工260人，其中80%是附近村民."""
    if not clause.scene.position.in_part or not rest:
        return False
    if "link.joins" in rest[0].roles:  # 渔民退捕上岸，其中98%的渔民…
        things = clause.words(rest[1:2])[:LENGTH_OF_NOUN]
        return len(things) == LENGTH_OF_NOUN and things in clause.scene.subject.label
    return clause.source.startswith(word_list("zh", "share.are") + word_list("zh", "share.goes"), rest[0].start)


LENGTH_OF_NOUN = 2  # characters


def _whole_of_parts(clause: Clause, figure: Figure) -> str:
    """What so many percent are a part of: what was told last, or that of the part before it: 其中60%用于…，40%…."""
    last, begins = clause.scene.last, word_list("zh", "link.of_which")
    starts = max(clause.source.rfind(word, 0, figure.start) for word in begins)
    beside = last is not None and last.measure is Measure.SHARE and last.figure.start > starts
    return (beside and last is not None and last.relative_to) or clause.scene.subject.label


def go_on_with_whole(clause: Clause, lead: list[Token], found: Sorted, figure: Figure) -> None:
    """Notes that a percentage goes on with a share of another place: 占全省的12.5%、全国的1.2%."""
    last = clause.done[-1] if clause.done else None
    if last is None or last.measure is not Measure.SHARE or not last.relative_to or figure.unit not in PERCENT:
        return
    if len(lead) != len(("、", "全国", "的")) or not is_joint(lead[0]) or "link.joins" not in lead[2].roles:
        return
    if lead[1].areas or lead[1].roles & HERE:
        found.clues.says.add(Says.SHARE)
        found.clues.relative = clause.word(lead[1])
        found.subject, found.area, found.home = [], None, None


def _take_part(clause: Clause, found: Sorted, whole: str, rest: list[Token], before: int = 0) -> None:
    """Notes that so much of a whole is or does what words tell, so many pieces after the figure: 实现再就业."""
    run = list(takewhile(lambda t: t.figure is None and t.time is None and (not t.mark or is_quote(t)), rest))
    words = clause.words(run)
    found.clues.says.add(Says.SHARE)
    found.clues.relative = whole
    found.clues.counted = words.removeprefix(first_at(words, word_list("zh", "share.are")))
    found.subject, found.used = [], before + len(run)


def _taken_from(clause: Clause, found: Sorted) -> str:
    """Of what a part is said to be taken before it is told for what: 拿出收入的5%投入研发, 从利润中拿出10%用于…."""
    words = clause.words(found.subject)
    verb = next((word for word in word_list("zh", "share.taken") if word in words), "")
    before, _, after = words.partition(verb) if verb else ("", "", "")
    (of,) = word_list("zh", "share.out_of")
    return after.removesuffix("的") or before.rpartition(of)[2].rstrip("".join(word_list("zh", "strip.inside")))


def _whole_of_share(clause: Clause, found: Sorted) -> str:
    """The place before a percentage of something, or that of the share before it: 全国50%的光伏玻璃、20%的光伏组件."""
    if found.area is not None or has_role(found.subject, "area.world"):
        return clause.words([token for token in found.subject if not is_joint(token)])
    if found.home is not None and not any(t.is_words for t in found.subject):
        return clause.word(found.home)
    return clause.shared if not any(t.is_words for t in found.subject) and not found.clues.says else ""
