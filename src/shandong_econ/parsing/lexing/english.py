"""An English sentence cut into tokens in one pass: phrases by their first words, times and numbers where they begin."""

from __future__ import annotations

import re
from string import ascii_lowercase, digits
from typing import Any

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.asides import conversions
from shandong_econ.parsing.finding.figures_english import figure_at, has_number
from shandong_econ.parsing.finding.given_names import is_given_name
from shandong_econ.parsing.finding.times import Time, time_at
from shandong_econ.parsing.grammar.classes import (
    AREA,
    BARE,
    BUT,
    COMPARE,
    FIGURES,
    FILL,
    ING,
    NAME,
    RANGE,
    STOP,
    THAT_OF,
    TIME,
    TOLD_IN_WORDS,
    VERB,
    WITH,
    WORD,
    one_of,
)
from shandong_econ.parsing.lexing.firms_english import with_firms
from shandong_econ.parsing.lexing.lists import share_units_english, without_counts, without_sizes
from shandong_econ.parsing.lexing.numbers_english import number_told
from shandong_econ.parsing.lexing.tokens import LOCAL, MARKS, Sentence, Token, token_of
from shandong_econ.parsing.lexing.vocabulary import told_in_words
from shandong_econ.parsing.lexing.vocabulary_english import WORDS, EnglishWords, english_words, what_is_compared_with

OPENING = 130  # characters of a sentence without a figure that are looked over: only how it opens is told on

_MARKS = MARKS | {"、": MARKS[","], ".": STOP, "?": STOP, "—": BUT, "--": BUT}
_FIRM = one_of("COMPARE NAME")  # phrases of these classes are not cut by a time or a number
_NAMED = "name.words"  # ... nor are those with this role
_LETTERS, _DIGITS, _ASCII = frozenset(ascii_lowercase), frozenset(digits), "\x7f"
_LONG = 4  # letters of a word that its ending can show to be a verb


def lex_english(
    text: str, lower: str, start: int, end: int, *, local: frozenset[str] = frozenset(), whole: bool = False
) -> Sentence:
    """The sentence `text[start:end]` of cleaned text as tokens; of one without a figure only the opening, or all.

    `local` are the places without a code that the text shows to be such, in lower case.
    """
    known = english_words()
    stop, told = end, told_in_words("en")
    if not (whole or end - start <= OPENING or has_number(text, start, end) or told.search(lower, start, end)):
        stop = start + OPENING
    classes, tokens, passed, is_named = _tokens(text, lower, start, stop, known, local)
    if is_named:
        classes, tokens = with_firms(text, classes, tokens)
    string = known.settled(classes)
    if FILL in string:
        string, tokens = _without_fill(string, tokens, passed)
    string, tokens = share_units_english(string, tokens)
    string = without_counts(string, tokens, passed) if BARE in string else string
    string = without_sizes(string, tokens, passed) if WITH in string or THAT_OF in string else string
    return Sentence("en", text, start, end, string, tokens, passed, has_figure=not _TELLS.isdisjoint(string))


_TELLS = FIGURES | TOLD_IN_WORDS


