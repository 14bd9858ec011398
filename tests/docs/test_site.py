"""The site is built without a warning, and its reference has everything that is public."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pkgutil
import re
import subprocess
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import click
import pytest
from tests.docs.pages import DOCS

import shandong_econ as se
from shandong_econ import errors, hookspecs, model, rows, testing
from shandong_econ.cli import command
from shandong_econ.hookspecs import PROJECT
from shandong_econ.lexicon import industries

PACKAGE = Path(se.__file__).parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site, built anew, and what Sphinx warns of."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "html", str(DOCS), str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stderr


@pytest.fixture(scope="module")
def site(built: tuple[Path, str]) -> Path:
    """The folder of the site."""
    return built[0]


def test_the_site_is_built_without_a_warning(built: tuple[Path, str]) -> None:
    """No page is out of reach, and no link leads nowhere."""
    assert built[1] == ""


@pytest.fixture(scope="module")
def inventory(site: Path) -> dict[str, set[str]]:
    """What the site has an entry for, by kind: names of Python, options of the command line."""
    listed = zlib.decompress((site / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode("utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for name, kind in re.findall(r"^(.+?) +(\w+:\w+) +-?\d+ ", listed, re.MULTILINE):
        found[kind].add(name)
    return found


class _Words(HTMLParser):
    """The words of a page, and its pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.pictures: list[dict[str, str | None]] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.pictures.append(dict(attributes))


def words_of(site: Path, page: str) -> set[str]:
    """The texts of a page, each as it stands between two tags."""
    parser = _Words()
    parser.feed((site / page).read_text(encoding="utf-8"))
    return {word.strip() for word in parser.words}


def modules() -> Iterator[ModuleType]:
    """The front door and each room behind it that says by `__all__` what it gives; files in a room are its own."""
    yield se
    for found in pkgutil.iter_modules([str(PACKAGE)], "shandong_econ."):
        if not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            if hasattr(module, "__all__"):
                yield module


MODULES = sorted(modules(), key=lambda module: module.__name__)


def documented(inventory: dict[str, set[str]]) -> set[str]:
    """The names that the reference has, of everything that Python knows."""
    return {name for kind, found in inventory.items() if kind.startswith("py:") for name in found}


def entry_of(module: ModuleType, name: str, entries: set[str]) -> str | None:
    """The entry of what a module gives by a name, under whatever module that has the same thing."""
    thing = getattr(module, name)
    homes = [entry.rpartition(".")[0] for entry in entries if entry.endswith(f".{name}")]
    same = [home for home in homes if home in sys.modules and vars(sys.modules[home]).get(name) is thing]
    return f"{same[0]}.{name}" if same else None


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_name_is_in_the_reference(module: ModuleType, inventory: dict[str, set[str]]) -> None:
    """Each name of an `__all__` has an entry, which none gets without a docstring."""
    entries = documented(inventory)
    assert [name for name in module.__all__ if entry_of(module, name, entries) is None] == []


def members(kind: type) -> Iterator[str]:
    """The public methods, properties, fields and values that a class itself brings."""
    if issubclass(kind, Enum):
        yield from kind.__members__
        return
    fields = [field.name for field in attrs.fields(kind)] if attrs.has(kind) else []
    own = [name for name, value in vars(kind).items() if inspect.isroutine(value) or _is_described(value)]
    yield from (name for name in dict.fromkeys([*fields, *own]) if not name.startswith("_"))


def _is_described(value: Any) -> bool:
    return isinstance(value, (property, classmethod, staticmethod))


PUBLIC = [se, model, hookspecs, testing]
CLASSES = {
    name: getattr(each, name) for each in PUBLIC for name in each.__all__ if inspect.isclass(getattr(each, name))
}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_every_member_is_in_the_reference(name: str, inventory: dict[str, set[str]]) -> None:
    """Each field, method and value of a public class has an entry, which none gets without a docstring."""
    entries = documented(inventory)
    home = next(f"{each.__name__}.{name}" for each in PUBLIC if f"{each.__name__}.{name}" in entries)
    assert [member for member in members(CLASSES[name]) if f"{home}.{member}" not in entries] == []


def test_the_members_of_classes_are_found() -> None:
    """The laws above look at fields, properties, methods and values."""
    assert set(members(se.Observation)) >= {"label", "value", "span", "amount"}
    assert set(members(se.Period)) >= {"of", "parse", "first", "year_is_open"}
    assert set(members(se.Status)) == {"A", "F", "T"}
    assert set(members(se.Exporter)) == {"name", "suffixes", "write"}


