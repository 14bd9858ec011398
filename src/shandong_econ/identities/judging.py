"""How a rule tells what it found: printed numbers stand for intervals, and intervals fit or do not."""

from __future__ import annotations

import re
from fractions import Fraction

from shandong_econ.findings import Figure, Finding, Verdict
from shandong_econ.findings.figure import place_name
from shandong_econ.timeseries.intervals import Interval

_NUMBER = re.compile(r"[-+−－]?\d+(?:[.,]\d+)*", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)


def of(figure: Figure) -> Interval:
    """The amounts that a figure can stand for."""
    return figure.interval


def fitting(
    figure: Figure, others: tuple[Figure, ...], made: Interval, how: str, *, worst: Verdict = Verdict.CONTRADICTS
) -> Finding:
    """Whether a figure can be what is made of others; `how` says how, as "23 / 41" or "1.2亿元 + 0.3亿元"."""
    holds = of(figure).overlaps(made)
    numbers = f"{how} = {in_scale(figure, made)}"
    return told(holds, figure, others, numbers, f"it is told as {figure.words}", worst=worst)


def told(
    holds: bool,  # noqa: FBT001  # what is told is first of all whether it holds
    figure: Figure,
    others: tuple[Figure, ...],
    numbers: str,
    against: str,
    *,
    worst: Verdict = Verdict.CONTRADICTS,
) -> Finding:
    """What was found of a figure and others.

    It is at most suspect where figures of several reports are put in, which may be revised, and where one is not sure.
    """
    if any(other.report is not figure.report or not other.is_sure for other in (figure, *others)):
        worst = Verdict.SUSPECT
    verdict = Verdict.HOLDS if holds else worst
    link = "and so" if holds else "but"
    message = f"{subject(figure)}: {numbers}, {link} {against}"
    return Finding(
        verdict=verdict,
        figures=(figure, *others),
        numbers=numbers,
        message=message,
        report=figure.report,
        span=figure.observation.span,
    )


def noted(figure: Figure, numbers: str, message: str, *others: Figure, verdict: Verdict = Verdict.SUSPECT) -> Finding:
    """A finding in words of its own."""
    return Finding(
        verdict=verdict,
        figures=(figure, *others),
        numbers=numbers,
        message=f"{subject(figure)}: {message}",
        report=figure.report,
        span=figure.observation.span,
    )


def subject(figure: Figure) -> str:
    """What a figure is of, where and when, for a message."""
    observation = figure.observation
    what = figure.name or "a figure"
    measure = "" if observation.measure.value == "level" else f" ({observation.measure.value.replace('_', ' ')})"
    when = "" if observation.period is None else f" in {observation.period}"
    return f"{what}{measure} of {place_name(figure)}{when}"


def one_voice(*figures: Figure) -> bool:
    """Whether no two speakers tell them: what one says need not add up with what another says."""
    return len({figure.observation.speaker for figure in figures} - {None}) <= 1


def total(figures: tuple[Figure, ...]) -> Interval:
    """The sum of figures."""
    made = Interval.exactly(0)
    for figure in figures:
        made = made + of(figure)
    return made


def within(made: Interval, part: Fraction) -> Interval:
    """The numbers that are no further from some than a part of them, for identities that hold roughly by nature."""
    return made * Interval(1 - part, 1 + part)


def hull(one: Interval, other: Interval) -> Interval:
    """All numbers from the least to the greatest of two intervals."""
    low = None if one.low is None or other.low is None else min(one.low, other.low)
    return Interval(low, None if one.high is None or other.high is None else max(one.high, other.high))


def joined(figures: tuple[Figure, ...], sign: str = " + ") -> str:
    """Figures as printed, with a sign between them."""
    return sign.join(figure.words for figure in figures)


def in_scale(figure: Figure, made: Interval) -> str:
    """A number in the power of ten and the unit in which a figure is printed, as 31443亿元 beside 33643亿元."""
    scaled = made / Fraction(10) ** figure.observation.unit_mult
    match = _NUMBER.search(figure.words)
    if match is None or _DIGIT.search(figure.words, match.end()) is not None:
        return shown(made)
    number = shown(scaled) if "," in figure.words else shown(scaled).replace(",", "")
    return f"{figure.words[: match.start()]}{number}{figure.words[match.end() :]}"


def shown(interval: Interval) -> str:
    """A number for an interval: the middle, with as many digits as are sure, and one more.

    >>> shown(Interval(Fraction(7317, 1000), Fraction(7318, 1000))), shown(Interval(None, Fraction(5)))
    ('7.3175', 'at most 5')
    """
    low, high = interval.low, interval.high
    if low is None or high is None:
        side, end = ("at most", high) if low is None else ("at least", low)
        return "any number" if end is None else f"{side} {_plain(end, Fraction(0))}"
    return _plain((low + high) / 2, high - low)


def _plain(number: Fraction, width: Fraction) -> str:
    if abs(number) >= 10**6:
        return f"{round(number):,}"  # no float holds the largest
    digits = 12
    if width:
        digits = max(1, 2 + len(str(int(abs(number) / width))))
    return f"{float(number):,.{min(digits, 12)}g}"
