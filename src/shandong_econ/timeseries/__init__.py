"""Many figures together: reports as series over time."""

from __future__ import annotations

from shandong_econ.timeseries.frequency import Frequency, TimeSpan
from shandong_econ.timeseries.intervals import Interval
from shandong_econ.timeseries.keys import Key, keys_of

__all__ = [
    "Frequency",
    "Interval",
    "Key",
    "TimeSpan",
    "keys_of",
]
