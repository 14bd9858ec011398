"""Words that set a figure beside another one: what something outpaces or trails, and the points by which it does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shandong_econ.model import Comparison
from shandong_econ.parsing.english.role_classes import MORE
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_verb, sign_of, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.finding.tokens import Token, comparison_of, has_role
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def gap_of(token: Token) -> int:
    """The side on which a verb such as "outpacing" puts its subject, or 0 for other words."""
    return ("gap.above" in token.roles) - ("gap.below" in token.roles)


def affects_index(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Whether a price did something with the index of all: "the price of eggs rose, affecting | the CPI | up" 0.1%."""
    index = {word.lower() for word in word_set("lifts.objects")}
    named = [token for token in tokens if token.word not in word_set("over.articles")]
    acts = any("contribution.verb" in one.roles and other.word in index for one, other in pairwise(named))
    return acts and families().get(scene.base or "") == "prices"


def without_effect(words: Words, clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before "dragging" or "outpacing": what comes after is what is moved, or what is left behind."""
    for n, token in enumerate(tokens):
        if token.naming is not None:
            continue
        side = gap_of(token)
        lifts = token.word in word_set("lifts.words")
        if side or lifts or "contribution.verb" in token.roles:
            which = tokens[n + 1 : n + 2] if "contribution.verb" in token.roles else []
            moves = sign_of(which[0]) if which and which[0].naming is None else 0  # "driving | down | the CPI"
            clues.verb = clues.verb or moves
            clues.relative = words.phrase(core(tokens[n + 1 + bool(moves) :]))
            if side:
                clues.side = side
            else:
                clues.says.add(Says.CONTRIBUTION)
            if "contribution.negative" in token.roles:
                clues.verb = -1
            return tokens[:n]
    return tokens


def without_outdone(words: Words, clues: Clues, tokens: Sequence[Token], unit: str | None) -> Sequence[Token]:
    """The words before "beating | last year's holiday | by" and "higher | than the average | by more than".

    What was beaten is another time, over which the figure is a growth or a change, or another place or series, from
    which it is a gap.
    """
    by = _by_how_much(tokens)
    at = _outdoes(tokens, by)
    if at is None:
        return tokens
    side, beaten = _side(tokens, at), tokens[at + 1 : by]
    comparison = next((found for t in beaten if (found := comparison_of(t)) is not None), None)
    time = next((t.time for t in beaten if t.time is not None), None)
    if time is not None and time.form == "year" and time.groups.get("relative"):
        comparison, time = Comparison.YEAR_ON_YEAR, None  # "last year's holiday"
    if comparison is None and time is None:
        if unit != "PPT" and not gap_of(tokens[at]):
            return tokens
        clues.says |= {Says.PACE} if unit in PERCENT else set()
        clues.side, clues.relative = side, words.phrase(_named(beaten))
        return [*tokens[:at], *tokens[by + 1 :]]
    clues.comparison, clues.base = clues.comparison or comparison, time
    if unit == "PPT":
        clues.side = side
        return [*tokens[:at], *tokens[by + 1 :]]
    clues.verb = side
    return [*tokens[:at], *tokens[by:]]


def is_outdone(tokens: Sequence[Token]) -> bool:
    """Whether a figure is by how much something is above or below what is named before: "exceeding the target by"."""
    by = _by_how_much(tokens)
    return bool(by) and _outdoes(tokens, by) is not None


def without_rival_for_long(tokens: Sequence[Token], unit: str | None) -> Sequence[Token]:
    """The words without what something has outdone for so long: "its growth | outpaced that of all loans | for" years.

    What follows is how long in a row, so that it is neither above nor below anything.
    """
    if unit not in _SPANS or not tokens or tokens[-1].word not in word_set("span.rows"):
        return tokens
    at = next((n for n, token in enumerate(tokens) if gap_of(token) or not MORE.isdisjoint(token.roles)), 0)
    return [*tokens[:at], tokens[-1]] if at else tokens


_SPANS = frozenset({"MONTHS", "YEARS", None})


def _named(beaten: Sequence[Token]) -> Sequence[Token]:
    """What was beaten, without "than" and "the" before it."""
    start = 0
    while start < len(beaten) and ("comparison.than" in beaten[start].roles or beaten[start].word == "the"):
        start += 1
    return beaten[start:]


def _by_how_much(tokens: Sequence[Token]) -> int:
    """The place of the "by" that leads to the figure, past words such as "more than", or 0."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].word != "by" and is_light(tokens[last]):
        last -= 1
    return last if last > 0 and tokens[last].word == "by" else 0


def _outdoes(tokens: Sequence[Token], by: int) -> int | None:
    """The place before a "by" of the word that tells what the subject is above or below."""
    for n in range(by - 1, -1, -1):
        if tokens[n].mark:
            return None
        if _side(tokens, n) and tokens[n].naming is None:
            return n
    return None


def _side(tokens: Sequence[Token], n: int) -> int:
    """The side on which "outpacing", "above" and the "higher" of "higher than" put the subject, or 0."""
    roles = tokens[n].roles
    compares = has_role(tokens[n : n + 2], "comparison.than")
    return gap_of(tokens[n]) or (compares and ("change.more" in roles) - ("change.less" in roles))


def without_pace_before(clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without those that tell whence points are counted: "quickening | from the rise in May | by"."""
    last = len(tokens) - 1
    if last < 0 or tokens[last].word != "by":
        return tokens
    start = next((n for n in range(last, 0, -1) if tokens[n].mark or tokens[n].word == "from"), 0)
    time = next((token.time for token in tokens[start:last] if token.time is not None), None)
    if not start or tokens[start].mark or time is None or not is_verb(tokens[start - 1]):
        return tokens
    clues.base = clues.base or time
    return [*tokens[:start], tokens[last]]


def without_pace_told(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without how fast something moved beside another time: "rose | at a faster pace than in May |, up"."""
    at = next((n for n, token in enumerate(tokens) if n and not token.roles.isdisjoint(MORE)), 0)
    stop = next((n for n in range(at, len(tokens)) if at and tokens[n].mark), 0)
    if not (than := next((n for n in range(at + 1, stop) if _sets_beside(tokens[n])), 0)):
        return tokens
    how = [token.word for token in tokens[at + 1 : than]]
    paced = {tokens[at].word} & word_set("pace.words") or {tokens[at].word} & word_set("pace.degrees")
    timed = any(token.time is not None or comparison_of(token) is not None for token in tokens[than:stop])
    if not (paced and timed) or len(how) > 1:
        return tokens
    while at and (is_light(tokens[at - 1]) or "link.preposition" in tokens[at - 1].roles):
        at -= 1
    return [*tokens[:at], *tokens[stop:]] if at and is_change(tokens[at - 1]) else tokens


def _sets_beside(token: Token) -> bool:
    return "comparison.than" in token.roles or comparison_of(token) is not None
