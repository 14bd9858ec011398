"""Laws of the host: every plugin by itself, and each failure named."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.distributions import EXPORTER, site, unpack, wheel

import shandong_econ as se
from shandong_econ.plugins import Format, Plugin, Registry, forget, lent, registry, survey
from shandong_econ.plugins.judging import judge

Install = Callable[..., None]

HEAD = "from shandong_econ import hookimpl\n"
HOOK = HEAD + "@hookimpl\ndef shandong_econ_register_exporters(register):\n"
GOOD = "type('Good', (), {'name': 'bad', 'suffixes': ('.bad',), 'write': lambda *_: None})()"

FAILURES = {
    "cannot be imported": ("import no_such_module", "ModuleNotFoundError"),
    "is no Python": ("def (", "SyntaxError"),
    "leaves at import": ("raise SystemExit(3)", "SystemExit: 3"),
    "is cancelled at import": ("import asyncio; raise asyncio.CancelledError('gone')", "CancelledError: gone"),
    "has a misspelt hook": (HEAD + "@hookimpl\ndef shandong_econ_register_exporter(register): ...", "exporter"),
    "has a hook of another name": (HEAD + "@hookimpl\ndef register_exporters(register): ...", "register_exporters"),
    "has a misspelt hook without a mark": ("def shandong_econ_exporters(register): ...", "shandong_econ_exporters"),
    "has a hook without a mark": ("def shandong_econ_register_exporters(register): ...", "@hookimpl"),
    "has a bad signature": (HEAD + "@hookimpl\ndef shandong_econ_register_exporters(registry): ...", "registry"),
    "has no hook": ("name = 'bad'", "no hook"),
    "raises in the hook": (HOOK + "    1 / 0", "ZeroDivisionError: division by zero"),
    "raises after it has registered": (HOOK + f"    register({GOOD}); raise OSError('gone')", "OSError: gone"),
    "leaves in the hook": (HOOK + "    import sys; sys.exit('bye')", "SystemExit: bye"),
    "closes in the hook": (HOOK + "    raise GeneratorExit", "GeneratorExit"),
    "panics in the hook": (HOOK + "    raise type('Panic', (BaseException,), {})('rust')", "Panic: rust"),
    "raises what cannot be shown": (
        HOOK + "    raise type('Mute', (Exception,), {'__str__': lambda self: 1 / 0})",
        "Mute: and no more can be said (ZeroDivisionError)",
    ),
    "registers a class": (HOOK + f"    register(type({GOOD}))", "an instance and not its class"),
    "registers what cannot write": (HOOK + "    register(object())", "no exporter"),
    "registers a bad name": (HOOK + f"    it = {GOOD}; it.name = 'Bad Name'; register(it)", "'Bad Name'"),
    "registers a suffix and no tuple": (HOOK + f"    it = {GOOD}; it.suffixes = '.bad'; register(it)", "('.bad',)"),
    "registers a bad suffix": (HOOK + f"    it = {GOOD}; it.suffixes = ('bad',); register(it)", "'bad'"),
    "registers an add that is no method": (HOOK + f"    it = {GOOD}; it.add = 1; register(it)", "add and find of bad"),
    "registers what adds to two files": (
        HOOK + f"    it = {GOOD}; it.add = print; it.companion = '.beside'; register(it)",
        "no two files are added to at once",
    ),
    "registers what raises when looked at": (
        HOOK + "    register(type('Bad', (), {'name': property(lambda self: 1 / 0), 'suffixes': (), 'write': 1})())",
        "ZeroDivisionError",
    ),
    "asks for the formats while they are found": (HOOK + "    import shandong_econ; shandong_econ.formats()", "found"),
}


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Install]:
    with site(tmp_path / "site") as function:
        yield function


def test_an_exporter_of_ten_lines_installed_by_pip_is_a_format(tmp_path: Path) -> None:
    """A distribution with an entry point is all it takes: `formats` lists it, and its suffix writes a file."""
    made = wheel(tmp_path, "shandong-econ-lines", EXPORTER)
    target = tmp_path / "site"
    options = ["--no-index", "--no-deps", "--disable-pip-version-check", "--target", str(target)]
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", *options, str(made)], check=True)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(target), *sys.path])}
    program = (
        "import shandong_econ as se; reports = [se.Report(title=t) for t in ('one', 'two')]; "
        "se.export(reports, 'out.LINES'); print(*se.formats())"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=tmp_path, env=environment, check=True, capture_output=True
    )
    assert b"lines" in run.stdout.split()
    assert (tmp_path / "out.LINES").read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize("kind", FAILURES)
def test_a_plugin_that_fails_stops_nobody_and_is_named(kind: str, install: Install) -> None:
    """One that fails is warned of, with distribution, version and cause; asking for its format raises PluginError."""
    code, cause = FAILURES[kind]
    install("shandong-econ-bad", code, version="0.7")
    install("shandong-econ-lines")
    with pytest.warns(se.PluginWarning) as warned:
        assert {"csv", "json", "lines"} <= se.formats().keys()
    (message,) = [str(each.message) for each in warned]
    assert "shandong-econ-bad 0.7" in message
    assert cause in message
    for asking in ({"format": "bad"}, {}):
        with pytest.raises(se.PluginError, match=r"shandong-econ-bad 0\.7") as raised:
            se.export(se.Report(), "never-written.bad", **asking)
        assert cause in str(raised.value)
        assert raised.value.__cause__ is not None
    file = BytesIO()
    se.export(se.Report(title="t"), file, format="lines")
    assert file.getvalue() == b"t\n"


def test_a_plugin_that_panics_stops_no_parse(install: Install, tmp_path: Path) -> None:
    """What is no Exception, either, is named in a warning, and a text is read all the same."""
    install("shandong-econ-bad", "raise type('Panic', (BaseException,), {})('rust')")
    program = "import shandong_econ as se; print(len(se.parse('GDP grew 5.2% in 2023.').observations))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout == "1\n"
    assert "shandong-econ-bad 1.0 (bad): Panic: rust" in run.stderr


def test_an_entry_point_without_its_object_is_named(install: Install) -> None:
    """An entry point that names nothing is a plugin that fails."""
    install("shandong-econ-bad", "", entry_points="[shandong_econ]\nbad = shandong_econ_bad:nothing\n")
    with pytest.warns(se.PluginWarning, match="shandong-econ-bad 1.0 .*AttributeError"):
        se.formats()


def test_an_object_may_be_the_plugin(install: Install) -> None:
    """The entry point may name an object with the hook as its method, and the hook another function by `specname`."""
    code = f"""{HEAD}
