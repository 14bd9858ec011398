"""The noun phrase that names what a group of figures measures, found among the words before its verb."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.at_verbs import at_verbs, cuts, leads_off
from shandong_econ.parsing.english.bare_phrases import bare, noun_inside, only_praises, tells_degree
from shandong_econ.parsing.english.chunks import chunks_of
from shandong_econ.parsing.english.listed_words import noun_of, places_of
from shandong_econ.parsing.english.lists import listed
from shandong_econ.parsing.english.one_name import one_phrase
from shandong_econ.parsing.english.places import series_named, without_places
from shandong_econ.parsing.english.possessives import narrows_to
from shandong_econ.parsing.english.those_before_verbs import is_office, is_owned, owns_nothing
from shandong_econ.parsing.english.unlisted_verbs import acts
from shandong_econ.parsing.english.with_clauses import (
    after_opening_with,
    amount_after_with,
    head_of_with,
    list_after_with,
    take_list_before_with,
)
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, sign_of, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.names_english import is_generic
from shandong_econ.parsing.finding.series import is_total
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, has_role, has_role_of
from shandong_econ.parsing.resolving.clues import Clues


def add_noun_phrase(
    words: Words, clues: Clues, tokens: Sequence[Token], count: int, whole: Sequence[Token] = ()
) -> None:
    """Adds to the clues the subject of `count` figures, or its `count` parts, and the sign that its nouns give.

    `whole` are the words with what stands before a "with" that leads to them.
    """
    whole = whole or tokens
    tokens = tokens[after_opening_with(tokens) :]
    tokens = tokens[amount_after_with(words, tokens) if count == 1 else list_after_with(tokens) :]
    chunks, antecedent = chunks_of(words, tokens)
    if not chunks:
        return
    if len(chunks) == 1 and words.phrase(chunks[0]).lower() in word_set("pronoun.subjects"):
        chunks = [_named_before(words, tokens, chunks[0][0]) or chunks[0]]
    relates = count == 1 and tokens[-1].mark == ","  # "wholesale trade, | which"
    if relates and (left_out := _left_out(chunks[-1])):
        chunks, whole = [left_out], ()
    if count > 1:
        clues.items, clues.shared, clues.unpaired = _listed(words, tokens, chunks, count)
        take_list_before_with(words, clues, tokens, count)
    if count == 1 and len(chunks) > 1:
        chunks = [one_phrase(words, chunks)]
    phrase = _before_colon(words, tokens) or [token for chunk in chunks for token in chunk]
    said = _without_head(phrase)
    clues.words, clues.noun, clues.owner = _subject_or_object(words, said, clues.noun, relates=relates)
    clues.noun = clues.noun or next((sign for t in phrase[: len(phrase) - len(said)] if (sign := sign_of(t))), 0)
    clues.noun = clues.noun or noun_inside(words.scene, clues.words)
    # not "three sectors grew, with the largest contribution coming from | tanning, which"
    head = head_of_with(words, whole) if count == 1 and not has_role(tokens, "link.source") else ""
    head = without_end(without_places(head, words.scene.places.local_places))
    if head and head not in clues.words:
        owned = f"{head} {clues.words}"
        part = name_series_english(head, None).breakdown
        told = name_series_english(clues.words, words.scene.base)
        if told.code is not None and told.breakdown not in (None, "_T"):
            part = None  # "manufacturing saw new products, with the output of robots": that of robots
        if not is_total(part) or name_series_english(owned, words.scene.base).code is not None:
            clues.words = owned
        elif not word_set("owners.groups").isdisjoint(head.lower().split()):
            clues.narrowed = True  # "the makers of instruments led the way, with an output value of"
    owner, _, rest = clues.words.lower().partition(" ")
    clues.narrowed = clues.narrowed or (bool(rest) and noun_of(owner) in word_set("owners.vague"))
    if antecedent:
        clues.main = _subject_or_object(words, antecedent, 0)[0]


def _listed(
    words: Words, tokens: Sequence[Token], chunks: Sequence[list[Token]], count: int
) -> tuple[list[str], str, bool]:
    """The items of a list, with what is told of each behind it: "car and steel making, | whose output" grew."""
    at = next((n for n in places_of(tokens, "relative.whose") if n and tokens[n - 1].mark == ","), 0)
    if not at:
        return listed(words, _related(tokens, chunks), count)
    items, _, unpaired = listed(words, _related(tokens[:at], chunks_of(words, tokens[:at])[0]), count)
    return items, words.phrase(core(tokens[at + 1 :])), unpaired


def _without_head(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words for what an estimate or a growth is of: "the first estimate of | exports", "rate of rise in | pay"."""
    opens = len(tokens) > len(("estimates", "of")) and tokens[0].word in word_set("estimate.opening")
    if opens and tokens[1].word in word_set("estimate.links"):
        return tokens[2:]  # "estimates of | staff"
    for n in range(1, len(tokens) - 2):
        which, noun, link = (token.word for token in tokens[n - 1 : n + 2])
        kind = which in word_set("estimate.kinds") and noun in word_set("estimate.nouns")
        grown = f"{which} {noun}" in word_set("estimate.rates") and is_change(tokens[n + 1])
        if kind and link in word_set("estimate.links"):
            return tokens[n + 2 :]
        if grown and tokens[n + 2].word in word_set("within.before"):
            return tokens[n + 3 :]
    return tokens


