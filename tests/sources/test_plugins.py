"""Laws of the sources of third parties: known by suffix or by bytes, each by itself, and each failure named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from tests.distributions import site

import shandong_econ as se
from shandong_econ.extras import extra

Install = Callable[..., None]
TEXT = "1—5月，山东省规模以上工业增加值同比增长4.5%。"
SOURCE = """
from datetime import date
from shandong_econ import Document, hookimpl

class Clips:
    name = "clips"
    suffixes = (".clips",)

    def read(self, file):
        for line in file:
            yield Document(
                text=line.decode(), title="t", published=date(2022, 6, 20), authors=["a"], publisher="p", uri="u"
            )

@hookimpl
def shandong_econ_register_sources(register):
    register(Clips())
"""


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Install]:
    with site(tmp_path / "site") as function:
        yield function


def test_a_source_from_a_package_is_read(install: Install, tmp_path: Path) -> None:
    """Each document that it gives is a report: parsed, with what the document says where nothing else is known."""
    install("shandong-econ-clips", SOURCE)
    assert "clips" in se.documents()
    path = tmp_path / "a.CLIPS"
    path.write_bytes(f"{TEXT}\n{TEXT}".encode())
    first, second = se.read_all(path)
    assert (first.title, first.published, first.authors, first.publisher) == ("t", date(2022, 6, 20), ("a",), "p")
    assert first.uri == str(path)
    assert str(second.observations[0].period) == "2022-01-01/P5M"
    (given,) = se.read_all(BytesIO(TEXT.encode()), format="clips", published=date(2021, 6, 1))
    assert (given.uri, given.published) == ("u", date(2021, 6, 1))


def test_what_the_text_says_of_who_wrote_goes_first(install: Install) -> None:
    """A document's publisher and authors stand where the text names none."""
    install("shandong-econ-clips", SOURCE)
    (report,) = se.read_all(BytesIO(f"新华社济南6月20日电（记者李明）{TEXT}".encode()), format="clips")
    assert (report.authors, report.publisher) == (("李明",), "新华社")


def test_a_source_may_know_its_documents_by_their_bytes(install: Install, tmp_path: Path) -> None:
    """`recognises` finds them on a stream and under another name; one that raises is warned of, and the rest go on."""
    method = "    def recognises(self, file):\n        return file.read(1) == b'*'\n\n"
    knows = SOURCE.replace("    def read", f"{method}    def read")
    install("shandong-econ-clips", knows)
    assert se.read(BytesIO(f"*{TEXT}".encode())).title == "t"
    assert se.read(BytesIO(TEXT.encode())).title is None
    install("shandong-econ-torn", knows.replace("return file", "1 / 0; return file").replace("clips", "torn"))
    with pytest.warns(se.PluginWarning, match="torn could not look at a file: ZeroDivisionError"):
        assert se.read(BytesIO(TEXT.encode())).text == TEXT


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return 3", "cannot be read as clips: TypeError"),
        ("yield 1 / 0", "cannot be read as clips: ZeroDivisionError"),
        ("yield 'no document'", "gave a str and no Document"),
        ("yield Document(text=3)", "Document.text is 3"),
    ],
)
def test_what_a_source_raises_names_the_file(body: str, words: str, install: Install, tmp_path: Path) -> None:
    """Whatever a source raises or gives, the error is a ReadError that names the file."""
    start = SOURCE.index("        for line"), SOURCE.index("@hookimpl")
    install("shandong-econ-clips", SOURCE[: start[0]] + f"        {body}\n\n" + SOURCE[start[1] :])
    (tmp_path / "a.clips").write_bytes(b"x")
    with pytest.raises(se.ReadError, match=rf"a\.clips.*{words}"):
        se.read(tmp_path / "a.clips")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Clips())", "Clips)", "an instance and not its class"),
        ("Clips())", "object())", "is no source"),
        ('"clips"', '"Two Words"', "Two Words"),
        ('(".clips",)', '".clips"', "give a tuple"),
        ("    def read", "    recognises = 3\n    def read", "give methods"),
        ('"clips"', '"text"', "belongs to a built-in source"),
    ],
)
def test_what_is_no_source_is_named(old: str, new: str, words: str, install: Install) -> None:
    """What lacks something to be a source, or takes a name of ours, is warned of; the built-in ones stay."""
    install("shandong-econ-clips", SOURCE.replace(old, new))
    with pytest.warns(se.PluginWarning, match=words):
        assert type(se.documents()["text"]).__module__ == "shandong_econ.sources.text"


def test_a_format_goes_before_a_source_of_the_same_name_if_it_reads(install: Install) -> None:
    """`format=` takes the exporter that reads, else the source, else says what there is."""
    install("shandong-econ-clips", SOURCE.replace('"clips"', '"sqlite"'))
    with pytest.raises(se.ReadError, match="cut in the midst"):
        se.read(BytesIO(b"x"), format="sqlite")
    assert se.read(BytesIO(b"x"), format="text").text == "x"
    with pytest.raises(se.UnknownFormatError) as raised:
        se.read(BytesIO(b"x"), format="parchment")
    known = str(raised.value).partition("give format= one of ")[2]
    assert "csv (.csv .tsv .tab)" in known
    assert known.endswith("docx (.docx), pdf (.pdf), ods (.ods)")
    assert "sqlite (.sqlite .sqlite3 .db .clips)" in known
    assert "parquet" not in known


def test_a_library_that_is_not_installed_is_named_with_its_extra() -> None:
    """A missing library is one sentence with the line that installs it."""
    with (
        pytest.raises(
            se.MissingExtraError, match=r"^reading \.x needs no_such_library: pip install 'shandong-econ\[x\]'$"
        ),
        extra("x", "reading .x"),
    ):
        import no_such_library  # type: ignore[import-not-found]  # noqa: F401  # it is not there, and that is tested