def test_every_error_and_every_hook_is_in_the_reference(inventory: dict[str, set[str]]) -> None:
    """Errors and hooks need no `__all__` to be public."""
    entries = documented(inventory)
    raised = [f"shandong_econ.{name}" for name, value in vars(errors).items() if inspect.isclass(value)]
    hooks = [f"{hookspecs.__name__}.{name}" for name in vars(hookspecs) if name.startswith(f"{PROJECT}_")]
    assert len(raised) > 8
    assert len(hooks) > 2
    assert {*raised, *hooks} - entries == set()


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command below a group, with the words that call it."""
    for name, each in group.commands.items():
        yield f"{path} {name}", each
        if isinstance(each, click.Group):
            yield from commands(each, f"{path} {name}")


def test_every_option_is_in_the_reference(site: Path, inventory: dict[str, set[str]]) -> None:
    """Each command of the command line, and each option of one, has an entry."""
    entries = inventory["std:cmdoption"]
    assert isinstance(command, click.Group)
    found = dict(commands(command, "shandong-econ"))
    assert "shandong-econ export" in found
    assert {each.name for each in found.values()} - words_of(site, "reference/command-line.html") == set()
    options = {
        f"{path.replace(' ', '-')}.{option}"
        for path, each in found.items()
        for parameter in each.params
        for option in parameter.opts
        if isinstance(parameter, click.Option)
    }
    assert options - entries == set()


def test_every_format_and_source_is_in_the_reference(site: Path) -> None:
    """Each format and each kind of document has its name and suffixes there, and what its docstring says."""
    words = words_of(site, "reference/formats.html")
    given: list[se.Exporter | se.Source] = [*se.formats().values(), *se.documents().values()]
    for each in given:
        assert {each.name, *each.suffixes} <= words
        assert inspect.getdoc(type(each)), f"{each.name} has no docstring"


def test_every_column_is_in_the_reference(site: Path) -> None:
    """Each column of each table has its name there, and what it holds."""
    words = words_of(site, "reference/columns.html")
    for table in rows.TABLES:
        assert set(table.header) <= words
        assert {column.description for column in table.columns} <= words


def test_every_value_and_code_is_in_the_reference(site: Path) -> None:
    """Each value of an enumeration, and each code of a list, can be looked up."""
    values = {f"'{member}'" for kind in CLASSES.values() if issubclass(kind, Enum) for member in kind}
    assert values - words_of(site, "reference/enumerations.html") == set()
    assert set(se.indicators()) - words_of(site, "reference/indicators.html") == set()
    assert set(se.areas()) - words_of(site, "reference/areas.html") == set()
    assert {*se.units(), *industries()} - words_of(site, "reference/units.html") == set()


def note_codes() -> set[str]:
    """The code of every note that the package makes: what it gives to Note, and what it has a remark for."""
    from shandong_econ.parsing.account import REMARKED

    calls = (
        node
        for path in PACKAGE.rglob("*.py")
        if "testing" not in path.parts  # whose notes are samples
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Note"
    )
    given = {call.args[0].value for call in calls if call.args and isinstance(call.args[0], ast.Constant)}
    return {*REMARKED, *map(str, given)}


def test_every_code_of_a_note_is_in_the_reference(site: Path) -> None:
    """What a note can be is told, with what one may do about it."""
    assert {"unit_suspect", "no_unit", "rows_only"} <= note_codes()
    assert note_codes() - words_of(site, "reference/notes.html") == set()


def test_every_picture_has_words(site: Path) -> None:
    """Who does not see a picture can read what it shows."""
    seen = 0
    for page in site.rglob("*.html"):
        parser = _Words()
        parser.feed(page.read_text(encoding="utf-8"))
        for picture in (each for each in parser.pictures if "_images/" in (each["src"] or "")):
            seen += 1
            assert len((picture.get("alt") or "").split()) > 4, f"{page.name}: {picture.get('src')}"
    assert seen


def test_the_glossary_has_the_values_of_the_measure() -> None:
    """Each kind of number is explained among the terms of the field."""
    glossary = (DOCS / "reference" / "glossary.md").read_text(encoding="utf-8").lower()
    assert [each for each in se.Measure if not re.search(rf"\b{each.replace('_', ' ')}\b", glossary)] == []
