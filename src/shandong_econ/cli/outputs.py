"""What the commands that write are given: the output, which takes the place of no text or document, and its format."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import click

from shandong_econ import api
from shandong_econ.cli.inputs import STREAM, binary
from shandong_econ.plugins import registry


def to_output(words: str, *, required: bool = False) -> Callable[[Any], Any]:
    """The options of what is written, with the words of help on the first."""
    output = click.option("-o", "--output", metavar="OUT", required=required, help=words)
    name = click.option(
        "-f", "--format", "name", metavar="FORMAT", help="Format; that of the suffix of OUT unless given."
    )
    return lambda function: output(name(function))


def target_of(output: str, name: str | None, inputs: tuple[str, ...]) -> str | BinaryIO:
    """Where to write; an error of usage if no format is told, or an input stands there that is not in this format."""
    if output == STREAM:
        if name is None:
            raise click.UsageError("standard output has no suffix to know the format by: give -f FORMAT")
        return binary(sys.stdout)
    path = Path(output)
    chosen = registry().named(name) if name else registry().for_file(path.name)
    if any(_is_at(path, source) for source in inputs) and api.format_of(path) is not chosen:
        raise click.UsageError(f"{output} is an input that was not exported as {chosen.name}: give another OUT")
    return output


def _is_at(path: Path, source: str) -> bool:
    return source != STREAM and path.exists() and Path(source).exists() and path.samefile(source)
