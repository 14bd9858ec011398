"""Which numbers of an English sentence measure something, and why the others do not."""

from __future__ import annotations

from shandong_econ.parsing.english.bare_counts import is_bare_count, is_for_many, is_headed
from shandong_econ.parsing.english.bare_rates import index_left_out, is_bare_points, rate_left_out
from shandong_econ.parsing.english.counts import (
    LIST,
    before_hedge,
    counts_noun,
    ends_phrase,
    is_goal,
    is_part,
    is_related,
    is_some_of,
    is_told,
)
from shandong_econ.parsing.english.listed_words import told_in_turn
from shandong_econ.parsing.english.names_and_classes import is_class, is_make, is_name, is_numbering
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.quoted_names import is_in_quoted_name
from shandong_econ.parsing.english.ranks import is_rank, is_streak
from shandong_econ.parsing.english.references import as_reference
from shandong_econ.parsing.english.thresholds import is_threshold
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import qualifier_of
from shandong_econ.parsing.resolving.readings import NO_SUBJECT

_RANGE = frozenset({"-", "~"})


def measures(pieces: Pieces, i: int) -> bool:
    """Whether a number measures something; one that could and does not leaves a remark."""
    reason = why_not(pieces, i)
    pieces.words.scene.account.judge(reason, pieces.tokens[i])
    return not reason


def why_not(pieces: Pieces, i: int) -> str:
    """Why a number is no figure, or "" if it is one."""
    figure = pieces.figure(i)
    if figure.endless:
        return "endless"
    if figure.ordinal:
        return "" if is_rank(pieces, i) or is_streak(pieces, i) else "ordinal"
    if figure.unit is not None or (figure.word and not figure.is_word):  # a unit may have no code: pence
        return _why_no_amount(pieces, i, figure)
    return _why_no_count(pieces, i, figure)


def _why_no_amount(pieces: Pieces, i: int, figure: Figure) -> str:
    before = pieces.word(i - 1)
    if before in word_set("each.words"):
        return "unit"
    if figure.unit in ("DAYS", "HOURS") and before in word_set("span.before"):
        lasts = before == "for" and pieces.word(i - 2) in word_set("span.lasting")
        lasts = lasts or pieces.word(i - 2) in word_set("span.turning")
        return "" if lasts else "span"  # "stocks are enough for 24 days", "stock that turns in 21 days"
    if figure.unit == "DAYS" and before == "of" and pieces.word(i - 2).rpartition(" ")[2] in word_set("span.events"):
        return "span"  # "the fair of five days"
    if is_threshold(pieces, i):
        return "threshold"
    return "class" if figure.unit is None and is_make(pieces, i) else ""


def _why_no_count(pieces: Pieces, i: int, figure: Figure) -> str:
    """Why a bare number counts and measures nothing, by the first way that knows, or "" where it does."""
    for way in (_as_name, as_reference, _as_order, _beside_mark, _with_unit_by_name, _as_count):
        if (reason := way(pieces, i, figure)) is not None:
            return reason
    if unit := index_left_out(pieces, i) or rate_left_out(pieces, i):
        figure.unit = unit
        return ""
    return "" if is_bare_count(pieces, i) or is_headed(pieces, i) else "no_unit"


def _as_name(pieces: Pieces, i: int, figure: Figure) -> str | None:
    if figure.power and is_threshold(pieces, i):
        return "threshold"
    if is_in_quoted_name(pieces, i) and not in_list(pieces, i):
        return "name"
    if not is_name(pieces, i, figure):
        return None
    scene, after = pieces.words.scene, pieces.at(i + 1)
    of_list = scene.plans.around_list is not None and scene.subject is not NO_SUBJECT
    ranked = of_list and i == 1 and after is not None and bool(after.areas)  # "No 3 Yantai", in a list of cities
    if ranked or not word_set("ranked.words").isdisjoint((pieces.word(i - 2), pieces.word(i - 3))):
        figure.ordinal = True  # "ranked No. 3"
        return ""
    return "name"


def _as_order(pieces: Pieces, i: int, figure: Figure) -> str | None:
    """A number in a row of its like: a streak, a numbering, a unit of what is told a piece."""
    if is_streak(pieces, i):
        return ""
    if is_numbering(pieces, i):
        return "numbering"
    if pieces.word(i - 1) in word_set("each.words"):
        return "unit"
    each = pieces.word(i + 1) in word_set("each.words")
    return "" if each and (of := pieces.at(i + 2)) is not None and of.figure is not None else None  # "5.4 per 1,000"


def _beside_mark(pieces: Pieces, i: int, figure: Figure) -> str | None:
    after = pieces.at(i + 1)
    if is_beside_colon(pieces, i):
        return "" if is_ratio(pieces, i) else "clock"
    if pieces.word(i + 1) in word_set("not_counted.words"):
        if not figure.value % 1 or pieces.word(i + 1) != "years" or pieces.word(i - 1) in word_set("span.before"):
            return "span"
        figure.unit = "YEARS"  # "life expectancy rose to 70.6 years"
        return ""
    glued = after is not None and after.start == pieces.tokens[i].end and not after.mark
    return "name" if glued and pieces.word(i + 1) not in _RANGE else None  # 12-inch


