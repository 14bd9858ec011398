"""Clauses of what an exporter keeps: everything, whatever a report holds, in memory and at a path."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from shandong_econ import api
from shandong_econ.model import Area, Indicator, Note, Observation, Report, Speaker, Statement, Unit
from shandong_econ.plugins import Format, attempt, lent, survey
from shandong_econ.testing.calling import for_any, read, read_back, sound, written
from shandong_econ.testing.clause import Breach, breach
from shandong_econ.testing.differences import first_difference, told
from shandong_econ.testing.hostile import HOSTILE_TEXTS
from shandong_econ.testing.samples import sample, samples
from shandong_econ.testing.strategies import corpora
from shandong_econ.testing.subjects import ANY_SUFFIX, ExporterSubject

__all__ = ["is_exported_to_a_path", "keeps_hostile_texts", "keeps_whatever_a_report_holds"]


def keeps_whatever_a_report_holds(subject: ExporterSubject) -> None:
    """What is read equals what was written, for drawn reports; an exporter that does not read writes them at least."""

    def check(reports: list[Report]) -> None:
        _keeps(subject, reports)

    for_any(check, reports=corpora())


def keeps_hostile_texts(subject: ExporterSubject) -> None:
    """The same for every hostile text in every field that takes a text: all in one file, then, if need be, each."""
    every = [_with_text(text) for texts in HOSTILE_TEXTS.values() for text in texts]
    data = attempt(written, subject, every)
    if subject.reads and attempt(lambda: read(subject, written(subject, every))) == every:
        return
    for about, texts in HOSTILE_TEXTS.items():
        for text in texts:
            _keeps_text(subject, text, about)
    if subject.reads:
        _keeps(subject, every)  # it takes many to break it
    else:
        sound(data, "writing all hostile texts into one file", "let write take every text")


def _keeps_text(subject: ExporterSubject, text: str, about: str) -> None:
    try:
        _keeps(subject, [_with_text(text)])
    except Breach as found:
        words = f"  the text {text!r}, of those about {about}, stood in every field\n{found}"
        raise Breach(words) from found.__cause__


def _keeps(subject: ExporterSubject, reports: Sequence[Report]) -> None:
    data = written(subject, reports)
    if not subject.reads:
        return
    found = read_back(subject, data, reports)
    if difference := first_difference(reports, found):
        remedy = "escape what the format cannot hold (shandong_econ.rows.encode_cell), or leave out read"
        lines = [f"exported: {told(list(reports))}", f"read back: {told(found)}", f"first difference: {difference}"]
        breach(*lines, remedy=remedy)


def _with_text(text: str) -> Report:
    """A report that has the text wherever a text may stand."""
    speaker = Speaker(text, text, text)
    return Report(
        text=text,
        title=text,
        area=Area("370000", text, text),
        authors=(text, text),
        publisher=text,
        uri=text,
        observations=(
            Observation(
                label=text,
                indicator=Indicator("GDP", text, text),
                area=Area(None, text, text),
                entity=text,
                value=sample().observations[0].value,
                unit=Unit("PT", text, text),
                relative_to=text,
                speaker=speaker,
            ),
        ),
        statements=(Statement(kind="quote", speaker=speaker, text=text),),
        notes=(Note(text, text),),
    )


def is_exported_to_a_path(subject: ExporterSubject) -> None:
    """`export` to a path of each suffix, and `read_all` of that path, give what the exporter gives by itself."""
    made = Format.of(subject.exporter)
    with TemporaryDirectory() as folder, lent(made):
        for suffix in subject.exporter.suffixes or (ANY_SUFFIX,):
            path = Path(folder, f"reports{suffix}")
            outcome = attempt(api.export, samples(), path, format=made.name)
            sound(outcome, f"export(reports, 'reports{suffix}')", "let write take a file that is on the disk")
            if subject.reads:
                found = survey().suffixes.get(suffix.lower())
                is_known = found is not None and type(found.exporter) is type(subject.exporter)
                _is_read_from(subject, path, None if is_known else made.name)


def _is_read_from(subject: ExporterSubject, path: Path, name: str | None) -> None:
    remedy = "let the file begin with what no other format begins with, and give the suffix that names it"
    doing = f"read_all({path.name!r}) of what was exported to it"
    found = sound(attempt(lambda: list(api.read_all(path, format=name))), doing, remedy)
    if difference := first_difference(read_back(subject, written(subject, samples()), samples()), found):
        breach(f"{doing} gives other reports than read does", f"first difference: {difference}", remedy=remedy)
