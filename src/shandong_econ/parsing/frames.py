"""One frame a figure: what its shape says of it, and the clauses before it. Nothing here looks beyond the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import compress
from typing import NamedTuple

from shandong_econ.model import Comparison, Qualifier
from shandong_econ.parsing.clauses import Clause
from shandong_econ.parsing.clauses_english import clause
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.grammar.classes import (
    CLOSE,
    COMPARE,
    DOUBLED,
    FIGURES,
    FLAT,
    HEDGE,
    NAME,
    OF_WHICH,
    RATIO,
    THAN,
    TIME,
    WORD,
    one_of,
)
from shandong_econ.parsing.grammar.shapes import Match, Shape, grammar
from shandong_econ.parsing.lexing.tokens import Sentence, Token

_COMPARE, _SAY_COMPARED = one_of("COMPARE"), one_of("COMPARE RATE DECLINE")
_ALSO_HEDGE = one_of("ABOVE BELOW HIGHER LOWER")  # right before a figure
_QUALIFIERS = {one.value: one for one in Qualifier}
_RANGES = one_of("RANGE TO")
_NO_HEDGE_BEYOND = FIGURES | {NAME, WORD, CLOSE}
_BEFORE_FIGURE = 2  # tokens before a figure in which a word that hedges it stands


class Frame(NamedTuple):
    """What a sentence says of one figure.

    `measure` is what its slot says that it measures, `side` whether it is the `old` or the `now` of a move, or another
    `side`, "" of most; `n` and `of` which of how many figures it is that are told alike. `own` is the clause that it
    stands in, up to its shape, and `words` are the stretches of text of the other slots.
    """

    sentence: Sentence
    language: str
    shape: Shape
    of: int
    start: int
    end: int
    zone: Sequence[Clause]
    own: Clause
    opens: bool
    """Whether no figure of its sentence stands before it."""
    parts: bool
    """Whether it is told as a part of what was told before: 其中."""
    tail: Clause | None
    """What is told behind it in its clause: when, where, compared with what."""
    slots: Mapping[str, tuple[int, int]]
    words: Mapping[str, tuple[int, int]]
    moment: Token | None
    was: Token | None
    measure: str
    side: str
    figure: Figure
    n: int
    inner: str
    at: int
    """Which token it is."""
    traits: frozenset[str]
    """What a principle may need: its slots, its side, and whether it has phrases, a verb, places, a tail and others.

    And times, whatever they say that it is compared with."""
    sign: int
    qualifier: Qualifier
    comparison: Token | None
    base: Time | None

    @property
    def is_range(self) -> bool:
        """Whether it and another figure of its shape are the bounds of one amount: 10 to 30 percent."""
        classes = self.sentence.classes
        after = classes[self.at + 1 : self.at + 2] in _RANGES and self.n + 1 < self.of
        return after or (self.n > 0 and classes[self.at - 1] in _RANGES)

    def said(self, slot: str) -> str:
        """The words that a slot takes, "" if it takes none."""
        return self.sentence.text[slice(*self.words[slot])] if slot in self.words else ""


def frames_of(sentence: Sentence, match: Match, zone: Sequence[Clause], *, opens: bool) -> list[Frame]:
    """The frames of the figures that a shape takes, in their order."""
    tokens, classes = sentence.tokens, sentence.classes
    measures, slots = match.shape.measures, match.slots
    taken: list[tuple[str, int]] = []
    words: dict[str, tuple[int, int]] = {}
    for slot, (first, end) in slots.items():
        if slot in measures:
            taken += [(slot, n) for n in range(first, end) if classes[n] in _TELLS]
        else:
            words[slot] = tokens[first].start, tokens[end - 1].end
    moment = tokens[slots["at"][0]] if "at" in slots else None
    was = tokens[slots["was"][0]] if "was" in slots else None
    parts, own, tail = False, zone[-1], None
    if match.end > match.tail:
        tail = clause(sentence, match.tail, match.end, "", grammar(sentence.language))
    times = was or (tail and tail.times)
    for one in zone:
        parts, times = parts or OF_WHICH in one.classes, times or one.times
    start, end = tokens[match.start].start, tokens[match.tail - 1].end
    alike = (sentence, sentence.language, match.shape, len(taken), start, end, zone, own, opens)
    beside = (parts, tail, slots, words, moment, was)
    traits = frozenset((*slots, *compress(_BESIDE, (own.phrases, own.verb, own.places, tail, zone[1:], times, opens))))
    found: list[Frame] = []
    for k, (slot, n) in enumerate(taken):
        (measure, side), inner = measures[slot], classes[match.start : n]
        beyond = n + 1 + (classes[n + 1 : match.tail][:1] == COMPARE)  # a 5 percent month-on-month rise
        saying = _SAY_COMPARED if measure == "growth" and sentence.language == "zh" else _COMPARE
        compares = not saying.isdisjoint(classes[match.start : beyond]) or THAN in inner
        comparison, base = _compared(sentence, match.start, beyond, saying) if compares else (None, None)
        has = traits | {measure, f".{side}", "comparison" if comparison else "", "times" if base else ""}
        sign, cls = _sign(match, slot), classes[n]
        what = tokens[n].what
        if cls in _UNITS:
            _, last, named = tokens[n]
            what = Figure(tokens[n].start, last, last, _worth(named), unit=_UNITS[cls], is_word=True)
        for one in what if cls == RATIO else (what,):
            exact = _qualifier(sentence, n, one, slots[slot])
            found.append(Frame(*alike, *beside, measure, side, one, k, inner, n, has, sign, exact, comparison, base))
    return found


_BESIDE = ("phrases", "verb", "places", "tail", "clauses", "times", "opens")
"""What may stand beside a figure, as its traits name it."""
_UNITS = {FLAT: "PT", DOUBLED: "RO"}
"""The units of what is told without a number: unchanged, doubled."""
_TELLS = FIGURES | _UNITS.keys()


@cache
def _worth(roles: frozenset[str]) -> Decimal:
    """The number that one of a word's roles is: worth.2."""
    return next(Decimal(role.removeprefix("worth.")) for role in roles if role.startswith("worth."))


