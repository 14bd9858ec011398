"""Clauses by the way: ", which overtook coal in 2018," tells nothing of what is measured, or when.

Nor does ", those with annual revenue above 20 million yuan,".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.counting import measures
from shandong_econ.parsing.english.listed_words import has_word, places_of
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.thresholds import is_threshold
from shandong_econ.parsing.english.wider_places import only_name_places
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, tells, word_set
from shandong_econ.parsing.english.words import LONGEST_ITEM, Words, lists_on
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.clues import Clues

_PAIRS = {",": ",", "(": ")", "—": "—"}
_QUOTES = frozenset('"“”')  # of which one stands behind a comma: 'Hunan, known as "a land of rice," ranked'
_INSIDE = _QUOTES | frozenset("()")


def without_relatives(words: Words, tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without the clauses between marks that have no figure of their own."""
    pieces = Pieces(tokens, words)
    asides = any(
        _opens_aside(pieces, n + 1)
        if token.mark == ","
        else token.mark == "—" or (token.mark == "(" and _explains(pieces, n))
        for n, token in enumerate(tokens)
    )
    sizes = any(
        t.figure is not None and (t.figure.unit or t.figure.power) and is_threshold(pieces, n)
        for n, t in enumerate(tokens)
    )
    if not asides and not sizes:
        return list(tokens)
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        mark = tokens[n].mark
        if n and mark in _PAIRS and (last := _end_of_aside(pieces, n)):
            # "9.5 percent, the most of all | , followed", "the index, or CPI | , a gauge of prices, rose"
            behind_figure = mark == "," and tokens[n - 1].figure is not None
            goes_on = pieces.word(last + 1) in word_set("aside.first")
            n = last if behind_figure or (mark == "," and goes_on) else last + 1 + (pieces.word(last + 1) in _QUOTES)
        else:
            kept.append(tokens[n])
            n += 1
    return kept


def _end_of_aside(pieces: Pieces, opening: int) -> int:
    """The place of the mark that ends the clause by the way which begins after a mark, or 0."""
    opens = pieces.tokens[opening].mark
    circumstance = opens == "," and pieces.word(opening + 1) in word_set("split.with")
    relates = opens == "," and not circumstance and _opens_aside(pieces, opening + 1)
    sizes = opens == "(" and _explains(pieces, opening)
    for n in range(opening + 1, len(pieces.tokens)):
        token = pieces.tokens[n]
        lists = opens == "—" or (relates and lists_on(pieces.tokens[n + 1 : n + 1 + LONGEST_ITEM]))
        if token.mark == "," and lists:
            continue  # "core prices, which exclude food, | drinks and tobacco, rose", "ports — Xiuyu, | Dongwu —"
        if token.mark == _PAIRS[opens]:
            if relates and pieces.word(n + 1) in word_set("relative.that"):
                return 0  # "trade rose, led by tea, which was up"
            names = opens == "—" and only_name_places(pieces.tokens[opening + 1 : n])
            return n if relates or sizes or names or (circumstance and _moves(pieces.at(n + 1))) else 0
        if token.mark and token.mark not in _INSIDE:
            return 0
        if token.figure is not None and measures(pieces, n):
            return 0
        sizes |= token.figure is not None and (token.figure.unit is not None or token.figure.power > 0)
    return 0


def _explains(pieces: Pieces, opening: int) -> bool:
    """Whether a bracket behind a noun only says what that is: "the rate (the share of those who look for work)"."""
    return (
        opening > 0
        and is_plain(pieces.tokens[opening - 1], or_named=True)
        and pieces.word(opening + 1) in word_set("aside.first")
    )


def _moves(token: Token | None) -> bool:
    """Whether the verb of a subject that moved goes on here: "sales, with shops closed, | fell"."""
    return token is not None and is_change(token) and token.word not in word_set("particle.words")


def _opens_aside(pieces: Pieces, n: int) -> bool:
    """Whether a relative clause begins at a place, or one with a participle, or with what went with it."""
    if pieces.word(n) in word_set("split.with"):
        return True
    most = pieces.word(n) in word_set("class.articles") and pieces.word(n + 1) in word_set("record.words")
    if most and pieces.word(n + 2) in word_set("whole.of") | word_set("within.before"):
        return True  # "tea, the most of any county in China,"
    relates = pieces.word(n) in word_set("relative.asides") or _opens_part(pieces, n)
    relates |= pieces.word(n + 1) in word_set("relative.others")  # ", more than any other province,"
    says = relates or _opens_participle(pieces, n) or _concedes(pieces, n)
    return says or _gives_names(pieces, n) or _names_again(pieces, n)


