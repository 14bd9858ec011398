"""A report to a text."""

from __future__ import annotations

from shandong_econ.model import Language, Report


def say(report: Report, *, language: Language | None = None) -> str:
    """Says the figures of a report as a bulletin, in English ("en") or Chinese ("zh"), so that they can be read again.

    The language is the report's unless given. There is a title, and a sentence for each series, place and time, in
    which the figures stand in their order, in their printed digits and magnitudes: a figure in 亿 can be said only in
    Chinese, one in billions only in English. Speakers and statements are left out. Raises UnsayableError, a ValueError,
    which names what the language has no words for that could be read in no other way; TypeError for what is no report.

    >>> from decimal import Decimal
    >>> from shandong_econ.lexicon import indicators, units
    >>> from shandong_econ.model import Observation, Period
    >>> investment = Observation(
    ...     indicator=indicators()["FAI"],
    ...     period=Period.parse("2022-Q1"),
    ...     measure="growth",
    ...     comparison="year_on_year",
    ...     value=Decimal("-2.1"),
    ...     unit=units()["PT"],
    ... )
    >>> print(say(Report(language="zh", observations=[investment])))
    2022年一季度经济运行情况
    <BLANKLINE>
    2022年一季度，固定资产投资同比下降2.1%。
    <BLANKLINE>
    """
    if not isinstance(report, Report):
        raise TypeError(f"report is a {type(report).__name__}: give a Report")
    from shandong_econ import saying  # here, because its words take longer to load than all the rest

    return saying.say(report, language=language)
