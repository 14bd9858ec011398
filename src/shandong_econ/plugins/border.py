"""The border to code that others wrote: the only place that catches every exception."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import attrs

Given = ParamSpec("Given")
Result = TypeVar("Result")


@attrs.frozen(eq=False)
class Failure:
    """What came of a call that raised: the exception."""

    error: BaseException

    def __str__(self) -> str:
        return f"{type(self.error).__name__}: {self._words()}".removesuffix(": ")

    def _words(self) -> str:
        outcome = attempt(str, self.error)  # an exception's own words may raise, too
        return f"and no more can be said ({type(outcome.error).__name__})" if isinstance(outcome, Failure) else outcome


def attempt(call: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result | Failure:
    """What the call returns, or the Failure that it ended in; KeyboardInterrupt passes.

    >>> print(attempt(int, "12"), attempt(int, "twelve"), sep="; ")
    12; ValueError: invalid literal for int() with base 10: 'twelve'
    """
    try:
        return call(*args, **kwargs)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  # a plugin may raise anything, and stops nobody else
        return Failure(error)