class Plugin:
    @hookimpl(specname="shandong_econ_register_exporters")
    def give(self, register):
        register({GOOD})
plugin = Plugin()
"""
    install("shandong-econ-bad", code, entry_points="[shandong_econ]\nbad = shandong_econ_bad:plugin\n")
    assert "bad" in se.formats()


def test_an_interruption_passes(install: Install) -> None:
    """KeyboardInterrupt is the user's, and is not taken for a failure of the plugin."""
    install("shandong-econ-bad", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        se.formats()


def test_broken_metadata_hide_no_plugin(install: Install) -> None:
    """A distribution whose entry points cannot be read is named, and others are found."""
    install("shandong-econ-torn", "", entry_points="[shandong_econ]\nno equals sign\n")
    install("something-else", "", entry_points="no section, no equals sign")
    install("shandong-econ-lines")
    with pytest.warns(se.PluginWarning) as warned:
        assert "lines" in se.formats()
    assert ["shandong-econ-torn 1.0" in str(each.message) for each in warned] == [True]


def test_of_two_installations_the_first_on_the_path_counts(install: Install, tmp_path: Path) -> None:
    """A distribution that is installed twice is one plugin: the one that would be imported."""
    install("shandong-econ-lines", version="2.0")
    (tmp_path / "further").mkdir()
    unpack(wheel(tmp_path, "shandong_econ.lines", EXPORTER, version="1.0"), tmp_path / "further")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path, str(tmp_path / "further")])
        forget()
        assert "lines" in se.formats()
        assert [plugin.version for plugin in survey().plugins[1:]] == ["2.0"]


def test_a_built_in_keeps_its_name_and_suffix(install: Install) -> None:
    """A plugin that takes a name or a suffix of ours is named; what else it gives is to be had."""
    built_in = se.formats()["csv"]
    install("shandong-econ-csv", EXPORTER.replace('"lines"', '"csv"'))
    install("shandong-econ-comma", EXPORTER.replace('"lines"', '"comma"').replace('".lines"', '".csv"'))
    with pytest.warns(se.PluginWarning) as warned:
        assert type(se.formats()["csv"]) is type(built_in)
    messages = sorted(str(each.message) for each in warned)
    assert ["shandong-econ-comma 1.0" in messages[0], "'.csv'" in messages[0]] == [True, True]
    assert ["shandong-econ-csv 1.0" in messages[1], "'csv'" in messages[1]] == [True, True]
    with pytest.raises(se.PluginError, match="shandong-econ-csv"):
        se.export(se.Report(), "never-written.lines")
    file = BytesIO()
    se.export(se.Report(title="t"), file, format="comma")
    assert file.getvalue() == b"t\n"


