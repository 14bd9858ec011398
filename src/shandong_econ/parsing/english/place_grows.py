"""Places that grow: what "the city aims to grow by 5 percent" tells of is its economy."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_light, word_set
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.levels import LEVELS

_PLANS = frozenset({"status.target", "status.forecast", "status.ahead", "link.to", "link.by", "link.preposition"})
_OPENS = frozenset({"link.list", "status.forecast"})


def place_grows(lead: Sequence[Token]) -> bool:
    """Whether the words that lead to a percentage say that a place is to grow, and name nothing of it."""
    kept = [token for token in lead if not is_light(token) and token.time is None]
    while kept and "link.by" in kept[-1].roles:
        kept.pop()
    verb = kept.pop().word if kept else ""
    aims = verb in word_set("growth_nouns.words") and has_role(kept[-2:], "status.target")
    if not (aims or verb in word_set("growth_nouns.grows")):
        return False  # "the city aims for growth of", "the city aims to grow by"
    while kept and (_plans(kept[-1]) and not _is_place(kept[-1])):
        kept.pop()
    names = bool(kept) and (_is_place(kept[-1]) or kept[-1].word in word_set("pronoun.speakers"))  # "we aim for growth"
    return names and (len(kept) == 1 or _opens_clause(kept[-2]))


def _opens_clause(token: Token) -> bool:
    opens = bool(token.mark) or not _OPENS.isdisjoint(token.roles)  # "he expects | the city to grow"
    return opens or token.word in word_set("clause.words") | word_set("speech.verbs")


def place_grew(lead: Sequence[Token]) -> bool:
    """Whether the words that lead to a percentage say that a place grew: "Qingdao, the largest economy, expanded"."""
    kept = [token for token in lead if not is_light(token) and token.time is None]
    while kept and "link.by" in kept[-1].roles:
        kept.pop()
    if len(kept) < 2 or kept[-1].word not in word_set("growth_nouns.grew") or not _is_place(kept[0]):
        return False
    return len(kept) == 2 or (kept[1].mark == "," and kept[-2].mark == ",")


def place_posted(lead: Sequence[Token], trail: Sequence[Token]) -> bool:
    """Whether a place had the growth that follows, which is that of nothing else: "Hubei posted | 5 percent growth"."""
    kept = [token for token in lead if not is_light(token) and token.time is None and not token.mark]
    if len(kept) != len(("Hubei", "posted")) or not _is_place(kept[0]):
        return False
    if kept[1].word not in word_set("growth_nouns.posted"):
        return False
    told = [token for token in trail if "link.preposition" not in token.roles or token.word not in word_set("area.at")]
    grows = bool(told) and told[0].word in word_set("growth_nouns.words")
    return grows and all(token.mark or token.time is not None or is_light(token) for token in told[1:2])


def _plans(token: Token) -> bool:
    return not _PLANS.isdisjoint(token.roles) or token.word in word_set("passive.be")


def _is_place(token: Token) -> bool:
    return token.naming is None and (bool(token.areas) or not token.roles.isdisjoint(LEVELS))
