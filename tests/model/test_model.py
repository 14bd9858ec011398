"""The model refuses at its door what it cannot hold, and tells two values apart by their printed digits."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given

import shandong_econ.model as model
from shandong_econ.errors import ModelError
from shandong_econ.model import (
    Area,
    Ground,
    Grounds,
    How,
    Indicator,
    Note,
    Observation,
    Report,
    Span,
    Speaker,
    Statement,
    Unit,
)
from shandong_econ.testing import strategies

ONE = Decimal(1)
REFUSED: list[tuple[Any, dict[str, Any], str]] = [
    (Observation, {"value": 1.5}, "Decimal"),
    (Observation, {"value": Decimal("NaN")}, "finite"),
    (Observation, {"value": Decimal("-Infinity")}, "finite"),
    (Observation, {"value": ONE, "unit_mult": 1.0}, "unit_mult"),
    (Observation, {"value": ONE, "unit_mult": 101}, "101"),
    (Observation, {"value": ONE, "measure": "grwoth"}, "growth"),
    (Observation, {"value": ONE, "comparison": "yoy"}, "year_on_year"),
    (Observation, {"value": ONE, "unit": "PT"}, "Unit"),
    (Observation, {"value": ONE, "period": "2022"}, "Period"),
    (Observation, {"value": ONE, "label": 3}, "str"),
    (Observation, {"value": ONE, "grounds": "stated"}, "Grounds"),
    (Grounds, {"area": "stated"}, "Ground"),
    (Ground, {"how": "told"}, "carried"),
    (Ground, {"how": "stated", "span": (1, 2)}, "Span"),
    (Span, {"start": 3, "end": 2}, "start <= end"),
    (Span, {"start": -1, "end": 2}, "-1"),
    (Span, {"start": 0, "end": True}, "int"),
    (Indicator, {"code": "gdp"}, "IVA_ASD"),
    (Indicator, {"code": "GDP_"}, "IVA_ASD"),
    (Unit, {"code": ""}, "PT"),
    (Area, {"code": "37"}, "370000"),
    (Area, {"code": "３７００００"}, "370000"),
    (Area, {}, "name"),
    (Speaker, {}, "organisation"),
    (Statement, {"kind": "said", "text": ""}, "quote"),
    (Statement, {"kind": "quote", "text": None}, "str"),
    (Note, {"code": None, "message": ""}, "str"),
    (Report, {"text": b""}, "str"),
    (Report, {"language": "fr"}, "zh"),
    (Report, {"published": datetime(2022, 6, 20)}, "date"),
    (Report, {"authors": "Li Ming"}, "several"),
    (Report, {"authors": (1,)}, r"authors\[0\]"),
    (Report, {"observations": (ONE,)}, "Observation"),
    (Report, {"notes": 3}, "several"),
]


@pytest.mark.parametrize(("kind", "fields", "told"), REFUSED, ids=lambda value: None)
def test_the_door_refuses_with_value_and_remedy(kind: Any, fields: dict[str, Any], told: str) -> None:
    """What the model cannot hold is refused by an error that is a ValueError and says what to give."""
    with pytest.raises(ModelError, match=told) as error:
        kind(**fields)
    assert isinstance(error.value, ValueError)


def test_a_long_value_is_shown_shortened() -> None:
    """A refused value of any length makes a message that can be read."""
    with pytest.raises(ModelError) as error:
        Indicator("x" * 100_000)
    assert len(str(error.value)) < 400


@given(strategies.reports())
def test_reports_are_values(report: Report) -> None:
    """A report equals its copy and its pickle, and has the same hash."""
    for other in (copy.deepcopy(report), pickle.loads(pickle.dumps(report))):
        assert other == report
        assert hash(other) == hash(report)


@given(strategies.observations())
def test_the_printed_digits_make_the_value(observation: Observation) -> None:
    """Two figures are equal only if their digits are: 2.0 is not 2, and -0 is not 0."""
    sign, digits, exponent = observation.value.as_tuple()
    assert isinstance(exponent, int)
    longer = attrs.evolve(observation, value=Decimal((sign, (*digits, 0), exponent - 1)))
    assert longer != observation
    assert attrs.evolve(longer, value=observation.value) == observation


@given(strategies.observations())
def test_the_amount_is_exact(observation: Observation) -> None:
    """The amount has the digits of the value, moved by the power of ten, with nothing rounded."""
    amount, value = observation.amount.as_tuple(), observation.value.as_tuple()
    assert amount.digits == value.digits
    assert amount.sign == value.sign
    assert int(amount.exponent) - int(value.exponent) == observation.unit_mult


@given(strategies.observations())
def test_grounds_of_nothing_are_none(observation: Observation) -> None:
    """There is one way to say that nothing is known of a figure's grounds, and every format can keep it."""
    assert observation.grounds != Grounds()
    assert attrs.evolve(observation, grounds=Grounds()) == attrs.evolve(observation, grounds=None)


@pytest.mark.parametrize("how", How)
def test_a_figure_is_its_own_where_its_clause_or_a_heading_states_it(how: How) -> None:
    """Grounds are the figure's own only as long as nothing was carried, given or implied, and the time is told."""
    series = Ground("stated", Span(0, 1))
    assert Grounds(series=series, period=Ground(how)).are_own == (how in ("stated", "heading"))
    assert not Grounds(series=series).are_own


def test_classes_are_frozen_and_slotted() -> None:
    """Nothing of a value can be changed, and nothing added to it."""
    classes = [getattr(model, name) for name in model.__all__]
    for kind in classes:
        if attrs.has(kind):
            assert "__slots__" in vars(kind)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Span(0, 1).start = 2  # type: ignore[misc]  # what a frozen class refuses
    assert Report(published=date(2022, 6, 20)).published == date(2022, 6, 20)


def test_enumerations_take_their_values() -> None:
    """Every enumeration is made from its value, so that a file or a caller may write "growth"."""
    made = Observation(value=ONE, measure="growth", comparison="year_on_year", qualifier="GT", status="F")
    assert made == Observation(
        value=ONE,
        measure=model.Measure.GROWTH,
        comparison=model.Comparison.YEAR_ON_YEAR,
        qualifier=model.Qualifier.GT,
        status=model.Status.F,
    )
