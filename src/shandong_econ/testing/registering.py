"""Tells hypothesis the strategies of the model's classes; it calls this itself, by an entry point, at its import."""

from __future__ import annotations

from hypothesis import strategies as st

from shandong_econ.hookspecs import Document
from shandong_econ.model import (
    Area,
    Ground,
    Grounds,
    Indicator,
    Note,
    Observation,
    Period,
    Report,
    Span,
    Speaker,
    Statement,
    Unit,
)
from shandong_econ.testing import strategies

__all__ = ["register_strategies"]


def register_strategies() -> None:
    """Registers a strategy for each class of the model, and for Document, so that `st.from_type(Report)` draws them.

    Call it only where hypothesis is kept from loading plugins; nothing is built before a strategy is asked for.
    """
    st.register_type_strategy(Area, lambda _: strategies.areas())
    st.register_type_strategy(Document, lambda _: strategies.documents())
    st.register_type_strategy(Ground, lambda _: strategies.ground())
    st.register_type_strategy(Grounds, lambda _: strategies.grounds())
    st.register_type_strategy(Indicator, lambda _: strategies.indicators())
    st.register_type_strategy(Note, lambda _: strategies.notes())
    st.register_type_strategy(Observation, lambda _: strategies.observations())
    st.register_type_strategy(Period, lambda _: strategies.periods())
    st.register_type_strategy(Report, lambda _: strategies.reports())
    st.register_type_strategy(Span, lambda _: strategies.spans())
    st.register_type_strategy(Speaker, lambda _: strategies.speakers())
    st.register_type_strategy(Statement, lambda _: strategies.statements())
    st.register_type_strategy(Unit, lambda _: strategies.units())
