"""The places that later words leave unsaid: of the text, the paragraph and the sentence, and the local ones named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from shandong_econ.model import Area
from shandong_econ.parsing.finding.short_names import Names

REMEMBERED = 64  # places that later words can go back to, so that time stays linear


@attrs.define
class Places:
    """The carried places of a text: `area` is that of what is read now, `home` that of the report."""

    home: Area | None = None
    around: Area | None = None  # the area of the report, where its home is a place in it that has no code
    area: Area | None = None
    paragraph_area: Area | None = None
    section_area: Area | None = None
    previous_area: Area | None = None
    area_of_whole: Area | None = None  # of what a part is told of next
    set_in: Area | None = None
    event: Area | None = None  # where the fair is held of which the text tells
    goes_on_there: bool = False  # whether a sentence that names no place is of that of the one before
    story: Area | None = None  # in which somebody was set, and whom or what of theirs that is told of
    story_of: frozenset[str] = frozenset()
    story_is_near: bool = False  # whether the text has told of nothing else since
    named: list[Area] = attrs.field(factory=list)
    local_places: frozenset[str] = frozenset()
    local_kinds: Mapping[str, str] = MappingProxyType({})
    counties: Names = frozenset()
    towns: frozenset[str] = frozenset()
    town_of: dict[str, Area] = attrs.field(factory=dict)
    last_town: Area | None = None

    def note(self, areas: Iterable[Area]) -> None:
        """Keeps in mind that places were named, and no more of them than the last ones."""
        self.named = [*self.named, *areas][-REMEMBERED:]
