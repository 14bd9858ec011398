"""Two reports to what they tell alike and otherwise."""

from __future__ import annotations

from shandong_econ.findings import Changes
from shandong_econ.model import Report


def compare(a: Report, b: Report) -> Changes:
    """Compares two reports figure by figure: two bulletins, two prints of one, or one text in two languages.

    A number with fewer digits is the same where it can be a rounding of the other. Another number is a revision if the
    reports were published on two days, and else a disagreement.

    >>> from datetime import date
    >>> from shandong_econ.api import parse
    >>> first = parse("2022年，山东省地区生产总值增长3.9%。", published=date(2023, 1, 20))
    >>> second = parse("2022年，山东省地区生产总值增长4.0%。", published=date(2023, 12, 29))
    >>> [pair.words for pair in compare(first, second).revised]
    [('3.9%', '4.0%')]
    """
    for name, report in (("a", a), ("b", b)):
        if not isinstance(report, Report):
            raise TypeError(f"{name} is a {type(report).__name__}: give a Report")
    from shandong_econ.findings.pairing import changes  # late, as `import shandong_econ` needs no lexicon

    return changes(a, b)
