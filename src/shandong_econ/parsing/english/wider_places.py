"""Places that tell nothing more of a figure: the one that holds another, or some of those that were counted.

"In Anqing, Anhui province", "in five counties, including Lingbi and Sixian,".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from shandong_econ.lexicon.concepts import NATION, is_wider, province_of
from shandong_econ.model import Area
from shandong_econ.parsing.english.listed_words import has_word, joins_items, places_of
from shandong_econ.parsing.english.times import looks_back
from shandong_econ.parsing.english.word_kinds import is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.tokens import Token, has_role, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.scene import Scene


def without_wider_places(tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without the comma and the wider place after a place."""
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        if kept and kept[-1].areas and tokens[n].word in word_set("area.at") and _tells_part(tokens[n + 1 : n + 2]):
            n += 2  # "Jilin province | in northeast China"
            continue
        if kept and tokens[n].mark == "," and kept[-1].areas:
            wide = n + 1 + _tells_part(tokens[n + 1 : n + 2])
            if _tells_where(tokens, wide) and _holds(tokens[wide], kept[-1]):
                n = wide + 1
                continue
            if stop := _end_of_epithet(tokens, n + 1):
                n = stop + _tells(tokens[stop + 1])
                continue
        kept.append(tokens[n])
        n += 1
    return kept


def without_namesakes(words: Words, tokens: list[Token]) -> list[Token]:
    """The pieces without places elsewhere after which something here is named: "Nanjing | Road" in Shanghai."""
    home = words.scene.places.home
    if home is None or home.code in (None, NATION):
        return tokens
    inside = province_of(home.code or "")

    def is_elsewhere(token: Token) -> bool:
        return not any(code in (LOCAL, NATION) or province_of(code) == inside for code in token.areas)

    return [
        attrs.evolve(token, areas=())
        if token.areas
        and is_elsewhere(token)
        and (words.name(tokens[n + 1]) in word_set("local.venues") or _names_site(tokens, n, is_elsewhere))
        else token
        for n, token in enumerate(tokens[:-1])
    ] + tokens[-1:]


def _names_site(tokens: Sequence[Token], n: int, is_elsewhere: Callable[[Token], bool]) -> bool:
    """Whether a place is the name of a site said to be elsewhere: "the | Jiangyin | wind park in Fuqing"."""
    site = next((k for k in range(n + 1, len(tokens)) if not is_plain(tokens[k], or_named=True)), n)
    led = n > 0 and tokens[n - 1].word in word_set("name.articles")
    named = led and tokens[site - 1].word in word_set("entity.nouns")
    where = tokens[site + 1 : site + 2]
    return named and tokens[site].word in word_set("local.at") and bool(where) and not is_elsewhere(where[0])


def _end_of_epithet(tokens: Sequence[Token], n: int) -> int:
    """The place of the comma behind what a place is said to be, or 0: "in Harbin, | the provincial capital, sales"."""
    stop = next((k for k in range(n, min(n + LONGEST_EPITHET, len(tokens) - 1)) if tokens[k].mark), n)
    inner = tokens[n:stop]
    if stop == n or tokens[stop].mark != "," or inner[0].word not in word_set("aside.first"):
        return 0
    told = any(token.figure is not None or token.time is not None or is_verb(token) for token in inner)
    return stop if not told and has_word(inner, "epithet.heads") else 0


LONGEST_EPITHET = 14  # pieces up to its comma


def without_examples(tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without the names of some places of which a verb then tells more."""
    n = next((n for n in places_of(tokens[:-1], "examples.by") if n and _opens_examples(tokens, n)), 0)
    stop = next((k for k in range(n + 1, len(tokens)) if _tells(tokens[k]) or not _goes_on(tokens[k])), n)
    if not n or not _tells(tokens[stop]):
        return list(tokens)
    last = stop - (tokens[stop - 1].mark == ",")
    return [*tokens[:n], *tokens[last:]]


def _opens_examples(tokens: Sequence[Token], n: int) -> bool:
    """Whether places are named at an "including" of which there are more: "five counties | including Renhuai"."""
    return bool(tokens[n + 1].areas) and has_word(tokens[max(0, n - NEAR_COUNTED) : n], "area.divisions")


NEAR_COUNTED = 4  # pieces of "counties (cities)"


def _tells(token: Token) -> bool:
    return is_verb(token) or qualifier_of(token) is not None  # "exceeded"


def _goes_on(token: Token) -> bool:
    """Whether a list of names goes on, of which some are in no list of places."""
    return bool(token.areas) or joins_items(token) or is_plain(token)


def _tells_part(tokens: Sequence[Token]) -> bool:
    """Whether a word says in which part of the country the place behind it is: "in Yibin, | Southwest China's"."""
    return has_role(tokens, "area.part")


def _tells_where(tokens: Sequence[Token], n: int) -> bool:
    """Whether a place can end what tells where; it can open the next name behind "In Yibin, | Sichuan Time has"."""
    if n + 1 >= len(tokens) or n != len(("in", "Yibin", ",")):
        return n < len(tokens)
    after = tokens[n + 1]
    ends = after.mark != "" or "link.list" in after.roles or after.word in word_set("area.nouns")
    return ends or tokens[0].word != "in"


def _holds(wide: Token, near: Token) -> bool:
    if not wide.areas or not near.areas or LOCAL in wide.areas:
        return False
    return LOCAL in near.areas or is_wider(wide.areas[0], near.areas[0])


def only_name_places(tokens: Sequence[Token]) -> bool:
    """Whether words only name the places that were counted."""
    return has_role(tokens, "link.list") and all(
        t.mark or t.areas or is_plain(t) or "link.list" in t.roles for t in tokens
    )


def is_market(scene: Scene, area: Area) -> bool:
    """Whether the nation is only where a firm sells."""
    return scene.owners.entity is not None and not scene.owners.entity.keeps_codes and area.code == NATION


def is_only_here(scene: Scene, clues: Clues) -> bool:
    """Whether a place is that of one figure alone: of another time, or of places that are counted in a larger one."""
    here, wider = scene.place(), clues.area
    if looks_back(clues) or wider is None or here is None or None in (wider.code, here.code):
        return looks_back(clues)
    counted = clues.counted.rpartition(" ")[2] in word_set("area.divisions")
    return counted and is_wider(wider.code or "", here.code or "")
