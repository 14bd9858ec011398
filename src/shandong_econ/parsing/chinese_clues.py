"""The words before a figure in Chinese, sorted into clues."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Qualifier
from shandong_econ.parsing.clues import Clues, Says
from shandong_econ.parsing.figures import Figure
from shandong_econ.parsing.tokens import Token

_COMPARISONS = tuple(c for c in Comparison if c is not Comparison.SINCE)


def is_joint(token: Token) -> bool:
    """Whether the piece joins the parts of a list."""
    return token.mark == "、" or "link.list" in token.roles


def qualifier_of(token: Token) -> Qualifier | None:
    """The qualifier that a word such as 超过 is."""
    if not token.roles:
        return None
    return next((code for code in Qualifier if f"qualifier.{code.value}" in token.roles), None)


def comparison_of(token: Token) -> Comparison | None:
    """The comparison that a word such as 同比 makes."""
    if not token.roles:
        return None
    return next((c for c in _COMPARISONS if f"comparison.{c.value}" in token.roles), None)


class Sorted:
    """The clues of the words before a figure, with the pieces of the subject and of what it is compared with."""

    __slots__ = ("area", "clues", "home", "of_which", "relative", "subject")

    def __init__(self) -> None:
        """Starts with nothing."""
        self.clues = Clues()
        self.subject: list[Token] = []
        self.relative: list[Token] = []
        self.area: Token | None = None
        self.home = False
        self.of_which = False


def sort_words(tokens: Sequence[Token], figure: Figure, unit: str | None) -> Sorted:
    """Sorts the words before a figure whose list has this unit."""
    found = Sorted()
    clues = found.clues
    moved_by: Token | None = None
    than = aside = False  # after 比; among what the subject is compared with or a part of
    for n, token in enumerate(tokens):
        roles = token.roles
        if token.figure is not None:
            found.subject.clear()  # 500万元以上技改项目: the size of what is named after it
            continue
        if token.time is not None:
            if clues.base is None and (token.time.is_base_only or than):
                clues.base = token.time
            else:
                clues.times.append(token.time)
            continue
        if roles:
            comparison = comparison_of(token)
            if comparison is not None:
                clues.comparison = comparison
            if "link.of_which" in roles:
                found.of_which = True
            if "comparison.than" in roles:
                than = aside = True
                continue
            if "link.from" in roles and not (token.naming or token.areas):
                clues.says.add(Says.FROM)
                continue
            if "contribution.toward" in roles and any("contribution.rate" in t.roles for t in tokens[n:]):
                aside = True
                continue
            if _takes_aside(token, unit, figure, clues):
                aside = True
                if token.naming is None:
                    continue
            if (
                unit == "PPT"
                and than
                and n == len(tokens) - 1
                and clues.base is None
                and (side := _side(token, "_than"))
            ):
                clues.side = side
                continue
            _looks_inside(token, clues)
            if _takes_change(token, clues):
                moved_by = token
                continue
            if "per.day" in roles:
                clues.says.add(Says.PER)
                continue
        if token.is_words and moved_by is not None and "change.moves" not in moved_by.roles and not aside:
            clues.verb, moved_by = 0, None  # 加快构建6个: the figure is not what was moved
        if (
            token.areas
            and not aside
            and not any(t.is_words for t in found.subject)
            and not (n == len(tokens) - 1 and (figure.ordinal or (figure.is_word and unit is None)))
        ):
            found.area = token
        if "area.home" in roles and not aside:
            found.home = True
        if (
            token.is_words
            or token.areas
            or is_joint(token)
            or token.mark in ("“", "”")
            and token.mark
            or not _ASIDES.isdisjoint(roles)
        ):
            (found.relative if aside else found.subject).append(token)
    if tokens and (qualifier := qualifier_of(tokens[-1])) is not None:
        clues.qualifier = qualifier
    return found


def _looks_inside(token: Token, clues: Clues) -> None:
    """Notes what the name of a series itself says: 高新技术产业产值占比, 居民消费价格涨幅."""
    if token.naming is None:
        return
    if "share.of.inside" in token.roles or "rate.share.inside" in token.roles:
        clues.says.add(Says.SHARE_NOUN)
    if "rate.growth.inside" in token.roles:
        clues.noun = 1
    elif "rate.decline.inside" in token.roles:
        clues.noun = -1


_ASIDES = frozenset({"gap.sides", "area.home", "achievement.goal", "contribution.noun"})


def _takes_aside(token: Token, unit: str | None, figure: Figure, clues: Clues) -> bool:
    """Notes what a word says of a part, a whole, an order or a gap; True where the other side follows it."""
    roles = token.roles
    if "share.of" in roles:
        clues.says.add(Says.SHARE)
        return True
    if "contribution.rate" in roles:
        clues.says.add(Says.CONTRIBUTION_RATE)
        return False
    if "rate.share" in roles:
        clues.says.add(Says.SHARE_NOUN)
        return False
    if "achievement.goal" in roles:
        clues.says.add(Says.GOAL)
        return False
    if "contribution.noun" in roles:
        clues.says.add(Says.CONTRIBUTION)
        return False
    if unit == "PPT" and "contribution.points" in roles:
        clues.says.add(Says.CONTRIBUTION)
        return True
    if (unit == "PPT" or Says.GOAL in clues.says) and (side := _side(token)):
        clues.side = side
        return True
    if unit == "PT" and "gap.above" in roles and token.end - token.start == 1:
        clues.side = 0
    if "rank.verb" in roles and (figure.ordinal or (figure.is_word and unit is None)):
        clues.says.add(Says.RANK)
        return True
    if "streak.word" in roles:
        clues.says.add(Says.STREAK)
        return True
    return False


def _side(token: Token, end: str = "") -> int:
    if f"gap.above{end}" in token.roles:
        return 1
    return -1 if f"gap.below{end}" in token.roles else 0


def _takes_change(token: Token, clues: Clues) -> bool:
    """Notes what a word says of a rise or fall; True where the word is used up by that."""
    roles = token.roles
    if "rate.growth" in roles or "rate.decline" in roles:
        clues.noun = 1 if "rate.growth" in roles else -1
        clues.verb = 0
        return True
    if "change.narrow" in roles:
        clues.verb = -1
        clues.says.add(Says.NARROW)
        return True
    if "change.up" in roles or "change.down" in roles:
        clues.verb = 1 if "change.up" in roles else -1
        clues.is_to = "change.ends" in roles
        if "change.widen" in roles:
            clues.says.add(Says.WIDEN)
        return True
    if "change.to" in roles and clues.verb:
        clues.is_to = True
    return False


@cache
def same() -> frozenset[str]:
    """The nouns that stand for the series named before."""
    return frozenset(word_list("zh", "anaphora.same"))
