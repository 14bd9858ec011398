"""Who speaks, as the words tell it, and as the words before it made known."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from shandong_econ.model import Speaker

Place = tuple[int, int]


class Mention(NamedTuple):
    """Words that name a speaker: where each part stands in the text, and where all of it does."""

    start: int
    end: int
    name: Place | None = None
    role: Place | None = None
    organisation: Place | None = None

    @property
    def has_post(self) -> bool:
        """Whether it tells a role or an organisation."""
        return self.role is not None or self.organisation is not None

    @property
    def is_pronoun(self) -> bool:
        """Whether it only points back to who spoke before."""
        return self.name is None and not self.has_post


@attrs.define
class Voices:
    """Who has spoken so far in a text, so that "he" and a bare name are known."""

    source: str
    last: Speaker | None = None
    before: Speaker | None = None
    known: dict[str, Speaker] = attrs.field(factory=dict)

    def begin_paragraph(self) -> None:
        """Forgets who spoke last unless it was in the paragraph before: "he" does not reach further back."""
        self.before, self.last = self.last, None

    def accepted(self, mention: Mention | None, *, beside_quotation: bool = False) -> Mention | None:
        """The mention, unless it points to nobody: a pronoun before anybody spoke, or one word that was no name so far.

        Beside a quotation one word is a name.
        """
        if mention is None or mention.has_post:
            return mention
        if mention.name is None:
            return mention if self.last or self.before else None
        name = self._cut(mention.name)
        is_bare = name is not None and name.isascii() and " " not in name
        return None if is_bare and name not in self.known and not beside_quotation else mention

    def hear(self, mention: Mention | None) -> Speaker | None:
        """The speaker of a mention, whom a pronoun means from here on; None for a pronoun with nobody before it."""
        if mention is None:
            return None
        self.last = (self.last or self.before) if mention.is_pronoun else self._speaker(mention)
        return self.last

    def _speaker(self, mention: Mention) -> Speaker:
        name, role, organisation = (self._cut(part) for part in (mention.name, mention.role, mention.organisation))
        if name is None:
            return Speaker(None, role, organisation)
        if not mention.has_post and name in self.known:
            return self.known[name]
        speaker = self.known[name] = Speaker(name, role, organisation)
        for part in name.split():  # "Liu" or "Qu" alone later on
            self.known.setdefault(part, speaker)
        return speaker

    def _cut(self, place: Place | None) -> str | None:
        return None if place is None else " ".join(self.source[place[0] : place[1]].split())
