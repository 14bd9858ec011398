"""Laws of plugins whose calls return before they have done anything: each is refused, and no file is lost by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from tests.distributions import site

import shandong_econ as se

Install = Callable[..., None]
OLD = b"old\n"
HEAD = """
from shandong_econ import Document, hookimpl

async def later(*each): ...

def hidden(function):
    return lambda *each: function(*each)
"""
EXPORTER = f"""{HEAD}
class Lines:
    name = "lines"
    suffixes = (".lines",)

    def write(self, reports, file):
        return file  # as who has wrapped it may

    def read(self, file):
        yield from ()

    METHOD

@hookimpl
def shandong_econ_register_exporters(register):
    register(Lines())
"""
SOURCE = f"""{HEAD}
class Clips:
    name = "clips"
    suffixes = (".clips",)

    def recognises(self, file):
        return False

    def read(self, file):
        yield Document(text="text")

    METHOD

@hookimpl
def shandong_econ_register_sources(register):
    register(Clips())
"""


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Install]:
    with site(tmp_path / "site") as function:
        yield function


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "file.lines"
    path.write_bytes(OLD)
    return path


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("def write(self, reports, file): yield", "write of lines is a generator"),
        ("async def write(self, reports, file): ...", "write of lines is async"),
        ("async def write(self, reports, file): yield", "write of lines is async"),
        ("write = type('Call', (), {'__call__': later})()", "write of lines is async"),
        ("def add(self, reports, old, file): yield", "add of lines is a generator"),
        ("async def add(self, reports, old, file): ...", "add of lines is async"),
        ("async def read(self, file): yield", "read of lines is async"),
        ("async def find(self, file, query): ...", "find of lines is async"),
    ],
)
def test_an_exporter_that_would_do_nothing_is_named(method: str, words: str, install: Install, target: Path) -> None:
    """An exporter with an async method, or a generator that is to write, is not registered, and the file stands."""
    install("shandong-econ-lines", EXPORTER.replace("METHOD", method))
    with pytest.warns(se.PluginWarning, match=words), pytest.raises(se.PluginError, match=words):
        se.export(se.Report(), target)
    assert target.read_bytes() == OLD


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("async def read(self, file): yield", "read of clips is async"),
        ("async def recognises(self, file): ...", "recognises of clips is async"),
        ("def recognises(self, file): yield", "recognises of clips is a generator"),
    ],
)
def test_a_source_that_would_do_nothing_is_named(method: str, words: str, install: Install) -> None:
    """A source with an async method, or one that knows files as a generator, is not registered."""
    install("shandong-econ-clips", SOURCE.replace("METHOD", method))
    with pytest.warns(se.PluginWarning, match=words):
        assert "clips" not in se.documents()


@pytest.mark.parametrize("code", [EXPORTER, SOURCE])
@pytest.mark.parametrize(
    ("plain", "late"), [("\ndef shandong", "\nasync def shandong"), ("    register(", "    yield register(")]
)
def test_a_hook_that_would_do_nothing_is_named(plain: str, late: str, code: str, install: Install) -> None:
    """A hook that is async or a generator has registered nothing, and that is said."""
    code = code.replace("METHOD", "").replace(plain, late)
    install("shandong-econ-late", code)
    with pytest.warns(se.PluginWarning, match=r"shandong_econ_register_\w+ returned a \w+, and has done nothing yet"):
        assert not {"lines", "clips"} & {*se.formats(), *se.documents()}


@pytest.mark.parametrize(
    "method",
    [
        "@hidden\n    def write(self, reports, file): yield",
        "@hidden\n    async def write(self, reports, file): ...",
        "@hidden\n    async def write(self, reports, file): yield",
        "def write(self, reports, file): return map(file.write, [b'new'])",
        "@hidden\n    def add(self, reports, old, file): yield",
        "@hidden\n    async def add(self, reports, old, file): ...",
    ],
)
def test_what_a_call_returns_tells_that_it_has_done_nothing(method: str, install: Install, target: Path) -> None:
    """Where only the call shows that nothing is written yet, ExportError says so, and the file stands."""
    install("shandong-econ-lines", EXPORTER.replace("METHOD", method))
    with pytest.raises(se.ExportError, match=r"file\.lines.*(write|add) returned a \w+, and has done nothing yet"):
        se.export(se.Report(), target)
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir() if path.is_file()] == ["file.lines"]
    if " write" in method:
        with pytest.raises(se.ExportError, match="has done nothing yet"):
            se.export(se.Report(), BytesIO(), format="lines")


def test_an_exporter_may_return_its_file(install: Install, target: Path) -> None:
    """A file can be gone through, and yet who returns it has written to it."""
    install("shandong-econ-lines", EXPORTER.replace("METHOD", ""))
    se.export(se.Report(), target)
    assert target.read_bytes() == b""


@pytest.mark.parametrize(
    ("code", "method", "options"),
    [
        (EXPORTER, "@hidden\n    async def read(self, file): yield", {"format": "lines"}),
        (EXPORTER, "@hidden\n    async def find(self, file, query): ...", {"format": "lines", "query": "all"}),
        (SOURCE, "@hidden\n    async def read(self, file): ...", {"format": "clips"}),
    ],
)
def test_what_is_read_later_is_not_read(code: str, method: str, options: dict[str, str], install: Install) -> None:
    """Where only the call shows that a reader is async, ReadError says so."""
    install("shandong-econ-late", code.replace("METHOD", method))
    with pytest.raises(se.ReadError, match=r"(read|find) returned a \w+, and has done nothing yet"):
        list(se.read_all(BytesIO(OLD), **options))  # type: ignore[arg-type]  # all of them are texts


def test_a_source_that_answers_later_knows_nothing(install: Install) -> None:
    """An answer that is awaited is no yes: it is warned of, and the file is what the others know it for."""
    install("shandong-econ-clips", SOURCE.replace("METHOD", "@hidden\n    async def recognises(self, file): ..."))
    with pytest.warns(se.PluginWarning, match="recognises returned a coroutine"):
        assert se.read(BytesIO(OLD)).text == "old\n"
