"""What a word after a figure says of the whole that it is a part of, and of where a part comes from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shandong_econ.parsing.english.behind import is_of_other
from shandong_econ.parsing.english.of_before import take_of_before
from shandong_econ.parsing.english.parts import part_named
from shandong_econ.parsing.english.percent_of import grows, means_of, rise_alone, take_of
from shandong_econ.parsing.english.unlisted_verbs import acts
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.walk import Walk
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.english.words import Words, is_adjective
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import MONEY, PERCENT


def take_source(walk: Walk, n: int) -> bool:
    """Takes what stands behind "was due to" or "came from" for the part of which a share is; False for another word."""
    clues, token = walk.clues, walk.trail[n]
    if "contribution.source" in token.roles and not (clues.verb or any(map(is_change, walk.trail[:1]))):
        said = Says.CONTRIBUTION_RATE
    elif "link.source" in token.roles or _leads_to_source(clues, token):
        said = Says.CONTRIBUTION if Says.CONTRIBUTION in clues.says else Says.SHARE
    else:
        return False
    counted = clues.heads and name_series_english(clues.relative, walk.words.scene.base).base is None
    if counted and said is Says.SHARE:
        return True  # "60 percent of the orders | came from Europe"
    clues.words = clues.words or walk.words.until_break(walk.rest(n))
    clues.says.add(said)
    return True


def _leads_to_source(clues: Clues, token: Token) -> bool:
    """Whether a "from" leads to what contributes, and not to what points are subtracted from."""
    return token.word == "from" and Says.CONTRIBUTION in clues.says and not clues.subtracts


def take_whole(walk: Walk, n: int) -> bool:
    """Takes what stands behind "of", "in" or "to" for the whole of a part, or for what moved; False for others."""
    if any("link.list" in a.roles and b.word in word_set("passive.be") for a, b in pairwise(walk.trail[:n])):
        return False  # "grew by 4% in May and was the largest contributor | to the rise in GDP"
    return _take_of_them(walk, n) or _take_of(walk, n) or _take_within(walk, n)


def _take_of_them(walk: Walk, n: int) -> bool:
    if n or walk.unit not in PERCENT or walk.trail[n].word not in word_set("back.of_many"):
        return False
    if is_of_other(walk.clues, walk.trail):
        return False
    walk.clues.relative = walk.words.scene.subject.label  # "79 percent of them"
    walk.clues.says.add(Says.SHARE)
    return True


def _take_of(walk: Walk, n: int) -> bool:
    clues, words, token = walk.clues, walk.words, walk.trail[n]
    if walk.opening and token.word == "of" and (moved := rise_alone(clues, walk.rest(n))):
        clues.noun = clues.noun or moved  # "15 percent | of increase"
    elif walk.opening and walk.unit in PERCENT and take_of_before(walk, n):
        pass
    elif walk.opening and (token.word in word_set("share.of") or _is_of_noun(walk, n)):
        rest = walk.rest(n)
        clues.relative, clues.spent_on = means_of(words, clues, rest)
        if clues.relative and token.word in word_set("share.of_which"):
            clues.relative = words.scene.subject.label  # "26 percent of which went to ASEAN"
        # "96 percent of the items were handled online"
        clues.heads = Says.SHARE not in clues.says and _has_verb(rest)
        clues.did = words.whole(rest) if clues.heads else ""
        clues.complement = clues.complement or (_gone_to(words, rest) if clues.heads else "")
        came = clues.heads and has_role(rest, "link.source") and walk.unit in PERCENT
        if came and clues.relative.rpartition(" ")[2] in word_set("growth_nouns.words"):
            clues.says.add(Says.CONTRIBUTION_RATE)  # "51 percent of growth | came from services"
        take_of(clues, rest, walk.unit)
    elif token.word == "of" and n and walk.unit in PERCENT and is_change(walk.trail[n - 1]) and not walk.than:
        clues.noun = clues.noun or (-1 if "change.fall_noun" in walk.trail[n - 1].roles else 1)
        clues.within = clues.within or words.until_break(walk.rest(n))  # "a 12 percent increase of its trade"
    else:
        return False
    return True


def _is_of_noun(walk: Walk, n: int) -> bool:
    """Whether "of that" leads to a noun: to that of what was told before, "of that | total", or to another's."""
    rest = walk.rest(n)
    goes_back = walk.trail[n].word in word_set("back.of_it") and bool(rest)
    named = goes_back and rest[0].word in word_set("back.whole") | word_set("pronoun.same")
    return named or is_of_other(walk.clues, walk.tokens[n:])


