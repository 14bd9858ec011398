"""What the words right after a Chinese percentage say: 10%的显示面板 is a share, 2.4%的同比涨幅 a growth."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import Clause, run_of_words
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
        run = run_of_words(rest)
        copula = next(word for word in word_list("zh", "share.are") if clause.source.startswith(word, rest[0].start))
        found.clues.says.add(Says.SHARE)
        found.clues.relative = clause.scene.subject.label
        found.clues.counted = clause.words(run).removeprefix(copula)
        found.used = len(run)
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
    elif not clues.verb and (whole := _whole_of_share(clause, found) or place):
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
    """Whether what so many percent of those told before are is said next: 员工260人，其中80%是附近村民."""
    copula = word_list("zh", "share.are")
    return clause.scene.position.in_part and bool(rest) and clause.source.startswith(copula, rest[0].start)


def _whole_of_share(clause: Clause, found: Sorted) -> str:
    """The place before a percentage of something, or that of the share before it: 全国50%的光伏玻璃、20%的光伏组件."""
    if found.area is not None or has_role(found.subject, "area.world"):
        return clause.words([token for token in found.subject if not is_joint(token)])
    if found.home is not None and not any(t.is_words for t in found.subject):
        return clause.word(found.home)
    return clause.shared if not any(t.is_words for t in found.subject) and not found.clues.says else ""
