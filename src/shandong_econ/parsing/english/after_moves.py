"""What a word after a figure says of a move: "up", "higher", "increase", points taken off a whole or added to it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Comparison
from shandong_econ.parsing.english.hearing import add_says
from shandong_econ.parsing.english.naming import is_bare
from shandong_econ.parsing.english.other_side import names_place
from shandong_econ.parsing.english.records import is_amount
from shandong_econ.parsing.english.right_behind import can_be_counted
from shandong_econ.parsing.english.role_classes import MORE
from shandong_econ.parsing.english.walk import Walk
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.series import NO_SERIES
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import is_then
from shandong_econ.parsing.resolving.unit_classes import COUNTED, LAND, MONEY, PERCENT, RATES


def take_more(walk: Walk, n: int) -> bool:
    """Takes "higher", "fewer" or "than" for what the figure is measured against; False for another word."""
    clues, token, rest = walk.clues, walk.trail[n], walk.rest(n)
    came = clues.part and not n  # "with 60 percent | from Japan"
    if token.roles.isdisjoint(_MORE) or (rest and is_amount(rest[0])) or _takes_from(walk, n) or came:
        return False
    if _has_rival(walk, n):
        return True
    counts = walk.unit in COUNTED | {None} and token.word in word_set("pace.words")  # "six cities grew | faster"
    if counts or _are_some(walk, n) or _is_said_of_thing(walk, n) or _take_paid(walk, n):
        return True
    clues.open_side = n + 1 == len(walk.trail) or (walk.unit == "PPT" and bool(walk.trail[n + 1].mark))
    _take_side(clues, token)
    if not n and _counts_more(token, rest):
        _take_more_of(walk, rest)
    if is_change(token) and walk.opening and not _is_adjective(token, rest):  # "5 percent up on 2017"
        take_change(clues, token)
    inside = any(one.word in word_set("passive.object") for one in rest[:1])  # "invested 5 percent more | in homes"
    than = "comparison.than" in token.roles or not (inside or _measured_against(rest) or _counts_more(token, rest))
    walk.than = walk.than or than
    if walk.unit in PERCENT and walk.trail[-1].word in word_set("base.extremes"):
        clues.comparison = clues.comparison or Comparison.SINCE  # "3 percent below its | peak"
    if not (clues.more_of or inside):
        clues.relative = clues.relative or _beside(walk.words, rest) or _average(walk.words, rest)
    return True


_MORE = MORE | {"comparison.than"}
_THAN = frozenset({"comparison.than", "qualifier.GT", "qualifier.LT"})  # "7 | more than | last winter"


def _is_adjective(token: Token, rest: Sequence[Token]) -> bool:
    """Whether a word that can be a verb only compares: "30 percent | lower | than that of a common mill"."""
    return not token.roles.isdisjoint(MORE) and bool(rest) and "comparison.than" in rest[0].roles


def _has_rival(walk: Walk, n: int) -> bool:
    """Whether a place is behind that has an amount of its own: "made 38 billion, ahead of | Luzhou (36 billion)"."""
    if walk.trail[n].word not in word_set("rivals.before"):
        return False
    beside = walk.trail[n - 1].mark == "," if n else walk.unit in MONEY | {None}
    rest = walk.tokens[n + 1 : n + 3]
    return beside and len(rest) > 1 and bool(rest[0].areas) and rest[1].mark == "("


def _are_some(walk: Walk, n: int) -> bool:
    """Whether what is more is no more than others: "three more | of the largest firms", "five more | in Asia"."""
    rest = walk.rest(n)
    come = word_set("area.at") | word_set("some_of.come")
    ends = bool(rest) and (rest[0].word in come or _in_time(rest[0]))  # "12 more | this year"
    if not n and walk.unit in COUNTED | {None} and ends:
        some = walk.trail[n].roles.isdisjoint(_THAN) and not _measured_against(rest)
        told = walk.words.scene.subject
        if some and told.series == NO_SERIES:
            walk.clues.counted = walk.clues.counted or told.label  # "80 shops, and will open six more in Hunan"
        return some
    if n or walk.unit not in COUNTED | {None} or not rest or rest[0].word not in word_set("parts.of"):
        return False
    size = next((k for k, token in enumerate(rest) if token.figure is not None or token.mark), 0)
    those = rest[size + 1 :] if rest[size].figure is not None else rest[1:]  # of "China's | 100 | best mills"
    walk.clues.counted = walk.clues.counted or walk.words.counted(those)
    return True


def _in_time(token: Token) -> bool:
    """Whether a word is a time in which there are more, and no day against which they are counted."""
    return token.time is not None and not token.time.is_point


def _take_more_of(walk: Walk, rest: Sequence[Token]) -> None:
    """Takes what there is more or less of, by a percentage or by a number: "there were 3,000 fewer | farms"."""
    clues, more_of = walk.clues, walk.words.counted(rest)
    if walk.unit in PERCENT:
        clues.more_of = more_of
        clues.says.discard(Says.SHARE)  # "fuel sellers took 2.4 percent more"
    elif walk.unit in COUNTED | {None}:
        clues.more_of = more_of
        if is_bare(clues.words):
            clues.counted, clues.predicate = more_of, walk.words.whole(rest)


def _take_paid(walk: Walk, n: int) -> bool:
    """Takes what somebody paid more or less for, of which the price rose or fell: "paid 9 percent more for | pork"."""
    clues, rest = walk.clues, walk.rest(n)
    if clues.acts not in word_set("price.paying") or not rest or rest[0].word not in word_set("price.paid_for"):
        return False
    clues.words, clues.priced = walk.words.until_break(rest[1:]), True
    clues.verb = 1 if "change.more" in walk.trail[n].roles else -1
    return True


def _takes_from(walk: Walk, n: int) -> bool:
    """Whether points are taken from what follows: "food took 0.6 points | from the rate"."""
    takes = walk.unit == "PPT" and Says.SHARE in walk.clues.says and not walk.clues.verb
    return takes and not n and walk.trail[n].word in word_set("takes.from")


def _is_said_of_thing(walk: Walk, n: int) -> bool:
    """Whether a word such as "more" is not said of the amount: "17 firms above the scale", "17 made more profit"."""
    trail, before = walk.trail, walk.trail[:n]
    if before and before[-1].word in word_set("size.after"):
        return True  # "214 firms with sales of 20 million yuan or more"
    if trail[n].word in word_set("gap_prepositions.words"):
        named = [token for token in trail[n + 1 :] if token.word not in word_set("pronoun.articles")]
        if walk.unit in LAND and named and can_be_counted(named[0]):
            return True  # "it put 1.02 million mu under apple trees", "came under the plow"
        if n + 1 == len(trail) and walk.unit in MONEY:
            return True  # "they left 34 billion yuan behind"
        return walk.unit not in RATES and any(map(can_be_counted, before))
    acts = any(is_verb(token) and not is_change(token) and _MORE.isdisjoint(token.roles) for token in before)
    return walk.unit not in RATES and acts


def _take_side(clues: Clues, token: Token) -> None:
    """Takes "higher", "fewer" and the like after a figure for the side on which it puts its subject."""
    if "change.more" in token.roles or "change.less" in token.roles:
        word = token.word
        if word in word_set("pace.words") or (clues.carries_on and word in word_set("pace.of_growth")):
            clues.says.add(Says.PACE)
        clues.side = clues.side or (1 if "change.more" in token.roles else -1)
        clues.priced = clues.priced or word in word_set("price.told") or clues.acts in word_set("price.costing")
        add_says(clues, token)


def _measured_against(tokens: Sequence[Token]) -> bool:
    """Whether a "than" comes later in the clause: "cheaper in May than a month earlier"."""
    return any("comparison.than" in token.roles or comparison_of(token) is not None for token in tokens)


def _counts_more(token: Token, rest: Sequence[Token]) -> bool:
    """Whether a word only says that there is more of something, or when there was: "7 percent fewer | cars"."""
    if token.word in word_set("gap_prepositions.words") or "comparison.than" in token.roles or not rest:
        return False
    return can_be_counted(rest[0]) or rest[0].word in word_set("base.in_time")


def _beside(words: Words, rest: Sequence[Token]) -> str:
    """What something is above or below; the level of a place is not that of its own: "above | the national level"."""
    beside = words.until_break(rest)
    stop = next((n for n, token in enumerate(rest) if token.mark), len(rest))
    of_place = is_then(beside) and any(map(names_place, rest[:stop]))
    return words.phrase(t for t in rest[:stop] if "comparison.than" not in t.roles) if of_place else beside


def _average(words: Words, rest: Sequence[Token]) -> str:
    """The average of a larger area on the other side of a gap: "35 percent above | the provincial average"."""
    n = next((n for n, token in enumerate(rest) if token.word in word_set("other_side.averages")), None)
    if n is None or any(token.mark or is_verb(token) for token in rest[:n]):
        return ""
    return words.phrase(token for token in rest[: n + 1] if "comparison.than" not in token.roles)


def take_move(walk: Walk, n: int) -> bool:
    """Takes "down from", "off" or "increase" right behind the figure for its sign; False for another word."""
    clues, token = walk.clues, walk.trail[n]
    if not walk.opening:
        return False
    side = moved_from(token) or -_is_off_level(walk, n)
    if side:  # "2.1 percentage points down from April"
        clues.side, clues.verb, walk.than = clues.side or side, clues.verb or side, True
    elif walk.unit == "PPT" and (sign := _sign_of_part(clues, token)):
        clues.says.add(Says.CONTRIBUTION)  # "took 0.04 percentage points off the index"
        clues.verb, clues.relative = sign, walk.words.until_break(walk.rest(n))
    elif is_change(token):
        take_change(clues, token)
    else:
        return False
    return True


def moved_from(token: Token) -> int:
    """The sign of a change that a word tells together with "from", before what it is measured against."""
    return ("comparison.up_from" in token.roles) - ("comparison.down_from" in token.roles)


def _is_off_level(walk: Walk, n: int) -> bool:
    """Whether points are "off" what something was at a time, not taken off a whole: "off | the level of a year ago"."""
    if walk.trail[n].word not in word_set("takes.off"):
        return False
    level, of, then = ([t for t in walk.rest(n) if t.word not in word_set("over.articles")] + [walk.trail[n]] * 3)[:3]
    led = level.word in word_set("base.levels") and of.word in word_set("parts.of")
    return led and (then.time is not None or comparison_of(then) is not None)


def _sign_of_part(clues: Clues, token: Token) -> int:
    """The sign of what a part does to a whole, by the word between the points and that: "off growth", "to growth"."""
    takes_from = token.word in word_set("takes.from") and (clues.subtracts or not clues.verb)
    if takes_from or token.word in word_set("takes.off"):
        return -1
    return 1 if clues.adds and token.word in word_set("takes.to") else 0


def take_change(clues: Clues, token: Token) -> None:
    """Takes "up" or "increase" after a figure for the change that it tells."""
    add_says(clues, token)
    if clues.article:
        clues.says.discard(Says.SHARE)  # "representing a 4.7 percent increase"
    if clues.article or not clues.verb:  # "the drop followed a 9.8 percent gain"
        clues.verb = 1 if "change.up" in token.roles else -1
    clues.is_to = False