def _has_verb(tokens: Sequence[Token]) -> bool:
    verbs = (is_verb(t) and not (is_change(t) or is_adjective(tokens, n)) for n, t in enumerate(tokens))
    stop = next((n for n, token in enumerate(tokens) if token.mark or token.figure is not None), len(tokens))
    return any(verbs) or any(n and acts(tokens[:stop], n) for n in range(stop))


def _gone_to(words: Words, rest: Sequence[Token]) -> str:
    """What a part of a sum went to: "80 percent of the spending | was spent on | schools"."""
    return next((part for n in range(1, len(rest)) if (part := part_named(words, rest[n:]))), "")


def _take_within(walk: Walk, n: int) -> bool:
    clues, words, token = walk.clues, walk.words, walk.trail[n]
    inside = token.word in word_set("within.before") and not (walk.unit in PERCENT and _tells_why(walk.trail[: n + 2]))
    if inside or _leads_to_agent(walk, n):
        clues.within = clues.within or words.until_break(walk.rest(n))
        clues.of_share |= clues.within.lower() in word_set("share.noun")
    elif walk.unit == "RO" and token.word == "what":
        clues.relative = clues.relative or words.whole(walk.rest(n))  # "3.05 times what farmers have"
    elif walk.unit == "PPT" and not clues.verb and token.word in word_set("spending.into") and grows(walk.rest(n)):
        clues.says.add(Says.CONTRIBUTION)  # "brought 4 percentage points | to industrial growth"
        clues.relative = walk.words.until_break(walk.rest(n))
    elif token.word == "to" or "link.that_of" in token.roles:
        if not (clues.part and clues.complement):  # "40 percent | going to the EU", which is not the whole
            clues.relative = clues.relative or words.until_break(walk.rest(n))
        if walk.unit in PERCENT and Says.CONTRIBUTION in clues.says and grows(walk.rest(n)):
            clues.says.add(Says.CONTRIBUTION_RATE)
        elif walk.unit in PERCENT and Says.CONTRIBUTION in clues.says and clues.relative and not clues.adds:
            clues.says.add(Says.SHARE)  # "tourism contributed 12 percent to GDP"
    else:
        return False
    return True


def _leads_to_agent(walk: Walk, n: int) -> bool:
    """Whether "by" leads to what is said to have moved so: "growth of 5 percent | was posted by | exports"."""
    if n < 2 or walk.trail[n].word not in word_set("told.by_only"):
        return False
    if walk.unit in MONEY:  # "exports of 3 billion yuan | were made by | private firms"
        return walk.trail[n - 2].word in word_set("passive.be") and is_participle(walk.trail[n - 1].word)
    return bool(walk.clues.verb) and walk.trail[n - 1].word in word_set("growth_nouns.posted")


def _tells_why(tokens: Sequence[Token]) -> bool:
    """Whether an "on" before the last of some words leads to why something moved: "rose 5 percent on high demand"."""
    return any(one.word in word_set("within.of_amounts") and other.time is None for one, other in pairwise(tokens))


def take_side_of_multiple(words: Words, clues: Clues, trail: Sequence[Token]) -> None:
    """Takes what stands right behind a multiple that tells no move for what it is one of."""
    if clues.verb or clues.side or clues.comparison or clues.base or clues.own_time:
        return
    stop = next((n for n, token in enumerate(trail) if token.mark or token.figure is not None), len(trail))
    clues.relative = clues.relative or words.phrase(trail[:stop])  # "1.2 times the national average"
