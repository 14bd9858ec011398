"""Many figures together: reports as time series, in which each point keeps what every bulletin printed.

`se.series` makes them; what it gives is named here.
"""

from __future__ import annotations

from shandong_econ.timeseries.collection import Series, series_of
from shandong_econ.timeseries.frequency import Frequency, TimeSpan
from shandong_econ.timeseries.gathering import LeftOut
from shandong_econ.timeseries.intervals import Interval
from shandong_econ.timeseries.keys import Key, keys_of
from shandong_econ.timeseries.lines import Line
from shandong_econ.timeseries.points import Derivation, Point
from shandong_econ.timeseries.prints import Print

__all__ = [
    "Derivation",
    "Frequency",
    "Interval",
    "Key",
    "LeftOut",
    "Line",
    "Point",
    "Print",
    "Series",
    "TimeSpan",
    "keys_of",
    "series_of",
]
