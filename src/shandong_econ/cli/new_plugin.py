"""Makes the folder of a new plugin: a format that works, with a test that holds it to the contract."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from string import Template
from types import MappingProxyType

import click

from shandong_econ.plugins import registry

__all__ = ["new_plugin"]

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_FILES: Mapping[str, str] = MappingProxyType(
    {
        "pyproject.toml.in": "pyproject.toml",
        "README.md.in": "README.md",
        "module.py.in": "src/$module/__init__.py",
        "test.py.in": "tests/test_$function.py",
    }
)
"""The template of each file, and where the file goes."""


def _new_name(_: click.Context, __: click.Parameter, name: str) -> str:
    if not _NAME.match(name):
        raise click.BadParameter(
            f"{name!r} is no name of a format: give small letters, digits, and hyphens between them"
        )
    found = registry()
    if name in found.formats or f".{name}" in found.suffixes:
        raise click.BadParameter(f"there is a format {name} already: give another name")
    if name in found.kinds or f".{name}" in found.kinds_by_suffix:
        raise click.BadParameter(f"files of .{name} are read as documents: give another name")
    return name


@click.command("new-plugin")
@click.argument("name", callback=_new_name)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def new_plugin(name: str, folder: Path | None) -> None:
    """Write a plugin to begin with into a new FOLDER: the format NAME, which works, and its test.

    The FOLDER is shandong-econ-NAME unless given.
    """
    target = folder or Path(f"shandong-econ-{name}")
    try:
        _make(name, target)
    except FileExistsError:
        raise click.UsageError(f"{target} is there already: give another folder") from None
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written: {error.strerror}") from error
    further = f"cd {shlex.quote(str(target))} && pip install -e '.[test]' && pytest"
    click.echo(f"{target} is a plugin for the format {name}. Next: {further}")


def _make(name: str, folder: Path) -> None:
    """Writes the files of a plugin for this version of the library; FileExistsError if the folder is there."""
    words = {
        "name": name,
        "version": version("shandong-econ"),
        "distribution": f"shandong-econ-{name}",
        "module": f"shandong_econ_{name.replace('-', '_')}",
        "function": name.replace("-", "_"),
        "exporter": "".join(map(str.capitalize, name.split("-"))) + "Format",  # Report alone is another class
    }
    folder.mkdir(parents=True)
    for template, path in _FILES.items():
        text = files("shandong_econ.cli").joinpath("plugin_template", template).read_text("utf-8")
        target = folder / Template(path).substitute(words)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(text).substitute(words), "utf-8")
