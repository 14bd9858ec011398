"""How a figure is refused that cannot be said."""

from __future__ import annotations

from shandong_econ.errors import UnsayableError
from shandong_econ.model import Observation

LANGUAGES = {"en": "English", "zh": "Chinese"}


def unsayable(figure: Observation, what: str, language: str, remedy: str) -> UnsayableError:
    """The error for a figure of which `what` cannot be said in a language."""
    name = (figure.label or (figure.indicator and figure.indicator.code) or "a figure without a name")[:60]
    return UnsayableError(f"{what} (of {name!r}, {figure.value}) cannot be said in {LANGUAGES[language]}: {remedy}")
