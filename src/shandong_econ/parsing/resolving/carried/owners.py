"""The firms, zones and ports that later words leave unsaid, with where they stand, and who speaks for them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import attrs

from shandong_econ.model import Area
from shandong_econ.parsing.finding.entities import Entity, Voice
from shandong_econ.parsing.finding.firms_told import NO_FIRMS, Firms

_REMEMBERED = 8  # entities
_PARKS = 64  # to which later words can go back, so that time stays linear


@attrs.define
class Owners:
    """The carried entities of a text: `entity` is the one that is spoken of now, `voice` that of who is quoted.

    `is_one` is whether one firm is spoken of that is not named, `called` whose the short names are that the text gives.
    """

    firms: Firms = NO_FIRMS
    entity: Entity | None = None
    entity_area: Area | None = None
    entity_heads: bool = False
    is_one: bool = False
    entity_before: Entity | None = None  # with which the paragraph before ended
    last_entity: Entity | None = None
    last_entity_area: Area | None = None
    entity_areas: dict[str, Area] = attrs.field(factory=dict)
    called: dict[str, Entity] = attrs.field(factory=dict)
    parks: list[Entity] = attrs.field(factory=list)
    only_quoted: bool = False
    voices: dict[str, Entity] = attrs.field(factory=dict)
    quoted_until: int = 0
    voice: Voice | Entity = Voice.NONE
    voice_area: Area | None = None

    def note_parks(self, parks: Iterable[Entity]) -> None:
        """Keeps in mind that parks, zones and the like were named, and no more of them than the last ones."""
        self.parks = [*self.parks, *parks][-_PARKS:]

    @property
    def in_firm(self) -> bool:
        """Whether a firm is spoken of whose figures are none of its area's, as those of a zone or a port are."""
        return self.entity is not None and not (self.entity.keeps_codes or self.entity.is_zone)

    def known_area(self, entity: Entity) -> Area | None:
        """Where an entity is that was named before, with its place or without: 凭祥友谊关口岸, then 友谊关口岸.

        Or by the beginning of its name: "Suteng Marine", then "Suteng Marine Equipment Co., Ltd.".
        """
        last = itertools.islice(reversed(self.entity_areas.items()), _REMEMBERED)
        known = (area for name, area in last if name.endswith(entity.name) or entity.name.startswith(name))
        return self.entity_areas.get(entity.name) or next(known, None)
