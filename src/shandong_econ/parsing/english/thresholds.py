"""Amounts that only tell how large the things are that are spoken of: "firms with revenue above 20 million yuan"."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.asides import aside_after
from shandong_econ.parsing.english.counts import LIST, before_hedge
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.tenses import is_past
from shandong_econ.parsing.english.word_kinds import is_minor, is_predicate, tells, word_set
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.unit_classes import MONEY, PERCENT

NUMBER = 3  # pieces from "number" to what is said of those counted
SIZED = 7  # pieces of "with annual main business revenue above"


def is_threshold(pieces: Pieces, i: int) -> bool:
    """Whether an amount only tells how large the things are: "projects of more than 5 million yuan"."""
    j = before_hedge(pieces, i)
    if pieces.word(j) == "(" and j and pieces.tokens[j - 1].figure is not None:
        return pieces.figure(i).unit in MONEY and is_threshold(pieces, j - 1)  # "above 20 million yuan ($2.9 million)"
    if pieces.figure(i).unit in MONEY and _is_of_threshold(pieces, j):
        return True  # "firms above the size threshold, which is set at annual sales of 20 million yuan"
    if pieces.figure(i).unit in MONEY and _tells_whose(pieces, i):
        return True  # "shops | whose sales reach 20 million yuan a year"
    if pieces.figure(i).unit in MONEY and _is_class(pieces, i + 1):
        return True  # "ten-billion-yuan industries"
    if _is_in_range(pieces, i) or _is_of_counted(pieces, i):
        return True
    aside = aside_after(pieces, i)
    end = i if aside is None else aside.last  # "8 million yuan ($1.1 million) | or more"
    if pieces.word(end + 1) in word_set("size.after") and pieces.word(end + 2) in word_set("size.open"):
        return not _is_told_of_series(pieces, i)
    j = i - 1
    while j > 0 and (token := pieces.at(j)) is not None and qualifier_of(token) is not None:
        j -= 1
    if j < i - 1 and _sizes(pieces, j, each=pieces.word(end + 1) in word_set("each.words")):
        return True
    thing = pieces.word(j - 1).split()[-1:]
    sized = pieces.word(j) in word_set("size.links") and not word_set("size.nouns").isdisjoint(thing)
    return sized and (j < i - 1 or pieces.word(end + 1) in word_set("size.after"))


def _is_in_range(pieces: Pieces, i: int) -> bool:
    """Whether an amount bounds how large those of a class are: "those of | 1 to 5 billion yuan"."""
    k = i - 2 if pieces.word(i - 1) in word_set("size.up_to") and pieces.is_figure(i - 2) else i
    upper = k + 2 if pieces.word(k + 1) in word_set("size.up_to") else k
    if upper == k or not pieces.is_figure(upper) or pieces.figure(upper).unit not in MONEY:
        return False
    alike = pieces.figure(k).unit in (
        None,
        pieces.figure(upper).unit,
    )  # not "products 33 percent | to 19 yuan"
    return alike and _follows_class(pieces, k)


def _is_of_counted(pieces: Pieces, i: int) -> bool:
    """Whether a hedged amount is the size of those whose number follows: "projects above 5 billion yuan | are | 8"."""
    hedged = (before := pieces.at(i - 1)) is not None and qualifier_of(before) is not None
    counts = pieces.word(i + 1) in word_set("size.numbering") and pieces.is_figure(i + 2)
    if pieces.figure(i).unit not in MONEY or not (hedged and counts) or pieces.figure(i + 2).unit is not None:
        return False
    first = pieces.at(i - 2)
    return first is None or bool(first.mark) or _follows_class(pieces, i - 1)


def _follows_class(pieces: Pieces, k: int) -> bool:
    """Whether the words before a place name those of a class: "projects", "those | of"."""
    words = f"{pieces.word(k - 2)} {pieces.word(k - 1)}".split()
    if words[-1:] and (words[-1] in word_set("size.links") or words[-1] in word_set("size.between")):
        words.pop()
    return not word_set("size.classes").isdisjoint(words[-1:])


def _sizes(pieces: Pieces, j: int, *, each: bool) -> bool:
    """Whether a hedged amount tells how large those are that are spoken of: "firms with annual revenue above"."""
    of_one = yearly = False
    for k in range(j, max(0, j - SIZED), -1):
        token, word = pieces.tokens[k], pieces.word(k)
        if token.mark or token.figure is not None:
            return False
        yearly = yearly or word.partition(" ")[0] in word_set("size.yearly")
        if word in word_set("acting.articles") and (yearly or each):
            continue  # "firms with a yearly turnover of more than": of each of them
        if word in word_set("size.no_class"):
            of_one = True
        elif is_predicate(token):
            return False  # "enterprises with export record are planned to reach about 295"
        if word in word_set("size.having"):
            if pieces.word(k - 1) in word_set("each.words"):
                return True  # "projects each with a total investment of more than"
            before = " ".join(one.word for one in pieces.tokens[max(0, k - NUMBER) : k]).split()
            of_one = of_one and word_set("told.numbers").isdisjoint(before)  # "the number of projects with a"
            counted = k > 0 and pieces.tokens[k - 1].figure is not None  # "12 makers, 3 | with annual sales above"
            return (counted or _names_class(pieces, k)) and not of_one
    return False


def _is_of_threshold(pieces: Pieces, j: int) -> bool:
    """Whether an amount is that at which a threshold is set."""
    near = [token.word for token in pieces.tokens[max(0, j - LIST) : j]]
    return not word_set("size.thresholds").isdisjoint(near) and not word_set("size.set_at").isdisjoint(near)


def _tells_whose(pieces: Pieces, i: int) -> bool:
    """Whether a verb in the present tells how large those of a class must be: "firms | whose sales reach"."""
    at = next((k for k in range(i, max(0, i - SIZED), -1) if pieces.word(k) in word_set("relative.whose")), 0)
    said = pieces.tokens[at + 1 : i]
    verb = next((token for token in reversed(said) if tells(token) or qualifier_of(token) is not None), None)
    return bool(at and verb) and _names_class(pieces, at) and not any(is_past(one.word) for one in said if tells(one))


def _names_class(pieces: Pieces, k: int) -> bool:
    """Whether the words before piece k, or before its comma or bracket, end with those of a class, but for its size."""
    if pieces.tokens[k - 1].mark:
        sized = pieces.tokens[max(0, k - 1 - NUMBER) : k - 1]
        return any(not word_set("size.classes").isdisjoint(token.word.split()) for token in sized)
    return pieces.word(k - 1).rpartition(" ")[2] in word_set("size.classes")


def _is_class(pieces: Pieces, i: int) -> bool:
    """Whether a word names those that the amount right before it sizes."""
    token = pieces.at(i)
    return token is not None and pieces.word(i) in word_set("size.classes") and pieces.word(i) in word_set("size.sized")


def _is_told_of_series(pieces: Pieces, i: int) -> bool:
    """Whether an amount that is open to one side is a growth or a goal: "growth of 6 percent or more"."""
    before = pieces.tokens[max(0, i - LIST) : i]
    if pieces.word(i - 1) in word_set("told.by_only"):
        return True  # "investment by 10 percent or more"
    if pieces.word(i - 1) in word_set("size.links") and pieces.word(i - 2) in word_set("size.classes"):
        return False  # "those worth 100 million yuan and above"
    if any(not word_set("size.nouns").isdisjoint(token.word.split()) for token in before):
        return False
    if pieces.figure(i).unit in PERCENT and has_word(before, "growth_nouns.words"):
        return True  # "the year's growth at 8 percent or more"
    j = i - 1
    while j > 0 and is_minor(pieces.tokens[j]) and not _is_goal(pieces.tokens[j]):
        j -= 1
    token = pieces.at(j)
    if _tells_which(pieces, j):
        return False  # "shops | selling 3 million yuan or more"
    return token is not None and _is_goal(token)


def _is_goal(token: Token) -> bool:
    return is_predicate(token) or "achievement.goal" in token.roles


def _tells_which(pieces: Pieces, j: int) -> bool:
    """Whether a verb tells which ones of a class are meant: "those selling", "shops that sell"."""
    before = pieces.word(j - 1)
    if before in word_set("relative.restricting"):
        return pieces.word(j - 2) in word_set("size.classes")
    return before in word_set("size.classes") and pieces.word(j).endswith(word_list("en", "acting.present"))