def _sign(match: Match, slot: str) -> int:
    """The sign that the words give: those of the figure's own side, else those of the whole shape."""
    slots, marks, side = match.slots, match.shape.marks, match.shape.measures[slot][1]
    if not side:
        return -1 if "now.down" in slots or ("down" in slots and "from_to" not in marks) else 1
    up, down = f"{side}.up", f"{side}.down"
    of_all = side not in ("now", "side") and "from_to" not in marks
    if of_all and up not in slots:
        return -1 if down in slots or "down" in slots else 1
    return -1 if down in slots else 1


def _compared(sentence: Sentence, first: int, end: int, saying: frozenset[str]) -> tuple[Token | None, Time | None]:
    """The comparison, or the time compared with, that a shape has before its figure; 环比涨幅 says what a growth is."""
    comparison, base = None, None
    for n in range(first, end):
        cls = sentence.classes[n]
        if cls in saying and says_comparison(sentence.tokens[n].what):
            comparison = sentence.tokens[n]
        elif cls == TIME and n and sentence.classes[n - 1] == THAN:
            base = sentence.tokens[n].what
    return comparison, base


def _qualifier(sentence: Sentence, n: int, figure: Figure, slot: tuple[int, int]) -> Qualifier:
    """How exact a figure is, of those in a slot: the bound of a range, or what is said in it or before it."""
    classes, (first, end) = sentence.classes, slot
    if n + 2 < end and classes[n + 1] in _RANGES and classes[n + 2] in _TELLS:
        return Qualifier.GE
    if n - 2 >= first and classes[n - 1] in _RANGES and classes[n - 2] in _TELLS:
        return Qualifier.LE
    if figure.hedge:
        return _QUALIFIERS[figure.hedge]
    for at in range(n - 1, n - 1 - _BEFORE_FIGURE, -1):
        if at < 0 or classes[at] in _NO_HEDGE_BEYOND:
            break
        if classes[at] == HEDGE or (at == n - 1 and classes[at] in _ALSO_HEDGE):
            return qualifier_in(sentence.tokens[at].what) or Qualifier.EQ
    return Qualifier.EQ


@cache
def qualifier_in(roles: frozenset[str]) -> Qualifier | None:
    """The qualifier that is one of a word's roles."""
    return next((one for one in Qualifier if f"qualifier.{one.value}" in roles), None)


def says_comparison(what: object) -> bool:
    """Whether one of a word's roles is a comparison."""
    return isinstance(what, frozenset) and not _COMPARISONS.isdisjoint(what)


_COMPARISONS = frozenset({"comparison.edition", *(f"comparison.{one.value}" for one in Comparison)})


@cache
def comparison_in(roles: frozenset[str]) -> Comparison:
    """The comparison that is one of a word's roles; since, where it names another base."""
    return next((one for one in Comparison if f"comparison.{one.value}" in roles), Comparison.SINCE)


def in_runs(matches: Sequence[Match]) -> list[list[Match]]:
    """The shapes in their order, each with those right after it that go on with its list."""
    runs: list[list[Match]] = []
    for match in matches:
        if runs and "goes_on" in match.shape.marks and match.start == runs[-1][-1].end:
            runs[-1].append(match)
        else:
            runs.append([match])
    return runs
