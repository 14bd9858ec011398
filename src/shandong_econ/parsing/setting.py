"""What a text is read against, looked up in the whole of it first: its calendar, its habits, its places and firms."""

from __future__ import annotations

from datetime import date

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.clean import clean, in_lower_case
from shandong_econ.parsing.finding.firms_told import find_firms
from shandong_econ.parsing.finding.local_places import find_local_places, parts_of_country, wholes_of_part
from shandong_econ.parsing.finding.local_places_chinese import find_local_places_chinese
from shandong_econ.parsing.finding.phrases_english import phrases
from shandong_econ.parsing.finding.short_names import counties_inside, find_short_names
from shandong_econ.parsing.head.heading import counts_from_preceding, find_calendar, may_count_from_preceding
from shandong_econ.parsing.head.home_old import home_within
from shandong_econ.parsing.head.masthead import Masthead
from shandong_econ.parsing.resolving.abroad import fiscal_month
from shandong_econ.parsing.resolving.carried.comparing import Comparing
from shandong_econ.parsing.resolving.carried.places import Places
from shandong_econ.parsing.resolving.carried.times import Times
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.split import language_of, paragraphs


@attrs.frozen
class Source:
    """A text as it came and as it is read: cleaned, in lower case, and cut into paragraphs of a language each."""

    text: str
    cleaned: str
    lower: str
    language: str
    paragraphs: list[tuple[int, int, str]]

    @classmethod
    def of(cls, text: str, language: str | None) -> Source:
        """A text got ready; its language is found where `language` is None, English where it has none."""
        cleaned = clean(text)
        main = language or language_of(cleaned) or "en"
        tongues = [(start, end, language_of(cleaned[start:end]) or main) for start, end in paragraphs(cleaned)]
        return cls(text, cleaned, in_lower_case(cleaned), main, tongues)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each paragraph begins and ends."""
        return [(start, end) for start, end, _ in self.paragraphs]

    def speaks(self, language: str) -> bool:
        """Whether any of its paragraphs is in a language."""
        return any(tongue == language for _, _, tongue in self.paragraphs)


def set_scene(source: Source, masthead: Masthead, home: Area | None, day: date | None) -> Scene:
    """The scene with which the reading of a text begins; `day` is that on which it was published, if known."""
    calendar = attrs.evolve(find_calendar(source.cleaned, source.spans, day), fiscal_month=fiscal_month(home))
    scene = Scene(Times(calendar), Places(home), comparing=_habit(source.lower, home))
    if source.speaks("en"):
        _know_english_names(source.cleaned, scene)
    if source.speaks("zh"):
        scene.places.towns = find_local_places_chinese(source.cleaned)
        scene.places.counties = find_short_names(source.cleaned, home)
    if masthead.title_at is not None:
        body = source.spans[masthead.title_at :]
        scene.places.home = home_within(source.cleaned, body, home, scene.places.local_places | scene.places.towns)
        scene.places.around = home
    return scene


def _habit(lower: str, home: Area | None) -> Comparing:
    by_preceding, adjusted = counts_from_preceding(lower, home), may_count_from_preceding(lower, home)
    return Comparing(by_preceding=by_preceding or adjusted, habit_is_open=not by_preceding)


def _know_english_names(cleaned: str, scene: Scene) -> None:
    """Finds the places without a code, and the firms, that an English text names."""
    places, home = scene.places, scene.places.home
    places.local_kinds = find_local_places(cleaned)
    own = {home.name.lower()} if home is not None and home.code is None and home.name else set()
    own |= counties_inside(cleaned, home)
    named = frozenset(own | places.local_kinds.keys()).difference(phrases().entries, phrases().places)
    villages = {one.lower() for one in word_list("en", "local.villages")}
    named |= {name for name, kind in places.local_kinds.items() if kind in villages}
    if home is None:
        around = parts_of_country(None)
    elif home.code is None:
        around = parts_of_country(home.name) | wholes_of_part(home.name)
    else:
        around = frozenset()
    places.local_places = around | named if named else around  # one set for all texts, if it is, so that caches find it
    scene.owners.firms = find_firms(cleaned, places.local_places)
