"""Two reports figure by figure: what both tell, what was revised, where they disagree, and what one leaves out."""

from __future__ import annotations

import attrs

from shandong_econ.findings.figure import Figure


@attrs.frozen(eq=False)
class Pair:
    """One figure as two reports tell it; equal to itself alone."""

    a: Figure
    """As the first report tells it."""
    b: Figure
    """As the second report tells it."""

    @property
    def words(self) -> tuple[str, str]:
        """The figure as printed in both."""
        return self.a.words, self.b.words


@attrs.frozen(eq=False, repr=False)
class Changes:
    """What two reports have to do with each other, figure by figure, in the first's order; equal to itself alone."""

    same: tuple[Pair, ...]
    """Told by both, with the same number or with fewer of its digits."""
    revised: tuple[Pair, ...]
    """Told with another number on another day of publication."""
    disagreeing: tuple[Pair, ...]
    """Told with another number, and not known to be of another day."""
    missing_in_a: tuple[Figure, ...]
    """Told by the second report alone."""
    missing_in_b: tuple[Figure, ...]
    """Told by the first report alone."""

    def __repr__(self) -> str:
        told = ", ".join(
            f"{len(getattr(self, part.name))} {part.name.replace('_', ' ')}" for part in attrs.fields(Changes)
        )
        return f"<Changes: {told}>"