def _with_unit_by_name(pieces: Pieces, i: int, figure: Figure) -> str | None:
    """A number to which what it is called gives its unit."""
    if pieces.words.scene.position.growth_column and is_column(pieces, i):
        figure.unit = "PT"
    elif is_class(pieces, i):
        return "class"
    elif names(pieces, i, "index.words"):
        figure.unit = "IX"
    elif names(pieces, i, "ratio.words") and ("." in str(figure.value) or pieces.word(i - 1) in word_set("told.verbs")):
        figure.unit = "RO"
    elif _is_bare_share(pieces, i):
        figure.unit = "PT"
    elif is_bare_points(pieces, i):
        figure.unit = "PPT"
    elif is_for_many(pieces, i):
        figure.unit = "NUM"
    else:
        return None
    return ""


def _as_count(pieces: Pieces, i: int, figure: Figure) -> str | None:
    if (figure.power and not figure.is_word) or in_list(pieces, i) or is_end(pieces, i):
        return ""
    if is_told(pieces, i) or is_related(pieces, i) or is_goal(pieces, i):
        return ""
    return "" if is_part(pieces, i) or is_some_of(pieces, i) or counts_noun(pieces, i) or in_turn(pieces, i) else None


def _is_bare_share(pieces: Pieces, i: int) -> bool:
    """Whether a number is a percentage by its name, or goes on with a list of such: "the shares were 13.3 and 55.1"."""
    if "." not in str(pieces.figure(i).value) or not ends_phrase(pieces, i + 1):
        return False
    j = i - 1
    while j > 0 and (pieces.word(j) == "," or "link.list" in pieces.tokens[j].roles):
        j -= 1
    before = pieces.at(j) if j < i - 1 else None
    goes_on = before is not None and before.figure is not None and before.figure.unit == "PT" and not before.figure.word
    return goes_on or names(pieces, i, "slices.shares")


def is_beside_colon(pieces: Pieces, i: int) -> bool:
    """Whether a colon joins a number with another: "9:30", "1 : 2.4", and not "relief: 216,400 people"."""
    return any(
        pieces.word(i + step) == ":" and (other := pieces.at(i + 2 * step)) is not None and other.figure is not None
        for step in (-1, 1)
    )


_BETWEEN_COLUMNS = frozenset({",", ";"})


def is_column(pieces: Pieces, i: int) -> bool:
    """Whether a number stands in the second column of a row: "raw coal, 623.3 million tons, 9.4"."""
    ends = (after := pieces.at(i + 1)) is None or bool(after.mark)
    return ends and pieces.word(i - 1) in _BETWEEN_COLUMNS and i > 1 and pieces.tokens[i - 2].figure is not None


def is_ratio(pieces: Pieces, i: int) -> bool:
    """Whether a number is one of three between colons, or the first of two in a sentence that speaks of a ratio."""
    if any(pieces.word(j) == pieces.word(j + 2) == ":" for j in range(max(0, i - 3), i + 2)):
        near = [j for j in range(max(0, i - 4), i + 5) if (t := pieces.at(j)) is not None and t.figure is not None]
        return len(near) > 2
    return pieces.word(i + 1) == ":" and any(
        pieces.word(j) in word_set("ratio.words") for j in range(max(0, i - LIST), i)
    )


def in_list(pieces: Pieces, i: int) -> bool:
    """Whether a list goes on from here to a figure that has the unit."""
    for j in range(i + 1, min(i + LIST, len(pieces.tokens))):
        token = pieces.tokens[j]
        if token.figure is not None:
            if token.figure.unit is not None:
                return pieces.word(j - 1) != "or"
        elif not (
            token.mark == ","
            or "link.list" in token.roles
            or pieces.word(j) in ("to", "-", "by")
            or qualifier_of(token)
        ):
            return False
    return False


def in_turn(pieces: Pieces, i: int) -> bool:
    """Whether a bare number is the second of two told respectively: "which took their numbers to 30 and 12"."""
    first = pieces.at(i - 2)
    if pieces.word(i - 1) != "and" or first is None or first.figure is None or first.figure.unit is not None:
        return False
    return told_in_turn(pieces.tokens[i + 1 :]) and not why_not(pieces, i - 2)


def is_end(pieces: Pieces, i: int) -> bool:
    """Whether a number is A or B of "from A to B" or "to B from A", of which the other has a unit or a noun."""
    j = i - 1
    while (token := pieces.at(j)) is not None and qualifier_of(token) is not None:
        j -= 1
    if pieces.word(j) == "from":
        before = pieces.tokens[max(0, j - 3) : j]
        swaps = any(t.word == "to" for t in before) and any(t.figure is not None for t in before)
        return swaps or any(
            pieces.word(k) == "to" and any(t.figure is not None for t in pieces.tokens[k : k + 4])
            for k in range(i + 1, min(i + 8, len(pieces.tokens)))
        )
    if pieces.word(j) != "to":
        return False
    swaps = pieces.word(i + 1) == "from" and any(t.figure is not None for t in pieces.tokens[i + 2 : i + 4])
    return swaps or any(pieces.word(k) == "from" for k in range(max(0, j - 8), j))


def names(pieces: Pieces, i: int, role: str) -> bool:
    """Whether a number is the value of an index or a ratio that was named just before."""
    j = i - 1 if pieces.word(i - 1) in word_set("told.verbs") else before_hedge(pieces, i)
    gives = pieces.word(j) in word_set("index.verbs") and (j == i - 1 or is_verb(pieces.tokens[j]))
    hedged = j < i - 1 and role == "ratio.words"  # "to bring the ratio below 2.2"
    if not (gives or hedged) and pieces.word(j) not in word_set("told.verbs"):
        return False
    return any(not word_set(role).isdisjoint(pieces.word(j).split()) for j in range(max(0, i - LIST), i))
