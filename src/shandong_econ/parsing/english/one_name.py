"""The one name among parts between commas, or the name that all of them make: "electricity, gas and steam"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.by_the_way import LONGEST_PART, is_aside
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token


def one_phrase(words: Words, chunks: Sequence[list[Token]]) -> list[Token]:
    """The part between commas that names the subject, or all of them where they list what has one name."""
    base = words.scene.base
    lists = [[_after_verb(chunks[n]), *chunks[n + 1 :]] for n in range(max(1, len(chunks) - 1))]
    for listed in lists:
        whole = _with_commas(words, listed)
        if name_series_english(words.phrase(whole), base).code is not None:
            return whole
    if _is_list(lists[0]):
        return _with_commas(words, lists[0])
    named = [c for c in chunks if name_series_english(words.phrase(c), base).code is not None]
    for listed in filter(_is_list, lists[1:]):  # "..., with the output of farming, forestry and fishery"
        return _with_commas(words, listed)
    kept = [c for c in chunks if not is_aside(c)] or chunks
    return core((named or kept)[-1])


def _with_commas(words: Words, chunks: Sequence[Sequence[Token]]) -> list[Token]:
    """The pieces of a name with the commas that stand in it."""
    whole: list[Token] = []
    for chunk in chunks:
        if whole and words.lower.startswith(",", end := whole[-1].end):
            whole.append(Token(end, end + 1, mark=","))
        whole.extend(chunk)
    return whole


def _after_verb(chunk: list[Token]) -> list[Token]:
    """The words after the last verb: what a contribution "came from"."""
    last = max((n for n, token in enumerate(chunk) if is_verb(token) and not is_change(token)), default=-1)
    return core(chunk[last + 1 :])


def _lists(token: Token) -> bool:
    """Whether the name of a part has an "and" of its own: "culture and entertainment"."""
    part = token.naming is not None and token.naming.breakdown is not None and token.naming.base is None
    return part and not word_set("link.list").isdisjoint(token.word.split())


def _is_list(chunks: Sequence[Sequence[Token]]) -> bool:
    """Whether parts between commas make one name: "electricity, gas, steam and air conditioning"."""
    verb = next((n for n, token in enumerate(chunks[-1]) if n > 1 and is_verb(token)), len(chunks[-1]))
    last = chunks[-1][:verb]  # "gas, steam and heating | had | prices"
    if any(is_verb(token) for chunk in (*chunks[:-1], last) for token in chunk):
        return False
    ends = any("link.list" in token.roles or _lists(token) for token in last)
    first = max((n + 1 for n, token in enumerate(chunks[0]) if _leads_to_item(token)), default=0)
    return ends and all(len(chunk) <= LONGEST_PART for chunk in (chunks[0][first:], *chunks[1:-1]))


def _leads_to_item(token: Token) -> bool:
    """Whether the first item of a list stands behind a word: "prices excluding | food, drink and tobacco"."""
    return token.naming is None and ("link.preposition" in token.roles or token.word in word_set("frame.inside"))
