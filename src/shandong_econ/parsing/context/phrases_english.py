"""Which English noun phrase is told of, of those that stand before a figure."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.clauses import Clause, Phrase
from shandong_econ.parsing.clauses_english import LEADS
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import (
    AND,
    AREA,
    BEST,
    BUT,
    COMMA,
    DOES,
    GROWTHS,
    HEDGE,
    IN,
    IS,
    IT,
    ITS,
    JOIN,
    MOVES,
    NAME,
    OF_WHICH,
    SAY,
    SEMI,
    THAT_OF,
    WITH,
    WORD,
    one_of,
)


def phrases_before(frame: Frame) -> list[Phrase]:
    """The phrases since the last figure or whatever parts what follows from them, in their order."""
    found: list[Phrase] = []
    mark, placed = "", False
    for clause in frame.zone:
        leaves = IT in clause.classes
        if leaves or OF_WHICH in clause.classes:
            found = []
        if clause.phrases:
            found += [one for one in clause.phrases if not (one.is_base or (leaves and _is_where(frame, one)))]
        if clause.classes:
            placed = clause.classes[-1] == AREA and bool(clause.places) and not clause.places[-1].partner
        if clause.mark in (SEMI, SAY) or (clause.mark == BUT and _begins_anew(frame, clause, mark, placed=placed)):
            found = []
        mark = clause.mark
    return found


def _is_where(frame: Frame, one: Phrase) -> bool:
    """Whether a phrase before a pronoun only says where it is so: in some areas it is 15 percent."""
    classes = frame.sentence.classes
    at = one.first - 1 - (one.lead == HEDGE)
    return at >= 0 and classes[at] == IN and NAME not in classes[one.first : one.stop]


def _begins_anew(frame: Frame, clause: Clause, mark: str, *, placed: bool) -> bool:
    """Whether a clause ends with who says what follows, or with the place that does it."""
    if clause.classes[-1:] in DOES:
        return mark != BUT  # an aside that a relative opens, and another dash closes
    follows = frame.sentence.text[clause.end : clause.end + _LONGEST_LINK].lower().lstrip()
    if placed and frame.measure in _DEALT and follows.startswith(tuple(word_list("en", "relative.place"))):
        return True
    return mark != COMMA and follows.startswith(tuple(word_list("en", "tense.saying")))


_DEALT = frozenset(("level", "share"))
_LONGEST_LINK = 12


def main_phrase(frame: Frame, told: list[Phrase] | None = None) -> Phrase | None:
    """The phrase that is told of: one that its verb has to itself, the last that is no adjunct, else the last."""
    if frame.own.phrases and _has_its_verb(frame, frame.own.phrases[-1]):
        return frame.own.phrases[-1]
    found = phrases_before(frame) if told is None else told
    own = [one for one in found if one.lead not in LEADS]
    if len(own) > 1:
        goes_on = frame.measure == "growth" and not frame.own.phrases and own[-1].lead in DOES
        if _is_object(frame, *own[-2:]) if goes_on else _is_predicate(frame, own[-1]):
            own.pop()
    if own:
        return own[-1]
    somebody_does = bool(frame.own.places) and not frame.own.phrases
    return found[-1] if found and frame.opens and not somebody_does else None


def _is_predicate(frame: Frame, one: Phrase) -> bool:
    """Whether a phrase says how its subject is, and not what: the ratio remains low, stocks were enough."""
    word = frame.sentence.said(one.first, one.stop).lower()
    classes = frame.sentence.classes
    if one.lead == BEST and classes[one.first - 2 : one.first - 1] in _MAKES:
        return True  # made up the largest part
    alone = one.stop - one.first == 1 and classes[one.first] == WORD
    if not alone or one.lead != IS or word.endswith("s"):
        return False
    verb = frame.sentence.said(one.first - 1, one.first).lower()
    return verb in word_list("en", "tense.being") or verb in word_list("en", "passive.be")


def _is_object(frame: Frame, subject: Phrase, one: Phrase) -> bool:
    """Whether a phrase only tells what a known series did that goes on to move: exports bucked the trend, soaring."""
    classes = frame.sentence.classes
    known = NAME in classes[subject.first : subject.stop] and NAME not in classes[one.first : one.stop]
    return known and subject.lead not in DOES


_MAKES = one_of("IS OF")


def _has_its_verb(frame: Frame, one: Phrase) -> bool:
    """Whether an adjunct is told of: with loans at 5 billion yuan, due to price rises."""
    classes = frame.sentence.classes
    follows = classes[one.stop : one.stop + 1]
    named = one.lead in LEADS and NAME in classes[one.first : one.stop]
    does = follows == IS and frame.sentence.said(one.stop, one.stop + 1).endswith(word_list("en", "acting.present"))
    if follows in GROWTHS or (named and (does or follows in MOVES or (follows == IT and one.lead == IN))):
        return named  # rebates to exporters totalling 5 billion
    return one.lead == WITH


def main_words(frame: Frame) -> str:
    """The words of that phrase, "" if there is none."""
    main = main_phrase(frame)
    return "" if main is None else frame.sentence.said(main.first, main.stop)


def list_before(frame: Frame, end: int | None = None) -> list[Phrase]:
    """The list of phrases that ends with the one that is told of, or with the last before a token; or that alone."""
    told = phrases_before(frame)
    if end is None:
        main = main_phrase(frame, told)
        end = 0 if main is None else main.stop
    run: list[Phrase] = []
    for one in reversed(told):
        if one.first >= end:
            continue
        between = frame.sentence.classes[one.stop : run[0].first] if run else ""
        if run and not (_is_listed(frame, run[0]) and _ACTS.isdisjoint(between)):
            break
        run.insert(0, one)
    return run[-1:] if run and run[0].lead == AND and frame.sentence.classes[run[0].first - 2] != COMMA else run


def _is_listed(frame: Frame, one: Phrase) -> bool:
    """Whether a phrase goes on with a list: and exports, and its exports, and that of the mines; but not: , and its."""
    before = frame.sentence.classes[: one.first].rstrip(_OF_THOSE)
    return one.lead == AND or (before[-1:] == AND and before[-2:-1] != COMMA)


_OF_THOSE = JOIN + ITS + THAT_OF
_ACTS = MOVES | {IS, SAY}