def _names_again(pieces: Pieces, n: int) -> bool:
    """Whether the subject is told by another name of it: "sales in the zone, or Optics Valley, rose"."""
    if pieces.word(n) not in word_set("relative.again") or any(t.mark for t in pieces.tokens[max(0, n - NEAR) : n - 1]):
        return False  # "cotton, rice, or wheat, which"
    stop = next((k for k in range(n, min(n + NEAR_NAME, len(pieces.tokens))) if pieces.tokens[k].mark), 0)
    return stop > 0 and pieces.tokens[stop].mark == "," and not any(map(is_verb, pieces.tokens[n:stop]))


NEAR = 4  # pieces before its comma in which a list would have another one
NEAR_NAME = 9  # pieces up to the comma behind another name


def _gives_names(pieces: Pieces, n: int) -> bool:
    """Whether those are named here who do something together, and not each: "the mills, namely A and B, sold"."""
    if word_set("relative.naming").isdisjoint({pieces.word(n), f"{pieces.word(n)} {pieces.word(n + 1)}"}):
        return False
    return not has_role(pieces.tokens[n:], "link.respectively")


def _concedes(pieces: Pieces, n: int) -> bool:
    """Whether a few words concede something of the subject before its verb: "bonded trade, although small, rose"."""
    if pieces.word(n) not in word_set("relative.conceding"):
        return False
    stop = next((k for k in range(n, min(n + LONGEST_CONCESSION, len(pieces.tokens))) if pieces.tokens[k].mark), 0)
    following = pieces.at(stop + 1) if stop and pieces.tokens[stop].mark == "," else None
    contrasts = pieces.word(n) in word_set("relative.contrasting")
    names = contrasts and any(token.naming is not None for token in pieces.tokens[n:stop])
    if following is None or names or following.word in word_set("particle.words"):
        return False  # "exports rose, while imports, | up 3 percent, reached"
    return tells(following)


LONGEST_CONCESSION = 6  # pieces up to its comma


def _opens_part(pieces: Pieces, n: int) -> bool:
    """Whether a clause tells of a part of the subject: "most of which had reopened"."""
    return pieces.word(n) in word_set("relative.parts") and pieces.word(n + 1) in word_set("relative.parts_of")


def _opens_participle(pieces: Pieces, n: int) -> bool:
    """Whether a clause begins with a participle: "hit by snags in April", "badly hurt by", "hit hard by"."""
    n += pieces.word(n).endswith(word_list("en", "relative.adverbs"))
    word = pieces.word(n)
    is_one = word in word_set("relative.participles") or word.endswith(word_list("en", "acting.past"))
    hard = pieces.word(n + 1) not in word_set("passive.by") and pieces.word(n + 2) in word_set("passive.by")
    return is_one and pieces.word(n + 1 + hard) in word_set("relative.after_participle")


def _counts_part(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a clause only counts what stands before it: "its cages, | of which | there are now 1,140, sold"."""
    following = tokens[tokens.index(token) + 1 :][:1]
    counts = has_word(following, "some_of.there")
    return counts and token.word in word_set("share.of_which")


def _in_part(tokens: Sequence[Token], time: Time) -> bool:
    """Whether a time only tells of a part between two commas: "its cages, of which there are now 840, sold"."""
    n = next((n for n, token in enumerate(tokens) if token.time is not None and token.time.start == time.start), 0)
    opening = max((k for k in range(n) if tokens[k].mark == ","), default=n)
    part = opening < n and tokens[opening + 1].word in word_set("share.of_which")
    return part and any(token.mark == "," for token in tokens[n:])


def keep_by_the_way(clues: Clues, tokens: Sequence[Token]) -> None:
    """Takes the times of a relative clause for its own figure: the sentence does not go on from there."""
    opening = next(
        (
            token.start
            for token, following in pairwise(tokens)
            if token.mark == "," and (following.word in word_set("relative.asides") or _counts_part(tokens, following))
        ),
        None,
    )
    clues.times = [time for time in clues.times if not _in_part(tokens, time)]
    if opening is not None:
        clues.by_the_way = True
        inside = [time for time in clues.times if time.start > opening]
        clues.times = [time for time in clues.times if time.start < opening]
        clues.aside_time = next((time for time in inside if not time.is_base_only), None)


def restricts(tokens: Sequence[Token]) -> bool:
    """Whether a figure tells which one of its kind the subject is: "a crate | that cost" 3,000 dollars in 2020."""
    that = max(places_of(tokens, "relative.restricting"), default=0)
    noun = that > 0 and is_plain(tokens[that - 1], or_named=True)
    return noun and any(map(is_verb, tokens[that + 1 : that + 2])) and not any(token.mark for token in tokens[that:])
