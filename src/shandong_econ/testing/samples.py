"""Reports for the clauses that are about something else than what a report may hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from shandong_econ.model import Area, Indicator, Note, Observation, Period, Report, Span, Speaker, Statement, Unit

__all__ = ["numbered", "other", "sample", "samples", "several"]


def sample() -> Report:
    """A report in Chinese with something in every field."""
    return Report(
        text="1—5月，山东省规模以上工业增加值同比增长4.50%。\n“稳中向好。”王先生说。",
        title="山东工业",
        language="zh",
        published=date(2022, 6, 20),
        area=Area("370000", "Shandong", "山东省"),
        authors=("李明",),
        publisher="山东省统计局",
        uri="https://e.invalid/industry",
        observations=(
            Observation(
                label="规模以上工业增加值",
                indicator=Indicator("IVA_ASD", "Value added of industry above designated size", "规模以上工业增加值"),
                area=Area("370000", "Shandong", "山东省"),
                period=Period.parse("2022-01-01/P5M"),
                measure="growth",
                comparison="year_on_year",
                value=Decimal("4.50"),
                unit=Unit("PT", "percent", "%"),
                span=Span(22, 27),
            ),
        ),
        statements=(Statement(kind="quote", speaker=Speaker("王先生"), text="稳中向好。", span=Span(29, 36)),),
        notes=(Note("year_open", "no year is stated", Span(0, 4)),),
    )


def other() -> Report:
    """A report in English with few fields."""
    return Report(
        text="Exports of Qingdao came to 12.7 billion yuan in 2021.",
        title="Exports",
        language="en",
        uri="https://e.invalid/exports",
        observations=(
            Observation(
                label="Exports",
                area=Area("370200", "Qingdao"),
                period=Period.parse("2021"),
                value=Decimal("12.7"),
                unit=Unit("CNY"),
                unit_mult=9,
                span=Span(27, 44),
            ),
        ),
    )


def samples() -> list[Report]:
    """Two reports, made anew, so that nothing that is done to them lasts."""
    return [sample(), other()]


def several() -> list[Report]:
    """The samples, and three reports with exponents that tell of one series, of which pages and workbooks draw it."""
    return [*samples(), *(_of_year(year, value) for year, value in enumerate(("1E+5", "1.503E+5", "157300"), 2021))]


def _of_year(year: int, value: str) -> Report:
    figure = Observation(
        indicator=Indicator("GDP", "Gross domestic product", "地区生产总值"),
        area=Area("370000", "Shandong", "山东省"),
        period=Period.of(year),
        value=Decimal(value),
        unit=Unit("CNY", "yuan", "元"),
        unit_mult=8,
    )
    return Report(title=f"{year}年", language="zh", published=date(year + 1, 1, 20), observations=[figure])


def numbered(number: int, size: int) -> Report:
    """A report that no other number has, with a text of that many characters and more."""
    figure = Observation(label="增加值", value=Decimal(number), area=Area("370000"))
    return Report(text=f"{number}\n{'经' * size}", uri=f"https://e.invalid/{number}", observations=[figure])
