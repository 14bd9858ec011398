"""The noun phrase that names what a group of figures measures, found among the words before its verb."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.lists import listed
from shandong_econ.parsing.english.places import without_places
from shandong_econ.parsing.english.words import Words, core, is_change, is_light, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.measures import PERCENT
from shandong_econ.parsing.resolving.scene import Scene

LONGEST_PART = 4  # pieces of a part of a listed name


def add_noun_phrase(words: Words, clues: Clues, tokens: Sequence[Token], count: int) -> None:
    """Adds to the clues the subject of `count` figures, or its `count` parts, and the sign that its nouns give."""
    chunks, antecedent = _chunks(words, tokens)
    if not chunks:
        return
    if count > 1:
        clues.items, clues.shared, clues.unpaired = listed(words, chunks, count)
    if count == 1 and len(chunks) > 1:
        chunks = [_one_phrase(words, chunks)]
    clues.words, clues.noun = _subject_or_object(words, [t for chunk in chunks for t in chunk], clues.noun)
    clues.noun = clues.noun or _noun_inside(words.scene, clues.words)
    if count == 1 and (head := _head_of_with(words, tokens)):
        owned = f"{head} {clues.words}"
        part = name_series_english(head, None).breakdown
        if part is not None or name_series_english(owned, words.scene.base).code is not None:
            clues.words = owned
    if antecedent:
        clues.main = _subject_or_object(words, antecedent, 0)[0]


def _one_phrase(words: Words, chunks: Sequence[list[Token]]) -> list[Token]:
    """The part between commas that names the subject, or all of them where they list what has one name."""
    base = words.scene.base
    listed = [_after_verb(chunks[0]), *chunks[1:]]
    whole = [token for chunk in listed for token in chunk]
    if name_series_english(words.phrase(whole), base).code is not None or _is_list(listed):
        return whole
    named = [c for c in chunks if name_series_english(words.phrase(c), base).code is not None]
    kept = [c for c in chunks if not _is_aside(words, c)] or chunks
    return (named or kept)[-1]


def _after_verb(chunk: list[Token]) -> list[Token]:
    """The words after the last verb: what a contribution "came from"."""
    last = max((n for n, token in enumerate(chunk) if is_verb(token) and not is_change(token)), default=-1)
    return core(chunk[last + 1 :])


def _is_list(chunks: Sequence[Sequence[Token]]) -> bool:
    """Whether parts between commas make one name: "electricity, gas, steam and air conditioning"."""
    if any(is_verb(token) for chunk in chunks for token in chunk):
        return False
    ends = any("link.list" in token.roles for token in chunks[-1][1:])
    return ends and all(len(chunk) <= LONGEST_PART for chunk in chunks[:-1])


def _head_of_with(words: Words, tokens: Sequence[Token]) -> str:
    """The subject of a sentence that goes on "with": "ASEAN was the largest partner, with trade of ..."."""
    with_at = next((n for n, token in enumerate(tokens) if words.word(token) in word_set("split.with")), 0)
    if not with_at or tokens[with_at - 1].mark != ",":
        return ""
    verb = next((n for n, token in enumerate(tokens[:with_at]) if is_verb(token)), 0)
    return words.phrase(core(tokens[:verb]))


def _chunks(words: Words, tokens: Sequence[Token]) -> tuple[list[list[Token]], list[Token]]:
    """The words before a verb, cut at commas, without what only frames or relates; and what a "that" relates to."""
    while tokens and tokens[-1].mark in (":", "—"):  # "the price hardly moved: from 2.4 to 2.5 yuan"
        tokens = tokens[:-1]
    tokens = _without_brackets(tokens)
    start = 0
    antecedent: list[Token] = []
    for n, token in enumerate(tokens):
        if (token.mark and token.mark != ",") or words.word(token) in word_set("clause.words"):
            if words.word(token) == "that" and n > 1 and not is_verb(tokens[n - 1]):
                antecedent = _without_asides(words, tokens[start:n])
            start = n + 1
    while start < len(tokens) and tokens[start].mark:
        start += 1
    parts = _at_commas(tokens[start:])
    parts = _without_selves(words, parts)
    if not parts[-1] and len(parts) > 2 and _is_aside(words, parts[-2]) and any(core(part) for part in parts[:-2]):
        parts = parts[:-2]  # "manufacturing, the largest part, rose"
    chunks: list[list[Token]] = []
    for n, part in enumerate(parts):
        if part and words.word(part[0]) in word_set("relative.words"):
            if n + 1 == len(parts) and len(part) > 1:
                chunks = [part[1:]]
            continue
        chunk = core(part)
        if not chunk or (n == 0 and n + 1 < len(parts) and _frames(part, parts)):
            continue
        chunks.append(chunk)
    return chunks, antecedent


def _without_selves(words: Words, parts: list[list[Token]]) -> list[list[Token]]:
    """The parts but those that only turn back to the subject: "pork, by itself, accounted for"."""
    kept = [part for part in parts if not part or words.word(part[-1]) not in word_set("pronoun.selves")]
    if len(kept) == len(parts):
        return parts
    return [part for part in kept if part] or parts


_OPEN, _CLOSE = frozenset("(["), frozenset(")]")


def _without_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without what stands in brackets among them."""
    if not any(token.mark in _OPEN for token in tokens):
        return tokens
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.mark in _OPEN
        if not depth:
            kept.append(token)
        depth -= token.mark in _CLOSE and depth > 0
    return kept if not depth else tokens


