"""How many times what some people have others have: townspeople earn "2.4 times as much as villagers", a ratio."""

from __future__ import annotations

import attrs

from shandong_econ.model import Measure
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.series import series_by_code
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.completing import RATIOS
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


def take_ratio_of_people(scene: Scene, reading: Reading) -> None:
    """Takes so many times what the other people have for the ratio of the two, where that has a code of its own."""
    series, other = reading.subject.series, (reading.relative_to or "").lower().rpartition("as much as ")[2]
    if reading.measure is not Measure.MULTIPLE or reading.comparison is not None:
        return
    if series.code in RATIOS.values():
        reading.be(Measure.RATIO, "ratio of two kinds of people, carried")  # "against 3.17 times a year earlier"
        return
    ratio = RATIOS.get(series.base or "")
    two = {series.breakdown or "", name_series_english(other, series.base).breakdown or ""}
    parts = len(two) == 2 and all(part.startswith(_PEOPLE) for part in two)
    if ratio is not None and (parts or other.rpartition(" ")[2] in word_set("back.last")):
        reading.be(Measure.RATIO, "ratio of two kinds of people", of=reading.relative_to or "")
        reading.subject = scene.subject = attrs.evolve(reading.subject, series=series_by_code()[ratio])


_PEOPLE = "R:"  # how the people of towns and of villages are told apart
