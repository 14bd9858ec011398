"""The contract of sources, clause by clause, under pytest or without it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from shandong_econ.hookspecs import Document, KnowingSource, Source
from shandong_econ.plugins import Failure, Kind, attempt
from shandong_econ.testing.calling import KeptOpen, for_any, sound
from shandong_econ.testing.clause import Clause, ContractError, breach
from shandong_econ.testing.declaring import comes_from_its_distribution, declares_a_source
from shandong_econ.testing.holding import as_a_test, hold_all
from shandong_econ.testing.refusing import JUNK, damage, refusal
from shandong_econ.testing.steady import elsewhere
from shandong_econ.testing.subjects import SourceSubject

__all__ = ["check_source", "source_contract"]

_TAKE = "let read take every document of its kind"
_LOOKS = "let it look at any file"


def source_contract(
    source: Source, samples: Iterable[bytes | Path], *, distribution: str | None = None
) -> Callable[..., None]:
    """The contract of a source as a test for pytest, one case a clause; give it a name that begins with `test_`.

    `samples` are documents of its kind, as bytes or as paths of files. `distribution` is the package that registers it,
    which is then looked for among the installed. MissingExtraError without pytest.
    """
    subject = _subject(source, samples, distribution)
    return as_a_test(subject.name, _clauses_of(subject), subject)


def check_source(source: Source, samples: Iterable[bytes | Path], *, distribution: str | None = None) -> None:
    """Holds a source to the same contract without pytest; ContractError tells every clause that is broken."""
    subject = _subject(source, samples, distribution)
    hold_all(subject.name, _clauses_of(subject), subject)


def _subject(source: Source, samples: Iterable[bytes | Path], distribution: str | None) -> SourceSubject:
    given = tuple(each.read_bytes() if isinstance(each, Path) else each for each in samples)
    if not given:
        raise ContractError("there is no sample to hold the source to: give a document of its kind, as bytes or a path")
    return SourceSubject(source, given, distribution)


def _gives_documents(subject: SourceSubject) -> None:
    """Each sample has a document or more, of the class Document."""
    for number in range(len(subject.samples)):
        found = _documents_of(subject, number)
        if wrong := [each for each in found if not isinstance(each, Document)]:
            breach(
                f"reading sample {number} gave a {type(wrong[0]).__name__}",
                remedy="yield shandong_econ.Document(text=...)",
            )
        if not found:
            breach(
                f"reading sample {number} gave no document", remedy="yield one, or raise ReadError where there is none"
            )


def _gives_the_same(subject: SourceSubject) -> None:
    """A sample that is read again gives equal documents."""
    for number in range(len(subject.samples)):
        if _documents_of(subject, number) != _documents_of(subject, number):
            breach(f"sample {number}, read twice, gave other documents", remedy="take nothing from outside the file")


def _heeds_no_surroundings(subject: SourceSubject) -> None:
    """A sample gives equal documents under another locale, time zone and decimal context."""
    for number in range(len(subject.samples)):
        usual = _documents_of(subject, number)
        with elsewhere():
            there = _documents_of(subject, number)
        if usual != there and usual == _documents_of(subject, number):  # else it varies anyway, which is another clause
            line = f"sample {number} gives other documents under another locale, time zone and decimal context"
            breach(line, remedy="round numbers in a decimal context of your own, and show no day as the machine does")


def _reads_or_refuses(subject: SourceSubject) -> None:
    """Junk and damaged samples give documents or a ReadError in a few words."""
    for junk in JUNK:
        _read_or_refused(subject, junk)

    def check(number: int, change: Callable[[bytes], bytes]) -> None:
        _read_or_refused(subject, change(subject.samples[number]))

    for_any(check, number=st.integers(0, len(subject.samples) - 1), change=damage())


def _read_or_refused(subject: SourceSubject, data: bytes) -> None:
    outcome = attempt(_documents, subject, data)
    if isinstance(outcome, Failure):
        refusal(outcome, f"reading {data[:100]!r} ({len(data)} bytes)")


def _leaves_its_file_open(subject: SourceSubject) -> None:
    """`read` and `recognises` do not close the file: the host's own reading goes on after them."""
    for sample in subject.samples:
        file = KeptOpen(sample)
        sound(attempt(lambda given: list(subject.source.read(given)), file), "reading a sample", _TAKE)
        file.seek(0)  # as the host gives it to `recognises`
        if isinstance(subject.source, KnowingSource):
            sound(attempt(subject.source.recognises, file), "recognises(file)", _LOOKS)
        gc.collect()  # a wrapper closes its file when it is collected
        if file.was_closed:
            breach("it closed the file", remedy="read the bytes, or detach() the io.TextIOWrapper around it")


def _knows_its_own(subject: SourceSubject) -> None:
    """`recognises` is True of each sample, and False of junk, and raises at none."""
    for number, sample in enumerate(subject.samples):
        if not sound(attempt(subject.source.recognises, KeptOpen(sample)), "recognises(file)", _LOOKS):
            breach(
                f"it does not recognise sample {number}", remedy="look for what every document of the kind begins with"
            )
    for junk in JUNK:
        if sound(attempt(subject.source.recognises, KeptOpen(junk)), f"recognises({junk!r})", _LOOKS):
            breach(f"it takes {junk!r} for its own", remedy="look for what no other document begins with")


def _documents_of(subject: SourceSubject, number: int) -> list[Any]:
    return sound(attempt(_documents, subject, subject.samples[number]), f"reading sample {number}", _TAKE)


def _documents(subject: SourceSubject, data: bytes) -> list[Any]:
    return list(subject.source.read(KeptOpen(data)))


_DECLARES = Clause("declares a name, suffixes and methods that the host takes", declares_a_source)
_CLAUSES: Sequence[Clause[SourceSubject]] = (
    _DECLARES,
    Clause(
        "comes from its distribution", comes_from_its_distribution, lambda subject: subject.distribution is not None
    ),
    Clause("gives the documents of its samples", _gives_documents),
    Clause("gives the same for the same file", _gives_the_same),
    Clause("reads a damaged file or refuses it with ReadError", _reads_or_refuses),
    Clause("heeds no locale, time zone or decimal context", _heeds_no_surroundings),
    Clause("leaves its file open", _leaves_its_file_open),
    Clause("knows its own by their bytes", _knows_its_own, lambda subject: isinstance(subject.source, KnowingSource)),
)


def _clauses_of(subject: SourceSubject) -> Sequence[Clause[Any]]:
    """The clauses that such a source has to hold; of one that the host does not take, the first alone."""
    if isinstance(attempt(Kind.of, subject.source), Failure):
        return [_DECLARES]
    return [clause for clause in _CLAUSES if clause.applies(subject)]
