"""What a series, a place or a report is called in the language of its reader."""

from __future__ import annotations

from shandong_econ.digest.words import language_of, words
from shandong_econ.lexicon.concepts import indicators
from shandong_econ.model import Area, Indicator, Observation, Report


def indicator_name(observation: Observation, language: str) -> str:
    """The name of what is measured: that of its code in the language, else the label, else any name it has.

    >>> from decimal import Decimal
    >>> figure = Observation(label="value added", value=Decimal(1))
    >>> indicator_name(figure, "en"), indicator_name(Observation(value=Decimal(1)), "zh")
    ('Value added', '未命名')
    """
    own, other = _names(observation.indicator, language)
    label = observation.label or ""
    if language == "en":
        label = label[:1].upper() + label[1:]
    code = observation.indicator.code if observation.indicator else ""
    return _first(own, label, other, code) or words(language).get("page", "unnamed")


def area_name(area: Area | None, language: str) -> str | None:
    """The name of a place in the language, else in the other, else its code; None where there is no place."""
    if area is None:
        return None
    return _first(*_names(area, language), area.code or "") or words(language).get("page", "unnamed")


def place_name(observation: Observation, language: str) -> str | None:
    """Where a figure was counted: its firm or park, or else its place; None where neither is known."""
    return _first(observation.entity) or area_name(observation.area, language)


def whole_name(name: str | None, language: str) -> str:
    """What the shares of a whole are of, which the model has as words of the text or as the code of an indicator.

    >>> whole_name("GDP", "zh"), whole_name("total investment", "en")
    ('占地区生产总值', 'Of total investment')
    """
    page = words(language)
    if name is not None and (known := indicators().get(name)) is not None:
        name = _first(*_names(known, language))
    return page.get("page", "of_whole").replace("{whole}", name) if name else page.get("page", "of_unnamed_whole")


def report_title(report: Report) -> str:
    """The title of a report, or the words for one that has none."""
    return _first(report.title) or words(language_of(report)).get("page", "untitled")


def _names(thing: Indicator | Area | None, language: str) -> tuple[str, str]:
    if thing is None:
        return "", ""
    names = (thing.name or "", thing.name_zh or "")
    return names if language == "en" else (names[1], names[0])


def _first(*names: str | None) -> str | None:
    """The first of the names that has something to see."""
    return next((name for name in names if name and not name.isspace()), None)
