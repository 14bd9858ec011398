"""Reports to what their figures say of each other."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping

from shandong_econ.api.writing import as_reports
from shandong_econ.errors import PluginError, PluginWarning
from shandong_econ.findings import Figures, Finding, Findings, Rule
from shandong_econ.model import Report
from shandong_econ.plugins import Failure, attempt, registry, strict


def rules() -> Mapping[str, Rule]:
    """The rules that audits ask, the library's own and those of plugins, by their codes.

    >>> print(rules()["R04"].says)
    Exports and imports add up to total trade.
    """
    return {code: check.rule for code, check in registry().checks.items()}


def audit(reports: Report | Iterable[Report]) -> Findings:
    """Asks of the figures of one report or many whether they can all be right: what must add up, lie between, agree.

    A printed number stands for all that is rounded to it. Only results that are not hedged, whose series, place and
    time are sure, are put into a rule; what stands in several reports is at most suspect, for figures are revised.

    >>> from shandong_econ.api import parse
    >>> text = "2023年，山东省进出口33643亿元。其中，出口19430亿元，进口12013亿元。"
    >>> print(audit(parse(text)).contradictions[0].message)
    TRADE_TOTAL of Shandong in 2023: 19430亿元 + 12013亿元 = 31443亿元, but it is told as 33643亿元
    """
    from shandong_econ.identities import found_by, in_order  # late, as `import shandong_econ` needs no rules

    figures = Figures(as_reports(reports))
    found: list[Finding] = []
    known = registry()
    for check in known.checks.values():
        outcome = attempt(found_by, check.rule, figures)
        if not isinstance(outcome, Failure):
            found += outcome
            continue
        plugin = known.bringer_of(check)
        if plugin is known.plugins[0]:
            raise outcome.error
        message = f"plugin {plugin}: the rule {check.name} failed: {outcome}"
        if strict():
            raise PluginError(message) from outcome.error
        warnings.warn(message, PluginWarning, stacklevel=2)
    return Findings(in_order(found), figures.reports)