def _related(tokens: Sequence[Token], chunks: Sequence[list[Token]]) -> Sequence[list[Token]]:
    """The parts of a list to which a "which" behind it relates: "growth came from | tea and silk, which rose by"."""
    if tokens[-1].mark != ",":
        return chunks
    verb = max((n for n, chunk in enumerate(chunks) if len(at_verbs(chunk)) > 1), default=0)
    own = at_verbs(chunks[verb])[-1]
    return [own, *chunks[verb + 1 :]] if core(own) else chunks


def _left_out(chunk: list[Token]) -> list[Token]:
    """What alone is left out, to which a "which" behind it relates: "in all sectors except | mining, which fell"."""
    at = next((n + 1 for n, token in enumerate(chunk) if n and token.word in word_set("aside.excepted")), len(chunk))
    return core(chunk[at:])


def _before_colon(words: Words, tokens: Sequence[Token]) -> list[Token]:
    """Who did what stands before a colon, where the object is no series: "wind farms filled the gap:" 31 billion."""
    if not tokens or tokens[-1].mark != ":":
        return []
    verb = next((n for n, token in enumerate(tokens) if n and cuts(tokens, n)), 0)
    thing = words.phrase(core(tokens[verb + 1 : -1])) if verb else ""
    head = core(tokens[:verb])
    return head if head and thing and series_named(thing, words.scene.base).base is None else []


def _named_before(words: Words, tokens: Sequence[Token], pronoun: Token) -> list[Token]:
    """The last series that is named in a sentence before a pronoun: "growth in trade with ASEAN, as it rose"."""
    if next(token for token in tokens if not token.mark).word in word_set("aside.opens"):
        return []  # "after the release of the capacity, it"
    stop = next(n for n, token in enumerate(tokens) if token is pronoun)
    for n in reversed(range(stop)):
        if tokens[n].naming is not None:
            end = next((k for k in range(n, stop) if _ends(tokens[k]) or acts(tokens, k)), stop)
            begin = next((k + 1 for k in reversed(range(n)) if not is_plain(tokens[k])), 0)
            for first in (begin, n):  # "factory gate | inflation has slowed since May, when it"
                if name_series_english(words.phrase(tokens[first:end]), words.scene.base).code is not None:
                    return list(tokens[first:end])
    return []


def _ends(token: Token) -> bool:
    ends = token.mark or token.time is not None or is_verb(token) or token.word in word_set("clause.words")
    return bool(ends) and token.naming is None


