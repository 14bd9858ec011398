"""Counts without a noun of their own: which numbers without a unit measure something, by what they are told beside."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.role_classes import AHEAD, HERE, MORE
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.word_kinds import is_change, is_predicate, is_verb, word_set
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.tokens import Token, comparison_of, qualifier_of
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT

_ENDS = frozenset({"link.list", "link.but", "link.preposition"})
FAR = 40  # pieces within which a number can be part of another
LARGE = 100  # from where a number after a verb of amount is no ordinal or age
LIST = 12  # pieces within which a list goes on
NEAR_COUNT = 4  # figures back to things of which some are counted
NEAR_WHOLE = 4  # pieces in which "of" still leads to a number


def is_told(pieces: Pieces, i: int) -> bool:
    """Whether a number follows what can only lead to an amount: "came to 905,000", "the number was 96"."""
    value = pieces.figure(i).value
    if pieces.word(i - 1) in word_set("told.verbs"):  # some are hedges too: "exceeded 10,000"
        return value >= LARGE or names_count(pieces, i - 1)
    j = before_hedge(pieces, i)
    before, verb = pieces.word(j), pieces.at(j)
    if before in word_set("told.verbs"):
        return value >= LARGE or names_count(pieces, j)
    if verb is not None and "level.verb" in verb.roles and ends_phrase(pieces, i + 1):
        return (value >= LARGE or _is_count(pieces, j)) and not is_year(pieces, i)
    near = range(max(0, j - LIST), j)
    if before in word_set("index.verbs") and any(pieces.word(k) in word_set("told.numbers") for k in near):
        return True
    if before == "to" and _is_brought(pieces, near):
        return True  # "which took the number of clinics to 88"
    rises = any(t.figure is not None and t.figure.unit == "PT" for t in pieces.tokens[max(0, j - 3) : max(0, j)])
    return before == "to" and rises and pieces.figure(i).value >= LARGE  # "rose 12 percent to 527,000"


def _is_brought(pieces: Pieces, near: range) -> bool:
    """Whether a number of something is brought to what follows."""
    verb = next((k for k in reversed(near) if pieces.word(k) in word_set("causes.verbs")), near.stop)
    return any(not word_set("told.numbers").isdisjoint(pieces.word(k).split()) for k in range(verb, near.stop))


def is_goal(pieces: Pieces, i: int) -> bool:
    """Whether a number is a target: "30 percent of the 850,000 target"."""
    after = pieces.at(i + 1)
    return after is not None and "achievement.goal" in after.roles and pieces.figure(i).value >= LARGE


def is_some_of(pieces: Pieces, i: int) -> bool:
    """Whether it counts some of those named before: "among them, 43 grew", "six were new, four from abroad"."""
    j = before_hedge(pieces, i)
    while pieces.word(j) == "," or pieces.word(j) in word_set("index.verbs"):
        j -= 1
    led, after = pieces.at(j), pieces.at(i + 1)
    there = pieces.word(j) in word_set("some_of.there")
    if after is not None and "link.of_which" in after.roles and (there or _counted_before(pieces, i)):
        return True  # "81 routes, 51 of them foreign ones", "four of which opened last year", "there were 182 of them"
    if led is None or after is None:
        return False
    if pieces.word(i - 1) in word_set("some_of.more") and _acts(after) and _counted_before(pieces, i):
        return True  # "it closed 41 plants, and another 26 will be shut down"
    goes_on = _acts(after) or pieces.word(i + 1) in word_set("some_of.after")
    if "link.of_which" in led.roles:
        return goes_on
    counted = any(t.figure is not None and t.figure.unit is None and not t.figure.power for t in pieces.tokens[:j])
    joined = pieces.word(i - 1) in word_set("some_of.joins") and pieces.word(i + 1) in word_set("some_of.from")
    return counted and joined


def _counted_before(pieces: Pieces, i: int) -> bool:
    """Whether things or people were counted before, in the sentence or last of all."""
    told = [t.figure for t in pieces.tokens[:i] if t.figure is not None and not t.figure.ordinal]
    if told:
        return told[-1].unit in COUNTED | {None}
    return any(one.unit in COUNTED for one in pieces.words.scene.recent[-NEAR_COUNT:])


def _acts(token: Token) -> bool:
    return is_verb(token) or not token.roles.isdisjoint(AHEAD) or token.word in word_set("some_of.come")


def is_related(pieces: Pieces, i: int) -> bool:
    """Whether a number is set beside another one: "up from 14,900", "seven out of 103", "an increase of 312"."""
    j = before_just(pieces, i)
    before, led = pieces.word(j), pieces.at(j - 1)
    if before in word_set("told.from"):
        return True
    if led is None:
        return False
    if before == "from":
        return is_change(led)
    if before == "of" and "achievement.goal" in led.roles:
        return True
    near = [t.figure for t in pieces.tokens[max(0, j - LIST) : j] if t.figure is not None]
    counted = bool(near) and near[-1].unit in COUNTED | {None} and not near[-1].power
    if j == i - 1 and counted and near[-1].value % 1 and pieces.figure(i).value % 1 and is_change(pieces.tokens[j]):
        return True  # "there were 6.2 for 10,000 people, up | 0.9"
    if before in word_set("told.against") and ends_phrase(pieces, i + 1):
        return bool(near) and not near[-1].power
    after = pieces.at(i + 1)
    if before == "and" and not is_year(pieces, i) and after is not None and after.time is not None:
        return counted  # "up from 4,120 in 2022 and 3,700 in 2021"
    if _is_moved_by(pieces, j):
        numbers = any(pieces.word(k) in word_set("told.numbers") for k in range(max(0, j - FAR), j))
        people = pieces.word(j - 2).rpartition(" ")[2] in word_set("people.words")  # "deaths rose by 600"
        counted = (bool(near) and near[-1].unit in COUNTED | {None}) or names_count(pieces, j) or people
        return counted or numbers  # "the number of firms rose 21.9 percent, up by 891"
    return before in word_set("parts.out_of") and bool(near)


def _is_moved_by(pieces: Pieces, j: int) -> bool:
    """Whether a word before a number says by how much something moved: "rose by", "an increase of", "up by"."""
    by, led, after = pieces.at(j), pieces.at(j - 1), pieces.at(j + 2)
    if by is None or led is None:
        return False
    if is_change(by) and after is not None and _tells_base(after, pieces.at(j + 3)):
        return True  # "5,200 vacancies, up | 120 | on the month"
    if by.word in word_set("told.by"):
        return is_change(led)
    return is_change(by) and by.word.rpartition(" ")[2] in word_set("told.by")


def _tells_base(after: Token, following: Token | None) -> bool:
    """Whether words right after a number tell over what it is a rise or a fall: "on the month", "from | May"."""
    leads = after.word in word_set("over.before") or "link.from" in after.roles
    return comparison_of(after) is not None or (leads and following is not None and following.time is not None)


def names_count(pieces: Pieces, stop: int) -> bool:
    """Whether the words before name a series that counts: births, listed companies, "the number of"."""
    if any(pieces.word(k) in word_set("told.numbers") for k in range(max(0, stop - LIST), stop)):
        return True
    namings = [token.naming for token in pieces.tokens[max(0, stop - LIST) : stop] if token.naming is not None]
    known = (kinds().get(naming.indicator or naming.base or "") for naming in namings)
    return any(series is not None and series.unit in COUNTED for series in known) or _is_count(pieces, stop)


def _is_count(pieces: Pieces, stop: int) -> bool:
    """Whether the words before a verb, as one phrase, name a series that counts: "valid invention patents"."""
    start = next((n + 1 for n in reversed(range(stop)) if (t := pieces.tokens[n]).mark or t.figure), 0)
    said = next((n for n in range(start, stop) if is_predicate(pieces.tokens[n])), stop)
    words = pieces.words.phrase([token for token in pieces.tokens[start:said] if not token.roles & HERE])
    code = series_named(words, pieces.words.scene.base, pieces.words.scene.places.local_places).code
    return code is not None and kinds()[code].unit in COUNTED


def is_part(pieces: Pieces, i: int) -> bool:
    """Whether it tells how many of a number named before: "of 41 industries, 33 posted gains"."""
    start = max(0, i - FAR)
    whole = any(t.figure is not None and is_whole(pieces, n) for n, t in enumerate(pieces.tokens[start:i], start))
    if not whole or (after := pieces.at(i + 1)) is None:
        return False
    acts = is_verb(after) or pieces.word(i + 1) in word_set("acts.verbs")
    return acts or (pieces.word(i + 1), pieces.word(i + 2)) == (",", "or")


def is_whole(pieces: Pieces, i: int) -> bool:
    """Whether a number tells of how many others are a part: "of 41 industries", "out of the city's 36 sectors"."""
    if pieces.figure(i).unit in IN_PERCENT:
        return False  # "an increase of 7.8%, among which"
    if pieces.word(i - 1) in word_set("whole.before"):
        return True
    if pieces.figure(i).unit not in COUNTED | {None}:
        return False
    return any(pieces.word(k) in word_set("whole.of") for k in range(max(0, i - NEAR_WHOLE), i - 1))


def is_counted_noun(pieces: Pieces, i: int) -> bool:
    """Whether a number before this word counts what it names."""
    token, word = pieces.at(i), pieces.word(i)
    if (
        token is None
        or token.mark
        or token.time
        or token.figure
        or token.is_name
        or word in word_set("not_counted.words")
    ):
        return False
    if token.naming is not None or token.areas or not token.roles:
        return word[0].isalpha() or word[-1].isalpha()  # "two | 24-hour | shops"
    which = not token.roles.isdisjoint(HERE) or (word in word_set("adjective.counted") and not is_verb(token))
    if which:  # "120 national high-tech enterprises", "36 provincial key projects"
        return i + 1 < len(pieces.tokens) and (
            is_counted_noun(pieces, i + 1) or pieces.word(i + 1) in word_set("link.ones")  # "312 provincial ones"
        )
    return not token.roles.isdisjoint(MORE) or word in word_set("counting.after")


def counts_noun(pieces: Pieces, i: int) -> bool:
    """Whether the noun that a number counts follows it, at once or behind an open end: "300 or more projects"."""
    at = i + 1 + 2 * opens_end(pieces.tokens[i + 1 :])
    at += words_before_noun(pieces.tokens[at:])
    return pieces.at(at) is not None and is_counted_noun(pieces, at)


def words_before_noun(tokens: Sequence[Token]) -> int:
    """How many words only say which things are counted: "37 | newly opened | shops", "2,000 | such | firms"."""
    first = tokens[0].word if tokens else ""
    if first in word_set("counting.such") or (tokens and tokens[0].is_name):  # "28 | Fortune 500 | companies"
        return 1
    if first.endswith(word_list("en", "relative.adverbs")) and len(tokens) > 1 and tokens[1].naming is not None:
        return 1  # "104 | domestically | listed companies"
    return 2 * (first in word_set("counting.newly") and len(tokens) > 2 and is_participle(tokens[1].word))


def opens_end(tokens: Sequence[Token]) -> bool:
    """Whether words begin with an "or more" that leaves the amount before them open to one side."""
    said = [token.word for token in tokens[:3]]
    if len(said) > 2 and said[2] in word_set("over.articles"):
        return False  # "up 7 percent | and above the" 5 percent of all
    return len(said) > 1 and said[0] in word_set("size.after") and said[1] in word_set("size.open")


def ends_phrase(pieces: Pieces, i: int) -> bool:
    """Whether nothing is counted from this place on: the sentence, a clause or a list ends, or a time follows."""
    token = pieces.at(i)
    if token is None or token.mark or token.time is not None or comparison_of(token) is not None:
        return True
    return not _ENDS.isdisjoint(token.roles)


def is_year(pieces: Pieces, i: int) -> bool:
    """Whether a number can be a year: four digits without a comma."""
    token, value = pieces.tokens[i], pieces.figure(i).value
    return 1900 <= value < 2100 and token.end - token.start == 4


def before_hedge(pieces: Pieces, i: int) -> int:
    """The place of the word before a number, over "about" and the like."""
    j = i - 1
    while (token := pieces.at(j)) is not None and qualifier_of(token) is not None and not is_verb(token):
        j -= 1
    return j


def before_just(pieces: Pieces, i: int) -> int:
    """The place of the word before a number, over "only" and the like too: "against | only seven"."""
    j = before_hedge(pieces, i)
    while pieces.word(j) in word_set("bare.before"):
        j = before_hedge(pieces, j)
    return j
