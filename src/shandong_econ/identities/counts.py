"""Things counted: so many of so many, the parts of a count, names and numbers of a list, ranks among so many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise

from shandong_econ.findings import Figure, Figures, Finding, Verdict
from shandong_econ.identities.judging import fitting, joined, noted, of, one_voice, told, total
from shandong_econ.identities.relations import ratios, scope_words
from shandong_econ.identities.sums import cities_of
from shandong_econ.lexicon.concepts import areas, level_of, province_of
from shandong_econ.lexicon.words import small_number, word_list
from shandong_econ.model import Measure
from shandong_econ.timeseries.conversion import factor, is_counted
from shandong_econ.timeseries.intervals import Interval

_BREADTH = ("IVA_INDUSTRIES_GROWING", "IVA_INDUSTRIES_TOTAL")
_NUMBER_FIRST = re.compile(r"\d+|[一二三四五六七八九十]+")
_LOOKED_BACK = 14  # characters before a rank among which the words for its scope stand: 居全国第


def breadth(figures: Figures) -> Iterator[Finding]:
    """The breadth of growth is the number of industries that grew over the number of all."""
    for account in figures.accounts:
        rate, (growing, every) = account.level("IVA_GROWTH_BREADTH"), map(account.level, _BREADTH)
        if rate and growing and every and 0 not in of(every):
            made = of(growing) * 100 / of(every)
            yield fitting(rate, (growing, every), made, f"{growing.words} / {every.words}")


def count_parts(figures: Figures) -> Iterator[Finding]:
    """Those that rose, fell and stayed are as many as there are, and never more."""
    for run in _counts(figures):
        whole, parts = run[0], run[1:]
        if len(parts) > 1 and one_voice(*run) and all(of(whole).high >= of(part).high for part in parts):  # type: ignore[operator]  # whole counts are bounded
            made = total(parts)
            more = not made.overlaps(of(whole)) and (made.low or 0) > (of(whole).high or 0)
            if more or made.overlaps(of(whole)):
                yield fitting(whole, parts, made, joined(parts))
            else:
                yield noted(whole, joined(parts), f"of {whole.words}, {joined(parts)} leave some untold", *parts)


def rates_from_counts(figures: Figures) -> Iterator[Finding]:
    """A rate is the quotient of the two amounts that it is a rate of: started over all, profit over revenue."""
    for account in figures.accounts:
        for rate_code, part_code, whole_code, times in ratios():
            for rate in account.all(Measure.LEVEL, rate_code):
                part, whole = account.level(part_code), account.level(whole_code)
                if part and whole and 0 not in of(whole) and one_voice(rate, part, whole):
                    scale = _scale(part, whole, rate)
                    if scale is not None:
                        made = of(part) * (times * scale) / of(whole)
                        yield fitting(rate, (part, whole), made, f"{part.words} / {whole.words}")
        things = [each for each in account.all(Measure.LEVEL) if each.unit == "NUM"]
        for rate in account.all(Measure.LEVEL, "PROJECT_START_RATE"):
            counted = list(islice((each for each in things if each.is_beside(rate)), 3))  # a third is one too many
            if len(counted) == 2 and counted[0].code == counted[1].code and one_voice(rate, *counted):
                part, whole = sorted(counted, key=lambda each: each.observation.amount)
                made = of(part) * 100 / of(whole)
                yield fitting(rate, (part, whole), made, f"{part.words} / {whole.words}")


def list_length(figures: Figures) -> Iterator[Finding]:
    """A list has as many numbers as it says itself."""
    for announced, listed in _lists(figures):
        said = of(announced)
        holds = len(listed) in said
        numbers = joined(listed, ", ")
        yield told(holds, announced, listed, numbers, f"{announced.words} are announced", worst=Verdict.SUSPECT)
    for listed, announced_as in _named_lists(figures):
        numbers = joined(listed, ", ")
        holds = len(listed) == announced_as
        yield told(holds, listed[-1], listed[:-1], numbers, f"{announced_as} are announced", worst=Verdict.SUSPECT)


def rank_scope(figures: Figures) -> Iterator[Finding]:
    """A rank is no lower than there are provinces in the nation, or cities in the province."""
    for figure in figures.every:
        observation = figure.observation
        is_rank = observation.measure is Measure.RANK and figure.is_reckonable and observation.entity is None
        size = _size(figure) if is_rank else None
        if size is not None:
            holds = abs(observation.value) <= size
            yield told(holds, figure, (), f"rank {observation.value} of {size}", f"there are {size}")


def _counts(figures: Figures) -> Iterator[tuple[Figure, ...]]:
    """The runs of counts of one thing that stand beside each other, the count of all first."""
    for account in figures.accounts:
        run: list[Figure] = []
        for figure in account.all(Measure.LEVEL):
            same = run and figure.observation.label == run[0].observation.label and figure.unit == run[0].unit
            if run and not (same and figure.number == run[-1].number + 1 and figure.is_beside(run[0])):
                yield tuple(run)
                run = []
            if figure.code is None and is_counted(figure.unit) and figure.observation.unit_mult == 0:
                run.append(figure)
        if run:
            yield tuple(run)


def _lists(figures: Figures) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """A count of things, with the numbers of them that follow in its sentence after "respectively"."""
    for figure, following in pairwise(figures.every):
        counts = _counts_things(figure) and figure.is_beside(following) and _names_a_kind(figure)
        listed = _listed(following) if counts else ()
        if len(listed) > 1 and _says_in_turn(figure, listed[0]):
            yield figure, listed


def _named_lists(figures: Figures) -> Iterator[tuple[tuple[Figure, ...], int]]:
    """The numbers of a list whose last name says how many there are (汽车、化工、纺织等3个行业), with how many."""
    run: list[Figure] = []
    for figure in figures.every:
        last = run[-1] if run else None
        follows = last is not None and figure.is_beside(last) and figure.number == last.number + 1
        run = [*run, figure] if follows and last is not None and _is_like(figure, last) else [figure]
        announced_as = _announced(figure)
        if announced_as is not None and len(run) > 1:
            yield tuple(run), announced_as


def _is_like(figure: Figure, other: Figure) -> bool:
    one, two = figure.observation, other.observation
    return (one.measure, one.comparison, figure.unit) == (two.measure, two.comparison, other.unit)


def _announced(figure: Figure) -> int | None:
    """How many the name of the last of a list says that there are; None where it says nothing of the kind."""
    label, language = figure.observation.label or "", figure.report.language
    for mark in word_list("zh", "list.ends") if language == "zh" else ():
        number = _NUMBER_FIRST.match(label.partition(mark)[2])
        if number is not None:
            return small_number(number[0], "zh")
    return None


def _listed(first: Figure) -> tuple[Figure, ...]:
    found = [first]
    told = first.observation
    if first.unit != "PT":
        return ()
    for number in range(first.number + 1, len(first.report.observations)):
        other = Figure(first.report.observations[number], first.report, number)
        alike = (other.observation.measure, other.observation.comparison) == (told.measure, told.comparison)
        if not alike or other.observation.label in {each.observation.label for each in found}:
            break
        if not other.is_beside(first):
            break
        found.append(other)
    return tuple(found)


def _counts_things(figure: Figure) -> bool:
    told = figure.observation
    return told.measure is Measure.LEVEL and figure.unit == "NUM" and told.unit_mult == 0 and figure.is_exact


def _names_a_kind(figure: Figure) -> bool:
    """Whether it counts kinds of things that are then told one by one, as branches, and not firms and projects."""
    label = figure.observation.label or ""
    return figure.report.language == "zh" and any(word in label for word in word_list("zh", "list.collectives"))


def _says_in_turn(figure: Figure, first: Figure) -> bool:
    one, other = figure.observation.span, first.observation.span
    if one is None or other is None or figure.report.language is None:
        return False
    between = figure.report.text[one.end : other.start]
    return any(word in between for word in word_list(figure.report.language, "link.respectively"))


def _scale(part: Figure, whole: Figure, rate: Figure) -> Interval | None:
    """What a quotient of amounts is multiplied by to be in the unit of the rate; None for units that do not fit."""
    if part.unit == whole.unit:
        return Interval.exactly(1) if rate.unit in ("PT", "RO") else None
    kilograms, mu = factor(part.unit or "", "KG"), factor(whole.unit or "", "MU")
    if rate.unit == "KG_MU" and kilograms is not None and mu is not None:
        return Interval.exactly(kilograms / mu)
    return None


def _size(figure: Figure) -> int | None:
    """Among how many the place of a figure can have a rank, where the words before it say so."""
    span, area = figure.observation.span, figure.observation.area
    if span is None or area is None or area.code is None:
        return None
    before = figure.report.text[max(0, span.start - _LOOKED_BACK) : span.start]
    found = [(before.rfind(word), level) for word, level in scope_words().items() if word in before]
    level = max(found, default=(0, None))[1]
    if level == "nation" and level_of(area.code) == "province":
        return _provinces()
    if level == "province" and level_of(area.code) == "prefecture":
        return len(cities_of().get(province_of(area.code), ())) or None
    return None


@cache
def _provinces() -> int:
    return sum(level_of(code) == "province" for code in areas())
