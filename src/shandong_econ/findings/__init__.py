"""What an audit is about, for rules of the library's own and of plugins: figures with their reports, and findings."""

from __future__ import annotations

from shandong_econ.findings.account import Account, Figures
from shandong_econ.findings.changes import Changes, Pair
from shandong_econ.findings.collection import Findings
from shandong_econ.findings.figure import Figure
from shandong_econ.findings.finding import Finding, Verdict
from shandong_econ.findings.rule import Rule

__all__ = ["Account", "Changes", "Figure", "Figures", "Finding", "Findings", "Pair", "Rule", "Verdict"]
