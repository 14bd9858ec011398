"""The reference has every option, format, column, value and code."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import click
from tests.site.reading import words_of

import shandong_econ as se
from shandong_econ import model, rows
from shandong_econ.cli import command
from shandong_econ.lexicon import industries
from shandong_econ.parsing.account import REMARKED

PACKAGE = Path(se.__file__).parent


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
    kinds = [kind for kind in vars(model).values() if inspect.isclass(kind) and issubclass(kind, Enum)]
    values = {f"'{member}'" for kind in kinds for member in kind}
    assert values - words_of(site, "reference/enumerations.html") == set()
    assert set(se.indicators()) - words_of(site, "reference/indicators.html") == set()
    assert set(se.areas()) - words_of(site, "reference/areas.html") == set()
    assert {*se.units(), *industries()} - words_of(site, "reference/units.html") == set()


def note_codes() -> set[str]:
    """The code of every note that the package makes: what it gives to Note, and what it has a remark for."""
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
