"""Whether a number only says how many the things listed or told before are, of which a figure is told together."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import REACH, Clause, items_of
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, has_role


def gathers_list(clause: Clause, i: int) -> bool:
    """Whether it only says how many the things just listed are: 医药、电子、汽车三个行业, …等7个行业."""
    figure, before = clause.tokens[i].figure, clause.before(i)
    if figure is None or figure.unit != "NUM" or figure.power or before is None or not before.is_words:
        return False
    if before.end != clause.tokens[i].start:
        return False
    if clause.word(before).endswith(word_list("zh", "list.ends")):
        listed = any(map(is_joint, clause.tokens[max(0, i - REACH) : i]))
        paired = has_role(clause.following(i + 1), "link.respectively")
        # 柳州、桂林等6市: more than are named, so it counts them
        return listed and (paired or figure.value <= len(items_of(_words_before(clause, i))))
    if not 1 < figure.value <= REACH:
        return False
    words = _words_before(clause, i)
    if words[0].areas and not words[-1].areas:
        return False  # 九原区、昆都仑区各新建养老服务中心2处
    return len(items_of(words, int(figure.value))) == figure.value


def _words_before(clause: Clause, i: int) -> list[Token]:
    """The list that ends right before piece i."""
    start = i
    while start and ((token := clause.tokens[start - 1]).is_words or token.areas or is_joint(token)):
        start -= 1
    return clause.tokens[start:i]


def gathers_above(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether it says how many the things told before are that add to a total together: 上述三项合计影响CPI下降…."""
    before, after = clause.before(i), clause.after(i)
    points = before is not None and clause.word(before) in word_list("zh", "list.above")
    return points and figure.unit == "NUM" and after is not None and "list.together" in after.roles


def gathers_told(clause: Clause, i: int) -> bool:
    """Whether it says how many the things told before are, of each or all of which more is told: 三个门类依次增长…."""
    rest = clause.tokens[i + 1 : i + 3]
    if len(rest) < len(("a noun", "respectively")):
        return False
    if rest[1].roles.isdisjoint(_OF_EACH) and not clause.words(rest[1:]).startswith(word_list("zh", "list.each")):
        return False
    return clause.words(rest[:1]) in word_list("zh", "list.collectives")


_OF_EACH = frozenset({"link.respectively", "list.together"})
