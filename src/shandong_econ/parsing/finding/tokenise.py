"""A sentence cut into its pieces in one pass: times and figures stand firm, words are the longest that fit."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.asides import find_asides
from shandong_econ.parsing.finding.figures import find_chinese
from shandong_econ.parsing.finding.lexis import Entry, Lexis
from shandong_econ.parsing.finding.local_places_chinese import find_locals
from shandong_econ.parsing.finding.moves import find_moves
from shandong_econ.parsing.finding.names import MOVES, find_names, quoted_names
from shandong_econ.parsing.finding.place_pieces import LONGEST_CALLED, LONGEST_SHORT, SHORT_NAME, settle_places
from shandong_econ.parsing.finding.short_names import Names, find_shorts
from shandong_econ.parsing.finding.times import find_times
from shandong_econ.parsing.finding.tokens import Token, is_plain

MARKS = frozenset('，,。；;：:、()“”"！!？?《》…—|[]【】')
_ALWAYS = frozenset({"share.of", "comparison.than", "link.list", "contribution.toward", "link.joins"})


def tokenise(
    text: str, start: int, end: int, words: Lexis, local: frozenset[str] = frozenset(), counties: Names = frozenset()
) -> list[Token]:
    """The pieces of `text[start:end]`, in order, without gaps but for space.

    `local` places have no code, and `counties` are those that the text names in short.
    """
    firm = _firm(text, start, end, words, local, counties)
    tokens: list[Token] = []
    at = rest = start
    i, count = 0, len(firm)
    while at < end:
        while i < count and firm[i].start < at:
            i += 1
        standing = firm[i] if i < count and firm[i].start == at else None
        if text[at] in MARKS and standing is None:
            taken = Token(at, at + 1, mark=text[at])
        else:
            found = words.longest(text, at, end)
            if (
                found is not None
                and standing is None
                and i < count
                and firm[i].time is not None
                and firm[i].start < found[0] < firm[i].end
            ):
                found = words.longest(text, at, firm[i].start)  # a word does not cut a time in two
            if found is not None and standing is None and _ends_in_than(text, found, words, firm, i):
                found = words.longest(text, at, found[0] - 1) or found
            if standing is not None and (found is None or found[0] <= standing.end or _yields(standing, found[1])):
                taken = standing
            elif found is None or _cuts_place(text, at, end, found, words):
                at += 1
                continue
            else:
                after, entry = found if "noun.words" not in found[1].roles else _nearer(text, at, end, found, words)
                taken = Token(at, after, entry.roles, entry.areas, entry.naming, is_name="name.words" in entry.roles)
        if rest < at:
            _add_rest(text, rest, at, tokens)
        tokens.append(taken)
        at = rest = taken.end
    if rest < end:
        _add_rest(text, rest, end, tokens)
    return settle_places(text, _joined(text, tokens), words)


def _cuts_place(text: str, at: int, end: int, found: tuple[int, Entry], words: Lexis) -> bool:
    """Whether what points home only seems to stand before a place's name: 产煤大省 + 内蒙古, not 省内."""
    after, entry = found
    longer = words.longest(text, at + 1, end) if "area.home" in entry.roles else None
    return longer is not None and longer[0] > after and bool(longer[1].areas)


def _yields(standing: Token, entry: Entry) -> bool:
    """Whether the name of a series gives way to the time in it: 年末总人口 is 总人口 at the end of the year."""
    return standing.time is not None and standing.time.is_point and entry.naming is not None


def _ends_in_than(text: str, found: tuple[int, Entry], words: Lexis, firm: list[Token], i: int) -> bool:
    """Whether the 比 at the end of a series' name is that of what follows: 城乡居民收入 + 比上年增长."""
    end, entry = found
    if entry.naming is None or text[end - 1] not in word_list(words.language, "comparison.than"):
        return False
    than = words.longest(text, end - 1, min(len(text), end + LONGEST_SHORT))
    if than is not None and than[0] > end and any(role.startswith("comparison.") for role in than[1].roles):
        return True
    while i < len(firm) and firm[i].start < end:
        i += 1
    return i < len(firm) and firm[i].start == end and firm[i].time is not None


def _nearer(text: str, at: int, end: int, found: tuple[int, Entry], words: Lexis) -> tuple[int, Entry]:
    """The word, or the shorter one before a longer word that it would cut: 占 in 占地区生产总值, not 占地."""
    longer = words.longest(text, at + 1, end)
    shorter = words.longest(text, at, at + 1)
    return found if longer is None or shorter is None or longer[0] <= found[0] else shorter


