"""Documents that are zip archives: whether one is of a kind, and whether it may be unpacked."""

from __future__ import annotations

import zipfile
import zlib
from typing import BinaryIO
from xml.parsers.expat import ExpatError

from shandong_econ.errors import ReadError

ZIP = b"PK\x03\x04"
"""What an archive begins with."""
DAMAGE = (
    KeyError,
    ValueError,
    SyntaxError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    OSError,
    ExpatError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What a part raises that cannot be unpacked or is not the XML that it should be."""


def has_part(file: BinaryIO, beginning: str) -> bool:
    """Whether the file is an archive that has a part whose name begins so."""
    if file.read(len(ZIP)) != ZIP:
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return any(name.startswith(beginning) for name in archive.namelist())
    except zipfile.BadZipFile:
        return False


def check_size(file: BinaryIO, largest: int, kind: str, remedy: str) -> None:
    """ReadError unless the file is an archive that has at most so many bytes when it is unpacked."""
    start = file.tell()
    try:
        with zipfile.ZipFile(file) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ReadError(f"it is no {kind}, or a torn one ({error}): {remedy}") from error
    if size > largest:
        raise ReadError(f"it has over {largest >> 20} MiB when it is unpacked, which is more than a report: split it")
    file.seek(start)
