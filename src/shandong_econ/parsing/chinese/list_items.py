"""What each item of a Chinese list names, with what it shares with the first or the last one."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Period
from shandong_econ.parsing.chinese.bare_nouns import owner_of
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import goes_back
from shandong_econ.parsing.chinese.naming import named, rates
from shandong_econ.parsing.chinese.sorted_words import HERE
from shandong_econ.parsing.finding.openings import first_at
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.series import Series, namings
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Subject

LONGEST_SHARED = 40  # characters of the first or the last item that another one may share
About = tuple[Subject, Period | None, Area | None]


def cut_apart(clause: Clause, tokens: list[Token], *, respectively: bool) -> list[Token]:
    """The words of a list with a name cut where 、 is in it, as in 风电、光伏发电, if figures are paired."""
    if not respectively or any(token.mark == "、" for token in tokens):
        return tokens
    apart: list[Token] = []
    for token in tokens:
        start = token.start
        for part in clause.word(token).split("、") if token.naming is not None else [""]:
            end = start + len(part) if part else token.end
            apart.extend([Token(start - 1, start, mark="、")] if start > token.start else [])
            apart.append(token if end - start == token.end - token.start else Token(start, end))
            start = end + 1
    return apart


def with_halves(clause: Clause, items: list[list[Token]]) -> list[list[Token]]:
    """The items with one that names two in short made two: 城乡居民收入 are 城镇居民收入 and 农村居民收入."""
    both: list[list[Token]] = []
    for item in items:
        words, span = clause.words(item), (item[0].start, item[-1].end)
        short, *halves = next((pair for pair in _pairs() if pair[0] in words), ("",))
        before, _, after = words.partition(short) if short else (words, "", "")
        both.extend([Token(*span, stands_for=before + half + after)] for half in halves)
        both.extend([] if halves else [item])
    return both


@cache
def _pairs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(pair.split()) for pair in word_list("zh", "pairs.both"))


def about_item(clause: Clause, tokens: list[Token], items: list[list[Token]]) -> About:
    """One part of a list, which may leave out what it shares with the first or the last."""
    scene = clause.scene
    places = [token for token in tokens if token.areas or token.roles & HERE]
    tail = clause.words([t for t in items[-1] if not (t.areas or t.roles & HERE)])
    tail = "" if tail in word_list("zh", "counted.by") else tail  # 分别以1870亿元…
    words = clause.words([t for t in tokens if t not in places])
    if places and (places[-1].areas or "area.districts" in places[-1].roles):
        area = place(places[-1].areas, scene.places.home, clause.word(places[-1]))
        noun = tail if goes_back(words) or tokens is items[-1] else words  # 荆门、孝感这一数字分别为…
        return scene.subject if goes_back(noun) else named(clause, noun), scene.when(), area
    first = "" if tokens is items[0] else clause.words(items[0])
    series = series_of_item(words, first, "" if tokens is items[-1] else tail, scene.base)
    if tokens is items[-1]:
        scene.base = series.base or scene.base
        words = words if series.code is not None else _without_kind(clause, tokens, words)
    elif series.code is None:
        words += _shared_noun(words, tail)
    return Subject(words, series, words.endswith(rates())), scene.when(), scene.place()


def _without_kind(clause: Clause, tokens: list[Token], words: str) -> str:
    """The last of a list without what all of it is: 拉美、中东、中亚等新兴市场出口 are, at last, 中亚出口."""
    ends = word_list("zh", "list.ends")
    n = next((n for n, token in enumerate(tokens) if n and clause.word(token) in ends), len(tokens))
    kind = clause.words(tokens[n + 1 :])
    return clause.words(tokens[:n]) + kind.removeprefix(owner_of(kind)) if owner_of(kind) else words


def _shared_noun(words: str, last: str) -> str:
    """The noun that an item shares with the last one: 家电、汽车零售额 are 家电零售额 and 汽车零售额."""
    if name_series(words, None).base is not None:
        return ""
    known = namings("zh")
    ends = (last[cut:] for cut in range(1, len(last) - 1))
    return next((end for end in ends if (naming := known.get(end)) is not None and naming.base is not None), "")


def series_of_item(words: str, first: str, last: str, base: str | None) -> Series:
    """The series of an item with what it may share with the first or the last one: 城镇、农村居民收入.

    `first` and `last` are empty where the item is itself that one.
    """
    alone = name_series(words, base)
    if alone.code is not None and name_series(words, None).code == alone.code:
        return alone
    first, last = first[:LONGEST_SHARED], last[-LONGEST_SHARED:]
    longer = [words + last[cut:] for cut in range(1, len(last))]
    longer += [first[:cut] + words for cut in range(len(first) - 1, 0, -1)]
    named_longer = (name_series(phrase, base) for phrase in longer if name_series(phrase, None).code is not None)
    joined = next(named_longer, None)
    if joined is not None:
        return joined
    shares = last and name_series(last, None).base is not None and alone.base != name_series(last, None).base
    return Series(None, name_series(last, base).base, alone.breakdown) if shares else alone


def named_together(words: str, count: int) -> list[str] | None:
    """The two or three series that one word names together: 汽车产销, 三次产业投资."""
    return _two(words, count) or _three(words, count)


def _two(words: str, count: int) -> list[str] | None:
    """The two series that one word names together: 汽车产销 are 汽车产量 and 汽车销量."""
    for word in word_list("zh", "pairs.words"):
        if count == 2 and words.endswith(word):
            return [words.removesuffix(word) + half for half in word_list("zh", "pairs.halves")]
    return None


def _three(words: str, count: int) -> list[str] | None:
    """The three series that one word names together: 三次产业投资 are 第一产业投资 and two more."""
    whole = first_at(words, word_list("zh", "industries.together"))
    if count != len(_industries()) or not whole:
        return None
    rest = words.removeprefix(whole)
    cut = min((at for verb in word_list("zh", "share.of") if (at := rest.find(verb)) >= 0), default=len(rest))
    return [one + rest[:cut] for one in _industries()]  # 三次产业增加值占地区生产总值的比重


def _industries() -> tuple[str, ...]:
    return word_list("zh", "industries.three")
