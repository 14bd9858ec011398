"""Seals: a few letters that follow from what is written, by which reading tells that something else stands there."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from shandong_econ.model import Note

_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def seal_of(texts: Iterable[str], *, after: str = "") -> str:
    """The seal of some texts, such as the cells of a row, that stand after what another seal is of.

    It is twelve letters, for a program that opens a table may take digits for a number or a day.

    >>> seal_of(["Coal", "8000"]), seal_of(["Coal", "8000"], after="pgkgnjcofllb")
    ('pgkgnjcofllb', 'hjnmanedldjb')
    """
    sealed = "\n".join((after, *texts)).encode(errors="surrogatepass")
    return blake2b(sealed, digest_size=6).hexdigest().translate(_LETTERS)


def seal_broken(what: str) -> Note:
    """The Note that something is not what was sealed, and is read as it stands."""
    remedy = "if nobody edited it, read another copy of the file"
    return Note("seal_broken", f"{what}: not as it was sealed: it was edited, or the file is damaged; {remedy}")