def _tokens(
    text: str, lower: str, start: int, end: int, known: EnglishWords, local: frozenset[str]
) -> tuple[str, list[Token], list[tuple[int, int, str]], bool]:
    """Passes once over the words; what most words need is done in the loop itself, since a call a word is what costs.

    The last that it gives is whether any word can end the name of a firm or a place.
    """
    ends, is_named = known.ends_name, False
    articles = word_list("en", "articles.words")
    places, lengths, links = known.places, known.lengths, known.links
    plain, opens_time, opens_number = known.plain, known.opens_time, known.opens_number
    classes = ""
    found: list[tuple[int, int, Any]] = []
    passed: list[tuple[int, int, str]] = []
    words = [*map(re.Match.span, WORDS.finditer(lower, start, end))]
    asides = dict(map(re.Match.span, conversions().finditer(text, start, end))) if "(" in text[start:end] else {}
    i, count, skip = 0, len(words), start
    while i < count:
        at, stop = words[i]
        if text[at:stop] in ends:
            is_named = True
        if at < skip:
            i += 1
            continue
        if at in asides:
            skip = asides[at]
            continue
        word = lower[at:stop]
        first = word[0]
        is_capital = text[at] != first
        if word in plain and not is_capital:
            if plain[word][0] != FILL:
                classes += plain[word][0]
                found.append((at, stop, plain[word][1]))
            i += 1
            continue
        is_letter = first in _LETTERS or (first > _ASCII and first.isalpha())
        cls, reach = "", stop
        what: Any = None
        if word in articles and i + 1 < count and _names_longer(lower, words, i + 1, known):
            i += 1
            continue
        tried: tuple[int, ...] = ()
        if word in lengths:
            tried = lengths[word]
        elif is_letter:
            if word[-2:] == "'s":
                stop, word = stop - 2, word[:-2]
                tried = (1,) if word in lengths else ()
                reach = stop
            elif word[-6:] == "-based" and word[:-6] in places:
                classes += AREA
                found.append((at, stop, places[word[:-6]]))
                i += 1
                continue
        if word in links and (compared := what_is_compared_with().match(lower, at, end)) is not None:
            cls, reach, what = COMPARE, compared.end(), frozenset({f"comparison.{compared.lastgroup}"})
        elif tried and text[stop : stop + 1] != "$":  # HK$
            if i + tried[0] > count:
                tried = tuple([length for length in tried if i + length <= count])
            cls, reach, what = _phrase(lower, words, i, stop, tried, known, is_capital=is_capital)
        if is_capital and cls != AREA and word in local:
            cls, reach, what = AREA, stop, LOCAL
        if cls == NAME and word in known.opens_number and text[stop + 1 : stop + 2].isdigit():
            cls = ""  # RMB 800 million, though RMB names a series too
        if cls not in _FIRM and not (cls == WORD and what is not None and _NAMED in what):
            head = word.partition("-")[0] if "-" in word else word
            if not cls and word[_SIGN : _SIGN + 1] in _DIGITS and word[:_SIGN].isalpha():
                head = word[:_SIGN]
            digit = first in _DIGITS
            in_parts = digit and ("." in word[:_YEAR] or "," in word[:_YEAR])  # as no year is
            if (digit and not in_parts) or first in '"“' or head in opens_time:
                time = time_at(text, at, end, "en")
                if time is not None and not is_given_name(text, time):
                    if time.form != _PRICE_LEVEL:
                        classes += TIME
                        found.append((at, time.end, time))
                    skip = time.end
                    continue
            if digit or first in "+-" or head in opens_number:
                figure = figure_at(text, at, start, end)
                if figure is not None:
                    told = number_told(text, lower, figure, words, i, classes, passed)
                    classes += told[0]
                    found.append(told[1:])
                    skip = told[2]
                    continue
        if not cls:
            if is_letter:
                cls, ending = WORD, word[-2:] if word[_LONG:] else ""
                if ending == "ed" and word[-4:] != "seed":
                    cls = VERB
                elif ending == "ng" and word[-3] == "i":
                    cls = WORD if is_capital and found else ING
                elif ending == "ly":
                    cls = FILL
            else:
                cls = _MARKS[word] if word in _MARKS else WORD if first.isdigit() else FILL
                if cls == RANGE and text[at - 1 : at] == " ":
                    cls = BUT
        if cls != FILL:
            classes += cls
            found.append((at, reach, what))
        skip = reach
        i += 1
    return classes, [*map(token_of, found)], passed, is_named


_YEAR = 4  # digits
_SIGN = 3  # letters of a currency that goes right before an amount: RMB12.5 billion
_PRICE_LEVEL = "price_level"  # the form of a year whose prices amounts are told at


def _phrase(
    lower: str,
    words: list[tuple[int, int]],
    i: int,
    stop: int,
    tried: tuple[int, ...],
    known: EnglishWords,
    *,
    is_capital: bool,
) -> tuple[str, int, Any]:
    """The class of the longest phrase or place known that begins with a word, where it ends and what it is, or "".

    `tried` are the lengths in words, the longest first, of which so many words follow.
    """
    at, phrases, places = words[i][0], known.phrases, known.places
    for length in tried:
        last = words[i + length - 1][1] if length > 1 else stop
        phrase = lower[at:last]
        owns = length > 1 and phrase[-2:] == "'s"
        if is_capital:
            cut = 2 if owns and phrase not in places else 0
            name = lower[at : last - cut]
            if name in places and phrase not in known.opens_time:
                return AREA, last - cut, places[name]
        if owns and phrase not in phrases:
            phrase = phrase[:-2]  # the prior week's sales
        if phrase in phrases:
            return phrases[phrase][0], last, phrases[phrase][1]
    return "", stop, None


def _names_longer(lower: str, words: list[tuple[int, int]], i: int, known: EnglishWords) -> bool:
    """Whether the name of a series of three words or more begins at a word: what stands before it is no part of it."""
    first, stop = words[i]
    word, count = lower[first:stop], len(words)
    for length in known.lengths.get(word, ()):
        if length > _TWO and i + length <= count:
            phrase = lower[first : words[i + length - 1][1]]
            if phrase in known.phrases and known.phrases[phrase][0] == NAME:
                return True
    return False


_TWO = 2


def _without_fill(string: str, tokens: list[Token], passed: list[tuple[int, int, str]]) -> tuple[str, list[Token]]:
    """The tokens but for those that were settled to tell nothing."""
    passed.extend((one.start, one.end, f"time: {one.what.form}") for one in tokens if isinstance(one.what, Time))
    kept = [token for cls, token in zip(string, tokens, strict=True) if cls != FILL]
    return string.replace(FILL, ""), kept
