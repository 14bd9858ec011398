"""What stands behind a figure: "of it", "were newly registered", "a year"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_change, is_plain, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, is_of_place
from shandong_econ.parsing.resolving.clues import Clues, Says


def after_of_it(clues: Clues, trail: Sequence[Token]) -> Sequence[Token]:
    """The words after "of it" or "of which" behind a share, none where it is of something else."""
    for n in () if is_of_other(clues, trail) else (1, 2):
        if " ".join(token.word for token in trail[:n]) in word_set("back.of_it"):
            return trail[n:]
    return ()


def is_of_other(clues: Clues, trail: Sequence[Token]) -> bool:
    """Whether words tell of what something is a share that has its own name: "of that | of all firms"."""
    goes_on = len(trail) > 1 and trail[0].word in word_set("back.of_it")
    return goes_on and Says.SHARE in clues.says and trail[1].word in word_set("link.that_links")


def grown_after(words: Words, trail: Sequence[Token]) -> tuple[str, int]:
    """What a percentage right before its name is the growth of, with the sign: "6.9 percent | GDP growth", or ""."""
    stop = next((n for n, t in enumerate(trail) if n and is_change(t) and t.naming is None), 0)
    named = trail[: stop + 1] if stop else trail[:1]
    if not named or any(not is_plain(token, or_named=True) for token in named[:-1]):
        return "", 0
    goes_on = trail[len(named) : len(named) + 1]
    if goes_on and (is_plain(goes_on[0], or_named=True) or "achievement.goal" in goes_on[0].roles):
        return "", 0  # "5 percent growth target"
    pieces = words.phrase(named).split()
    if not pieces:
        return "", 0
    sign = -1 if pieces[-1].lower() in word_set("change.fall_noun") else 1
    grows = sign < 0 or pieces[-1].lower() in word_set("growth_nouns.words")
    alone = any(token.naming is not None for token in named[:-1])  # "GDP growth" is of GDP, "economic growth" its name
    for phrase in (" ".join(pieces[: -int(alone) or None]), " ".join(pieces[:-1])) if grows else ():
        if name_series_english(phrase, words.scene.base).base is not None:
            return phrase, sign
    return "", 0


def ranked_in(words: Words, trail: Sequence[Token]) -> str:
    """In what something ranks: "third in the country | in grain output", "ninth | in terms of innovation", or ""."""
    ends = word_set("within.before") | word_set("ranked.after")
    for n, token in enumerate(trail):
        by_name = token.word in word_set("ranked.by")
        if not by_name and token.word not in word_set("within.before"):
            continue
        rest = trail[n + 1 :]
        by_name |= any(token.word in word_set("own_part.owners") for token in rest[:1])  # "first | in its reserves"
        stop = next((k for k, one in enumerate(rest) if one.mark or one.word in ends), len(rest))
        phrase = words.until_break(rest[:stop])
        own = name_series_english(phrase, None).base is not None
        if phrase.lower() in word_set("ranked.growths"):
            return ""  # of what was told of: "second in terms of growth rate"
        if phrase and (by_name or own or name_series_english(phrase, words.scene.base).code is not None):
            return phrase
    return ""


def _leads_to_order(token: Token) -> bool:
    """Whether a word can stand between a rank and its order: "the third | spot among the country's | largest"."""
    return is_of_place(token) or token.word in word_set("ranked.after") or "link.filler" in token.roles


def ranked_as(words: Words, trail: Sequence[Token]) -> str:
    """As what something has a place in an order: "the second largest | producer of optical fiber |", or ""."""
    at = next((n for n, token in enumerate(trail) if not _leads_to_order(token)), len(trail))
    if at == len(trail) or "rank.superlative" not in trail[at].roles:
        return ""
    trail = trail[at:]
    noun = words.counted(trail[1:])
    at = next((n for n, token in enumerate(trail) if token.word == "of"), 0)
    of = words.counted(trail[at + 1 :]) if at and words.phrase(core(trail[1:at])) == noun else ""
    if at > 1 and all(token.word in word_set("area.nouns") for token in trail[1:at]):
        return words.counted(trail[at + 1 :])  # "the second biggest maker of | glass"
    return f"{noun} of {of}" if noun and of else noun
