"""What the words around a figure say about it, in terms that are the same in every language."""

from __future__ import annotations

from enum import StrEnum, auto

import attrs

from shandong_econ.model import Area, Comparison, Qualifier
from shandong_econ.parsing.finding.times import Time


class Says(StrEnum):
    """What a word near a figure can say of the figure."""

    __hash__ = str.__hash__  # sets of them are asked for each figure

    SHARE = auto()
    SHARE_NOUN = auto()
    STATES = auto()
    PACE = auto()
    CONTRIBUTION = auto()
    CONTRIBUTION_RATE = auto()
    GOAL = auto()
    NARROW = auto()
    WIDEN = auto()
    RANK = auto()
    STREAK = auto()
    FROM = auto()
    LEVEL_VERB = auto()
    PER = auto()
    OF_OTHER = auto()
    DISTANCE = auto()


@attrs.define
class Clues:
    """The words around a group of figures, sorted by what they do for it.

    `verb` is the sign of the change that is told of and `noun` that of a word such as 降幅 or "growth"; `is_to` that
    the number is where the change ended; `side` the sign of a gap. `words` name the subject, `items` its parts in a
    list, `shared` what is said once of all of these, `unpaired` that a list has another number of items than of
    figures, `counted` what is counted after the number, `counted_of` of what,
    `complement` what the things counted are said to be, `per` the
    end of the code of a unit such as yuan per person, `within` what a change took place in, `beside` that the figure is
    of what the subject is set beside, `priced` that it is of the price of the subject, `predicate` what is said of the
    things that are counted, `sized` that with how large they are,
    `owner` who moved what is measured, `attends` whether the amount is given to a thing ("a
    bridge with an investment of"), `falls` whether the words after it tell of a fall only, `elides` whether the verb of
    the clause before goes without saying, `open_side` that nothing follows what
    is "faster" or "more", `pronoun` with which word they go back to an owner, `by_the_way` and
    `because` whether the figure stands in a relative clause or in one that tells a cause, `in_brackets` whether in
    brackets, `averages` whether it is an
    average, `yearly` whether it is told of each year, `instead` a "those of" before the words, `aside_time` the time
    that leads to it in a relative clause, `revised` whether an estimate of it is,
    `moved` the sign of the rise or fall that is the subject itself, `adds` whether something is said to add the
    points and `subtracts` whether to take them off,
    `narrowed` whether the subject is said to be that of a part and `modifier` by which words,
    `of_which` whether a part of what was told is,
    `ranked_in` in what something ranks and `ranked_as` as what, `did` what those of a whole did who are a part of it,
    `acts` the verb that says what an amount is of where no noun does, `among` those of whom some are counted,
    `of_them` whether it counts some of those told before,
    `more_of` of what there is more or less, `own_part` what a part of one's own is by what is done with it, `absolute`
    whether a "with" opens what is told: "with 76 percent of the firms having recovered".
    """

    words: str = ""
    items: list[str] = attrs.field(factory=list)
    shared: str = ""
    unpaired: bool = False
    says: set[Says] = attrs.field(factory=set)
    verb: int = 0
    noun: int = 0
    side: int = 0
    is_to: bool = False
    comparison: Comparison | None = None
    base: Time | None = None
    bases: list[Time] = attrs.field(factory=list)
    qualifier: Qualifier | None = None
    times: list[Time] = attrs.field(factory=list)
    own_time: Time | None = None
    aside_time: Time | None = None
    area: Area | None = None
    relative: str = ""
    counted: str = ""
    counted_of: str = ""
    complement: str = ""
    per: str = ""
    heads: bool = False
    within: str = ""
    beside: bool = False
    priced: bool = False
    owner: str = ""
    attends: bool = False
    falls: bool = False
    narrowed: bool = False
    modifier: str = ""
    of_which: bool = False
    ranked_in: str = ""
    ranked_as: str = ""
    did: str = ""
    acts: str = ""
    own_part: str = ""
    of_them: bool = False
    among: str = ""
    absolute: bool = False
    predicate: str = ""
    sized: str = ""
    more_of: str = ""
    other_period: bool = False
    carries_on: bool = False
    elides: bool = False
    outdone: bool = False  # whether it is what was outdone by what was told: "exceeding the" 82 billion "of 2020"
    open_side: bool = False
    by_the_way: bool = False
    in_brackets: bool = False
    because: bool = False
    relates: bool = False  # whether the figure tells which one the subject is: "a crate that cost"
    aims: bool = False  # whether a goal or target is spoken of
    caused: bool = False  # whether it is told of what made the subject move: ", helped by a" 9 percent rise "in"
    instead: str = ""
    averages: bool = False
    yearly: bool = False
    pronoun: str = ""
    goal: str = ""
    main: str = ""
    also: bool = False
    equals: bool = False  # whether it only tells what else an amount is: "13 million, which is" 53 percent
    article: bool = False
    definite: bool = False  # whether the figure is one that is known: "the" 4.5 percent "of last year"
    part: bool = False
    spends: bool = False
    of_share: bool = False
    near: bool = False
    met: bool = False
    spent_on: str = ""
    recipient: str = ""  # what was done with an amount that went to somebody, and to whom
    where: str = ""
    moved_thing: str = ""  # what somebody or something raised or lowered
    framed: bool = False  # whether a pronoun goes back to what was told, of what the clause opens with
    by_place: bool = False  # whether a place is what does it: "the province supplies"
    is_of: bool = False  # whether an "of" leads to the figure
    adds: bool = False
    subtracts: bool = False
    apart: str = ""  # what the series takes in or leaves out, told behind its growth: "excluding bonuses"
    answer: str = ""  # what a part of those asked said: "40 percent of firms" expect sales to rise
    moved: int = 0
    revised: bool = False
