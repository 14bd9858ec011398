"""Charts of a report's figures as SVG that needs no style of its own, each beside a table that says the same.

Widths are whole thousandths of the whole, so that no browser rounds them differently, and a figure that no chart can
hold beside others is in none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from shandong_econ.digest import Figure, Growth, Levels, Whole, comparison_in_words, growth, series, shares
from shandong_econ.exporters.html_page import names
from shandong_econ.exporters.html_page.amounts import amount, grouped
from shandong_econ.exporters.html_page.lines import line_chart
from shandong_econ.exporters.html_page.markup import Both, element, labelled, switching, worded
from shandong_econ.model import Measure, Observation, Report

LARGEST_POWER = 15
"""Powers of ten, up and down, within which figures are drawn."""
WHOLE = 1000


def charts(report: Report, key: int, language: str) -> Iterator[str]:
    """The lines of the charts; none where there is nothing to draw."""
    drawn = []
    if (bars := growth(report)) and _drawable(bars.figures):
        drawn.append(_growth(bars, key, language))
    drawn += [_whole(whole, key, language) for whole in shares(report) if len(whole.shares) > 1]
    drawn += [_series(line, key, language) for line in series(report) if _drawable(line.figures)]
    if drawn:
        yield element("div", "\n".join(drawn), class_="charts", role="group", **labelled(worded("charts"), language))


def _drawable(figures: Sequence[Figure]) -> bool:
    amounts = [figure.observation.amount for figure in figures]
    return all(not each or abs(each.adjusted()) <= LARGEST_POWER for each in amounts)


def _chart(heading: str, *content: str) -> str:
    return element("section", element("h3", heading) + "".join(content), class_="chart")


def _link(figure: Figure, key: int, language: str) -> str:
    number = figure.number + 1
    return switching("a", amount(figure.observation), language, href=f"#r{key}-f{number}", data_figure=number)


def _growth(bars: Growth, key: int, language: str) -> str:
    """A bar a row, to the left of nothing where it fell: the table is the chart."""
    amounts = [figure.observation.amount for figure in bars.figures]
    low, high = min(*amounts, Decimal(0)), max(*amounts, Decimal(0))
    rows = (
        element(
            "tr",
            switching("th", names.indicator(figure.observation), language, scope="row")
            + element("td", _bar(value, low, high))
            + element("td", _link(figure, key, language), class_="amount"),
        )
        for figure, value in zip(bars.figures, amounts, strict=True)
    )
    heads = switching("th", worded("indicator"), language, scope="col") + element("td")
    heads += switching("th", worded("chart_growth"), language, scope="col", class_="amount")
    table = element("thead", element("tr", heads)) + element("tbody", "".join(rows))
    against = Both(*(comparison_in_words(bars.comparison, each) for each in ("en", "zh")))
    heading = [switching("span", worded("chart_growth"), language)]
    heading += [switching("small", each, language) for each in (against, names.period(bars.period)) if each.en]
    return _chart(" ".join(heading), element("table", table, class_="bars"))


def _bar(value: Decimal, low: Decimal, high: Decimal) -> str:
    """A bar from nothing to the value, on the scale that all rows share; the number beside it says the same."""
    span = (high - low) or Decimal(1)
    zero, end = (int((each - low) * WHOLE / span) for each in (Decimal(0), value))
    left, width = min(zero, end), max(abs(end - zero), 2)
    bar = element("rect", class_="fell" if value < 0 else "rose", x=left, y=2, width=width, height=16)
    base = element("rect", class_="base", x=max(zero - 1, 0), y=0, width=2, height=20)
    return element(
        "svg", bar + base, viewBox=f"0 0 {WHOLE} 20", preserveAspectRatio="none", aria_hidden="true", focusable="false"
    )


def _whole(whole: Whole, key: int, language: str) -> str:
    """One bar cut into the parts, and the parts below it, with what is left."""
    at, rects, rows = 0, [], []
    for number, share in enumerate(whole.shares):
        width = int(share.percent * WHOLE / 100)
        kind = "rest" if share.figure is None else f"part{min(number, 7)}"
        rects.append(element("rect", class_=kind, x=at, y=0, width=max(width - 3, 1), height=20))
        at += width
        swatch = element(
            "svg", element("rect", class_=kind, width=10, height=10), viewBox="0 0 10 10", aria_hidden="true"
        )
        name = worded("rest") if share.figure is None else names.indicator(share.figure.observation)
        value = _percent(share.percent, language) if share.figure is None else _link(share.figure, key, language)
        cell = element("th", f"{swatch} {switching('span', name, language)}", scope="row")
        rows.append(element("tr", cell + element("td", value, class_="amount")))
    bar = element(
        "svg", "".join(rects), viewBox=f"0 0 {WHOLE} 20", preserveAspectRatio="none", class_="stack", aria_hidden="true"
    )
    heading = [switching("span", worded("chart_shares"), language)]
    of = Both(whole.name or "", whole.name or "")
    heading += [switching("small", each, language) for each in (of, names.period(whole.period)) if each.en]
    heads = switching("th", worded("part"), language, scope="col")
    heads += switching("th", names.measure(Measure.SHARE), language, scope="col", class_="amount")
    table = element("thead", element("tr", heads)) + element("tbody", "".join(rows))
    return _chart(" ".join(heading), bar, element("table", table, class_="parts"))


def _percent(percent: Decimal, language: str) -> str:
    return element("span", f"{grouped(percent, language)}%")


def _series(line: Levels, key: int, language: str) -> str:
    """A line through the levels, and the levels in a table."""
    first: Observation = line.figures[0].observation
    name = names.indicator(first)
    points = [(names.period(figure.observation.period), figure.observation) for figure in line.figures]
    drawing = line_chart(points, name, f"r{key}-l{line.figures[0].number}", language)
    rows = (
        element(
            "tr",
            switching("th", when, language, scope="row") + element("td", _link(figure, key, language), class_="amount"),
        )
        for figure, (when, _) in zip(line.figures, points, strict=True)
    )
    heads = switching("th", worded("period"), language, scope="col")
    heads += switching("th", worded("value"), language, scope="col", class_="amount")
    table = element("thead", element("tr", heads)) + element("tbody", "".join(rows))
    heading = switching("span", name, language) + " " + switching("small", worded("chart_series"), language)
    summary = switching("summary", worded("chart_table"), language)
    return _chart(heading, drawing, element("details", summary + element("table", table, class_="parts")))
