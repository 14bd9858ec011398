"""The times that trail a figure: when it was, or what it is compared with."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison
from shandong_econ.parsing.english.after_moves import take_change
from shandong_econ.parsing.english.walk import Walk
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, says_nothing, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.days import TAKES_UP
from shandong_econ.parsing.resolving.moves_between import MOVES, OVER_YEAR
from shandong_econ.parsing.resolving.over import is_year_before
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def take_comparison(walk: Walk, n: int) -> bool:
    """Takes "year on year" and the like for what the figure is compared with; False for another word."""
    clues, token = walk.clues, walk.trail[n]
    comparison = comparison_of(token)
    if comparison is None:
        return False
    if walk.compared:
        return True  # "fell 3 percent year on year and was flat month on month"
    if clues.base is not None and clues.base.form in MOVES:
        return False
    clues.comparison, walk.compared = comparison, True
    if is_change(token) and walk.opening:  # "5 percent up on the year"
        take_change(clues, token)
    return True


def take_time_behind(walk: Walk, n: int) -> bool:
    """Takes a time for the figure's own or for what it is compared with; False for another word."""
    clues, words, trail = walk.clues, walk.words, walk.trail
    token, time = trail[n], trail[n].time
    if time is None:
        return False
    if walk.came_after and clues.verb:
        return True  # "rose 26 percent after falling in each of the three years before"
    if not clues.says.isdisjoint(_OF_OTHERS) and walk.unit in PERCENT:
        return True  # "97 percent of what was planned for the year", "84 percent of the level of 2019"
    if is_alike(trail, n) or (walk.than and clues.side and _is_same_time(trail, n)):
        return True  # "1.9 percent, the same as in May", "2.3 points above the national average in the same period"
    if not n and walk.unit in PERCENT and any(one.unit == "DAYS" for one in words.scene.recent[-2:]):
        clues.says.add(Says.SHARE)  # "253 days, or 69 percent | of the year"
        return True
    moved = bool(clues.verb or clues.noun or clues.side) or (clues.carries_on and walk.unit in PERCENT)
    walk.than = walk.than and (moved or not _is_whence(trail[:n]))
    if n and time.form == "year" and trail[n - 1].word in word_set("ahead.listed"):
        return True  # "1,586 of the 1,696 projects listed for the year"
    before = next((t.word for t in reversed(trail[:n]) if t.word not in word_set("over.articles")), "")
    if before in word_set("told.from_to") and time.form == "days":
        walk.than = False  # "12 million visits from Oct 1 to 7"
    levels = _is_level_of(trail, n) and before in word_set("base.before_level")
    if levels and before in word_set("base.or_within") and not moved:
        clues.side = 1  # "0.7 percent over its March price"
    elif before in word_set("base.or_within") and _is_own(words, time, moved=moved or walk.unit == "PPT"):
        walk.than = False
    if (levels or walk.than) and _is_level_of(trail, n) and is_year_before(time):
        clues.comparison = clues.comparison or Comparison.YEAR_ON_YEAR  # "under last year's level", told of some months
        return True
    if moved and (year := _since_which(words, time)) is not None:
        clues.base = clues.base or year  # "a fall of 1.7% since 2010"
    elif n < 2 or trail[n - 2].word not in word_set("told.published"):  # not "the 0.6% published on 27 September"
        starts = _is_from(token) and (walk.unit == "PPT" or is_start(words, time, moved=bool(clues.verb)))
        take_time(clues, token, than=walk.than or levels or _is_on(trail, n) or _is_as_in(trail, n) or starts)
    return True


_OF_OTHERS = frozenset({Says.GOAL, Says.OF_OTHER})


def take_time(clues: Clues, token: Token, *, than: bool) -> None:
    """Takes a time for the figure's own, or for what it is compared with after `than` and the like."""
    assert token.time is not None
    if _opens_year(clues, token.time):
        clues.comparison = clues.comparison or Comparison.SINCE_START_OF_YEAR
    elif token.time.form == OVER_YEAR and than:
        clues.base = clues.base or attrs.evolve(token.time, form="month")  # "faster than in the year to May"
    elif token.time.form in MOVES:
        clues.base = clues.own_time = token.time
        clues.comparison = None  # "the annual rate eased as fares fell 2% | between June and July"
    elif than or token.time.is_base_only or _is_since(token.time):
        clues.bases.append(token.time)
        clues.base = clues.base or token.time
    elif clues.own_time is None or (clues.own_time.form in TAKES_UP and token.time.form == "days"):
        clues.own_time = token.time  # "during the holiday from Oct 1 to 7"


def take_opening_of_year(clues: Clues) -> None:
    """Takes a "since the start of the year" before a rise or a fall for what that is over: it is no time of its own."""
    openings = [time for time in clues.times if _opens_year(clues, time)]
    if openings:
        clues.comparison = clues.comparison or Comparison.SINCE_START_OF_YEAR
        clues.times = [time for time in clues.times if time not in openings]


def _opens_year(clues: Clues, time: Time) -> bool:
    return bool(time.groups.get("opening")) and bool(clues.verb) and not clues.is_to


def _is_since(time: Time) -> bool:
    """Whether a day is one since which something moved: "a rise of 3 percent since the end of last year"."""
    return (time.groups.get("end") or "").lower().startswith(word_list("en", "told.since"))


