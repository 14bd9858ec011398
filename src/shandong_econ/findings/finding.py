"""What a rule finds of some figures."""

from __future__ import annotations

import attrs

from shandong_econ.findings.figure import Figure
from shandong_econ.model import Observation, Report, Span
from shandong_econ.model.codes import Code


class Verdict(Code):
    """What comes of a rule that is put to some figures."""

    HOLDS = "holds"
    """The figures fit, by their printed digits."""
    CONTRADICTS = "contradicts"
    """They cannot all be right: one is printed or was read wrongly."""
    SUSPECT = "suspect"
    """They do not fit, and there may be a good reason: a revision, another base, a rate of exchange."""


@attrs.frozen(kw_only=True, eq=False)
class Finding:
    """A rule, what it found, and the figures that it was put to, with the numbers put in.

    It is equal to itself alone: compare `rule`, `verdict`, `span` and `words` to compare what two audits found.
    """

    verdict: Verdict
    """Whether the figures fit."""
    figures: tuple[Figure, ...]
    """The figures, the one that the rule is about first."""
    numbers: str
    """The numbers put in, as printed, and what came of them."""
    message: str
    """The same in one sentence."""
    rule: str = ""
    """The code of the rule, such as R04."""
    name: str = ""
    """The name of the rule, such as TRADE_SUM."""
    report: Report = attrs.field(repr=False)
    """The report in which it is told."""
    span: Span | None = None
    """Where in the text of that report it stands."""

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The observations of the figures."""
        return tuple(figure.observation for figure in self.figures)

    @property
    def words(self) -> tuple[str, ...]:
        """The figures as printed."""
        return tuple(figure.words for figure in self.figures)
