"""A rule that figures must satisfy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from shandong_econ.findings.account import Figures
from shandong_econ.findings.finding import Finding
from shandong_econ.model.checks import as_tuple, refuse

_CODE = re.compile(r"[A-Z][A-Z0-9-]*\Z")


def _coded(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not _CODE.match(value):
        raise refuse(owner, attribute.name, value, "give capitals, digits and hyphens, such as 'R01'")


def _called(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not callable(value) or not (value.__doc__ or "").strip():
        raise refuse(owner, attribute.name, value, "give a function whose docstring says the rule in one sentence")


@attrs.frozen(kw_only=True)
class Rule:
    """A rule of an audit: a code, a name, and the function that is given all figures and tells what it finds.

    The first paragraph of the function's docstring is the rule in one sentence. `needs` are the codes of indicators and
    the measures without which the rule has nothing to say, and is not asked.
    """

    code: str = attrs.field(validator=_coded)
    """The code, such as R01, that no other rule has."""
    name: str = attrs.field(validator=attrs.validators.instance_of(str))
    """The name, such as GDP_SUM."""
    check: Callable[[Figures], Iterable[Finding]] = attrs.field(validator=_called)
    """The function."""
    needs: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    """Codes of indicators and measures, all of which must be among the figures."""

    @property
    def says(self) -> str:
        """The rule in one sentence.

        >>> def halves(figures):
        ...     '''Two halves are a whole.'''
        >>> Rule(code="X1", name="HALVES", check=halves).says
        'Two halves are a whole.'
        """
        return " ".join((self.check.__doc__ or "").strip().split("\n\n")[0].split())