def _is_own(words: Words, time: Time, *, moved: bool) -> bool:
    """Whether "over" a time is in it: nothing is measured against what ends no earlier than itself."""
    scene = words.scene
    period = resolve(time, scene.times.calendar, scene.times.period)
    if not moved or period is None or scene.times.period is None:
        return not moved
    return period.year_is_open is scene.times.period.year_is_open and period.last_day() >= scene.times.period.last_day()


def is_start(words: Words, time: Time, *, moved: bool) -> bool:
    """Whether months that end before those that are told of are where something moved from."""
    scene = words.scene
    period = resolve(time, scene.times.calendar, scene.times.period)
    if (
        not moved
        or period is None
        or scene.times.period is None
        or period.year_is_open
        or scene.times.period.year_is_open
    ):
        return False
    return period.months == scene.times.period.months and period < scene.times.period


def _since_which(words: Words, time: Time) -> Time | None:
    """The year, or the month of another year, since which something moved, if what is told of is later."""
    period = words.scene.times.period
    if time.form == "since_month" and (time.groups.get("relative") or time.names_year):
        return attrs.evolve(time, form="month")
    if (time.groups.get("end") or "").partition(" ")[0] in word_set("told.since"):
        return time  # "up by 0.4 points since the end of the third quarter"
    if time.form != "since_year" or (period is not None and period.year_is_open):
        return None
    over = period is None or (time.names_year or period.first_year) < (period.year or period.first_year)
    return attrs.evolve(time, form="year") if over else None


def _is_from(token: Token) -> bool:
    """Whether a word leads to where something came from: "from", "down from"."""
    return "from" in token.word.split()


def _is_whence(before: Sequence[Token]) -> bool:
    """Whether words only tell from what something came that did not move: "days lost | from disputes | in May"."""
    than = next((n for n, token in enumerate(before) if "comparison.than" in token.roles), len(before))
    named = any(is_plain(token, or_named=True) for token in before[than + 1 :])
    return named and before[than].word == "from"


def _is_same_time(trail: Sequence[Token], n: int) -> bool:
    """Whether a time only says that another series is told of the same time."""
    time = trail[n].time
    if time is None or time.form != "same_period" or time.names_year is not None or time.groups.get("relative"):
        return False
    return n > 0 and trail[n - 1].word in word_set("base.in_time")


def is_alike(trail: Sequence[Token], n: int) -> bool:
    """Whether a time is one at which a figure was as it is: "1.9 percent, the same as in May", "flat to May"."""
    near = trail[max(0, n - NEAR_ALIKE) : n]
    before = {token.word for token in near if not token.mark}
    alike = word_set("base.on_par") | word_set("base.matching")
    return word_set("base.alike") <= before or not alike.isdisjoint(before)


NEAR_ALIKE = 4  # pieces of "in line with the growth in" before the time


def _is_as_in(trail: Sequence[Token], n: int) -> bool:
    """Whether a time is one with which an amount is set equal: "half as many again as in 2022"."""
    return n > 1 and trail[n - 2].word in word_set("aside.as") and trail[n - 1].word in word_set("base.in_time")


def _is_level_of(trail: Sequence[Token], n: int) -> bool:
    """Whether a time is that of a level which something is measured against: "2 percent off their February price"."""
    return n + 1 < len(trail) and trail[n + 1].word in word_set("base.levels")


def _is_on(trail: Sequence[Token], n: int) -> bool:
    """Whether a time is only what something is up on: "9 percent on the first half of 2022", but not "on May 3"."""
    time = trail[n].time
    return n > 0 and time is not None and time.form not in _DAYS and trail[n - 1].word == "on"


_DAYS = frozenset({"day", "days", "unknown", "holiday", "holiday_days", "now"})


def look_past_comma(clues: Clues, tokens: Sequence[Token]) -> None:
    """Takes the time of a clause that goes on after an aside: "24, or 61.5 percent, expanded in the first half".

    Not of one that only tells more: "by 5%, reflecting less rain than in 2014".
    """
    finite = len(tokens) > 1 and is_verb(tokens[1]) and not tokens[1].word.endswith(word_list("en", "acting.present"))
    if finite and tokens[0].mark == ",":
        stop = next((n for n, token in enumerate(tokens[1:], 1) if token.mark), len(tokens))
        for n, token in enumerate(tokens[:stop]):
            if token.time is not None and clues.own_time is None and not is_alike(tokens, n):
                take_time(clues, token, than=False)


def end_of_times(tokens: Sequence[Token], begin: int) -> int:
    """Where a clause ends that only tells a time: behind a comma, or as all that follows; 0 where none does."""
    rest = tokens[begin:]
    stop = next((n for n, token in enumerate(rest) if n and token.mark), 0)
    if rest and stop and rest[0].mark == "," and "link.list" not in rest[1].roles and _only_times(rest[:stop]):
        return begin + stop
    return len(tokens) if _only_times(rest) else 0


def _only_times(tokens: Sequence[Token]) -> bool:
    """Whether nothing follows but when it was and what it is compared with: ", compared with the first quarter"."""
    if not any(token.time is not None or comparison_of(token) is not None for token in tokens):
        return False
    return all(map(says_nothing, tokens)) and not any(token.mark in _BRACKETS for token in tokens)


_BRACKETS = frozenset("()[]")
