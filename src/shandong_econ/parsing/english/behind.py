"""What stands behind a share: the whole that it is of, what it went to, and what things counted are said to be."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.words import Words, core, is_change, word_set
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says

_PARTS = frozenset({Says.CONTRIBUTION, Says.SHARE})


def after_of_it(words: Words, trail: Sequence[Token]) -> Sequence[Token]:
    """The words after "of it" or "of them" behind a share, none where it is of something else."""
    for n in (1, 2):
        if " ".join(words.word(token) for token in trail[:n]) in word_set("back.of_it"):
            return trail[n:]
    return ()


def is_new(words: Words, trail: Sequence[Token]) -> bool:
    """Whether what was counted is said to be new: "were newly registered"."""
    near = any(words.word(token).split(" ")[0] in word_set("newly.words") for token in trail[1:3])
    return near and name_series_english(f"new {words.scene.subject.label}", None).code is not None


def means(words: Words, clues: Clues, rest: Sequence[Token]) -> tuple[str, str]:
    """The whole of a share, and what it is spent on: "of its revenue", "R&D"."""
    if clues.spends:
        for n, token in enumerate(rest):
            if token.mark or token.figure is not None:
                break
            if n and words.word(token) in word_set("spending.into"):
                return words.phrase(core(rest[:n])), words.until_break(rest[n + 1 :])
    return words.until_break(rest), ""


def take_of(words: Words, clues: Clues, rest: Sequence[Token]) -> None:
    """Takes what "percent of" says: a share, unless it is of a goal or of growth."""
    for token in rest:
        if token.mark or token.figure is not None:
            break
        if "achievement.goal" in token.roles and not clues.spent_on:
            clues.says.add(Says.GOAL)
            clues.goal = words.word(token)
            return
    if _is_time(words, rest):
        return  # "slower than the 5.6 percent of January to May"
    if not clues.says.isdisjoint(_PARTS) and grows(words, rest):
        clues.says.add(Says.CONTRIBUTION_RATE)
        return
    if not clues.verb or clues.is_to:
        clues.says.add(Says.SHARE)


def grows(words: Words, tokens: Sequence[Token]) -> bool:
    """Whether what something contributes to is growth: "to the growth of exports", "of all industrial growth"."""
    for token in tokens:
        if token.mark or token.figure is not None:
            return False
        if is_change(token) or not word_set("growth_nouns.words").isdisjoint(words.word(token).split()):
            return True
    return False


def is_yearly(words: Words, trail: Sequence[Token]) -> bool:
    """Whether "a year" follows a figure."""
    return any(" ".join(words.word(t) for t in trail[:n]) in word_set("averaging.yearly") for n in (1, 2))


def _is_time(words: Words, rest: Sequence[Token]) -> bool:
    """Whether what follows is only a time."""
    first = next((token for token in rest if words.word(token) not in word_set("over.articles")), None)
    return first is not None and first.time is not None
