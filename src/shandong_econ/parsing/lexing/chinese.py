"""A Chinese sentence cut into tokens in one pass: times and numbers stand firm, words are the longest that fit."""

from __future__ import annotations

import re
from typing import Any

from shandong_econ.lexicon.concepts import level_of
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.grammar.classes import (
    AND,
    AREA,
    BREAK,
    CLASSES,
    FIGURES,
    FILL,
    NAME,
    QTY,
    RANGE,
    STOP,
    THAN,
    WORD,
    one_of,
)
from shandong_econ.parsing.grammar.patterns import Compiler
from shandong_econ.parsing.lexing.firm_chinese import ASIDE, Firm, find_firm
from shandong_econ.parsing.lexing.lists import share_units, without_bounds
from shandong_econ.parsing.lexing.text_names import NO_NAMES, TextNames
from shandong_econ.parsing.lexing.tokens import MARKS, Sentence, Token, token_of
from shandong_econ.parsing.lexing.vocabulary import told_in_words, vocabulary

OPENING = 48  # characters of a sentence without a figure that are looked over: only how it opens is told on
LONGEST_QUOTED = 14  # characters of a name in quotation marks

_MARKS = MARKS | {"！": STOP, "？": STOP, "【": BREAK, "】": BREAK, "~": RANGE, "—": RANGE}
_COMPARED = re.compile(  # 与上月持平, 与…相比, 增速与全国的差距
    Compiler({"listed": "AND/NAME/WORD/SIDE/AREA/JOIN/TIME/PCT/QTY"}).compiled(
        "AND (?=TIME FLAT/COMPARE|listed+ THAN (?!SIDE/AREA/TIME))|(?<=RATE) AND (?=AREA)"
    )
)
_SETTLED = Compiler({"noun": "AREA/TIME/NAME/WORD/SIDE/JOIN/OPEN/CLOSE"})
_BY_WORD = (  # somebody does something with it: 将中国2026年经济增速预期上调至…; more than before: 比年初新增2100亿元;
    # and what takes up so much of nothing: 占地300亩; of each, by how much what was told moved: 每亩减少30公斤;
    # what something is so many percent of: 为平均数的87%
    ("link.fronts", "AT", "WORD (?=noun+ (RATE/SHARE|UP FORECAST/GOAL/TARGET|UP/DOWN/NARROW/WIDEN/ENDS))"),
    ("count.new", "UP", "(?<=COMPARE) WORD (?=HEDGE* QTY)"),
    ("share.of", "WORD", "OF (?=WORD HEDGE* QTY)"),
    ("link.each", "FILL", "WORD (?=UP/DOWN)"),
    ("change.to", "TO", "WORD (?=NAME/WORD{1,3} JOIN PCT)"),
)
_SETTLES = re.compile("|".join(f"({_SETTLED.compiled(where)})" for _, _, where in _BY_WORD))
"""Where a word is of another class if it is one of a list."""
_DIGITS = frozenset("0123456789-+")  # with which no longer word begins
_SPACES = frozenset(" “”")
_IN_WORDS = FIGURES | {AREA}  # what may be part of a longer word
_CUT_BY_TIME = one_of("COMPARE TARGET")  # classes of words that end in a word of time: 比上年


def lex_chinese(text: str, start: int, end: int, names: TextNames = NO_NAMES, *, whole: bool = False) -> Sentence:
    """The sentence `text[start:end]` of cleaned text as tokens; of one without a figure only how it opens, or all.

    `names` are the places that the text shows to be such.
    """
    firm, passed = find_firm(text, start, end, names)
    has_figure = told_in_words("zh").search(text, start, end) is not None
    for _, cls, _ in firm.values():
        has_figure = has_figure or cls in FIGURES
    stop = end if has_figure or whole else min(end, start + OPENING)
    classes, tokens = _tokens(text, start, stop, firm)
    classes = _COMPARED.sub(lambda found: _joint(tokens[found.start()]), vocabulary("zh").settled(classes))
    classes = _SETTLES.sub(lambda found: _by_word(text, tokens[found.start()], found[0], found.lastindex), classes)
    classes = without_bounds(share_units(classes, tokens), tokens, passed)
    return Sentence("zh", text, start, end, classes, tokens, passed, has_figure)


def _joint(token: Token) -> str:
    return THAN if "comparison.with" in token.what else AND


