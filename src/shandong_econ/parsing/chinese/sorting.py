"""The words before a figure in Chinese, sorted into clues, subject and other side."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.parsing.chinese.clues import (
    ends_noun,
    has_in_brackets,
    is_joint,
    is_rate_by_itself,
    is_than,
    look_inside,
    names_any,
    names_next,
    takes_change,
    takes_order,
    takes_part,
    tells_contribution,
)
from shandong_econ.parsing.chinese.gaps import takes_gap, takes_gap_at_end
from shandong_econ.parsing.chinese.several_places import SEVERAL
from shandong_econ.parsing.chinese.sorted_words import COUNTS, HERE, Sorted, is_each, is_of_name, only_fills, says_many
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, comparison_of, qualifier_of
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT, RATES


def sort_words(tokens: Sequence[Token], figure: Figure, unit: str | None, *, than: bool = False) -> Sorted:
    """Sorts the words before a figure whose list has this unit; `than` says that a clause before tells what with."""
    sorter = _Sorter(tokens, figure, unit, compared=than)
    for n, token in enumerate(tokens):
        sorter.take(n, token)
    found = sorter.found
    of_size = len(tokens) > 1 and tokens[-2].figure is not None and "qualifier.after" in tokens[-1].roles
    if tokens and not of_size and (qualifier := qualifier_of(tokens[-1])) is not None:
        found.clues.qualifier = qualifier
    return found


@attrs.define
class _Sorter:
    """Takes the words one by one; `than` after 比, `aside` among what the subject is compared with or a part of."""

    tokens: Sequence[Token]
    figure: Figure
    unit: str | None
    found: Sorted = attrs.field(factory=Sorted)
    moved_by: Token | None = None
    compared: bool = False
    than: bool = False
    aside: bool = False
    excluding: bool = False
    in_parenthesis: bool = False
    before_start: tuple[int, int] = (0, 0)

    def take(self, n: int, token: Token) -> None:
        if token.figure is not None:
            if not self.in_parenthesis:
                self.take_number(n, token)
        elif token.time is not None:
            self.take_time(n, token.time)
        elif token.mark == ":":
            self.found.subject.clear()  # 主要预期目标是：地区生产总值增长…
        elif token.mark == "(" and self.defines(n):
            self.found.define()
            self.aside = False
        elif token.mark in ("(", ")"):
            self.in_parenthesis = token.mark == "(" and any(t.mark == ")" for t in self.tokens[n:])
        elif not self.in_parenthesis and not (token.roles and self.take_role(n, token)):
            self.take_words(n, token)

    def defines(self, n: int) -> bool:
        """Whether what was named before piece n defines the rate after it, as in 占总人口比重(常住人口城镇化率)为…."""
        return self.unit in PERCENT and n + 1 < len(self.tokens) and is_rate_by_itself(self.tokens[n + 1])

    def take_number(self, n: int, token: Token) -> None:
        """A number that measures nothing; 500万元以上技改项目 tells the size of what is named after it."""
        figure = token.figure
        if figure is not None and (is_each(figure) or self.is_one_of_them(n, figure)):
            self.found.subject.append(token)  # 一亩收入, 一辆的利润
        elif figure is not None and self.figure.ordinal and figure.unit == "NUM":
            self.aside = True  # 在14个设区市中居第八位
        elif figure is not None and (figure.ordinal or figure.unit == "YEARS"):
            self.found.subject.append(token)
        elif figure is not None and figure.unit is None and not figure.word and self.leads_noun(n):
            self.found.subject.append(token)  # 能效等级为1级和2级的家用电器
        elif figure is not None and (figure.hedge or not figure.is_word):
            self.found.subject.clear()
            self.found.size = token
        elif self.leads_noun(n) and not self.aside and figure is not None and says_many(figure):
            self.found.subject.append(token)  # 九寨沟, 西江千户苗寨

    def is_one_of_them(self, n: int, figure: Figure) -> bool:
        """Whether it is one thing with what it has: 一辆的利润."""
        after = self.tokens[n + 1 : n + 2]
        one = figure.is_word and figure.value == 1 and bool(figure.word) and not figure.ordinal
        return one and bool(after) and "link.joins" in after[0].roles

    def take_time(self, n: int, time: Time) -> None:
        clues = self.found.clues
        starts = Says.FROM in clues.says  # 从年初的860人增加到…
        than = self.than or bool(self.aside and clues.side)  # 高于1—2月1.1个百分点
        if clues.base is None and ((time.is_base_only and not starts) or than):
            clues.base = time
            self.found.others.append(time)
        elif than and n and is_joint(self.tokens[n - 1]):
            self.found.others.append(time)  # 比1—2月、上年全年分别收窄
        else:
            clues.times.append(time)

    def take_role(self, n: int, token: Token) -> bool:
        """Notes what a function word says; True where that uses it up."""
        roles, clues = token.roles, self.found.clues
        if "achievement.goal" in roles and (self.leads_noun(n) or self.is_amount_of_goal(n)):
            self.found.subject.append(token if self.leads_noun(n) else Token(token.start, token.end))
            return True
        if not (self.aside and clues.side and "rate.growth" in roles):  # 高出全市平均增速9.8个百分点
            clues.comparison = comparison_of(token) or clues.comparison
        if "status.forecast" in roles and names_next(self.tokens[n + 1 :]) and not names_any(self.found.subject):
            self.found.subject.clear()  # 业内人士预计全年GDP增长6%
        if self.take_link(n, token):
            return True
        if "change.ends" in roles and Says.FROM in clues.says:
            self.leave_start()
        if self.opens_aside(n, token):
            self.aside = True
            if token.naming is None:
                return True
        elif takes_gap_at_end(self.tokens, n, clues, compared=self.compared or self.than):
            return True
        if "contribution.given" in roles and tells_contribution(token, self.unit):
            self.found.take_given(aside=self.aside)
            return True
        look_inside(token, clues)
        if ("change.quicken" in roles and self.unit in COUNTS) or takes_change(token, clues):
            self.moved_by = self.found.moved_by = token if clues.verb or clues.noun else self.moved_by
            self.excluding = False
            return True
        if "per.day" in roles:
            clues.says.add(Says.PER)
            if "per.output" in roles and self.unit not in (None, "TN") and not self.found.subject:
                self.found.subject.append(Token(token.start, token.end))  # 日产量从3000双提高到…
            return True
        return False

    def take_link(self, n: int, token: Token) -> bool:
        """Notes what a word joins, pairs, leaves out or leads to; True where that uses it up."""
        roles, found = token.roles, self.found
        if "link.joins" in roles and (self.excluding or self.counts_those_moved()):
            self.excluding = False  # 剔除食品和能源后的核心CPI
            return True
        if token.stands_for and SEVERAL in roles:
            found.several = token.stands_for
            return True
        found.respectively |= "link.respectively" in roles
        found.total |= "count.total" in roles
        found.together |= "list.together" in roles
        if "link.excluding" in roles:
            self.excluding = True
            return True
        if "comparison.than" in roles and ends_noun(self.tokens, n):
            found.subject.append(Token(token.start, token.end))
            return True
        if is_than(self.tokens, n):
            self.than = self.aside = True
            return True
        if "link.from" in roles and not (token.naming or token.areas):
            found.clues.says.add(Says.FROM)
            self.before_start = len(found.clues.times), len(found.subject)
            return True
        return False

    def leave_start(self) -> None:
        """Leaves what is told without a number of where a change began: 由上月下降转为增长0.9%, 由半个月缩短到3天."""
        times, words = self.before_start
        del self.found.clues.times[times:], self.found.subject[words or len(self.found.subject) :]
        self.found.clues.says.discard(Says.FROM)
        self.found.clues.verb, self.moved_by = 0, None

    def counts_those_moved(self) -> bool:
        """Takes a rise or fall for what is said of the things counted: 营业收入下降的有320家."""
        if self.moved_by is None or self.unit not in COUNTS:
            return False
        self.found.subject.append(self.moved_by)
        self.found.clues.verb, self.found.clues.comparison = 0, None
        self.moved_by = None
        return True

    def leads_noun(self, n: int) -> bool:
        """Whether the words right after piece n go on with it, as in 预算内资金, which tells of no goal."""
        following = self.tokens[n + 1] if n + 1 < len(self.tokens) else None
        return following is not None and following.is_words and following.start == self.tokens[n].end

    def is_amount_of_goal(self, n: int) -> bool:
        """Whether the goal itself is what an amount is of: 年度投资计划1015亿元."""
        return self.unit is not None and self.unit not in RATES and n == len(self.tokens) - 1

    def opens_aside(self, n: int, token: Token) -> bool:
        """Whether what a figure is a part of, a rank in or a gap to follows this word."""
        if "contribution.toward" in token.roles and any(tells_contribution(t, self.unit) for t in self.tokens[n:]):
            return True
        clues = self.found.clues
        return (
            takes_part(token, self.unit, clues)
            or takes_gap(self.tokens, token, self.unit, clues)
            or takes_order(token, self.figure, clues)
        )

    def take_words(self, n: int, token: Token) -> None:
        """Words of the subject or of the other side, and the place that they are about."""
        found, aside = self.found, self.aside
        ends = n == len(self.tokens) - 1
        if token.is_words and not aside and self.moved_by is not None and "change.moves" not in self.moved_by.roles:
            found.clues.verb, self.moved_by = 0, None  # 加快构建6个: the figure is not what was moved
        elif token.is_words and not aside and self.moved_by is not None:
            found.clues.moved_thing = "moved"
        if self.excluding and token.is_words:
            return
        if "count.new" in token.roles and ends and found.clues.comparison is not None:
            found.clues.verb = 1  # 比年初新增
            return
        ranked_in = ends and (self.figure.ordinal or (self.figure.is_word and self.unit is None))
        goes_on = found.area is None or not any(map(only_fills, self.tokens[n - 1 : n]))
        if token.areas and not aside and found.area and n and "link.joins" in self.tokens[n - 1].roles and not ends:
            found.subject.clear()  # 义乌所在的金华
        if token.areas and has_in_brackets(self.tokens, n) and found.subject and not found.subject[-1].areas:
            found.area = token
            return
        of_size = found.size is not None and not ends  # 亿元以上长三角项目
        heads = goes_on and not (of_size or any(t.is_words for t in found.subject))
        if token.areas and not aside and not ranked_in and heads:
            found.area = token  # not the 昭通 of 洒渔镇是昭通苹果的产区
        in_name = "area.districts" in token.roles and any(t.is_words for t in found.subject)
        if not (token.roles.isdisjoint(HERE) or aside or in_name):
            found.home = found.home or token
        then = "name.scope" in token.roles and bool(found.relative) and found.relative[-1].end == token.start
        if is_of_name(token) or (aside and then):  # 比改造前下降
            (found.relative if aside else found.subject).append(token)
        if aside and is_of_name(token) and not is_joint(token):
            last = found.others[-1] if found.others else None
            if isinstance(last, list) and not is_joint(self.tokens[n - 1]):
                last.append(token)
            else:
                found.others.append([token])
