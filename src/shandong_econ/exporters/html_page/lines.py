"""A line through the levels of one series, drawn so that its words stay legible on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from shandong_econ.exporters.html_page.amounts import amount
from shandong_econ.exporters.html_page.markup import Both, element, switching, worded
from shandong_econ.model import Observation

WIDTH, HEIGHT = 360, 170
_LEFT, _RIGHT, _TOP, _BOTTOM = 14, 346, 34, 136
_MOST_DOTS = 16  # more would touch each other

Point = tuple[Both, Observation]


def line_chart(points: Sequence[Point], name: Both, id_: str, language: str) -> str:
    """The drawing, with a title and a description for who does not see it; the ends and the extremes have words."""
    places = _places([point.amount for _, point in points])
    dots = [element("circle", cx=x, cy=y, r=3) for x, y in places] if len(places) <= _MOST_DOTS else []
    drawn = (
        switching("title", name, language, id_=f"{id_}-title"),
        switching("desc", _description(points), language, id_=f"{id_}-desc"),
        element("line", class_="base", x1=_LEFT, x2=_RIGHT, y1=_BOTTOM + 8, y2=_BOTTOM + 8),
        element("polyline", points=" ".join(f"{x},{y}" for x, y in places)),
        *dots,
        *_labels(points, places, language),
    )
    return element(
        "svg",
        "".join(drawn),
        class_="line",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby=f"{id_}-title {id_}-desc",
    )


def _places(amounts: Sequence[Decimal]) -> list[tuple[int, int]]:
    """Where each level stands: evenly from left to right, the lowest at the bottom."""
    low, high = min(amounts), max(amounts)
    span = (high - low) or Decimal(1)
    step = Decimal(_RIGHT - _LEFT) / max(len(amounts) - 1, 1)
    return [
        (int(_LEFT + step * at), int(_BOTTOM - (value - low) * (_BOTTOM - _TOP) / span))
        for at, value in enumerate(amounts)
    ]


def _labels(points: Sequence[Point], places: Sequence[tuple[int, int]], language: str) -> list[str]:
    """The first and the last level and their periods."""
    shown = []
    for at, anchor in ((0, "start"), (-1, "end")):
        x, y = places[at]
        when, figure = points[at]
        shown.append(switching("text", amount(figure), language, x=x, y=max(y - 12, 14), text_anchor=anchor))
        shown.append(switching("text", when, language, x=x, y=HEIGHT - 8, text_anchor=anchor, class_="when"))
    return shown


def _description(points: Sequence[Point]) -> Both:
    """What the line shows, in words: where it begins, and where it ends."""
    told = worded("chart_from_to")
    (first, start), (last, end) = points[0], points[-1]
    return Both(
        *(
            told.of(each).format(
                first=first.of(each), start=amount(start).of(each), last=last.of(each), end=amount(end).of(each)
            )
            for each in ("en", "zh")
        )
    )