def _subject_or_object(
    words: Words, tokens: Sequence[Token], noun: int, *, relates: bool = False
) -> tuple[str, int, str]:
    """The noun phrase that names the series, before a verb or after it, whether it tells of growth, and whose it is."""
    parts = at_verbs(tokens)
    if len(parts) > 1 and not core(parts[0]) and leads_off(parts[1]):
        return "", noun, ""  # "passed through the ports of Horgos", of what was told before
    found: list[tuple[str, int]] = []
    if len(parts) > 1 and core(parts[0]) and _only_frames(parts[0][0]):
        parts = parts[1:]  # "for every 100 yuan of revenue there were costs"
    if len(parts) > 1 and core(parts[-2]) and only_praises(words, parts[-1]):
        parts = parts[:-1]
    for part in parts:
        phrase, noun = bare(words, part, noun)
        # not "the US"
        if phrase and not tells_degree(phrase) and phrase not in word_set("pronoun.objects") | word_set("objects.ways"):
            found.append((phrase, noun))
    if not found or (noun and len(found) == 1 and is_office(found[0][0])):
        return "", noun, ""  # "the bureau expects growth of"
    is_one = relates and len(found) > 1 and _follows_be(tokens, parts[-1])
    if is_one and parts[-1][0].word not in word_set("aside.first"):
        return *found[-1], ""  # "the main driver of the rise in output was | mining, which"
    if len(found) > 1 and _is_said_of_subject(tokens, parts[-1]) and _names_series(words, found[-2][0]):
        return *found[-2], ""  # "tea is | a pillar of the farm economy, accounting for"
    for n in reversed(range(len(found))):
        phrase, sign = found[n]
        sign = noun if n + 1 == len(found) else sign  # "products kept a steady growth, at 5 percent"
        series = series_named(phrase, words.scene.base, words.scene.places.local_places)
        if series.base is not None and not (n + 1 < len(found) and _is_only_who(phrase)):
            if n + 1 < len(found) and is_generic(found[-1][0]):
                phrase = f"{phrase} {found[-1][0]}"  # "catering enterprises had sales of"
            owner = without_end(without_places(found[n - 1][0], words.scene.places.local_places)) if n else ""
            is_it = relates and n > 0 and n + 1 == len(found) and _follows_be(tokens, parts[-1])
            if is_it or owns_nothing(owner) or is_owned(words, phrase) or has_role(tokens, "link.source"):
                owner = ""  # "a rebound in services kept Hunan's economy" growing
            owned = f"{owner} {phrase}".strip()  # "private firms saw their exports": the exports of those
            whole = name_series_english(owned, words.scene.base)
            priced = phrase.lower() in word_set("price.noun")  # "new homes sold at prices" lower than before
            narrows = bool(owner) and (series.code is None or priced or narrows_to(owner))
            return (owned if narrows or whole.code not in (None, series.code) else phrase), sign, owner
    if len(found) > 1 and found[-1][0].lower().rpartition(" ")[2] in word_set("objects.sizes"):
        return f"{found[-1][0]} of {found[-2][0]}", found[-1][1], ""  # "the highways had a length of"
    if len(found) > 1 and found[-1][0].lower() in word_set("objects.of_all"):
        return f"{found[-2][0]} {found[-1][0]}", found[-1][1], ""  # "the battery industry produced goods" worth
    if _is_said_of_subject(tokens, parts[-1]):
        if len(found) == 1:
            return "", noun, ""
        if found[-2][0].lower().partition(" ")[0] not in word_set("degree.words"):
            return *found[-2], ""  # not "the largest gains were | in the making of paper"
    return *found[-1], ""


def _names_series(words: Words, phrase: str) -> bool:
    return series_named(phrase, words.scene.base, words.scene.places.local_places).base is not None


def _follows_be(tokens: Sequence[Token], part: Sequence[Token]) -> bool:
    """Whether a part stands behind a "was": "the main contributor was | retail trade"."""
    at = next((n for n, token in enumerate(tokens) if part and token is part[0]), 0)
    return at > 0 and tokens[at - 1].word in word_set("passive.be")


def _is_said_of_subject(tokens: Sequence[Token], part: Sequence[Token]) -> bool:
    """Whether words only say what the subject before "was" is: "services were | the mainstay of the quarter"."""
    if not _follows_be(tokens, part):
        return False
    said = core(part)  # "the targets are bolder: 6 percent", "the air was good or better on 300 days"
    alone = len(said) % 2 == 1 and is_plain(said[0]) and all(token.word == "or" for token in said[1::2])
    return alone or part[0].word in word_set("said_to_be.articles")


def _is_only_who(phrase: str) -> bool:
    """Whether a noun phrase is nothing more than "firms", who have what follows their verb."""
    return name_series_english(phrase, None).breakdown == _FIRMS


_FIRMS = "X:ENTERPRISES"


def without_end(phrase: str) -> str:
    """A noun phrase without the preposition before a place that was taken off: "logistics firms | in"."""
    head, _, last = phrase.rpartition(" ")
    return head if last in word_set("link.preposition") else phrase


def _only_frames(token: Token) -> bool:
    return "link.preposition" in token.roles or has_role_of(token, "per")
