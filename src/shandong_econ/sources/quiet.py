"""Keeps a library's warnings to its log: what is wrong with a document is said in an error, or not at all."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet(library: str) -> Iterator[None]:
    """Lets a library log nothing in its block, unless somebody has set up what it logs."""
    logger = logging.getLogger(library)
    if logger.level != logging.NOTSET or logger.hasHandlers():
        yield
        return
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(logging.NOTSET)