def _firm(text: str, start: int, end: int, words: Lexis, local: frozenset[str], counties: Names) -> list[Token]:
    times = [Token(time.start, time.end, time=time) for time in find_times(text, words.language, start, end)]
    figures: list[Token] = []
    at = start
    quoted = quoted_names(text, start, end, words)
    for time in [*times, Token(end, end)]:
        figures.extend(Token(f.start - f.lead, f.end, figure=f) for f in find_chinese(text, at, time.start))
        at = time.end
    quoted = _apart_from(quoted, times)
    quoted.extend(find_asides(text, start, end))
    quoted.extend(find_names(text, start, end, words))
    quoted.extend(find_moves(text, start, end))
    towns = list(find_locals(text, start, end, local))
    quoted.extend([*towns, *_apart_from(list(find_shorts(text, start, end, counties)), towns)])
    quoted.extend(Token(m.start(), m.end(), roles=_NOTE_MARK) for m in _NOTE.finditer(text, start, end))
    names = sorted(quoted, key=lambda token: token.start)
    return sorted([*times, *_apart_from(figures, names), *names], key=lambda token: token.start)


def _apart_from(tokens: list[Token], others: list[Token]) -> list[Token]:
    """Those of the pieces that no piece of the others overlaps; both are in the order of the text."""
    apart: list[Token] = []
    n = 0
    for token in tokens:
        while n < len(others) and others[n].end <= token.start:
            n += 1
        if n == len(others) or others[n].start >= token.end:
            apart.append(token)
    return apart


_NOTE = re.compile(r"\[\d{1,2}\]")  # 地区生产总值[2]49843亿元
_NOTE_MARK = frozenset({"mark.note"})

_RANKED_IN = frozenset({"gap.sides", "area.world", "rank.verb"})


def _add_rest(text: str, start: int, end: int, tokens: list[Token]) -> None:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    if start < end:
        tokens.append(Token(start, end))


def _joined(text: str, tokens: list[Token]) -> list[Token]:
    """The pieces with the words of one character undone that stand inside longer words, and with plain words joined."""
    kept: list[Token] = []
    following: Token | None = None
    for n in range(len(tokens) - 1, -1, -1):
        token = tokens[n]
        length = token.end - token.start
        falls = length == 1 and token.roles and not _stands(text, token, following)
        if token.areas and length == SHORT_NAME:
            falls = text.startswith(word_list("zh", "place.not_before"), token.end)  # 正宁路夜市, 麦积山石窟
            falls = falls or (n > 0 and _is_broken(text, tokens[n - 1], token))
        if falls or ("streak.word" in token.roles and _begins_noun(token, following)):
            token = Token(token.start, token.end)
        if following is not None and is_plain(token) and is_plain(following) and token.end == following.start:
            following.start = token.start
            continue
        kept.append(token)
        following = token
    kept.reverse()
    return kept


def _begins_noun(token: Token, following: Token | None) -> bool:
    """Whether 连续 begins a noun, as in 连续压机生产线, and does not tell how long something went on."""
    return following is not None and following.start == token.end and is_plain(following)


def _is_broken(text: str, before: Token, name: Token) -> bool:
    """Whether a place's short name only seems to stand there, made of the ends of two words: 繁荣成果, 京东营收."""
    if before.end != name.start or not (is_plain(before) or before.end - before.start == 1) or before.mark:
        return False
    called = text.endswith(word_list("zh", "place.called"), max(0, name.start - LONGEST_CALLED), name.start)
    return not called and text[name.start - 1] not in _before_places()


@cache
def _before_places() -> frozenset[str]:
    return frozenset(word_list("zh", "place.before"))


def _stands(text: str, token: Token, following: Token | None) -> bool:
    if token.roles & _ALWAYS:
        return True
    if following is None or (following.start != token.end and following.figure is None):
        return following is None or bool(following.mark)  # a number can stand after a space: 贡献率为 25.1%
    if "area.at" in token.roles:
        return bool(following.areas) or "area.districts" in following.roles
    if "link.filler" in token.roles and following.areas:
        return True  # 居前的是唐山
    if following.mark:
        return not token.roles.isdisjoint(MOVES)
    if following.figure is not None:
        undivided = text.endswith(word_list("zh", "undivided.words"), 0, token.end)  # 附近3个村, 落差800米
        return "status.target" not in token.roles and not undivided
    if "rank.verb" in token.roles:
        return bool(following.areas) or not following.roles.isdisjoint(_RANKED_IN)
    if following.time is not None:
        return True
    if "status.target" in token.roles and text.startswith(word_list("zh", "plan.deeds"), following.start):
        return True  # 将聚焦, 拟引进
    return bool(following.roles) and not following.is_words
