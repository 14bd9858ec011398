"""Whether a folder of words that a plugin adds fits what the library knows."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.checking import check_folder
from shandong_econ.testing.clause import ContractError

__all__ = ["check_vocabulary"]


def check_vocabulary(folder: Traversable) -> None:
    """Tries a folder of words as the host does; ContractError tells every line that does not fit, and what to do."""
    try:
        check_folder(folder)
    except LexiconError as error:
        raise ContractError(f"the words do not fit:\n{error}") from error