@pytest.mark.parametrize("suffix", [".tab", ".docx", ".txt"])
def test_documents_stay_documents(suffix: str, install: Install, tmp_path: Path) -> None:
    """A format that reads gets no suffix or name of a built-in source, and that is said; one that writes alone does."""
    before = [type(source) for source in se.documents().values()]
    reads = EXPORTER.replace('".lines"', repr(suffix)) + "Lines.read = lambda self, file: iter(())\n"
    install("shandong-econ-lines", reads)
    install("shandong-econ-docx", reads.replace('"lines"', '"docx"').replace(repr(suffix), '".other"'))
    install("shandong-econ-page", EXPORTER.replace('"lines"', '"page"').replace('".lines"', repr(suffix)))
    with pytest.warns(se.PluginWarning) as warned:
        assert [type(source) for source in se.documents().values()] == before
    messages = sorted(str(each.message) for each in warned)
    assert "the format name 'docx' belongs to the source docx, which keeps it" in messages[0]
    assert re.search(rf"the suffix '{suffix}' belongs to the source \w+, .*; give format='lines'", messages[1])
    assert len(messages) == 2
    se.export(se.Report(title="t"), tmp_path / f"new{suffix}")
    assert (tmp_path / f"new{suffix}").read_bytes() == b"t\n"


def test_of_two_plugins_with_one_name_neither_gets_it(install: Install) -> None:
    """Asking for a name that two distributions claim raises PluginError that names both, by name and by suffix."""
    for distribution in ("shandong-econ-one", "shandong-econ-two"):
        install(distribution)
    with pytest.warns(se.PluginWarning) as warned:
        assert "lines" not in se.formats()
    assert len(warned) == 2
    for asking in ({"format": "lines"}, {}):
        with pytest.raises(se.PluginError, match=r"shandong-econ-one.*shandong-econ-two"):
            se.export(se.Report(), "never-written.lines", **asking)


def test_a_suffix_that_two_plugins_claim_needs_a_format(install: Install, tmp_path: Path) -> None:
    """Two formats with one suffix are had by name; the suffix alone raises PluginError that names both."""
    for name in ("one", "two"):
        install(f"shandong-econ-{name}", EXPORTER.replace('"lines"', f'"{name}"'))
    with pytest.warns(se.PluginWarning):
        assert {"one", "two"} <= se.formats().keys()
    with pytest.raises(se.PluginError, match=r"shandong-econ-one.*shandong-econ-two.*format="):
        se.export(se.Report(), tmp_path / "out.lines")
    se.export(se.Report(title="t"), tmp_path / "out.lines", format="two")
    assert (tmp_path / "out.lines").read_bytes() == b"t\n"


