"""The closed code lists of the model, each with the values that files and SDMX messages carry."""

from __future__ import annotations

from enum import StrEnum

from shandong_econ.errors import ModelError


class Code(StrEnum):
    """A closed list: any place that takes a member also takes its value, and refuses others by naming the list."""

    __hash__ = str.__hash__  # that of its value, which it equals

    @classmethod
    def _missing_(cls, value: object) -> None:
        known = ", ".join(member.value for member in cls)
        raise ModelError(f"{str(value)[:80]!r} is no {cls.__name__}: give one of {known}")


class Measure(Code):
    """What kind of number a figure is."""

    LEVEL = "level"
    """An amount, or a count of things."""
    GROWTH = "growth"
    """A relative change, in percent."""
    CHANGE = "change"
    """A difference over time: percentage points for rates, else the natural unit."""
    GAP = "gap"
    """A difference to another series or area at the same time."""
    SHARE = "share"
    """A part of a whole."""
    CONTRIBUTION = "contribution"
    """Percentage points of a total's growth."""
    CONTRIBUTION_RATE = "contribution_rate"
    """Percent of a total's growth."""
    MULTIPLE = "multiple"
    """So many times what `relative_to` names; without that, grown by so many times."""
    RANK = "rank"
    """A place in an order."""
    STREAK = "streak"
    """For how many periods in a row."""
    ACHIEVEMENT = "achievement"
    """Percent of a target."""
    RATIO = "ratio"
    """One series over another."""


class Comparison(Code):
    """What a growth or a change is measured against."""

    YEAR_ON_YEAR = "year_on_year"
    """The same period of the year before."""
    MONTH_ON_MONTH = "month_on_month"
    """The month before."""
    QUARTER_ON_QUARTER = "quarter_on_quarter"
    """The quarter before."""
    ANNUAL_AVERAGE = "annual_average"
    """The growth of several years, as so much a year."""
    SINCE_START_OF_YEAR = "since_start_of_year"
    """The end of the year before, as bulletins state it of deposits and loans."""
    SINCE = "since"
    """Another period, which `Observation.base` names where it is known."""


class Qualifier(Code):
    """How the words hedge the number."""

    EQ = "EQ"
    """The number itself, unhedged."""
    ABOUT = "ABOUT"
    """About, around: 左右."""
    GT = "GT"
    """More than: 超过."""
    GE = "GE"
    """At least: 以上."""
    LT = "LT"
    """Less than: 不足."""
    LE = "LE"
    """At most: 以内."""
    NEARLY = "NEARLY"
    """Nearly, almost: 近."""
    UPTO = "UPTO"
    """Up to, as much as: 最高."""


class Status(Code):
    """Whether the figure is a result, an expectation or a plan."""

    A = "A"
    """Actual."""
    F = "F"
    """Forecast."""
    T = "T"
    """Target."""


class StatementKind(Code):
    """How the words of a speaker are given."""

    QUOTE = "quote"
    """In the speaker's own words, between quotation marks."""
    REPORTED = "reported"
    """In the words of the one who reports it."""
    EXPECTATION = "expectation"
    """What somebody expects or promises; it stays an expectation when it is reported."""


class How(Code):
    """How a part of a figure was come by."""

    STATED = "stated"
    """The figure's own clause or cell says it."""
    HEADING = "heading"
    """A heading, a caption, a row's or a column's head, or the title says it."""
    CARRIED = "carried"
    """It was told before, of another figure or of all that follows."""
    GIVEN = "given"
    """The caller or the document gave it."""
    IMPLIED = "implied"
    """The genre says no more: a bare growth is over the year before."""
