"""The words that trail a group of figures, added to its clues: comparison, gap, whole of a share, what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure, Qualifier
from shandong_econ.parsing.english.after_moves import moved_from, sign_of_part, take_change, take_gap
from shandong_econ.parsing.english.behind import after_of_it, grown_after, ranked_as, ranked_in
from shandong_econ.parsing.english.hearing import add_says
from shandong_econ.parsing.english.naming import is_place
from shandong_econ.parsing.english.parts import part_named
from shandong_econ.parsing.english.percent_of import grows, means_of, take_of
from shandong_econ.parsing.english.places import area_after
from shandong_econ.parsing.english.records import is_amount
from shandong_econ.parsing.english.times_after import (
    is_alike,
    is_from,
    is_on,
    is_own,
    is_same_time,
    is_start,
    look_past_comma,
    only_times,
    since_which,
    take_time,
)
from shandong_econ.parsing.english.unlisted_verbs import acts_first
from shandong_econ.parsing.english.words import (
    LONGEST_ITEM,
    Words,
    core,
    is_adjective,
    is_change,
    is_verb,
    lists_on,
    word_set,
)
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.levels import LEVELS
from shandong_econ.parsing.resolving.moves_between import MOVES
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import COUNTED, LAND, LENGTHS, PERCENT, RATES


def add_clues_after(
    words: Words, clues: Clues, tokens: Sequence[Token], unit: str | None, *, ranks: bool = False
) -> None:
    """Adds the clues of the words that follow a group of figures, up to the first mark; what ranks names no place."""
    if tokens and tokens[0].mark == ")":
        tokens = tokens[1:]
    tokens = _without_open_end(clues, tokens)
    if unit in LENGTHS and tokens and tokens[0].word in word_set("sizes.ways"):
        tokens = tokens[1:]  # "the coastline is 986 kilometers | long"
    stop = _end_of_clause(tokens)
    if only_times(tokens[stop:]):
        tokens = [token for token in tokens if not token.mark]
        stop = len(tokens)
    trail = tokens[:stop]
    if not trail:
        look_past_comma(clues, tokens)
        return
    if "streak.word" in trail[0].roles:
        clues.counted = words.counted(trail[1:]) or words.phrase(trail[1:2])
    elif unit in PERCENT and trail[0].word in word_set("slices.words"):
        clues.says.add(Says.SHARE)  # "a 71.2% slice"
    elif unit is not None and trail[0].word in word_set("marks.words"):
        pass  # "passing the two trillion yuan mark"
    elif unit in PERCENT and not clues.verb and (grown := grown_after(words, trail))[0]:
        clues.words, clues.noun = grown
    elif _is_plain(trail[0]):
        clues.counted = words.counted(trail)
    elif unit is None and len(trail) > 1 and not trail[0].roles.isdisjoint(_AHEAD) and _is_plain(trail[1]):
        clues.counted = f"{trail[0].word} {words.counted(trail[1:])}"  # "4,240 leading enterprises"
    elif unit is None and _tells_level(trail):
        ones = trail[1].word in word_set("link.ones")  # "120 national high-tech enterprises", "312 provincial ones"
        clues.counted = words.phrase(trail[:2]) if ones else words.counted(trail[1:])
    elif trail[0].word == "of" or (unit in LAND and trail[0].word in word_set("gap_prepositions.words")):
        clues.counted = words.counted(trail[1:])  # "1.02 million mu | under apple trees"
    elif unit in PERCENT and (rest := after_of_it(trail)) and (part := part_named(words, rest)):
        clues.part, clues.complement = True, part  # "79 percent of it went to schools"
        clues.says.add(Says.SHARE)
    elif clues.part and _is_rate(words.scene.recent[-1:]) and (part := part_named(words, trail)):
        rate, _, _ = words.scene.recent[-1].subject.label.partition(" of ")
        clues.words, clues.part = f"{rate} of {part}", False
    elif clues.part and (part := part_named(words, trail)):
        clues.complement = part  # "of which 84.8% went to people's livelihoods"
        clues.says.add(Says.SHARE)
    elif clues.of_which and unit not in PERCENT and (part := part_named(words, trail)):
        clues.complement = part  # "of which 130 million came from new energy"
    elif unit is None and trail[0].word in word_set("some_of.is"):
        clues.complement = words.counted(trail[1:]) or words.beside(
            trail[1:]
        )  # "of the newly employed, 58,000 were women"
    elif [token.word for token in trail[:2]] == list(word_list("en", "passive.worth_of")):
        clues.counted = words.counted(trail[2:])
    if clues.counted and (unit is None or unit in COUNTED):
        clues.predicate = words.whole(trail)
        size = next((n + 1 for n, token in enumerate(trail) if token.figure is not None and token.figure.unit), 0)
        clues.sized = words.phrase(trail[:size])
        clues.counted_of = _counted_of(words, clues.counted, trail)
    clues.falls = any(_falls(token) for token in trail) and not any("change.up" in token.roles for token in trail)
    if clues.among and acts_first(trail):
        clues.did = words.whole(trail)  # "among the firms, 23 percent have closed"
        clues.says |= {Says.SHARE} if unit in PERCENT else set()
    if ranks:
        clues.ranked_in, clues.ranked_as = ranked_in(words, trail), ranked_as(words, trail)
    than, opening, compared = False, True, False
    for n, token in enumerate(trail):
        rest = tokens[n + 1 :]
        comparison = comparison_of(token)
        if compared and comparison is not None:
            continue  # "fell 3 percent year on year and was flat month on month"
        if comparison is not None and not (clues.base is not None and clues.base.form in MOVES):
            clues.comparison, compared = comparison, True
            if is_change(token) and opening:  # "5 percent up on the year"
                take_change(clues, token)
        elif token.time is not None and (is_alike(trail, n) or (than and clues.side and is_same_time(trail, n))):
            continue  # "1.9 percent, the same as in May", "2.3 points above the national average in the same period"
        elif token.time is not None:
            before = next((t.word for t in reversed(trail[:n]) if t.word not in word_set("over.articles")), "")
            within = before in word_set("base.or_within")
            moved = bool(clues.verb or clues.noun or clues.side) or (clues.carries_on and unit in PERCENT)
            if within and is_own(words, token.time, moved=moved):
                than = False
            if moved and (year := since_which(words, token.time)) is not None:
                clues.base = clues.base or year
                continue  # "a fall of 1.7% since 2010"
            starts = is_from(token) and (unit == "PPT" or is_start(words, token.time, moved=bool(clues.verb)))
            if n > 1 and trail[n - 2].word in word_set("told.published"):
                continue  # "the 0.6% published on 27 September"
            take_time(clues, token, than=than or is_on(trail, n) or starts)
        elif token.word in word_set("clause.after"):
            than = True  # "rose 26 percent after a decline in 2020"
        elif token.areas or not token.roles.isdisjoint(_PLACES):
            if clues.area is None and not (than or ranks or _is_among(trail, n)):
                clues.area = area_after(words, trail, n)
        elif "contribution.source" in token.roles and not any(is_change(one) for one in trail[:1]):
            clues.words = clues.words or words.until_break(rest)
            clues.says.add(Says.CONTRIBUTION_RATE)
        elif "link.source" in token.roles or (token.word == "from" and Says.CONTRIBUTION in clues.says):
            clues.words = clues.words or words.until_break(rest)
            clues.says.add(Says.CONTRIBUTION if Says.CONTRIBUTION in clues.says else Says.SHARE)
        elif not token.roles.isdisjoint(_GAP) and not (rest and is_amount(rest[0])):
            if n and trail[n - 1].word in word_set("size.after"):
                continue  # "214 firms with sales of 20 million yuan or more"
            if n and unit not in RATES and _is_said_of_thing(trail, n):
                continue
            if unit in LAND and token.word in word_set("gap_prepositions.words") and rest and _is_plain(rest[0]):
                continue  # "it put 1.02 million mu under apple trees"
            clues.open_side = n + 1 == len(trail) or (unit == "PPT" and bool(trail[n + 1].mark))
            take_gap(clues, token)
            if is_change(token) and opening:  # "5 percent up on 2017"
                take_change(clues, token)
            than = than or "comparison.than" in token.roles or not _measured_against(rest)
            clues.relative = clues.relative or words.until_break(rest) or _average(words, rest)
        elif opening and (side := moved_from(token)):  # "2.1 percentage points down from April"
            clues.side, clues.verb, than = clues.side or side, clues.verb or side, True
        elif unit == "PPT" and opening and (sign := sign_of_part(clues, token)):
            clues.says.add(Says.CONTRIBUTION)  # "took 0.04 percentage points off the index"
            clues.verb, clues.relative = sign, words.until_break(rest)
        elif is_change(token) and opening:
            take_change(clues, token)
        elif token.word in word_set("back.of_many") and n == 0 and unit in PERCENT:
            clues.relative = words.scene.subject.label  # "79 percent of them"
            clues.says.add(Says.SHARE)
        elif token.word in word_set("share.of") and opening:
            clues.relative, clues.spent_on = means_of(words, clues, rest)
            # "96 percent of the items were handled online"
            clues.heads = Says.SHARE not in clues.says and _has_verb(rest)
            clues.did = words.whole(rest) if clues.heads else ""
            clues.complement = _gone_to(words, rest) if clues.heads else clues.complement
            take_of(clues, rest)
        elif token.word == "of" and n and unit in PERCENT and is_change(trail[n - 1]):
            clues.noun = clues.noun or (-1 if "change.fall_noun" in trail[n - 1].roles else 1)
            clues.within = clues.within or words.until_break(rest)  # "a 12 percent increase of its trade"
        elif token.word in word_set("within.before"):
            clues.within = clues.within or words.until_break(rest)
            clues.of_share |= clues.within.lower() in word_set("share.noun")
        elif unit == "RO" and token.word == "what":
            clues.relative = clues.relative or words.whole(rest)  # "3.05 times what farmers have"
        elif token.word == "to" or "link.that_of" in token.roles:
            clues.relative = clues.relative or words.until_break(rest)
            if unit in PERCENT and Says.CONTRIBUTION in clues.says and grows(rest):
                clues.says.add(Says.CONTRIBUTION_RATE)
        elif not token.roles.isdisjoint(_HEARD) and not _is_no_streak(trail, n, ranks=ranks):
            add_says(clues, token)
        opening = opening and ("link.filler" in token.roles or "link.by" in token.roles)
    if unit == "RO" and not (clues.verb or clues.side or clues.comparison or clues.base or clues.own_time):
        stop = next((n for n, token in enumerate(trail) if token.mark or token.figure is not None), len(trail))
        clues.relative = clues.relative or words.phrase(trail[:stop])  # "1.2 times the national average"


def _gone_to(words: Words, rest: Sequence[Token]) -> str:
    """What a part of a sum went to: "80 percent of the spending | was spent on | schools"."""
    return next((part for n in range(1, len(rest)) if (part := part_named(words, rest[n:]))), "")


def _average(words: Words, rest: Sequence[Token]) -> str:
    """The average of a larger area on the other side of a gap: "35 percent above | the provincial average"."""
    n = next((n for n, token in enumerate(rest) if token.word in word_set("other_side.averages")), None)
    if n is None or any(token.mark or is_verb(token) for token in rest[:n]):
        return ""
    return words.phrase(token for token in rest[: n + 1] if "comparison.than" not in token.roles)


def _is_among(trail: Sequence[Token], n: int) -> bool:
    """Whether a place is only where something is first of all: "up 6.3 percent, the fastest in the province"."""
    return any(token.word in word_set("degree.words") for token in trail[max(0, n - NEAR_DEGREE) : n])


NEAR_DEGREE = 4  # pieces of "the fastest growth in" before the place


def _is_rate(told: Sequence[Reading]) -> bool:
    """Whether a rate was told last, of which a part has its own: "5.1%, of which 4% for the young"."""
    return any(one.measure is Measure.LEVEL and one.unit in PERCENT for one in told)


def _is_no_streak(trail: Sequence[Token], n: int, *, ranks: bool) -> bool:
    """Whether "running" and the like say nothing of the number: "11 plants running", "first, many years in a row"."""
    if "streak.word" not in trail[n].roles or not n or is_change(trail[n - 1]):
        return False
    return trail[0].word not in word_set("streaks.spans") or (ranks and n > 1)


def _tells_level(trail: Sequence[Token]) -> bool:
    """Whether a word says which the things are that are counted: of which level, or "registered" ones."""
    which = not trail[0].roles.isdisjoint({"area.nation", "area.home"}) or trail[0].word in word_set(
        "adjective.counted"
    )
    return len(trail) > 1 and which and (_is_plain(trail[1]) or trail[1].word in word_set("link.ones"))


def _counted_of(words: Words, counted: str, trail: Sequence[Token]) -> str:
    """Of or in what the things are that are counted: "46 makers | of circuit boards", "firms | in the tea trade"."""
    at = next((n for n, token in enumerate(trail) if token.word in word_set("counted.links")), 0)
    rest = words.counted(trail[at + 1 :]) if at and words.phrase(core(trail[:at])) == counted else ""
    only_where = trail[at].word != "of" and is_place(words.scene, rest)
    return "" if not rest or only_where else f"{trail[at].word} {rest}"


def _falls(token: Token) -> bool:
    return not token.roles.isdisjoint(_FALLS)


_FALLS = frozenset({"change.down", "change.less", "change.fall_noun"})


def _without_open_end(clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words after an "or more" that leaves the amount open to one side, or an "or so"."""
    if tokens and tokens[0].word in word_set("size.about"):
        clues.qualifier = clues.qualifier or Qualifier.ABOUT
        return tokens[1:]
    if len(tokens) < 2 or tokens[0].word not in word_set("size.after"):
        return tokens
    word = tokens[1].word
    if word not in word_set("size.open"):
        return tokens
    clues.qualifier = Qualifier.LE if word in word_set("size.limited") else Qualifier.GE
    return tokens[2:]


