"""What the commands that read are given: the inputs, and what is known of a text beside it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import Any, BinaryIO, TextIO

import click

from shandong_econ import api
from shandong_econ.cli.remarks import remark
from shandong_econ.errors import ModelError
from shandong_econ.model import Report

STREAM = "-"
"""The name of standard input and standard output."""


def known_of_texts(function: Any) -> Any:
    """The options that tell what is known of a text beside it; they are of no matter to what was exported."""
    return _decorated(
        function,
        click.option("--language", type=click.Choice(["en", "zh"]), help="Language of the texts; found unless given."),
        click.option("--area", metavar="CODE", help="Area of the texts: a code, or a name.", callback=_known_area),
        click.option(
            "--published",
            metavar="DATE",
            type=click.DateTime(["%Y-%m-%d"]),
            callback=lambda _, __, value: value and value.date(),
            help="Day of publication of the texts, as 2022-06-20.",
        ),
    )


def on_texts(function: Any) -> Any:
    """The arguments and options of the commands that read: inputs, and what is known of a text beside it."""
    return _decorated(
        function,
        known_of_texts,
        click.option("--query", metavar="SQL", help="Take only the reports of an archive that this SELECT finds."),
        click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, callback=_one_stream),
    )


def _decorated(function: Any, *decorators: Callable[[Any], Any]) -> Any:
    for decorate in reversed(decorators):  # as a pile of decorators would: the first comes first in the help
        function = decorate(function)
    return function


def _known_area(_: click.Context, __: click.Parameter, area: str | None) -> str | None:
    """The area as it was typed; of a name that no list has, what is near it is told, since it may be a slip."""
    if area is None:
        return None
    try:
        told = api.parse("", area=area).area
    except ModelError:
        raise click.BadParameter(f"{area!r} is no code of an area: give one of six digits, or a place's name") from None
    if told is not None and told.code is None:
        codes = {name: code for code, one in api.areas().items() for name in (one.name, one.name_zh) if name}
        near = "".join(f"; {name} is {codes[name]}" for name in get_close_matches(area, codes))
        remark(f"no code is known of the area {area!r}, which is taken as a name{near}")
    return area


def _one_stream(_: click.Context, __: click.Parameter, inputs: tuple[str, ...]) -> tuple[str, ...]:
    if inputs.count(STREAM) > 1:
        raise click.BadParameter("standard input (-) can be read once")
    return inputs


def reports_of(sources: Iterable[str], known: dict[str, Any]) -> Iterator[Report]:
    """The reports of the inputs, one by one."""
    for source in sources:
        yield from api.read_all(binary(sys.stdin) if source == STREAM else source, **known)


def binary(stream: TextIO | None) -> BinaryIO:
    """The bytes of a standard stream."""
    if stream is None:
        raise click.ClickException("a standard stream that - stands for is closed")
    return stream.buffer
