"""All that an audit found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from shandong_econ.findings.finding import Finding, Verdict
from shandong_econ.model import Note, Report

VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.CONTRADICTS: "contradictions", Verdict.SUSPECT: "suspects", Verdict.HOLDS: "hold"}
)
"""What findings of each verdict are called where they are counted."""


@attrs.frozen(eq=False, repr=False)
class Findings:
    """What an audit found, the contradictions first, and the reports that it read, in their order.

    Equal to itself alone, as each `Finding` is.
    """

    _found: tuple[Finding, ...]
    reports: tuple[Report, ...]
    """The reports that were audited."""

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        told = ", ".join(f"{len(self.with_verdict(verdict))} {word}" for verdict, word in VERDICTS.items())
        return f"<Findings: {told}>"

    @property
    def contradictions(self) -> tuple[Finding, ...]:
        """The findings of figures that cannot all be right."""
        return self.with_verdict(Verdict.CONTRADICTS)

    @property
    def suspects(self) -> tuple[Finding, ...]:
        """The findings of figures that do not fit, and may have a reason for it."""
        return self.with_verdict(Verdict.SUSPECT)

    @property
    def holding(self) -> tuple[Finding, ...]:
        """The findings of figures that fit."""
        return self.with_verdict(Verdict.HOLDS)

    def with_verdict(self, verdict: Verdict | str) -> tuple[Finding, ...]:
        """The findings with this verdict."""
        wanted = Verdict(verdict)
        return tuple(finding for finding in self._found if finding.verdict is wanted)

    def counts(self) -> Mapping[str, Counter[Verdict]]:
        """How many findings of each verdict each rule has, by the rule's code; a rule without any is not there."""
        made: dict[str, Counter[Verdict]] = {}
        for finding in sorted(self._found, key=lambda one: one.rule):
            made.setdefault(finding.rule, Counter())[finding.verdict] += 1
        return made

    def to_reports(self) -> Iterator[Report]:
        """The reports with a note for each finding that does not hold: its code is that of the rule, as r04_trade_sum.

        A note stands in the report of the figure that the rule is about; exporters keep it without loss.
        """
        told: dict[int, list[Note]] = {}
        for finding in self._found:
            if finding.verdict is not Verdict.HOLDS:
                told.setdefault(id(finding.report), []).append(_note(finding))
        for report in self.reports:
            notes = told.get(id(report), [])
            yield attrs.evolve(report, notes=_merged(report.notes, notes)) if notes else report


def _note(finding: Finding) -> Note:
    return Note(f"{finding.rule}_{finding.name}".lower(), f"{finding.verdict}: {finding.message}", finding.span)


def _merged(old: Iterable[Note], new: Iterable[Note]) -> tuple[Note, ...]:
    """The notes in the order of the text; those that were there already are not told twice."""
    every = list(dict.fromkeys([*old, *new]))
    return tuple(sorted(every, key=lambda note: -1 if note.span is None else note.span.start))
