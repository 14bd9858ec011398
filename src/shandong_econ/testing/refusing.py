"""Clauses of what cannot be read: it is refused with ReadError, in words, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable

import attrs
from hypothesis import strategies as st

from shandong_econ.errors import ReadError
from shandong_econ.model import Report
from shandong_econ.plugins import Failure, attempt
from shandong_econ.testing.calling import KeptOpen, Written, for_any, read, written
from shandong_econ.testing.clause import breach, where
from shandong_econ.testing.samples import samples
from shandong_econ.testing.subjects import ExporterSubject

__all__ = ["JUNK", "damage", "finds_or_refuses", "reads_or_refuses", "refusal"]

SHORTEST, LONGEST = 10, 1000
"""Characters of an error that says what is wrong and does not show all of a file."""
JUNK = (
    b"",
    b"\0",
    b"\n",
    b"no file of yours\n",
    "山东".encode("gb18030"),
    b"\xff\xfe\x00\xd8",
    b"PK\x03\x04 and no zip",
    b"SQLite format 3\0 and no database",
    b"{",
    b"[]",
    b"null",
    b"<?xml version='1.0'?><a>",
    b"a,b\n1\n",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    bytes(range(256)),
)
"""Files of other kinds, and of none."""
_PUT = (b"", b'"', b"\n", b",", b"null", b"NaN", b"[" * 99_999, b"9" * 5000)
_QUERIES = ("", " ", "?", "\0", "'", "SELECT", "SELECT 1", "select * from nothing", "a" * 10_000, "\ud800")


@st.composite
def damage(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A change of some bytes of a file: some taken out, some put in, or the end cut off."""
    place, length = draw(st.floats(0, 1)), draw(st.integers(0, 60))
    put = draw(st.binary(max_size=8) | st.sampled_from(_PUT))
    to_the_end = draw(st.booleans())

    def change(file: bytes) -> bytes:
        start = int(place * len(file))
        return file[:start] + put + (b"" if to_the_end else file[start + length :])

    return change


def reads_or_refuses(subject: ExporterSubject) -> None:
    """Whatever happens to a file or its companion, reading it gives reports or a ReadError in a few words."""
    whole = written(subject, samples())

    def check(change: Callable[[bytes], bytes], beside: bool) -> None:  # noqa: FBT001  # hypothesis gives it by name
        if beside and whole.companion is not None:
            data = attrs.evolve(whole, companion=change(whole.companion))
        else:
            data = attrs.evolve(whole, file=change(whole.file))
        _read_or_refused(subject, data)

    for junk in JUNK:
        _read_or_refused(subject, Written(junk, whole.companion))
        if whole.companion is not None:
            _read_or_refused(subject, Written(whole.file, junk))
    for_any(check, change=damage(), beside=st.booleans())


def _read_or_refused(subject: ExporterSubject, data: Written) -> None:
    doing = f"reading a damaged file, {_shown(data.file)}"
    if data.companion is not None:
        doing += f", with the companion {_shown(data.companion)},"
    outcome = attempt(read, subject, data)
    if isinstance(outcome, Failure):
        refusal(outcome, doing)
    elif wrong := next((each for each in outcome if not isinstance(each, Report)), None):
        breach(f"{doing} gave a {type(wrong).__name__}", remedy="yield Reports only")


def refusal(failure: Failure, doing: str) -> None:
    """The failure is a ReadError of as many words as a person reads; a breach if it is not."""
    error = failure.error
    if not isinstance(error, ReadError):
        breach(
            f"{doing} raised {failure}"[:LONGEST],
            f"raised in {where(error)}",
            remedy='raise shandong_econ.ReadError("the place: what is wrong: what to do") from it',
            cause=error,
        )
    if not SHORTEST <= len(str(error)) <= LONGEST:
        line = f"{doing} raised a ReadError of {len(str(error))} characters: {str(error)[:80]!r}"
        breach(line, remedy="name the place, what is wrong and what to do, and show no more than a few characters")


def _shown(data: bytes) -> str:
    return repr(data) if len(data) <= 200 else f"{data[:100]!r} ... {data[-60:]!r} ({len(data)} bytes)"


def finds_or_refuses(subject: ExporterSubject) -> None:
    """Whatever the query, `find` gives some of the reports that `read` gives, or a ReadError in a few words."""
    data = written(subject, samples())
    every = read(subject, data)
    for query in _QUERIES:
        doing = f"find(file, {query[:40]!r})"
        outcome = attempt(lambda asked: list(subject.exporter.find(KeptOpen(data.file), asked)), query)
        if isinstance(outcome, Failure):
            refusal(outcome, doing)
        elif other := [each for each in outcome if each not in every]:
            breach(
                f"{doing} gave what read does not give: {type(other[0]).__name__}", remedy="give reports of the file"
            )