@pytest.mark.parametrize("value", ["shandong-econ-lines", "other, Shandong_Econ.Lines", "*"])
def test_a_plugin_can_be_switched_off(value: str, install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    """A distribution in SHANDONG_ECON_DISABLE_PLUGINS, however it is written, is not even imported; built-ins stay."""
    install("shandong-econ-lines", "raise SystemExit")
    monkeypatch.setenv("SHANDONG_ECON_DISABLE_PLUGINS", value)
    assert "csv" in se.formats()
    assert [plugin.switched_off for plugin in survey().plugins] == [False, True]
    with pytest.raises(se.UnknownFormatError, match=r"switched off: shandong-econ-lines 1.0"):
        se.export(se.Report(), "never-written.lines")


def test_strict_makes_the_warnings_errors(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under SHANDONG_ECON_STRICT_PLUGINS=1 every use raises PluginError with the cause; 0 is not strict."""
    install("shandong-econ-bad", "raise ValueError('why')")
    monkeypatch.setenv("SHANDONG_ECON_STRICT_PLUGINS", "0")
    with pytest.warns(se.PluginWarning):
        se.formats()
    forget()
    monkeypatch.setenv("SHANDONG_ECON_STRICT_PLUGINS", "1")
    for _ in range(2):
        with pytest.raises(se.PluginError, match=r"shandong-econ-bad 1.0 .*ValueError: why") as raised:
            se.formats()
        assert isinstance(raised.value.__cause__, ValueError)


def test_a_format_that_is_lent_is_had_for_a_while(install: Install) -> None:
    """Lent, a format is to be had by its name, and is gone after; one that the host has is not lent."""
    silent = Format.of(Silent("silent", (".silent",)))
    with lent(silent) as plugin:
        assert plugin in survey().plugins
        assert se.formats()["silent"] is silent.exporter
    assert "silent" not in se.formats()
    with lent(Format.of(se.formats()["json"])) as nobody:
        assert nobody is None
    install("shandong-econ-lines")
    with lent(Format.of(Silent("lines", (".other",)))) as plugin, pytest.warns(se.PluginWarning, match="and by lent"):
        assert "lines" not in se.formats()
    assert "lines" in se.formats()


def test_plugins_are_found_once(install: Install, tmp_path: Path) -> None:
    """What was found holds until it is forgotten, and is warned of once."""
    install("shandong-econ-bad", f"from pathlib import Path; Path({str(tmp_path)!r}, 'met').mkdir(); 1 / 0")
    with pytest.warns(se.PluginWarning, match="ZeroDivisionError"):  # a second time it would be FileExistsError
        found = se.formats()
    assert se.formats() == found


def test_threads_that_ask_at_once_find_the_same_plugins(install: Install, tmp_path: Path) -> None:
    """The first of them has the hooks called, and all have what came of it: a hook that runs twice has its trouble."""
    met = f"    import time; from pathlib import Path; time.sleep(0.05); Path({str(tmp_path)!r}, 'met').mkdir()\n"
    install("shandong-econ-slow", HOOK + met + f"    register({GOOD})")
    barrier = Barrier(4)

    def ask(_: int) -> Registry:
        barrier.wait()
        return registry()

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(ask, range(4)))
    assert {id(each) for each in found} == {id(registry())}
    assert (found[0].troubles, "bad" in found[0].formats) == ((), True)


def test_an_unknown_format_names_the_known_and_the_failed(install: Install) -> None:
    """UnknownFormatError says what formats there are, and which plugins failed and may have had it."""
    install("shandong-econ-bad", "1 / 0")
    with pytest.warns(se.PluginWarning), pytest.raises(se.UnknownFormatError, match=r"csv.*json") as raised:
        se.export(se.Report(), BytesIO(), format="parchment")
    assert "shandong-econ-bad 1.0" in str(raised.value)
    assert isinstance(raised.value.__cause__, ZeroDivisionError)


class Silent:
    """An exporter of any name and suffixes."""

    def __init__(self, name: str, suffixes: tuple[str, ...]) -> None:
        self.name, self.suffixes = name, suffixes

    def write(self, reports: object, file: object) -> None: ...


formats_of = st.lists(
    st.builds(Silent, st.sampled_from("abc"), st.lists(st.sampled_from([".x", ".y", ".y.x"])).map(tuple)).map(
        Format.of
    ),
    max_size=3,
)


@given(formats_of, st.lists(formats_of, max_size=4))
def test_each_name_and_suffix_has_the_one_who_claims_it(ours: list[Format], theirs: list[list[Format]]) -> None:
    """A name or suffix is had by a built-in, or by the only plugin that claims it; else asking names who claimed it."""
    ours = list({each.name: each for each in ours}.values())
    plugins = [Plugin(f"p{i}", f"d{i}", "1", tuple(each)) for i, each in enumerate(theirs)]
    registry = judge(Plugin("built-in", "us", "1", tuple(ours)), plugins, [])
    built_in = {each.name for each in ours}
    for name in "abc":
        claims = [each for plugin in plugins for each in plugin.formats if each.name == name]
        if name in built_in:
            assert registry.named(name) in ours
        elif len(claims) == 1:
            assert registry.named(name) is claims[0]
        else:
            with pytest.raises(se.PluginError if claims else se.UnknownFormatError):
                registry.named(name)
    named = [each for each in registry.formats.values() if each not in ours]
    for suffix in (".x", ".y", ".y.x"):
        claimants = [each for each in ours if suffix in each.suffixes]
        claimants = claimants or [each for each in named if suffix in each.suffixes]
        if len(claimants) == 1 or (claimants and claimants[0] in ours):
            assert registry.for_file(f"FILE{suffix.upper()}") in claimants
        elif claimants:
            with pytest.raises(se.PluginError, match="format="):
                registry.for_file(f"file{suffix}")
