"""Where a Chinese noun phrase begins and ends, and what a place or a short word before it is to it."""

from __future__ import annotations

from shandong_econ.lexicon.concepts import NATION
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.series import PARTNER, Naming
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.grammar.classes import (
    AND,
    AREA,
    AT,
    CLOSE,
    COLON,
    COMMA,
    FILL,
    JOIN,
    NAME,
    OF,
    OPEN,
    TIME,
    WORD,
    one_of,
)
from shandong_econ.parsing.lexing.tokens import Sentence, Token

NOUNS = one_of("NAME WORD SIDE")
# classes that a noun may have before its last word: 省级以上奖牌
_INSIDE = one_of("UP DOWN WIDEN NARROW ENDS PULL PULL_DOWN DECLINE RATE TARGET C_RATE EFFECT SHARE VERB HEDGE")
_AFTER = one_of("VERB HIGHER LOWER")  # ... and behind its first


def opens_noun(sentence: Sentence, n: int, first: int, *, told: bool) -> bool:
    """Whether a place begins what is named and is not where: after a verb or a noun in no list, or in a title."""
    token = sentence.tokens[n]
    if sentence.text.startswith(word_list("zh", "area.agencies"), token.end):
        return True
    if token.what in _WIDE and sentence.text.startswith(_QUOTED, token.end):
        return True  # 全球“灯塔工厂”
    if sentence.text.endswith(word_list("zh", "place.called"), 0, token.start):
        return False  # 产粮大省河南
    if sentence.text.startswith(word_list("zh", "event.topics"), token.end):
        return False  # 从全国看，
    if sentence.classes[n - 1 : n] == COLON or sentence.classes[n - 1 : n + 2] == JOIN + AREA + COMMA:
        return False  # 作为大江源头的青海，
    if sentence.classes[n + 1 : n + 2] == OF and sentence.text.endswith(
        word_list("zh", "strip.inside"), 0, token.start
    ):
        return False  # 全市总产值中我县占69%
    before = sentence.classes[max(first, n - 2) : n]
    if before[-1:] in _GOVERN:
        return True
    return told and not before.endswith((AT, AREA, AREA + AND))


_QUOTED = ("“", "《")
_WIDE = ((NATION,), frozenset({"area.world"}))
_GOVERN = one_of("PULL PULL_DOWN UP DOWN TOWARD FROM")
"""What a place right after it belongs to: 推动万州…, 对美国."""


def is_country_told_of(sentence: Sentence, n: int, end: int) -> bool:
    """Whether the name at the head of a clause is a country of which is told: not its trade with us, nor its people."""
    token = sentence.tokens[n]
    if not _is_partner(token) or sentence.text.startswith(word_list("zh", "place.toward"), token.start):
        return False
    if sentence.text.endswith(word_list("zh", "area.after"), 0, token.start):
        return True  # 在德国
    rest = sentence.classes[n + 1 : end]
    at = end - len(rest.lstrip(TIME + FILL if rest[:1] == TIME else ""))
    if sentence.classes[at:end][:1] not in NOUNS:
        return False
    is_who = sentence.text.startswith(word_list("zh", "place.peoples"), sentence.tokens[at].start)
    return not is_who and not _is_traded_with(sentence, n, end)


def _is_partner(token: Token) -> bool:
    return isinstance(token.what, Naming) and (token.what.breakdown or "").startswith(PARTNER)


def _is_traded_with(sentence: Sentence, n: int, end: int) -> bool:
    """Whether what is told of a country is the trade with it: 日本进口."""
    token = sentence.tokens[phrase_end(sentence, n, end) - 1]
    return name_series(sentence.text[sentence.tokens[n].start : token.end], None).base in word_list("zh", "trade.bases")


def phrase_end(sentence: Sentence, n: int, end: int) -> int:
    """Where the noun phrase ends that begins at a token."""
    string, tokens, first = sentence.classes, sentence.tokens, n
    n += 1
    while n < end:
        cls = string[n]
        if cls == OPEN and (closed := string.find(CLOSE, n, end)) > 0:  # 执业（助理）医师, 星级酒店（三星级及以上）30家
            if string[closed + 1] not in NOUNS | _AFTER if closed + 1 < end else TIME in string[n:closed]:
                break
            n = closed + 1
            continue
        noun_next = n + 1 < end and string[n + 1] in NOUNS
        goes_on = cls in NOUNS or cls == JOIN or cls in _AFTER or (cls in _INSIDE and noun_next)
        if not goes_on and not (cls == AREA and string[n - 1] in (JOIN, WORD) and noun_next):
            break
        n += 1
    while n - 1 > first and string[n - 1] == WORD and is_adverb(tokens[n - 1], _AT_END):
        n -= 1
    return n


def names_nothing(sentence: Sentence, n: int, end: int) -> bool:
    """Whether a word is no part of a noun: 将, 已, 以 in 以642.3亿元, 同期 in 同期全国; but 再 is in 再融资."""
    token, follows = sentence.tokens[n], sentence.classes[n + 1 : end][:1]
    if follows == WORD and sentence.text.startswith(word_list("zh", "noun.firsts"), token.start):
        return False
    before_place = follows == AREA or (follows == NAME and _is_partner(sentence.tokens[n + 1]))
    if before_place and sentence.said(n, n + 1) in word_list("zh", "area.after"):
        return True
    leads = token.end - token.start == 1 and sentence.text[token.start] in word_list("zh", "place.before")
    return is_adverb(token) or (leads and not (follows and follows in NOUNS))


_ADVERBS = frozenset({"link.filler", "status.target", "change.to"})
_AT_END = _ADVERBS | {"area.at"}
"""... and what leads to what comes next: 价格在178美元."""


def is_adverb(token: Token, which: frozenset[str] = _ADVERBS) -> bool:
    """Whether a word of one character only goes with what is done: 将, 已, 再."""
    return token.end - token.start == 1 and isinstance(token.what, frozenset) and not token.what.isdisjoint(which)
