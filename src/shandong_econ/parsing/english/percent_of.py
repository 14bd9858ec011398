"""What "percent of" says after a figure: the whole of a share, a goal, growth, or what somebody spends."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.naming import is_rate
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, sign_of, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues, Says

_PARTS = frozenset({Says.CONTRIBUTION, Says.SHARE})


def grows(tokens: Sequence[Token]) -> bool:
    """Whether what something contributes to is growth: "to the growth of exports", "of all industrial growth"."""
    for token in tokens:
        if token.mark or token.figure is not None:
            return False
        if is_change(token) or not word_set("growth_nouns.words").isdisjoint(token.word.split()):
            return True
    return False


def means_of(words: Words, clues: Clues, rest: Sequence[Token]) -> tuple[str, str]:
    """The whole of a share, and what it is spent on: "of its revenue", "R&D"."""
    if clues.spends:
        for n, token in enumerate(rest):
            if token.mark or token.figure is not None:
                break
            if n and token.word in word_set("spending.into"):
                return words.phrase(core(rest[:n])), words.until_break(rest[n + 1 :])
    return words.until_break(rest), ""


def take_of(clues: Clues, rest: Sequence[Token], unit: str | None) -> None:
    """Takes what "percent of" or "points of" says: a share, unless it is of a goal or of growth."""
    if unit == "PPT":
        if grows(rest) and not clues.verb:
            clues.says.add(Says.CONTRIBUTION)  # "services supplied 3 percentage points | of the growth"
        return
    for n, token in enumerate(rest):
        if token.mark or token.figure is not None:
            break
        what = rest[0].word in word_set("goal_told.what") or has_word(rest[n + 1 : n + 2], "goal_told.sizes")
        planned = (
            what and "status.target" in token.roles and n + 1 < len(rest)
        )  # "of what was planned", "of the planned area"
        if ("achievement.goal" in token.roles or planned) and not clues.spent_on:
            clues.says.add(Says.GOAL)
            clues.goal = " ".join(one.word for one in rest[n : n + 1 + planned])
            return
    if _is_time(rest):
        return  # "slower than the 5.6 percent of January to May"
    if (not clues.says.isdisjoint(_PARTS) and grows(rest)) or (not clues.verb and _is_growth(rest)):
        clues.says.add(Says.CONTRIBUTION_RATE)
        return
    if is_rate(clues.words) and Says.SHARE_NOUN not in clues.says:
        return  # "the response rate was 64 percent of the firms asked"
    if not clues.verb or clues.is_to:
        clues.says.add(Says.SHARE)


def rise_alone(clues: Clues, rest: Sequence[Token]) -> int:
    """The sign of a rise or fall that a noun tells alone, of no whole: "15 percent of | increase | on the year"."""
    if not rest or not is_change(rest[0]) or not clues.says.isdisjoint(_PARTS):
        return 0
    after = next(iter(rest[1:]), None)
    ends = after is None or after.mark or after.time is not None or comparison_of(after) is not None
    return sign_of(rest[0]) if ends else 0


def _is_growth(rest: Sequence[Token]) -> bool:
    """Whether a rise as such is the whole: "21 percent of the whole | increase"."""
    at = next((n for n, token in enumerate(rest[:LONGEST_RISE]) if is_change(token)), 0)
    articled = bool(rest) and rest[0].word in word_set("over.articles")
    return articled and at > 0 and all(is_light(token) or is_plain(token) for token in rest[:at])


LONGEST_RISE = 4  # pieces of "the whole annual increase"


def _is_time(rest: Sequence[Token]) -> bool:
    """Whether what follows is only a time, or what tells one."""
    first = next((token for token in rest if token.word not in word_set("over.articles")), None)
    return first is not None and (first.time is not None or comparison_of(first) is not None)
