"""The clauses between figures: the noun phrases, places and times of each, before any is understood."""

from __future__ import annotations

from typing import NamedTuple

from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.holders import Holder
from shandong_econ.parsing.lexing.tokens import Token


class Phrase(NamedTuple):
    """A noun phrase, by the characters where it begins and ends.

    `first` and `stop` are its tokens. `named` is where the last series that the lexicon knows in it ends, 0 if there
    is none; `deed` is where its label begins with the verb before it, `listed` whether it goes on a list, and `owned`
    whether only fillers stand between it and the phrase before: 童车产业 + 实现 + 营业收入.
    """

    start: int
    end: int
    named: int
    deed: int
    listed: bool
    is_base: bool
    first: int = 0
    stop: int = 0
    lead: str = ""
    """The class of the word before it in its sentence."""
    owned: bool = False


class Place(NamedTuple):
    """A place as it is named, and whether it goes on a list of them."""

    token: Token
    listed: bool
    partner: bool = False
    """Whether something goes to it or comes from it: a partner of trade, if it lies elsewhere."""
    in_name: bool = False
    """Whether only the name of a firm tells it."""
    is_inside: bool = False
    """Whether it is told as that in which something lies or is done."""


class When(NamedTuple):
    """A time as it is told: whether after a noun of its clause, as a base (比…), as the day up to which is counted."""

    time: Time
    start: int
    end: int
    inside: bool
    is_base: bool
    is_limit: bool


class Clause(NamedTuple):
    """A stretch of a sentence between two commas, or between a comma and a figure."""

    start: int
    end: int
    classes: str
    phrases: tuple[Phrase, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    verb: tuple[int, int] | None = None
    comparison: Token | None = None
    holder: Holder | None = None
    mark: str = ""
