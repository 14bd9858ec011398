"""What a sentence names only behind the amount with which it opens: "At 5.2 billion dollars, | exports | were"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_predicate, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues


def subject_behind(words: Words, lead: Sequence[Token], behind: Sequence[Token]) -> str:
    """The noun phrase between the comma behind such an amount and its verb, or "" where it opens with no "at"."""
    comma = next((n for n, token in enumerate(behind) if token.mark or token.figure is not None), len(behind))
    if not lead or not (lead[-1].word in word_set("told.at") or _with_growth(lead, behind[:comma])):
        return ""
    rest = behind[comma + 1 :]
    stop = next((n for n, token in enumerate(rest) if _ends(token)), len(rest))
    names = comma < len(behind) and behind[comma].mark == "," and stop < len(rest) and is_predicate(rest[stop])
    return words.phrase(core(rest[:stop])) if names else ""


def things_behind(words: Words, clues: Clues, tokens: Sequence[Token]) -> str:
    """What somebody spends on that is counted: "invested 3 billion yuan (470 million dollars) in | 42 | projects"."""
    close = next((n + 1 for n, token in enumerate(tokens) if token.mark == ")"), 0) if _opens(tokens) else 0
    on, count = tokens[close : close + 1], tokens[close + 1 : close + 2]
    counts = bool(count) and (figure := count[0].figure) is not None and not (figure.unit or figure.power)
    if not (clues.spends and counts and on[0].word in word_set("within.before") | word_set("spending.into")):
        return clues.within
    return words.counted(tokens[close + 2 :])


def _opens(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].mark == "("


def _with_growth(lead: Sequence[Token], trail: Sequence[Token]) -> bool:
    """Whether a sentence opens with how much something moved: "With growth of" so much "in May, | exports led"."""
    said = [token for token in (*lead[1:], *trail) if not (is_light(token) or token.time is not None)]
    moves = any(map(is_change, said)) and all(is_change(one) or "link.preposition" in one.roles for one in said)
    return moves and lead[0].word in word_set("split.with")


def deed_behind(words: Words, clues: Clues, figure: Figure, lead: Sequence[Token], trail: Sequence[Token]) -> str:
    """What takes so long, or of what so many days there were, named behind the time, or "".

    "It takes 3 hours to | ship pears", "there were 90 | days lost to floods".
    """
    if figure.unit not in _TIMES or not (lead and trail):
        return ""
    led = next((token.word for token in reversed(lead) if not is_light(token)), "")
    if led in word_set("some_of.there") and "link.preposition" not in trail[0].roles:
        return f"{figure.word} {words.whole(trail)}"
    it_takes = clues.pronoun in word_set("pronoun.subjects") and "link.to" in trail[0].roles
    return words.whole(trail) if it_takes else ""


_TIMES = frozenset({"HOURS", "DAYS", "MONTHS", "YEARS"})


def _ends(token: Token) -> bool:
    return bool(token.mark) or token.figure is not None or is_predicate(token)
