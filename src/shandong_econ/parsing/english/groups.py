"""Figures that stand in one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from shandong_econ.parsing.english.asides import Aside, aside_after
from shandong_econ.parsing.english.bare_counts import is_grouped
from shandong_econ.parsing.english.counting import in_list, in_turn, measures
from shandong_econ.parsing.english.counts import LIST, before_hedge, is_counted_noun
from shandong_econ.parsing.english.listed_words import told_in_turn
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, has_role, qualifier_of
from shandong_econ.parsing.resolving.unit_classes import COUNTED, LAND, LENGTHS, MONEY, PERCENT, RATES

_GROWTHS = {"PT", "RO"}  # "rose 1.3 times, 64.5% and 17.8% respectively"
_RANGE = frozenset({"to", "-", "~"})
_JOINS = _RANGE | {"and", ":", "&"}


@attrs.frozen
class Group:
    """Figures that stand in one list: from piece `first` to piece `last` of the sentence.

    `asides` are the conversions to another currency, each with the number of the figure that it converts; `is_range` is
    whether they bound one figure.
    """

    first: int
    last: int
    figures: tuple[Token, ...]
    asides: tuple[tuple[int, Aside], ...] = ()
    is_range: bool = False


def find_groups(pieces: Pieces) -> list[Group]:
    """The lists of figures of a sentence, in order; most have one figure."""
    found: list[Group] = []
    i, count = 0, len(pieces.tokens)
    while i < count:
        if pieces.tokens[i].figure is None or not measures(pieces, i):
            i += 1
            continue
        places = [i, *_rest_of_list(pieces, i)]
        if len(places) > 1 and not _is_list(pieces, places):
            places = places[:1]
        asides = tuple((n, aside) for n, k in enumerate(places) if (aside := aside_after(pieces, k)) is not None)
        for _, aside in asides:
            pieces.words.scene.account.judge("", aside.token)
        last = _end(pieces, places[-1])
        figures = tuple(pieces.tokens[k] for k in places)
        found.append(Group(i, last, figures, asides, is_range=len(places) == len(_BOUNDS) and _bound(pieces, places)))
        i = last + 1
    return found


_BOUNDS = ("least", "most")


def _bound(pieces: Pieces, places: Sequence[int]) -> bool:
    """Whether two figures are the bounds of one: "3 to 5 percent", "between 3 and 5 percent"."""
    first, second = places
    link, before = pieces.word(second - 1), pieces.word(first - 1)
    return (link in _RANGE and before != "from") or (link == "and" and before == "between")


def _end(pieces: Pieces, place: int) -> int:
    """The last piece of a figure, with its conversion."""
    aside = aside_after(pieces, place)
    return place if aside is None else aside.last


def _rest_of_list(pieces: Pieces, first: int) -> Iterator[int]:
    last: int | None = first
    while last is not None and (last := _next_in_list(pieces, last)) is not None:
        yield last


def _is_list(pieces: Pieces, places: Sequence[int]) -> bool:
    """Whether figures make one list: commas alone do not, unless "respectively" follows or a list and a colon lead."""
    first, last = places[0], places[-1]
    lead = pieces.tokens[max(0, first - LIST) : first]
    if lead and lead[-1].mark == ":" and has_role(lead, "link.list"):
        return True  # "primary, secondary and tertiary industries: 21, 17.9, 2.8 percent"
    if told_in_turn(pieces.tokens[last + 1 :]):
        return True
    return any(pieces.word(j) in _JOINS for j in range(first + 1, last))


def _next_in_list(pieces: Pieces, last: int) -> int | None:
    """The place of the figure that goes on with a list, or None where it ends."""
    tokens = pieces.tokens
    start = k = _end(pieces, last) + 1
    while k < len(tokens) and tokens[k].figure is None:
        if not _joins(tokens[k], pieces.word(k)):
            return None
        k += 1
    if k == start or k >= len(tokens) or not measures(pieces, k):
        return None
    a, b = pieces.figure(last), pieces.figure(k)
    of = k + 1 + (pieces.word(k + 1) in word_set("size.about"))
    if pieces.word(start) == "," and pieces.word(start + 1) == "to":
        return None  # "exports rose by 4.2 billion yuan, to 54 billion yuan"
    if pieces.word(start) == "," and pieces.word(of) == "of" and a.unit == b.unit and a.unit is not None:
        return None  # "41 million mu, and 2 million mu of new fields will be added"
    if pieces.word(start) == "," and b.unit in PERCENT and pieces.word(of) in word_set("back.of"):
        return None  # "it rose 5 percent, and 79 percent of it went to schools"
    told = pieces.word(before_hedge(pieces, last)) in word_set("told.numbering") or _is_clause(tokens[k + 1 :])
    if told and pieces.word(start) == "," and is_counted_noun(pieces, k + 1):
        return None  # "rentals numbered 480,000, and 21,000 vans were sold"
    if a.ordinal and b.ordinal:
        return k
    if a.ordinal or b.ordinal or not _go_together(a.unit, b.unit):
        return None
    if pieces.word(start) == "to" and not (a.unit is None or (a.unit in PERCENT and a.word == b.word)):
        return None  # "fell by 0.6 per mille points to 4.1‰"
    moved = pieces.word(last - 1) != "from" and any(map(is_change, tokens[max(0, last - 2) : last]))
    if pieces.word(start) == "to" and (a.unit is None or a.unit in PERCENT) and moved and not _is_near(a, b):
        return None  # "a net growth of 1,940,000 to 4,500,000", "up by 8 to 66 percent", but "up 3 to 5 percent"
    if pieces.word(start) == "," and k == start + 2 and _acts_apart(pieces, last, k):
        return None  # "the cost is 67.8 billion yuan, and 9.35 billion yuan is planned to be spent"
    if b.unit is not None or pieces.word(start) == ":":
        return k
    counts = is_grouped(pieces, last) and is_grouped(pieces, k)
    counts = counts or min(a.power, b.power) >= LEAST_POWER  # "chipped in 75 billion and 27 billion"
    return k if a.unit is None and (counts or in_list(pieces, k) or in_turn(pieces, k)) else None


LEAST_POWER = 6  # the power of ten of amounts of which the unit was told before


def _is_near(first: Figure, second: Figure) -> bool:
    """Whether the first of two numbers can be the lower bound of the second, which is a percentage."""
    return second.unit in PERCENT and not first.power and first.value < second.value <= WIDEST * first.value


WIDEST = 4  # times its lower bound that the upper one of a range is


def _go_together(one: str | None, other: str | None) -> bool:
    """Whether figures in two units can stand in one list: alike, both growths, or amounts of two goods."""
    if one in (None, other) or {one, other} == _GROWTHS:
        return True
    return other is not None and _NO_GOODS.isdisjoint({one, other})


_NO_GOODS = MONEY | PERCENT | RATES | COUNTED | LAND | LENGTHS


def _acts_apart(pieces: Pieces, first: int, second: int) -> bool:
    """Whether each of two figures has a verb of its own, one before it and one after it."""
    before, after = pieces.at(first - 1), pieces.at(second + 1)
    if before is None or after is None:
        return False
    return is_verb(before) and (is_verb(after) or "status.target" in after.roles or "status.ahead" in after.roles)


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether something is told of what the next words count, up to a mark or a figure: "vans | were sold"."""
    stop = next((n for n, token in enumerate(tokens) if token.mark or token.figure is not None), len(tokens))
    return any(not word_set("passive.be").isdisjoint(token.word.split()) for token in tokens[:stop])


def _joins(token: Token, word: str) -> bool:
    if word == "or":
        return False
    return token.mark in (",", ":") or "link.list" in token.roles or word in _RANGE or qualifier_of(token) is not None
