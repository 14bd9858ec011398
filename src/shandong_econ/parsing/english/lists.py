"""What each of several figures measures, where the text names them in a list: "exports to Japan and Russia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import split_list
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series import NO_SERIES, Series
from shandong_econ.parsing.finding.series_english import is_part, name_series_english
from shandong_econ.parsing.finding.tokens import Token

LONG_LIST = 3  # items that are not one name, as "food and tobacco" is


def listed(words: Words, chunks: Sequence[Sequence[Token]], count: int) -> tuple[list[str], str, bool]:
    """The `count` items of a list, what is said once of all, and whether it is a list with another number of items.

    What is said once is its head, which stands before "including", or its object: "A and B saw their value added" rise.
    """
    if not chunks:
        return [], "", False
    if (industries := _three_industries(words, chunks, count)) is not None:
        return industries
    if apart := _at_that_of(words, chunks, count):
        return apart, "", False
    chunks, head = _after_head(words, [_after_change(chunks[0]), *chunks[1:]], count)
    chunks, thing = _before_object(words, chunks)
    items = [item for chunk in chunks for item in _apart(chunk) if core(item)]
    found = [words.phrase(core(item)) for item in items]
    if count < len(found) <= LONGEST_LIST:
        ways = (
            _joined(words, items, count),
            _told_together(words, items, count),
            _at_the_first_and(words, chunks),
            _at_the_last_and(words, chunks),
            _at_commas(words, chunks),
        )
        found = next((way for way in ways if len(way) == count), found)
    if len(found) != count:
        found = [part for phrase in found for part in split_list(phrase)]
    if len(found) == count:
        return _with_noun(items, found), head or thing, False
    return [], "", len(found) >= LONG_LIST or (bool(head) and len(found) > 1)


def _at_that_of(words: Words, chunks: Sequence[Sequence[Token]], count: int) -> list[str]:
    """The items of a list of which each goes back to one noun: "prices of A and B, that of C and that of D"."""
    items: list[list[Token]] = []
    for chunk in chunks:
        items.append([])
        for token in chunk:
            if "link.that_of" in token.roles:
                items.append([])
            else:
                items[-1].append(token)
    goes_back = len(items) > len(chunks) and len(items) == count
    return _named(words, items) if goes_back and all(map(core, items)) else []


def _with_noun(items: Sequence[Sequence[Token]], found: list[str]) -> list[str]:
    """Items with the noun that only the last has: "both public and private rents", "wind and solar power output"."""
    *_, last = found
    heads = (" ".join(last.split()[n:]) for n in range(1, last.count(" ") + 1))
    pair = len(found) == len(("one", "two"))
    head = next((one for one in heads if pair or name_series_english(one, None).base is not None), "")
    alone = (core(item) for item in items[: len(found) - 1])
    lacks = all(len(one) == 1 and _is_kind(one[0]) for one in alone) and len(items) == len(found)
    lacks = lacks and not any(" " in one or one.endswith("s") for one in found[:-1])
    return [*(f"{one} {head}" for one in found[:-1]), last] if lacks and head else found


def _is_kind(token: Token) -> bool:
    """Whether a word says of what kind something is, and no more: "public", "wind"."""
    return is_plain(token) or (token.naming is not None and token.naming.base is None)


def _three_industries(
    words: Words, chunks: Sequence[Sequence[Token]], count: int
) -> tuple[list[str], str, bool] | None:
    """The three industries where words name them together: "the value added of the three industries"."""
    three = list(word_list("en", "three_industries.each"))
    phrase = words.phrase(chunks[-1])
    for together in word_list("en", "three_industries.together") if count == len(three) else ():
        before, found, after = phrase.lower().partition(together)
        if found:
            return three, " ".join((phrase[: len(before)] + phrase[len(phrase) - len(after) :]).split()), False
    return None


def _after_change(chunk: Sequence[Token]) -> Sequence[Token]:
    """The things of a list behind what they did: "there were falls in | exports and imports", "followed by | tea".

    Or behind who had them: "Hunan saw | its trade with ASEAN and the EU".
    """
    for n, token in enumerate(chunk[:-1]):
        if "link.list" in token.roles:
            break  # "makers of A and B saw their exports"
        own = not n or chunk[n + 1].word in word_set("owner.pronouns")
        if own and is_verb(token) and not is_change(token):
            chunk = chunk[n + 1 :]
            break
    after = (n for n, token in enumerate(chunk) if n and token.word in word_set("within.before"))
    at = next((n for n in after if is_change(chunk[n - 1]) and chunk[n - 1].naming is None), None)
    return chunk if at is None or not core(chunk[at + 1 :]) else chunk[at + 1 :]


def _told_together(words: Words, items: Sequence[Sequence[Token]], count: int) -> list[str]:
    """The items of a list with the one joined that the text tells elsewhere too: "repair and maintenance"."""
    parts = [core(item) for item in items]
    pairs = [words.until(one[0], two[-1]) for one, two in pairwise(parts)]
    often = [words.lower.count(pair.lower()) for pair in pairs]
    most = max(often)
    if len(parts) != count + 1 or most == 1 or often.count(most) > 1:
        return []
    at = often.index(most)
    return [*(words.phrase(part) for part in parts[:at]), pairs[at], *(words.phrase(part) for part in parts[at + 2 :])]


def _at_the_first_and(words: Words, chunks: Sequence[Sequence[Token]]) -> list[str]:
    """The items of "old homes, new homes and roof repair and maintenance", of which two are told with one noun."""
    *before, last = chunks
    at = next((n for n, token in enumerate(last) if "link.list" in token.roles), 0)
    nouns = [core(chunk)[-1].word for chunk in (*before[-1:], last[:at]) if core(chunk)]
    alike = len(nouns) == len(("homes", "homes")) and len(set(nouns)) == 1
    return _named(words, [*before, last[:at], last[at + 1 :]]) if alike else []


def _at_the_last_and(words: Words, chunks: Sequence[Sequence[Token]]) -> list[str]:
    """The items of "food and tobacco, clothing and housing", where there are three."""
    *first, last = _apart(chunks[-1])
    return _named(words, [*chunks[:-1], [token for item in first for token in item], last])


def _at_commas(words: Words, chunks: Sequence[Sequence[Token]]) -> list[str]:
    """The items of "transport and communication, housing, education and culture", where names before have an "and"."""
    return _named(words, chunks) if any(len(_apart(chunk)) > 1 for chunk in chunks[:-1]) else []


def _apart(chunk: Sequence[Token]) -> list[list[Token]]:
    items: list[list[Token]] = [[]]
    spans = False  # "trade between the city | and | Japan" is with Japan
    for token in chunk:
        if "link.list" in token.roles and not spans:
            items.append([])
        else:
            items[-1].append(token)
        spans = (spans or token.word in word_set("in_turn.spans")) and "link.list" not in token.roles
    return items


def _named(words: Words, items: Sequence[Sequence[Token]]) -> list[str]:
    return [phrase for item in items if (phrase := words.phrase(core(item)))]


LONGEST_LIST = 16  # words between commas and "and" that are tried as parts of fewer items


def _joined(words: Words, pieces: Sequence[Sequence[Token]], count: int) -> list[str]:
    """The `count` items that pieces make, some of which have commas of their own: "food, tobacco and liquor, clothing".

    Of all ways to join them the one is taken in which most items name something; what names nothing is not joined.
    """
    best: dict[tuple[int, int], tuple[int, tuple[str, ...]]] = {(0, 0): (0, ())}
    for stop in range(1, len(pieces) + 1):
        for start in range(max(0, stop - LONGEST_ITEM_PIECES), stop):
            phrase = words.until(pieces[start][0], pieces[stop - 1][-1])
            known = name_series_english(phrase, words.scene.base)
            named = known.code is not None or known.breakdown is not None
            if not named and stop - start > 1:
                continue
            for n in range(count):
                if (start, n) in best:
                    score, items = best[start, n]
                    old = best.get((stop, n + 1))
                    if old is None or score + named > old[0]:
                        best[stop, n + 1] = (score + named, (*items, phrase))
    return list(best.get((len(pieces), count), (0, ()))[1])


LONGEST_ITEM_PIECES = 4  # as in "farming, forestry, animal husbandry and fishery"


def _after_head(words: Words, chunks: Sequence[Sequence[Token]], count: int) -> tuple[Sequence[Sequence[Token]], str]:
    first = chunks[0]
    if len(chunks) > 1 and any(token.figure is not None and token.figure.value == count for token in first):
        at = next((n + 1 for n, token in enumerate(first) if token.word in word_set("passive.be")), 0)
        if core(first[at:]) and at:
            return [first[at:], *chunks[1:]], ""  # "its three largest were | Japan, Peru and Chile"
        return chunks[1:], words.phrase(core(first))  # "exports to its three main markets, | Japan, Peru and Chile"
    at = next((n for n, token in enumerate(first) if "link.of_which" in token.roles), 0)
    return ([first[at + 1 :], *chunks[1:]], words.phrase(core(first[:at]))) if at else (chunks, "")


def _before_object(words: Words, chunks: Sequence[Sequence[Token]]) -> tuple[Sequence[Sequence[Token]], str]:
    last = chunks[-1]
    at = next((n for n, token in enumerate(last) if _takes_object(token)), 0)
    thing = words.phrase(core(last[at + 1 :])) if at else ""
    return ([*chunks[:-1], last[:at]], thing) if thing else (chunks, "")


def _takes_object(token: Token) -> bool:
    """Whether a word is a verb of those that are listed, before what they did it to: "makers of A and B | lifted"."""
    return token.word in word_set("transitive.verbs") or (is_verb(token) and not is_change(token))


def series_of_item(
    item: str, items: Sequence[str], shared: str, base: str | None, local: frozenset[str] = frozenset()
) -> Series:
    """The series that an item of a list names, with the words that the list says once, after `base` was spoken of."""
    if shared:
        for phrase in (f"{item} {shared}", f"{shared} {item}"):
            if (found := series_named(phrase, base, local)).code is not None:
                return found
        return series_named(item, series_named(shared, base, local).base or base, local)
    whole = _with_words_of(item, items, base, local)
    if whole.code is not None and is_part(items[0]):  # "urban and rural incomes": no series is named by "urban" alone
        return whole
    found = series_named(item, series_named(items[0], base, local).base or base, local)
    own = series_named(items[0], None, local).base or whole.base  # "spending per head of urban | and rural residents"
    noun = name_series_english(items[-1].split()[-1], None)  # "output of the primary | and tertiary industries"
    alike = whole.base == own or (item is items[0] and whole.base != noun.base)
    return whole if found.code is None and whole.code is not None and alike else found


def _with_words_of(item: str, items: Sequence[str], base: str | None, local: frozenset[str]) -> Series:
    return next(
        (found for phrase in _longer(item, items) if (found := series_named(phrase, base, local)).code is not None),
        NO_SERIES,
    )


def _longer(item: str, items: Sequence[str]) -> Iterator[str]:
    first, last = items[0].split(), items[-1].split()
    if item is not items[-1]:
        for cut in range(1, len(last)):
            yield f"{item} {' '.join(last[cut:])}"
    if item is not items[0]:
        for cut in range(len(first) - 1, 0, -1):
            yield f"{' '.join(first[:cut])} {item}"
    yield f"{' '.join(first[:-1])} {item} {' '.join(last[1:])}"
