"""The words that trail a group of figures, added to its clues: what is counted, then all that the others say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shandong_econ.model import Qualifier
from shandong_econ.parsing.english.after_moves import take_more, take_move
from shandong_econ.parsing.english.after_wholes import take_side_of_multiple, take_source, take_whole
from shandong_econ.parsing.english.apart import without_apart
from shandong_econ.parsing.english.balances import without_balanced
from shandong_econ.parsing.english.bases_named import without_base_named
from shandong_econ.parsing.english.behind import ranked_as, ranked_in
from shandong_econ.parsing.english.counts import opens_end, words_before_noun
from shandong_econ.parsing.english.hearing import add_says
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.places import area_after
from shandong_econ.parsing.english.recipients import recipient_of
from shandong_econ.parsing.english.right_behind import take_right_behind
from shandong_econ.parsing.english.role_classes import MORE
from shandong_econ.parsing.english.times_after import (
    end_of_times,
    look_past_comma,
    take_comparison,
    take_time_behind,
)
from shandong_econ.parsing.english.unlisted_verbs import acts, acts_first
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.walk import Walk
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, tells, word_set
from shandong_econ.parsing.english.words import LONGEST_ITEM, Words, lists_on
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.levels import LEVELS
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT, LENGTHS, PERCENT, SPANS


def add_clues_after(
    words: Words, clues: Clues, tokens: Sequence[Token], unit: str | None, *, ranks: bool = False
) -> None:
    """Adds the clues of the words that follow a group of figures, up to the first mark; what ranks names no place."""
    tokens = _without_remarks(_without_opening(clues, tokens, unit))
    tokens = without_balanced(words, clues, tokens, unit)
    tokens = without_base_named(words, clues, without_apart(words, clues, tokens, unit))
    owes = bool(clues.verb) or unit not in IN_PERCENT | _COUNTS
    stop = _end_of_clause(tokens, owes=owes)
    if end := end_of_times(tokens, stop):
        tokens = [*(token for token in tokens[:end] if not token.mark), *tokens[end:]]
        stop = _end_of_clause(tokens, owes=owes)
    trail = tokens[:stop]
    if not trail:
        look_past_comma(clues, tokens)
        return
    take_right_behind(words, clues, trail, unit)
    _look_at_all(words, clues, trail, unit)
    if ranks:
        clues.ranked_in, clues.ranked_as = ranked_in(words, trail), ranked_as(words, trail)
    walk = Walk(words, clues, trail, tokens, unit, ranks)
    which = words_before_noun(trail) if clues.counted else 0  # "37 newly increased firms" tell of no increase
    for n, token in list(enumerate(trail))[which:]:
        any(take(walk, n) for take in _KINDS)
        walk.opening = walk.opening and ("link.filler" in token.roles or "link.by" in token.roles)
    if unit == "RO":
        take_side_of_multiple(words, clues, trail)


def _without_opening(clues: Clues, tokens: Sequence[Token], unit: str | None) -> Sequence[Token]:
    """The words after a closing bracket, an "or more", and the way in which something is long."""
    if tokens and tokens[0].mark == ")":
        tokens = tokens[1:]
    tokens = _without_open_end(clues, tokens)
    if unit in LENGTHS and tokens and tokens[0].word in word_set("sizes.ways"):
        return tokens[1:]  # "the coastline is 986 kilometers | long"
    return tokens


def _without_remarks(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without brackets in which no figure and no time stands: "in May | (provisional estimate)"."""
    for n, token in enumerate(tokens):
        end = next((k for k in range(n, len(tokens)) if tokens[k].mark == ")"), n) if token.mark == "(" else n
        if end > n and all(one.figure is None and one.time is None for one in tokens[n:end]):
            return _without_remarks([*tokens[:n], *tokens[end + 1 :]])
    return tokens


