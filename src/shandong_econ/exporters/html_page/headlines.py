"""The figures that matter, above the text: each leads to its row and its words."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.digest import Figure, Headline, change, headlines
from shandong_econ.exporters.html_page import names
from shandong_econ.exporters.html_page.amounts import MINUS, amount
from shandong_econ.exporters.html_page.markup import Both, element, labelled, switching, text, worded
from shandong_econ.model import Report


def headline_list(report: Report, key: int, language: str) -> Iterator[str]:
    """The lines of the list; none where the report has no figures."""
    if found := headlines(report):
        yield element(
            "ul",
            "\n".join(_headline(one, report, key, language) for one in found),
            class_="headlines",
            **labelled(worded("headlines"), language),
        )


def _headline(headline: Headline, report: Report, key: int, language: str) -> str:
    what = headline.observation
    name = switching("span", names.indicator(what), language, class_="name")
    if headline.level is None:
        main = _figure(headline.growth, key, language, "main") if headline.growth else ""
        beside = ""
    else:
        main = _figure(headline.level, key, language, "main")
        beside = _figure(headline.growth, key, language, "beside") if headline.growth else ""
    where = element("span", text(what.entity), lang=report.language) if what.entity else ""
    if not what.entity and what.area is not None and what.area != report.area:
        where = switching("span", names.area(what.area), language)
    when = switching("span", names.period(what.period), language)
    return element("li", f"{name} {main} {beside} {element('span', f'{where} {when}', class_='when')}")


def _figure(figure: Figure, key: int, language: str, kind: str) -> str:
    shown = amount(figure.observation) if kind == "main" and figure.observation.comparison is None else _change(figure)
    number = figure.number + 1
    kind += " fell" * change(figure.observation, language).is_fall
    return switching("a", shown, language, class_=kind, href=f"#r{key}-f{number}", data_figure=number)


def _change(figure: Figure) -> Both:
    """A growth or a change, with its sign and what it is measured against."""
    said = (str(change(figure.observation, language)).replace("-", MINUS, 1) for language in ("en", "zh"))
    return Both(*said)
