"""The libraries that only some need: each is loaded late, and where it is missing the extra to install is named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from shandong_econ.errors import MissingExtraError


@contextmanager
def extra(name: str, work: str) -> Iterator[None]:
    """Makes a failed import in its block a MissingExtraError that says what work needs which extra.

    >>> with extra("docx", "reading .docx"):
    ...     import no_such_library
    Traceback (most recent call last):
        ...
    shandong_econ.errors.MissingExtraError: reading .docx needs no_such_library: pip install 'shandong-econ[docx]'
    """
    try:
        yield
    except ImportError as error:
        needed = error.name or "a library that is not installed"
        raise MissingExtraError(
            f"{work} needs {needed}: pip install 'shandong-econ[{name}]'", name=error.name
        ) from error
