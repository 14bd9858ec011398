"""Texts for the browser to show, in words of our own: two that are short, and one with five hundred figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import attrs

import shandong_econ as se

EXAMPLES = Path(__file__).parents[2] / "examples"
SERIES = ("IVA_ASD", "FAI", "FAI_MFG", "RETAIL_SALES", "FAI_REAL_ESTATE")
CITIES = ("370100", "370200", "370300", "370400", "370500", "370600", "370700", "370800", "370900", "371000")
HOSTILE = (
    "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> &amp; &lt; \"quoted\" 'single'\n"
    "\u202eturned\u202c \ud800 \0 \r\n</style><style>*{display:none}</style>]]> {{x}} "
    "javascript:alert(3)\x0b\x0c\x85\u2028\ufeff"
)


@cache
def bulletin(language: se.Language) -> se.Report:
    """The example bulletin of a language."""
    text = (EXAMPLES / f"shandong-2022-05.{language}.txt").read_text(encoding="utf-8")
    return se.parse(text, published=date(2022, 6, 20), area="370000")


@cache
def large(language: se.Language, count: int = 500) -> se.Report:
    """A bulletin with so many figures: growth of five series in ten cities, year after year, said and read."""
    indicators, areas, percent = se.indicators(), se.areas(), se.units()["PT"]
    figures = [
        se.Observation(
            indicator=indicators[SERIES[number % 5]],
            area=areas[CITIES[number // 5 % 10]],
            period=se.Period.of(2010 + number // 50, 1, months=5),
            measure="growth",
            comparison="year_on_year",
            value=Decimal(number * 7 % 301 - 90) / 10,
            unit=percent,
        )
        for number in range(count)
    ]
    report = se.Report(language=language, area=areas["370000"], observations=figures)
    return se.parse(se.say(report), language=language)


def told() -> se.Report:
    """A report by hand with all that a page can show: notes, statements, overlaps, what has no place, and charts."""
    text = (
        "Output\n\nOutput rose 12 to 15 percent, said Li Ming. It was 30 tons and 31 or so.\nCoal made up 60 percent."
    )
    percent, tons = se.Unit("PT", "percent", "百分比"), se.Unit("TN", "tonne", "吨")

    def figure(words: str | None, value: str, **more: object) -> se.Observation:
        place = None if words is None else se.Span(text.index(words), text.index(words) + len(words))
        return se.Observation(value=Decimal(value), span=place, **{"label": "output", **more})  # type: ignore[arg-type]  # of many types

    growth = {"unit": percent, "measure": "growth", "comparison": "year_on_year", "period": se.Period.of(2022)}
    figures = (
        figure("12 to 15 percent", "12", **growth),
        figure("15 percent", "15", **growth),
        figure("30 tons", "30", unit=tons, period=se.Period.of(2022)),
        figure(None, "28", unit=tons, period=se.Period.of(2021)),
        figure(None, "-4.5", **{**growth, "label": "prices"}),
        figure("60 percent", "60", unit=percent, measure="share", label="coal", relative_to="output", status="F"),
    )
    start = text.index("Output rose")
    speaker = se.Speaker("Li Ming", "head", "Bureau of Statistics")
    return se.Report(
        text=text,
        title="Output",
        language="en",
        observations=figures,
        statements=[
            se.Statement(
                kind="quote",
                speaker=speaker,
                text="Output rose 12 to 15 percent",
                span=se.Span(start, start + len("Output rose 12 to 15 percent")),
            )
        ],
        notes=[
            se.Note(
                "no_unit",
                "a number without a unit and without a thing that it counts",
                se.Span(text.index("31"), text.index("31") + 2),
            ),
            se.Note("other", "a note by hand"),
        ],
    )


def grounded() -> se.Report:
    """A report by hand with figures whose parts were come by in every way, where words of two parts overlap."""
    text = (
        "😀 Shandong in 2022\n\nThe provincial GDP came to 8743.5 billion yuan, up 3.9 percent year on year.\n"
        "Prices rose 2.1 percent."
    )

    def ground(how: str, words: str | None = None) -> se.Ground:
        start = text.index(words or "")
        return se.Ground(how, None if words is None else se.Span(start, start + len(words)))

    def figure(words: str, **more: object) -> se.Observation:
        start = text.index(words)
        value = Decimal(words.split()[0])
        return se.Observation(value=value, span=se.Span(start, start + len(words)), **more)  # type: ignore[arg-type]  # of many types

    return se.Report(
        text=text,
        title="😀 Shandong in 2022",
        language="en",
        observations=[
            figure(
                "8743.5 billion yuan",
                label="provincial GDP",
                grounds=se.Grounds(
                    series=ground("stated", "provincial GDP"),
                    area=ground("stated", "provincial"),
                    period=ground("heading", "2022"),
                ),
            ),
            figure(
                "3.9 percent",
                label="provincial GDP",
                measure="growth",
                comparison="year_on_year",
                grounds=se.Grounds(
                    series=ground("carried", "provincial GDP"),
                    area=ground("given"),
                    period=ground("heading", "2022"),
                    comparison=ground("stated", "year on year"),
                ),
            ),
            figure("2.1 percent", label="Prices", measure="growth"),
        ],
    )


def hostile() -> se.Report:
    """A report every text of which would be markup, script or style if a page let it."""
    figure = se.Observation(
        label=HOSTILE,
        indicator=se.Indicator("X", HOSTILE, HOSTILE),
        area=se.Area(None, HOSTILE, HOSTILE),
        entity=HOSTILE,
        value=Decimal("1"),
        relative_to=HOSTILE,
        speaker=se.Speaker(HOSTILE, HOSTILE, HOSTILE),
        unit=se.Unit("X", HOSTILE, HOSTILE),
        span=se.Span(0, 9),
        grounds=se.Grounds(series=se.Ground("stated", se.Span(4, 120)), area=se.Ground("carried", se.Span(60, 300))),
    )
    return se.Report(
        text=HOSTILE * 2,
        title=HOSTILE,
        language="en",
        area=figure.area,
        authors=(HOSTILE,),
        publisher=HOSTILE,
        uri="javascript:alert(4)",
        observations=[figure, attrs.evolve(figure, span=None)],
        statements=[se.Statement(kind="quote", speaker=figure.speaker, text=HOSTILE, span=se.Span(4, 30))],
        notes=[se.Note(HOSTILE, HOSTILE, se.Span(12, 20))],
    )
