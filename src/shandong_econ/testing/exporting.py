"""The contract of exporters, clause by clause, under pytest or without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from shandong_econ.hookspecs import Exporter
from shandong_econ.plugins import Failure, Format, attempt
from shandong_econ.testing.clause import Clause
from shandong_econ.testing.declaring import comes_from_its_distribution, declares_a_format
from shandong_econ.testing.failing import leaves_the_old_file, lets_errors_pass, says_that_the_disk_is_full
from shandong_econ.testing.faithful import is_exported_to_a_path, keeps_hostile_texts, keeps_whatever_a_report_holds
from shandong_econ.testing.handling import adds_to_what_is_there, leaves_files_open, uses_its_companion
from shandong_econ.testing.holding import as_a_test, hold_all
from shandong_econ.testing.refusing import finds_or_refuses, reads_or_refuses
from shandong_econ.testing.steady import changes_no_report, gives_the_same, heeds_no_surroundings
from shandong_econ.testing.streaming import gives_reports_as_it_reads, takes_reports_as_they_come
from shandong_econ.testing.subjects import ExporterSubject

__all__ = ["check_exporter", "exporter_contract"]


def _reads(subject: ExporterSubject) -> bool:
    return subject.reads


def _only_writes(subject: ExporterSubject) -> bool:
    return not subject.reads


_DECLARES = Clause("declares a name, suffixes and methods that the host takes", declares_a_format)
_CLAUSES: Sequence[Clause[ExporterSubject]] = (
    _DECLARES,
    Clause(
        "comes from its distribution", comes_from_its_distribution, lambda subject: subject.distribution is not None
    ),
    Clause("reads back whatever it wrote", keeps_whatever_a_report_holds, _reads),
    Clause("reads back texts that others stumble over", keeps_hostile_texts, _reads),
    Clause("writes whatever a report holds", keeps_whatever_a_report_holds, _only_writes),
    Clause("writes texts that others stumble over", keeps_hostile_texts, _only_writes),
    Clause("exports to a path, and is read from it if it reads", is_exported_to_a_path),
    Clause("takes reports as they come, and keeps none", takes_reports_as_they_come),
    Clause("gives reports as it reads them", gives_reports_as_it_reads, _reads),
    Clause("lets errors of the reports pass", lets_errors_pass),
    Clause("says that the disk is full", says_that_the_disk_is_full),
    Clause("leaves the old file, and nothing beside it, when it fails", leaves_the_old_file),
    Clause("reads a damaged file or refuses it with ReadError", reads_or_refuses, _reads),
    Clause("finds reports or refuses the query with ReadError", finds_or_refuses, lambda subject: subject.finds),
    Clause("leaves the files open that it is given", leaves_files_open),
    Clause("uses its companion, and does without", uses_its_companion, lambda subject: subject.has_companion),
    Clause("adds to what is there", adds_to_what_is_there, lambda subject: subject.adds),
    Clause("gives the same for the same reports", gives_the_same),
    Clause("heeds no locale, time zone or decimal context", heeds_no_surroundings),
    Clause("changes no report", changes_no_report),
)


def exporter_contract(
    exporter: Exporter,
    *,
    distribution: str | None = None,
    bytes_vary: str | None = None,
    holds_all: str | None = None,
) -> Callable[..., None]:
    """The contract of an exporter as a test for pytest, one case a clause; give it a name that begins with `test_`.

    `distribution` is the package that registers it, which is then looked for among the installed. `bytes_vary` is why
    the same reports do not give the same bytes: what is read has to be the same, then. `holds_all` is why `write` holds
    all reports at once, if it has to.

        test_lines = exporter_contract(Lines(), distribution="shandong-econ-lines")

    As many drawn reports are tried as the profile of hypothesis in use says. MissingExtraError without pytest.
    """
    subject = ExporterSubject(exporter, distribution, bytes_vary, holds_all)
    return as_a_test(subject.name, clauses_of(subject), subject)


def check_exporter(
    exporter: Exporter,
    *,
    distribution: str | None = None,
    bytes_vary: str | None = None,
    holds_all: str | None = None,
) -> None:
    """Holds an exporter to the same contract without pytest; ContractError tells every clause that is broken."""
    subject = ExporterSubject(exporter, distribution, bytes_vary, holds_all)
    hold_all(subject.name, clauses_of(subject), subject)


def clauses_of(subject: ExporterSubject) -> Sequence[Clause[Any]]:
    """The clauses that such an exporter has to hold; of one that the host does not take, the first alone."""
    if isinstance(attempt(Format.of, subject.exporter), Failure):
        return [_DECLARES]
    return [clause for clause in _CLAUSES if clause.applies(subject)]
