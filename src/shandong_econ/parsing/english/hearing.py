"""What the words before a figure say of it by their roles: its sign and kind, its hedge, its time and comparison."""

from __future__ import annotations

from shandong_econ.model import Qualifier
from shandong_econ.parsing.english.word_kinds import is_change, is_minor, is_verb, sign_of, word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.levels import LEVELS

_SAYS = {
    "share.verb": Says.SHARE,
    "share.noun": Says.SHARE_NOUN,
    "contribution.verb": Says.CONTRIBUTION,
    "contribution.rate": Says.CONTRIBUTION_RATE,
    "achievement.goal": Says.GOAL,
    "change.narrow": Says.NARROW,
    "change.widen": Says.WIDEN,
    "level.verb": Says.LEVEL_VERB,
    "streak.word": Says.STREAK,
    "rank.verb": Says.RANK,
}
_DENIED = {Qualifier.GT: Qualifier.LE, Qualifier.LT: Qualifier.GE}
_TAKEN = frozenset({"achievement.goal", "contribution.rate", "share.noun", "change.fall_noun", "link.list"})


def take(clues: Clues, token: Token) -> bool:
    """Takes a word between the noun phrase and the figure into the clues; False for a word of the noun phrase."""
    if token.time is not None:
        clues.times.insert(0, token.time)
        return True
    if token.mark or not token.roles or token.naming is not None or token.areas or not LEVELS.isdisjoint(token.roles):
        return False  # "exports from | the city" reached
    qualifier = qualifier_of(token)
    if qualifier is not None and (clues.qualifier is None or not is_verb(token)) and not clues.verb:
        clues.qualifier = clues.qualifier or qualifier
        return True
    if token.word in word_set("negation.words") and clues.qualifier in _DENIED:
        clues.qualifier = _DENIED[clues.qualifier]  # "must not exceed", "should not be lower than"
        return True
    comparison = comparison_of(token)
    if comparison is not None:
        clues.comparison = clues.comparison or comparison
    elif not (is_verb(token) or is_minor(token)) and _TAKEN.isdisjoint(token.roles):
        return False
    if token.word == "and" and not clues.verb and Says.LEVEL_VERB in clues.says:
        return False
    hear(clues, token, compares=comparison is not None and "change.with_base" not in token.roles)
    return True


def hear(clues: Clues, token: Token, *, compares: bool) -> None:
    """What a word before a figure says of its sign and kind."""
    roles, word = token.roles, token.word
    if is_change(token) and not clues.verb and not compares:
        clues.verb = 1 if "change.up" in roles else -1
        if "change.fall_noun" in roles and Says.NARROW in clues.says:
            clues.noun = -1
        elif not word_set("growth_nouns.words").isdisjoint(word.split()):
            clues.noun = clues.noun or 1
    elif "change.fall_noun" in roles:
        clues.noun = -1
    take_growth_of(clues, token)
    if not clues.verb and not clues.says and ("link.to" in roles or word in word_set("brought.that_to")):
        clues.is_to = True
    if word == "from" and not clues.verb:
        clues.says.add(Says.FROM)
        clues.is_to = True
    if "comparison.other_period" in roles and word != "from":
        clues.other_period = True
    if not (clues.verb and "share.verb" in roles and word not in word_set("share.noun")):
        add_says(clues, token)  # "representing an increase of 4.7 percent" tells no share
    clues.averages = clues.averages or word in word_set("averaging.verbs")
    if is_verb(token) and (word in word_set("told.verbs") or word in word_set("index.verbs")):
        clues.says.add(Says.STATES)
    clues.adds = clues.adds or word in word_set("takes.adds")
    if "contribution.negative" in roles:
        clues.verb, clues.subtracts = -1, "contribution.noun" not in roles


def add_says(clues: Clues, token: Token) -> None:
    """Adds what the roles of a word say of the figure."""
    for role in token.roles & _SAYS.keys():
        clues.says.add(_SAYS[role])


def take_growth_of(clues: Clues, token: Token) -> None:
    """Takes a "the growth of" that goes back to what was told for that of it."""
    if "link.that_of" in token.roles and not word_set("growth_nouns.words").isdisjoint(token.word.split()):
        clues.noun = clues.noun or 1


def look_at(clues: Clues, token: Token) -> None:
    """Takes from a word of the noun phrase what it says of time and comparison."""
    if token.time is not None:
        clues.times.append(token.time)
    clues.comparison = clues.comparison or comparison_of(token)
    take_growth_of(clues, token)
    if "change.with_base" in token.roles:  # "the year-on-year growth | of exports was"
        clues.noun = clues.noun or sign_of(token)
    if "share.noun" in token.roles and "share.verb" in token.roles:  # "the proportion of private investment was"
        clues.says.add(Says.SHARE_NOUN)
