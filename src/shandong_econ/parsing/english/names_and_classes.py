"""Numbers that measure nothing because they name something, number it or tell the size of a known class."""

from __future__ import annotations

from shandong_econ.parsing.account import Account
from shandong_econ.parsing.english.counts import LIST, ends_phrase
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, has_role

MANY = 100  # of what no class has a name: "the 5,200 enterprises" are counted
THOUSANDS = 1000  # which number no note: "than in May (4,500)"
NEAR = 6  # pieces within which a word still belongs to a number


def is_name(pieces: Pieces, i: int, figure: Figure) -> bool:
    """Whether a number belongs to a name: "No. 27", "Table 2"."""
    named = pieces.word(i - 1) if pieces.word(i - 1) != "." else pieces.word(i - 2)
    is_one = figure.is_word and not figure.power and _is_before_one(pieces, i + 1)
    led = named in word_set("names_before.words") or named in word_set("names_before.laws")
    return is_one or (led and not figure.power and not _numbers(pieces, i))


def with_years_in_names(account: Account, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence in which a year that only numbers something is no time: "under Decree | 2025"."""
    named = list(tokens)
    for n in range(1, len(named)):
        time, numbered = named[n].time, named[n - 1].word in word_set("names_before.laws")
        if numbered and time is not None and time.form == "year" and named[n].word.isdigit():
            account.pass_over(named[n].start, named[n].end, "name")
            named[n] = Token(named[n].start, named[n].end, word=named[n].word)
    return named


def _is_before_one(pieces: Pieces, i: int) -> bool:
    """Whether the amount of one thing follows, which no number counts: 三产 as "three | production | 2 billion"."""
    noun, told = pieces.at(i), pieces.at(i + 1)
    if noun is None or told is None or noun.naming is None or noun.word.endswith("s"):
        return False
    return is_change(told) or (told.figure is not None and told.figure.unit is not None)


def _numbers(pieces: Pieces, i: int) -> bool:
    """Whether a word for a number's name is the verb of things that are many: "patents of the institute number 691"."""
    verb = pieces.word(i - 1) in word_set("told.numbering") and pieces.figure(i).value >= MANY
    return verb and ends_phrase(pieces, i + 1) and i > 1 and is_plain(pieces.tokens[i - 2], or_named=True)


def is_numbering(pieces: Pieces, i: int) -> bool:
    """Whether a number numbers a note or a paragraph: "[1]", "(3)", "2. Investment"."""
    figure, before, after = pieces.figure(i), pieces.word(i - 1), pieces.word(i + 1)
    if figure.power or not after:
        return False
    if before in ("(", "[") and after in (")", "]"):
        return figure.value < THOUSANDS or i == 1
    return i == 0 and after in (".", ")")


def is_class(pieces: Pieces, i: int) -> bool:
    """Whether a number is the size of a class of which no part is counted: "among the 41 major industries"."""
    article = pieces.word(i - 1) in word_set("class.articles")
    if article and pieces.figure(i).is_word and _is_apposed(pieces, i - 2):
        return True  # "tea, silk and paper, the three leading trades,"
    led = pieces.at(i - 1 - article)
    before = led is not None and ("link.frame" in led.roles or (article and led.word in word_set("class.before")))
    known = pieces.word(i - 1) in word_set("class.known") and pieces.figure(i).is_word
    placed = known and led is not None and _places(led)  # "passed through the two ports"
    large = pieces.figure(i).value >= MANY
    if large or (not placed and (not before or i > NEAR or any(t.figure is not None for t in pieces.tokens[:i]))):
        return False
    return not any(t.figure is not None and t.figure.unit is None for t in pieces.tokens[i + 1 :])


def is_make(pieces: Pieces, i: int) -> bool:
    """Whether a number in brackets tells of which make a thing is, not how much of it: "liquor (65 degrees)"."""
    if pieces.figure(i).word in word_set("class.makes"):
        return True  # "coal of 5,500 kilocalories"
    if pieces.word(i - 1) != "(" or pieces.word(i + 1) != ")":
        return False
    thing = pieces.at(i - 2)
    return thing is not None and is_plain(thing, or_named=True)


def _places(token: Token) -> bool:
    """Whether a preposition leads to things that are known already, and of which none are told apart."""
    return "link.preposition" in token.roles and token.word not in word_set("whole.of") and token.naming is None


def _is_apposed(pieces: Pieces, i: int) -> bool:
    """Whether a comma stands at a place, behind a list of which what follows it tells what it is."""
    listed = has_role(pieces.tokens[max(0, i - LIST) : i], "link.list")
    after = next((token for token in pieces.tokens[i + 1 :] if token.mark or is_verb(token)), None)
    return pieces.word(i) == "," and listed and after is not None and after.mark == ","
