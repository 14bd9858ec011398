"""What is said on standard error: one line after the name of the program, with the remedies of a terminal."""

from __future__ import annotations

import re

import click

from shandong_econ.cli.columns import shown

NAME = "shandong-econ"
_ARGUMENT = re.compile(r"\b(format|language|published|area)=(?:'([\w-]+)')?")
_REMEDY = re.compile(rf"\bgive {_ARGUMENT.pattern}(?:, {_ARGUMENT.pattern})*")
_OF_CALLS_ALONE = ", or give format= if an exporter wrote it"
"""A remedy for which no command that reads has an option."""


def remark(message: str) -> None:
    """Says a message of the library or of a command."""
    click.echo(f"{NAME}: {shown(for_terminal(message))}", err=True)


def for_terminal(message: str) -> str:
    """The message with options in its remedies, where the library, which others call, names arguments.

    >>> for_terminal("x is 'format=x': give format= one of csv; give format='tally'; give published=, area= with it")
    "x is 'format=x': give -f one of csv; give -f tally; give --published, --area with it"
    """
    return _REMEDY.sub(lambda remedy: _ARGUMENT.sub(_option, remedy[0]), message.replace(_OF_CALLS_ALONE, ""))


def _option(argument: re.Match[str]) -> str:
    option = "-f" if argument[1] == "format" else f"--{argument[1]}"
    return f"{option} {argument[2]}" if argument[2] else option
