"""Calls of plugins that return before they have done anything: those of async functions and of generators."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Coroutine, Generator, Iterator
from inspect import isasyncgenfunction, iscoroutinefunction, isgeneratorfunction
from io import IOBase
from typing import TypeVar

Result = TypeVar("Result")


def check_method(thing: object, owner: str, name: str, *, gives: bool = False) -> None:
    """TypeError if the method of that name, where there is one, is async, or a generator unless it `gives` results."""
    method = getattr(thing, name, None)
    called = (method, type(method).__call__)  # an object that is called has its function there
    if any(map(iscoroutinefunction, called)) or any(map(isasyncgenfunction, called)):
        kind = "async"
    elif not gives and any(map(isgeneratorfunction, called)):
        kind = "a generator"
    else:
        return
    raise TypeError(f"{name} of {owner} is {kind}, and has done nothing when it returns: give a plain method")


def done(result: Result, name: str, *, gives: bool = False) -> Result:
    """What a call returned, if it has done its work; TypeError for what is awaited, or gone through unless it `gives`.

    >>> done(print("written"), "write")
    written
    >>> done(map(print, ["written"]), "write")
    Traceback (most recent call last):
    TypeError: write returned a map, and has done nothing yet: let it do its work before it returns
    """
    later = isinstance(result, Awaitable | AsyncIterator) or (not gives and isinstance(result, Iterator))
    if not later or isinstance(result, IOBase):  # a file is an iterator, too, and is returned by who has written to it
        return result
    if isinstance(result, Coroutine | Generator):
        result.close()  # else Python warns that it was never awaited
    kind = type(result).__name__
    raise TypeError(f"{name} returned a {kind}, and has done nothing yet: let it do its work before it returns")
