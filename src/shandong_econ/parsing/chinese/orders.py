"""Which numbers of a Chinese clause tell a rank, how long something went on, or those that are ranked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure, Period, Qualifier
from shandong_econ.parsing.chinese.clause import Clause, outside_brackets, run_of_words
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.nouns import inside
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.lengths import QUARTER, YEAR
from shandong_econ.parsing.resolving.unit_classes import SPANS

LOOK_BACK = 3  # pieces

NEAR_COUNT = 4  # characters from those among whom some are counted to their number: ，其中有
NEAR_SAID = 16  # characters from them to what is said of those counted
NEAR_RANK = 8  # pieces from a number of those ranked to the rank


def is_streak(clause: Clause, i: int, figure: Figure) -> bool:
    """Whether it tells how long something has gone on: 连续第5个月, 连续第三年."""
    before = clause.before(i)
    span = figure.unit in SPANS or figure.word in word_list("zh", "streak.spans")
    return span and before is not None and "streak.word" in before.roles


def is_streak_in_short(figure: Figure) -> bool:
    """Whether it tells in one word with its number how many years something has gone on: 19连涨."""
    return figure.word in word_list("zh", "streak.word")


def count_streak(figure: Figure, period: Period | None) -> None:
    """Counts a streak told in short by the time that is spoken of: 5连涨 of a month in months, a harvest in years."""
    months = None if period is None else period.months
    if months is None or not is_streak_in_short(figure) or figure.word in word_list("zh", "streak.of_years"):
        return
    if months % QUARTER:
        figure.unit = "MONTHS"
    elif months % YEAR:
        figure.unit = None  # of quarters


def is_field(clause: Clause, i: int) -> bool:
    """Whether it counts those among which something is ranked: 在14个设区市中居第八位."""
    figure = clause.tokens[i].figure
    if figure is None or figure.unit != "NUM" or figure.power:
        return False
    rest = clause.tokens[i + 1 : i + 1 + NEAR_RANK]
    rank = next((n for n, token in enumerate(rest) if token.figure is not None), 0)
    if not rank or not rest[rank].figure.ordinal or any(map(is_joint, rest[:rank])):  # type: ignore[union-attr]  # it has one
        return False
    near = clause.tokens[max(0, i - LOOK_BACK) : i] + rest[:rank]
    return has_role(near, "rank.verb")


def is_field_of_first(clause: Clause, i: int) -> bool:
    """Whether it counts those among which something is first: 居三类企业之首."""
    figure = clause.tokens[i].figure
    if figure is None or figure.unit != "NUM" or figure.power:
        return False
    return clause.words(run_of_words(clause.following(i + 1))).endswith(word_list("zh", "scope.first"))


def is_size_of_classes(clause: Clause, i: int) -> bool:
    """Whether it only counts the classes of which some are told next by name: 在38个行业大类中，汽车制造业下降2.7%."""
    run = run_of_words(clause.following(i + 1))
    words = clause.words(run)
    if not run or run[-1] is not clause.tokens[-1] or not words.endswith(tuple(inside())):
        return False
    start = run[-1].end + 1
    told = clause.source[start : start + NEAR_COUNT]
    said = clause.source[start : start + NEAR_SAID]
    counted = (said.partition(word)[2][:1] for word in word_list("zh", "counted.those"))  # 价格同比下降的有21个
    classes = words.rstrip(inside()) in word_list("zh", "industries.words")
    return classes and not any(character.isnumeric() for character in (*told, *counted))


def is_rank(clause: Clause, i: int) -> bool:
    """Whether it tells the place of something among others: 居全国第5位."""
    tokens = clause.tokens
    near = outside_brackets(tokens[:i])[-LOOK_BACK:]
    figure = tokens[i].figure
    if figure is None or not figure.ordinal:
        return bool(near) and "rank.verb" in near[-1].roles and near[-1].end == tokens[i].start
    if figure.unit is not None and figure.word not in _rank_words():
        return False  # the third meeting, the first batch
    following = clause.after(i)
    if (
        following is not None
        and figure.unit is None
        and following.is_words
        and not clause.word(following).startswith(_rank_words())
    ):
        return False  # the fourteenth congress
    if clause.done and clause.done[-1].measure is Measure.RANK:
        return True  # 居全国第13位、中部第2位
    if has_role(near, "link.from") and _leads_to_rank(tokens, i):
        return True  # 位次由上年的第8位升至第5位
    sized = following is not None and clause.word(following).startswith(word_list("zh", "rank.sized"))
    if sized and near and clause.words(near[-1:]) in word_list("zh", "copula.words"):
        return True  # 东盟为第一大贸易伙伴
    ends = following is None and has_role(tokens[max(0, i - NEAR_RANK) : i], "rank.verb")
    return ends or any(t.areas or t.roles & _RANKED_BY for t in near)


def take_top(clause: Clause, i: int) -> bool:
    """Takes the number of a scope for a rank, if it ends what tells of one: 位居全国前三, but not 前50强企业."""
    figure, before, after = clause.tokens[i].figure, clause.before(i), clause.after(i)
    if figure is None or before is None or "name.scope" not in before.roles or before.end < clause.tokens[i].start:
        return False
    tells = has_role(clause.tokens[max(0, i - 1 - LOOK_BACK) : i], "rank.verb")
    ends = after is None or bool(after.mark) or is_joint(after)
    if not (tells and ends) or figure.power or figure.word not in ("", *word_list("zh", "rank.top")):
        return False
    figure.ordinal, figure.unit, figure.hedge = True, None, Qualifier.LE.value
    return True


def _leads_to_rank(tokens: Sequence[Token], i: int) -> bool:
    if has_role(tokens[:i], "rank.verb"):
        return True
    later = (token.figure for token in tokens[i + 1 : i + 1 + NEAR_RANK])
    return any(figure is not None and figure.ordinal for figure in later)


_RANKED_BY = frozenset({"rank.verb", "gap.sides", "area.home", "area.world"})


@cache
def _rank_words() -> tuple[str, ...]:
    return word_list("zh", "rank.after")
