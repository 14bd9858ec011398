"""Opens what is read, a path or a stream, as a binary file that can be read twice: once to see what it is."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from shandong_econ.errors import ReadError

LARGEST_STREAM = 2 << 30
"""Bytes that are taken from a stream that cannot be read twice, such as a pipe."""
_BLOCK = 1 << 16


def as_path(path: str | os.PathLike[str]) -> Path:
    """The path as a Path; TypeError if it is bytes."""
    text = os.fspath(path)
    if not isinstance(text, str):
        raise TypeError(f"the path is {text!r}: give a str, as os.fsdecode() makes it")
    return Path(text)


def check_readable(stream: BinaryIO) -> None:
    """TypeError unless the stream is a binary file to read."""
    if isinstance(stream, io.TextIOBase) or hasattr(stream, "encoding"):
        raise TypeError(f"{stream!r} gives text: give a binary file, opened with 'rb', or its .buffer")
    if not hasattr(stream, "read"):
        raise TypeError(f"{stream!r} cannot be read: give a path or a binary file")


@contextmanager
def opened(source: Path | BinaryIO) -> Iterator[BinaryIO]:
    """The source as a binary file that can be read twice; one that was given stays open. ReadError if it cannot be."""
    if not isinstance(source, Path):
        with _seekable(source, "the stream") as file:
            yield file
        return
    try:
        found = source.open("rb")
    except IsADirectoryError as error:
        raise ReadError(f"{source} is a folder: give the files in it") from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        words = getattr(error, "strerror", None) or error
        raise ReadError(f"{source} cannot be opened: {words}: give a file that is there and may be read") from error
    with found, _seekable(found, str(source)) as file:
        yield file


@contextmanager
def _seekable(file: BinaryIO, where: str) -> Iterator[BinaryIO]:
    if file.seekable():
        yield file
        return
    with tempfile.TemporaryFile() as copy:
        while block := file.read(_BLOCK):
            if copy.tell() + len(block) > LARGEST_STREAM:
                raise ReadError(f"{where} has over {LARGEST_STREAM >> 20} MiB: save it as a file and give its path")
            copy.write(block)
        copy.seek(0)
        yield cast(BinaryIO, copy)
