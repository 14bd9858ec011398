"""An English sentence cut into its pieces: times, figures, phrases with a role, places, and plain words."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from shandong_econ.lexicon.speech import speech_set
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.lexis import NOTHING
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.phrases_english import PIECE, SHORT, phrases
from shandong_econ.parsing.finding.pieces_apart import ranks_apart, unglued
from shandong_econ.parsing.finding.times_and_figures import surnames, times_and_figures
from shandong_econ.parsing.finding.tokens import Token, has_role_of

_SHORT_QUOTE = re.compile("[“\"][\\w'-]+(?:,? [\\w'-]+){0,4}[”\"]")
_SHORT_FOR = re.compile(r"\([A-Z][A-Za-z&]*[A-Z]\)")  # (GDP)
_PARTS = re.compile(r"\D - |. - \D")  # a hyphen between spaces is a dash, if not between the ends of a range
_DASH = "—"
_GLUED = re.compile(r"[a-z]{2}\d|\d[a-z]")
_DASHES = frozenset({"--", "–"})
_NARROW = {"，": ",", "、": ",", "；": ";", "。": "."}
_MARKS = frozenset(',;:()"“”!?.—|[]')


def tokenise_english(text: str, lower: str, start: int, end: int, local: frozenset[str] = frozenset()) -> list[Token]:
    """The pieces of `text[start:end]`; `lower` is the same text in lower case, `local` names places without a code."""
    firm = _firm(text, start, end)
    pieces = _pieces(text, lower, start, end, firm)
    tokens: list[Token] = []
    i = f = 0
    while i < len(pieces):
        at = pieces[i][0]
        while f < len(firm) and firm[f].end <= at:
            f += 1
        standing = firm[f] if f < len(firm) and firm[f].start <= at < firm[f].end else None
        phrase = _phrase_here(text, lower, pieces, i, local)
        if standing is not None and (
            phrase is None or phrase[1].end <= standing.end or not _takes_in(phrase[1], standing)
        ):
            tokens.append(standing)
            while i < len(pieces) and pieces[i][0] < standing.end:
                i += 1
            f += 1
            continue
        if phrase is not None and f < len(firm) and firm[f].start < phrase[1].end and not _takes_in(phrase[1], firm[f]):
            phrase = _phrase(text, lower, pieces, i, firm[f].start)
        length, token = phrase or (1, _other(lower, *pieces[i]))
        tokens.append(token)
        i += length
    for token in tokens:
        token.word = lower[token.start : token.end]
    return tokens


def _firm(text: str, start: int, end: int) -> list[Token]:
    """The times and figures, but for a figure that is a whole quotation: a name."""
    return [
        t
        for t in times_and_figures(text, start, end)
        if t.figure is None
        or text[t.start - 1 : t.start] not in ("“", '"')
        or text[t.end : t.end + 1] not in ("”", '"')
    ]


def _pieces(text: str, lower: str, start: int, end: int, firm: list[Token]) -> list[tuple[int, int]]:
    """The words, numbers and marks, but for what is passed over: short names in brackets, marks of short quotations."""
    passed = {i for match in _SHORT_FOR.finditer(text, start, end) for i in range(match.start(), match.end())}
    passed |= {i for match in _SHORT_QUOTE.finditer(lower, start, end) for i in (match.start(), match.end() - 1)}
    found = [match.span() for match in PIECE.finditer(lower, start, end)]
    found = [piece for piece in found if piece[0] not in passed] if passed else found
    pieces = found if _GLUED.search(lower, start, end) is None else unglued(found, firm)
    return ranks_apart(lower, pieces, firm, phrases().entries)


def _phrase_here(
    text: str, lower: str, pieces: list[tuple[int, int]], i: int, local: frozenset[str]
) -> tuple[int, Token] | None:
    """The phrase or the place that begins with a piece, with its number of pieces."""
    phrase = _phrase(text, lower, pieces, i)
    if phrase is not None and phrase[1].areas and _names_village(text, pieces, i + phrase[0]):
        phrase = None  # "Hekou | Village" is not Hekou District
    if local and (phrase is None or phrase[1].naming is not None):
        phrase = _local(text, lower, pieces, i, local) or phrase
    if phrase is not None and phrase[1].areas and i and _is_surname(text, lower, pieces[i - 1], phrase[1]):
        return None
    if phrase is not None and "link.that_of" in phrase[1].roles and i and _tells(lower, pieces[:i]):
        return _phrase(text, lower, pieces, i, pieces[i][1])  # "data show that | in May"
    return phrase


def _names_village(text: str, pieces: list[tuple[int, int]], i: int) -> bool:
    """Whether the word at a place makes the one before it the name of a village, of which there is no code."""
    return text[slice(*pieces[i])] in word_list("en", "local.villages") if i < len(pieces) else False


def _other(lower: str, start: int, end: int) -> Token:
    """A mark, a word that no list has, or one that its ending alone makes an adverb: "breathtakingly"."""
    word = lower[start:end]
    word = _DASH if _PARTS.match(lower, start - 2) or word in _DASHES else _NARROW.get(word, word)
    endings, not_these = _adverbs()
    adverb = word.endswith(endings) and word not in not_these
    return Token(start, end, _FILLER if adverb else NOTHING, mark=word if word in _MARKS else "")


_FILLER = frozenset({"link.filler"})


@cache
def _adverbs() -> tuple[tuple[str, ...], frozenset[str]]:
    return word_list("en", "adverbs.endings"), frozenset(word_list("en", "adverbs.not_these"))


def _phrase(
    text: str, lower: str, pieces: list[tuple[int, int]], i: int, stop: int | None = None
) -> tuple[int, Token] | None:
    known = phrases()
    first, end = pieces[i]
    word = lower[first:end]
    lengths = known.lengths.get(word)
    if lengths is not None and i + SHORT < len(pieces):
        lengths = (*known.lengths.get(lower[first : pieces[i + 1][1]], ()), *lengths)
    if lengths is None and word.endswith("-based") and word[:-6] in known.places and text[first].isupper():
        return 1, Token(first, end, areas=known.places[word[:-6]])
    if lengths is None and word.endswith("'s"):
        end -= 2
        word = lower[first:end]
        lengths = (1,) if word in known.places else None
    if lengths is None:
        return None
    capital = text[first].isupper()
    for length in lengths:
        if i + length > len(pieces):
            continue
        last = pieces[i + length - 1][1] if length > 1 else end
        if stop is not None and last > stop:
            continue
        phrase = lower[first:last]
        entry = known.entries.get(phrase)
        if entry is None and length > 1 and phrase[-1] == "s":
            entry = known.entries.get(f"{phrase[:-3]}y" if phrase.endswith("ies") else phrase[:-1])
            entry = entry if entry is not None and not entry.roles else None
        if entry is None and not capital:
            continue
        areas: tuple[str, ...] = ()
        if capital:
            if length > 1 and phrase.endswith("'s") and phrase not in known.entries:
                last -= 2
                phrase = lower[first:last]
            areas = known.places.get(phrase, ())
        if (entry is None and not areas) or (length > 1 and _leads_to_base(text, lower, pieces, i + length - 1)):
            continue
        owned = phrase in word_list("en", "whole.owned") and i and lower.endswith("'s", 0, pieces[i - 1][1])
        if (owned or phrase in word_list("en", "whole.in_all")) and _leads_to_noun(text, lower, pieces, i + length):
            continue
        found = NOTHING if entry is None or areas else entry.roles
        naming = None if entry is None or areas else entry.naming
        return length, Token(first, last, found, areas, naming, is_name="name.words" in found)
    return None


def _local(
    text: str, lower: str, pieces: list[tuple[int, int]], i: int, local: frozenset[str]
) -> tuple[int, Token] | None:
    """A place without a code that the text names somewhere, or a part of the country that it is on."""
    start = pieces[i][0]
    if i > 1 and lower[slice(*pieces[i - 2])] in word_list("en", "abroad.houses"):
        return None
    shortest = 1 if text[start].isupper() else 2  # "euro area"
    for length in range(min(LONGEST_LOCAL, len(pieces) - i), shortest - 1, -1):
        last = pieces[i + length - 1][1]
        last -= 2 * lower.endswith("'s", start, last)
        if lower[start:last] in local and not (length > 1 and _goes_on(text, pieces, i + length)):
            return length, Token(start, last, areas=(LOCAL,))
    return None


LONGEST_LOCAL = 4  # words: Yorkshire and The Humber


def _goes_on(text: str, pieces: list[tuple[int, int]], i: int) -> bool:
    """Whether a name goes on with the next word, as that of something else: South East Asia."""
    return i < len(pieces) and text[pieces[i][0]].isupper() and pieces[i][0] == pieces[i - 1][1] + 1


def _is_surname(text: str, lower: str, before: tuple[int, int], place: Token) -> bool:
    """Whether the name of a place is the given name of somebody whose surname stands right before it."""
    first, last = before
    return last + 1 == place.start and text[first].isupper() and lower[first:last] in surnames()


def _tells(lower: str, before: list[tuple[int, int]]) -> bool:
    """Whether a verb of telling, or what somebody learned from whom, stands before a "that" which begins a clause."""
    words = [lower[slice(*piece)] for piece in before[-LONGEST_TELLER:]]
    learned, source = word_list("en", "speech.learned"), word_list("en", "speech.learned_from")
    learns = any(one in learned and two in source for one, two in pairwise(words))
    return words[-1] in _telling() or (learns and words[-1] not in word_list("en", "link.preposition"))


LONGEST_TELLER = 10  # pieces of "learned from the Statistics Bureau of the city"


@cache
def _telling() -> frozenset[str]:
    return speech_set("en", "verbs.shows") | speech_set("en", "verbs.plain") | speech_set("en", "verbs.that")


def _leads_to_base(text: str, lower: str, pieces: list[tuple[int, int]], i: int) -> bool:
    """Whether the last word of a phrase is better read with what follows: "higher | than the year before"."""
    first, last = pieces[i]
    entry = phrases().entries.get(lower[first:last])
    if entry is None or "comparison.than" not in entry.roles:
        return False
    found = _phrase(text, lower, pieces, i)
    return found is not None and found[0] > 1 and _reaches(found[1])


def _leads_to_noun(text: str, lower: str, pieces: list[tuple[int, int]], i: int) -> bool:
    """Whether a noun comes next, of which all is told: "in total | exports", not "in total last year"."""
    if i == len(pieces) or not text[pieces[i][0]].isalpha():
        return False
    found = _phrase(text, lower, pieces, i)
    return found is None or found[1].naming is not None


def _takes_in(phrase: Token, standing: Token) -> bool:
    """Whether a phrase goes on from a number or a time in it, or begins with a number: "six heavy industries"."""
    if phrase.is_name and standing.figure is not None and phrase.end < standing.end:
        return False  # sales should "top 50 | million"
    named = phrase.naming is not None and phrase.start == standing.start
    return _reaches(phrase) or (named and standing.figure is not None and standing.figure.is_word)


def _reaches(token: Token) -> bool:
    """Whether a phrase may take in a number or a time: a name, "over the same period of last year", "per 100 yuan"."""
    return token.is_name or has_role_of(token, "comparison", "per")
