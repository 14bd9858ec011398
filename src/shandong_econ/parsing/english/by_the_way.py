"""Parts of the words before a verb that name nothing: what stands between commas by the way, or only frames."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import is_light, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, has_role

SHORTEST = 3  # parts of "subject, aside, " and a verb
LONGEST_PART = 4  # pieces of a part of a listed name


def is_by_the_way(
    words: Words, parts: Sequence[list[Token]], n: int, chunks: Sequence[list[Token]], *, goes_on: bool
) -> bool:
    """Whether a part that others follow says only where, when or on what terms, or is an apposition."""
    part = parts[n]
    if not part:
        return True
    if len(part) > 1 and part[0].word in word_set("aside.as"):
        return True
    if goes_on and has_role(part[:1], "contribution.source") and not any(map(core, (*chunks, *parts[n + 1 :]))):
        return False  # "output rose, driven by | farming, which rose by"
    if (n == 0 or not (chunks or goes_on)) and _frames(part, parts):
        return True
    if chunks and (part[0].word in word_set("aside.apart") or "link.frame" in part[0].roles):
        return True  # "prices, including taxes, rose", "productivity, measured by output per hour, rose"
    if not (n or goes_on) or part[0].word not in word_set("acting.articles"):
        return False
    return _code(words, without_participle(part)) is None  # ", a record high for the season,"


def ends_by_the_way(words: Words, parts: Sequence[Sequence[Token]]) -> bool:
    """Whether what stands between two commas right before the verb is said of a noun phrase before it."""
    if len(parts) < SHORTEST or parts[-1]:
        return False
    aside, before = parts[-2], [part for part in parts[:-2] if core(part)]
    if is_aside(aside) and not (len(parts) > SHORTEST and _lists_named(aside)):
        return not all(_frames(part, parts) for part in before)
    if has_role(aside if len(parts) > SHORTEST else _up_to_last_item(aside), "link.list"):
        return False  # "farming, forestry and fishery, which"
    if not aside or any(map(is_verb, aside[1:])) or all(_frames(part, parts) for part in before):
        return False
    return _code(words, aside) is None


def _up_to_last_item(part: Sequence[Token]) -> Sequence[Token]:
    """The nouns with which a part begins and the "and" behind them: "storage and" of "transport, storage and mail,"."""
    return part[: 1 + next((n for n, token in enumerate(part) if not is_plain(token, or_named=True)), 0)]


def _lists_named(part: Sequence[Token]) -> bool:
    """Whether a part with an article lists what has names: "its main buyers, Japan, the EU and the Netherlands,"."""
    joined = next((n for n, token in enumerate(part) if "link.list" in token.roles), len(part))
    return any(token.naming is not None for token in part[joined:])


def _code(words: Words, part: Sequence[Token]) -> str | None:
    return name_series_english(words.phrase(core(part)), words.scene.base).code


def is_aside(chunk: Sequence[Token]) -> bool:
    """Whether a part between commas says something by the way: an apposition begins with an article."""
    while len(chunk) > 1 and is_light(chunk[0]) and chunk[0].word not in word_set("aside.first"):
        chunk = chunk[1:]  # "still the mainstay"
    if not chunk or chunk[0].word in word_set("aside.first"):
        return True
    return len(chunk) > 1 and chunk[-1].word in word_set("aside.last")


def without_participle(part: list[Token]) -> list[Token]:
    """The words after a comma without a verb in -ing that is in no list: ", equating to a rise", ", making Hunan"."""
    if not part or not is_plain(part[0]) or not part[0].word.endswith(word_list("en", "acting.present")):
        return part
    leads = len(part) == 1 or part[1].areas or not _LEADS.isdisjoint(part[1].roles)
    return part[1:] if leads else part


_LEADS = frozenset({"link.filler", "link.to", "link.preposition", "link.by"})


def _frames(part: Sequence[Token], parts: Sequence[Sequence[Token]]) -> bool:
    """Whether a part before a comma only says where or when: "In Jinan, exports", not "food, drink and tobacco"."""
    if not _FRAMING.isdisjoint(part[0].roles) or part[0].word in word_set("aside.opens"):
        return True
    if _names_after_time(part) or any("link.source" in token.roles for token in part):
        return False  # "within industry the rise came from coal, which"
    names = not (any(t.areas or t.time for t in part) or _tells_of_others(part)) and len(parts[-1]) > 2
    listed = names and len(part) <= LONGEST_PART and has_role(parts[-1][1:], "link.list")
    return "link.preposition" in part[0].roles and not listed


_FRAMING = frozenset({"link.frame", "link.by", "contribution.source"})  # "owing to floods and frost, exports"


def _tells_of_others(part: Sequence[Token]) -> bool:
    """Whether a part only says that what follows is of others of a kind: "in other major sectors"."""
    return part[-1].word in word_set("frame.kinds") and has_word(part[1:-1], "frame.others")


def _names_after_time(part: Sequence[Token]) -> bool:
    """Whether a part with a time goes on to name something: "In 2023 the wholesale", not "in May in Jinan"."""
    last = max((n for n, token in enumerate(part) if token.time is not None), default=len(part))
    rest = part[last + 1 :]
    return bool(core(rest)) and "link.preposition" not in rest[0].roles