def _by_word(text: str, token: Token, own: str, which: int | None) -> str:
    assert which is not None  # each way has one group
    role, cls, _ = _BY_WORD[which - 1]
    return CLASSES[cls] if text[token.start : token.end] in word_list("zh", role) else own


def _tokens(text: str, start: int, end: int, firm: Firm) -> tuple[str, list[Token]]:
    """Passes once over the text; all of this is one loop, since a call a character is what costs."""
    words, lengths = vocabulary("zh").words, vocabulary("zh").lengths
    classes = ""
    found: list[tuple[int, int, Any]] = []
    i = rest = start  # where words without a class of their own began
    while i < end:
        cls, to, what = "", i + 1, None
        if i in firm and not (
            firm[i][1] in _IN_WORDS and text[i] not in _DIGITS and _is_in_word(text, i, firm[i], words, lengths)
        ):
            to, cls, what = firm[i]
            if cls == ASIDE:
                if rest < i:
                    classes += WORD
                    found.append((rest, i, None))
                i = rest = to
                continue
        elif (pair := text[i : i + 2]) in lengths:
            for length in lengths[pair]:
                word = text[i : i + length]
                if word not in words or i + length > end:
                    continue
                to = i + length
                cls, what = words[word]
                if cls == AREA and not _stands(text, i, to, what, rest):
                    cls = ""
                    continue
                if cls in _CUT_BY_TIME and any(k in firm and firm[k][0] > to for k in range(i + 1, to)):
                    cls = ""
                    continue  # a word does not cut a time in two: 比上年四季度
                break
            else:
                cls, to = "", i + 1
        elif text[i] in words:
            cls, what = words[text[i]]
        if not cls:
            to, what = i + 1, None
            char = text[i]
            if char in _MARKS:
                cls = _MARKS[char]
            elif char == "“" and (closed := _quoted(text, i, end, firm)):
                to = closed
                cls, what = words.get(text[i + 1 : to - 1], (WORD, None))
                cls = NAME if cls == NAME else WORD
            elif char not in _SPACES:
                i += 1
                continue
        if rest < i:
            classes += WORD
            found.append((rest, i, None))
        if (
            cls == QTY
            and rest == i
            and classes[-1:] == AREA
            and what is not None
            and what.word in word_list("zh", "name.collective")
        ):
            cls, what = FILL, None  # 绵阳、德阳2市
        if cls:
            classes += cls
            found.append((i, to, what))
        i = rest = to
    if rest < end:
        classes += WORD
        found.append((rest, end, None))
    return classes, [*map(token_of, found)]


def _is_in_word(text: str, at: int, standing: tuple[int, str, Any], words: Any, lengths: Any) -> bool:
    """Whether a number in words, or a county in short, is part of a longer word: 三文鱼, 百货, 连云港."""
    shortest = standing[0] + 1 - at if standing[1] == AREA else max(standing[0] - 1 - at, 2)
    return any(length >= shortest and text[at : at + length] in words for length in lengths.get(text[at : at + 2], ()))


def _stands(text: str, start: int, end: int, codes: Any, rest: int) -> bool:
    """Whether a place's name is one where it stands: not in 繁荣成果, 正宁路夜市, 中国建筑 or 西安区域."""
    if end - start > _SHORT:
        return not text.startswith(word_list("zh", "place.goes_on"), end)
    named = isinstance(codes, tuple) and bool(codes)
    if text[start:end] in word_list("zh", "area.nation_whole") if named else not _SCOPES.isdisjoint(codes):
        return not text.startswith(word_list("zh", "place.firsts"), end)
    if not named:
        return True
    if text.startswith(word_list("zh", "area.after_nation"), end) and level_of(codes[0]) == "nation":
        return False
    inside = rest < start and text[start - 1] not in word_list("zh", "place.before")
    if inside and level_of(codes[0]) not in ("province", "nation"):
        return text.endswith(word_list("zh", "place.called"), 0, start)
    return not text.startswith(word_list("zh", "place.not_before"), end)


_SHORT = 2  # characters
_SCOPES = frozenset({"area.world", "gap.sides"})  # 全球, 全省: also among whom something is the first


def _quoted(text: str, start: int, end: int, firm: Firm) -> int:
    """Where a name in quotation marks ends, if no number stands in it; 0 if there is none."""
    close = text.find("”", start, min(end, start + LONGEST_QUOTED))
    return 0 if close < 0 or any(k in firm for k in range(start, close)) else close + 1
