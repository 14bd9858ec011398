"""The principles that each language asks for each part of a figure: each can be listed and be left out by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from shandong_econ.model import Measure, Period
from shandong_econ.parsing.context import comparisons, dating, placing, subjects_english, topics
from shandong_econ.parsing.context.comparisons import Against
from shandong_econ.parsing.context.places import Where
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects import Choice
from shandong_econ.parsing.context.times import Time
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.told import Subject

SUBJECT: dict[str, tuple[Callable[[Sequence[Frame], Context], Choice | None], ...]] = {
    "zh": topics.PRINCIPLES,
    "en": subjects_english.PRINCIPLES,
}
"""What is measured: the first that knows it tells it."""
TIME: dict[str, tuple[Callable[[Frame, Subject, Context], Time | None], ...]] = {
    "zh": dating.CHINESE,
    "en": dating.ENGLISH,
}
"""When: the first that knows it tells it."""
ADJUSTMENT: dict[str, tuple[Callable[[Frame, Subject, Time, Context], Time], ...]] = {
    "zh": dating.ADJUSTMENTS_CHINESE,
    "en": dating.ADJUSTMENTS_ENGLISH,
}
"""What the nature of a series makes of the time that was told: all of them, in turn."""
AREA: dict[str, tuple[Callable[[Frame, Subject, Context], Where | None], ...]] = {
    "zh": placing.CHINESE,
    "en": placing.ENGLISH,
}
"""Where: the first that knows it tells it."""
AGAINST: dict[str, tuple[Callable[[Frame, Measure, Period | None, Context], Against | None], ...]] = {
    "zh": comparisons.CHINESE,
    "en": comparisons.ENGLISH,
}
"""Compared with what: the first that knows it tells it."""

TABLES: Mapping[str, dict[str, tuple[Callable[..., Any], ...]]] = {
    "What is measured": SUBJECT,
    "When": TIME,
    "What the series makes of the time": ADJUSTMENT,
    "Where": AREA,
    "Compared with what": AGAINST,
}
"""Each table by the question that it answers."""
