"""The noun phrase that names what a group of figures measures, found among the words before its verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.chunks import LONGEST_PART, chunks_of, is_aside
from shandong_econ.parsing.english.gaps import gap_of
from shandong_econ.parsing.english.lists import listed
from shandong_econ.parsing.english.places import series_named, tells_only_place, without_places
from shandong_econ.parsing.english.possessives import narrows_to
from shandong_econ.parsing.english.unlisted_verbs import acts
from shandong_econ.parsing.english.words import Words, core, is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.series_english import is_generic, name_series_english
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def add_noun_phrase(
    words: Words, clues: Clues, tokens: Sequence[Token], count: int, whole: Sequence[Token] = ()
) -> None:
    """Adds to the clues the subject of `count` figures, or its `count` parts, and the sign that its nouns give.

    `whole` are the words with what stands before a "with" that leads to them.
    """
    whole, tokens = whole or tokens, tokens[_after_with(words, tokens) if count == 1 else _list_after_with(tokens) :]
    chunks, antecedent = chunks_of(words, tokens)
    if not chunks:
        return
    if len(chunks) == 1 and words.phrase(chunks[0]).lower() in word_set("pronoun.subjects"):
        chunks = [_named_before(words, tokens, chunks[0][0]) or chunks[0]]
    if count > 1:
        clues.items, clues.shared, clues.unpaired = listed(words, chunks, count)
        _take_list_before_with(words, clues, tokens, count)
    if count == 1 and len(chunks) > 1:
        chunks = [_one_phrase(words, chunks)]
    clues.words, clues.noun, clues.owner = _subject_or_object(words, [t for c in chunks for t in c], clues.noun)
    clues.noun = clues.noun or _noun_inside(words.scene, clues.words)
    if count == 1 and (head := _head_of_with(words, whole)):
        owned = f"{head} {clues.words}"
        part = name_series_english(head, None).breakdown
        told = name_series_english(clues.words, words.scene.base)
        if told.code is not None and told.breakdown not in (None, "_T"):
            part = None  # "manufacturing saw new products, with the output of robots": that of robots
        if part is not None or name_series_english(owned, words.scene.base).code is not None:
            clues.words = owned
        elif not word_set("owners.groups").isdisjoint(head.lower().split()):
            clues.narrowed = True  # "the makers of instruments led the way, with an output value of"
    owner, _, rest = clues.words.lower().partition(" ")
    clues.narrowed = clues.narrowed or (bool(rest) and owner.removesuffix("'s") in word_set("owners.vague"))
    if antecedent:
        clues.main = _subject_or_object(words, antecedent, 0)[0]


def _named_before(words: Words, tokens: Sequence[Token], pronoun: Token) -> list[Token]:
    """The last series that is named in a sentence before a pronoun: "growth in trade with ASEAN, as it rose"."""
    if next(token for token in tokens if not token.mark).word in word_set("aside.opens"):
        return []  # "after the release of the capacity, it"
    stop = next(n for n, token in enumerate(tokens) if token is pronoun)
    for n in reversed(range(stop)):
        if tokens[n].naming is not None:
            end = next((k for k in range(n, stop) if _ends(tokens[k]) or acts(tokens, k)), stop)
            if name_series_english(words.phrase(tokens[n:end]), words.scene.base).code is not None:
                return list(tokens[n:end])
    return []


def _ends(token: Token) -> bool:
    ends = token.mark or token.time is not None or is_verb(token) or token.word in word_set("clause.words")
    return bool(ends) and token.naming is None


def _one_phrase(words: Words, chunks: Sequence[list[Token]]) -> list[Token]:
    """The part between commas that names the subject, or all of them where they list what has one name."""
    base = words.scene.base
    listed = [_after_verb(chunks[0]), *chunks[1:]]
    whole = _with_commas(words, listed)
    if name_series_english(words.phrase(whole), base).code is not None or _is_list(listed):
        return whole
    named = [c for c in chunks if name_series_english(words.phrase(c), base).code is not None]
    for n in range(1, len(chunks) - 1):
        listed = [_after_verb(chunks[n]), *chunks[n + 1 :]]
        if _is_list(listed):  # "..., with the output of farming, forestry and fishery"
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
    if any(is_verb(token) for chunk in chunks for token in chunk):
        return False
    last = chunks[-1]
    ends = any("link.list" in token.roles or _lists(token) for token in last)
    first = max((n + 1 for n, token in enumerate(chunks[0]) if _leads_to_item(token)), default=0)
    return ends and all(len(chunk) <= LONGEST_PART for chunk in (chunks[0][first:], *chunks[1:-1]))


def _leads_to_item(token: Token) -> bool:
    """Whether the first item of a list stands behind a word: "prices excluding | food, drink and tobacco"."""
    return token.naming is None and ("link.preposition" in token.roles or token.word in word_set("frame.inside"))


def _after_with(words: Words, tokens: Sequence[Token]) -> int:
    """The place after a "with" that gives an amount to the subject: "was the largest | with an output value of"."""
    at = next((n for n in reversed(range(len(tokens))) if tokens[n].word == "with"), 0)
    if not 0 < at < len(tokens) - 1 or any(token.figure is not None for token in tokens[at:]):
        return 0  # "the number of projects with a planned investment of over 100 million yuan"
    article = tokens[at + 1].word in word_set("acting.articles")
    if not article and name_series_english(words.phrase(core(tokens[at + 1 :])), None).code is None:
        return 0  # "saw trade with ASEAN": an amount is of a series, or has an article
    acts = _is_investment(words, tokens[at + 1 :]) or any(
        is_verb(token) and not is_change(token) for token in tokens[:at]
    )
    return at + 1 if acts and not any(token.mark for token in tokens[at - 1 :]) else 0


def _is_investment(words: Words, tokens: Sequence[Token]) -> bool:
    """Whether what is given to things is what they cost: "120 projects with | a planned investment of"."""
    return name_series_english(words.phrase(core(tokens)), None).base == "PROJECT_INVESTMENT"


def _list_after_with(tokens: Sequence[Token]) -> int:
    """The place after a "with" that tells of parts one by one: "services led growth, with | trade and catering" up."""
    at = next((n for n in reversed(range(1, len(tokens))) if tokens[n].word in word_set("split.with")), 0)
    clause = at and tokens[at - 1].mark == "," and any(is_verb(token) for token in tokens[:at])
    lists = any(token.mark == "," or "link.list" in token.roles for token in tokens[at + 1 :])
    return at + 1 if clause and lists else 0


def _take_list_before_with(words: Words, clues: Clues, tokens: Sequence[Token], count: int) -> None:
    """Takes the subjects of a verb for the items of a list: "A, B and C were the top partners, with trade of"."""
    at = next((n for n in range(1, len(tokens)) if tokens[n].word in word_set("split.with")), 0)
    verb = next((n for n, token in enumerate(tokens[:at]) if is_verb(token) and not is_change(token)), 0)
    if not verb or tokens[at - 1].mark != ",":
        return
    items = listed(words, chunks_of(words, tokens[:verb])[0], count)[0]
    if len(items) == count:
        clues.items, clues.shared, clues.unpaired = items, words.phrase(core(tokens[at + 1 :])), False


def _head_of_with(words: Words, tokens: Sequence[Token]) -> str:
    """The subject of a sentence that goes on "with": "ASEAN was the largest partner, with trade of ..."."""
    with_at = next((n for n, token in enumerate(tokens) if token.word in word_set("split.with")), 0)
    if not with_at or not (tokens[with_at - 1].mark == "," or _after_with(words, tokens)):
        return ""
    verb = next((n for n, token in enumerate(tokens[:with_at]) if is_verb(token)), 0)
    parts, _ = chunks_of(words, tokens[:verb]) if verb else ([], [])
    return words.phrase(_one_phrase(words, parts)) if parts else ""


_PLANS = frozenset({"status.target", "status.forecast"})


def _subject_or_object(words: Words, tokens: Sequence[Token], noun: int) -> tuple[str, int, str]:
    """The noun phrase that names the series, before a verb or after it, whether it tells of growth, and whose it is."""
    parts = _at_verbs(tokens)
    if len(parts) > 1 and not core(parts[0]) and _leads_off(parts[1]):
        return "", noun, ""  # "passed through the ports of Horgos", of what was told before
    found: list[tuple[str, int]] = []
    if len(parts) > 1 and core(parts[0]) and _only_frames(parts[0][0]):
        parts = parts[1:]  # "for every 100 yuan of revenue there were costs"
    for part in parts:
        phrase, noun = _bare(words, part, noun)
        if phrase and not tells_degree(phrase) and phrase.lower() not in word_set("pronoun.objects"):
            found.append((phrase, noun))
    if not found:
        return "", noun, ""
    for n in reversed(range(len(found))):
        phrase, sign = found[n]
        sign = noun if n + 1 == len(found) else sign  # "products kept a steady growth, at 5 percent"
        series = series_named(phrase, words.scene.base, words.scene.local_places)
        if series.base is not None:
            if n + 1 < len(found) and is_generic(found[-1][0]):
                phrase = f"{phrase} {found[-1][0]}"  # "catering enterprises had sales of"
            owner = _without_end(without_places(found[n - 1][0], words.scene.local_places)) if n else ""
            if _owns_nothing(owner) or is_owned(words, phrase):
                owner = ""  # "a rebound in services kept Hunan's economy" growing
            owned = f"{owner} {phrase}".strip()  # "private firms saw their exports": the exports of those
            whole = name_series_english(owned, words.scene.base)
            narrows = bool(owner) and (series.code is None or narrows_to(owner))
            return (owned if narrows or whole.code not in (None, series.code) else phrase), sign, owner
    if len(found) > 1 and found[-1][0].lower() in word_set("objects.of_all"):
        return f"{found[-2][0]} {found[-1][0]}", found[-1][1], ""  # "the battery industry produced goods" worth
    return *found[-1], ""


def _at_verbs(tokens: Sequence[Token]) -> list[list[Token]]:
    """The words between the verbs, from the last one on that only tells who speaks."""
    parts: list[list[Token]] = [[]]
    for n, token in enumerate(tokens):
        if token.word in word_set("speech.verbs"):
            parts = [[]]  # "he said output"
        elif _parts(tokens, n):
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


_SOURCES = frozenset({"link.source", "contribution.source"})  # "the fall | was driven by | exports"


def _parts(tokens: Sequence[Token], n: int) -> bool:
    """Whether a verb stands at a place, between what it is said of and its object."""
    token = tokens[n]
    if token.word in word_set("size.worth") and n + 1 < len(tokens) and tokens[n + 1].figure is not None:
        return False  # "those worth 100 million yuan and above"
    if n and token.word in word_set("participle.deeds") and tokens[n - 1].word in word_set("participle.after"):
        return False
    if n > 1 and tokens[n - 1].word in word_set("relative.words") and not tokens[n - 2].mark:
        return False  # "the proportion of people who | were in work"
    if (
        not token.roles.isdisjoint(_SOURCES)
        or (is_verb(token) and not is_change(token))
        or not _PLANS.isdisjoint(token.roles)
        or acts(tokens, n)
    ):
        return True
    if gap_of(token) and token.naming is None and n + 1 == len(tokens):
        return True  # "exports lagged behind" with an increase
    return not n and qualifier_of(token) is not None and _leads_off(tokens[1:])  # "passed through"


def _leads_off(part: Sequence[Token]) -> bool:
    """Whether the words after a verb begin with where, how or why: "through the ports of"."""
    return bool(part) and part[0].naming is None and part[0].word in word_set("acting.leads_off")


def _without_end(phrase: str) -> str:
    """A noun phrase without the preposition before a place that was taken off: "logistics firms | in"."""
    head, _, last = phrase.rpartition(" ")
    return head if last in word_set("link.preposition") else phrase


def _owns_nothing(owner: str) -> bool:
    """Whether a noun phrase before a verb tells of nobody whose series could be told."""
    if owner.lower() in word_set("pronoun.same") or owner.lower() in word_set("pronoun.persons"):
        return True
    return tells_only_place(owner) or _is_office(owner)


def _is_office(phrase: str) -> bool:
    """Whether a noun phrase names who tells or plans something, not whose it is: "the department of agriculture"."""
    return not _offices().isdisjoint(phrase.lower().split())


@cache
def _offices() -> frozenset[str]:
    return frozenset(word.lower() for word in word_list("en", "entity.institutions")) | word_set("growth_nouns.setters")


def is_owned(words: Words, phrase: str) -> bool:
    """Whether a noun phrase begins with the place whose it is: "Hunan's economy"."""
    return phrase.split(" ")[0] != without_places(phrase, words.scene.local_places).split(" ")[0]


def _only_frames(token: Token) -> bool:
    return "link.preposition" in token.roles or any(role.startswith("per.") for role in token.roles)


def _bare(words: Words, tokens: Sequence[Token], noun: int) -> tuple[str, int]:
    """A noun phrase without "growth of", "the decline in" and the like, and the sign that these give."""
    part = core(tokens)
    if part and is_change(part[-1]) and part[-1].naming is None and _only_tells_how(tokens):
        return "", -1 if "change.fall_noun" in part[-1].roles else noun or 1
    while part and is_change(part[0]) and part[0].naming is None:
        if "change.act" not in part[0].roles:
            noun = -1 if "change.fall_noun" in part[0].roles else noun or 1
        part = core(part[1:])
    while part and is_change(part[-1]) and part[-1].naming is None:
        noun = -1 if "change.fall_noun" in part[-1].roles else noun or 1
        part = core(part[:-1])
    return words.phrase(part), noun


def _only_tells_how(tokens: Sequence[Token]) -> bool:
    """Whether the words between an article and "increase" tell only how large it is: "a post-holiday increase"."""
    start = max((n for n, token in enumerate(tokens) if token.word in word_set("acting.articles")), default=None)
    if start is None or len(tokens) - start > LONGEST_PART:
        return False
    return all(is_plain(token) or is_change(token) or "link.filler" in token.roles for token in tokens[start + 1 :])


def tells_degree(phrase: str) -> bool:
    """Whether words only say how much of a thing there is: "strongest", of "saw the strongest monthly growth"."""
    said = [word for word in phrase.lower().split() if word not in word_set("area.at")]
    return bool(said) and word_set("degree.words").issuperset(said)


def _noun_inside(scene: Scene, phrase: str) -> int:
    """The sign that the name of what grows itself gives: "economic growth", "revenue growth of industry"."""
    grows = not word_set("growth_nouns.words").isdisjoint(phrase.lower().split())
    code = name_series_english(without_places(phrase, scene.local_places), scene.base).code if grows else None
    return int(grows and (code is None or kinds()[code].unit not in PERCENT))  # "the natural growth rate" is a level
