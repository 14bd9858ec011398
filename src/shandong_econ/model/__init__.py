"""What a report says: frozen values, without input or output, words or patterns."""

from __future__ import annotations

from shandong_econ.model.codes import Comparison, How, Measure, Qualifier, StatementKind, Status
from shandong_econ.model.concepts import Area, Indicator, Unit
from shandong_econ.model.grounds import Ground, Grounds
from shandong_econ.model.observation import Observation
from shandong_econ.model.period import Period
from shandong_econ.model.report import Language, Note, Report, Speaker, Statement
from shandong_econ.model.span import Span

__all__ = [
    "Area",
    "Comparison",
    "Ground",
    "Grounds",
    "How",
    "Indicator",
    "Language",
    "Measure",
    "Note",
    "Observation",
    "Period",
    "Qualifier",
    "Report",
    "Span",
    "Speaker",
    "Statement",
    "StatementKind",
    "Status",
    "Unit",
]
