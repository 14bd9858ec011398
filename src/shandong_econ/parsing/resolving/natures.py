"""What kind of series a subject is: an amount that flows, a rate, a share, a price, an index."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.series import kinds, put_together
from shandong_econ.parsing.finding.series_chinese import base_at_end
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT, RATES, SPANS


def own_unit(subject: Subject) -> str | None:
    """The unit in which its series is told."""
    code = subject.series.code
    return None if code is None else kinds()[code].unit


def is_flow(subject: Subject) -> bool:
    """Whether a series is told as an amount, so that what it "picked up to" in percent is its growth."""
    own = own_unit(subject)
    return own is not None and own not in PERCENT | {"IX", "RO"}


def adds_up(subject: Subject, unit: str | None = None) -> bool:
    """Whether a series is of what comes together over a time, so that no day has it; `unit` is that of its amount."""
    base = base_at_end(subject.label) if subject.series.code is None else None  # 奶业产值 is a part of what adds up
    whole = put_together(base, "_T").code if base else None
    known = kinds().get(subject.series.code or whole or base or "")
    if known is None or known.kind != "FLOW":
        return False
    return subject.series.code is not None or unit is None or fits(known.code, unit)  # 外资企业19家 are no investment


def is_of_another_unit(subject: Subject, unit: str | None) -> bool:
    """Whether an amount is no series that was spoken of, by its unit: kilowatt-hours after a capacity in kilowatts."""
    known = subject.series.code or subject.series.base or ""
    return unit not in RATES | COUNTED | SPANS and known in kinds() and not fits(known, unit)


def is_rate(subject: Subject) -> bool:
    """Whether percent are the level of a series: unemployment, a growth face; not those of a price."""
    code = subject.series.code
    if code is None:
        return subject.is_rate
    row = kinds()[code]
    of_count = row.unit == "NUM" and subject.is_rate  # 企业亏损面
    return row.unit in PERCENT or of_count or (row.unit == "IX" and row.family not in _GROW)


_GROW = ("prices", "national_accounts")  # families of indices that are told to rise and fall in percent


def is_share(subject: Subject) -> bool:
    """Whether a series is a part of a whole by its name."""
    code = subject.series.code
    if code and kinds()[code].kind == "SHARE":
        return True
    _, to, whole = subject.label.lower().rpartition(" to ")
    of_whole = bool(to) and whole.endswith(word_list("en", "rate.share"))  # "the ratio of R&D spending | to GDP"
    return of_whole or (code is None and subject.label.endswith(word_list("zh", "rate.share")))


def is_price(subject: Subject) -> bool:
    """Whether a series is of prices."""
    code = subject.series.code
    return code is not None and kinds()[code].family == "prices"


def is_index(subject: Subject) -> bool:
    """Whether the words name an index."""
    return subject.label.endswith(word_list("zh", "index.names"))


def is_growth(subject: Subject) -> bool:
    """Whether the words name the growth of a series: "GDP growth", which is told in percent."""
    noun = subject.label.lower().removesuffix(" rate").rpartition(" ")[2]
    return subject.series.code is not None and noun in word_list("en", "growth_nouns.words")


def is_inflation(words: str) -> bool:
    """Whether words name a growth of prices, which is one over a year: "petrol inflation"."""
    return words.lower().partition(" for ")[0].endswith(word_list("en", "rate.inflation"))