def _frames(part: Sequence[Token], parts: Sequence[Sequence[Token]]) -> bool:
    """Whether a part before a comma only says where or when: "In Jinan, exports", not "food, drink and tobacco"."""
    if "link.frame" in part[0].roles or "link.by" in part[0].roles:
        return True
    names = not any(t.areas or t.time for t in part) and len(parts[-1]) > 2
    listed = names and len(part) <= LONGEST_PART and any("link.list" in t.roles for t in parts[-1][1:])
    return "link.preposition" in part[0].roles and not listed


def _at_commas(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.mark == ",":
            parts.append([])
        elif not token.mark:
            parts[-1].append(token)
    return parts


def _without_asides(words: Words, tokens: Sequence[Token]) -> list[Token]:
    parts = _at_commas(tokens)
    while len(parts) > 1 and (not parts[-1] or _is_aside(words, parts[-1])):
        parts.pop()
    return core([token for part in parts for token in part])


def _is_aside(words: Words, chunk: Sequence[Token]) -> bool:
    """Whether a part between commas says something by the way: an apposition begins with an article."""
    while len(chunk) > 1 and is_light(chunk[0]) and words.word(chunk[0]) not in word_set("aside.first"):
        chunk = chunk[1:]  # "still the mainstay"
    if not chunk or words.word(chunk[0]) in word_set("aside.first"):
        return True
    return len(chunk) > 1 and words.word(chunk[-1]) in word_set("aside.last")


_PLANS = frozenset({"status.target", "status.forecast"})


def _subject_or_object(words: Words, tokens: Sequence[Token], noun: int) -> tuple[str, int]:
    """The noun phrase that names the series, before a verb or after it, and whether it speaks of growth or decline."""
    parts: list[list[Token]] = [[]]
    for n, token in enumerate(tokens):
        if (is_verb(token) and not is_change(token)) or not _PLANS.isdisjoint(token.roles) or _acts(words, tokens, n):
            parts.append([])
        else:
            parts[-1].append(token)
    found: list[tuple[str, int]] = []
    for part in parts:
        phrase, noun = _bare(words, part, noun)
        if phrase:
            found.append((phrase, noun))
    if not found:
        return "", noun
    for n in reversed(range(len(found))):
        phrase, sign = found[n]
        series = name_series_english(phrase, words.scene.base)
        if series.base is not None:
            owner = without_places(found[n - 1][0], words.scene.local_places) if n else ""
            owned = f"{owner} {phrase}"  # "private firms saw their exports": the exports of those
            whole = name_series_english(owned, words.scene.base)
            narrows = bool(owner) and (series.code is None or name_series_english(owner, None).breakdown is not None)
            return (owned if narrows or whole.code not in (None, series.code) else phrase), sign
    return found[-1]


def _acts(words: Words, tokens: Sequence[Token], n: int) -> bool:
    """Whether a word that no list has is a verb, by its form and its object: "imports moved the other way"."""
    if not n or not is_plain(tokens[n]):
        return False
    before = tokens[n - 1]
    if not (is_plain(before, or_named=True) or is_verb(before) or "link.filler" in before.roles):
        return False
    if n + 1 == len(tokens):  # right before the figure: "each visitor parted | with 1,200 yuan"
        return words.word(tokens[n]).endswith(word_list("en", "acting.past"))
    following = words.word(tokens[n + 1])
    ending = words.word(tokens[n]).endswith
    if following in word_set("acting.objects"):
        return ending(word_list("en", "acting.ends"))
    return following in word_set("acting.agents") and ending(word_list("en", "acting.passive_ends"))


def _bare(words: Words, tokens: Sequence[Token], noun: int) -> tuple[str, int]:
    """A noun phrase without "growth of", "the decline in" and the like, and the sign that these give."""
    part = core(tokens)
    if part and is_change(part[-1]) and part[-1].naming is None and _only_tells_how(words, tokens):
        return "", -1 if "change.fall_noun" in part[-1].roles else noun or 1
    while part and is_change(part[0]) and part[0].naming is None:
        if "change.act" not in part[0].roles:
            noun = -1 if "change.fall_noun" in part[0].roles else noun or 1
        part = core(part[1:])
    while part and is_change(part[-1]) and part[-1].naming is None:
        noun = -1 if "change.fall_noun" in part[-1].roles else noun or 1
        part = core(part[:-1])
    return words.phrase(part), noun


def _only_tells_how(words: Words, tokens: Sequence[Token]) -> bool:
    """Whether the words between an article and "increase" tell only how large it is: "a post-holiday increase"."""
    start = max((n for n, token in enumerate(tokens) if words.word(token) in word_set("acting.articles")), default=None)
    if start is None or len(tokens) - start > LONGEST_PART:
        return False
    return all(is_plain(token) or is_change(token) or "link.filler" in token.roles for token in tokens[start + 1 :])


def _noun_inside(scene: Scene, phrase: str) -> int:
    """The sign that the name of what grows itself gives: "economic growth", "revenue growth of industry"."""
    grows = not word_set("growth_nouns.words").isdisjoint(phrase.lower().split())
    code = name_series_english(without_places(phrase, scene.local_places), scene.base).code if grows else None
    return int(grows and (code is None or kinds()[code].unit not in PERCENT))  # "the natural growth rate" is a level
