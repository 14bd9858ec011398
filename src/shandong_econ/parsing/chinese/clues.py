"""What a Chinese function word says of the figure after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def is_joint(token: Token) -> bool:
    """Whether the piece joins the parts of a list."""
    return token.mark == "、" or "link.list" in token.roles


def is_than(tokens: Sequence[Token], n: int) -> bool:
    """Whether piece n leads to what something is compared with: not the 与 of 一般贸易(120亿元)与边民互市(26亿元)."""
    lists = n > 0 and tokens[n - 1].mark == ")" and is_joint(tokens[n])
    return "comparison.than" in tokens[n].roles and not lists and not ends_noun(tokens, n)


def ends_noun(tokens: Sequence[Token], n: int) -> bool:
    """Whether piece n is a 比 that ends the name of a ratio: 桥隧比达89%."""
    if n == 0 or not tokens[n - 1].is_words or tokens[n - 1].end != tokens[n].start:
        return False
    return n + 1 == len(tokens) or not tokens[n + 1].roles.isdisjoint(_LEADS_TO_RATIO)


_LEADS_TO_RATIO = frozenset({"achievement.done", "change.to", "link.filler", "change.up", "change.down"})


def look_inside(token: Token, clues: Clues) -> None:
    """Notes what the name of a series itself says: 高新技术产业产值占比, 居民消费价格涨幅."""
    if token.naming is None:
        return
    if "share.of.inside" in token.roles or "rate.share.inside" in token.roles:
        clues.says.add(Says.SHARE_NOUN)
    if "contribution.noun.inside" in token.roles:
        clues.says.add(Says.CONTRIBUTION)
    if is_rate_by_itself(token):
        return
    if "rate.growth.inside" in token.roles:
        clues.noun = 1
    elif "rate.decline.inside" in token.roles:
        clues.noun = -1


def is_rate_by_itself(token: Token) -> bool:
    """Whether a name such as 人口自然增长率 is of a rate whose level is told, not of a growth."""
    code = token.naming.indicator if token.naming is not None else None
    return code is not None and kinds()[code].unit in PERCENT


_PARTS = {
    "contribution.rate": Says.CONTRIBUTION_RATE,
    "rate.share": Says.SHARE_NOUN,
    "achievement.goal": Says.GOAL,
    "achievement.rate": Says.GOAL,
    "contribution.noun": Says.CONTRIBUTION,
}


def takes_part(token: Token, unit: str | None, clues: Clues) -> bool:
    """Notes what a word says of a part and a whole; True where the whole follows it."""
    roles = token.roles
    if "share.of" in roles:
        clues.says.add(Says.SHARE)
        return True
    for role, says in _PARTS.items():
        if role in roles:
            clues.says.add(says)
            return False
    if unit == "PPT" and "contribution.points" in roles:
        clues.says.add(Says.CONTRIBUTION)
        clues.side = -1 if "contribution.down" in roles else clues.side
        return True
    return False


def tells_contribution(token: Token, unit: str | None) -> bool:
    """Whether it is the 贡献率 or, with a percentage, the 贡献 of a part to a whole's growth."""
    return "contribution.rate" in token.roles or (unit in PERCENT and "contribution.given" in token.roles)


def takes_order(token: Token, figure: Figure, clues: Clues) -> bool:
    """Notes what a word says of a rank or a streak; True where the order follows it."""
    roles = token.roles
    if "rank.verb" in roles and (figure.ordinal or (figure.is_word and figure.unit is None)):
        clues.says.add(Says.RANK)
        return True
    if "streak.word" in roles:
        clues.says.add(Says.STREAK)
        return True
    return False


def side_of(token: Token, end: str = "") -> int:
    """The sign of the gap that a word such as 高于 tells of, 0 for other words."""
    if f"gap.above{end}" in token.roles:
        return 1
    return -1 if f"gap.below{end}" in token.roles else 0


def takes_change(token: Token, clues: Clues) -> bool:
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


@lru_cache(maxsize=4096)
def goes_back(words: str) -> bool:
    """Whether a phrase stands for the series named before, 总量, 其累计增速, 增速上看, or for none, as 但 does."""
    if "、" in words:
        return all(part and goes_back(part) for part in words.split("、"))  # 增量、增速分列全国第三和第四
    same = word_list("zh", "anaphora.same")
    rest = words
    while rest and rest not in same:
        shorter = rest.removesuffix(_longest(word for word in word_list("zh", "anaphora.after") if rest.endswith(word)))
        if shorter == rest:
            head = _longest(word for word in word_list("zh", "anaphora.before") if rest.startswith(word))
            shorter = rest.removeprefix(head)
        if shorter == rest:
            return False
        rest = shorter
    return True


def _longest(words: Iterable[str]) -> str:
    return max(words, key=len, default="")


def names_any(tokens: Sequence[Token]) -> bool:
    """Whether a series or a place is named."""
    return any(token.naming is not None or token.areas for token in tokens)


def names_next(tokens: Sequence[Token]) -> bool:
    """Whether a series is named next, but for when and where: 预计全省全年GDP, not 预计占GDP or 预计高于投资."""
    led = (t for t in tokens if not (t.time is not None or t.areas or not _LEADS.isdisjoint(t.roles)))
    following = next(led, None)
    return following is not None and following.naming is not None


_LEADS = frozenset({"area.home", "link.filler"})


def has_in_brackets(tokens: Sequence[Token], n: int) -> bool:
    """Whether the figure to which the words lead stands in brackets right after piece n: 仅次于广东(22.4%)."""
    return n == len(tokens) - 2 and tokens[-1].mark == "("
