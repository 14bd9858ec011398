"""A Chinese sentence parted into clauses, each with its noun phrases, places and times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shandong_econ.lexicon.concepts import NATION, level_of
from shandong_econ.lexicon.words import holds_any, word_at, word_list
from shandong_econ.parsing.clauses import Clause, Phrase, Place, When
from shandong_econ.parsing.grammar.classes import (
    AND,
    AREA,
    CLOSE,
    COMMA,
    COMPARE,
    FILL,
    JOIN,
    NAME,
    OPEN,
    QTY,
    RANKED,
    SEMI,
    STOP,
    THAN,
    TIME,
    WORD,
    one_of,
)
from shandong_econ.parsing.holders import Holder, holder_at
from shandong_econ.parsing.lexing.tokens import Sentence, Token
from shandong_econ.parsing.nouns_chinese import NOUNS, is_country_told_of, names_nothing, opens_noun, phrase_end


def clauses(sentence: Sentence, first: int, end: int) -> list[Clause]:
    """The clauses of the tokens from one up to another; the last is the one that goes on at `end`, and may be empty."""
    found: list[Clause] = []
    at = first
    for ended in _ENDS.finditer(sentence.classes, first, end):
        if ended[0][0] != OPEN:
            n = ended.start()
            found.append(_clause(sentence, at, n, ended[0]))
            at = n + 1
    found.append(_clause(sentence, at, end, ""))
    return found


_ENDS = re.compile(rf"\{OPEN}[^{OPEN + CLOSE}]*\{CLOSE}|[{re.escape(COMMA + SEMI + STOP)}]")  # a bracket parts nothing
_DONE = one_of("VERB PULL")  # 带动就业, and 带动增长…个百分点
_NOWHERE = -2  # which token no place ends at


def _clause(sentence: Sentence, first: int, end: int, mark: str) -> Clause:
    string, tokens = sentence.classes, sentence.tokens
    if first == end:
        at = tokens[first].start if string[first : first + 1] else sentence.end
        return Clause(at, at, "", mark=mark)
    phrases: list[Phrase] = []
    places: list[Place] = []
    times: list[When] = []
    verb: tuple[int, int] | None = None
    comparison: Token | None = None
    beside: list[Place] = []
    n, after_place = first, _NOWHERE
    while n < end:
        cls = string[n]
        if cls == OPEN and (closed := string.find(CLOSE, n, end)) > 0:
            beside = [Place(tokens[k], listed=False) for k in range(n, closed) if string[k] == AREA]
            within = [k for k in range(n, closed) if string[k] == TIME and not _is_only_of_news(sentence, k)]
            times.extend(_when(sentence, k, first, inside=bool(phrases)) for k in within)
            n = closed + 1
            continue
        if cls == NAME and not phrases and verb is None and is_country_told_of(sentence, n, end):
            places.append(Place(tokens[n], listed=False))
            n += 1
            continue
        if cls == WORD and names_nothing(sentence, n, end):
            n += 1
            continue
        inside = cls == AREA and n - (string[n - 1] == AND) == after_place  # 新增宁波、金华集群: first of its list
        if inside or cls in NOUNS or (cls == AREA and opens_noun(sentence, n, first, told=bool(verb or phrases))):
            stop = phrase_end(sentence, n, end)
            phrases.append(_phrase(sentence, first, n, stop, verb, phrases))
            if OPEN in string[n:stop]:  # 中欧班列(西安)开行
                opened = string.index(OPEN, n)
                beside = [Place(tokens[k], listed=False) for k in range(opened, stop) if string[k] == AREA]
            after_place = stop if cls == AREA and stop == n + 1 else _NOWHERE
            n = stop
            continue
        token = tokens[n]
        if cls in _DONE:
            verb = (verb[0] if verb and verb[1] == token.start else token.start, token.end)
        elif cls == AREA and (n == first or string[n - 1] not in _OF_OTHERS):
            if string[n + 1 : n + 2] == RANKED and _is_around(token):
                n += 1
                continue
            places.append(Place(token, n > first and string[n - 1] == AND))
        elif cls == TIME and not _is_only_of_news(sentence, n):
            times.append(_when(sentence, n, first, inside=bool(phrases)))
        elif cls == COMPARE:
            comparison = token
        n += 1
    places = places or beside
    ends = tokens[end - 1]
    said = sentence.text[ends.start : ends.end]
    if places and places[-1].token.end == ends.start and said in word_list("zh", "list.ends"):
        last = max((n for n, one in enumerate(places) if not one.listed), default=0)
        places = places[:last]  # 在北京、上海等28个地区: only some of those that are counted
    holder = _holder(sentence, phrases, places, end) if phrases else None
    told = tuple(phrases), tuple(places), tuple(times)
    return Clause(tokens[first].start, ends.end, string[first:end], *told, verb, comparison, holder, mark)


_OF_OTHERS = one_of("OF RANKED ABOVE BELOW")
"""After these a place is only the one of whose whole or of whose rank is told: 占全国1/4, 居全国首位."""


def _is_around(token: Token) -> bool:
    """Whether it is the nation or a word for a place around, where the one told of has its rank: 全省位居第二."""
    return not isinstance(token.what, tuple) or NATION in token.what


def _counted(sentence: Sentence, end: int) -> int:
    """Where a phrase ends of which so many are told right after it, -1 if nothing is counted there: 绿色工厂301家."""
    if sentence.classes[end : end + 1] != QTY:
        return -1
    what = sentence.tokens[end].what
    return sentence.tokens[end].start if (what[0] if isinstance(what, list) else what).unit == "NUM" else -1


def _holder(sentence: Sentence, phrases: list[Phrase], places: Sequence[Place], end: int) -> Holder | None:
    """The firm or place that a phrase begins with; what is left of the phrase is what is told of it."""
    text = sentence.text
    for n, phrase in enumerate(phrases):
        placed, level = None, ""
        for one in reversed(places):  # of two places of a level the name is of both: 宁波舟山港
            if one.token.end != (phrase.start if placed is None else placed) or not _is_named(one):
                continue
            codes = one.token.what if isinstance(one.token.what, tuple) else ()
            if placed is None or (codes and level_of(codes[0]) == level):
                placed, level = one.token.start, level_of(codes[0]) if codes else ""
        if phrase.is_base or (found := holder_at(text, phrase.start, phrase.end, placed)) is None:
            continue
        if found.end == _counted(sentence, end):
            return None
        if not found.is_place and text.startswith(_GOES_ON, found.end):
            continue  # 最大的电站——某某电站
        if owns := word_at(text, found.end, "zh", "entity.owns"):
            found = holder_at(text, found.end + len(owns), phrase.end, None)
            if found is None:
                continue
        joined = found.end < phrase.end and text.startswith(word_list("zh", "link.joins"), found.end)
        rest = found.end + joined
        phrases[n : n + 1] = [phrase._replace(start=rest, deed=rest)] if rest < phrase.end else []
        return found
    return None


_GOES_ON = ("—", "、")


def _is_named(one: Place) -> bool:
    """Whether a place is told by its name: 全省 only points."""
    return not isinstance(one.token.what, frozenset) or not one.token.what.isdisjoint(_BY_NAME)


_BY_NAME = frozenset({"area.districts", "area.local"})


_BETWEEN = one_of("FILL TOTAL TIME")
_BASES = one_of("THAN ABOVE")
"""What stands before a phrase, or before its time, that is compared with: 比2025年春运期间."""


def _phrase(
    sentence: Sentence, first: int, n: int, end: int, verb: tuple[int, int] | None, before: Sequence[Phrase]
) -> Phrase:
    string, tokens = sentence.classes, sentence.tokens
    own = string[n:end]
    named = tokens[n + own.rfind(NAME)].end if NAME in own else 0
    start = tokens[n].start
    previous = string[n - 1] if n > first else ""
    between = n - 2 if string[n - 2 : n] == FILL + JOIN else n - 1  # 通过互联网实现的餐饮收入
    while between > first and string[between] in _BETWEEN:
        between -= 1
    owned = between < n - 1 and bool(before) and before[-1].end == tokens[between].end
    deed = verb[0] if verb is not None and verb[1] == start else start
    is_base = previous in _BASES or (previous == TIME and n - 2 >= first and string[n - 2] in _BASES)
    return Phrase(start, tokens[end - 1].end, named, deed, previous == AND, is_base, owned=owned)


def _is_only_of_news(sentence: Sentence, n: int) -> bool:
    """Whether a time is none of what is told: the end of a stretch (9月底前), of a record, or the day of its news."""
    token = sentence.tokens[n]
    ends = "until.records" if token.what.form.startswith(_SINCE) else "until.before"
    if sentence.text.startswith(word_list("zh", ends), token.end):
        return True
    if token.what.form not in _DAYS or sentence.text.endswith(word_list("zh", "until.date"), 0, token.start):
        return False
    clause = _CLAUSE.match(sentence.text, token.end, min(sentence.end, token.end + _NEAR))
    return clause is not None and holds_any(clause[0], "zh", "event.told")


_SINCE = ("since", "years_back", "year_to_date")
_DAYS = frozenset({"day", "today", "day_of_month"})
_NEAR = 40  # characters after a day in which it is said what happened
_CLAUSE = re.compile(r"[ )，,]*[^，。；]*")


def _when(sentence: Sentence, n: int, first: int, *, inside: bool) -> When:
    token = sentence.tokens[n]
    before = sentence.tokens[n - 1] if n > first else None
    limit = before is not None and sentence.text.startswith(word_list("zh", "until.date"), before.start)
    leads = sentence.classes[:n].rstrip(AND + TIME)[-1:]  # 与4月、一季度相比
    is_base = token.what.is_base_only or leads in (THAN, COMPARE)
    return When(token.what, token.start, token.end, inside, is_base, limit)
