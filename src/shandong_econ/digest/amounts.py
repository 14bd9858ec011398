"""The amount of a figure for people: its number, and the words before and after it."""

from __future__ import annotations

from decimal import Decimal

import attrs

from shandong_econ.digest.periods import against
from shandong_econ.digest.words import words
from shandong_econ.model import Measure, Observation, Qualifier, Unit
from shandong_econ.saying.phrases import phrases

_LONGEST = 30  # digits up to which a number is written in full
_LEAST = 4  # power of ten that is told by a word where that was not printed: English writes thousands in full
_SIGNED = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.GAP, Measure.CONTRIBUTION})


@attrs.frozen
class Amount:
    """A number with the words that stand round it; `signed` says whether a plus is shown."""

    before: str
    value: Decimal
    after: str
    signed: bool = False

    def __str__(self) -> str:
        """The amount as a line of text has it; a number that would be too long is written with an exponent."""
        return f"{self.before}{self.number}{self.after}"

    @property
    def number(self) -> str:
        """The number alone, its thousands apart."""
        return f"{'+' if self.signed and self.value > 0 else ''}{in_digits(self.value)}"

    @property
    def is_fall(self) -> bool:
        """Whether it tells that something fell, which pages show in a colour of its own."""
        return self.signed and self.value < 0


def in_digits(value: Decimal, between: str = ",") -> str:
    """A number with its digits and what stands between thousands; one that would be too long has an exponent.

    >>> in_digits(Decimal("127E+8")), in_digits(Decimal("1.50")), in_digits(Decimal("1E+99"))
    ('12,700,000,000', '1.50', '1E+99')
    """
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)  # the model takes finite numbers only
    is_short = exponent >= -_LONGEST and value.adjusted() <= _LONGEST
    return f"{value:{between}f}" if is_short else str(value).upper()


def amount(observation: Observation, language: str) -> Amount:
    """The number as printed with its magnitude, unit and hedge, in a magnitude that the language counts in.

    >>> from shandong_econ.model import Unit
    >>> figure = Observation(value=Decimal("127"), unit_mult=9, unit=Unit("CNY"), qualifier=Qualifier.GT)
    >>> str(amount(figure, "en")), str(amount(figure, "zh"))
    ('more than 127 billion yuan', '超过1,270亿元')
    """
    value = amount_in(observation, power_in_words(observation, language))
    before, after = _hedge(observation.qualifier, language)
    status = words(language).get("status", observation.status.value).partition("{amount}")
    after = f"{unit_in_words(observation, language)}{after}"
    return Amount(status[0] + before, value, after + status[2], signed=observation.measure in _SIGNED)


def power_in_words(observation: Observation, language: str) -> int:
    """The power of ten that a figure is told in: as printed if the language has the word, else of the amount, or 0.

    >>> figure = Observation(value=Decimal("598.3"), unit_mult=8)
    >>> power_in_words(figure, "zh"), power_in_words(figure, "en")
    (8, 9)
    """
    printed, known = observation.unit_mult, phrases(language).sections["magnitude"]
    if not printed or str(printed) in known:
        return printed
    size = observation.amount.adjusted()
    return max((power for power in map(int, known) if _LEAST <= power <= size), default=0)


def amount_in(observation: Observation, power: int) -> Decimal:
    """The amount of a figure in units of a power of ten, exact: 1.5亿 in 万 is 15000 (as 1.5E+4)."""
    sign, digits, exponent = observation.value.as_tuple()
    assert isinstance(exponent, int)  # the model takes finite numbers only
    return Decimal((sign, digits, exponent + observation.unit_mult - power))


def unit_in_words(observation: Observation, language: str) -> str:
    """The magnitude that it is told in, and the unit, as they follow a number: " billion yuan", "亿元"."""
    word = phrases(language).find("magnitude", str(power_in_words(observation, language))) or ""
    return f"{word}{unit_word(observation.unit, language)}"


def change(observation: Observation, language: str) -> Amount:
    """The amount of a growth or a change with what it is measured against."""
    plain = amount(observation, language)
    before, _, after = against(observation.comparison, language).partition("{amount}")
    return attrs.evolve(plain, before=before + plain.before, after=plain.after + after)


def unit_word(unit: Unit | None, language: str) -> str:
    """The unit as it follows a number; one that the lexicon has no word for has its own name, or its code."""
    if unit is None:
        return ""
    known = words(language).find("unit", unit.code)
    known = phrases(language).find("unit", unit.code) if known is None else known
    if known is not None:
        return known
    names = (unit.name_zh, unit.name) if language == "zh" else (unit.name, unit.name_zh)
    return " " + (next(filter(None, names), None) or unit.code)


def _hedge(qualifier: Qualifier, language: str) -> tuple[str, str]:
    before, _, after = phrases(language).get("qualifier", qualifier.value).partition("{amount}")
    return before, after
