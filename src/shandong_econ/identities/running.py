"""Puts a rule to figures."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from shandong_econ.findings import Figures, Finding, Rule, Verdict

_ORDER = {Verdict.CONTRADICTS: 0, Verdict.SUSPECT: 1, Verdict.HOLDS: 2}


def found_by(rule: Rule, figures: Figures) -> list[Finding]:
    """What a rule finds, each finding with the rule's code and name; nothing where what it needs is not there."""
    if not figures.kinds.issuperset(rule.needs):
        return []
    return [attrs.evolve(finding, rule=rule.code, name=rule.name) for finding in rule.check(figures)]


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with the contradictions first, then by rule, and each once, however often a rule came upon it."""
    once: dict[tuple[object, ...], Finding] = {}
    for finding in found:
        figures = frozenset((id(figure.report), figure.number) for figure in finding.figures)
        key = (finding.rule, figures, finding.span, id(finding.report), finding.numbers)
        once.setdefault(key, finding)
    return tuple(sorted(once.values(), key=lambda one: (_ORDER[one.verdict], one.rule, one.message)))
