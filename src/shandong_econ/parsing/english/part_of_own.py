"""Parts of what is one's own, by what one does with them: "it sells | 44 percent | of its tea abroad"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.deeds import without_verb
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token


def part_of_own(words: Words, lead: Sequence[Token], trail: Sequence[Token]) -> str:
    """What a part of one's own is that a verb tells of: "tea sells abroad", or ""."""
    verb = next((token for token in reversed(lead) if not is_light(token)), None)
    ships = verb is not None and verb.word in word_set("own_part.ships")
    if verb is None or is_change(verb) or not (ships or is_plain(verb) or "level.verb" in verb.roles):
        return ""
    of_them = bool(trail) and "link.of_which" in trail[0].roles
    if not of_them and ([token.word for token in trail[:1]] != ["of"] or not _is_own(trail[1:2])):
        return ""
    stop = next((n for n, token in enumerate(trail) if token.mark or token.time is not None), len(trail))
    at = next((n for n in range(1 if of_them else 2, stop) if trail[n].word in word_set("own_part.ways")), 0)
    thing = without_verb(words.scene.subject.label) if of_them else words.phrase(core(trail[2:at]))
    way = words.phrase(trail[at:stop])
    if ships and not of_them and not at:
        return f"{words.name(verb)} of {words.counted(trail[2:])}"  # "it exports | 40 percent of its products"
    return f"{thing} {words.name(verb)} {way}" if at and thing else ""


def _is_own(tokens: Sequence[Token]) -> bool:
    return has_word(tokens, "own_part.owners")
