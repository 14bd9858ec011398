"""Which of a language's clauses says a figure, by its measure, its sign and how it is compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from shandong_econ.model import Comparison, Measure, Observation, Qualifier, Status
from shandong_econ.saying.amounts import row_of
from shandong_econ.saying.checks import RATES, SIGNED, check, is_share
from shandong_econ.saying.naming import other_side
from shandong_econ.saying.phrases import Phrases
from shandong_econ.saying.refusing import unsayable
from shandong_econ.saying.times import in_words, same_part

RELATED = frozenset({Measure.SHARE, Measure.CONTRIBUTION, Measure.CONTRIBUTION_RATE, Measure.GAP})


def clause(figure: Observation, phrases: Phrases, *, first: bool, falling: bool) -> str:
    """The phrase of `saying.toml` for a figure, still to be filled in; UnsayableError where there is none.

    `first` is whether its subject stands right before it, `falling` whether what goes on is a decline.
    """
    check(figure, phrases)
    sections = ["first"] if first else ["next", "first"]
    if figure.status is not Status.A:
        sections = ["will"] if "will" in phrases.sections else sections
    is_level = figure.measure in (Measure.LEVEL, Measure.RATIO)
    is_level = is_level or (figure.measure is Measure.SHARE and is_share(figure, phrases))
    keys = _level_keys(figure) if is_level else _keys(figure, falling=falling)
    found = _first(keys, sections, phrases)
    if found is None:
        kind = "a target" if figure.status is Status.T else "a forecast" if figure.status is Status.F else "a result"
        raise unsayable(figure, f"a {figure.measure.value} as {kind}", phrases.language, "there is no phrase for it")
    if "{level}" in found:
        found = found.replace("{level}", _first(_level_keys(figure), sections, phrases) or "")
    return found


def _first(keys: Iterable[str], sections: Sequence[str], phrases: Phrases) -> str | None:
    found = (phrases.find(section, key) for key in keys for section in sections)
    return next((phrase for phrase in found if phrase is not None), None)


def _level_keys(figure: Observation) -> Iterator[str]:
    row = row_of(figure)
    is_rate = figure.unit is not None and (figure.unit.code in RATES or (row is not None and row.kind == "RATE"))
    if is_rate and figure.qualifier is Qualifier.EQ:
        yield "rate"
    yield f"level_{figure.qualifier.value}"
    if is_rate:
        yield "rate"
    yield "level"


def _keys(figure: Observation, *, falling: bool) -> Iterator[str]:
    """The keys under which a phrase for the figure is looked for, the narrowest first."""
    measure, unit, row = figure.measure, figure.unit and figure.unit.code, row_of(figure)
    key = measure.value
    if measure is Measure.SHARE and figure.qualifier is not Qualifier.EQ:
        yield "share_hedged"
    down = figure.value < 0 or (measure is Measure.STREAK and falling)
    end = "_down" if down else "_up"
    if measure is Measure.GROWTH and row is not None and row.family == "prices":
        yield f"price{end}"
    if measure is Measure.CHANGE and unit in RATES | {"PPT"}:
        yield f"points{end}"
    if measure in SIGNED or measure is Measure.STREAK:
        yield f"{key}{end}"
    else:
        yield key


def against(figure: Observation, phrases: Phrases) -> str:
    """The words for what a growth or a change is measured against."""
    comparison, base = figure.comparison, figure.base
    if comparison is None:
        return ""
    words = phrases.get("against", comparison.value)
    if comparison is not Comparison.SINCE or base is None or figure.period is None:
        return words
    if same_part(base, figure.period):
        return words.format(base=phrases.get("time", "same").format(year=base.first_year))
    return words.format(base=in_words(figure, base, phrases))


def related(figure: Observation, phrases: Phrases) -> str:
    """The whole of a share, the other side of a gap, the total of a contribution, the goal of an achievement, or ""."""
    if figure.measure in RELATED:
        named = figure.measure is Measure.SHARE and is_share(figure, phrases)
        return "" if named else other_side(figure, phrases)
    if figure.measure is Measure.ACHIEVEMENT:
        return goal(figure, phrases)
    return rank_in(figure, phrases) if figure.measure is Measure.RANK else ""


def goal(figure: Observation, phrases: Phrases) -> str:
    """The target that a percentage is of."""
    if figure.qualifier not in (Qualifier.EQ, Qualifier.ABOUT, Qualifier.NEARLY):
        raise unsayable(figure, "the qualifier of an achievement", phrases.language, "give EQ, ABOUT or NEARLY")
    goals = phrases.words("of", "goals")
    if figure.relative_to is None:
        return goals[0]
    if figure.relative_to in goals:
        return figure.relative_to
    raise unsayable(figure, f"relative_to {figure.relative_to!r}", phrases.language, f"give one of {', '.join(goals)}")


def rank_in(figure: Observation, phrases: Phrases) -> str:
    """Among whom a rank is, with the words that lead to it, or "" where that is not known."""
    if figure.relative_to is None:
        return ""
    among = phrases.sections["rank_in"]
    if figure.relative_to in among:
        return phrases.get("rank_in", figure.relative_to)
    raise unsayable(figure, f"relative_to {figure.relative_to!r}", phrases.language, f"give one of {', '.join(among)}")
