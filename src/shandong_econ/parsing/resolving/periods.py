"""The period that an expression of time means: each form has a function that reads what its pattern caught."""

from __future__ import annotations

from shandong_econ.errors import ModelError
from shandong_econ.model import Period
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.named_periods import NAMED
from shandong_econ.parsing.resolving.spoken_periods import SPOKEN

_FORMS = {**NAMED, **SPOKEN}
"""Of the forms that name no period, "届时" and "in the past", there are none."""


def resolve(time: Time, calendar: Calendar, current: Period | None = None) -> Period | None:
    """The period that an expression means, or None where it names none; `current` is what "the month" refers to."""
    form = _FORMS.get(time.form)
    try:
        return None if form is None else form(time, calendar, current)
    except ModelError:  # a thirteenth month, a thirtieth of February
        return None