def _is_said_of_thing(trail: Sequence[Token], n: int) -> bool:
    """Whether a word such as "more" is not said of the amount: "17 firms above the scale", "17 made more profit"."""
    if trail[n].word in word_set("gap_prepositions.words"):
        return any(_is_plain(token) for token in trail[:n])
    return any(is_verb(token) and not is_change(token) and _GAP.isdisjoint(token.roles) for token in trail[:n])


def _measured_against(tokens: Sequence[Token]) -> bool:
    """Whether a "than" comes later in the clause: "cheaper in May than a month earlier"."""
    return any("comparison.than" in token.roles or comparison_of(token) is not None for token in tokens)


_AHEAD = frozenset({"gap.above", "gap.below"})
_GAP = frozenset({"change.more", "change.less", "comparison.than"})
_PLACES = LEVELS | {"area.nation", "area.wide"}
_HEARD = frozenset({"streak.word", "change.narrow", "change.widen"})


def _end_of_clause(tokens: Sequence[Token]) -> int:
    """The place of the first mark that is not inside a list of nouns."""
    for n, token in enumerate(tokens):
        if token.mark and not (token.mark == "," and n and lists_on(tokens[n + 1 : n + 1 + LONGEST_ITEM])):
            return n
    return len(tokens)


def _is_plain(token: Token) -> bool:
    """Whether the word right after a number can be what it counts."""
    if token.time is not None or token.figure is not None:
        return False
    return not token.roles or token.naming is not None or bool(token.areas) or "noun.words" in token.roles


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(is_verb(t) and not (is_change(t) or is_adjective(tokens, n)) for n, t in enumerate(tokens))