def _without_open_end(clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words after an "or more" that leaves the amount open to one side, or an "or so"."""
    if tokens and tokens[0].word in word_set("size.about"):
        clues.qualifier = clues.qualifier or Qualifier.ABOUT
        return tokens[1:]
    if not opens_end(tokens):
        return tokens
    clues.qualifier = Qualifier.LE if tokens[1].word in word_set("size.limited") else Qualifier.GE
    return tokens[2:]


def _end_of_clause(tokens: Sequence[Token], *, owes: bool) -> int:
    """The place of the first mark that is not inside a list of nouns, or of a clause that tells the reason.

    Or, if the figure `owes` something to it, of what that is: "to 5 million kilograms | mainly due to the drought".
    """
    for n, token in enumerate(tokens):
        if token.mark and not (token.mark == "," and n and lists_on(tokens[n + 1 : n + 1 + LONGEST_ITEM])):
            return n
        if token.word in word_set("clause.why") and _acts(tokens[n + 1 :]):
            return n  # "by 0.7% | as mild weather held down demand for gas"
        said = [one.word for one in tokens[n : n + LONGEST_CAUSE]]
        if owes and any(" ".join(said[:k]) in word_set("clause.owing") for k in range(1, len(said) + 1)):
            return n
    return len(tokens)


_COUNTS = COUNTED | SPANS | {"DAYS", "HOURS", None}  # "41,000 days lost because of strikes" tells which days
LONGEST_CAUSE = 4  # pieces of "on the back of"


def _acts(tokens: Sequence[Token]) -> bool:
    """Whether a verb stands among words before their first mark, behind what does it."""
    stop = next((n for n, token in enumerate(tokens) if token.mark), len(tokens))
    return any(n and (tells(token) or acts(tokens, n)) for n, token in enumerate(tokens[:stop]))


def _look_at_all(words: Words, clues: Clues, trail: Sequence[Token], unit: str | None) -> None:
    """Takes what the words say together: that something fell, and what those of a whole did who are a part of it."""
    clues.recipient = recipient_of(words, trail, unit)
    falls = any(not token.roles.isdisjoint(_FALLS) for token in trail)
    clues.falls = falls and not has_role(trail, "change.up")
    # "of the 300 products, 212 | grew in output"
    moved = is_change(trail[0]) and unit in COUNTED | {None} and trail[0].roles.isdisjoint(MORE)
    if moved or acts_first(trail) or (is_verb(trail[0]) and len(trail) > 1 and is_plain(trail[1])):
        clues.did = words.whole(trail)  # "among the firms, 23 percent have closed"
        acts = clues.of_which and not (clues.verb or clues.noun or _says_what(trail))
        some = clues.among or acts  # "of whom 60 percent | live in towns"
        clues.says |= {Says.SHARE} if some and unit in PERCENT else set()


def _says_what(trail: Sequence[Token]) -> bool:
    """Whether words say what some are, not what was done with them: "are women", not "were exported"."""
    if len(trail) == 1 or trail[0].word not in word_set("passive.be"):
        return False
    return trail[1].word in word_set("people.words") or not is_participle(trail[1].word)


_FALLS = frozenset({"change.down", "change.less", "change.fall_noun"})


def _take_after(walk: Walk, n: int) -> bool:
    """Takes an "after" that leads to what was before; False for another word."""
    after = walk.trail[n].word in word_set("clause.after")
    following = walk.rest(n)
    walk.than = walk.than or after  # "rose 26 percent after a decline in Henan"
    walk.came_after |= after and bool(following) and following[0].time is None  # not "after 2020"
    return after


def _take_place(walk: Walk, n: int) -> bool:
    """Takes a place for that of the figure, unless it is only measured against; False for another word."""
    token = walk.trail[n]
    if not token.areas and token.roles.isdisjoint(_PLACES):
        return False
    reaches = "link.of_which" in walk.trail[0].roles and "area.nation" in token.roles  # "11 of them across the country"
    if walk.ranks and has_word(walk.trail[:n], "ranked.given"):
        home = walk.words.scene.places.home  # "second place went to | Chongqing"
        walk.clues.area = place(token.areas, home, walk.words.name(token)) if token.areas else walk.clues.area
    elif walk.clues.area is None and not (walk.than or walk.ranks or reaches or _is_among(walk.trail, n)):
        walk.clues.area = area_after(walk.words, walk.trail, n)
    return True


_PLACES = LEVELS | {"area.nation", "area.wide"}


def _is_among(trail: Sequence[Token], n: int) -> bool:
    """Whether a place is only where something is first of all: "up 6.3 percent, the fastest in the province"."""
    return has_word(trail[max(0, n - NEAR_DEGREE) : n], "degree.words")


NEAR_DEGREE = 4  # pieces of "the fastest growth in" before the place


def _take_manner(walk: Walk, n: int) -> bool:
    """Takes a word for a streak, or for a decline that narrows or widens; False for another."""
    token = walk.trail[n]
    if token.roles.isdisjoint(_MANNERS) or _is_no_streak(walk.trail, n, ranks=walk.ranks):
        return False
    add_says(walk.clues, token)
    return True


_MANNERS = frozenset({"streak.word", "change.narrow", "change.widen"})


def _is_no_streak(trail: Sequence[Token], n: int, *, ranks: bool) -> bool:
    """Whether "running" and the like say nothing of the number: "11 plants running", "first, many years in a row"."""
    if "streak.word" not in trail[n].roles or not n or is_change(trail[n - 1]):
        return False
    return trail[0].word not in word_set("streaks.spans") or (ranks and n > 1)


_KINDS: tuple[Callable[[Walk, int], bool], ...] = (
    take_comparison,
    take_time_behind,
    _take_after,
    _take_place,
    take_source,
    take_more,
    take_move,
    take_whole,
    _take_manner,
)
"""The kinds of words that say something of the figure before them, each of which takes what is its own."""
